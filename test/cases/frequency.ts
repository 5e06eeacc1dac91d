import type { EditCase } from './case.ts';
import { circumstances, rows } from './rows.ts';

const given = (line: string): Partial<EditCase> => ({ history: { EARLIER: [line] } });

export const cases: readonly EditCase[] = [
  ...circumstances(
    'Eleven full months after the month of the last one.',
    ['G0439'],
    [
      ['never before', { history: { 'EARLIER/M2': ['G0439 2024-01-01'] } }, []],
      ['in the month before the twelfth', given('G0439 2023-11-01'), ['1 deny too-soon with 1@EARLIER']],
      ['on the last day of the month a year before', given('G0439 2023-10-31'), []],
      ['on the first day of the month a year before', given('G0439 2023-10-01'), []],
      ['the day before', given('G0439 2024-10-14'), ['1 deny too-soon with 1@EARLIER']],
      ['on the day', given('G0439 2024-10-15'), []],
      ['after', given('G0439 2024-11-15'), []],
      ['the first of the kind counts too', given('G0438 2024-01-15'), ['1 deny too-soon with 1@EARLIER']],
      ['the welcome visit within a year', given('G0402 2024-01-15'), ['1 deny too-soon with 1@EARLIER']],
      ['another service', given('G0444 2024-01-15'), []],
      ['none given', {}, ['1 info no-history']],
    ],
  ),
  ...circumstances(
    'The first day of the month decides.',
    ['G0439 2024-10-01'],
    [
      ['in the same month a year before', given('G0439 2023-10-31'), []],
      ['in the month after', given('G0439 2023-11-01'), ['1 deny too-soon with 1@EARLIER']],
    ],
  ),
  ...circumstances(
    'Once a lifetime.',
    ['G0438'],
    [
      ['twenty years before', given('G0438 2004-10-15'), ['1 deny once-a-lifetime with 1@EARLIER']],
      ['never', given('99213 2020-01-01'), []],
      ['none given', {}, ['1 info no-history']],
    ],
  ),
  ...circumstances(
    'Ten years.',
    ['G0121'],
    [
      ['in the month before they have passed', given('G0121 2014-11-01'), ['1 deny too-soon with 1@EARLIER']],
      ['in the month in which they have', given('G0121 2014-10-31'), []],
    ],
  ),
  ...circumstances(
    'Whoever gave it.',
    ['77067'],
    [
      ['by its former code', given('G0202 2024-01-15'), ['1 deny too-soon with 1@EARLIER']],
      ['another claim’s provider', given('77067 2024-01-15 @1558444216'), ['1 deny too-soon with 1@EARLIER']],
    ],
  ),
  ...rows('On the claim itself.', { history: {} }, [
    ['twice on two days', ['G0103 2024-10-01', 'G0103'], ['2 deny too-soon with 1']],
    ['twice on one day', ['G0103', 'G0103'], []],
    ['a service without a limit', ['99213 2024-10-01', '99213'], []],
    ['no date', ['G0103 ?'], []],
  ]),
  ...circumstances(
    'A year after the first visit.',
    ['G0438'],
    [
      ['eleven months after', given('G0402 2023-11-01'), ['1 deny too-soon with 1@EARLIER']],
      ['twelve months after', given('G0402 2023-10-31'), []],
    ],
  ),
  ...circumstances(
    'Sooner at high risk.',
    ['G0101'],
    [
      ['within a year', given('G0101 2023-11-01'), ['1 deny too-soon with 1@EARLIER']],
      ['a year after', given('G0101 2023-10-31'), ['1 review sooner-at-risk with 1@EARLIER']],
      ['in the last month of two years', given('G0101 2022-11-01'), ['1 review sooner-at-risk with 1@EARLIER']],
      ['two years after', given('G0101 2022-10-31'), []],
    ],
  ),
  ...circumstances(
    'Bone density as the need is.',
    ['77080'],
    [['the month before', given('77080 2024-09-15'), ['1 review sooner-at-risk with 1@EARLIER']]],
  ),
  ...circumstances(
    'Four times in twelve months.',
    ['G0443'],
    [
      ['three before', { history: { EARLIER: ['G0443 2024-01-10', 'G0443 2024-02-10', 'G0443 2024-03-10'] } }, []],
      [
        'four before',
        { history: { EARLIER: ['G0443 2023-10-16', 'G0443 2024-02-10', 'G0443 2024-03-10', 'G0443 2024-04-10'] } },
        ['1 deny too-many with 4@EARLIER'],
      ],
      [
        'four before, one of them a year before to the day',
        { history: { EARLIER: ['G0443 2023-10-15', 'G0443 2024-02-10', 'G0443 2024-03-10', 'G0443 2024-04-10'] } },
        [],
      ],
      ['none given', {}, ['1 info no-history']],
    ],
  ),
  ...circumstances(
    'Colonoscopy four years after sigmoidoscopy.',
    ['G0121'],
    [
      ['in the month before', given('G0104 2020-11-01'), ['1 deny too-soon with 1@EARLIER']],
      ['four years after', given('G0104 2020-10-31'), []],
    ],
  ),
  {
    name: 'the latest of several counts',
    rule: 'Since the last one.',
    history: { A: ['G0439 2022-01-01'], B: ['G0439 2024-01-01'] },
    claim: ['G0439'],
    expect: ['1 deny too-soon with 1@B'],
  },
];
