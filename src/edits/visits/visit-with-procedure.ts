import { type FeeScheduleTable, NO_MODIFIER } from '../../codebook/fee-schedule-table.ts';
import { NOT_A_DAY } from '../../codes/day.ts';
import { packModifierText } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type Report } from '../define-edit.ts';
import { isEvaluationAndManagement } from '../evaluation-and-management.ts';
import { feeSource, isPractitioners, NO_FEE_SCHEDULE } from '../fee-schedule/practitioner-lines.ts';

type Reason = 'no-data' | 'minor-procedure' | 'major-procedure';

const [M25, M57, M24, M59] = ['25', '57', '24', '59'].map(packModifierText);
const [XE, XU] = ['XE', 'XU'].map(packModifierText);
const MAJOR = 90;
const isMinor = (globalDays: number): boolean => globalDays === 0 || globalDays === 10;

/**
 * A visit on the day of a procedure by the same provider is part of it, unless it was significant and separate: 25
 * beside a procedure of 0 or 10 global days, 57 beside one of 90 at which surgery was decided on. Visits on the days
 * before and after belong to the global period.
 */
export const visitWithProcedure = defineEdit<Reason>({
  id: 'visit-with-procedure',
  title: 'Visits beside procedures',
  since: '0.2.0',
  sources: [
    { document: 'Medicare Claims Processing Manual', section: 'chapter 12, sections 30.6.6 and 40.2 (25, 57)' },
    { document: 'NCCI Policy Manual for Medicare Services', section: 'chapter I, section D' },
  ],
  needs: ['pfs'],
  stage: 'the rest',
  messages: {
    'no-data': NO_FEE_SCHEDULE,
    'minor-procedure': {
      outcome: 'deny',
      means: 'A visit without 25 on the day of a procedure of 0 or 10 global days.',
      needsDay: true,
      say: ({ code }) =>
        `${code} is on the day of a procedure of 0 or 10 global days by the same provider: without 25 it is part of it.`,
      source: (facts) => feeSource(facts, ['globalDays', 'status']),
      resolutions: ({ lineNumber }) => [{ kind: 'modifier', modifiers: ['25'], lines: [lineNumber] }],
    },
    'major-procedure': {
      outcome: 'deny',
      means: 'A visit without 57 on the day of a procedure of 90 global days.',
      needsDay: true,
      say: ({ code }) =>
        `${code} is on the day of a procedure of 90 global days by the same provider: without 57 it is part of it.`,
      source: (facts) => feeSource(facts, ['globalDays', 'status']),
      resolutions: ({ lineNumber }) => [{ kind: 'modifier', modifiers: ['57'], lines: [lineNumber] }],
    },
  },
  check(input, report) {
    const { claim, lines } = input;
    if (!isPractitioners(input)) return;
    let isUnknown = false;
    for (let service = 0; service < lines.serviceCount; service++) {
      const first = lines.runStart[lines.serviceStart[service]];
      const end = lines.runStart[lines.serviceStart[service + 1]];
      if (end - first < 2) continue;
      for (let i = first; i < end; i++) {
        const line = lines.order[i];
        if (line >= claim.ownLines || claim.code[line] < 0 || !isEvaluationAndManagement(claim.code[line])) continue;
        const day = claim.from[line];
        const table = input.records.feeSchedule;
        if (day === NOT_A_DAY) continue;
        if (table === null || !table.isKnown(day)) isUnknown = true;
        else checkVisit(input, table, line, first, end, report);
      }
    }
    if (isUnknown) report.add('no-data', -1);
  },
});

/** The visit against the procedures of its service; the one of most global days decides. */
function checkVisit(
  input: CheckInput,
  table: FeeScheduleTable,
  line: number,
  first: number,
  end: number,
  report: Report<Reason>,
): void {
  const { claim, lines } = input;
  let major = -1;
  let minor = -1;
  for (let i = first; i < end; i++) {
    const other = lines.order[i];
    if (claim.code[other] < 0 || isEvaluationAndManagement(claim.code[other])) continue;
    const row = table.find(claim.code[other], NO_MODIFIER, claim.from[line]);
    const days = row < 0 ? -1 : table.globalDays(row);
    if (days === MAJOR && major < 0) major = i;
    else if (isMinor(days) && minor < 0) minor = i;
  }
  const has = (modifier: number): boolean => claim.modifierCount[line] > 0 && lines.hasModifier(line, modifier);
  const isSeparate = has(M25) || has(M24) || has(M59) || has(XE) || has(XU);
  if (major >= 0 && !has(M57) && !has(M24))
    report.add('major-procedure', line, rowOf(input, table, major, line), lines.order[major]);
  else if (major < 0 && minor >= 0 && !isSeparate && !has(M57)) {
    report.add('minor-procedure', line, rowOf(input, table, minor, line), lines.order[minor]);
  }
}

const rowOf = ({ claim, lines }: CheckInput, table: FeeScheduleTable, i: number, line: number): number =>
  table.find(claim.code[lines.order[i]], NO_MODIFIER, claim.from[line]);
