import type { Claim } from '../../src/claims/claim.ts';
import { claimSegments } from '../../src/claims/x12/write/claim-segments.ts';
import { type Segment, segmentText, USUAL_FORM, type X12Form } from '../../src/claims/x12/write/form.ts';

export type Form837p = X12Form;
export { USUAL_FORM };

const GUIDES = { professional: '005010X222A1', institutional: '005010X223A2' } as const;

/**
 * Claims of one type as an 837 file: one interchange, one transaction, and in each claim what must leave no trace:
 * another address of the provider, another payer's view, another payer's verdict on a line.
 */
export function write837p(claims: readonly Claim[], form: X12Form = USUAL_FORM): string {
  const guide = GUIDES[claims[0].type];
  const segments: Segment[] = [
    ['ST', '837', '0001', guide],
    ['BHT', '0019', '00', 'B1', '20240701', '0900', 'CH'],
  ];
  let level = 0;
  for (const claim of claims) {
    const written = claimSegments(claim, level);
    segments.push(...withNoise(written.segments));
    level = written.lastLevel;
  }
  return [
    isa(form.component),
    ['GS', 'HC', 'SUBMITTER01', 'PAYER01', '20240701', '0900', '1', 'X', guide],
    ...segments,
    ['SE', String(segments.length + 1), '0001'],
    ['GE', '1', '1'],
    ['IEA', '1', '000000001'],
  ]
    .map((segment) => segmentText(segment, form))
    .join('');
}

const isa = (component: string): string[] => [
  ...['ISA', '00', ' '.repeat(10), '00', ' '.repeat(10), 'ZZ', 'SUBMITTER01'.padEnd(15), 'ZZ', 'PAYER01'.padEnd(15)],
  ...['240701', '0900', '^', '00501', '000000001', '0', 'T', component],
];

const PAY_TO: readonly Segment[] = [
  ['N3', '1 MAIN ST'],
  ['NM1', '87', '2'],
  ['N4', 'ELSEWHERE', 'TX', '75001'],
  ['REF', 'EI', '123456789'],
];
const OTHER_PAYER: readonly Segment[] = [
  ['NM1', 'DQ', '2', 'ANOTHER PERSON', '', '', '', '', 'XX', '1999999984'],
  ['SBR', 'S', '18', '', '', '', '', '', '', 'ZZ'],
  ['NM1', 'IL', '1', 'NOBODY', 'ELSE', '', '', '', 'MI', 'OTHER1'],
  ['NM1', 'PR', '2', 'OTHER PAYER', '', '', '', '', 'PI', 'OTHER9'],
  ['DTP', '434', 'RD8', '19990101-19990102'],
  ['NM1', '82', '1'],
  ['REF', 'G2', 'OTHERREF'],
];
const OTHER_VERDICT: readonly Segment[] = [
  ['SVD', 'OTHER9', '40', ['HC', '99999'], '', '9'],
  ['CAS', 'CO', '45', '20'],
  ['DTP', '573', 'D8', '20231231'],
];

function withNoise(segments: readonly Segment[]): Segment[] {
  const noisy: Segment[] = [];
  let inLines = false;
  for (const segment of segments) {
    if (segment[0] === 'HL' && segment[3] === '22') noisy.push(...PAY_TO);
    if (segment[0] === 'LX') noisy.push(...(inLines ? OTHER_VERDICT : OTHER_PAYER));
    inLines ||= segment[0] === 'LX';
    noisy.push(segment);
    if (segment[0] === 'CLM') noisy.push(['DTP', '431', 'D8', '20240101']);
  }
  return [...noisy, ...OTHER_VERDICT];
}
