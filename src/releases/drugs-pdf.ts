import { type FileFindings, quoted } from './findings-in-file.ts';
import { lineText, type PdfLine, type Run } from './pdf-lines.ts';
import { withCodes } from './printed-codes.ts';
import type { TableRecord } from './record-tables.ts';

const TITLE = /^\d{4} Table of Drugs\b/i;
const LETTER = /^[A-Z]$/;
const LAST_LINE = /^Last updated\b/i;
const SEE = /^(.*?)[,@;]*\s+(?:also )?see\s+(.+)$/i;
const ROUTE = /\b(?:IA|IV|IM|IT|SC|SQ|INH|VAR|OTH|oral|epidural|intraocular|op(?:h)?thalmic)\b/i;
const ROUTES = new RegExp(`(?:${ROUTE.source}[, ]*)+$`, 'i');

/** Where the columns begin, in points: names left of 285, amounts to 410, then routes and codes. */
const AMOUNT = 285;
const ROUTE_COLUMN = 410;
/** Names further in than this continue a name or stand within one. */
const INDENT = 3;

/** Whether the first page is that of a Table of Drugs. */
export const isDrugTable = (lines: readonly PdfLine[]): boolean => lines.some((line) => TITLE.test(lineText(line)));

/** The cells of a line; '' where blank. */
interface Cells {
  readonly name: string;
  readonly amount: string;
  readonly route: string;
  readonly codes: readonly string[];
  readonly rest: string;
}

interface Row extends Omit<Cells, 'rest'> {
  name: string;
  amount: string;
  codes: readonly string[];
  see: string;
  /** Whether rows printed within it or after it took its name. */
  isHeading: boolean;
  readonly line: PdfLine;
}

/**
 * CMS's Table of Drugs: name, amount, route and codes, or the name that a brand is to be seen under. The columns are
 * told apart by where they stand and what stands in them. Every line ends up in a record, or is an oddity.
 */
export function drugRecords(lines: readonly PdfLine[], findings: FileFindings): readonly TableRecord[] {
  const rows: Row[] = [];
  let atMargin: Row | undefined;
  for (const onPage of Map.groupBy(body(lines), (line) => line.page).values()) {
    const margin = Math.min(...onPage.map((line) => line.runs[0].x));
    for (const line of onPage) {
      const cells = cellsOf(line);
      if (cells.rest !== '') noted(findings, 'drug-rest', `text after the codes, ${quoted(cells.rest)}`, line);
      const isWithin = line.runs[0].x > margin + INDENT;
      const row = isWithin ? withinRow(cells, line, rows.at(-1), atMargin) : rowOf(cells, line);
      if (row === null) continue;
      rows.push(row);
      if (!isWithin) atMargin = row;
    }
  }
  return asRecords(rows, findings);
}

/** The lines of the table itself: after the first letter, without letters, page numbers and the date at its end. */
function body(lines: readonly PdfLine[]): readonly PdfLine[] {
  const start = lines.findIndex((line) => LETTER.test(lineText(line)));
  return lines.slice(Math.max(0, start)).filter((line) => {
    const text = lineText(line);
    return !TITLE.test(text) && !LETTER.test(text) && !LAST_LINE.test(text) && !/^\d+$/.test(text);
  });
}

function cellsOf({ runs }: PdfLine): Cells {
  const hasName = runs[0].x < AMOUNT;
  const others = hasName ? runs.slice(1) : runs;
  const left = withCodes(textOf(others.filter(({ x }) => x < ROUTE_COLUMN)));
  const right = withCodes(textOf(others.filter(({ x }) => x >= ROUTE_COLUMN)));
  const route = right.text || (ROUTES.exec(left.text)?.[0] ?? '');
  return {
    name: hasName ? runs[0].text : '',
    amount: (right.text === '' ? left.text.slice(0, left.text.length - route.length) : left.text).trim(),
    route,
    codes: [...left.codes, ...right.codes],
    rest: `${left.rest} ${right.rest}`.trim(),
  };
}

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join(' ');

/** A row with a name at the margin: a drug, a heading, or a brand with the name to see. */
function rowOf({ name, amount, route, codes }: Cells, line: PdfLine): Row {
  const see = codes.length === 0 ? SEE.exec(name) : null;
  return { name: see?.[1] ?? name, amount, route, codes, see: see?.[2] ?? '', isHeading: false, line };
}

/** What is printed further in: more of the row before (null then), or a row of its own under the name above. */
function withinRow(cells: Cells, line: PdfLine, last: Row | undefined, atMargin: Row | undefined): Row | null {
  const { name, amount, route, codes } = cells;
  if (last === undefined) return rowOf(cells, line);
  if (name === '' && codes.length === 0) last.amount = `${last.amount} ${amount}`.trim();
  else if (name === '' && amount === '' && route === '') last.codes = [...last.codes, ...codes];
  else if (name === '') {
    last.isHeading = true;
    return rowOf({ ...cells, name: last.name }, line);
  } else if (codes.length === 0 && last.see !== '') last.see = `${last.see} ${name}`;
  else if (codes.length === 0) last.name = `${last.name} ${name}`;
  else {
    if (atMargin !== undefined) atMargin.isHeading = true;
    return rowOf({ ...cells, name: inside(atMargin?.name ?? '', name) }, line);
  }
  return null;
}

/** `Immune globulin, Bivigam`; `Betamethasone acetate & betamethasone sodium phosphate`. */
function inside(heading: string, name: string): string {
  if (heading === '') return name;
  return /^[&(a-z]/.test(name) || heading.endsWith(',') ? `${heading} ${name}` : `${heading}, ${name}`;
}

function asRecords(rows: readonly Row[], findings: FileFindings): readonly TableRecord[] {
  const records: TableRecord[] = [];
  for (const { name, amount, route, codes, see, isHeading, line } of rows) {
    if (codes.length > 0 || see !== '') {
      records.push({ key: name, fields: [amount, route, codes.join(', '), see], line: line.page });
    } else if (!isHeading) noted(findings, 'drug-alone', 'a name without code or reference', line);
  }
  if (records.length === 0) findings.problem('release-without-rows', 'the table holds no drug with a code');
  return records;
}

const noted = (findings: FileFindings, code: string, what: string, line: PdfLine): void =>
  findings.oddity(code, `${what}: page ${line.page}, line ${line.line}, ${quoted(lineText(line))}`, line.page);
