import type { Day } from '../codes/day.ts';
import { type PackedCode, packCodeText } from '../codes/packed.ts';
import type { RecordContext } from './record-answer.ts';
import { DatedSheets, type RecordSheet } from './record-sheet.ts';

/** Payment limits of Part B drugs a unit, in thousandths of a dollar, by release. */
export class AspLimits {
  private readonly sheets: DatedSheets<'asp', ReadonlyMap<PackedCode, number>>;

  constructor(context: RecordContext) {
    this.sheets = new DatedSheets('asp', context, limitsOf);
  }

  /** The limit of a unit on a day; NaN where the release of the day has none. */
  limit(code: PackedCode, day: Day): number {
    const number = this.sheets.reaching(day);
    if (number < 0) return Number.NaN;
    return this.sheets.at(number).get(code) ?? Number.NaN;
  }
}

function limitsOf(sheet: RecordSheet<'asp'>): ReadonlyMap<PackedCode, number> {
  const limits = new Float64Array(sheet.count);
  sheet.fill('paymentLimit', (text) => Math.round(Number(text.replace(/[$, ]/g, '')) * 1000), Number.NaN, limits);
  const byCode = new Map<PackedCode, number>();
  for (let row = 0; row < sheet.count; row++) {
    if (!Number.isNaN(limits[row])) byCode.set(packCodeText(sheet.key(row)), limits[row]);
  }
  return byCode;
}
