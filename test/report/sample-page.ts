import { createClaimReader } from '../../src/claims/index.ts';
import type { Codebook } from '../../src/codebook/codebook.ts';
import { Checker } from '../../src/edits/checker.ts';
import { CheckPage, type CheckPageOptions } from '../../src/report/check-page.ts';

const OPTIONS: CheckPageOptions = { files: ['claims.csv'], written: '2024-07-01T12:00:00Z' };

/** The pieces in which the page of some claims is written. */
export async function pageOf(codebook: Codebook, text: string, options = OPTIONS): Promise<string[]> {
  const checker = new Checker(codebook);
  const page = new CheckPage(checker, options);
  const pieces: string[] = [];
  const reader = createClaimReader({
    file: '/home/someone/claims.csv',
    onClaim: (claim) => {
      checker.check(claim);
      pieces.push(page.claim(claim));
    },
    onProblem: (problem) => page.problem(problem),
    onLayout: (layout) => page.layout(layout),
  });
  reader.write(new TextEncoder().encode(text));
  reader.end();
  pieces.push(await page.end());
  return pieces;
}

/** A claim with a line of each outcome that a code alone can have, and people of whom nothing may be shown. */
export const CLAIMS = [
  'claim,line,code,modifiers,units,charge,from,billing npi,rendering npi,member id,last name,first name,birth date,sex,diagnoses',
  'A1,1,J0135,,1,120.50,2024-07-01,1234567893,1245319599,MEMBER-9,ROEHAMPTON,QUENTINA,1950-01-31,F,I10',
  'A1,2,G0008,,1,60.25,2024-10-02,,,,,,,,',
  'A2,1,Z9999,,1,,2024-07-01,5555555555,,MEMBER-8,ROEHAMPTON,QUENTINA,1950-01-31,F,I10',
  '<b>A3</b>,1,Z99</script>,,x,10,2024-07-01,12-SSN-34,,,,,,,',
  '',
].join('\n');
