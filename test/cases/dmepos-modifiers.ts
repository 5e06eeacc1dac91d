import type { EditCase } from './case.ts';
import { rows } from './rows.ts';

const DME = { setting: 'dme' } as const;

export const cases: readonly EditCase[] = [
  ...rows('One of NU, UE and RR where there are fees for them.', DME, [
    ['new', ['E0100:NU'], []],
    ['used', ['E0100:UE'], []],
    ['rented', ['E0100:RR'], []],
    ['none', ['E0100'], ['1 return way-missing']],
    ['another modifier', ['E0100:KX'], ['1 return way-missing']],
    ['with another modifier', ['E0100:KX:NU'], []],
    ['none on two lines', ['E0100', 'E0100:LT'], ['1 return way-missing', '2 return way-missing']],
    ['oxygen rented', ['E0424:RR'], []],
    ['oxygen without', ['E0424'], ['1 return way-missing']],
  ]),
  ...rows('By a way that has a fee.', DME, [
    ['oxygen bought', ['E0424:NU'], ['1 return way-without-fee']],
    ['oxygen bought used', ['E0424:UE'], ['1 return way-without-fee']],
  ]),
  ...rows('What is furnished in one way alone needs none.', DME, [
    ['a supply', ['A4216'], []],
    ['an orthosis', ['L1902'], []],
    ['a code that the schedule does not have', ['E9999'], []],
  ]),
  ...rows('A capped rental says its month.', DME, [
    ['the first', ['E0260:RR:KH'], []],
    ['the second and third', ['E0260:RR:KI'], []],
    ['the fourth to thirteenth', ['E0260:RR:KJ'], []],
    ['none', ['E0260:RR'], ['1 return rental-month-missing']],
    ['two', ['E0260:RR:KH:KI'], ['1 return rental-months-twice']],
    ['bought', ['E0601:NU'], []],
    ['of no capped rental', ['E0100:RR'], []],
  ]),
  ...rows('Days that the schedule speaks for.', DME, [
    ['the first day', ['E0100 2024-10-01'], ['1 return way-missing']],
    ['the day before', ['E0100 2024-09-30'], ['- info no-data']],
    ['the last day', ['E0100 2024-12-31'], ['1 return way-missing']],
    ['the day after', ['E0100 2025-01-01'], ['- info no-data']],
    ['no date', ['E0100 ?'], []],
  ]),
  ...rows('An absent table is said where a line calls for it.', { tables: 'none' }, [
    ['a supplier', ['E0100'], ['- info no-data'], DME],
    ['a practitioner with a way', ['E0100:NU'], ['- info no-data']],
    ['a practitioner without', ['E0100'], []],
    ['a visit', ['99213'], [], DME],
  ]),
  { name: 'a facility’s claim', rule: 'On suppliers’ claims.', typeOfBill: '131', claim: ['E0100 r0290'], expect: [] },
];
