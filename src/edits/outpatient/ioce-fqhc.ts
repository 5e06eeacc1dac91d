import type { CodedClaim } from '../../claims/coded-claim.ts';
import { dayOf, NOT_A_DAY } from '../../codes/day.ts';
import { type PackedCode, packCodeText } from '../../codes/packed.ts';
import { defineEdit, type Report } from '../define-edit.ts';
import { IOCE_SOURCE, ioceMessage } from './ioce.ts';

type Reason = 'payment-code-missing' | 'qualifying-visit-missing' | 'payment-code-revenue';

const FQHC = 77;
/** The prospective payment system of federally qualified health centers began. */
const BEGIN = dayOf(2014, 10, 1);
const [FIRST, LAST] = ['G0466', 'G0470'].map(packCodeText);
const isPaymentCode = (code: PackedCode): boolean => code >= FIRST && code <= LAST;
/** 0519, 052x, 0900. */
const isRevenue = (revenue: number): boolean =>
  revenue === 519 || (revenue >= 520 && revenue <= 529) || revenue === 900;

/**
 * What the Integrated Outpatient Code Editor says of claims of federally qualified health centers (type of bill 77x):
 * each day has a payment code (G0466 to G0470) under its revenue code, and beside it a line for what was done.
 */
export const ioceFqhc = defineEdit<Reason>({
  id: 'ioce-fqhc',
  title: 'Outpatient editor: health centers',
  since: '0.2.0',
  sources: [
    IOCE_SOURCE,
    { document: 'Medicare Claims Processing Manual', section: 'chapter 9, section 60 (FQHC PPS)' },
  ],
  needs: [],
  stage: 'the rest',
  messages: {
    'payment-code-missing': ioceMessage(
      88,
      'claim returned',
      'a claim of a federally qualified health center without a payment code.',
      () => 'The claim has no payment code (G0466 to G0470).',
    ),
    'qualifying-visit-missing': ioceMessage(
      89,
      'claim returned',
      'a payment code, and no other line of the day for the visit it pays.',
      ({ code }) => `${code} is a payment code: the visit that it pays stands on a further line of the day.`,
    ),
    'payment-code-revenue': ioceMessage(
      90,
      'claim returned',
      'a payment code under another revenue code than 0519, 052x and 0900.',
      ({ code }) => `${code} is billed under revenue code 0519, 052x or 0900.`,
    ),
  },
  check({ claim }, report) {
    if (!claim.isInstitutional || claim.facility !== FQHC) return;
    let isPaid = false;
    let isDue = false;
    for (let line = 0; line < claim.ownLines; line++) {
      if (claim.from[line] === NOT_A_DAY || claim.from[line] < BEGIN) continue;
      isDue = true;
      if (!isPaymentCode(claim.code[line])) continue;
      isPaid = true;
      paymentCode(claim, line, report);
    }
    if (isDue && !isPaid) report.add('payment-code-missing', -1);
  },
});

function paymentCode(claim: CodedClaim, line: number, report: Report<Reason>): void {
  if (!isRevenue(claim.revenue[line])) report.add('payment-code-revenue', line);
  for (let other = 0; other < claim.ownLines; other++) {
    const code = claim.code[other];
    if (claim.from[other] === claim.from[line] && code >= 0 && !isPaymentCode(code)) return;
  }
  report.add('qualifying-visit-missing', line);
}
