import { describe, expect, test } from 'vitest';
import { problemCodes, readText } from '../support/coded.ts';

const HEADER =
  'Claim ID,Line,Code,Modifiers,Units,Unit Basis,Charge,From,To,Place of Service,Billing NPI,billing_taxonomy,RenderingNPI,Rendering Taxonomy,Member ID,Birth Date,Sex,Diagnoses,Pointers,NDC,NDC Quantity,NDC Unit';

describe('CSV claims', () => {
  test('rows with the same id are one claim', () => {
    const { claims, problems } = readText(
      [
        HEADER,
        'A1,1,99213,25,1,UN,120.00,2024-07-01,,11,1234567893,207Q00000X,1245319599,207Q00000X,MBR1,1950-01-31,F,"I10,E11.9",A,,,',
        'A1,2,J1885,"25,59",4,UN,60,7/1/2024,20240702,,,,,,,,,,"1,2",00409-3795-01,1.5,ML',
        'A2,1,97110,,2,MJ,,2024-07-01,,,,,,,,,,,,,,',
        '',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(claims).toMatchObject([
      {
        id: 'A1',
        placeOfService: '11',
        billingProvider: { npi: '1234567893', taxonomy: '207Q00000X' },
        subscriber: { memberId: 'MBR1', birthDate: '1950-01-31', sex: 'F' },
        diagnoses: [
          { qualifier: 'ABK', code: 'I10' },
          { qualifier: 'ABF', code: 'E119' },
        ],
        place: { line: 2 },
        lines: [
          {
            number: 1,
            code: '99213',
            modifiers: ['25'],
            charge: 12000,
            diagnosisPointers: [1],
            renderingProvider: { npi: '1245319599' },
          },
          {
            number: 2,
            code: 'J1885',
            modifiers: ['25', '59'],
            from: '2024-07-01',
            to: '2024-07-02',
            diagnosisPointers: [1, 2],
            renderingProvider: null,
            drug: { ndc: '00409379501', quantity: 1.5, unit: 'ML' },
          },
        ],
      },
      { id: 'A2', place: { line: 4 }, lines: [{ units: 2, unitBasis: 'MJ', charge: null }] },
    ]);
  });

  test.each([
    ['semicolons', 'claim;code;units;from\nA1;J0135;2;2024-07-01'],
    ['tabs', 'claim\tcode\tunits\tfrom\nA1\tJ0135\t2\t2024-07-01'],
    ['CRLF and blank lines', '\r\nclaim,code,units,from\r\n\r\nA1,J0135,2,2024-07-01\r\n,,,\r\n'],
    ['quotes everywhere', '"claim","code","units","from"\n"A1","J0135","2","2024-07-01"'],
    ['a byte-order mark', '\ufeffclaim,code,units,from\nA1,J0135,2,2024-07-01'],
    ['other names', 'Patient Control Number,HCPCS Code,Quantity,DOS\nA1,J0135,2,2024-07-01'],
    ['columns to be ignored', 'claim,code,units,from,x-note,\nA1,J0135,2,2024-07-01,call back,'],
    ['single modifier columns', 'claim,code,units,from,mod1,mod2\nA1,J0135,2,2024-07-01,,'],
    ['a line break in quotes', 'claim,code,units,from,description\nA1,J0135,2,2024-07-01,"two\nlines"'],
  ])('%s', (_, text) => {
    const { claims, problems } = readText(text);
    expect(problems).toEqual([]);
    expect(claims).toMatchObject([
      { id: 'A1', lines: [{ code: 'J0135', units: 2, from: '2024-07-01', modifiers: [] }] },
    ]);
  });

  test('modifier1 to modifier4 keep their slots', () => {
    const { claims } = readText('claim,code,modifier1,modifier2,modifier3,modifier4\nA1,J0135,,59,,');
    expect(claims[0].lines[0].modifiers).toEqual(['', '59']);
  });

  const rows = (bad: string) => `claim,code,units,from,charge,line,pointers\n${bad}\nA2,J1885,1,2024-07-01,5,1,1`;
  test.each([
    ['units', rows('A1,J0135,two,2024-07-01,5,1,1'), { units: null }],
    ['from', rows('A1,J0135,2,July,5,1,1'), { from: null }],
    ['charge', rows('A1,J0135,2,2024-07-01,5.001,1,1'), { charge: null }],
    ['line', rows('A1,J0135,2,2024-07-01,5,one,1'), { number: 1 }],
    ['pointers', rows('A1,J0135,2,2024-07-01,5,1,x'), { diagnosisPointers: [] }],
  ])('a bad cell in %s is told and taken as not given', (column, text, expected) => {
    const reading = readText(text);
    expect(reading.problems).toMatchObject([
      { code: 'claim-value', line: 2, message: expect.stringContaining(`"${column}"`) },
    ]);
    expect(reading.claims).toHaveLength(2);
    expect(reading.claims[0].lines[0]).toMatchObject(expected);
  });

  test('a day that the calendar does not have is left to the edits', () => {
    const { claims, problems } = readText('claim,code,from\nA1,J0135,2024-02-30');
    expect(problems).toEqual([]);
    expect(claims[0].lines[0].from).toBeNull();
  });

  test.each([
    ['an unknown column', 'claim,code,unots\nA1,J0135,2', ['csv-header'], 1],
    ['a column twice', 'claim,code,hcpcs\nA1,J0135,J0136', ['csv-header'], 1],
    ['no code column', 'claim,units\nA1,2', ['csv-header'], 0],
    ['no claim column', 'code,units\nJ0135,2', ['csv-header'], 0],
    ['a row without claim', 'claim,code\n,J0135\nA2,J0136', ['claim-without-id'], 1],
    ['too many cells', 'claim,code\nA1,J0135,7\nA2,J0136', ['csv-syntax'], 2],
    ['an open quote at the end', 'claim,code\nA1,J0135\nA2,"J0136\n', ['csv-syntax'], 1],
    ['an open quote in the middle', 'claim,code\nA1,J0135\nA2,"J0136\nA3,J0137\nA4,J0138', ['csv-syntax'], 3],
    ['a header alone', 'claim,code\n', ['no-claims'], 0],
    ['a claim whose rows are parted', 'claim,code\nA1,J0135\nA2,J0136\nA1,J0137', ['csv-claim-split'], 3],
    ['a claim that contradicts itself', 'claim,code,billing npi\nA1,J0135,1\nA1,J0136,2', ['claim-value'], 1],
  ])('%s', (_, text, codes, claims) => {
    const reading = readText(text);
    expect(problemCodes(reading)).toEqual(codes);
    expect(reading.claims).toHaveLength(claims);
  });

  test('each return of a claim is told with its line, and no id', () => {
    const { problems } = readText('claim,code\nSECRET,J0135\nA2,J0136\nSECRET,J0137\nSECRET,J0138\nA2,J0139\n');
    expect(problems).toMatchObject([
      { code: 'csv-claim-split', line: 4 },
      { code: 'csv-claim-split', line: 6 },
    ]);
    expect(JSON.stringify(problems)).not.toContain('SECRET');
  });

  test('a claim is known again among many', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `C${i},J0135`);
    const { claims, problems } = readText(['claim,code', ...rows, 'C0,J0135', 'C4999,J0135', 'C5000,J0135'].join('\n'));
    expect(claims).toHaveLength(5003);
    expect(problems).toMatchObject([{ line: 5002 }, { line: 5003 }]);
  });

  test.each([
    ['"59, RT"', ['59', 'RT']],
    ['" 59 ,RT "', ['59', 'RT']],
    ['"59 , RT; LT"', ['59', 'RT', 'LT']],
    ['59  RT', ['59', 'RT']],
    ['"59, , RT"', ['59', '', 'RT']],
    ['", RT"', ['', 'RT']],
    ['"59, "', ['59']],
    ['" "', []],
  ])('modifiers %s', (cell, modifiers) => {
    const { claims, problems } = readText(`claim,code,modifiers\nA1,J0135,${cell}`);
    expect(problems).toEqual([]);
    expect(claims[0].lines[0].modifiers).toEqual(modifiers);
  });

  test('lines of problems count line breaks in quotes', () => {
    const { problems } = readText('claim,code,units,description\nA1,J0135,1,"a\nb\nc"\nA2,J0135,x,d\n');
    expect(problems).toMatchObject([{ line: 5 }]);
  });
});
