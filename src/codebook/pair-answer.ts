import type { Day } from '../codes/day.ts';
import { type PackedCode, packCodeText, unpackCode } from '../codes/packed.ts';
import type { Setting } from '../releases/release.ts';
import { type AnswerContext, known } from './code-answer.ts';
import type { PairAnswer, PairRow } from './codebook.ts';
import type { RankedPtpTable } from './ptp-table.ts';

/** Case and white space do not count. */
export const packedText = (text: string): PackedCode => packCodeText(text.replace(/\s+/g, ''));

/** The rows of two codes in either direction, and the one in force on a day. */
export function answerPair(
  first: string,
  second: string,
  { on, setting }: { on: Day; setting: Setting },
  context: AnswerContext,
): PairAnswer {
  const table = context.tables.ptp[setting];
  if (table === null || setting === 'dme') return { status: 'not-loaded', reason: notLoaded(setting, context) };
  const a = context.tables.codeId(packedText(first));
  const b = context.tables.codeId(packedText(second));
  const rows = a === b ? table.rows(a, b) : [...table.rows(a, b), ...table.rows(b, a)];
  const { windowEffective, windowDeletion, window } = context.sections[`ptp.${setting}`];
  rows.sort(
    (x, y) =>
      windowEffective[window[x]] - windowEffective[window[y]] ||
      windowDeletion[window[x]] - windowDeletion[window[y]] ||
      x - y,
  );
  const history = rows.map((row) => pairRow(row, setting, table, context));
  return { status: 'answered', inForce: inForce(history, on), history };
}

function notLoaded(setting: Setting, context: AnswerContext): string {
  if (setting === 'dme') return 'Medicare publishes no PTP edits for DME suppliers, and none are loaded.';
  return `No NCCI PTP release for the ${setting} setting${known(context)} is loaded.`;
}

/** The stricter of the rows in force, of equal ones the oldest; indicator 9 never applies. */
function inForce(history: readonly PairRow[], on: Day): PairRow | null {
  const rows = history.filter(
    ({ effective, deletion, modifierIndicator }) => modifierIndicator !== 9 && effective <= on && on <= deletion,
  );
  return rows.find(({ modifierIndicator }) => modifierIndicator === 0) ?? rows[0] ?? null;
}

/** A PTP row as an object. */
export function pairRow(
  row: number,
  setting: 'professional' | 'outpatient',
  table: RankedPtpTable,
  { sections, strings, releases, tables }: AnswerContext,
): PairRow {
  const columns = sections[`ptp.${setting}`];
  const window = columns.window[row];
  const note = columns.note[row];
  const { packed } = sections.codes;
  return {
    columnOne: unpackCode(packed[table.columnOne(row)]),
    columnTwo: unpackCode(packed[columns.columnTwo[row]]),
    effective: columns.windowEffective[window],
    deletion: columns.windowDeletion[window],
    modifierIndicator: columns.windowIndicator[window] as 0 | 1 | 9,
    prior1996: columns.notePrior1996[note] === 1,
    rationale: strings.text(columns.noteRationale[note]),
    release: releases[newestSpeaking(columns.windowSet[window], setting, tables.asOf)],
  };
}

function newestSpeaking(set: number, setting: Setting, asOf: AnswerContext['tables']['asOf']): number {
  const speaking = new Set(asOf.speaking('ncci-ptp', setting));
  return asOf.members(set).findLast((release) => speaking.has(release)) ?? 0;
}
