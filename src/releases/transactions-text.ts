import { CodeRows, cellAt } from './code-rows.ts';
import type { FileFindings } from './findings-in-file.ts';
import type { LineReader } from './fixed-lines.ts';

const HEADER = /^\s*HCPCS?\S*(?: Code)?\s*TYPE OF CHANGE/i;

/** Whether a line is the header of the report printed as text. */
export const isTransactionsLine = (line: string): boolean => HEADER.test(line);

/**
 * Reads the lines below such a header. The code is the first word; the type of change, centred in its column, ends
 * where the short description begins. Widths differ from year to year and are those of the header.
 */
export function transactionsText(header: string, findings: FileFindings): LineReader | null {
  if (!isTransactionsLine(header)) return null;
  const short = header.search(/SHORT DESC/i);
  const long = header.search(/LONG DESC/i);
  const rows = new CodeRows('hcpcs-transactions', findings);
  return {
    line({ number, text }) {
      const key = /^\s*(\S*)/.exec(text) as RegExpExecArray;
      const begin = key[0].length;
      const cells =
        short < 0 || long < 0
          ? [{ text: text.slice(begin).trim(), cut: false }]
          : [changeBefore(text, begin, short), cellAt(text, short, long), lastCell(text, long)];
      const fields = [0, 1, 2].map((i) => cells[i]?.text ?? '');
      rows.add(
        key[1],
        fields,
        number,
        cells.flatMap(({ cut }, i) => (cut ? [i] : [])),
      );
    },
    end: () => rows.end(),
  };
}

/** The type of change; where it leaves no space before the description, it was cut. */
function changeBefore(line: string, begin: number, end: number): { text: string; cut: boolean } {
  const text = line.slice(begin, end);
  return { text: text.trim(), cut: text.length > 0 && text === text.trimEnd() && line.length > end };
}

/** The last column ends with the page: how wide it is, no header says. The narrowest page met is 60. */
function lastCell(line: string, begin: number): { text: string; cut: boolean } {
  const text = line.slice(begin).trim();
  return { text, cut: text.length >= 60 };
}
