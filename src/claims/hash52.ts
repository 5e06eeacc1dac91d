/** A 52-bit FNV-1a hash of bytes, from 1 on. */
export function hash52(bytes: Uint8Array, start: number, end: number): number {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let i = start; i < end; i++) {
    low = Math.imul(low ^ bytes[i], 0x01000193);
    high = Math.imul(high ^ bytes[i], 0x85ebca6b);
  }
  return (high >>> 12) * 0x1_0000_0000 + (low >>> 0) + 1;
}
