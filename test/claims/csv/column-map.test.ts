import { describe, expect, test } from 'vitest';
import { parseColumnMap } from '../../../src/claims/csv/column-map.ts';
import { ProblemError } from '../../../src/problems.ts';
import { readTable } from '../../support/table-claims.ts';

const problemOf = (text: string): ProblemError => {
  try {
    parseColumnMap(text);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('no problem');
};

describe('a map of columns', () => {
  test.each([
    [
      'code=Proc Code, date=Svc Dt',
      [
        ['code', ['Proc Code']],
        ['from', ['Svc Dt']],
      ],
    ],
    [
      'code=Proc Code\nfrom=Svc Dt\n',
      [
        ['code', ['Proc Code']],
        ['from', ['Svc Dt']],
      ],
    ],
    ['Service Date = a=b', [['from', ['a=b']]]],
    ['to=', [['to', []]]],
    [
      '{ "code": "Proc, Code", "diagnoses": ["Dx 1", "Dx 2"], "to": null }',
      [
        ['code', ['Proc, Code']],
        ['diagnoses', ['Dx 1', 'Dx 2']],
        ['to', []],
      ],
    ],
  ] as const)('%s', (text, entries) => {
    expect([...parseColumnMap(text)]).toEqual(entries);
  });

  test.each([
    ['cod=Proc Code', 'did you mean code'],
    ['modifer1=M1', 'did you mean modifier1'],
    ['zzzz=M1', 'the fields are claim, line,'],
    ['code', 'no pair'],
    ['code=A,hcpcs=B', 'twice'],
    ['{"code":', 'begins like JSON'],
    ['{"code":7}', 'neither a column'],
    ['', 'names no field'],
  ])('%s is refused: %s', (text, words) => {
    const { code, message } = problemOf(text);
    expect(code).toBe('map-invalid');
    expect(message).toContain(words);
  });

  const TEXT = 'Acct,Proc Code,Svc Dt,Qty Billed,Dx 1,Dx 2,Patient\nA1,J0135,7/1/2024,2,I10,E11.9,Roe\n';

  test('names the columns of a table that none would know', async () => {
    const map = parseColumnMap(
      '{"claim":"acct","code":"PROC CODE","from":"Svc Dt","units":"Qty Billed","diagnoses":["Dx 1","Dx 2"]}',
    );
    const { claims, problems, layouts } = await readTable(TEXT, map);
    expect(problems).toEqual([]);
    expect(layouts).toMatchObject([
      {
        layout: 'columns',
        mapped: true,
        used: 6,
        of: 7,
        columns: { code: ['Proc Code'], diagnoses: ['Dx 1', 'Dx 2'] },
      },
    ]);
    expect(claims).toMatchObject([
      {
        id: 'A1',
        diagnoses: [{ code: 'I10' }, { code: 'E119' }],
        lines: [{ code: 'J0135', units: 2, from: '2024-07-01' }],
      },
    ]);
  });

  test('names a missing column with those near it, and nothing else of the header', async () => {
    const { claims, problems } = await readTable(TEXT, parseColumnMap('claim=Acct,code=Proc Cde'));
    expect(claims).toEqual([]);
    expect(problems).toMatchObject([{ code: 'map-column', line: 1 }]);
    expect(problems[0].message).toContain('near it are "Proc Code"');
    expect(problems[0].message).not.toContain('Patient');
  });

  test('lays itself over a layout, and leaves out a field that it empties', async () => {
    const header = 'clm_id|line_num|prf_physn_npi|line_srvc_cnt|hcpcs_cd|hcpcs_1st_mdfr_cd|other_npi|mtus';
    const text = `${header}\n1|1|1245319599|2|J1885|JZ|1234567893|9\n`;
    const map = parseColumnMap('rendering npi=,billing npi=other_npi,units=mtus');
    const { claims, layouts } = await readTable(text, map);
    expect(layouts).toMatchObject([{ layout: 'cms-rif-carrier', mapped: true }]);
    expect(claims).toMatchObject([
      { billingProvider: { npi: '1234567893' }, lines: [{ units: 9, modifiers: ['JZ'], renderingProvider: null }] },
    ]);
  });

  test('of several columns for one value the first that is filled counts', async () => {
    const map = parseColumnMap('{"claim":"a","code":["b","c"]}');
    const { claims } = await readTable('a,b,c\n1,,J0135\n2,J1885,J0135\n', map);
    expect(claims.map(({ lines }) => lines[0].code)).toEqual(['J0135', 'J1885']);
  });

  test('mapped modifiers take the place of those found', async () => {
    const map = parseColumnMap('modifiers=all mods');
    const { claims } = await readTable('claim,code,mod1,all mods\nA1,J0135,KX,59 RT\n', map);
    expect(claims[0].lines[0].modifiers).toEqual(['59', 'RT']);
  });
});
