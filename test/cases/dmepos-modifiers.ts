import type { EditCase } from './case.ts';
import { circumstances, rows } from './rows.ts';

const DME = { setting: 'dme' } as const;

/** So many months of rent before October 2024, a claim each. */
const months = (code: string, count: number): Record<string, string[]> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => {
      const month = 2024 * 12 + 8 - i;
      const date = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`;
      return [`M${i}`, [`${code}:RR ${date}`]];
    }),
  );

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
  ...rows('One of them alone.', DME, [
    ['new and rented', ['E0100:NU:RR'], ['1 return several-ways']],
    ['a repair part', ['E0100:RB'], []],
    ['maintenance', ['E0260:MS'], []],
    ['bought by choice', ['E0260:NU:BP'], []],
    ['bought without the choice', ['E0260:NU'], ['1 return way-without-fee']],
  ]),
  ...rows('A capped rental says its month.', { ...DME, history: {} }, [
    ['the first', ['E0260:RR:KH'], []],
    ['none', ['E0260:RR'], ['1 return rental-month-missing']],
    ['two', ['E0260:RR:KH:KI'], ['1 return rental-months-twice']],
    ['of what is bought, the first', ['E0601:NU:KH'], []],
    ['of what is bought, the second', ['E0601:NU:KI'], ['1 return month-without-rental']],
    ['of no capped rental', ['E0100:RR'], []],
  ]),
  ...circumstances(
    'Months are counted from earlier claims.',
    ['E0260:RR:KI'],
    [
      ['none given', DME, ['1 info no-history']],
      ['the second', { ...DME, history: months('E0260', 1) }, []],
      ['the third', { ...DME, history: months('E0260', 2) }, []],
      ['the first', { ...DME, history: {} }, ['1 review month-differs']],
      ['the fourth', { ...DME, history: months('E0260', 3) }, ['1 review month-differs']],
      ['the fourth, said so', { ...DME, claim: ['E0260:RR:KJ'], history: months('E0260', 3) }, []],
      ['the thirteenth', { ...DME, claim: ['E0260:RR:KJ'], history: months('E0260', 12) }, []],
      ['the fourteenth', { ...DME, claim: ['E0260:RR:KJ'], history: months('E0260', 13) }, ['1 deny rental-over']],
      ['of another code', { ...DME, history: months('E0601', 1) }, ['1 review month-differs']],
      ['bought before', { ...DME, history: { A: ['E0260:NU 2024-09-15'] } }, ['1 review month-differs']],
      ['after a break of 60 days', { ...DME, history: { A: ['E0260:RR:KH 2024-07-16'] } }, []],
      ['after a break of 61 days', { ...DME, history: { A: ['E0260:RR:KH 2024-07-15'] } }, ['1 review month-differs']],
      [
        'on the claim itself',
        { ...DME, claim: ['E0260:RR:KH 2024-09-15', 'E0260:RR:KI'], history: {} },
        ['- info no-data'],
      ],
    ],
  ),
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
