/** Control characters (C0, DEL, C1), line separators and marks that turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Text from a file as it may go to a terminal: what would steer the terminal becomes `\ufffd`. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, '\ufffd');
