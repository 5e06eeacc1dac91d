import { squeezed } from '../text.ts';
import { CodeRows, cellAt } from './code-rows.ts';
import type { TableReader } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import type { LineReader } from './fixed-lines.ts';
import { yearPeriod } from './period.ts';
import type { Period } from './release.ts';
import { headerKey } from './text.ts';

const KEYS = ['hcpcs', 'longdescription', 'adddate', 'termdate'];
const TITLE = /NOC CODES\b.*?\b(20\d\d)\b/i;

/** Whether a row is the header of CMS's list of not-otherwise-classified codes. */
export function isNocHeader(cells: readonly string[]): boolean {
  const keys = cells.map(headerKey).filter((key) => key !== '');
  return keys.length === KEYS.length && KEYS.every((key) => keys.includes(key));
}

/** Reads the rows below such a header; the title above it says the year. */
export function nocTable(
  header: readonly string[],
  findings: FileFindings,
  above: readonly string[] = [],
): TableReader {
  const keys = header.map(headerKey);
  const [code, ...fields] = KEYS.map((key) => keys.indexOf(key));
  const rows = new CodeRows('hcpcs-noc', findings);
  return {
    row(line, cells) {
      const text = (column: number): string => squeezed(cells[column] ?? '');
      addRow(rows, text(code), fields.map(text), line);
    },
    end: () => rows.end(nocPeriod(above)),
  };
}

const TEXT_HEADER = /^\s*HCPCS\s+LONG DESCRIPTION\s+ADD DATE\s+TERM DATE$/i;

/** Whether a line is that header, printed as text. */
export const isNocLine = (line: string): boolean => TEXT_HEADER.test(line.trimEnd());

/** Reads the lines below it; each column begins where its title does. */
export function nocText(header: string, findings: FileFindings, above: readonly string[]): LineReader | null {
  if (!isNocLine(header)) return null;
  const [long, added, ended] = [/LONG DESC/i, /ADD DATE/i, /TERM DATE/i].map((title) => header.search(title));
  const rows = new CodeRows('hcpcs-noc', findings);
  return {
    line({ number, text }) {
      const description = cellAt(text, long, added);
      const fields = [description.text, text.slice(added, ended).trim(), text.slice(ended).trim()];
      addRow(rows, text.slice(0, long).trim(), fields, number, description.cut ? [0] : []);
    },
    end: () => rows.end(nocPeriod(above)),
  };
}

/** CMS breaks a description at 80 characters into a further row of the same code, with no dates. */
function addRow(
  rows: CodeRows,
  key: string,
  fields: readonly string[],
  line: number,
  cut: readonly number[] = [],
): void {
  const [description, added, ended] = fields;
  const isMore = added === '' && ended === '' && rows.more(key, description);
  if (!isMore) rows.add(key, fields, line, cut);
}

function nocPeriod(above: readonly string[]): { period?: Period } {
  const year = TITLE.exec(above.join(' '))?.[1];
  return year === undefined ? {} : { period: yearPeriod(Number(year)) };
}
