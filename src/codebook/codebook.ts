import type { Day } from '../codes/day.ts';
import type { PackedCode } from '../codes/packed.ts';
import type { Setting } from '../codes/setting.ts';
import type { RecordField, RecordKind } from '../releases/record-tables.ts';
import type { HcpcsField, Oddity, Period, Release, ReleaseKind, SourceFile } from '../releases/release.ts';
import type { RecordContext } from './record-answer.ts';

/** A release as the codebook knows it; `index` is its place in `Codebook.releases`, oldest first. */
export interface CodebookRelease {
  readonly index: number;
  /** `hcpcs/2019`, `ncci-ptp/professional/2024Q3`, with `/v3` appended for a reprint. */
  readonly id: string;
  readonly kind: ReleaseKind;
  readonly setting: Setting | null;
  readonly period: Period;
  readonly published: Day;
  readonly print: number;
  /**
   * Whether it is visibly a part of what was published (an NCCI PTP release with far fewer rows than an
   * earlier one, although CMS keeps deleted rows). Where a partial release is silent, the newest whole one speaks.
   */
  readonly partial: boolean;
  /** The id of the newest whole print of the same release, which speaks in its stead; null where none is newer. */
  readonly supersededBy: string | null;
  readonly rowCount: number;
  /** HCPCS: how many codes and modifiers it lists; 0 for the rest. */
  readonly codes: number;
  readonly modifiers: number;
  readonly sources: readonly SourceFile[];
  readonly oddities: readonly Oddity[];
}

/** The two clocks of every question. */
export interface When {
  /** Date of service. */
  readonly on: Day;
  /** Only releases published on or before this day speak; all of them when left out. */
  readonly asOf?: Day;
}

/** Valid, unknown, not loaded: never shown as one another. */
export type CodeAnswer =
  /** A release lists the code; `inForce` says whether it may be reported for that date of service. */
  | {
      readonly status: 'listed';
      readonly code: string;
      readonly inForce: boolean;
      readonly entry: CodeEntry;
    }
  /** A Level I code: no licensed list is loaded, but these tables name it. */
  | { readonly status: 'seen'; readonly code: string; readonly evidence: Evidence }
  /** Releases of this code's set are loaded and none lists it. */
  | { readonly status: 'unknown'; readonly code: string; readonly reason: string }
  /** No release of this code's set is loaded. */
  | { readonly status: 'not-loaded'; readonly code: string; readonly reason: string };

/** What the releases say of a Level II code or modifier. */
export interface CodeEntry {
  readonly code: string;
  /** Of the release in force on the date (the newest with `period.from <= on`, else the oldest that lists it). */
  readonly release: CodebookRelease;
  readonly fields: Readonly<Record<HcpcsField, string>>;
  /** First day valid: the added date. */
  readonly from: Day;
  /** Last day valid, by the newest release that lists the code; OPEN_DAY when it has no termination date. */
  readonly to: Day;
  /** The release that says so. */
  readonly windowRelease: CodebookRelease;
}

/** Where a Level I code is named. */
export interface Evidence {
  /** Releases that name it. */
  readonly releases: readonly CodebookRelease[];
  /** Earliest and latest day on which a row naming it is in force; OPEN_DAY when a row is open. */
  readonly from: Day;
  readonly to: Day;
}

/** One NCCI PTP row. */
export interface PairRow {
  readonly columnOne: string;
  readonly columnTwo: string;
  readonly effective: Day;
  readonly deletion: Day;
  readonly modifierIndicator: 0 | 1 | 9;
  readonly prior1996: boolean;
  readonly rationale: string;
  /** The newest release, as of the date asked, that has this row. */
  readonly release: CodebookRelease;
}

export type PairAnswer =
  | {
      readonly status: 'answered';
      /** The row in force on the date, the stricter one where two are; null where none is. */
      readonly inForce: PairRow | null;
      /** All rows of the pair in both directions, oldest first. */
      readonly history: readonly PairRow[];
    }
  | { readonly status: 'not-loaded'; readonly reason: string };

export interface MueValue {
  readonly code: string;
  readonly value: number;
  readonly mai: 1 | 2 | 3 | null;
  readonly rationale: string;
  /** Quarters over which the value is known to hold. */
  readonly from: Day;
  readonly to: Day;
  readonly release: CodebookRelease;
}

export type MueAnswer =
  | { readonly status: 'listed'; readonly mue: MueValue }
  /** The quarter is known and publishes no value for the code: never a certain pass. */
  | { readonly status: 'unpublished'; readonly release: CodebookRelease }
  | { readonly status: 'no-data'; readonly reason: string };

/** An add-on code's rows in force on a date. */
export interface AddOnAnswer {
  readonly status: 'listed' | 'not-an-add-on' | 'not-loaded';
  readonly rows: readonly {
    readonly primary: string | null;
    readonly type: 1 | 2 | 3;
    readonly effective: Day | null;
    readonly deletion: Day | null;
    readonly release: CodebookRelease;
  }[];
}

/** A record's key and its fields by name. */
export interface CodeRecord<K extends RecordKind> {
  readonly key: string;
  readonly fields: Readonly<Record<RecordField<K>, string>>;
}

/** What a table of records says under a key. */
export type RecordAnswer<K extends RecordKind> =
  /** The release of the day: the newest that has begun, else the oldest; a key may have several rows. */
  | {
      readonly status: 'listed';
      readonly release: CodebookRelease;
      readonly rows: readonly CodeRecord<K>['fields'][];
    }
  /** That release does not have the key. */
  | { readonly status: 'unknown'; readonly release: CodebookRelease; readonly reason: string }
  | { readonly status: 'not-loaded'; readonly reason: string };

/** An entry of the HCPCS releases that print it alike. */
export interface HcpcsEntry {
  readonly code: string;
  readonly isModifier: boolean;
  readonly fields: Readonly<Record<HcpcsField, string>>;
  /** Oldest first; never none. */
  readonly releases: readonly CodebookRelease[];
}

/**
 * The tables as the edits read them: fixed to one `asOf`, answering in numbers, allocating nothing. Made once
 * a check run by `Codebook.tables`. Row references are opaque integers that `Codebook` turns into rows.
 */
export interface CodebookTables {
  /** Dense id of a code that any release names, -1 for the rest. */
  codeId(code: PackedCode): number;

  readonly hcpcs: HcpcsTable | null;
  /** What the HCPCS releases print of the codes. */
  readonly hcpcsRows: HcpcsRows;
  readonly ptp: Readonly<Record<Setting, PtpTable | null>>;
  readonly mue: Readonly<Record<Setting, MueTable | null>>;
  readonly addOn: AddOnTable | null;
  /** What tables of numbers over records (`FeeScheduleTable`, `DiagnosisTable`) are made from. */
  readonly records: RecordContext;
}

export interface HcpcsTable {
  /** First and last valid day of a Level II code; `from > to` where no release lists it. */
  from(codeId: number): Day;
  to(codeId: number): Day;
  /** Whether a Level II code may be reported for that day; false where no release lists it. */
  inForce(codeId: number, day: Day): boolean;
  /** For Level I codes: the span in which NCCI tables name it; `from > to` where none does. */
  seenFrom(codeId: number): Day;
  seenTo(codeId: number): Day;
  /** The days that releases speak for: from the first release's first day to the last one's last day. */
  readonly knownFrom: Day;
  readonly knownTo: Day;
  /** Whether a loaded release's own period covers the day; between two releases there may be gaps. */
  covers(day: Day): boolean;
  /** Modifiers by packed value; `from > to` where no release lists it. */
  modifierFrom(modifier: number): Day;
  modifierTo(modifier: number): Day;
  modifierInForce(modifier: number, day: Day): boolean;
  /** The days that releases with modifiers speak for; `from > to` where none is loaded. */
  readonly modifiersKnownFrom: Day;
  readonly modifiersKnownTo: Day;
  /** As `covers`, of the releases with modifiers. */
  modifiersCover(day: Day): boolean;
}

export interface HcpcsRows {
  /** Rows are below this number. */
  readonly count: number;
  /** Row of a code in the release in force on the day (the newest begun, else the oldest), -1 where none lists it. */
  find(codeId: number, day: Day): number;
  /** A field as printed, '' where blank. */
  text(row: number, field: HcpcsField): string;
}

export interface PtpTable {
  /**
   * The row in force on `day` with this column one and column two, the stricter where two are; -1 for none.
   * Direction matters: ask twice.
   */
  find(columnOne: number, columnTwo: number, day: Day): number;
  /** 0 or 1 of a row. */
  indicator(row: number): number;
  /** Effective and deletion day of a row, both inclusive; OPEN_DAY where it is not deleted. */
  from(row: number): Day;
  to(row: number): Day;
}

export interface MueTable {
  /** The quarters known; outside of them there is no data. */
  readonly knownFrom: Day;
  readonly knownTo: Day;
  /** Row with the value on that day; -1 where none is published. */
  find(codeId: number, day: Day): number;
  value(row: number): number;
  /** 1, 2, 3; 0 where the file has none. */
  mai(row: number): number;
}

export interface AddOnTable {
  /** Rows of an add-on code: `[start, end)`, equal where the code is no add-on code. */
  start(codeId: number): number;
  end(codeId: number): number;
  /** Dense id of the row's primary; -1 for `CCCCC`. */
  primary(row: number): number;
  type(row: number): number;
  inForce(row: number, day: Day): boolean;
}

/** An opened codebook: immutable, shared freely. Nothing in it is copied from the file's bytes. */
export interface Codebook {
  /** SHA-256 that names its content, hex. */
  readonly id: string;
  readonly releases: readonly CodebookRelease[];

  /** A Level I, Level II code or a modifier (two characters) on a date. Text is normalised first. */
  code(code: string, when: When): CodeAnswer;
  /** Do these two stand against each other on that date? In either order. */
  pair(first: string, second: string, when: When & { setting: Setting }): PairAnswer;
  mue(code: string, when: When & { setting: Setting }): MueAnswer;
  addOn(code: string, when: When): AddOnAnswer;

  /** What the table of records says under a key on a date: fee schedule, diagnosis codes, processing notes … */
  record<K extends RecordKind>(kind: K, key: string, when: When): RecordAnswer<K>;
  /** Every record of one release, by key. */
  records<K extends RecordKind>(kind: K, release: CodebookRelease): Iterable<CodeRecord<K>>;
  /** All that HCPCS releases have ever printed of a code or modifier, oldest first; empty where none lists it. */
  hcpcsEntries(code: string): readonly HcpcsEntry[];
  /** The codes and then the modifiers that HCPCS releases list, in order. */
  hcpcsCodes(): readonly string[];
  /** The codes of both levels that any release names, in order. */
  namedCodes(): readonly string[];
  /** A release with all its rows, by its `index`: as it was compiled, but for line and sequence numbers. */
  releaseContent(index: number): Release;
  /**
   * Reads and checks the tables of records that were not asked for yet.
   *
   * @throws ProblemError `codebook-checksum`, `codebook-sections`, `codebook-content`
   */
  verify(): void;

  tables(asOf?: Day): CodebookTables;
  /** What a row reference of `tables(asOf)` says. */
  ptpRow(setting: Setting, row: number, asOf?: Day): PairRow;
  mueRow(setting: Setting, row: number, asOf?: Day): MueValue;
  addOnRow(row: number, asOf?: Day): AddOnAnswer['rows'][number] & { readonly addOn: string };
}
