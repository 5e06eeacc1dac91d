import type { EditCase } from './case.ts';

const WHOLE = 'Units of drugs are whole.';
const BY_ITEM = 'Units = items × billing units of one item.';
const BY_SIZE = 'Units = millilitres ÷ millilitres of one item × its billing units.';
const BY_DOSE = 'Units = milligrams ÷ milligrams of one unit.';
const SLIP = 'Milligrams in the place of units.';
const TOGETHER = 'What was given and what was discarded may each name the whole package.';

export const cases: readonly EditCase[] = [
  {
    name: 'a drug without a package',
    rule: 'Units are compared with the package given.',
    claim: ['J0135 x400'],
    expect: [],
  },
  {
    name: 'half a unit',
    rule: WHOLE,
    claim: ['J0135 x1.5'],
    expect: ['1 return not-whole'],
    lines: ['return drug-units'],
  },
  { name: 'a tenth of a unit', rule: WHOLE, claim: ['J1885 x0.1'], expect: ['1 return not-whole'] },
  { name: 'half a mile', rule: 'Drugs are looked at.', claim: ['A0425:RH x1.5'], expect: [] },
  {
    name: 'no units',
    rule: 'Units that are none are for another edit.',
    claim: ['J0135 x? %00074433902/2/UN'],
    expect: [],
  },
  { name: 'two pens', rule: BY_ITEM, claim: ['J0135 x4 %00074433902/2/UN'], expect: [] },
  {
    name: 'two pens, one unit more',
    rule: BY_ITEM,
    claim: ['J0135 x5 %00074433902/2/UN'],
    expect: ['1 review more-than-ndc'],
  },
  {
    name: 'two pens, one unit fewer',
    rule: BY_ITEM,
    claim: ['J0135 x3 %00074433902/2/UN'],
    expect: ['1 review less-than-ndc'],
  },
  {
    name: 'pens counted',
    rule: 'Packages in the place of units.',
    claim: ['J0135 x2 %00074433902/2/UN'],
    expect: ['1 review packages-as-units'],
  },
  {
    name: 'milligrams of the pens',
    rule: SLIP,
    claim: ['J0135 x80 %00074433902/2/UN'],
    expect: ['1 review amount-as-units'],
  },
  {
    name: 'one milligram more',
    rule: SLIP,
    claim: ['J0135 x81 %00074433902/2/UN'],
    expect: ['1 review more-than-ndc'],
  },
  { name: 'by the millilitre', rule: BY_SIZE, claim: ['J0135 x4 %00074433902/1.6/ML'], expect: [] },
  {
    name: 'by the millilitre, a pen fewer',
    rule: BY_SIZE,
    claim: ['J0135 x4 %00074433902/0.8/ML'],
    expect: ['1 review more-than-ndc'],
  },
  {
    name: 'part of a unit rounded up',
    rule: 'A part of a unit is billed as one.',
    claim: ['J1561 x21 %99999000201/101/ML'],
    expect: [],
  },
  {
    name: 'part of a unit left off',
    rule: 'Either way of rounding passes.',
    claim: ['J1561 x20 %99999000201/101/ML'],
    expect: [],
  },
  {
    name: 'a part and a whole more',
    rule: 'A part of a unit is billed as one.',
    claim: ['J1561 x22 %99999000201/101/ML'],
    expect: ['1 review more-than-ndc'],
  },
  {
    name: 'millilitres as units',
    rule: 'More units than the package comes to.',
    claim: ['J1561 x100 %99999000201/100/ML'],
    expect: ['1 review more-than-ndc'],
  },
  { name: 'milligrams given', rule: BY_DOSE, claim: ['J9355 x15 %99999000301/150/ME'], expect: [] },
  {
    name: 'milligrams given and billed',
    rule: SLIP,
    claim: ['J9355 x150 %99999000301/150/ME'],
    expect: ['1 review amount-as-units'],
  },
  { name: 'milligrams of a tenth each', rule: BY_DOSE, claim: ['J3010 x36 %99999000999/3.6/ME'], expect: [] },
  {
    name: 'micrograms billed',
    rule: SLIP,
    claim: ['J3010 x3600 %99999000999/3.6/ME'],
    expect: ['1 review amount-as-units'],
  },
  {
    name: 'international units given',
    rule: 'Units = international units ÷ those of one unit.',
    claim: ['J1644 x5 %99999000501/5000/F2'],
    expect: [],
  },
  {
    name: 'international units billed',
    rule: SLIP,
    claim: ['J1644 x5000 %99999000501/5000/F2'],
    expect: ['1 review amount-as-units'],
  },
  {
    name: 'a code by the millilitre',
    rule: 'Units = millilitres ÷ those of one unit.',
    claim: ['J7030 x2 %99999000998/2000/ML'],
    expect: [],
  },
  {
    name: 'milligrams of a code by the unit',
    rule: 'What cannot be compared is said.',
    claim: ['J1644 x5 %99999000501/5000/ME'],
    expect: ['1 info not-comparable'],
  },
  {
    name: 'a package that is not listed',
    rule: 'What cannot be compared is said.',
    claim: ['J0135 x4 %99999999999/2/UN'],
    expect: ['1 info not-comparable'],
  },
  {
    name: 'a package of another code',
    rule: 'What cannot be compared is said.',
    claim: ['J1885 x4 %00074433902/2/UN'],
    expect: ['1 info not-comparable'],
  },
  {
    name: '35 given and 5 discarded of a vial of 40, the vial on both lines',
    rule: TOGETHER,
    claim: ['J9355 x10 %99999000301/1/UN', 'J9355:JW x5 %99999000301/1/UN'],
    expect: [],
  },
  {
    name: 'each line with its share',
    rule: TOGETHER,
    claim: ['J9355 x10 %99999000301/100/ME', 'J9355:JW x5 %99999000301/50/ME'],
    expect: [],
  },
  {
    name: 'on two days each its own',
    rule: TOGETHER,
    claim: ['J9355 x10 %99999000301/1/UN', 'J9355:JW x5 2024-10-16 %99999000301/1/UN'],
    expect: ['1 review less-than-ndc', '2 review less-than-ndc'],
  },
  {
    name: 'a quantity of 0',
    rule: 'A quantity that is none is for another edit.',
    claim: ['J0135 x4 %00074433902/0/UN'],
    expect: [],
  },
  {
    name: 'before the crosswalk',
    rule: 'A crosswalk speaks for its quarter.',
    on: '2024-09-30',
    claim: ['J0135 x80 %00074433902/2/UN'],
    expect: ['- info no-data'],
  },
  {
    name: 'milligrams before the crosswalk',
    rule: 'Milligrams need none.',
    on: '2024-09-30',
    claim: ['J9355 x150 %99999000301/150/ME'],
    expect: ['1 review amount-as-units'],
  },
  {
    name: 'no tables',
    rule: 'A table that is absent is said once.',
    tables: 'none',
    claim: ['J0135 x80 %00074433902/2/UN'],
    expect: ['- info no-data'],
  },
  { name: 'no date', rule: 'Without a day no release speaks.', claim: ['J0135 x80 ? %00074433902/2/UN'], expect: [] },
];
