import type { EditCase } from './case.ts';

const rows = (rule: string, cases: readonly (readonly [string, readonly string[], readonly string[]])[]): EditCase[] =>
  cases.map(([name, claim, expect]) => ({ name, rule, typeOfBill: '131', claim, expect }));

export const cases: readonly EditCase[] = [
  ...rows('Edit 43: a transfusion needs its blood on the day.', [
    ['a transfusion alone', ['36430 r0391'], ['1 return transfusion-without-blood']],
    ['a transfusion with its product', ['36430 r0391', 'P9016 x2 r0390'], []],
    ['the first product', ['36430 r0391', 'P9010 r0300'], []],
    ['the code before the first product', ['36430 r0391', 'P9009 r0300'], ['1 return transfusion-without-blood']],
    ['the last product', ['36430 r0391', 'P9073 r0300'], []],
    ['the code after the last product', ['36430 r0391', 'P9074 r0300'], ['1 return transfusion-without-blood']],
    ['a product by its revenue code alone', ['36430 r0391', ' r0381'], []],
    ['a product of another day', ['36430 r0391', 'P9016 2024-10-16 r0390'], ['1 return transfusion-without-blood']],
    [
      'two transfusions without a product',
      ['36430 r0391', '36430 r0391'],
      ['1 return transfusion-without-blood', '2 return transfusion-without-blood'],
    ],
  ]),
  ...rows('Edit 73: blood with BL has two lines, 038x and 039x, with equal units.', [
    ['both lines', ['P9016:BL x2 r0381', 'P9016:BL x2 r0390'], []],
    ['one line', ['P9016:BL x2 r0381'], ['1 return blood-lines']],
    ['other units', ['P9016:BL x2 r0381', 'P9016:BL x1 r0390'], ['1 return blood-lines', '2 return blood-lines']],
    ['another day', ['P9016:BL r0381', 'P9016:BL 2024-10-16 r0390'], ['1 return blood-lines', '2 return blood-lines']],
    ['processing alone, without BL', ['P9016 x2 r0390'], []],
    ['the second without BL', ['P9016:BL r0381', 'P9016 r0390'], ['1 return blood-lines']],
  ]),
  ...rows('Edit 82: C9898 has a token charge of at most $1.01.', [
    ['$1.01', ['C9898 r0343 $1.01'], []],
    ['$1.02', ['C9898 r0343 $1.02'], ['1 return token-charge']],
    ['nothing', ['C9898 r0343 $0'], []],
  ]),
  ...rows('Edit 87: a skin substitute that is applied is on the claim.', [
    ['an application alone', ['15271 r0360'], ['1 return skin-substitute-missing']],
    ['an application with its product', ['15271 r0360', 'Q4131 x4 r0636'], []],
    ['a low-cost application alone', ['C5271 r0360'], ['1 return skin-substitute-missing']],
    ['a product of the A codes', ['15275 r0360', 'A2001 x4 r0636'], []],
    ['the code before the first application', ['15270 r0360'], []],
    ['the last application', ['15278 r0360'], ['1 return skin-substitute-missing']],
  ]),
  ...rows('Edit 93: corneal tissue goes with a transplant.', [
    ['tissue alone', ['V2785 r0360'], ['1 review cornea-transplant-missing']],
    ['tissue with a transplant', ['65730 r0360', 'V2785 r0278'], []],
  ]),
  {
    name: 'a practitioner’s claim',
    rule: 'For outpatient facilities.',
    claim: ['36430', '15271', 'V2785'],
    expect: [],
  },
];
