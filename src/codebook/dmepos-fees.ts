import type { Day } from '../codes/day.ts';
import { type PackedCode, packCodeText, packModifierText } from '../codes/packed.ts';
import type { RecordField } from '../releases/record-tables.ts';
import { CodeIndex } from './code-index.ts';
import type { RecordContext } from './record-answer.ts';
import { DatedSheets, placeOf, type RecordSheet } from './record-sheet.ts';

/** The DMEPOS fee schedule: fees in cents by code, modifiers and state, by release. */
export class DmeposFees {
  private readonly sheets: DatedSheets<'dmepos', FeeSheet>;

  constructor(context: RecordContext) {
    this.sheets = new DatedSheets('dmepos', context, (sheet) => new FeeSheet(sheet));
  }

  /** Row of the code with most modifiers that are all on the line; -1 for none, or where no release speaks for the day. */
  find(code: PackedCode, day: Day, hasModifier: (modifier: number) => boolean): number {
    const number = this.sheets.reaching(day);
    if (number < 0) return -1;
    const row = this.sheets.at(number).find(code, hasModifier);
    return this.sheets.reference(number, row);
  }

  key(row: number): string {
    return this.sheets.sheetOf(row).key(placeOf(row));
  }

  from(row: number): Day {
    return this.sheets.releaseOf(row).period.from;
  }

  /** Cents of a column (`OH (NR)`, `ceiling` …), 0 where it is blank. */
  cents(row: number, field: RecordField<'dmepos'>): number {
    return this.sheets.sheetOf(row).column(field)[placeOf(row)];
  }
}

class FeeSheet {
  private readonly sheet: RecordSheet<'dmepos'>;
  private readonly codes: CodeIndex;
  private readonly firstRow: Int32Array;
  /** Two modifiers a row, -1 for none. */
  private readonly modifiers: Int16Array;
  private readonly columns = new Map<string, Float64Array>();

  constructor(sheet: RecordSheet<'dmepos'>) {
    this.sheet = sheet;
    const packed: number[] = [];
    const firstRow: number[] = [];
    this.modifiers = new Int16Array(sheet.count * 2).fill(-1);
    for (let row = 0; row < sheet.count; row++) {
      const [text, ...modifiers] = sheet.key(row).split('-');
      const code = packCodeText(text);
      modifiers.forEach((modifier, i) => {
        this.modifiers[row * 2 + i] = packModifierText(modifier);
      });
      if (packed.at(-1) === code) continue;
      packed.push(code);
      firstRow.push(row);
    }
    this.codes = new CodeIndex(Uint32Array.from(packed));
    this.firstRow = Int32Array.from([...firstRow, sheet.count]);
  }

  key(row: number): string {
    return this.sheet.key(row);
  }

  find(code: PackedCode, hasModifier: (modifier: number) => boolean): number {
    const id = this.codes.id(code);
    let best = -1;
    let most = -1;
    for (let row = id < 0 ? 0 : this.firstRow[id]; id >= 0 && row < this.firstRow[id + 1]; row++) {
      const [first, second] = [this.modifiers[row * 2], this.modifiers[row * 2 + 1]];
      if ((first >= 0 && !hasModifier(first)) || (second >= 0 && !hasModifier(second))) continue;
      const count = (first >= 0 ? 1 : 0) + (second >= 0 ? 1 : 0);
      if (count > most) [best, most] = [row, count];
    }
    return best;
  }

  column(field: RecordField<'dmepos'>): Float64Array {
    const known = this.columns.get(field);
    if (known !== undefined) return known;
    const column = new Float64Array(this.sheet.count);
    this.sheet.fill(field, (text) => Math.round(Number(text) * 100) || 0, 0, column);
    this.columns.set(field, column);
    return column;
  }
}
