/** The bytes of a parquet file, of which parts are asked for: its end names where its columns are. */
export interface ParquetSource {
  readonly byteLength: number;
  /** Bytes `[start, end)`. */
  slice(start: number, end?: number): Promise<ArrayBuffer> | ArrayBuffer;
}

/** Whether a file's first bytes are parquet's: `PAR1`. */
export const isParquet = (head: Uint8Array): boolean =>
  head.length >= 4 && head[0] === 0x50 && head[1] === 0x41 && head[2] === 0x52 && head[3] === 0x31;

export function sourceOfBytes(bytes: Uint8Array): ParquetSource {
  return { byteLength: bytes.length, slice: (start, end) => bytes.slice(start, end).buffer };
}
