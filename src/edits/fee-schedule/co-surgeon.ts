import { type FeeScheduleTable, NO_MODIFIER } from '../../codebook/fee-schedule-table.ts';
import { packModifierText } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from '../define-edit.ts';
import { modifierSet } from '../modifier-sets.ts';
import { taxonomyOf } from './assistant-surgeon.ts';
import { eachModified, feeSource, NO_FEE_SCHEDULE } from './practitioner-lines.ts';

type Reason = 'no-data' | 'not-permitted' | 'documentation' | 'not-applicable' | 'same-specialty';

const CO_SURGEON = modifierSet('62');
const MODIFIER_62 = packModifierText('62');

/**
 * Modifier 62: two surgeons, each of a specialty of their own, did parts of one procedure. By the code's indicator: 0 not
 * permitted, 1 with documentation that two were necessary, 2 permitted where the specialties differ, 9 not applicable.
 */
export const coSurgeon = defineEdit<Reason>({
  id: 'co-surgeon',
  title: 'Co-surgeons',
  since: '0.2.0',
  sources: [
    {
      document: 'National Physician Fee Schedule Relative Value File, record layout',
      section: 'co-surgeons (modifier 62)',
      date: '2026',
    },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 12, section 40.8' },
  ],
  needs: ['pfs'],
  stage: 'code with modifier',
  messages: {
    'no-data': NO_FEE_SCHEDULE,
    'not-permitted': {
      outcome: 'deny',
      means: 'Indicator 0: two surgeons are not paid for this procedure.',
      say: ({ code }) => `Modifier 62 on ${code}: co-surgeons are not permitted for this procedure (indicator 0).`,
      source,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    documentation: {
      outcome: 'review',
      means: 'Indicator 1: two surgeons are paid only where documentation shows that both were necessary.',
      say: ({ code }) =>
        `Modifier 62 on ${code}: co-surgeons are paid only where documentation shows the medical necessity of two (indicator 1).`,
      source,
      resolutions: () => [{ kind: 'documentation' }],
    },
    'not-applicable': {
      outcome: 'deny',
      means: 'Indicator 9: the code is no procedure of surgeons.',
      say: ({ code }) => `Modifier 62 stands on ${code}, to which co-surgeons do not apply (indicator 9).`,
      source,
      resolutions: () => [{ kind: 'remove-modifier', modifiers: ['62'] }],
    },
    'same-specialty': {
      outcome: 'review',
      means: 'Both surgeons report modifier 62 with one taxonomy: co-surgeons are of two specialties.',
      say: ({ code }) =>
        `Both surgeons report ${code} with modifier 62 and the same taxonomy: co-surgeons are paid where they are of two specialties.`,
      source,
      resolutions: () => [{ kind: 'documentation' }],
    },
  },
  check: (input, report) => eachModified(input, CO_SURGEON, report, checkLine),
});

function checkLine(input: CheckInput, table: FeeScheduleTable, line: number, _: number, report: Report<Reason>): void {
  const { claim } = input;
  const row = table.find(claim.code[line], NO_MODIFIER, claim.from[line]);
  if (row < 0) return;
  const indicator = table.coSurgery(row);
  if (indicator === 0) report.add('not-permitted', line, row);
  else if (indicator === 9) report.add('not-applicable', line, row);
  else {
    if (indicator === 1) report.add('documentation', line, row);
    const other = otherSurgeon(input, line);
    if (other >= 0) report.add('same-specialty', line, row, other);
  }
}

/** Another surgeon's line of the same code and day with 62 and the same taxonomy, on this claim or an earlier one. */
function otherSurgeon({ claim, lines }: CheckInput, line: number): number {
  const taxonomy = taxonomyOf(claim, line);
  if (taxonomy === 0) return -1;
  const surgeon = claim.rendering[line] || claim.billing;
  for (let other = 0; other < claim.pastEnd; other++) {
    if (claim.code[other] !== claim.code[line] || claim.from[other] !== claim.from[line]) continue;
    if (claim.renderingTaxonomy[other] !== taxonomy || !lines.hasModifier(other, MODIFIER_62)) continue;
    if (claim.rendering[other] !== 0 && claim.rendering[other] !== surgeon) return other;
  }
  return -1;
}

function source(facts: FindingFacts) {
  return feeSource(facts, ['coSurgery']);
}
