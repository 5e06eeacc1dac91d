/**
 * What other claim formats and other ways to show findings cost, each as a whole process on the same claims:
 * `node bench/formats.ts [codebook]`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Claim } from '../src/claims/claim.ts';
import { readClaims } from '../src/claims/index.ts';
import { generate837p } from './claims-837p.ts';
import { compiledCodebook } from './codebook-file.ts';
import { measure } from './measure.ts';
import { number, printRows, type Row } from './row.ts';

const COMMAND = join(import.meta.dirname, '../bin/columnone.mjs');
/** What is read, and how its findings are shown. */
const RUNS = [
  ['claims.json', 'ndjson'],
  ['claims.csv', 'ndjson'],
  ['claims.837', 'json'],
  ['claims.837', 'text'],
] as const;

export async function benchFormats(options: { claims: number; codebook?: string }): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'columnone-bench-'));
  try {
    const codebook = options.codebook ?? (await compiledCodebook(folder));
    await writeClaims(folder, options.claims);
    const rows: Row[] = [];
    for (const [name, format] of RUNS) {
      const args = ['check', '--codebook', codebook, '--format', format, join(folder, name)];
      const { seconds, peakMiB, status } = await measure(COMMAND, args, '/dev/null');
      if (status !== 0 && status !== 1) throw new Error(`columnone check ended with ${status}`);
      rows.push({
        what: `check --format ${format} ${name}, whole process, ${number(options.claims)} claims`,
        figure: `${number(options.claims / seconds)} claims/s, ${number(peakMiB)} MiB`,
        target: '',
        command: 'node bench/formats.ts',
      });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same generated claims as 837P, as JSON, one a line, and as CSV. */
async function writeClaims(folder: string, claims: number): Promise<void> {
  const text = [...generate837p({ claims })].join('');
  const json: string[] = [];
  const csv = [CSV_HEAD];
  for await (const { claim, problem } of readClaims(text)) {
    if (problem !== undefined) throw new Error(problem.message);
    json.push(`${JSON.stringify(claimInput(claim))}\n`);
    csv.push(csvRows(claim));
  }
  writeFileSync(join(folder, 'claims.837'), text, 'latin1');
  writeFileSync(join(folder, 'claims.json'), json.join(''));
  writeFileSync(join(folder, 'claims.csv'), csv.join(''));
}

/** The claim as JSON input has it: money in dollars. */
function claimInput({ charge, lines, ...claim }: Claim): object {
  return {
    ...claim,
    charge: dollars(charge),
    lines: lines.map((line) => ({ ...line, charge: dollars(line.charge) })),
  };
}

const CSV_HEAD =
  'claim,billingnpi,memberid,placeofservice,diagnoses,code,modifiers,units,charge,from,to,renderingnpi\n';

/** No value of the generated claims needs quotes. */
const csvRows = ({ id, billingProvider, subscriber, placeOfService, diagnoses, renderingProvider, lines }: Claim) =>
  lines
    .map((line) =>
      [
        id,
        billingProvider.npi,
        subscriber.memberId,
        placeOfService,
        diagnoses.map(({ code }) => code).join(' '),
        line.code,
        line.modifiers.join(' '),
        line.units,
        dollars(line.charge),
        line.from,
        line.to,
        renderingProvider?.npi,
      ].join(','),
    )
    .map((row) => `${row}\n`)
    .join('');

const dollars = (cents: number | null): string => (cents === null ? '' : (cents / 100).toFixed(2));

if (import.meta.main) {
  const codebook = process.argv[2];
  printRows(await benchFormats({ claims: 100_000, ...(codebook !== undefined && { codebook }) }));
}
