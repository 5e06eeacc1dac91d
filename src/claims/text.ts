/**
 * Text of claim files: UTF-8 where the bytes are that, else the Windows-1252 that older systems write. Shared
 * by all formats and by `encodeClaim`, which writes UTF-8.
 */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder('windows-1252');
const encoder = new TextEncoder();

/** The text of bytes `[start, end)`. */
export function textOf(bytes: Uint8Array, start = 0, end = bytes.length): string {
  const part = bytes.subarray(start, end);
  try {
    return utf8.decode(part);
  } catch {
    return windows1252.decode(part);
  }
}

export const bytesOf = (text: string): Uint8Array => encoder.encode(text);
