import { NOT_A_DAY } from '../codes/day.ts';
import type { RecordContent } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import type { RecordKind, TableRecord } from './record-tables.ts';

/** Collects the records of one file; the same record twice is kept once and noted. */
export class KeyedRows {
  readonly #kind: RecordKind;
  readonly #findings: FileFindings;
  /** Whether a key may have one record only. */
  readonly #unique: boolean;
  readonly #records: TableRecord[] = [];
  readonly #first = new Map<string, TableRecord>();
  readonly #further = new Map<string, TableRecord[]>();

  constructor(kind: RecordKind, findings: FileFindings, unique: boolean) {
    this.#kind = kind;
    this.#findings = findings;
    this.#unique = unique;
  }

  add(record: TableRecord): void {
    const { key, line } = record;
    const first = this.#first.get(key);
    if (first === undefined) {
      this.#records.push(record);
      this.#first.set(key, record);
      return;
    }
    const further = this.#further.get(key) ?? [];
    if ([first, ...further].some(({ fields }) => fields.every((field, i) => field === record.fields[i]))) {
      this.#findings.oddity('duplicate-row', `the same row twice, first ${key}; read once`, line);
    } else if (this.#unique) {
      const message = `${key} has another row, with other values, at line ${first.line}`;
      this.#findings.problem('record-duplicate', message, line);
    } else {
      this.#records.push(record);
      this.#further.set(key, [...further, record]);
    }
  }

  end(said: Partial<RecordContent> = {}): RecordContent {
    const { length } = this.#records;
    if (length === 0 && this.#findings.problems().length === 0) {
      this.#findings.problem('release-without-rows', 'no row follows the header');
    }
    return { ...said, kind: this.#kind, records: this.#records, rowCount: length, latest: NOT_A_DAY };
  }
}
