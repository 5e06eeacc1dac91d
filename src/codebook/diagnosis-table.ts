import type { Day } from '../codes/day.ts';
import { UNPACKABLE } from '../codes/packed.ts';
import { type PackedDiagnosis, packDiagnosisText } from '../codes/packed-diagnosis.ts';
import type { CodebookRelease } from './codebook.ts';
import type { RecordContext } from './record-answer.ts';
import { DatedSheets, placeOf, type RecordSheet } from './record-sheet.ts';

/**
 * ICD-10-CM in numbers, by release: which codes there are and which of them may stand on a claim. On a day the newest
 * release that has begun speaks.
 */
export class DiagnosisTable {
  private readonly sheets: DatedSheets<'icd10cm', DiagnosisSheet>;

  constructor(context: RecordContext) {
    this.sheets = new DatedSheets('icd10cm', context, (sheet) => new DiagnosisSheet(sheet));
  }

  get knownFrom(): Day {
    return this.sheets.knownFrom;
  }

  get knownTo(): Day {
    return this.sheets.knownTo;
  }

  /** Whether the releases loaded speak for the day: a later year may have added and deleted codes. */
  isKnown(day: Day): boolean {
    return this.sheets.isWithin(day);
  }

  /** Row of a code on a day, -1 where its release does not list it. */
  find(diagnosis: PackedDiagnosis, day: Day): number {
    const number = this.sheets.on(day);
    const row = number < 0 ? -1 : this.sheets.at(number).find(diagnosis);
    return this.sheets.reference(number, row);
  }

  release(row: number): CodebookRelease {
    return this.sheets.releaseOf(row);
  }

  /** Whether the code may stand on a claim; headers of categories may not. */
  isBillable(row: number): boolean {
    return this.sheets.sheetOf(row).billable[placeOf(row)] === 1;
  }

  /**
   * Whether the code is a manifestation, which never stands first: its descriptor says "in diseases classified
   * elsewhere" (ICD-10-CM Official Guidelines, section I.A.13).
   */
  isManifestation(row: number): boolean {
    return this.sheets.sheetOf(row).isManifestation(placeOf(row));
  }
}

const ASKED = 1;
const YES = 2;

class DiagnosisSheet {
  readonly billable: Uint8Array;
  /** Of the rows asked about, whether they are manifestations. */
  private readonly manifestation: Uint8Array;
  private readonly sheet: RecordSheet<'icd10cm'>;
  /** Keys in order, packed: text order is numeric order. */
  private readonly packed: Float64Array;

  constructor(sheet: RecordSheet<'icd10cm'>) {
    this.sheet = sheet;
    this.billable = new Uint8Array(sheet.count);
    sheet.fill('billable', Number, 0, this.billable);
    this.packed = new Float64Array(sheet.count);
    for (let row = 0; row < sheet.count; row++) this.packed[row] = packDiagnosisText(sheet.key(row));
    this.manifestation = new Uint8Array(sheet.count);
  }

  /** By its descriptor, which is read when first asked for. */
  isManifestation(row: number): boolean {
    if (this.manifestation[row] === 0) {
      const isOne = /\bin (other )?diseases classified elsewhere\b/i.test(this.sheet.text('longDescription', row));
      this.manifestation[row] = isOne ? ASKED | YES : ASKED;
    }
    return (this.manifestation[row] & YES) !== 0;
  }

  find(diagnosis: PackedDiagnosis): number {
    if (diagnosis === UNPACKABLE) return -1;
    let low = 0;
    let high = this.packed.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.packed[middle];
      if (found === diagnosis) return middle;
      if (found < diagnosis) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
