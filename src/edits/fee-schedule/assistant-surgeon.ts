import type { CodedClaim } from '../../claims/coded-claim.ts';
import { type FeeScheduleTable, NO_MODIFIER } from '../../codebook/fee-schedule-table.ts';
import { packModifierText, unpackModifier } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from '../define-edit.ts';
import type { Resolution } from '../finding.ts';
import { ASSISTANT } from '../modifier-sets.ts';
import { eachModified, feeSource, NO_FEE_SCHEDULE } from './practitioner-lines.ts';
import { isAssistantOrNurse } from './practitioner-taxonomies.ts';

type Reason =
  | 'no-data'
  | 'documentation'
  | 'not-paid'
  | 'not-applicable'
  | 'not-by-a-physician'
  | 'by-a-physician-alone';

const AS = packModifierText('AS');

/**
 * An assistant at surgery reports the surgeon's code with 80, 81 or 82 (physicians), or AS (physician assistants, nurse
 * practitioners, clinical nurse specialists). By the code's indicator: 0 paid where documentation shows the need, 1 not
 * paid by statute, 2 paid, 9 no assistant can be meant.
 */
export const assistantSurgeon = defineEdit<Reason>({
  id: 'assistant-surgeon',
  title: 'Assistants at surgery',
  since: '0.2.0',
  sources: [
    {
      document: 'National Physician Fee Schedule Relative Value File, record layout',
      section: 'assistant at surgery',
      date: '2026',
    },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 12, sections 20.4.3, 110.2 and 120' },
    { document: 'First Coast Service Options, appropriate use of assistant at surgery modifiers', date: '2025-07-11' },
    { document: 'Health Care Provider Taxonomy code set (NUCC)', section: '363A, 363L, 364S' },
  ],
  needs: ['pfs'],
  stage: 'code with modifier',
  messages: {
    'no-data': NO_FEE_SCHEDULE,
    documentation: {
      outcome: 'review',
      means: 'Indicator 0: an assistant is paid only where documentation shows that one was necessary.',
      say: (facts) =>
        `Modifier ${modifierOf(facts)} on ${facts.code}: an assistant at this surgery is paid only where documentation shows the medical necessity (indicator 0).`,
      source,
      resolutions: () => [{ kind: 'documentation' }],
    },
    'not-paid': {
      outcome: 'deny',
      means: 'Indicator 1: by statute an assistant at this surgery is not paid.',
      say: (facts) =>
        `Modifier ${modifierOf(facts)} on ${facts.code}: an assistant at this surgery is not paid, by statute (indicator 1). The patient may not be billed.`,
      source,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'not-applicable': {
      outcome: 'deny',
      means: 'Indicator 9: the code is nothing at which one assists.',
      say: (facts) =>
        `Modifier ${modifierOf(facts)} stands on ${facts.code}, to which an assistant at surgery does not apply (indicator 9).`,
      source,
      resolutions: (facts): Resolution[] => [{ kind: 'remove-modifier', modifiers: [modifierOf(facts)] }],
    },
    'not-by-a-physician': {
      outcome: 'review',
      means:
        'Modifier AS with a taxonomy that is none of a physician assistant, nurse practitioner or clinical nurse specialist.',
      say: () =>
        'Modifier AS is for physician assistants, nurse practitioners and clinical nurse specialists; the taxonomy given is of none of them. Physicians report 80, 81 or 82.',
      resolutions: () => [{ kind: 'remove-modifier', modifiers: ['AS'] }],
    },
    'by-a-physician-alone': {
      outcome: 'review',
      means: 'Modifier 80, 81 or 82, which are physicians’, with the taxonomy of one who reports AS.',
      say: (facts) =>
        `Modifier ${modifierOf(facts)} is for physicians; by the taxonomy given a physician assistant, nurse practitioner or clinical nurse specialist assisted, who reports AS.`,
      resolutions: (facts) => [{ kind: 'remove-modifier', modifiers: [modifierOf(facts)] }],
    },
  },
  check: (input, report) => eachModified(input, ASSISTANT, report, checkLine),
});

function checkLine(
  { claim, lines }: CheckInput,
  table: FeeScheduleTable,
  line: number,
  modifier: number,
  report: Report<Reason>,
): void {
  const row = table.find(claim.code[line], NO_MODIFIER, claim.from[line]);
  if (row >= 0) {
    const indicator = table.assistant(row);
    if (indicator === 0) report.add('documentation', line, row, -1, modifier);
    else if (indicator === 1) report.add('not-paid', line, row, -1, modifier);
    else if (indicator === 9) report.add('not-applicable', line, row, -1, modifier);
  }
  const taxonomy = taxonomyOf(claim, line);
  if (taxonomy === 0) return;
  const isOne = isAssistantOrNurse(taxonomy);
  const hasAs = lines.hasModifier(line, AS);
  if (hasAs && !isOne) report.add('not-by-a-physician', line);
  else if (!hasAs && isOne) report.add('by-a-physician-alone', line, -1, -1, modifier);
}

/** Taxonomy of who rendered the line; 0 where not given. */
export function taxonomyOf(claim: CodedClaim, line: number): number {
  const rendering = claim.rendering[line];
  return claim.renderingTaxonomy[line] || (rendering === 0 || rendering === claim.billing ? claim.billingTaxonomy : 0);
}

const modifierOf = ({ detail }: FindingFacts): string => unpackModifier(detail);

function source(facts: FindingFacts) {
  return feeSource(facts, ['assistantSurgery']);
}
