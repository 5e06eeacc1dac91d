/** The group that a row lies in, where `offsets` says with which row each group starts. */
export function groupOfRow(offsets: Int32Array, row: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if (offsets[middle] <= row) low = middle;
    else high = middle;
  }
  return low;
}
