import { type Day, dayOf, isoDay, NOT_A_DAY, OPEN_DAY, parseDay } from '../codes/day.ts';
import { packCodeText } from '../codes/packed.ts';
import { SHAPE_MALFORMED, shapeOf } from '../codes/packed-shape.ts';
import type { AddOnContent } from './content.ts';
import { type FileFindings, quoted } from './findings-in-file.ts';
import type { AddOnRow } from './release.ts';

/** An add-on code edit as texts, trimmed. */
export interface AddOnCells {
  readonly type: string;
  readonly addOn: string;
  readonly primary: string;
  /** '' where blank, null where the file has no such column. */
  readonly effective: string | null;
  /** Of the add-on code, the primary code and the edit: the earliest ends the row. */
  readonly deletions: readonly string[];
}

/** CMS's sign for "the contractor decides which primary codes count". */
const CONTRACTOR_DEFINED = 'CCCCC';
const TYPES: Readonly<Record<string, 1 | 2 | 3>> = { '1': 1, '2': 2, '3': 3, I: 1, II: 2, III: 3 };

/**
 * Collects add-on code edits. The published files (from 2022 on) have for each the type, the add-on code and its
 * deletion date, the primary code and its deletion date, effective and deletion date of the edit, and a note; dates
 * are YYYYDDD, DDD being the day of the year.
 */
export class AddOnRows {
  readonly #findings: FileFindings;
  readonly #rows = new Map<string, AddOnRow>();
  #latest: Day = NOT_A_DAY;

  constructor(findings: FileFindings) {
    this.#findings = findings;
  }

  add(cells: AddOnCells, line: number): void {
    const row = this.#parsed(cells, line);
    if (row === null) return;
    const key = `${row.addOn} ${row.primary} ${row.type} ${row.effective} ${row.deletion}`;
    if (this.#rows.has(key)) {
      const message = `the same row twice, first ${cells.addOn} with ${cells.primary}; read once`;
      this.#findings.oddity('duplicate-row', message, line);
      return;
    }
    this.#rows.set(key, row);
    if (row.effective !== null) this.#latest = Math.max(this.#latest, row.effective);
  }

  end(): AddOnContent {
    const rows = [...this.#rows.values()];
    if (rows.length === 0 && this.#findings.problems().length === 0) {
      this.#findings.problem('release-without-rows', 'it holds no add-on code edit');
    }
    return { kind: 'ncci-aoc', rows, rowCount: rows.length, latest: this.#latest };
  }

  #parsed(cells: AddOnCells, line: number): AddOnRow | null {
    const addOn = packCodeText(cells.addOn);
    const contractor = cells.primary.toUpperCase() === CONTRACTOR_DEFINED;
    const primary = contractor ? null : packCodeText(cells.primary);
    const type = TYPES[cells.type.replace(/^type\s*/i, '').toUpperCase()];
    if (shapeOf(addOn) === SHAPE_MALFORMED) {
      this.#findings.problem('aoc-code', `the add-on code is ${quoted(cells.addOn)}`, line);
    } else if (primary !== null && shapeOf(primary) === SHAPE_MALFORMED) {
      this.#findings.problem('aoc-code', `the primary code is ${quoted(cells.primary)}`, line);
    } else if (type === undefined) {
      this.#findings.problem('aoc-type', `the type of ${cells.addOn} is ${quoted(cells.type)}`, line);
    } else {
      const window = this.#window(cells, line);
      if (window !== null) return { addOn, primary, type, ...window, line };
    }
    return null;
  }

  #window(cells: AddOnCells, line: number): Pick<AddOnRow, 'effective' | 'deletion'> | null {
    if (cells.effective === null) return { effective: null, deletion: null };
    const effective = publishedDay(cells.effective);
    const deletions = cells.deletions.map((text) => (isOpen(text) ? OPEN_DAY : publishedDay(text)));
    if (effective === NOT_A_DAY || effective === OPEN_DAY) {
      this.#findings.problem('aoc-date', `the effective date of ${cells.addOn} is ${quoted(cells.effective)}`, line);
      return null;
    }
    const bad = deletions.indexOf(NOT_A_DAY);
    if (bad >= 0) {
      this.#findings.problem('aoc-date', `a deletion date of ${cells.addOn} is ${quoted(cells.deletions[bad])}`, line);
      return null;
    }
    const deletion = Math.min(OPEN_DAY, ...deletions);
    if (deletion < effective) {
      const message = `rows whose deletion precedes their effective date, first ${cells.addOn} at ${isoDay(effective)}`;
      this.#findings.oddity('deleted-before-effective', message, line);
    }
    return { effective, deletion };
  }
}

const isOpen = (text: string): boolean => text === '' || text === '*' || /^0+$/.test(text) || /^9999/.test(text);

/** A date as CMS's files print it: YYYYDDD; also YYYYMMDD and MM/DD/YYYY. */
export function publishedDay(text: string): Day {
  const ordinal = /^(\d{4})(\d{3})$/.exec(text);
  if (ordinal) return dayOfYear(Number(ordinal[1]), Number(ordinal[2]));
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (american) return dayOf(Number(american[3]), Number(american[1]), Number(american[2]));
  return parseDay(text);
}

function dayOfYear(year: number, number: number): Day {
  const first = dayOf(year, 1, 1);
  const last = dayOf(year, 12, 31);
  return first === NOT_A_DAY || number < 1 || first + number - 1 > last ? NOT_A_DAY : first + number - 1;
}
