import type { FeeScheduleTable } from '../../codebook/fee-schedule-table.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from '../define-edit.ts';
import { isReduced, RULES, type Rule } from '../money/multiple-procedures.ts';
import { canBeLookedUp, feeRow, feeSource, isPractitioners, NO_FEE_SCHEDULE } from './practitioner-lines.ts';

type Reason =
  | 'no-data'
  | 'surgery'
  | 'by-report'
  | 'endoscopy'
  | 'endoscopy-base'
  | 'imaging'
  | 'therapy'
  | 'cardiovascular'
  | 'ophthalmology'
  | 'technical-part';

/**
 * Procedures of one day by one provider are paid less beside each other, by the multiple procedure indicator: 2 surgery,
 * 3 endoscopies of one family, 4 images, 5 therapy, 6 cardiovascular and 7 eye tests. The edit says on which lines that is
 * to be expected; it denies nothing. How much, the amounts have that money is reckoned with.
 */
export const multipleProcedure = defineEdit<Reason>({
  id: 'multiple-procedure',
  title: 'Multiple procedure reductions',
  since: '0.2.0',
  sources: [
    {
      document: 'National Physician Fee Schedule Relative Value File, record layout',
      section: 'multiple procedure (modifier 51); endoscopic base; diagnostic imaging family',
      date: '2026',
    },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 12, sections 40.6 and 40.7' },
    { document: 'CMS CR 8206 and CR 7050 (therapy)', date: '2013-04-01' },
    { document: 'CMS CR 7848 (cardiovascular and ophthalmology tests)', date: '2013-01-01' },
  ],
  needs: ['pfs'],
  stage: 'the rest',
  messages: {
    'no-data': NO_FEE_SCHEDULE,
    surgery: {
      outcome: 'info',
      means: 'By its fee not the first operation of the day, or with further units: half the fee (indicators 2 and 3).',
      say: ({ code, detail }) =>
        `${code} is number ${detail} by fee among the procedures of the day: expect half its fee (100, 50, 50, 50, 50 %).`,
      source,
    },
    'by-report': {
      outcome: 'info',
      means: 'Beyond the fifth operation of the day: priced by report.',
      say: ({ code }) => `${code} is beyond the fifth procedure of the day by fee: it is priced by report.`,
      source,
      resolutions: () => [{ kind: 'documentation' }],
    },
    endoscopy: {
      outcome: 'info',
      means:
        'Another endoscopy of the family is paid more: this one its fee less that of the family’s base (indicator 3).',
      say: ({ code }) =>
        `${code} stands beside a dearer endoscopy of its family: expect its fee less that of the base endoscopy, and half of that beside a dearer operation.`,
      source: (facts) => feeSource(facts, ['multipleProcedure', 'endoscopicBase']),
    },
    'endoscopy-base': {
      outcome: 'info',
      means: 'The base of a family of endoscopies beside one of them: its payment is in the other’s (indicator 3).',
      say: ({ code }) =>
        `${code} is the base of an endoscopy that stands beside it: nothing is paid for the base, its payment is in the other.`,
      source,
    },
    imaging: {
      outcome: 'info',
      means: 'A further image of the day: half the technical part, 95 % of the professional one (indicator 4).',
      say: ({ code }) =>
        `${code} is a further image of the day: expect half of the technical part, and 95 % of the professional part, of what is not the highest.`,
      source,
    },
    therapy: {
      outcome: 'info',
      means: 'Units of therapy but the one of the highest practice expense: half of that expense (indicator 5).',
      say: ({ code, detail }) =>
        `${detail} unit${detail === 1 ? '' : 's'} of ${code}: expect half of the practice expense for each, since another unit of therapy that day has it in full.`,
      source,
    },
    cardiovascular: {
      outcome: 'info',
      means: 'A further cardiovascular test of the day: 75 % of the technical part (indicator 6).',
      say: ({ code }) => `${code} is a further cardiovascular test of the day: expect 75 % of its technical part.`,
      source,
    },
    ophthalmology: {
      outcome: 'info',
      means: 'A further eye test of the day: 80 % of the technical part (indicator 7).',
      say: ({ code }) => `${code} is a further eye test of the day: expect 80 % of its technical part.`,
      source,
    },
    'technical-part': {
      outcome: 'info',
      means: 'Tests of the day of which one has its technical part in another code: the reduction is not worked out.',
      say: ({ code }) =>
        `${code} and another test of the day: the technical part of one of them has a code of its own, so that the reduction is not worked out.`,
      source,
    },
  },
  check(input, report) {
    const { lines } = input;
    if (!isPractitioners(input)) return;
    const table = input.records.feeSchedule;
    let isUnknown = false;
    for (let service = 0; service < lines.serviceCount; service++) {
      if (table === null || !table.isKnown(lines.serviceDay(service))) isUnknown ||= isOfSeveral(input, service);
      else if (mayBeReduced(input, table, service)) {
        input.amounts.price(input);
        tell(input, service, report);
      }
    }
    if (isUnknown) report.add('no-data', -1);
  },
});

/** Whether a service has more than one line. */
const isOfSeveral = ({ lines }: CheckInput, service: number): boolean =>
  lines.runStart[lines.serviceStart[service + 1]] - lines.runStart[lines.serviceStart[service]] > 1;

/** Whether more than one unit of a service is of codes that are paid less beside others. */
function mayBeReduced(input: CheckInput, table: FeeScheduleTable, service: number): boolean {
  const { claim, lines } = input;
  let units = 0;
  const end = lines.runStart[lines.serviceStart[service + 1]];
  for (let i = lines.runStart[lines.serviceStart[service]]; i < end; i++) {
    const line = lines.order[i];
    const row = canBeLookedUp(claim, line) ? feeRow(table, input, line) : -1;
    if (row >= 0 && isReduced(table.multiple(row))) units += claim.units[line] || 0;
  }
  return units > 1;
}

function tell({ amounts, claim, lines }: CheckInput, service: number, report: Report<Reason>): void {
  const end = lines.runStart[lines.serviceStart[service + 1]];
  for (let i = lines.runStart[lines.serviceStart[service]]; i < end; i++) {
    const line = lines.order[i];
    const rule: Rule = RULES[amounts.rule[line]];
    if (line < claim.ownLines && rule !== 'none') report.add(rule, line, amounts.row[line], -1, amounts.rank[line]);
  }
}

function source(facts: FindingFacts) {
  return feeSource(facts, ['multipleProcedure']);
}
