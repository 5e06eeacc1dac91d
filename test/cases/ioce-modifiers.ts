import type { EditCase } from './case.ts';

const BILL = { typeOfBill: '131' } as const;

export const cases: readonly EditCase[] = [
  ...(
    [
      ['73 with one unit', ['11042:73 r0360'], []],
      ['73 with two units', ['11042:73 x2 r0360'], ['1 return terminated-with-units']],
      ['52 with one unit', ['11042:52 r0360'], []],
      ['52 with two units', ['11042:52 x2 r0360'], ['1 return terminated-with-units']],
      ['73 with 50', ['27447:73:50 r0360'], ['1 return terminated-with-units']],
      ['50 alone', ['27447:50 r0360'], []],
      ['two units without either', ['11042 x2 r0360'], []],
    ] as const
  ).map(([name, claim, expect]) => ({
    ...BILL,
    name,
    rule: 'Edit 37: a terminated procedure has one unit and no 50.',
    claim,
    expect,
  })),
  ...(
    [
      ['Q1 with Z00.6', 'I10 Z006', ['93000:Q1 r0730'], []],
      ['Q1 without Z00.6', 'I10', ['93000:Q1 r0730'], ['1 return trial-without-diagnosis']],
      ['Q0 without Z00.6', 'I10', ['93010 r0730', '93000:Q0 r0730'], ['2 return trial-without-diagnosis']],
      ['neither', 'I10', ['93000 r0730'], []],
    ] as const
  ).map(([name, diagnoses, claim, expect]) => ({
    ...BILL,
    name,
    rule: 'Edit 59: a clinical trial has the diagnosis Z00.6.',
    diagnoses,
    claim,
    expect,
  })),
  {
    ...BILL,
    name: 'condition code 30 without Z00.6',
    rule: 'Edit 59: a clinical trial has the diagnosis Z00.6.',
    diagnoses: 'I10',
    facts: { conditions: ['30'] },
    claim: ['93000 r0730'],
    expect: ['- return trial-without-diagnosis'],
  },
  ...(
    [
      ['one line', '20', ['11042:CA r0360'], []],
      ['two lines', '20', ['11042:CA r0360', '20610:CA r0360'], ['2 return ca-twice']],
      ['two units', '20', ['11042:CA x2 r0360'], ['1 return ca-twice']],
    ] as const
  ).map(([name, patientStatus, claim, expect]) => ({
    ...BILL,
    name: `CA on ${name}`,
    rule: 'Edit 60: CA stands on one procedure.',
    facts: { patientStatus },
    claim,
    expect,
  })),
  ...(
    [
      ['20', []],
      ['02', []],
      ['05', []],
      ['01', ['1 return ca-patient-status']],
      ['', ['1 return ca-patient-status']],
    ] as const
  ).map(([patientStatus, expect]) => ({
    ...BILL,
    name: `CA with patient status ${patientStatus || 'not given'}`,
    rule: 'Edit 70: CA needs a patient who died or was transferred.',
    facts: { patientStatus },
    claim: ['11042:CA r0360'],
    expect,
  })),
  ...(
    [
      ['PN:PO', ['1 return pair-not-allowed']],
      ['PO:PN', ['1 return pair-not-allowed']],
      ['ER:PO', ['1 return pair-not-allowed']],
      ['ER:PN', ['1 return pair-not-allowed']],
      ['FX:FY', ['1 return pair-not-allowed']],
      ['PN:25', []],
      ['FX', []],
    ] as const
  ).map(([modifiers, expect]) => ({
    ...BILL,
    name: `modifiers ${modifiers}`,
    rule: 'Edit 102: two of PN, PO and ER, or FX with FY, are not allowed on a line.',
    claim: [`99213:${modifiers} r0510`],
    expect,
  })),
  {
    name: 'a practitioner’s claim',
    rule: 'For outpatient facilities.',
    claim: ['11042:73:PN:PO x2', '93000:Q1'],
    expect: [],
  },
];
