import { codeSet } from '../../codes/code-set.ts';
import { NOT_A_DAY } from '../../codes/day.ts';
import { type PackedCode, packCodeText, packModifierText } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report, whenOf } from '../define-edit.ts';
import { modifierIn } from '../fee-schedule/practitioner-lines.ts';
import type { FindingSource } from '../finding.ts';
import { modifierSet } from '../modifier-sets.ts';

type Reason =
  | 'no-data'
  | 'repeat-elsewhere'
  | 'repeat-alone'
  | 'waiver-elsewhere'
  | 'not-waived'
  | 'waiver-not-needed'
  | 'clia-missing';

const REPEAT = packModifierText('91');
const WAIVED = packModifierText('QW');
const LABORATORY = modifierSet('91 QW');
/** Professional components, and tests that another laboratory does, whose own number stands elsewhere (REF*F4). */
const WITHOUT_CLIA = modifierSet('26 90');
/** Pathology and laboratory in CPT; proprietary analyses and those with algorithms end in U and M. */
const FIRST_TEST = packCodeText('80047');
const LAST_TEST = packCodeText('89999');
const U = Number.parseInt('U', 36);
const M = Number.parseInt('M', 36);
const FIRST_LEVEL_TWO = packCodeText('A0000');
/** Recognised as waived without QW (CR 11747 and each list of new waived tests). */
const WAIVED_AS_IS = codeSet('81002 81025 82270 82272 82962 83026 84830 85013 85651');

/**
 * Modifier 91 is for a test that is repeated on one day for a further result, QW for a test that a laboratory with a
 * certificate of waiver may do. A claim for laboratory tests needs the laboratory's CLIA number.
 */
export const laboratory = defineEdit<Reason>({
  id: 'laboratory',
  title: 'Laboratory tests',
  since: '0.2.0',
  sources: [
    {
      document: 'Medicare Claims Processing Manual',
      section: 'chapter 16, sections 70.2 to 70.10 (CLIA), 100.5.1 (modifier 91)',
    },
    { document: 'CMS CR 11747 (new waived tests; nine codes that need no QW)', date: '2020-07-01' },
    { document: 'HCPCS Level II releases', section: 'laboratory certification of the code' },
    { document: 'First Coast, Utilizing modifier 91: repeat clinical laboratory tests' },
  ],
  needs: ['hcpcs'],
  stage: 'code with modifier',
  messages: {
    'no-data': {
      outcome: 'info',
      means: 'A line has QW, and the profile does not say which codes are waived.',
      say: () => 'Which codes are waived is not known (laboratory.waived in the profile): QW was not checked.',
    },
    'repeat-elsewhere': {
      outcome: 'return',
      means: 'Modifier 91 on a code that is no laboratory test.',
      say: ({ code }) =>
        `Modifier 91 (repeated laboratory test) stands on ${code}, which is no laboratory test; for other services there are 76 and 77.`,
      resolutions: () => [{ kind: 'remove-modifier', modifiers: ['91'] }],
    },
    'repeat-alone': {
      outcome: 'review',
      means: 'Modifier 91, and no line without it of the same code and day.',
      say: ({ code }) =>
        `${code} has modifier 91 (repeated test), and no line of that day has it without: all tests of a day stand on one claim, the first without 91.`,
      resolutions: () => [{ kind: 'remove-modifier', modifiers: ['91'] }],
    },
    'waiver-elsewhere': {
      outcome: 'return',
      means: 'Modifier QW on a code that is no laboratory test.',
      say: ({ code }) => `Modifier QW (waived test) stands on ${code}, which is no laboratory test.`,
      resolutions: () => [{ kind: 'remove-modifier', modifiers: ['QW'] }],
    },
    'not-waived': {
      outcome: 'return',
      means: 'Modifier QW on a code that is not on the profile’s list of waived tests.',
      say: ({ code }) => `${code} is on no list of waived tests: QW does not go with it.`,
      resolutions: () => [{ kind: 'remove-modifier', modifiers: ['QW'] }],
    },
    'waiver-not-needed': {
      outcome: 'info',
      means: 'Modifier QW on one of the nine codes that are waived as they are.',
      say: ({ code }) => `${code} is recognised as a waived test without QW.`,
    },
    'clia-missing': {
      outcome: 'return',
      means: 'A practitioner’s claim with a laboratory test and no CLIA number.',
      stage: 'syntax',
      needsDay: true,
      say: ({ code }) => `${code} is a laboratory test: the claim needs the laboratory’s CLIA number (REF*X4).`,
      source: certificationSource,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
  },
  check(input, report) {
    const { claim } = input;
    let isUnknown = false;
    for (let line = 0; line < claim.ownLines; line++) {
      const isMarked = claim.modifierCount[line] > 0 && modifierIn(claim, line, LABORATORY) > 0;
      const isTest = isLaboratory(input, line);
      if (isMarked) isUnknown = checkModifiers(input, line, isTest, report) || isUnknown;
      if (isTest) checkNumber(input, line, report);
    }
    if (isUnknown) report.add('no-data', -1);
  },
});

/** Level I by number, Level II where the code's record has a laboratory certification. */
function isLaboratory({ claim, records: { descriptors } }: CheckInput, line: number): boolean {
  const code = claim.code[line];
  if (code < FIRST_LEVEL_TWO) return isLevelOneTest(code);
  const row = descriptors === null || claim.from[line] === NOT_A_DAY ? -1 : descriptors.find(code, claim.from[line]);
  return row >= 0 && descriptors !== null && descriptors.isLaboratory(row);
}

function isLevelOneTest(code: PackedCode): boolean {
  const last = code % 36;
  return last <= 9 ? code >= FIRST_TEST && code <= LAST_TEST : last === U || last === M;
}

/** Returns whether the list of waived tests was wanting. */
function checkModifiers(
  { claim, lines, payer }: CheckInput,
  line: number,
  isTest: boolean,
  report: Report<Reason>,
): boolean {
  if (lines.hasModifier(line, REPEAT)) {
    if (!isTest) report.add('repeat-elsewhere', line);
    else if (!hasFirst({ claim, lines }, line)) report.add('repeat-alone', line);
  }
  if (!lines.hasModifier(line, WAIVED)) return false;
  if (!isTest) report.add('waiver-elsewhere', line);
  else if (WAIVED_AS_IS.has(claim.code[line])) report.add('waiver-not-needed', line);
  else if (payer.waived === null) return true;
  else if (!payer.waived(claim.code[line])) report.add('not-waived', line);
  return false;
}

/** Whether a line of the code and day, be it of an earlier claim, has no 91. */
function hasFirst({ claim, lines }: Pick<CheckInput, 'claim' | 'lines'>, line: number): boolean {
  if (claim.from[line] === NOT_A_DAY) return true;
  for (let other = 0; other < claim.pastEnd; other++) {
    const isSame = claim.code[other] === claim.code[line] && claim.from[other] === claim.from[line];
    if (isSame && other !== line && !lines.hasModifier(other, REPEAT)) return true;
  }
  return false;
}

function checkNumber({ claim, policy, payer, lines, setting }: CheckInput, line: number, report: Report<Reason>): void {
  if (!policy.laboratory.cliaRequired || setting !== 'professional' || claim.isInstitutional || lines.isSurgicalCentre)
    return;
  if (payer.cliaExempt(claim.code[line])) return;
  if (claim.modifierCount[line] > 0 && modifierIn(claim, line, WITHOUT_CLIA) > 0) return;
  if (!claim.clinical.hasClia && claim.clinical.lineHasClia[line] === 0) report.add('clia-missing', line);
}

/** The HCPCS record with the certification; none of Level I codes. */
function certificationSource(facts: FindingFacts): FindingSource | null {
  const answer = facts.codebook.code(facts.code, whenOf(facts));
  if (answer.status !== 'listed') return null;
  const { release, fields } = answer.entry;
  return { release: release.id, row: { code: facts.code, labCertification: fields.labCertification1 } };
}
