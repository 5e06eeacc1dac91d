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

/** The text without blanks and control characters at its ends, as the byte readers trim. */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return text.slice(start, end);
}

/** UTF-8 bytes of a text. Short ASCII, which nearly all fields are, is copied without calling the encoder. */
export function bytesOf(text: string): Uint8Array {
  if (text.length > 40) return encoder.encode(text);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 127) return encoder.encode(text);
    bytes[i] = c;
  }
  return bytes;
}
