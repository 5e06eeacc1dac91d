import { ProblemError } from '../problems.ts';
import { eachCsvRow } from './csv.ts';
import type { FileFindings } from './findings-in-file.ts';
import type { ZipEntry } from './zip.ts';

type Row = Readonly<Record<string, string>>;

/** Regions that the database counts as states: parts of New York, Missouri and California. */
const PART_OF: Readonly<Record<string, string>> = {
  DN: 'NY',
  QN: 'NY',
  UN: 'NY',
  EM: 'MO',
  WM: 'MO',
  NF: 'CA',
  SF: 'CA',
};

/** Where a policy is in force, in words of two letters, and the numbers of its contractors. */
export interface Jurisdiction {
  readonly states: string;
  readonly contractors: string;
}

const NOWHERE: Jurisdiction = { states: '', contractors: '' };
/** Articles carry whole pages of HTML in one cell. */
const LONGEST_ROW = 2 ** 24;

/** The CSV tables of one export, by the names of their files. */
export class CoverageTables {
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  private readonly findings: FileFindings;

  constructor(entries: ReadonlyMap<string, ZipEntry>, findings: FileFindings) {
    this.entries = entries;
    this.findings = findings;
  }

  has(table: string): boolean {
    return this.entries.has(table);
  }

  /**
   * Gives each row by the names of its columns, trimmed. A row of another length than the header is a problem and is
   * passed over.
   *
   * @throws ProblemError `table-columns` where the table or one of the columns wanted is not there
   */
  async each(table: string, wanted: readonly string[], take: (row: Row, line: number) => void): Promise<void> {
    const entry = this.entries.get(table);
    const file = `${this.findings.file}!${table}`;
    if (entry === undefined)
      throw new ProblemError('table-columns', `the export lacks ${table}`, { file: this.findings.file });
    let header: readonly string[] | null = null;
    const onRow = ({ cells, line }: { cells: readonly string[]; line: number }): void => {
      if (header === null) header = headerOf(cells, wanted, file);
      else if (cells.length === header.length) take(rowOf(header, cells), line);
      else if (cells.some((cell) => cell.trim() !== '')) {
        const message = `a row of ${table} has ${cells.length} columns, its header ${header.length}`;
        this.findings.problem('record-columns', message, line);
      }
    };
    await eachCsvRow(entry.open(), ',', file, onRow, LONGEST_ROW);
    if (header === null) throw new ProblemError('table-columns', `${table} is empty`, { file });
  }

  /** What each policy has in a table: a set of items by policy; null items are left out. */
  async lists(
    table: string,
    wanted: readonly string[],
    policyOf: (row: Row) => string,
    itemOf: (row: Row) => string | null,
  ): Promise<Map<string, Set<string>>> {
    const lists = new Map<string, Set<string>>();
    await this.each(table, wanted, (row) => {
      const item = itemOf(row);
      if (item === null) return;
      const policy = policyOf(row);
      const list = lists.get(policy) ?? new Set();
      list.add(item);
      lists.set(policy, list);
    });
    return lists;
  }

  /** Where each policy is in force: the states of its contractors. */
  async jurisdictions(
    table: string,
    keys: readonly string[],
    policyOf: (row: Row) => string,
  ): Promise<(policy: string) => Jurisdiction> {
    const contractorKeys = ['contractor_id', 'contractor_type_id', 'contractor_version'];
    const contractorOf = (row: Row): string => contractorKeys.map((key) => row[key]).join('/');
    const abbreviations = new Map<string, string>();
    await this.each('state_lookup.csv', ['state_id', 'state_abbrev'], ({ state_id: id, state_abbrev: text }) => {
      abbreviations.set(id, PART_OF[text] ?? text);
    });
    const states = await this.lists(
      'contractor_jurisdiction.csv',
      [...contractorKeys, 'state_id'],
      contractorOf,
      ({ state_id: id, term_date: ended = '' }) => (ended === '' ? (abbreviations.get(id) ?? null) : null),
    );
    const numbers = await this.lists(
      'contractor.csv',
      [...contractorKeys, 'contractor_number'],
      contractorOf,
      ({ contractor_number: number }) => number || null,
    );
    const contractors = await this.lists(table, [...keys, ...contractorKeys], policyOf, contractorOf);
    return (policy) => {
      const own = [...(contractors.get(policy) ?? [])];
      return own.length === 0 ? NOWHERE : { states: joined(own, states), contractors: joined(own, numbers) };
    };
  }
}

const joined = (keys: readonly string[], lists: ReadonlyMap<string, ReadonlySet<string>>): string =>
  [...new Set(keys.flatMap((key) => [...(lists.get(key) ?? [])]))].sort().join(' ');

function headerOf(cells: readonly string[], wanted: readonly string[], file: string): readonly string[] {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new ProblemError('table-columns', `the header lacks ${missing.join(', ')}`, { file, line: 1 });
  return names;
}

function rowOf(header: readonly string[], cells: readonly string[]): Row {
  const row: Record<string, string> = {};
  for (let i = 0; i < header.length; i++) row[header[i]] = cells[i].trim();
  return row;
}
