import { squeezed } from '../text.ts';

/** A stretch of text without a gap in it, and where it begins, in points from the left edge of the page. */
export interface Run {
  readonly x: number;
  readonly text: string;
}

/** One printed line: its runs from left to right. */
export interface PdfLine {
  /** From 1. */
  readonly page: number;
  /** On its page from the top, from 1. */
  readonly line: number;
  readonly runs: readonly Run[];
}

/** A piece of text as the page places it: lower left corner and width, in points. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The published ones have 48 pages at most; what has more is some other document. */
const MOST_PAGES = 500;
/** Baselines closer than this are one line; lines are 12 to 14 points apart. */
const SAME_LINE = 2.5;
/** Wider gaps part columns; a space is some 3 points wide. */
const SPACE = 4.5;
const NO_SPACE = 0.5;

/**
 * The lines of a PDF in reading order; null where its first page is not wanted, and then no further one is read. What
 * the library throws of a broken file is thrown on; some of it comes where nothing can catch it (`readPdfLines`).
 */
export async function pdfLines(
  bytes: Uint8Array,
  isWanted: (firstPage: readonly PdfLine[]) => boolean,
): Promise<readonly PdfLine[] | null> {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(bytes, { verbosity: 0 });
  if (document.numPages > MOST_PAGES) return null;
  const lines: PdfLine[] = [];
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent();
    lines.push(...linesOf(items.flatMap(asItem), page));
    if (page === 1 && !isWanted(lines)) return null;
  }
  return lines;
}

/** Marks of content have no text and no place. */
function asItem(item: object): PdfItem[] {
  if (!('str' in item && 'transform' in item && 'width' in item)) return [];
  const [, , , , x, y] = item.transform as readonly number[];
  return [{ text: String(item.str), x, y, width: Number(item.width) }];
}

/** Pieces of text put together to the lines of a page. */
export function linesOf(items: readonly PdfItem[], page: number): readonly PdfLine[] {
  const printed = items.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: PdfItem[][] = [];
  for (const item of printed) {
    const row = rows[rows.length - 1];
    if (row !== undefined && row[0].y - item.y < SAME_LINE) row.push(item);
    else rows.push([item]);
  }
  return rows.map((row, i) => ({ page, line: i + 1, runs: runsOf(row.sort((a, b) => a.x - b.x)) }));
}

function runsOf(items: readonly PdfItem[]): readonly Run[] {
  const runs: { x: number; text: string; end: number }[] = [];
  for (const { text, x, width } of items) {
    const last = runs[runs.length - 1];
    const gap = last === undefined ? Number.POSITIVE_INFINITY : x - last.end;
    if (gap > SPACE) runs.push({ x, text, end: x + width });
    else {
      last.text += gap > NO_SPACE ? ` ${text}` : text;
      last.end = Math.max(last.end, x + width);
    }
  }
  return runs.map(({ x, text }) => ({ x, text: squeezed(text) }));
}

/** The whole line as text. */
export const lineText = ({ runs }: PdfLine): string => runs.map(({ text }) => text).join(' ');
