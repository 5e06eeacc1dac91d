import type { EditCase } from './case.ts';
import { rows } from './rows.ts';

export const cases: readonly EditCase[] = [
  ...rows('One to four pointers.', { diagnoses: 'I10 E119 R059 Z0000 H42' }, [
    ['one', ['99213 #1'], []],
    ['four', ['99213 #1,2,3,4'], []],
    ['five', ['99213 #1,2,3,4,5'], ['1 return too-many']],
    ['none', ['99213 #'], ['1 return pointer-missing']],
    ['none on the second line', ['99213 #1', '80053 #'], ['2 return pointer-missing']],
    ['none on two lines', ['99213 #', '80053 #'], ['1 return pointer-missing', '2 return pointer-missing']],
  ]),
  ...rows('Each to a diagnosis of the claim.', { diagnoses: 'I10 E119' }, [
    ['the last', ['99213 #2'], []],
    ['the one after the last', ['99213 #3'], ['1 return pointer-to-nothing']],
    ['none of that number', ['99213 #0'], ['1 return pointer-to-nothing']],
    ['one of two', ['99213 #1,3'], ['1 return pointer-to-nothing']],
    ['two of two', ['99213 #3,4'], ['1 return pointer-to-nothing', '1 return pointer-to-nothing']],
    ['on each of two lines', ['99213 #3', '80053 #3'], ['1 return pointer-to-nothing', '2 return pointer-to-nothing']],
    ['the twelfth of two', ['99213 #12'], ['1 return pointer-to-nothing']],
  ]),
  ...rows('The same pointer twice is worth a note.', { diagnoses: 'I10 E119' }, [
    ['once each', ['99213 #1,2'], []],
    ['twice the first', ['99213 #1,1'], ['1 info pointer-repeated']],
    ['twice with another between', ['99213 #1,2,1'], ['1 info pointer-repeated']],
    [
      'three times',
      ['99213 #1,1,1'],
      ['1 info pointer-repeated', '1 info pointer-repeated', '1 info pointer-repeated'],
    ],
    ['on two lines once each', ['99213 #1', '80053 #1'], []],
  ]),
  ...rows('A practitioner’s claim has a diagnosis.', { diagnoses: '' }, [
    ['none', ['99213 #'], ['- return no-diagnosis']],
    ['none, and two lines', ['99213 #1', '80053 #'], ['- return no-diagnosis']],
  ]),
  ...rows('A facility’s lines point to none.', { typeOfBill: '131' }, [
    ['with a diagnosis', ['99213 r0510 #'], []],
    ['without', ['99213 r0510 #'], [], { diagnoses: '' }],
  ]),
];
