import type { PtpRows } from '../releases/release.ts';

/**
 * The places of the rows in the order of column one, column two, effective day, deletion day, modifier indicator
 * and rationale; null where they lie so already, as those of a codebook do.
 *
 * Sorted by counting, one pass a column from the last to the first: millions of rows take a fraction of a second
 * and no object is made.
 *
 * @param rationaleOrder numbers that order the rationales, by the rows' own
 */
export function ptpOrder(rows: PtpRows, rationaleOrder: Uint16Array): Uint32Array | null {
  if (isInOrder(rows, rationaleOrder)) return null;
  let order = Uint32Array.from({ length: rows.count }, (_, i) => i);
  const noteOf = (row: number): number => rationaleOrder[rows.rationale[row]] * 16 + rows.modifierIndicator[row];
  order = sortedBy(order, noteOf, 0x10000);
  order = sortedBy(order, (row) => rows.deletion[row], 0x10000);
  order = sortedBy(order, (row) => rows.effective[row], 0x10000);
  for (const column of [rows.columnTwo, rows.columnOne]) {
    order = sortedBy(order, (row) => column[row] & 0xffff, 0x10000);
    order = sortedBy(order, (row) => column[row] >>> 16, 0x10000);
  }
  return order;
}

function sortedBy(order: Uint32Array, key: (row: number) => number, keys: number): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(keys + 1);
  for (let i = 0; i < order.length; i++) starts[key(order[i]) + 1]++;
  for (let i = 0; i < keys; i++) starts[i + 1] += starts[i];
  const sorted = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) sorted[starts[key(order[i])]++] = order[i];
  return sorted;
}

function isInOrder(rows: PtpRows, rationaleOrder: Uint16Array): boolean {
  for (let i = 1; i < rows.count; i++) {
    const step =
      rows.columnOne[i] - rows.columnOne[i - 1] ||
      rows.columnTwo[i] - rows.columnTwo[i - 1] ||
      rows.effective[i] - rows.effective[i - 1] ||
      rows.deletion[i] - rows.deletion[i - 1] ||
      rationaleOrder[rows.rationale[i]] - rationaleOrder[rows.rationale[i - 1]] ||
      rows.modifierIndicator[i] - rows.modifierIndicator[i - 1];
    if (step < 0) return false;
  }
  return true;
}
