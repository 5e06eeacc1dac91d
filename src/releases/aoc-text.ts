import { AddOnRows } from './aoc-rows.ts';
import type { AddOnContent } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { collect, type Chunks, MOST_TABLE_BYTES } from './streams.ts';
import { singleByteText } from './text.ts';

/** Type and add-on code run together; then, apart, the add-on code's deletion date if any, and the primary code. */
export const AOC_LINE = /^([123])([0-9A-Z]{5})(?:\s+(\d{7}))?\s+([0-9A-Z]{5})(?=\s)/i;
const DATE = /(?<!\S)\d{7}(?!\S)/y;
const SPACES = /\s*/y;

interface Line {
  readonly number: number;
  readonly type: string;
  readonly addOn: string;
  readonly addOnDeletion: string;
  readonly primary: string;
  /** What follows the primary code: up to three dates with the column each begins in. */
  readonly dates: readonly { readonly at: number; readonly text: string }[];
}

/**
 * Reads add-on code edits in CMS's fixed-width text layout (from 2022 on): type, add-on code, its deletion date,
 * primary code, its deletion date, effective and deletion date of the edit, note, such as
 * `20054T   CCCCC   2013091   Contractor Defined Primary Codes`. Blank dates leave a gap, so a date is told by its
 * column: the effective date's is the one that every line fills.
 */
export async function readAddOnText(chunks: Chunks, findings: FileFindings): Promise<AddOnContent> {
  const text = singleByteText(await collect(chunks, MOST_TABLE_BYTES, findings.file));
  const lines = text.split(/\r?\n/).flatMap((line, i) => parsedLine(line, i + 1, findings) ?? []);
  const effectiveColumn = columnOfEffective(lines);
  const rows = new AddOnRows(findings);
  for (const line of lines) {
    const effective = line.dates.find(({ at }) => at === effectiveColumn);
    const others = line.dates.filter((date) => date !== effective).map((date) => date.text);
    const { type, addOn, primary } = line;
    const deletions = [line.addOnDeletion, ...others];
    rows.add({ type, addOn, primary, effective: effective?.text ?? '', deletions }, line.number);
  }
  return rows.end();
}

let begun = false;

function parsedLine(text: string, number: number, findings: FileFindings): Line | null {
  if (text.trim() === '') return null;
  const match = AOC_LINE.exec(text);
  if (match === null) {
    if (number > 1 && begun) findings.problem('aoc-row', 'the line does not begin with type, add-on code and primary code', number);
    return null;
  }
  begun = true;
  const [start, type, addOn, addOnDeletion = '', primary] = match;
  return { number, type, addOn, addOnDeletion, primary, dates: datesFrom(text, start.length) };
}
