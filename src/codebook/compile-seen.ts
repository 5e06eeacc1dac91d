import { type Day, OPEN_DAY } from '../codes/day.ts';
import type { PackedCode } from '../codes/packed.ts';
import { SHAPE_LEVEL_TWO, shapeOf } from '../codes/packed-shape.ts';
import type { Release } from '../releases/release.ts';
import { type CompileContext, type Numbered, narrow } from './compile-parts.ts';
import type { Sections } from './format.ts';
import { MergedRows } from './merged-rows.ts';

/**
 * On which days each release's NCCI rows name a code: PTP rows by their own dates, MUE rows from their quarter
 * on, add-on code rows by their dates or, without dates, from their quarter on. PTP rows with indicator 9 never
 * apply; they stand for a code only where the release has no other row of it. Of codes that are not Level II:
 * for those HCPCS speaks.
 */
export function compileSeen(
  releases: readonly Numbered<Release>[],
  packed: Uint32Array,
  context: CompileContext,
): Sections['seen'] {
  const merged = new MergedRows<Span>(context.sets);
  for (const { index, release } of releases) {
    for (const [code, span] of spansOf(release)) {
      if (shapeOf(code) === SHAPE_LEVEL_TWO) continue;
      const group = context.codes.id(code);
      merged.add(index, group, `${group} ${span.from} ${span.to} ${span.applies}`, span);
    }
  }
  const { rows, offsets } = merged.grouped(packed.length);
  return {
    offsets,
    from: Int32Array.from(rows, ({ row }) => row.from),
    to: Int32Array.from(rows, ({ row }) => row.to),
    applies: Uint8Array.from(rows, ({ row }) => (row.applies ? 1 : 0)),
    set: narrow(rows.map(({ set }) => set)),
  };
}

interface Span {
  from: Day;
  to: Day;
  applies: boolean;
}

class Spans extends Map<PackedCode, Span> {
  /** Widens the code's span; what applies replaces what does not and is never widened by it. */
  widen(code: PackedCode, from: Day, to: Day, applies: boolean): void {
    const span = this.get(code);
    if (span === undefined || (applies && !span.applies)) this.set(code, { from, to, applies });
    else if (span.applies === applies) {
      if (from < span.from) span.from = from;
      if (to > span.to) span.to = to;
    }
  }
}

function spansOf(release: Release): Spans {
  const spans = new Spans();
  const { from } = release.period;
  if (release.kind === 'ncci-mue') for (const { code } of release.rows) spans.widen(code, from, OPEN_DAY, true);
  if (release.kind === 'ncci-aoc') {
    for (const { addOn, primary, effective, deletion } of release.rows) {
      for (const code of primary === null ? [addOn] : [addOn, primary])
        spans.widen(code, effective ?? from, deletion ?? OPEN_DAY, true);
    }
  }
  if (release.kind === 'ncci-ptp') {
    const { count, columnOne, columnTwo, effective, deletion, modifierIndicator } = release.rows;
    for (let i = 0; i < count; i++) {
      const applies = modifierIndicator[i] !== 9;
      spans.widen(columnOne[i], effective[i], deletion[i], applies);
      spans.widen(columnTwo[i], effective[i], deletion[i], applies);
    }
  }
  return spans;
}
