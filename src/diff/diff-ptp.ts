import { isoDay, OPEN_DAY } from '../codes/day.ts';
import { unpackCode } from '../codes/packed.ts';
import type { PtpRelease, PtpRows } from '../releases/release.ts';
import { CHANGE_CLASSES, type Change, fieldChanges, noChanges, type ReleaseDiff } from './change.ts';
import { ptpOrder } from './ptp-order.ts';
import { sectionOf } from './sections.ts';

const FIELDS = ['effective', 'deletion', 'modifierIndicator', 'rationale', 'prior1996'];
const ADDED = CHANGE_CLASSES.indexOf('added');
const REACTIVATED = CHANGE_CLASSES.indexOf('reactivated');
const DISCONTINUED = CHANGE_CLASSES.indexOf('discontinued');
const REMOVED = CHANGE_CLASSES.indexOf('removed');
const CHANGED = CHANGE_CLASSES.indexOf('changed');

const NO_ROW = -1;

/**
 * Pairs added, deleted and changed. A row is known by column one, column two and effective day, since a pair may
 * have several with windows of their own; where a release prints a pair twice with one effective day, the rows are
 * matched in the order of their deletion days.
 */
export function diffPtp(before: PtpRelease, after: PtpRelease): ReleaseDiff<PtpRelease> {
  const rationales = sharedRationales(before.rows, after.rows);
  const old = inOrder(before.rows, rationales);
  const now = inOrder(after.rows, rationales);
  const found = new FoundChanges();
  const unchanged = merge(old, now, found);
  const counts = noChanges();
  for (let i = 0; i < found.count; i++) counts[CHANGE_CLASSES[found.classes[i]]]++;
  return {
    ...{ kind: 'ncci-ptp', before, after, counts, total: found.count, unchanged },
    changes: { [Symbol.iterator]: () => changesOf(found, before.rows, after.rows) },
  };
}

/** One release's rows with the order to go through them. */
interface OrderedRows {
  readonly rows: PtpRows;
  readonly order: Uint32Array | null;
  /** By the rows' own rationale a number that is the same for the same text in both releases. */
  readonly rationales: Uint16Array;
}

function sharedRationales(before: PtpRows, after: PtpRows): readonly string[] {
  return [...new Set([...before.rationales, ...after.rationales])].sort();
}

function inOrder(rows: PtpRows, shared: readonly string[]): OrderedRows {
  const rationales = Uint16Array.from(rows.rationales, (text) => shared.indexOf(text));
  return { rows, order: ptpOrder(rows, rationales), rationales };
}

/** The changes as they are found, row numbers only. */
class FoundChanges {
  count = 0;
  classes = new Uint8Array(1024);
  before = new Int32Array(1024);
  after = new Int32Array(1024);

  add(change: number, before: number, after: number): void {
    if (this.count === this.classes.length) this.grow();
    this.classes[this.count] = change;
    this.before[this.count] = before;
    this.after[this.count++] = after;
  }

  private grow(): void {
    const { classes, before, after } = this;
    this.classes = new Uint8Array(this.count * 2);
    this.before = new Int32Array(this.count * 2);
    this.after = new Int32Array(this.count * 2);
    this.classes.set(classes);
    this.before.set(before);
    this.after.set(after);
  }
}

/** Goes through both in step and gives the number of rows that are the same. */
function merge(old: OrderedRows, now: OrderedRows, found: FoundChanges): number {
  let unchanged = 0;
  let i = 0;
  let j = 0;
  while (i < old.rows.count || j < now.rows.count) {
    const a = i < old.rows.count ? (old.order?.[i] ?? i) : NO_ROW;
    const b = j < now.rows.count ? (now.order?.[j] ?? j) : NO_ROW;
    const step = a === NO_ROW ? 1 : b === NO_ROW ? -1 : compareKeys(old.rows, a, now.rows, b);
    if (step <= 0) i++;
    if (step >= 0) j++;
    if (step < 0) found.add(REMOVED, a, NO_ROW);
    else if (step > 0) found.add(now.rows.deletion[b] === OPEN_DAY ? ADDED : DISCONTINUED, NO_ROW, b);
    else {
      const change = classOf(old, a, now, b);
      if (change < 0) unchanged++;
      else found.add(change, a, b);
    }
  }
  return unchanged;
}

const compareKeys = (a: PtpRows, i: number, b: PtpRows, j: number): number =>
  a.columnOne[i] - b.columnOne[j] || a.columnTwo[i] - b.columnTwo[j] || a.effective[i] - b.effective[j];

/** -1 where nothing changed. */
function classOf(old: OrderedRows, a: number, now: OrderedRows, b: number): number {
  const [ended, ends] = [old.rows.deletion[a], now.rows.deletion[b]];
  if (ended === OPEN_DAY && ends !== OPEN_DAY) return DISCONTINUED;
  if (ended !== OPEN_DAY && ends === OPEN_DAY) return REACTIVATED;
  const same =
    ended === ends &&
    old.rows.modifierIndicator[a] === now.rows.modifierIndicator[b] &&
    old.rationales[old.rows.rationale[a]] === now.rationales[now.rows.rationale[b]] &&
    old.rows.prior1996[a] === now.rows.prior1996[b];
  return same ? -1 : CHANGED;
}

function* changesOf(found: FoundChanges, before: PtpRows, after: PtpRows): Generator<Change> {
  for (let i = 0; i < found.count; i++) {
    const [was, is] = [found.before[i], found.after[i]];
    const [rows, row] = is === NO_ROW ? [before, was] : [after, is];
    const change = CHANGE_CLASSES[found.classes[i]];
    const code = unpackCode(rows.columnOne[row]);
    const day = change === 'discontinued' ? rows.deletion[row] : rows.effective[row];
    yield {
      printedBy: was === NO_ROW ? 'after' : is === NO_ROW ? 'before' : 'both',
      ...{
        change,
        code,
        other: unpackCode(rows.columnTwo[row]),
        title: rows.rationales[rows.rationale[row]],
        section: sectionOf(code),
        action: '',
      },
      since: isoDay(rows.effective[row]),
      effective: change === 'added' || change === 'discontinued' ? isoDay(day) : null,
      fields: fieldChanges(FIELDS, texts(before, was), texts(after, is)),
    };
  }
}

function texts(rows: PtpRows, row: number): string[] | null {
  if (row === NO_ROW) return null;
  const { effective, deletion, modifierIndicator, rationale, rationales, prior1996 } = rows;
  return [
    isoDay(effective[row]),
    deletion[row] === OPEN_DAY ? '' : isoDay(deletion[row]),
    String(modifierIndicator[row]),
    rationales[rationale[row]],
    prior1996[row] === 1 ? 'yes' : '',
  ];
}
