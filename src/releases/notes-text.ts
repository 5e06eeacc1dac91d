import { NOT_A_DAY } from '../codes/day.ts';
import { squeezed } from '../text.ts';
import type { RecordContent } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { type Chunks, eachLine } from './streams.ts';
import { singleByteText } from './text.ts';

const TITLE = /^\s*PROCESSING NOTES\s*$/;
const NOTE = /^\s*(\d{4})--(.*)/;
const RULE = /^\s*_+\s*$/;
/** The right border of the box that notes are printed in. */
const BORDER = /\s*\*\s*$/;

/** Whether the first lines are those of CMS's processing notes. */
export const areNotes = (lines: readonly string[]): boolean =>
  lines.some((line) => TITLE.test(line)) && lines.some((line) => NOTE.test(line));

/**
 * Reads CMS's processing notes: `0002--TEXT`, continued in further lines, in a box of asterisks. Deleted notes say so
 * and are kept. The numbers are those of the record's field PROCNOTE.
 */
export async function readNotes(chunks: Chunks, findings: FileFindings): Promise<RecordContent> {
  const notes: { key: string; line: number; text: string[] }[] = [];
  await eachLine(chunks, findings.file, (bytes, start, end, line) => {
    const text = singleByteText(bytes, start, end).replace(BORDER, '');
    const note = NOTE.exec(text);
    if (note !== null) notes.push({ key: note[1], line, text: [note[2]] });
    else if (TITLE.test(text) || RULE.test(text) || squeezed(text) === '') return;
    else if (notes.length > 0) notes[notes.length - 1].text.push(text);
    else findings.oddity('disclaimer-lines', 'lines before the first note', line);
  });
  if (notes.length === 0) findings.problem('release-without-rows', 'it holds no processing note');
  const records = notes.map(({ key, line, text }) => ({ key, fields: [squeezed(text.join(' '))], line }));
  const numbers = new Set(records.map(({ key }) => key));
  if (numbers.size < records.length) {
    const again = records.find(({ key }, i) => records.findIndex((other) => other.key === key) < i);
    findings.oddity('note-twice', `a note is here twice, first ${again?.key}`, again?.line);
  }
  return { kind: 'hcpcs-notes', records, rowCount: records.length, latest: NOT_A_DAY };
}
