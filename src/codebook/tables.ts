import type { Day } from '../codes/day.ts';
import type { PackedCode } from '../codes/packed.ts';
import type { Setting } from '../codes/setting.ts';
import type { PtpSetting } from '../releases/release.ts';
import { addOnTable, type DatedAddOnTable } from './add-on-table.ts';
import { AsOf } from './as-of.ts';
import type { CodeIndex } from './code-index.ts';
import type { CodebookRelease, CodebookTables } from './codebook.ts';
import type { Sections } from './format.ts';
import { SpokenHcpcsRows } from './hcpcs-rows.ts';
import { hcpcsTable, type WindowedHcpcsTable } from './hcpcs-table.ts';
import { type MueRunTable, mueTable } from './mue-table.ts';
import { ptpRanks, RankedPtpTable } from './ptp-table.ts';
import type { RecordContext } from './record-answer.ts';
import { SeenSpans } from './seen-span.ts';
import type { Shelves } from './shelves.ts';
import type { Strings } from './strings.ts';

/** A codebook's tables fixed to one as-of day. */
export class AsOfTables implements CodebookTables {
  readonly asOf: AsOf;
  readonly seen: SeenSpans;
  readonly hcpcs: WindowedHcpcsTable | null;
  readonly hcpcsRows: SpokenHcpcsRows;
  /** Medicare has no PTP table for DME suppliers. */
  readonly ptp: Readonly<Record<Setting, RankedPtpTable | null>>;
  readonly mue: Readonly<Record<Setting, MueRunTable | null>>;
  readonly addOn: DatedAddOnTable | null;
  private readonly codes: CodeIndex;
  readonly records: RecordContext;

  constructor(
    sections: Sections,
    releases: readonly CodebookRelease[],
    codes: CodeIndex,
    shelves: Shelves,
    strings: Strings,
    day: Day,
  ) {
    const asOf = new AsOf(releases, sections.sets, day);
    this.records = { shelves, releases, asOf };
    this.codes = codes;
    this.asOf = asOf;
    this.seen = new SeenSpans(sections.seen, asOf);
    this.hcpcsRows = new SpokenHcpcsRows(sections.hcpcs, asOf, strings);
    this.hcpcs = hcpcsTable(sections.hcpcs, asOf, this.seen);
    const ptp = (setting: PtpSetting): RankedPtpTable | null => {
      const ranks = ptpRanks(asOf, setting);
      return ranks && new RankedPtpTable(sections.ptp, ranks);
    };
    const mue = (setting: Setting): MueRunTable | null => mueTable(sections[`mue.${setting}`], asOf, setting);
    this.ptp = { professional: ptp('professional'), outpatient: ptp('outpatient'), dme: null };
    this.mue = { professional: mue('professional'), outpatient: mue('outpatient'), dme: mue('dme') };
    this.addOn = addOnTable(sections.aoc, asOf);
  }

  codeId(code: PackedCode): number {
    return this.codes.id(code);
  }
}
