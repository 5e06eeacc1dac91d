import { describe, expect, test } from 'vitest';
import { dayOf } from '../../src/codes/day.ts';
import { problemCodes, readText } from '../support/coded.ts';

const json = (claim: object) =>
  readText(JSON.stringify({ id: 'H1', lines: [{ revenueCode: '0250', units: 2 }], ...claim }));

describe('an institutional claim in JSON', () => {
  test.each([
    [{ institutional: { typeOfBill: '131' } }, 'outpatient', '1', '131'],
    [{ institutional: { typeOfBill: '0137' } }, 'outpatient', '7', '137'],
    [{ institutional: { typeOfBill: '11' } }, 'facility', '1', '111'],
    [{ institutional: { typeOfBill: '13' }, frequency: '8' }, 'outpatient', '8', '138'],
    [{ institutional: { typeOfBill: 131 }, frequency: 1 }, 'outpatient', '1', '131'],
    [{ setting: 'outpatient' }, 'outpatient', '1', ''],
    [{ setting: 'facility' }, 'facility', '1', ''],
    [{ setting: 'outpatient', institutional: { typeOfBill: '111' } }, 'outpatient', '1', '111'],
    [{ type: 'institutional' }, 'professional', '1', ''],
  ])('%j', (claim, setting, frequency, typeOfBill) => {
    const { claims, problems } = json(claim);
    expect(problems).toEqual([]);
    expect(claims).toMatchObject([{ type: 'institutional', setting, frequency, institutional: { typeOfBill } }]);
  });

  test('has a revenue code without a qualifier, and the statement dates as numbers', () => {
    const { claims, coded } = json({ institutional: { statementFrom: '2024-07-01' } });
    expect(claims[0].lines[0]).toMatchObject({ revenueCode: '0250', code: '', qualifier: '', from: null });
    expect(coded[0].lines[0]).toMatchObject({ revenue: 250, from: dayOf(2024, 7, 1), to: dayOf(2024, 7, 1) });
  });

  test.each([
    [{ institutional: { typeOfBill: 'X' } }, /typeOfBill is not a type of bill/],
    [{ institutional: { typeOfBill: '137' }, frequency: '1' }, /frequency is not the one/],
    [{ type: 'professional', institutional: {} }, /professional claim/],
    [{ institutional: { billType: '131' } }, /unknown field "billType"/],
    [{ institutional: { values: [{ code: 'A1', amount: 'x' }] } }, /values\[0\]\.amount is not an amount/],
    [{ institutional: { statementFrom: 'July' } }, /statementFrom is not a date/],
  ])('%j is refused', (claim, message) => {
    const reading = json(claim);
    expect(reading.claims).toEqual([]);
    expect(reading.problems).toMatchObject([{ code: 'claim-value', message: expect.stringMatching(message) }]);
  });
});

describe('an institutional claim in CSV', () => {
  test('is one by its type of bill', () => {
    const { claims, coded, problems } = readText(
      'claim,type of bill,statement from,statement to,revenue code,hcpcs,units\nH1,0137,7/1/2024,7/2/2024,0450,99284,1\nH1,,,,0250,,2\n',
    );
    expect(problems).toEqual([]);
    expect(claims).toMatchObject([
      {
        type: 'institutional',
        setting: 'outpatient',
        frequency: '7',
        institutional: { typeOfBill: '137', statementFrom: '2024-07-01', statementTo: '2024-07-02' },
        lines: [
          { revenueCode: '0450', code: '99284', qualifier: 'HC' },
          { revenueCode: '0250', code: '', qualifier: '' },
        ],
      },
    ]);
    expect(coded[0].lines[1]).toMatchObject({ from: dayOf(2024, 7, 1), to: dayOf(2024, 7, 2) });
  });

  test('with a frequency that its type of bill contradicts has the latter, which is said', () => {
    const reading = readText('claim,bill type,frequency,code\nH1,137,1,99284\n');
    expect(reading.claims[0]).toMatchObject({ frequency: '7', institutional: { typeOfBill: '137' } });
    expect(problemCodes(reading)).toEqual(['claim-value']);
  });

  test('with a type of bill that is none is read without', () => {
    const reading = readText('claim,bill type,code\nH1,X,99284\n');
    expect(reading.claims[0]).toMatchObject({ type: 'institutional', institutional: { typeOfBill: '' } });
    expect(problemCodes(reading)).toEqual(['claim-value']);
  });
});
