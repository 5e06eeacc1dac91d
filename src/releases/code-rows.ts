import { NOT_A_DAY } from '../codes/day.ts';
import { packCodeText, packModifierText } from '../codes/packed.ts';
import { SHAPE_MALFORMED, shapeOf } from '../codes/packed-shape.ts';
import type { RecordContent } from './content.ts';
import { type FileFindings, quoted } from './findings-in-file.ts';
import type { RecordKind, TableRecord } from './record-tables.ts';

/** Collects the rows of a table about codes and modifiers that CMS prints beside a HCPCS release. */
export class CodeRows {
  readonly #kind: RecordKind;
  readonly #findings: FileFindings;
  readonly #records: TableRecord[] = [];

  constructor(kind: RecordKind, findings: FileFindings) {
    this.#kind = kind;
    this.#findings = findings;
  }

  /** `cut`: places of the fields that fill the width of their column, and so may go on. */
  add(key: string, fields: readonly string[], line: number, cut: readonly number[] = []): void {
    if (isEndOfFile(key) && fields.every((field) => field === '')) return;
    if (!isCodeOrModifier(key)) {
      this.#findings.problem('hcpcs-code', `${quoted(key)} is no code or modifier`, line);
      return;
    }
    if (cut.length > 0) {
      this.#findings.oddity('text-cut', `texts that fill their column and may be cut off, first of ${key}`, line);
    }
    this.#records.push({ key, fields, line, ...(cut.length > 0 && { cut }) });
  }

  /** A further row with the rest of the last record's first field; false where the last record has another key. */
  more(key: string, rest: string): boolean {
    const last = this.#records.at(-1);
    if (last?.key !== key) return false;
    const [first, ...others] = last.fields;
    this.#records[this.#records.length - 1] = { ...last, fields: [`${first} ${rest}`.trim(), ...others] };
    return true;
  }

  /** What the rows amount to; `said` is what the file says of itself. */
  end(said: Pick<RecordContent, 'period'> = {}): RecordContent {
    if (this.#records.length === 0 && this.#findings.problems().length === 0) {
      this.#findings.problem('release-without-rows', 'no row follows its header');
    }
    const records = this.#records;
    return { kind: this.#kind, records, rowCount: records.length, latest: NOT_A_DAY, ...said };
  }
}

/** Programs of DOS end a text with control-Z, and a spreadsheet made from one holds it in a cell. */
const isEndOfFile = (key: string): boolean => key === '' || key === '\x1a';

const isCodeOrModifier = (key: string): boolean =>
  packModifierText(key) >= 0 || shapeOf(packCodeText(key)) !== SHAPE_MALFORMED;

/** What stands in a column of fixed width, and whether it reaches the column's end. */
export interface Cell {
  readonly text: string;
  readonly cut: boolean;
}

/** Below this width a text that fills its column is taken to be whole: `YY`, `D1E`. */
const CUT_FROM = 9;

/**
 * The text at `[begin, end)` of a line. A spreadsheet printed as text cuts what is too long for its column, at times
 * at a space, and may leave a gap between columns: a text that ends up to two places before the end may go on too. A
 * list that ends with a comma does.
 */
export function cellAt(line: string, begin: number, end: number): Cell {
  const text = line.slice(begin, end).trimEnd();
  const fills = end - begin >= CUT_FROM && text.length >= end - begin - 2;
  return { text: text.trim(), cut: fills || text.endsWith(',') };
}
