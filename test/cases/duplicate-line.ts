import type { EditCase } from './case.ts';
import { rows } from './rows.ts';

export const cases: readonly EditCase[] = [
  ...rows('The same code, day, provider and modifiers.', {}, [
    ['the same line twice', ['80053', '80053'], ['2 deny on-claim with 1']],
    ['three times', ['80053', '80053', '80053'], ['2 deny on-claim with 1', '3 deny on-claim with 1']],
    ['other units', ['97110 x2', '97110'], ['2 deny on-claim with 1']],
    ['another code', ['80053', '80048'], []],
    ['another day', ['80053', '80053 2024-10-16'], []],
    ['another provider', ['80053 @1245319599', '80053 @1558444216'], []],
    [
      'a colleague of the specialty',
      ['80053 @1245319599/207Q00000X', '80053 @1558444216/207Q00000X'],
      ['2 deny on-claim with 1'],
    ],
    ['another site', ['20610:RT', '20610:LT'], []],
    ['the same site', ['20610:RT', '20610:RT'], ['2 deny on-claim with 1']],
    ['a site on one alone', ['20610', '20610:RT'], []],
    ['modifiers in another order', ['20610:RT:GC', '20610:GC:RT'], ['2 deny on-claim with 1']],
    ['a component', ['71046:26', '71046:TC'], []],
    ['another end', ['97110 2024-10-15..2024-10-16', '97110 2024-10-15..2024-10-17'], []],
    ['no date', ['80053 ?', '80053 ?'], []],
    ['no code', ['8005', '8005'], []],
  ]),
  ...rows('A modifier says that it was given again.', {}, [
    ['76', ['97110', '97110:76'], ['2 info units-instead with 1']],
    ['77', ['97110', '97110:77'], ['2 info units-instead with 1']],
    ['91', ['80053', '80053:91'], ['2 info units-instead with 1']],
    ['59', ['97110', '97110:59'], ['2 info units-instead with 1']],
    ['XS', ['97110', '97110:XS'], ['2 info units-instead with 1']],
    ['another', ['97110', '97110:GP'], []],
  ]),
  ...rows('On an earlier claim.', { history: { EARLIER: ['80053', '20610:RT'] } }, [
    ['the same', ['80053'], ['1 deny on-earlier-claim with 1@EARLIER']],
    ['on another day', ['80053 2024-10-16'], []],
    ['another site', ['20610:LT'], []],
    ['the same site', ['20610:RT'], ['1 deny on-earlier-claim with 2@EARLIER']],
  ]),
  {
    name: 'an earlier claim that this one replaces',
    rule: 'What is taken back is no duplicate.',
    history: { 'CASE =1': ['80053'] },
    frequency: '7',
    claim: ['80053'],
    expect: [],
  },
  ...rows('On facilities’ claims the revenue code tells apart too.', { typeOfBill: '131' }, [
    ['the same', ['80053 r0300', '80053 r0300'], ['2 deny on-claim with 1']],
    ['another', ['80053 r0300', '80053 r0301'], []],
    ['no code', [' r0250', ' r0250'], []],
  ]),
];
