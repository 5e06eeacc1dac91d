import type { Day } from '../codes/day.ts';
import { type PackedCode, packCodeText } from '../codes/packed.ts';
import type { RecordContext } from './record-answer.ts';
import { DatedSheets, type RecordSheet } from './record-sheet.ts';

/** Ways to furnish equipment: bought new, bought used, rented. */
export const NEW = 1;
export const USED = 2;
export const RENTED = 4;

const WAYS: Readonly<Record<string, number>> = { NU: NEW, UE: USED, RR: RENTED };

/** What the DMEPOS fee schedule has of a code. */
export interface Equipment {
  /** The ways for which there are fees, added up; 0 for what is furnished in one way alone. */
  readonly ways: number;
  /** Payment category: `IN` inexpensive, `FS` frequently serviced, `CR` capped rental, `OX` oxygen, `OS`, `SU` … */
  readonly category: string;
}

/** The DMEPOS fee schedule by code. On a day the newest release that has begun speaks. */
export class DmeposTable {
  private readonly sheets: DatedSheets<'dmepos', ReadonlyMap<PackedCode, Equipment>>;

  constructor(context: RecordContext) {
    this.sheets = new DatedSheets('dmepos', context, equipmentOf);
  }

  get knownFrom(): Day {
    return this.sheets.knownFrom;
  }

  get knownTo(): Day {
    return this.sheets.knownTo;
  }

  isKnown(day: Day): boolean {
    return this.sheets.isWithin(day);
  }

  find(code: PackedCode, day: Day): Equipment | null {
    const number = this.sheets.on(day);
    return number < 0 ? null : (this.sheets.at(number).get(code) ?? null);
  }
}

/** Keys are the code and its modifiers, `E0260-RR-KU`. */
function equipmentOf(sheet: RecordSheet<'dmepos'>): ReadonlyMap<PackedCode, Equipment> {
  const found = new Map<PackedCode, Equipment>();
  for (let row = 0; row < sheet.count; row++) {
    const [code, ...modifiers] = sheet.key(row).split('-');
    const packed = packCodeText(code);
    const ways = modifiers.reduce((all, modifier) => all | (WAYS[modifier] ?? 0), found.get(packed)?.ways ?? 0);
    found.set(packed, { ways, category: found.get(packed)?.category || sheet.text('category', row) });
  }
  return found;
}
