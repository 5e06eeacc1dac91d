import type { Day } from '../codes/day.ts';
import { type PackedCode, packCodeText, unpackCode } from '../codes/packed.ts';
import type { Setting } from '../codes/setting.ts';
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
  if (table === null) return { status: 'not-loaded', reason: notLoaded(setting, context) };
  const a = context.tables.codeId(packedText(first));
  const b = context.tables.codeId(packedText(second));
  const rows = a === b ? table.rows(a, b) : [...table.rows(a, b), ...table.rows(b, a)];
  const history = rows.map((row) => pairRow(row, setting, table, context)).sort(byAge);
  return { status: 'answered', inForce: inForce(history, on), history };
}

const byAge = (a: PairRow, b: PairRow): number =>
  a.effective - b.effective || a.deletion - b.deletion || compareTexts(a.columnOne, b.columnOne);

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

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

/** A PTP row as an object, from its reference. */
export function pairRow(
  row: number,
  setting: Setting,
  table: RankedPtpTable,
  { sections, strings, releases, tables }: AnswerContext,
): PairRow {
  const { ptp, codes } = sections;
  const { columnOne, columnTwo } = table.pair(row);
  const stored = table.storedRow(row);
  const window = ptp.window[stored];
  const note = ptp.note[stored];
  const speaking = tables.asOf.speaking('ncci-ptp', setting);
  const release = tables.asOf.members(ptp.windowSet[window]).findLast((member) => speaking.includes(member)) ?? 0;
  return {
    columnOne: unpackCode(codes.packed[columnOne]),
    columnTwo: unpackCode(codes.packed[columnTwo]),
    effective: ptp.windowEffective[window],
    deletion: ptp.windowDeletion[window],
    modifierIndicator: ptp.windowIndicator[window] as 0 | 1 | 9,
    prior1996: ptp.notePrior1996[note] === 1,
    rationale: strings.text(ptp.noteRationale[note]),
    release: releases[release],
  };
}
