import type { Day } from '../codes/day.ts';
import { type PackedCode, packCodeText } from '../codes/packed.ts';
import type { CodebookRelease } from './codebook.ts';
import type { RecordContext } from './record-answer.ts';
import { DatedSheets, placeOf, type RecordSheet } from './record-sheet.ts';

/**
 * Drug packages by National Drug Code in numbers: which code they are billed with and how many billing units they hold
 * (CMS's NDC–HCPCS crosswalks, one release a quarter). An NDC may have several rows, of several crosswalks or codes;
 * they follow one another.
 */
export class PackageTable {
  private readonly sheets: DatedSheets<'ndc-hcpcs', PackageSheet>;

  constructor(context: RecordContext) {
    this.sheets = new DatedSheets('ndc-hcpcs', context, (sheet) => new PackageSheet(sheet));
  }

  get knownFrom(): Day {
    return this.sheets.knownFrom;
  }

  get knownTo(): Day {
    return this.sheets.knownTo;
  }

  /** Whether the releases loaded reach over the day. */
  isKnown(day: Day): boolean {
    return this.sheets.isWithin(day);
  }

  /** First row of an NDC (its eleven digits as a number) on a day, -1 for none. */
  find(ndc: number, day: Day): number {
    const number = this.sheets.on(day);
    const row = number < 0 ? -1 : this.sheets.at(number).find(ndc);
    return this.sheets.reference(number, row);
  }

  /** The next row of the same NDC, -1 behind the last. */
  next(row: number): number {
    const { ndc } = this.sheet(row);
    const at = placeOf(row);
    return at + 1 < ndc.length && ndc[at + 1] === ndc[at] ? row + 1 : -1;
  }

  /** UNPACKABLE for a drug that has no code of its own. */
  code(row: number): PackedCode {
    return this.sheet(row).code[placeOf(row)];
  }

  /** Amount in one item (a vial, a syringe), in millilitres of what is liquid; NaN where not printed. */
  size(row: number): number {
    return this.sheet(row).size[placeOf(row)];
  }

  /** Billing units in one item. */
  unitsOfItem(row: number): number {
    return this.sheet(row).unitsOfItem[placeOf(row)];
  }

  release(row: number): CodebookRelease {
    return this.sheets.releaseOf(row);
  }

  private sheet(row: number): PackageSheet {
    return this.sheets.sheetOf(row);
  }
}

class PackageSheet {
  /** Of the rows whose key is an NDC, ascending. */
  readonly ndc: Float64Array;
  readonly code: Int32Array;
  readonly size: Float64Array;
  readonly unitsOfItem: Float64Array;

  constructor(sheet: RecordSheet<'ndc-hcpcs'>) {
    const rows = Array.from({ length: sheet.count }, (_, row) => row).filter((row) => /^\d{11}$/.test(sheet.key(row)));
    const numbers = (field: Parameters<typeof sheet.fill>[0]): Float64Array => {
      const column = new Float64Array(sheet.count);
      sheet.fill(field, numberOf, Number.NaN, column);
      return Float64Array.from(rows, (row) => column[row]);
    };
    const codes = new Int32Array(sheet.count);
    sheet.fill('code', packCodeText, -1, codes);
    this.ndc = Float64Array.from(rows, (row) => Number(sheet.key(row)));
    this.code = Int32Array.from(rows, (row) => codes[row]);
    this.size = numbers('packageSize');
    this.unitsOfItem = numbers('billUnits');
  }

  find(ndc: number): number {
    let low = 0;
    let high = this.ndc.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ndc[middle] < ndc) low = middle + 1;
      else high = middle;
    }
    return low < this.ndc.length && this.ndc[low] === ndc ? low : -1;
  }
}

const numberOf = (text: string): number => Number(text.replaceAll(',', '')) || Number.NaN;
