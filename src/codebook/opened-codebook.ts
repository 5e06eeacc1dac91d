import { type Day, OPEN_DAY } from '../codes/day.ts';
import { unpackCode } from '../codes/packed.ts';
import type { Setting } from '../codes/setting.ts';
import { ProblemError } from '../problems.ts';
import { RECORD_KINDS, type RecordKind } from '../releases/record-tables.ts';
import type { Release } from '../releases/release.ts';
import { addOnAnswerRow, answerAddOn } from './add-on-answer.ts';
import { type AnswerContext, answerCode } from './code-answer.ts';
import { CodeIndex } from './code-index.ts';
import type {
  AddOnAnswer,
  CodeAnswer,
  Codebook,
  CodebookRelease,
  CodebookTables,
  CodeRecord,
  HcpcsEntry,
  MueAnswer,
  MueValue,
  PairAnswer,
  PairRow,
  RecordAnswer,
  When,
} from './codebook.ts';
import type { Sections } from './format.ts';
import { hcpcsCodes, hcpcsEntries } from './hcpcs-entries.ts';
import { answerMue, mueValue } from './mue-answer.ts';
import { answerPair, pairRow } from './pair-answer.ts';
import { answerRecord, type RecordContext, recordsOf } from './record-answer.ts';
import { releaseRows } from './release-rows.ts';
import type { Shelves } from './shelves.ts';
import type { StoredRelease } from './stored-release.ts';
import { Strings } from './strings.ts';
import { AsOfTables } from './tables.ts';

/** A codebook over the typed arrays of its file. */
export class OpenedCodebook implements Codebook {
  readonly id: string;
  readonly releases: readonly CodebookRelease[];
  private readonly sections: Sections;
  private readonly strings: Strings;
  private readonly codes: CodeIndex;
  private readonly shelves: Shelves;
  /** The days on which something was published, ascending: between two of them nothing changes. */
  private readonly publicationDays: readonly Day[];
  /** By the number of publication days that an as-of day has seen. */
  private readonly tablesByDays = new Map<number, AsOfTables>();

  constructor(id: string, sections: Sections, stored: readonly StoredRelease[], shelves: Shelves) {
    this.id = id;
    this.sections = sections;
    this.shelves = shelves;
    this.releases = stored.map((release, index) => ({ index, ...release }));
    this.strings = new Strings(sections.strings);
    this.codes = new CodeIndex(sections.codes.packed);
    this.publicationDays = [...new Set(stored.map(({ published }) => published))].sort((a, b) => a - b);
  }

  code(code: string, { on, asOf }: When): CodeAnswer {
    return answerCode(code, on, this.context(asOf));
  }

  pair(first: string, second: string, { on, asOf, setting }: When & { setting: Setting }): PairAnswer {
    return answerPair(first, second, { on, setting }, this.context(asOf));
  }

  mue(code: string, { on, asOf, setting }: When & { setting: Setting }): MueAnswer {
    return answerMue(code, { on, setting }, this.context(asOf));
  }

  addOn(code: string, { on, asOf }: When): AddOnAnswer {
    return answerAddOn(code, on, this.context(asOf));
  }

  record<K extends RecordKind>(kind: K, key: string, { on, asOf }: When): RecordAnswer<K> {
    return answerRecord(kind, key, on, this.recordContext(asOf));
  }

  records<K extends RecordKind>(kind: K, release: CodebookRelease): Iterable<CodeRecord<K>> {
    return recordsOf(kind, release.index, this.recordContext(undefined));
  }

  hcpcsEntries(code: string): readonly HcpcsEntry[] {
    const { sections, strings, codes, releases } = this;
    return hcpcsEntries(code, { sections, strings, codes, releases });
  }

  releaseContent(index: number): Release {
    const { sections, strings, releases } = this;
    return releaseRows(releases[index], { sections, strings, records: (kind, release) => this.records(kind, release) });
  }

  hcpcsCodes(): readonly string[] {
    return hcpcsCodes(this.sections);
  }

  namedCodes(): readonly string[] {
    return Array.from(this.sections.codes.packed, unpackCode);
  }

  verify(): void {
    for (const kind of RECORD_KINDS) this.shelves.open(kind);
  }

  tables(asOf?: Day): CodebookTables {
    return this.tablesAsOf(asOf);
  }

  ptpRow(setting: Setting, row: number, asOf?: Day): PairRow {
    const context = this.context(asOf);
    const table = context.tables.ptp[setting];
    if (!table?.has(row)) throw noSuchRow('PTP', setting, row);
    return pairRow(row, setting, table, context);
  }

  mueRow(setting: Setting, row: number, asOf?: Day): MueValue {
    const context = this.context(asOf);
    const run = context.tables.mue[setting]?.run(row);
    if (!run) throw noSuchRow('MUE', setting, row);
    return mueValue(run, setting, context);
  }

  addOnRow(row: number, asOf?: Day): AddOnAnswer['rows'][number] & { readonly addOn: string } {
    const context = this.context(asOf);
    const table = context.tables.addOn;
    const addOn = table?.addOn(row) ?? -1;
    if (table === null || addOn < 0) throw noSuchRow('add-on code', null, row);
    return { addOn: unpackCode(this.sections.codes.packed[addOn]), ...addOnAnswerRow(row, table, context) };
  }

  private context(asOf: Day | undefined): AnswerContext {
    const { sections, strings, releases } = this;
    return { sections, strings, releases, tables: this.tablesAsOf(asOf), asOf: asOf ?? null };
  }

  private recordContext(asOf: Day | undefined): RecordContext {
    const { shelves, releases } = this;
    return { shelves, releases, asOf: this.tablesAsOf(asOf).asOf };
  }

  private tablesAsOf(asOf: Day = OPEN_DAY): AsOfTables {
    const seen = this.publicationDays.findLastIndex((day) => day <= asOf) + 1;
    const known = this.tablesByDays.get(seen);
    if (known) return known;
    const tables = new AsOfTables(this.sections, this.releases, this.codes, this.shelves, this.strings, asOf);
    this.tablesByDays.set(seen, tables);
    return tables;
  }
}

const noSuchRow = (table: string, setting: Setting | null, row: number): ProblemError =>
  new ProblemError(
    'no-such-row',
    `The codebook has no ${table} row ${row}${setting ? ` for the ${setting} setting` : ''}.`,
  );
