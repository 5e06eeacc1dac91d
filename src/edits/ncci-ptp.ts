import { MODIFIER_SLOTS } from '../claims/coded-claim.ts';
import type { PairRow, PtpTable } from '../codebook/codebook.ts';
import { dayOf, isoDay, isoDayOrOpen, NOT_A_DAY } from '../codes/day.ts';
import { unpackModifier } from '../codes/packed.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from './define-edit.ts';
import { isEvaluationAndManagement } from './evaluation-and-management.ts';
import type { FindingSource, Resolution } from './finding.ts';
import { ANATOMIC, DISTINCT, PTP_ASSOCIATED, VISIT } from './modifier-sets.ts';

type Reason =
  | 'no-data'
  | 'not-allowed'
  | 'modifier-missing'
  | 'bypassed'
  | 'bypassed-same-site'
  | 'column-two-on-earlier-claim';

/** Modifier 59 and X{EPSU} count on either line from this date of service (CR 11168), before on column two only. */
const EITHER_LINE_FROM = dayOf(2019, 7, 1);
/** Added to a bypassing modifier that stands on the column-one line. */
const ON_COLUMN_ONE = 4096;
const NO_BYPASS = -1;
const SAME_SITE = -2;

/**
 * Two codes of a procedure-to-procedure pair on one day, by one provider, for one beneficiary: the
 * column-one code stays eligible, the column-two code is denied, unless the pair's modifier indicator is 1
 * and a PTP-associated modifier stands where it counts. Direction is the row's, never the order of lines.
 */
export const ncciPtp = defineEdit<Reason>({
  id: 'ncci-ptp',
  title: 'NCCI procedure-to-procedure edits',
  since: '0.1.0',
  sources: [
    { document: 'NCCI Policy Manual for Medicare Services', section: 'chapter I, sections A and E' },
    { document: 'MLN901346, How to Use the Medicare National Correct Coding Initiative Tools' },
    { document: 'CMS CR 11168 (modifiers 59 and X{EPSU} on column one or column two)', date: '2019-02-15' },
  ],
  needs: ['ncci-ptp'],
  messages: {
    'no-data': {
      outcome: 'info',
      say: ({ setting }) => `No NCCI PTP table for the setting ${setting} is loaded: pairs were not checked.`,
    },
    'not-allowed': {
      outcome: 'deny',
      say: (facts) => {
        const { columnOne, columnTwo } = rowOf(facts);
        return `${columnTwo} is column two of ${columnOne} and is not paid beside it on the same day; modifier indicator 0: no modifier bypasses this edit.`;
      },
      source: pairSource,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'modifier-missing': {
      needsDay: true,
      outcome: 'deny',
      say: (facts) => {
        const { columnOne, columnTwo } = rowOf(facts);
        return `${columnTwo} is column two of ${columnOne} and is not paid beside it on the same day; modifier indicator 1: a modifier may bypass this edit if the documentation supports it.`;
      },
      source: pairSource,
      resolutions: bypassingModifiers,
    },
    bypassed: {
      outcome: 'info',
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
      say: (facts) => {
        const { columnOne, columnTwo } = rowOf(facts);
        return `${columnTwo} is column two of ${columnOne}; the same anatomic modifier stands on both lines and bypasses the edit, but the same site does not support it.`;
      },
      source: pairSource,
      resolutions: () => [{ kind: 'documentation' }],
    },
    'column-two-on-earlier-claim': {
      outcome: 'review',
      say: (facts) => {
        const { columnOne, columnTwo } = rowOf(facts);
        return `${columnOne} is column one of ${columnTwo}, which stands on an earlier claim for the same day: the payer may take back what it paid for ${columnTwo}.`;
      },
      source: pairSource,
      resolutions: () => [{ kind: 'documentation' }],
    },
  },
  check(input, report) {
    const table = input.tables.ptp[input.setting];
    if (table === null) {
      if (input.claim.ownLines > 0) report.add('no-data', -1);
      return;
    }
    const { claim, lines } = input;
    for (let line = 0; line < claim.ownLines; line++) {
      if (lines.codeId[line] >= 0 && claim.from[line] !== NOT_A_DAY) checkColumnTwo(input, table, line, report);
    }
  },
});

/** Every row in force in which the line is column two; one finding a row, whatever many column-one lines there are. */
function checkColumnTwo(input: CheckInput, table: PtpTable, line: number, report: Report<Reason>): void {
  const { claim, lines } = input;
  const day = claim.from[line];
  const id = lines.codeId[line];
  for (let other = 0; other < claim.lineCount; other++) {
    const otherId = lines.codeId[other];
    if (otherId < 0 || otherId === id || !lines.sameService(line, other)) continue;
    const row = rowWithColumnTwo(table, otherId, id, day);
    if (row >= 0) {
      if (isFirstOfItsCode(input, line, other)) reportPair(input, table, row, line, other, report);
    } else if (other >= claim.ownLines) {
      const turned = rowWithColumnTwo(table, id, otherId, day);
      if (turned >= 0 && bypass(input, table, turned, other, line) === NO_BYPASS) {
        report.add('column-two-on-earlier-claim', line, turned, other);
      }
    }
  }
}

/** The row by which `columnTwo` falls; where rows in both directions are in force, the stricter one alone counts. */
function rowWithColumnTwo(table: PtpTable, columnOne: number, columnTwo: number, day: number): number {
  const row = table.find(columnOne, columnTwo, day);
  if (row < 0) return -1;
  const turned = table.find(columnTwo, columnOne, day);
  if (turned < 0) return row;
  const difference = table.indicator(row) - table.indicator(turned);
  return difference < 0 || (difference === 0 && columnOne < columnTwo) ? row : -1;
}

/** Whether no earlier line is the same column-one code for this column-two line. */
function isFirstOfItsCode({ claim, lines }: CheckInput, line: number, other: number): boolean {
  for (let earlier = 0; earlier < other; earlier++) {
    if (lines.codeId[earlier] === lines.codeId[other] && earlier !== line && lines.sameService(line, earlier))
      return false;
  }
  return other < claim.lineCount;
}

/** Denied as soon as one of the column-one lines is not bypassed. */
function reportPair(
  input: CheckInput,
  table: PtpTable,
  row: number,
  line: number,
  first: number,
  report: Report<Reason>,
): void {
  const { claim, lines } = input;
  if (table.indicator(row) === 0) {
    report.add('not-allowed', line, row, first);
    return;
  }
  let bypassing = NO_BYPASS;
  for (let other = first; other < claim.lineCount; other++) {
    if (lines.codeId[other] !== lines.codeId[first] || !lines.sameService(line, other)) continue;
    const found = bypass(input, table, row, line, other);
    if (found === NO_BYPASS) {
      report.add('modifier-missing', line, row, other);
      return;
    }
    if (bypassing < 0) bypassing = found;
  }
  if (bypassing === SAME_SITE) report.add('bypassed-same-site', line, row, first);
  else report.add('bypassed', line, row, first, bypassing);
}

/** The modifier that bypasses, with ON_COLUMN_ONE where it stands there; SAME_SITE; NO_BYPASS. */
function bypass(input: CheckInput, table: PtpTable, row: number, columnTwo: number, columnOne: number): number {
  if (table.indicator(row) !== 1) return NO_BYPASS;
  const onTwo = bypassOnLine(input, columnTwo, false);
  const onOne = bypassOnLine(input, columnOne, true);
  if (onTwo === NO_BYPASS && onOne === NO_BYPASS) return NO_BYPASS;
  const strongest =
    onTwo === NO_BYPASS || (onOne !== NO_BYPASS && DISTINCT.has(onOne) && !DISTINCT.has(onTwo)) ? onOne : onTwo;
  const anatomic = ANATOMIC.has(strongest);
  if (anatomic && input.lines.hasModifier(columnTwo, strongest) && input.lines.hasModifier(columnOne, strongest)) {
    return SAME_SITE;
  }
  return strongest === onTwo ? onTwo : onOne + ON_COLUMN_ONE;
}

/** The first bypassing modifier on the line, one that is not anatomic before an anatomic one. */
function bypassOnLine(input: CheckInput, line: number, isColumnOne: boolean): number {
  const { claim } = input;
  let found = NO_BYPASS;
  const start = line * MODIFIER_SLOTS;
  for (let slot = start; slot < start + claim.modifierCount[line]; slot++) {
    const modifier = claim.modifiers[slot];
    if (!PTP_ASSOCIATED.has(modifier) || !counts(input, modifier, line, isColumnOne)) continue;
    if (!ANATOMIC.has(modifier)) return modifier;
    if (found === NO_BYPASS) found = modifier;
  }
  return found;
}

function counts(input: CheckInput, modifier: number, line: number, isColumnOne: boolean): boolean {
  if (VISIT.has(modifier)) return isEvaluationAndManagement(input.claim.code[line]);
  if (!isColumnOne || input.setting === 'outpatient') return true;
  if (DISTINCT.has(modifier)) return input.claim.from[line] >= EITHER_LINE_FROM;
  return input.policy.ptpModifierLine === 'either';
}

const rowOf = (facts: FindingFacts): PairRow => facts.codebook.ptpRow(facts.setting, facts.row, facts.asOf);

function pairSource(facts: FindingFacts): FindingSource {
  const row = rowOf(facts);
  return {
    release: row.release.id,
    row: {
      columnOne: row.columnOne,
      columnTwo: row.columnTwo,
      effective: isoDay(row.effective),
      deletion: isoDayOrOpen(row.deletion),
      modifierIndicator: row.modifierIndicator,
      rationale: row.rationale,
    },
  };
}

function bypassingModifiers(facts: FindingFacts): Resolution[] {
  const lines =
    facts.day >= EITHER_LINE_FROM || facts.setting === 'outpatient'
      ? [facts.lineNumber, facts.otherLineNumber]
      : [facts.lineNumber];
  return [{ kind: 'modifier', modifiers: PTP_ASSOCIATED.modifiers, lines }];
}
