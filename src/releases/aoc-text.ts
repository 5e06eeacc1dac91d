import { AddOnRows } from './aoc-rows.ts';
import type { AddOnContent } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { type Chunks, collect, MOST_TABLE_BYTES } from './streams.ts';
import { singleByteText } from './text.ts';

/** Type and add-on code run together; then, apart, the add-on code's deletion date if any, and the primary code. */
const LINE = /^([123])([0-9A-Z]{5})(?: +(\d{7}))? +([0-9A-Z]{5})(?=\s|$)/i;
const DATES = /(?<!\S)\d{7}(?!\S)/g;
const MOST_DATES = 3;

interface Line {
  readonly number: number;
  readonly type: string;
  readonly addOn: string;
  readonly addOnDeletion: string;
  readonly primary: string;
  /** The dates after the primary code, each with its distance from that code. */
  readonly dates: readonly { readonly at: number; readonly text: string }[];
}

/** Whether a line is an add-on code edit in CMS's text layout. */
export const isAddOnLine = (line: string): boolean => LINE.test(line) && datesAfter(line, 6).length > 0;

/**
 * Reads add-on code edits in CMS's fixed-width text layout (from 2022 on): type, add-on code, its deletion date,
 * primary code, its deletion date, effective and deletion date of the edit, note, such as
 * `20054T   CCCCC   2013091   Contractor Defined Primary Codes`. Blank dates leave a gap, so a date is told by its
 * column: the effective date's is the one that every line fills.
 */
export async function readAddOnText(chunks: Chunks, findings: FileFindings): Promise<AddOnContent> {
  const text = singleByteText(await collect(chunks, MOST_TABLE_BYTES, findings.file));
  const lines: Line[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    const parsed = parsedLine(line, i + 1);
    if (parsed !== null) lines.push(parsed);
    else if (line.trim() !== '' && (lines.length > 0 || line.search(DATES) >= 0)) {
      findings.problem('aoc-row', 'the line does not begin with type, add-on code and primary code', i + 1);
    }
  });
  const effectiveAt = columnOfEffective(lines);
  const rows = new AddOnRows(findings);
  for (const { number, type, addOn, addOnDeletion, primary, dates } of lines) {
    const effective = dates.find(({ at }) => at === effectiveAt)?.text ?? '';
    const others = dates.filter(({ at }) => at !== effectiveAt).map((date) => date.text);
    rows.add({ type, addOn, primary, effective, deletions: [addOnDeletion, ...others] }, number);
  }
  return rows.end();
}

function parsedLine(text: string, number: number): Line | null {
  const match = LINE.exec(text);
  if (match === null) return null;
  const [start, type, addOn, addOnDeletion = '', primary] = match;
  return { number, type, addOn, addOnDeletion, primary, dates: datesAfter(text, start.length) };
}

/** Dates before the note; a number of seven digits within the note is none. */
function datesAfter(text: string, from: number): { at: number; text: string }[] {
  const end = text.slice(from).search(/[^\s\d]/);
  const part = end < 0 ? text.slice(from) : text.slice(from, from + end);
  return [...part.matchAll(DATES)].slice(0, MOST_DATES).map((match) => ({ at: match.index, text: match[0] }));
}

/** The column filled in most lines; where two are, the one with the earlier dates. */
function columnOfEffective(lines: readonly Line[]): number {
  const columns = new Map<number, { at: number; times: number; sum: number }>();
  for (const { at, text } of lines.flatMap((line) => line.dates)) {
    const { times = 0, sum = 0 } = columns.get(at) ?? {};
    columns.set(at, { at, times: times + 1, sum: sum + Number(text) });
  }
  const ranked = [...columns.values()].sort((a, b) => b.times - a.times || a.sum - b.sum);
  return ranked[0]?.at ?? 0;
}
