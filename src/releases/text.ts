/** The bytes 0x80–0x9f in Windows-1252; CMS's text files are Latin-1 with, here and there, one of these. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const C1 = /[\x80-\x9f]/g;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** Text of the bytes `[start, end)`, one character a byte. */
export function singleByteText(bytes: Uint8Array, start = 0, end = bytes.length): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
  return text.replace(C1, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]);
}

/** Text of a whole table: UTF-8 where it is that, else one character a byte. */
export function tableText(bytes: Uint8Array): string {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return singleByteText(bytes);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const CONTROL = /[\x00-\x1f\x7f-\x9f]/g;

/** Whether the text holds a control character. */
export const hasControl = (text: string): boolean => text.search(CONTROL) >= 0;

/** The text with control characters made spaces. */
export const withoutControl = (text: string): string => text.replace(CONTROL, ' ');

/** Lower-case letters and digits alone: `Add-On_Code` and `ADD ON CODE` are one header. */
export const headerKey = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
