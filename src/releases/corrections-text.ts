import { squeezed } from '../text.ts';
import { type Cell, CodeRows, cellAt } from './code-rows.ts';
import { CORRECTION_FIELDS, correctionsPeriod } from './corrections-table.ts';
import type { FileFindings } from './findings-in-file.ts';
import type { Line, LineReader } from './fixed-lines.ts';
import type { RecordField } from './record-tables.ts';

type Column = 'code' | RecordField<'hcpcs-corrections'>;

/** How one document was printed: its header, and where each column begins, counted from 0. */
interface Print {
  readonly header: string;
  readonly begins: readonly (readonly [Column, number])[];
}

const from2018 = (header: string, ...more: readonly (readonly [Column, number])[]): Print => ({
  header,
  begins: [
    ['code', 0],
    ['action', 9],
    ['effectiveDate', 31],
    ['shortDescription', 40],
    ['longDescription', 67],
    ['typeOfService', 98],
    ['betos', 101],
    ['coverage', 106],
    ['pricingIndicator', 109],
    ['ascPaymentGroup', 113],
    ...more,
  ],
});

/** The second document of 2019 has an action column one wider; all that follows stands one further right. */
const from2019 = (header: string, right: number): Print => ({
  header,
  begins: [
    ['code', 0],
    ['action', 8],
    ['effectiveDate', 17 + right],
    ['shortDescription', 26 + right],
    ['longDescription', 50 + right],
    ['typeOfService', 78 + right],
    ['betos', 80 + right],
    ['coverage', 84 + right],
    ['pricingIndicator', 86 + right],
    ['crossReference', 90 + right],
    ['ascPaymentGroup', 98 + right],
    ['ascPaymentGroupEffectiveDate', 103 + right],
    ['comments', 110 + right],
  ],
});

/** Titles are centred and cut, so the columns cannot be told from them: one entry for each way CMS has printed. */
const PRINTS: readonly Print[] = [
  from2018(
    '  CODE           ACTION        EFF DATE         SHORT DESC                   LONG DESC           TOSBETOSCOVPRICASC IN LC EDIT',
    ['labCertification', 120],
  ),
  from2018(
    '  CODE           ACTION        EFF DATE         SHORT DESC                   LONG DESC           TOSBETOSCOVPRICASC IN',
  ),
  from2019(
    '  CODE   ACTION  EFF DATE        SHORT DESC                LONG DESC          TOBETOCOPRICXREF CODASC IASC DATCOMMENTS',
    0,
  ),
  from2019(
    '  CODE    ACTION  EFF DATE        SHORT DESC                LONG DESC          TOBETOCOPRICXREF CODASC IASC DATCOMMENTS',
    1,
  ),
];

/** Whether a line is the header of a corrections document printed as text; that of a year to come may be cut anew. */
export const isCorrectionsLine = (line: string): boolean => /^\s*CODE\s+ACTION\s+EFF DATE\s+SHORT DESC/.test(line);

/**
 * Reads a corrections document that was printed as text. A text runs on over the blank columns beside it and is cut
 * at the next one that is not, or at the page's end. Null where the line is no header that is known.
 */
export function correctionsText(header: string, findings: FileFindings, above: readonly string[]): LineReader | null {
  const print = PRINTS.find((one) => one.header === header);
  if (print === undefined) return null;
  const lines: Line[] = [];
  return {
    line: (line) => void lines.push(line),
    end() {
      const rows = new CodeRows('hcpcs-corrections', findings);
      const page = Math.max(...lines.map(({ text }) => text.length));
      for (const { number, text } of lines) {
        const cells = cellsOf(text, print, page);
        const all = CORRECTION_FIELDS.map((field) => cells.get(field));
        const cut = all.flatMap((cell, i) => (cell?.cut ? [i] : []));
        rows.add(
          cells.get('code')?.text ?? '',
          all.map((cell) => squeezed(cell?.text ?? '')),
          number,
          cut,
        );
      }
      return rows.end(correctionsPeriod(above));
    },
  };
}

const DATE = /^\d\d\/\d{1,2}\/\d{3,5}$/;
const PRINTED_DATE = /^\d\d\/\d\d\/\d{4}(?=\s|$)/;
/** What the narrow columns right of the long description may hold; another text there is the description's. */
const NARROW: Readonly<Partial<Record<Column, RegExp>>> = {
  typeOfService: /^[0-9A-Z](,[0-9A-Z]?)*$/,
  betos: /^[A-Z]\d[A-Z0-9]?$/,
  coverage: /^[A-Z]$/,
  pricingIndicator: /^\d\d$/,
  crossReference: /^[A-Z0-9]{5}$/,
  ascPaymentGroup: /^[A-Z0-9]{2}$/,
};

function cellsOf(line: string, { begins }: Print, page: number): ReadonlyMap<Column, Cell> {
  const cells = new Map<Column, Cell>();
  const begin = (column: Column): number => begins.find(([name]) => name === column)?.[1] ?? 0;
  for (const [i, [column, start]] of begins.entries())
    cells.set(
      column,
      i + 1 < begins.length ? cellAt(line, start, begins[i + 1][1]) : lastCell(line, start, page, column),
    );
  const date = line.slice(begin('effectiveDate'), begin('shortDescription')).trim();
  if (date !== '' && !DATE.test(date)) return runningOn('action', cells, line, begin('action'), page);
  for (const [column, next] of [
    ['effectiveDate', 'shortDescription'],
    ['ascPaymentGroupEffectiveDate', 'comments'],
  ] as const) {
    const printed = PRINTED_DATE.exec(line.slice(begin(column)).trimStart());
    if (begin(column) === 0 || printed === null) continue;
    // Ten characters in a column of nine or seven: they run on over the blank one beside it.
    cells.set(column, { text: printed[0], cut: false });
    cells.set(next, { text: '', cut: false });
  }
  const isLong = begins.some(([column]) => {
    const text = cells.get(column)?.text ?? '';
    return text !== '' && NARROW[column]?.test(text) === false;
  });
  if (!isLong) return cells;
  const kept = new Map([...cells].filter(([column]) => begin(column) < begin('longDescription')));
  return runningOn('longDescription', kept, line, begin('longDescription'), page);
}

/** Words that reach the end of the page may go on; two letters or digits do not. */
const lastCell = (line: string, begin: number, page: number, column: Column): Cell => ({
  text: line.slice(begin).trim(),
  cut: !(column in NARROW) && line.length > begin && line.length >= page - 1,
});

/** The cells before one whose text runs on over all that follow. */
function runningOn(
  column: Column,
  cells: ReadonlyMap<Column, Cell>,
  line: string,
  begin: number,
  page: number,
): ReadonlyMap<Column, Cell> {
  const before = column === 'action' ? [...cells].filter(([name]) => name === 'code') : [...cells];
  return new Map([...before, [column, { text: line.slice(begin).trim(), cut: line.length >= page - 1 }]]);
}
