import type { CodedClaim } from '../../claims/coded-claim.ts';
import { type PackedCode, packCodeText, packModifierText } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type Report } from '../define-edit.ts';
import { IOCE_SOURCE, ioceMessage, isForIoce } from './ioce.ts';

type Reason =
  | 'transfusion-without-blood'
  | 'blood-lines'
  | 'token-charge'
  | 'skin-substitute-missing'
  | 'cornea-transplant-missing';

const range = (from: string, to: string) => {
  const [first, last] = [packCodeText(from), packCodeText(to)];
  return (code: PackedCode): boolean => code >= first && code <= last;
};
const isBloodProduct = range('P9010', 'P9073');
const APPLICATIONS = [range('15271', '15278'), range('C5271', 'C5278')];
const PRODUCTS = [range('A2001', 'A2039'), range('C1849', 'C1849'), range('Q4100', 'Q4999')];
const TRANSFUSION = packCodeText('36430');
const [TOKEN, CORNEA] = ['C9898', 'V2785'].map(packCodeText);
const TRANSPLANTS = '65710 65730 65750 65755 65756 65765 65767 65770'.split(' ').map(packCodeText);
const BL = packModifierText('BL');
/** $1.01 in cents. */
const MOST_TOKEN = 101;
const isBloodItself = (revenue: number): boolean => revenue >= 380 && revenue <= 389;
const isBloodService = (revenue: number): boolean => revenue >= 390 && revenue <= 399;

/**
 * What the Integrated Outpatient Code Editor says of products and what goes with them: a transfusion without its blood,
 * blood without its second line, a charge above the token, skin substitutes and corneal tissue.
 */
export const ioceProducts = defineEdit<Reason>({
  id: 'ioce-products',
  title: 'Outpatient editor: products',
  since: '0.2.0',
  sources: [
    IOCE_SOURCE,
    { document: 'Medicare Claims Processing Manual', section: 'chapter 4, section 231 (blood and blood products, BL)' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 4, section 200.1 (corneal tissue)' },
  ],
  needs: [],
  stage: 'the rest',
  messages: {
    'transfusion-without-blood': ioceMessage(
      43,
      'claim returned',
      '36430 without a blood product on the day.',
      () => '36430 needs the blood product on the same day (P9010 to P9073, or revenue code 038x or 039x).',
    ),
    'blood-lines': ioceMessage(
      73,
      'claim returned',
      'a blood product with BL on one line only, where 038x and 039x go together with equal units.',
      ({ code }) =>
        `${code} with BL needs two lines of one day, units and code: one of revenue code 038x, one of 039x.`,
    ),
    'token-charge': ioceMessage(
      82,
      'claim returned',
      'C9898 with a charge above $1.01.',
      () => 'C9898 stands for an item given elsewhere: its charge is a token of at most $1.01.',
    ),
    'skin-substitute-missing': ioceMessage(
      87,
      'claim returned',
      'a skin substitute is applied, and no product is on the day.',
      ({ code }) => `${code} applies a skin substitute: its product is missing on the day.`,
    ),
    'cornea-transplant-missing': ioceMessage(
      93,
      'line rejected',
      'V2785 without a corneal transplant on the day.',
      () => 'V2785 (corneal tissue) needs a transplant of the cornea on the same day.',
      'review',
    ),
  },
  check(input, report) {
    const { claim } = input;
    if (!isForIoce(claim)) return;
    for (let line = 0; line < claim.ownLines; line++) {
      const code = claim.code[line];
      if (code < 0) continue;
      if (code === TRANSFUSION && !isBeside(claim, line, isBlood)) report.add('transfusion-without-blood', line);
      else if (code === TOKEN && Math.round(claim.charge[line]) > MOST_TOKEN) report.add('token-charge', line);
      else if (code === CORNEA && !isBeside(claim, line, isTransplant)) report.add('cornea-transplant-missing', line);
      else if (APPLICATIONS.some((is) => is(code)) && !isBeside(claim, line, isProduct)) {
        report.add('skin-substitute-missing', line);
      } else bloodLines(input, line, report);
    }
  },
});

type Wanted = (claim: CodedClaim, line: number) => boolean;

const isBlood: Wanted = ({ code, revenue }, line) =>
  isBloodProduct(code[line]) ||
  isBloodItself(revenue[line]) ||
  (isBloodService(revenue[line]) && revenue[line] !== 391);
const isTransplant: Wanted = ({ code }, line) => TRANSPLANTS.includes(code[line]);
const isProduct: Wanted = ({ code }, line) => PRODUCTS.some((is) => is(code[line]));

/** Whether another line of the day is one of those wanted. */
function isBeside(claim: CodedClaim, line: number, wanted: Wanted): boolean {
  for (let other = 0; other < claim.lineCount; other++) {
    if (other !== line && claim.from[other] === claim.from[line] && wanted(claim, other)) return true;
  }
  return false;
}

/** A product with BL under 038x or 039x needs its other half. */
function bloodLines({ claim, lines }: CheckInput, line: number, report: Report<Reason>): void {
  if (!isBloodProduct(claim.code[line]) || !lines.hasModifier(line, BL)) return;
  const wants = isBloodItself(claim.revenue[line]) ? isBloodService : isBloodItself;
  const half: Wanted = (_, other) =>
    claim.code[other] === claim.code[line] &&
    claim.units[other] === claim.units[line] &&
    wants(claim.revenue[other]) &&
    lines.hasModifier(other, BL);
  if (!isBeside(claim, line, half)) report.add('blood-lines', line);
}
