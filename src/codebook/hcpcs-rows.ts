import type { Day } from '../codes/day.ts';
import { HCPCS_FIELDS, type HcpcsField } from '../releases/release.ts';
import type { AsOf } from './as-of.ts';
import type { HcpcsRows } from './codebook.ts';
import { MODIFIERS, type Sections } from './format.ts';
import type { Strings } from './strings.ts';

/** Beyond every day. */
const FOREVER = 0x7fffffff;

/** What HCPCS releases print of each code, as of a day: a row for each different record. */
export class SpokenHcpcsRows implements HcpcsRows {
  readonly count: number;
  private readonly hcpcs: Sections['hcpcs'];
  private readonly asOf: AsOf;
  private readonly strings: Strings;
  private readonly codes: number;
  /** By release: 1 where it speaks. */
  private readonly speaks: Uint8Array;
  /** First days of the releases, ascending: between two of them nothing changes. */
  private readonly begins: readonly Day[];
  /** By code the row last asked for, and the days for which it is right. */
  private readonly askedFrom: Int32Array;
  private readonly askedTo: Int32Array;
  private readonly askedRow: Int32Array;

  constructor(hcpcs: Sections['hcpcs'], asOf: AsOf, strings: Strings) {
    this.hcpcs = hcpcs;
    this.asOf = asOf;
    this.strings = strings;
    this.count = hcpcs.set.length;
    this.codes = hcpcs.offsets.length - 1 - MODIFIERS;
    this.speaks = new Uint8Array(asOf.releases.length);
    const speaking = asOf.speaking('hcpcs');
    for (const release of speaking) this.speaks[release] = 1;
    this.begins = [...new Set(speaking.map((release) => asOf.releases[release].period.from))].sort((a, b) => a - b);
    this.askedFrom = new Int32Array(this.codes).fill(1);
    this.askedTo = new Int32Array(this.codes);
    this.askedRow = new Int32Array(this.codes);
  }

  find(codeId: number, day: Day): number {
    if (codeId < 0 || codeId >= this.codes) return -1;
    if (day < this.askedFrom[codeId] || day > this.askedTo[codeId]) {
      const next = this.begins.findIndex((begin) => begin > day);
      this.askedTo[codeId] = next < 0 ? FOREVER : this.begins[next] - 1;
      this.askedFrom[codeId] = (next < 0 ? this.begins.at(-1) : this.begins[next - 1]) ?? -FOREVER;
      this.askedRow[codeId] = this.rowOn(codeId, day);
    }
    return this.askedRow[codeId];
  }

  private rowOn(codeId: number, day: Day): number {
    const { offsets, set } = this.hcpcs;
    const end = offsets[codeId + 1];
    let begun = -1;
    let newest = -1;
    let first = -1;
    let oldest = this.speaks.length;
    for (let row = offsets[codeId]; row < end; row++) {
      for (const release of this.asOf.members(set[row])) {
        if (this.speaks[release] === 0) continue;
        if (release < oldest) {
          oldest = release;
          first = row;
        }
        if (release > newest && this.asOf.releases[release].period.from <= day) {
          newest = release;
          begun = row;
        }
      }
    }
    return begun < 0 ? first : begun;
  }

  text(row: number, field: HcpcsField): string {
    const { fieldOffsets, field: fields, text } = this.hcpcs;
    const wanted = HCPCS_FIELDS.indexOf(field);
    for (let i = fieldOffsets[row]; i < fieldOffsets[row + 1]; i++)
      if (fields[i] === wanted) return this.strings.text(text[i]);
    return '';
  }
}
