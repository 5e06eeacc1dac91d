import type { PairRow, PtpTable } from '../../codebook/codebook.ts';
import { isoDay, isoDayOrOpen } from '../../codes/day.ts';
import { unpackModifier } from '../../codes/packed.ts';
import { NOT_FOR_BILL_TYPE_MEANS, notForBillType } from '../bill-type.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from '../define-edit.ts';
import type { FindingSource } from '../finding.ts';
import { SETTING_WORDS } from '../setting-words.ts';
import { bypassOf, NOT_BYPASSED, ON_COLUMN_ONE, SAME_SITE } from './ptp-bypass.ts';
import { bypassingModifiers, COLUMN_ONE_EARLIER } from './ptp-resolutions.ts';

type Reason =
  | 'no-data'
  | 'not-for-bill-type'
  | 'not-allowed'
  | 'modifier-missing'
  | 'bypassed'
  | 'bypassed-same-site'
  | 'column-two-on-earlier-claim';

/**
 * Two codes of a procedure-to-procedure pair on one day, by one provider, for one beneficiary: the column-one code
 * stays eligible for payment and the column-two code is denied, unless the row's modifier indicator is 1 and a
 * PTP-associated modifier stands where it counts. Direction is the row's, never the order of lines. A row is in
 * force from its effective to its deletion date, both inclusive; rows of indicator 9 never apply.
 *
 * One finding a column-two line and row, however many lines have the column-one code: the gravest of what the
 * pairs of lines say (denied, then same site, then bypassed), with the first column-one line that says it.
 */
export const ncciPtp = defineEdit<Reason>({
  id: 'ncci-ptp',
  title: 'NCCI procedure-to-procedure edits',
  since: '0.1.0',
  sources: [
    { document: 'NCCI Policy Manual for Medicare Services', section: 'chapter I, sections A, D and E' },
    { document: 'MLN901346, How to Use the Medicare National Correct Coding Initiative Tools' },
    { document: 'CMS CR 11168 (modifiers 59 and X{EPSU} on column one or column two)', date: '2019-02-15' },
    { document: 'Integrated Outpatient Code Editor specifications, edits applied by type of bill (edits 20 and 40)' },
    { document: 'NCCI PTP edit files, one row a pair and period', section: 'columns 1 to 7' },
  ],
  needs: ['ncci-ptp'],
  stage: 'PTP',
  messages: {
    'no-data': {
      outcome: 'info',
      means: 'No PTP table is loaded for the setting, or the claim is dated after the last quarter loaded.',
      say: ({ setting, detail, tables }) => {
        if (tables.ptp[setting] !== null) {
          return `The NCCI PTP tables loaded speak through ${isoDay(detail)}: for later lines, pairs added or deleted since are unknown.`;
        }
        return setting === 'dme'
          ? 'CMS publishes no PTP table for Medicare DME suppliers: pairs were not checked.'
          : `No NCCI PTP table for ${SETTING_WORDS[setting]} is loaded: pairs were not checked.`;
      },
    },
    'not-for-bill-type': {
      outcome: 'info',
      means: NOT_FOR_BILL_TYPE_MEANS,
      say: (facts) => notForBillType(facts, 'procedure-to-procedure edits for outpatient facilities', 'pairs'),
    },
    'not-allowed': {
      outcome: 'deny',
      means: 'Column two of a pair whose modifier indicator is 0: nothing bypasses it.',
      say: (facts) => {
        const { columnOne, columnTwo } = rowOf(facts);
        return `${columnTwo} is column two of ${columnOne} and is not paid beside it on the same day; modifier indicator 0: no modifier bypasses this edit.`;
      },
      source: pairSource,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'modifier-missing': {
      outcome: 'deny',
      means: 'Column two of a pair whose modifier indicator is 1, and no modifier that counts bypasses it.',
      needsDay: true,
      needsLines: true,
      say: (facts) => {
        const { columnOne, columnTwo } = rowOf(facts);
        return `${columnTwo} is column two of ${columnOne} and is not paid beside it on the same day; modifier indicator 1: a modifier may bypass this edit if the documentation supports it.`;
      },
      source: pairSource,
      resolutions: (facts) => {
        const { columnOne, columnTwo } = rowOf(facts);
        return bypassingModifiers(facts, columnOne, columnTwo);
      },
    },
    bypassed: {
      outcome: 'info',
      means: 'Column two of a pair that a modifier bypasses; the documentation must support it.',
      say: (facts) => {
        const { columnOne, columnTwo } = rowOf(facts);
        const onOne = facts.detail >= ON_COLUMN_ONE;
        const modifier = unpackModifier(facts.detail % ON_COLUMN_ONE);
        return `${columnTwo} is column two of ${columnOne}; modifier ${modifier} on ${onOne ? columnOne : columnTwo} bypasses the edit. The documentation must support it.`;
      },
      source: pairSource,
      resolutions: () => [{ kind: 'documentation' }],
    },
    'bypassed-same-site': {
      outcome: 'info',
      means: 'Bypassed by anatomic modifiers that name the same site on both lines: the site does not support it.',
      say: (facts) => {
        const { columnOne, columnTwo } = rowOf(facts);
        return `${columnTwo} is column two of ${columnOne}; the same anatomic modifier stands on both lines and bypasses the edit, but the same site does not support it.`;
      },
      source: pairSource,
      resolutions: () => [{ kind: 'documentation' }],
    },
    'column-two-on-earlier-claim': {
      outcome: 'review',
      means: 'The line is column one; column two stands unbypassed on an earlier claim for the same day.',
      say: (facts) => {
        const { columnOne, columnTwo } = rowOf(facts);
        return `${columnOne} is column one of ${columnTwo}, which stands on an earlier claim for the same day: the payer may take back what it paid for ${columnTwo}.`;
      },
      source: pairSource,
      resolutions: () => [{ kind: 'documentation' }],
    },
  },
  check(input, report) {
    const { lines, known, setting, claim } = input;
    if (!input.outpatient.pairs) {
      report.add('not-for-bill-type', -1, -1, -1, claim.facility);
      return;
    }
    const table = input.tables.ptp[setting];
    if (table === null) {
      if (claim.ownLines > 0) report.add('no-data', -1);
      return;
    }
    if (lines.lastDay > known.ptp[setting]) report.add('no-data', -1, -1, -1, known.ptp[setting]);
    for (let service = 0; service < lines.serviceCount; service++) checkService(input, table, service, report);
  },
});

/** Every two codes of a service, in both directions. */
function checkService(input: CheckInput, table: PtpTable, service: number, report: Report<Reason>): void {
  const { lines } = input;
  const end = lines.serviceStart[service + 1];
  const day = lines.serviceDay(service);
  for (let first = lines.serviceStart[service]; first < end; first++) {
    const a = lines.runCode(first);
    if (a < 0) continue;
    for (let second = first + 1; second < end; second++) {
      const b = lines.runCode(second);
      const forth = table.find(a, b, day);
      const back = table.find(b, a, day);
      if (forth >= 0 && (back < 0 || isRather(table, forth, back))) {
        checkPair(input, table, forth, first, second, report);
      } else if (back >= 0) checkPair(input, table, back, second, first, report);
    }
  }
}

/**
 * Where rows in both directions are in force, one alone counts: the stricter, of equals the older, the one that
 * ends first, the one with the lower column one (`forth`).
 */
function isRather(table: PtpTable, forth: number, back: number): boolean {
  const difference =
    table.indicator(forth) - table.indicator(back) ||
    table.from(forth) - table.from(back) ||
    table.to(forth) - table.to(back);
  return difference <= 0;
}

/** A row in force between the lines of two runs. */
function checkPair(
  input: CheckInput,
  table: PtpTable,
  row: number,
  columnOne: number,
  columnTwo: number,
  report: Report<Reason>,
): void {
  const { claim, lines } = input;
  const indicator = table.indicator(row);
  for (let i = lines.runStart[columnTwo]; i < lines.runStart[columnTwo + 1]; i++) {
    if (lines.order[i] < claim.ownLines) checkColumnTwo(input, indicator, row, columnOne, lines.order[i], report);
  }
  // A run ends in history lines, if it has any.
  if (lines.order[lines.runStart[columnTwo + 1] - 1] < claim.ownLines) return;
  for (let i = lines.runStart[columnOne]; i < lines.runStart[columnOne + 1]; i++) {
    if (lines.order[i] < claim.ownLines) lookBack(input, indicator, row, lines.order[i], columnTwo, report);
  }
}

/** What becomes of one column-two line beside all lines of the column-one code. */
function checkColumnTwo(
  input: CheckInput,
  indicator: number,
  row: number,
  columnOne: number,
  line: number,
  report: Report<Reason>,
): void {
  const { claim, lines } = input;
  const start = lines.runStart[columnOne];
  if (indicator === 0) {
    report.add('not-allowed', line, row, lines.order[start]);
    return;
  }
  let at = -1;
  let bypass = NOT_BYPASSED;
  for (let i = start; i < lines.runStart[columnOne + 1]; i++) {
    const found = bypassOf(input, indicator, lines.order[i], line);
    if (found === NOT_BYPASSED) {
      const isEarlier = lines.order[i] >= claim.ownLines;
      report.add('modifier-missing', line, row, lines.order[i], isEarlier ? COLUMN_ONE_EARLIER : 0);
      return;
    }
    if (at < 0 || (found === SAME_SITE && bypass !== SAME_SITE)) {
      at = lines.order[i];
      bypass = found;
    }
  }
  if (bypass === SAME_SITE) report.add('bypassed-same-site', line, row, at);
  else report.add('bypassed', line, row, at, bypass);
}

/** A column-one line whose column two was reported on an earlier claim. */
function lookBack(
  input: CheckInput,
  indicator: number,
  row: number,
  line: number,
  columnTwo: number,
  report: Report<Reason>,
): void {
  const { claim, lines } = input;
  for (let i = lines.runStart[columnTwo]; i < lines.runStart[columnTwo + 1]; i++) {
    const earlier = lines.order[i];
    if (earlier < claim.ownLines || bypassOf(input, indicator, line, earlier) !== NOT_BYPASSED) continue;
    report.add('column-two-on-earlier-claim', line, row, earlier);
    return;
  }
}

const rowOf = (facts: FindingFacts): PairRow => facts.codebook.ptpRow(facts.setting, facts.row, facts.asOf);

function pairSource(facts: FindingFacts): FindingSource {
  const { release, columnOne, columnTwo, effective, deletion, modifierIndicator, rationale } = rowOf(facts);
  return {
    release: release.id,
    row: {
      columnOne,
      columnTwo,
      effective: isoDay(effective),
      deletion: isoDayOrOpen(deletion),
      modifierIndicator,
      rationale,
    },
  };
}
