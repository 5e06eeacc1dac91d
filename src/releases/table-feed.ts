import type { Content, TableReader } from './content.ts';
import { HEADER_WITHIN, layoutOf } from './detect.ts';
import type { FileFindings } from './findings-in-file.ts';

/** Finds the header among the first rows of a csv file or a sheet and hands the rows below it to its reader. */
export class TableFeed {
  readonly #findings: FileFindings;
  #reader: TableReader | null = null;
  #rowsSeen = 0;
  #notes = 0;
  readonly #above: string[] = [];
  readonly #rowsAbove: (readonly string[])[] = [];
  /** The text of the rows before a header, to tell what else it may be. */
  sample = '';

  constructor(findings: FileFindings) {
    this.#findings = findings;
  }

  /** False where no header was found among the first rows: no further row is wanted. */
  row(line: number, cells: readonly string[]): boolean {
    if (cells.every((cell) => cell.trim() === '')) return true;
    if (this.#reader !== null) {
      this.#reader.row(line, cells);
      return true;
    }
    this.#rowsSeen += 1;
    const layout = layoutOf(cells);
    if (layout === null) {
      // The copyright line of the AMA stands above every NCCI table.
      if (!cells.some((cell) => /^CPT only copyright/i.test(cell))) this.#notes += 1;
      const text = cells.join(',').slice(0, 1000);
      this.#above.push(text);
      this.#rowsAbove.push(cells);
      this.sample += `${text}\n`;
      return this.#rowsSeen < HEADER_WITHIN;
    }
    if (this.#notes > 0 && !layout.titled)
      this.#findings.oddity('disclaimer-lines', `${this.#notes} rows above the header`, line);
    this.#reader = layout.reader(cells, this.#findings, this.#above, this.#rowsAbove);
    return true;
  }

  get found(): boolean {
    return this.#reader !== null;
  }

  /** What the rows amount to; null where there was no header. */
  end(): Content | null {
    return this.#reader?.end() ?? null;
  }
}
