import { type FeeScheduleTable, NO_MODIFIER } from '../../codebook/fee-schedule-table.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from '../define-edit.ts';
import { modifierSet } from '../modifier-sets.ts';
import { eachModified, feeSource, NO_FEE_SCHEDULE } from './practitioner-lines.ts';

type Reason = 'no-data' | 'not-permitted' | 'documentation' | 'by-report' | 'not-applicable';

const TEAM = modifierSet('66');

/**
 * Modifier 66: a team of surgeons did one procedure; the contractor prices it by report. By the code's indicator: 0 not
 * permitted, 1 with documentation that a team was necessary, 2 permitted, 9 not applicable.
 */
export const teamSurgery = defineEdit<Reason>({
  id: 'team-surgery',
  title: 'Team surgery',
  since: '0.2.0',
  sources: [
    {
      document: 'National Physician Fee Schedule Relative Value File, record layout',
      section: 'team surgery (modifier 66)',
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
      means: 'Indicator 0: a team of surgeons is not paid for this procedure.',
      say: ({ code }) => `Modifier 66 on ${code}: team surgeons are not permitted for this procedure (indicator 0).`,
      source,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    documentation: {
      outcome: 'review',
      means: 'Indicator 1: a team is paid, by report, where documentation shows that one was necessary.',
      say: ({ code }) =>
        `Modifier 66 on ${code}: team surgeons are paid, by report, only where documentation shows the medical necessity of a team (indicator 1).`,
      source,
      resolutions: () => [{ kind: 'documentation' }],
    },
    'by-report': {
      outcome: 'review',
      means: 'Indicator 2: a team is permitted, and priced by report.',
      say: ({ code }) => `Modifier 66 on ${code}: team surgeons are permitted and paid by report (indicator 2).`,
      source,
      resolutions: () => [{ kind: 'documentation' }],
    },
    'not-applicable': {
      outcome: 'deny',
      means: 'Indicator 9: the code is no procedure of surgeons.',
      say: ({ code }) => `Modifier 66 stands on ${code}, to which team surgery does not apply (indicator 9).`,
      source,
      resolutions: () => [{ kind: 'remove-modifier', modifiers: ['66'] }],
    },
  },
  check: (input, report) => eachModified(input, TEAM, report, checkLine),
});

const REASONS: Readonly<Record<number, Exclude<Reason, 'no-data'>>> = {
  0: 'not-permitted',
  1: 'documentation',
  2: 'by-report',
  9: 'not-applicable',
};

function checkLine({ claim }: CheckInput, table: FeeScheduleTable, line: number, _: number, report: Report<Reason>) {
  const row = table.find(claim.code[line], NO_MODIFIER, claim.from[line]);
  if (row < 0) return;
  const reason = REASONS[table.team(row)];
  if (reason !== undefined) report.add(reason, line, row);
}

function source(facts: FindingFacts) {
  return feeSource(facts, ['teamSurgery']);
}
