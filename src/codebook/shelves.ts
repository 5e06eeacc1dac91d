import { RECORD_TABLES, type RecordKind } from '../releases/record-tables.ts';
import { type CodebookBytes, readShelfBytes, type SectionEntry } from './read-sections.ts';
import { readShelf, type Shelf } from './shelf.ts';
import { Strings } from './strings.ts';
import type { Sha256 } from './verify.ts';

/** One kind's records, checked. */
export interface OpenShelf {
  readonly columns: Shelf;
  readonly strings: Strings;
}

/** The codebook's tables of records, each read, compared with its checksum and checked when first asked for. */
export class Shelves {
  private readonly file: CodebookBytes;
  private readonly entries: ReadonlyMap<RecordKind, SectionEntry>;
  private readonly setCount: number;
  private readonly sha256: Sha256;
  private readonly opened = new Map<RecordKind, OpenShelf>();

  constructor(file: CodebookBytes, entries: ReadonlyMap<RecordKind, SectionEntry>, setCount: number, sha256: Sha256) {
    this.file = file;
    this.entries = entries;
    this.setCount = setCount;
    this.sha256 = sha256;
  }

  /**
   * The shelf of a kind, null where the codebook has no release of it.
   *
   * @throws ProblemError `codebook-checksum`, `codebook-sections`, `codebook-content`
   */
  open(kind: RecordKind): OpenShelf | null {
    const known = this.opened.get(kind);
    if (known !== undefined) return known;
    const entry = this.entries.get(kind);
    if (entry === undefined) return null;
    const section = readShelfBytes(this.file, entry, this.sha256);
    const limits = { sets: this.setCount, fields: RECORD_TABLES[kind].length };
    const columns = readShelf(entry.name, section, limits);
    const strings = new Strings({ offsets: columns.textOffsets, bytes: columns.textBytes });
    const shelf = { columns, strings };
    this.opened.set(kind, shelf);
    return shelf;
  }
}
