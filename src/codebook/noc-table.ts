import type { Day } from '../codes/day.ts';
import { type PackedCode, packCodeText } from '../codes/packed.ts';
import { CodeIndex } from './code-index.ts';
import type { RecordContext } from './record-answer.ts';
import { DatedSheets, type RecordSheet } from './record-sheet.ts';

/** CMS's list of HCPCS codes that are not otherwise classified. On a day the newest list that has begun speaks. */
export class NocTable {
  private readonly sheets: DatedSheets<'hcpcs-noc', CodeIndex>;

  constructor(context: RecordContext) {
    this.sheets = new DatedSheets('hcpcs-noc', context, codesOf);
  }

  /** Whether a list that has begun names the code. */
  has(code: PackedCode, day: Day): boolean {
    const number = this.sheets.on(day);
    return number >= 0 && this.sheets.at(number).id(code) >= 0;
  }
}

/** Keys ascend. */
const codesOf = (sheet: RecordSheet<'hcpcs-noc'>): CodeIndex =>
  new CodeIndex(Uint32Array.from({ length: sheet.count }, (_, row) => packCodeText(sheet.key(row))));
