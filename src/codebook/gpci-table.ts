import type { Day } from '../codes/day.ts';
import type { CodebookRelease } from './codebook.ts';
import type { RecordContext } from './record-answer.ts';
import { DatedSheets, type RecordSheet } from './record-sheet.ts';

/** Geographic practice cost indices of a locality, in thousandths. */
export interface Geography {
  /** `MAC-LOCALITY`; null for the nation, whose indices are 1. */
  readonly locality: string | null;
  readonly work: number;
  readonly pe: number;
  readonly mp: number;
}

export const NATIONAL: Geography = { locality: null, work: 1000, pe: 1000, mp: 1000 };

/** Geographic practice cost indices by locality, by release. */
export class GpciTable {
  private readonly sheets: DatedSheets<'pfs-gpci', GpciSheet>;

  constructor(context: RecordContext) {
    this.sheets = new DatedSheets('pfs-gpci', context, (sheet) => new GpciSheet(sheet));
  }

  /** Of a locality (`10112-00`) or a state that is one locality (`AL`); null where the release of the day has none. */
  find(place: string, day: Day): Geography | null {
    const number = this.sheets.reaching(day);
    if (number < 0) return null;
    return this.sheets.at(number).of(place);
  }

  release(day: Day): CodebookRelease | null {
    const number = this.sheets.on(day);
    return number < 0 ? null : this.sheets.release(number);
  }
}

class GpciSheet {
  private readonly localities = new Map<string, Geography>();
  /** Null for states of several localities. */
  private readonly states = new Map<string, Geography | null>();

  constructor(sheet: RecordSheet<'pfs-gpci'>) {
    const thousandths = (field: 'workGpci' | 'peGpci' | 'mpGpci'): Float64Array => {
      const column = new Float64Array(sheet.count);
      sheet.fill(field, (text) => Math.round(Number(text) * 1000), 1000, column);
      return column;
    };
    const [work, pe, mp] = (['workGpci', 'peGpci', 'mpGpci'] as const).map(thousandths);
    const packed = new Int32Array(sheet.count);
    sheet.fill('state', (text) => text.charCodeAt(0) * 256 + text.charCodeAt(1), 0, packed);
    for (let row = 0; row < sheet.count; row++) {
      const geography = { locality: sheet.key(row), work: work[row], pe: pe[row], mp: mp[row] };
      const name = String.fromCharCode(packed[row] >> 8, packed[row] & 255);
      this.localities.set(geography.locality, geography);
      this.states.set(name, this.states.has(name) ? null : geography);
    }
  }

  of(place: string): Geography | null {
    return this.localities.get(place) ?? this.states.get(place) ?? null;
  }
}
