import { describe, expect, it } from 'vitest';
import { isoDay } from '../../src/codes/day.ts';
import { linesOf } from '../../src/releases/pdf-lines.ts';
import { withCodes } from '../../src/releases/printed-codes.ts';
import type { RecordRelease } from '../../src/releases/record-tables.ts';
import { codesOf, odditiesOf, readAll } from './fixtures.ts';
import { DRUGS_PDF, INDEX_PDF, lines, pdfOf } from './pdf-fixture.ts';

/** Records as `key | field | field`. */
async function records(bytes: Uint8Array): Promise<string[]> {
  const { releases } = await readAll({ 'some.pdf': bytes });
  return (releases[0] as RecordRelease).records.map(({ key, fields }) => [key, ...fields].join(' | '));
}

describe('the Alpha-Numeric Index', () => {
  it('terms within terms, ranges, codes that go on in the next line, references', async () => {
    expect(await records(INDEX_PDF)).toEqual([
      'Abdomen, dressing holder/binder | A4462 | ',
      'Abdomen, pad, low profile | L1270 | ',
      'Accessories | E0950-E1298, A4636, A4637 | Wheelchair',
      'Corvert |  | Ibutilide fumarate',
      'Sodium, hyaluronate, Euflexxa | J7323 | ',
      'Sodium, hyaluronate, Visco-3 | J7321 | ',
      'Chemotherapy | Q0083-Q0085 | ',
    ]);
  });

  it('says its year and when it was published, and what it could not place', async () => {
    const read = await readAll({ 'some.pdf': INDEX_PDF });
    const [{ kind, period, published, sources, rowCount }] = read.releases;
    expect([kind, period.label, isoDay(published), rowCount]).toEqual(['hcpcs-index', '2018', '2016-12-16', 7]);
    expect(sources[0].form).toBe('pdf');
    expect(odditiesOf(read)).toEqual(['index-rest', 'index-term-alone']);
    const alone = read.releases[0].oddities.find(({ code }) => code === 'index-term-alone');
    expect(alone).toMatchObject({ line: 2, message: expect.stringContaining('page 2, line 6, "Alone"') });
  });
});

describe('the Table of Drugs', () => {
  it('columns, rows within a name, amounts, codes and references that go on', async () => {
    expect(await records(DRUGS_PDF)).toEqual([
      'Abatacept | 10 mg | IV | J0129 | ',
      'Orencia |  |  |  | Abatacept',
      'Immune globulin, Bivigam | 500 mg | IV | J1556 | ',
      'Methylprednisolone | 20 mg | IM | J1020 | ',
      'Methylprednisolone | 40 mg | IM | J1030 | ',
      'Celestone |  |  |  | Betamethasone acetate and betamethasone sodium phosphate',
      'Factor VIII (anti-hemophilic factor, per person) | per IU | IV | J7182, J7185, J7188 | ',
      'Ketorolac | per 15 mg by needle | IM, IV | J1885 | ',
      'Nusinersen | 0.1 mg | IV | J2326 | ',
    ]);
  });

  it('a row without a code is told', async () => {
    const read = await readAll({ 'some.pdf': DRUGS_PDF });
    expect(read.releases[0].kind).toBe('hcpcs-drugs');
    expect(odditiesOf(read)).toEqual(['drug-alone']);
  });
});

describe('a PDF that is neither', () => {
  it('is listed, whatever its name', async () => {
    const other = pdfOf([lines([[72, 'A policy manual']], [[72, 'Abdomen, A4462']])]);
    const { notKnown, problems } = await readAll({ '2018-HCPCS-Index.pdf': other });
    expect(notKnown).toEqual([{ name: '2018-HCPCS-Index.pdf', reason: 'a PDF, no release' }]);
    expect(problems).toEqual([]);
  });

  it('is a problem where it is broken and named like one of the two', async () => {
    const cut = INDEX_PDF.slice(0, 300);
    expect(codesOf(await readAll({ '2018-HCPCS-Index.pdf': cut }))).toEqual(['pdf-broken']);
    expect((await readAll({ 'letter.pdf': cut })).notKnown).toHaveLength(1);
  });

  it('is a problem where its table is empty', async () => {
    const empty = pdfOf([lines([[72, '2018 Table of Drugs']], [[54, 'A']])]);
    expect(codesOf(await readAll({ 'some.pdf': empty }))).toEqual(['release-without-rows']);
  });
});

describe('lines of a page', () => {
  it('pieces side by side are one text, a gap parts columns, a baseline a little off is the same line', () => {
    const items = [
      { text: 'unit', x: 54, y: 500, width: 20 },
      { text: 'dose', x: 74.2, y: 499, width: 25 },
      { text: 'form', x: 102, y: 500.8, width: 25 },
      { text: '5 mg', x: 325, y: 500, width: 25 },
      { text: 'below', x: 54, y: 486, width: 25 },
      { text: ' ', x: 300, y: 486, width: 3 },
    ];
    expect(linesOf(items, 3)).toEqual([
      {
        page: 3,
        line: 1,
        runs: [
          { x: 54, text: 'unitdose form' },
          { x: 325, text: '5 mg' },
        ],
      },
      { page: 3, line: 2, runs: [{ x: 54, text: 'below' }] },
    ]);
  });
});

it.each([
  ['beds, E0271-E0280, E0300', 'beds', ['E0271-E0280', 'E0300'], ''],
  ['tubing, E0580-0585', 'tubing', ['E0580-E0585'], ''],
  ['Factor IX, J7200 - J7202', 'Factor IX', ['J7200-J7202'], ''],
  ['Siltuximab,J2860', 'Siltuximab', ['J2860'], ''],
  ['Vitamin B12', 'Vitamin B12', [], ''],
  ['equipment, E0100-E1830, K Codes', 'equipment', ['E0100-E1830'], 'K Codes'],
  ['W0001, X1234', 'W0001, X1234', [], ''],
])('%j is %j with codes', (printed, text, codes, rest) => {
  expect(withCodes(printed)).toEqual({ text, codes, rest });
});
