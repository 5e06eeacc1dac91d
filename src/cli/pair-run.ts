import { type Day, isoDay } from '../codes/day.ts';
import type { Setting } from '../codes/setting.ts';
import { openChosenCodebook } from './codebook-source.ts';
import { bold, dim, green, red, yellow } from './colors.ts';
import { type PairFacts, pairFacts, type RowFacts } from './pair-facts.ts';
import { screenWidth } from './screen.ts';
import { table } from './table.ts';
import { today } from './today.ts';
import { wrap } from './wrap.ts';

export interface PairRequest {
  readonly codebook?: string;
  readonly on?: Day;
  readonly asOf?: Day;
  readonly setting: Setting;
  readonly json?: boolean;
}

/** Prints whether two codes are paid together and gives the exit status. */
export async function runPair(first: string, second: string, request: PairRequest): Promise<0 | 2> {
  const { codebook } = await openChosenCodebook(request.codebook);
  const on = request.on ?? today();
  const asOf = request.asOf === undefined ? {} : { asOf: request.asOf };
  const facts = pairFacts(codebook, first, second, { on, ...asOf, setting: request.setting });
  const asked = {
    codebook: codebook.id,
    on: isoDay(on),
    asOf: request.asOf === undefined ? null : isoDay(request.asOf),
    setting: request.setting,
  };
  const text = request.json
    ? `${JSON.stringify({ ...asked, ...facts }, null, 2)}\n`
    : pairText(facts, asked, request.on === undefined, screenWidth());
  process.stdout.write(text);
  return facts.status === 'not-loaded' ? 2 : 0;
}

interface Asked {
  readonly codebook: string;
  readonly on: string;
  readonly asOf: string | null;
  readonly setting: Setting;
}

function pairText(facts: PairFacts, asked: Asked, isToday: boolean, width: number): string {
  const clock = `${asked.setting}, date of service ${asked.on}${isToday ? ' (today)' : ''}${asked.asOf === null ? '' : `, as of ${asked.asOf}`}; codebook ${asked.codebook.slice(0, 12)}`;
  const parts = [
    verdict(facts, asked, width),
    ...facts.remarks.map((remark) => `${yellow(wrap(remark, width, 0))}\n`),
    facts.history.length === 0 ? '' : `\n${historyTable(facts, width)}`,
    `\n${dim(clock)}\n`,
  ];
  return parts.join('');
}

function verdict(facts: PairFacts, { on, setting }: Asked, width: number): string {
  const [a, b] = facts.codes;
  if (facts.status === 'not-loaded') return `${yellow(bold(wrap(`Cannot be told: ${facts.reason}`, width, 0)))}\n`;
  if (facts.inForce === null) {
    const last = facts.history.at(-1);
    const before = last === undefined ? '' : ` (${facts.history.length > 1 ? 'its rows are' : 'its row is'} below)`;
    const sentence = `No NCCI edit of the ${setting} table stands between ${a} and ${b} on ${on}${before}.`;
    return `${green(bold(wrap(sentence, width, 0)))}\n`;
  }
  const { columnOne, columnTwo, modifierIndicator } = facts.inForce;
  const way = modifierIndicator === 1 ? ' unless a modifier bypasses the edit' : ', and no modifier bypasses the edit';
  const sentence = `${columnTwo} is column two of ${columnOne} on ${on}: not paid beside it${way} (indicator ${modifierIndicator}).`;
  return `${(modifierIndicator === 1 ? yellow : red)(bold(wrap(sentence, width, 0)))}\n`;
}

function historyTable({ history, inForce }: PairFacts, width: number): string {
  const rows = history.map((row) => [
    isSame(row, inForce) ? '>' : ' ',
    row.columnOne,
    row.columnTwo,
    row.effective,
    row.deletion ?? 'open',
    row.modifierIndicator === 9 ? '9 never applied' : `${row.modifierIndicator}`,
    row.release.replace(/^ncci-ptp\//, ''),
  ]);
  const columns = ['', 'col 1', 'col 2', 'effective', 'last day', 'indicator', 'release'];
  return table(
    columns.map((title) => ({ title })),
    rows,
    width,
    history.map(({ rationale }) => rationale),
  );
}

const isSame = (a: RowFacts, b: RowFacts | null): boolean =>
  b !== null &&
  a.columnOne === b.columnOne &&
  a.effective === b.effective &&
  a.modifierIndicator === b.modifierIndicator;
