import { narrow } from './compile-parts.ts';
import type { PtpColumns } from './format.ts';
import type { PtpAttributes } from './ptp-attributes.ts';

/** The different combinations of dates, indicator and releases, numbered as they come up. */
export class PtpWindows {
  private readonly attributes: PtpAttributes;
  private readonly byAttribute: (Map<number, number> | undefined)[] = [];
  private readonly byDates = new Map<string, number>();
  private readonly list: { attribute: number; set: number }[] = [];

  constructor(attributes: PtpAttributes) {
    this.attributes = attributes;
  }

  get count(): number {
    return this.list.length;
  }

  number(attribute: number, set: number): number {
    const known = this.byAttribute[attribute]?.get(set);
    if (known !== undefined) return known;
    const { effective, deletion, indicator } = this.attributes.list[attribute];
    // Attributes that differ in their note alone share a window.
    const key = `${effective} ${deletion} ${indicator} ${set}`;
    const number = this.byDates.get(key) ?? this.list.push({ attribute, set }) - 1;
    this.byDates.set(key, number);
    this.byAttribute[attribute] ??= new Map();
    this.byAttribute[attribute].set(set, number);
    return number;
  }

  columns(): Pick<PtpColumns, 'windowEffective' | 'windowDeletion' | 'windowIndicator' | 'windowSet'> {
    const of = ({ attribute }: { attribute: number }) => this.attributes.list[attribute];
    return {
      windowEffective: Uint16Array.from(this.list, (window) => of(window).effective),
      windowDeletion: Uint16Array.from(this.list, (window) => of(window).deletion),
      windowIndicator: Uint8Array.from(this.list, (window) => of(window).indicator),
      windowSet: narrow(this.list.map(({ set }) => set)),
    };
  }
}
