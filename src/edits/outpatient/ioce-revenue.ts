import type { CodedClaim } from '../../claims/coded-claim.ts';
import { NOT_A_DAY } from '../../codes/day.ts';
import { packCodeText, packModifierText } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type Report } from '../define-edit.ts';
import { isEvaluationAndManagement } from '../evaluation-and-management.ts';
import { IOCE_SOURCE, ioceMessage, isForIoce } from './ioce.ts';
import { isPackaged } from './packaged-revenue-codes.ts';

type Reason =
  | 'visits-of-a-day'
  | 'not-observation'
  | 'code-needed'
  | 'observation-bill-type'
  | 'direct-referral-alone'
  | 'trauma-response'
  | 'donor-acquisition';

const [G0378, G0379, G0390, CRITICAL_CARE, TRANSPLANT] = ['G0378', 'G0379', 'G0390', '99291', '38240'].map(
  packCodeText,
);
const [DIFFERENT_VISITS, MODIFIER_27] = ['G0', '27'].map(packModifierText);
const OBSERVATION = 762;
const DONOR_ACQUISITION = 815;
/** Observation is billed by hospitals and critical access hospitals. */
const OBSERVATION_BILLS: readonly number[] = [13, 85];
const isTrauma = (revenue: number): boolean => revenue >= 681 && revenue <= 689;

/**
 * What the Integrated Outpatient Code Editor says of revenue codes and the codes beside them: visits of one day, lines
 * that need a HCPCS code, observation, trauma response, acquisition of stem cells.
 */
export const ioceRevenue = defineEdit<Reason>({
  id: 'ioce-revenue',
  title: 'Outpatient editor: revenue codes',
  since: '0.2.0',
  sources: [
    IOCE_SOURCE,
    { document: 'Medicare Claims Processing Manual', section: 'chapter 4, section 20.5.1.1 (packaged revenue codes)' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 4, section 290 (observation)' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 4, section 160.1 (critical care, G0390)' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 4, section 231.11 (donor acquisition)' },
  ],
  needs: [],
  stage: 'the rest',
  messages: {
    'visits-of-a-day': ioceMessage(
      42,
      'claim returned',
      'several medical visits on a day under one revenue code, without condition code G0 or modifier 27.',
      ({ code }) => `${code} is not the first visit of the day under its revenue code; condition code G0 is missing.`,
    ),
    'not-observation': ioceMessage(
      44,
      'claim returned',
      'revenue code 0762 on a line whose code is not of observation.',
      ({ code }) => `Revenue code 0762 is for observation (G0378, G0379), not for ${code}.`,
    ),
    'code-needed': ioceMessage(
      48,
      'claim returned',
      'a line without a HCPCS code whose revenue code is none of the packaged ones.',
      ({ detail }) => `A line of revenue code ${String(detail).padStart(4, '0')} needs a HCPCS code.`,
      'review',
    ),
    'observation-bill-type': ioceMessage(
      53,
      'line rejected',
      'G0378 and G0379 on another type of bill than 13x and 85x.',
      ({ code, detail }) => `${code} is billed on type of bill 13x or 85x, not on ${detail}x.`,
    ),
    'direct-referral-alone': ioceMessage(
      58,
      'claim returned',
      'G0379 without G0378 on the day.',
      () => 'G0379 (direct referral for observation) is billed only with G0378 on the same day.',
    ),
    'trauma-response': ioceMessage(
      76,
      'line rejected',
      'G0390 without revenue code 068x and 99291 on the day.',
      () => 'G0390 needs revenue code 068x on its line and 99291 on the same day.',
    ),
    'donor-acquisition': ioceMessage(
      100,
      'claim returned',
      '38240 without a line of revenue code 0815.',
      () => '38240 needs a line of revenue code 0815 for the acquisition of the donor’s cells.',
    ),
  },
  check(input, report) {
    const { claim } = input;
    if (!isForIoce(claim)) return;
    for (let line = 0; line < claim.ownLines; line++) {
      const code = claim.code[line];
      const revenue = claim.revenue[line];
      if (claim.codeStart[line] === claim.codeEnd[line]) {
        if (revenue >= 0 && !isPackaged(revenue)) report.add('code-needed', line, -1, -1, revenue);
        continue;
      }
      const isObservation = code === G0378 || code === G0379;
      if (revenue === OBSERVATION && !isObservation) report.add('not-observation', line);
      if (isObservation) observation(claim, line, report);
      else if (code === G0390) trauma(claim, line, report);
      else if (code === TRANSPLANT && !hasRevenue(claim, DONOR_ACQUISITION)) report.add('donor-acquisition', line);
      else if (code >= 0 && isEvaluationAndManagement(code)) visit(input, line, report);
    }
  },
});

function observation(claim: CodedClaim, line: number, report: Report<Reason>): void {
  const { facility } = claim;
  if (facility >= 0 && !OBSERVATION_BILLS.includes(facility))
    report.add('observation-bill-type', line, -1, -1, facility);
  if (claim.code[line] === G0379 && !hasCode(claim, G0378, line)) report.add('direct-referral-alone', line);
}

function trauma(claim: CodedClaim, line: number, report: Report<Reason>): void {
  if (!isTrauma(claim.revenue[line]) || !hasCode(claim, CRITICAL_CARE, line)) report.add('trauma-response', line);
}

/** A visit after another one of the day under the same revenue code. */
function visit({ claim, lines }: CheckInput, line: number, report: Report<Reason>): void {
  if (claim.from[line] === NOT_A_DAY || claim.revenue[line] < 0 || lines.hasModifier(line, MODIFIER_27)) return;
  for (let other = 0; other < line; other++) {
    const isSame = claim.from[other] === claim.from[line] && claim.revenue[other] === claim.revenue[line];
    if (!isSame || claim.code[other] < 0 || !isEvaluationAndManagement(claim.code[other])) continue;
    if (!claim.clinical.hasCondition(DIFFERENT_VISITS)) report.add('visits-of-a-day', line, -1, other);
    return;
  }
}

/** Whether a code stands on the claim on the day of a line. */
function hasCode(claim: CodedClaim, code: number, line: number): boolean {
  for (let other = 0; other < claim.lineCount; other++) {
    if (claim.code[other] === code && claim.from[other] === claim.from[line]) return true;
  }
  return false;
}

function hasRevenue({ revenue, ownLines }: CodedClaim, wanted: number): boolean {
  for (let line = 0; line < ownLines; line++) if (revenue[line] === wanted) return true;
  return false;
}
