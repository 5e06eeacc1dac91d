import type { EditCase } from './case.ts';

const FORM = '837P: UN or MJ; 837I: UN or DA.';
const ANESTHESIA = 'Anesthesia is reported in minutes.';
const REST = 'Everything else is reported in units.';
const ROOM = 'Days are for room and board, revenue codes 0100 to 0219.';

export const cases: readonly EditCase[] = [
  { name: 'a visit in units', rule: REST, claim: ['99213'], expect: [] },
  {
    name: 'a visit in minutes',
    rule: REST,
    claim: ['99213 MJ'],
    expect: ['1 return minutes-elsewhere'],
    lines: ['return unit-basis'],
  },
  { name: 'therapy in minutes', rule: REST, claim: ['97110 x30 MJ'], expect: ['1 return minutes-elsewhere'] },
  { name: 'anesthesia in minutes', rule: ANESTHESIA, claim: ['00400:AA x45 MJ'], expect: [] },
  { name: 'anesthesia in units', rule: ANESTHESIA, claim: ['00400:AA x3'], expect: ['1 return minutes-expected'] },
  {
    name: 'the first code of anesthesia',
    rule: ANESTHESIA,
    claim: ['00100:AA x3'],
    expect: ['1 return minutes-expected'],
  },
  { name: 'the code before', rule: ANESTHESIA, claim: ['00099 x3'], expect: [] },
  {
    name: 'the last code of anesthesia',
    rule: ANESTHESIA,
    claim: ['01999:AA x3 +SEDATION'],
    expect: ['1 return minutes-expected'],
  },
  { name: 'the code after', rule: ANESTHESIA, claim: ['02000 x3'], expect: [] },
  { name: 'anesthesia without units', rule: ANESTHESIA, claim: ['00400:AA x?'], expect: ['1 return minutes-expected'] },
  { name: 'daily management in units', rule: 'A code by the day has no time.', claim: ['01996:AA'], expect: [] },
  {
    name: 'daily management in minutes',
    rule: 'A code by the day has no time.',
    claim: ['01996:AA x30 MJ'],
    expect: ['1 return minutes-elsewhere'],
  },
  {
    name: 'an add-on code in units',
    rule: 'Of add-on codes minutes and units both occur.',
    claim: ['01953:AA x2'],
    expect: [],
  },
  {
    name: 'an add-on code in minutes',
    rule: 'Of add-on codes minutes and units both occur.',
    claim: ['01968:AA x60 MJ'],
    expect: [],
  },
  { name: 'international units', rule: FORM, claim: ['J0135 x20 F2'], expect: ['1 return not-in-guide'] },
  { name: 'days on a professional claim', rule: FORM, claim: ['99231 DA'], expect: ['1 return not-in-guide'] },
  { name: 'anesthesia in days', rule: FORM, claim: ['00400:AA DA'], expect: ['1 return not-in-guide'] },
  { name: 'no basis', rule: FORM, claim: ['99213 --'], expect: ['1 return missing'] },
  { name: 'no basis of anesthesia', rule: FORM, claim: ['00400:AA x45 --'], expect: ['1 return missing'] },
  {
    name: 'no basis on an institutional line',
    rule: FORM,
    typeOfBill: '131',
    claim: ['99213 -- r0510'],
    expect: ['1 return missing'],
  },
  {
    name: 'minutes on an institutional line',
    rule: FORM,
    typeOfBill: '131',
    claim: ['00400 x45 MJ r0370'],
    expect: ['1 return not-in-guide'],
  },
  {
    name: 'F2 on an institutional line',
    rule: FORM,
    typeOfBill: '131',
    claim: ['J0135 F2 r0636'],
    expect: ['1 return not-in-guide'],
  },
  { name: 'units on an institutional line', rule: FORM, typeOfBill: '131', claim: ['00400 r0370'], expect: [] },
  { name: 'room and board in days', rule: ROOM, typeOfBill: '111', claim: [' r0120 x3 DA'], expect: [] },
  {
    name: 'room and board in units',
    rule: ROOM,
    typeOfBill: '111',
    claim: [' r0120 x3'],
    expect: ['1 review days-expected'],
  },
  { name: 'the first revenue code of them', rule: ROOM, typeOfBill: '111', claim: [' r0100 DA'], expect: [] },
  {
    name: 'the revenue code before',
    rule: ROOM,
    typeOfBill: '111',
    claim: [' r0099 DA'],
    expect: ['1 return days-elsewhere'],
  },
  { name: 'the last revenue code of them', rule: ROOM, typeOfBill: '111', claim: [' r0219 DA'], expect: [] },
  {
    name: 'the revenue code after',
    rule: ROOM,
    typeOfBill: '111',
    claim: [' r0220 DA'],
    expect: ['1 return days-elsewhere'],
  },
  { name: 'an unreadable code in minutes', rule: REST, claim: ['992 MJ'], expect: ['1 return minutes-elsewhere'] },
];
