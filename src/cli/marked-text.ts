import type { WordPiece } from '../diff/words.ts';
import { type Colour, green, red } from './colors.ts';
import { wrapLines } from './wrap.ts';

/** Words that stay are cut in their middle beyond this many characters. */
const MOST_SAME = 60;
const KEPT = 25;

/**
 * A word difference as lines of at most `width` characters: `per [-50-]{+10+} mg`, what is gone and what is new also
 * coloured on a terminal. Long stretches that stay are cut in their middle.
 */
export function markedText(label: string, pieces: readonly WordPiece[], width: number): string {
  const text = pieces.map((piece, i) => marked(piece, i === 0, i === pieces.length - 1)).join('');
  let mark: Colour | null = null;
  return wrapLines(`${label}${text}`, Math.max(20, width))
    .map((line) => {
      const coloured = colourMarks(line, mark);
      mark = coloured.open;
      return coloured.line;
    })
    .join('\n');
}

function marked({ kind, text }: WordPiece, first: boolean, last: boolean): string {
  if (kind === 'removed') return `[-${text}-]`;
  if (kind === 'added') return `{+${text}+}`;
  if (text.length <= MOST_SAME) return text;
  const start = first ? '' : text.slice(0, text.lastIndexOf(' ', KEPT) + 1);
  const end = last ? '' : text.slice(text.indexOf(' ', text.length - KEPT));
  return `${start}…${end}`;
}

/** Colours what is within marks; one that opened on a line before goes on. */
function colourMarks(line: string, open: Colour | null): { readonly line: string; readonly open: Colour | null } {
  let mark = open;
  const parts = line.split(/(\[-|-\]|\{\+|\+\})/).map((part) => {
    if (part === '[-') mark = red;
    if (part === '{+') mark = green;
    const shown = mark === null || part === '' ? part : mark(part);
    if (part === '-]' || part === '+}') mark = null;
    return shown;
  });
  return { line: parts.join(''), open: mark };
}
