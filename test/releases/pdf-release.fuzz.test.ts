import { expect, test } from 'vitest';
import { drugRecords } from '../../src/releases/drugs-pdf.ts';
import { FileFindings } from '../../src/releases/findings-in-file.ts';
import { indexRecords } from '../../src/releases/index-pdf.ts';
import { linesOf } from '../../src/releases/pdf-lines.ts';
import { below, FUZZ_RUNS, mutate, type Random, randomFrom } from '../support/fuzz.ts';
import { readAll } from './fixtures.ts';
import { DRUGS_PDF, INDEX_PDF } from './pdf-fixture.ts';

/** A PDF is read in a thread of its own, which takes a tenth of a second: fewer of them are tried. */
const PDF_RUNS = Math.ceil(FUZZ_RUNS / 200);
/** Read together. */
const AT_ONCE = 4;

test.each([
  ['index', INDEX_PDF],
  ['drugs', DRUGS_PDF],
])('broken bytes of the %s are read, refused or not known, and nothing is thrown', async (_, pdf) => {
  const random = randomFrom(7);
  const words = ['obj', 'endobj', 'stream', '/Kids', '/Length 99999999', '<<', '>>', 'xref', 'Tm', '(A4462) Tj'];
  let refused = 0;
  for (let run = 0; run < PDF_RUNS; run += AT_ONCE) {
    const inputs = Array.from({ length: AT_ONCE }, () => mutate(pdf, random, words));
    for (const read of await Promise.all(inputs.map((bytes) => readAll({ '2018-HCPCS-Index.pdf': bytes })))) {
      expect(read.releases.length + read.notKnown.length + read.problems.length).toBeGreaterThan(0);
      for (const { message, file } of read.problems) expect([message, file]).not.toContain('');
      for (const release of read.releases) expect(release.rowCount).toBeGreaterThan(0);
      refused += read.problems.length > 0 ? 1 : 0;
    }
  }
  expect(refused).toBeGreaterThan(0);
});

const TEXTS = [
  'A',
  'Abdomen',
  'pad, L1270',
  'see Other',
  'Brand, see Drug',
  'J0129',
  'J0129,',
  '10 mg',
  'IV',
  '(see also X)',
  '1',
  'w/o (',
  ', , A4462 -',
];

/** Pieces of text anywhere on a few pages. */
function anyLines(random: Random) {
  return [1, 2].flatMap((page) =>
    linesOf(
      Array.from({ length: below(random, 12) }, () => ({
        text: TEXTS[below(random, TEXTS.length)],
        x: 40 + below(random, 500),
        y: 14 * below(random, 20),
        width: below(random, 90),
      })),
      page,
    ),
  );
}

test('text anywhere on the page: every record has a key and codes or a reference', () => {
  const random = randomFrom(11);
  for (let run = 0; run < FUZZ_RUNS; run++) {
    const lines = anyLines(random);
    for (const [read, at] of [
      [indexRecords, 0],
      [drugRecords, 2],
    ] as const) {
      const findings = new FileFindings('any.pdf');
      const records = read(lines, findings);
      if (records.length === 0) expect(findings.problems()).toHaveLength(1);
      for (const { fields } of records) {
        expect(fields[at] + fields[at + 1]).not.toBe('');
        if (fields[at] !== '') expect(fields[at]).toMatch(/^[A-V]\d{4}(-[A-V]\d{4})?(, [A-V]\d{4}(-[A-V]\d{4})?)*$/);
      }
    }
  }
});
