import { describe, expect, test } from 'vitest';
import { dayOf } from '../../src/codes/day.ts';
import { problemCodes, readText } from '../support/coded.ts';

const LEVELS =
  'BHT*0019*00*B1*20240701*0900*CH~HL*1**20*1~NM1*85*2*EXAMPLE HOSPITAL*****XX*1234567893~HL*2*1*22*0~SBR*P*18*******MA~NM1*IL*1*SAMPLE*PAT****MI*1EG4TE5MK73~';
const STAY = 'DTP*434*RD8*20240701-20240703~DTP*435*DT*202407010915~DTP*096*TM*1130~CL1*3*7*30~REF*F8*ICN1~';
const CODES =
  'HI*ABK:M54.50:::::::Y~HI*ABJ:R0602~HI*APR:R0602*APR:R05~HI*ABN:W010XXA:::::::N~HI*DR:470~HI*ABF:I10*ABF:E119~HI*BBR:0BH17EZ:D8:20240702~HI*BI:74:RD8:20240701-20240702~HI*BH:11:D8:20240630~HI*BE:A1:::100*BE:80:::2.5~HI*BG:09*BG:41~';
const PROVIDERS =
  'NM1*71*1*ATTEND*ANN****XX*1245319599~PRV*AT*PXC*207R00000X~NM1*72*1*OPERATE*OLA****XX*1558444216~NM1*ZZ*1*OTHER*OTTO~REF*0B*S77~NM1*82*1*RENDER*REX****XX*1669551234~NM1*DN*1*REFER*RAY****XX*1770662345~';
const LINES =
  'LX*1~SV2*0450*HC:99284:25::::VISIT*800*UN*1~DTP*472*D8*20240702~REF*6R*L1~LX*2~SV2*0250**200*UN*10~LX*3~SV2*0636*HC:J0135*500*UN*2~LIN**N4*00074433902~CTP****2*ML~';

const file = (claim: string, guide = '005010X223A2'): string => {
  const body = `ST*837*0001*${guide}~${LEVELS}${claim}`;
  const count = body.split('~').length;
  return `ISA*00*          *00*          *ZZ*SUBMITTER01    *ZZ*PAYER01        *240701*0900*^*00501*000000101*0*T*:~GS*HC*S*R*20240701*0900*101*X*${guide}~${body}SE*${count}*0001~GE*1*101~IEA*1*000000101~`;
};
const whole = (bill = '13:A:1') => file(`CLM*H1*1500***${bill}**A*Y*Y~${STAY}${CODES}${PROVIDERS}${LINES}`);

describe('an 837I', () => {
  test('is read in full', () => {
    const { claims, problems } = readText(whole());
    expect(problems).toEqual([]);
    expect(claims).toMatchObject([
      {
        id: 'H1',
        type: 'institutional',
        setting: 'outpatient',
        frequency: '1',
        originalReference: 'ICN1',
        placeOfService: '',
        charge: 150_000,
        renderingProvider: { npi: '1669551234', name: 'RENDER, REX' },
        referringProvider: { npi: '1770662345' },
        diagnoses: [
          { qualifier: 'ABK', code: 'M5450', presentOnAdmission: 'Y' },
          { qualifier: 'ABJ', code: 'R0602' },
          { qualifier: 'APR', code: 'R0602' },
          { qualifier: 'APR', code: 'R05' },
          { qualifier: 'ABN', code: 'W010XXA', presentOnAdmission: 'N' },
          { qualifier: 'ABF', code: 'I10' },
          { qualifier: 'ABF', code: 'E119' },
        ],
        institutional: {
          typeOfBill: '131',
          statementFrom: '2024-07-01',
          statementTo: '2024-07-03',
          admissionDate: '2024-07-01',
          admissionHour: '0915',
          dischargeHour: '1130',
          admissionType: '3',
          admissionSource: '7',
          patientStatus: '30',
          attendingProvider: { npi: '1245319599', taxonomy: '207R00000X', name: 'ATTEND, ANN' },
          operatingProvider: { npi: '1558444216' },
          otherOperatingProvider: { npi: null, identifier: 'S77' },
          procedures: [{ qualifier: 'BBR', code: '0BH17EZ', date: '2024-07-02' }],
          values: [
            { code: 'A1', amount: 10_000 },
            { code: '80', amount: 250 },
          ],
          occurrences: [{ code: '11', date: '2024-06-30' }],
          occurrenceSpans: [{ code: '74', from: '2024-07-01', to: '2024-07-02' }],
          conditions: ['09', '41'],
          drg: '470',
        },
        lines: [
          { revenueCode: '0450', code: '99284', modifiers: ['25'], description: 'VISIT', units: 1, charge: 80_000 },
          { revenueCode: '0250', code: '', qualifier: '', units: 10, charge: 20_000, from: null },
          { revenueCode: '0636', code: 'J0135', drug: { ndc: '00074433902', quantity: 2 }, placeOfService: '' },
        ],
      },
    ]);
  });

  test('puts lines without a date on the statement dates, as numbers alone', () => {
    const { coded, claims } = readText(whole());
    expect(coded[0].lines.map(({ from, to }) => [from, to])).toEqual([
      [dayOf(2024, 7, 2), dayOf(2024, 7, 2)],
      [dayOf(2024, 7, 1), dayOf(2024, 7, 3)],
      [dayOf(2024, 7, 1), dayOf(2024, 7, 3)],
    ]);
    expect(claims[0].lines.map(({ from }) => from)).toEqual(['2024-07-02', null, null]);
  });

  test.each([
    ['13:A:1', 'outpatient', '131', []],
    ['85:A:7', 'outpatient', '857', []],
    ['11:A:1', 'facility', '111', []],
    ['81:A:1', 'facility', '811', []],
    ['131:A:1', 'outpatient', '131', ['x12-bill-type']],
    ['0131:A:1', 'outpatient', '131', ['x12-bill-type']],
    ['013:A:1', 'outpatient', '131', ['x12-bill-type']],
    ['1:A:1', 'facility', '', ['x12-bill-type']],
    ['00:A:1', 'facility', '', ['x12-bill-type']],
    ['1X:A:1', 'facility', '', ['x12-bill-type']],
    [':A:1', 'facility', '', ['x12-bill-type']],
    ['13131:A:1', 'facility', '', ['x12-bill-type']],
  ])('of type of bill %s is of setting %s', (bill, setting, typeOfBill, problems) => {
    const reading = readText(whole(bill));
    expect(reading.claims).toMatchObject([{ setting, institutional: { typeOfBill } }]);
    expect(problemCodes(reading)).toEqual(problems);
  });

  test('with SV1 in the place of SV2 is read, and that is said once', () => {
    const reading = readText(file('CLM*H1*10***13:A:1~LX*1~SV1*HC:99284*5*UN*1~LX*2~SV1*HC:99283*5*UN*1~'));
    expect(reading.claims[0].lines).toMatchObject([
      { code: '99284', revenueCode: '' },
      { code: '99283', revenueCode: '' },
    ]);
    expect(problemCodes(reading)).toEqual(['x12-service']);
  });

  test('of another payer’s loops takes no statement dates', () => {
    const other = 'SBR*S*18~DTP*434*RD8*20200101-20200102~';
    const { claims, coded } = readText(file(`CLM*H1*10***13:A:1~${other}LX*1~SV2*0250**5*UN*1~`));
    expect(claims[0].institutional?.statementFrom).toBeNull();
    expect(coded[0].statement[0]).toBe(coded[0].lines[0].from);
  });
});

test('an SV2 in an 837P is no line of it', () => {
  const reading = readText(
    file('CLM*P1*10***11:B:1~LX*1~SV1*HC:99213*5*UN*1~SV2*0450*HC:99284*5*UN*1~', '005010X222A1'),
  );
  expect(reading.claims).toMatchObject([{ type: 'professional', lines: [{ code: '99213' }] }]);
  expect(problemCodes(reading)).toEqual(['x12-segment']);
});

test.each([
  ['0450', 450],
  ['1', 1],
  ['9999', 9999],
  ['00450', -1],
  ['45X', -1],
  [' 0450 ', 450],
  ['', -1],
])('revenue code "%s" is %i as a number', (text, number) => {
  const { coded } = readText(file(`CLM*H1*10***13:A:1~LX*1~SV2*${text}*HC:99284*5*UN*1~`));
  expect(coded[0].lines[0].revenue).toBe(number);
});
