import { beforeAll, describe, expect, it } from 'vitest';
import type { Codebook } from '../../src/codebook/codebook.ts';
import { compile } from '../../src/codebook/compile.ts';
import { openCodebook } from '../../src/codebook/open.ts';
import { parseDay } from '../../src/codes/day.ts';
import { codebookSearch } from '../../src/search/index.ts';
import { hcpcsRecord, hcpcsText, MUE, readAll } from '../releases/fixtures.ts';
import { DRUGS_PDF, INDEX_PDF } from '../releases/pdf-fixture.ts';
import { entry } from './entries.ts';

const RECORDS = hcpcsText(
  hcpcsRecord('A4462', { longDescription: 'Abdominal dressing holder, each', terminationDate: '20181231' }),
  hcpcsRecord('J0129', { longDescription: 'Injection, abatacept, 10 mg', addedDate: '20180401' }),
);

describe('a codebook with an index and a table of drugs', () => {
  let codebook: Codebook;
  beforeAll(async () => {
    const files = {
      'HCPC2018_CONTR_ANWEB.txt': RECORDS,
      'i.pdf': INDEX_PDF,
      'd.pdf': DRUGS_PDF,
      'mue-2018q1.csv': MUE,
    };
    const { releases, problems } = await readAll(files);
    expect(problems).toEqual([]);
    codebook = await openCodebook(await compile(releases));
  });
  const on = parseDay('2018-06-01');
  const first = (query: string, asOf?: number) =>
    codebookSearch(codebook, { on, ...(asOf !== undefined && { asOf }) }).index.search(query, {}, 1)[0];

  it('lists the codes of both levels', () => {
    expect(first('A4462').entry).toMatchObject({
      level: 'II',
      section: 'A',
      to: parseDay('2018-12-31'),
      isDrug: false,
    });
    expect(first('J0129').entry).toMatchObject({ from: parseDay('2018-04-01'), isDrug: true });
    const { index } = codebookSearch(codebook, { on });
    expect(index.search('99', { level: 'I' }).every(({ entry: { long } }) => long === '')).toBe(true);
  });

  it('finds by the words of the tables, and says which', () => {
    expect(first('Orencia')).toMatchObject({ entry: { code: 'J0129' }, reason: { by: 'drugs', edition: '2018' } });
    expect(first('binder')).toMatchObject({ entry: { code: 'A4462' }, reason: { by: 'index' } });
  });

  it('as of a day, only tables that were published by then', () => {
    const { vocabulary } = codebookSearch(codebook, { on, asOf: parseDay('2017-01-01') });
    expect(vocabulary.map(({ kind }) => kind)).toEqual(['hcpcs-index']);
  });

  it('takes licensed descriptors, marked as such, and learns nothing from them', () => {
    const licensed = entry('99213', 'Invented visit', 'Invented visit', { level: 'I', licensed: true });
    const { index } = codebookSearch(codebook, { on }, [licensed]);
    expect(index.search('invented')[0].entry).toBe(licensed);
  });
});
