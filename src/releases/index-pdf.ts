import { type FileFindings, quoted } from './findings-in-file.ts';
import { lineText, type PdfLine } from './pdf-lines.ts';
import { withCodes } from './printed-codes.ts';
import type { TableRecord } from './record-tables.ts';

/** The running head of CMS's Alpha-Numeric Index. */
const TITLE = /^(?:\d{4} )?HCPCS (?:\d{4} |Alpha-Numeric )Index\b/i;
const LETTER = /^[A-Z]$/;
const LAST_LINE = /^Last updated\b/i;
const SEE = /^(.*?)[,;]?\s*\bsee\b(?! also)\s+(.+)$/i;
const SEE_ALSO = /\s*\(?\b([^()]*?)[;,]?\s*\bsee also ([^()]+)\)/i;
/** One level of the index is 9 points further in; lines of a level differ by up to 5. */
const LEVEL = 5;

/** Whether the first page is that of an Alpha-Numeric Index. */
export const isIndex = (lines: readonly PdfLine[]): boolean => lines.some((line) => TITLE.test(lineText(line)));

interface Open {
  readonly x: number;
  readonly term: string;
  /** Whether something was printed for it: codes, a reference, or terms within it. */
  used: boolean;
  readonly line: PdfLine;
}

/**
 * CMS's Alpha-Numeric Index: terms, terms within terms by their indentation, codes and references. The key of a
 * record is its term with those around it; a line that is no record of its own is a heading, or an oddity.
 */
export function indexRecords(lines: readonly PdfLine[], findings: FileFindings): readonly TableRecord[] {
  const records: TableRecord[] = [];
  const open: Open[] = [];
  const leave = (until: number): void => {
    while (open.length > 0 && open[open.length - 1].x > until) {
      const left = open.pop() as Open;
      if (!left.used)
        noted(findings, 'index-term-alone', 'a term without code, reference or terms within it', left.line);
    }
  };
  for (const { line, text } of joined(body(lines))) {
    const [{ x }] = line.runs;
    const read = readTerm(text);
    if (read.rest !== '') noted(findings, 'index-rest', `text after the codes, ${quoted(read.rest)}`, line);
    leave(x - LEVEL);
    if (open.length > 0) open[open.length - 1].used = true;
    const term = [...open.map((one) => one.term), read.term].join(', ');
    if (read.term === '') noted(findings, 'index-code-alone', 'codes without a term', line);
    else if (read.codes.length > 0 || read.see !== '') {
      records.push({ key: term, fields: [read.codes.join(', '), read.see], line: line.page });
    }
    open.push({ x, term: read.term, used: read.codes.length > 0 || read.see !== '', line });
  }
  leave(Number.NEGATIVE_INFINITY);
  if (records.length === 0) findings.problem('release-without-rows', 'the index holds no term with a code');
  return records;
}

/** The lines of the index itself: after the first letter, without running heads, letters and the date at its end. */
function body(lines: readonly PdfLine[]): readonly PdfLine[] {
  const start = lines.findIndex((line) => LETTER.test(lineText(line)));
  return lines.slice(Math.max(0, start)).filter((line) => {
    const text = lineText(line);
    return !TITLE.test(text) && !LETTER.test(text) && !LAST_LINE.test(text) && !/^\d+$/.test(text);
  });
}

/** Codes that are printed on a line of their own belong to the line before. */
function joined(lines: readonly PdfLine[]): { readonly line: PdfLine; text: string }[] {
  const entries: { readonly line: PdfLine; text: string }[] = [];
  for (const line of lines) {
    const text = lineText(line);
    const before = entries[entries.length - 1];
    const { text: term, codes } = withCodes(text);
    if (before !== undefined && term === '' && codes.length > 0) before.text += ` ${text}`;
    else entries.push({ line, text });
  }
  return entries;
}

interface Term {
  readonly term: string;
  readonly codes: readonly string[];
  readonly see: string;
  readonly rest: string;
}

/** `Helicopter, ambulance (see also Ambulance)`, `Corvert, see Ibutilide fumarate`, `beds, E0271-E0280`. */
function readTerm(printed: string): Term {
  const also = SEE_ALSO.exec(printed);
  const text = also === null ? printed : printed.replace(SEE_ALSO, also[1] === '' ? '' : ` (${also[1].trim()})`);
  const { text: term, codes, rest } = withCodes(text);
  const see = codes.length === 0 ? SEE.exec(term) : null;
  if (see !== null) return { term: see[1].trim(), codes, see: see[2].trim(), rest };
  return { term, codes, see: also === null ? '' : also[2].trim(), rest };
}

const noted = (findings: FileFindings, code: string, what: string, line: PdfLine): void =>
  findings.oddity(code, `${what}: page ${line.page}, line ${line.line}, ${quoted(lineText(line))}`, line.page);
