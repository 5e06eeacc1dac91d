import type { Colour } from './colors.ts';
import { printable } from './printable.ts';

/**
 * Breaks a text at spaces so that no line passes `width`; lines after the first are indented by `indent`.
 * A word longer than a line keeps a line of its own.
 *
 * @example
 * wrap('one two three', 10, 2) // 'one two\n  three'
 */
export function wrap(text: string, width: number, indent: number): string {
  return wrapColoured(text, width, indent, (same) => same);
}

/** The same with each line coloured for itself, so that a pager or a narrow screen never carries a colour over. */
export function wrapColoured(text: string, width: number, indent: number, colour: Colour): string {
  return wrapLines(text, Math.max(20, width - indent))
    .map(colour)
    .join(`\n${' '.repeat(indent)}`);
}

/** The text's lines of at most `room` characters, printable whatever is in it. */
export function wrapLines(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}
