import { ProblemError } from '../problems.ts';
import type { PtpRelease, PtpRows } from '../releases/release.ts';
import type { Numbered } from './compile-parts.ts';

/** What a PTP row says of its pair. */
export interface PtpAttribute {
  readonly effective: number;
  readonly deletion: number;
  readonly indicator: number;
  /** Place in `PtpAttributes.notes`. */
  readonly note: number;
}

export interface PtpNote {
  readonly rationale: string;
  readonly prior1996: number;
}

const INDICATORS = [0, 1, 9];

/**
 * The few different things that millions of PTP rows say, numbered so that numeric order is: effective day,
 * deletion day, indicator, note.
 */
export class PtpAttributes {
  readonly notes: readonly PtpNote[];
  readonly list: readonly PtpAttribute[];
  private readonly numbers = new Map<number, number>();
  private readonly noteNumbers: ReadonlyMap<string, number>;

  constructor(releases: readonly Numbered<PtpRelease>[]) {
    this.notes = notesOf(releases);
    this.noteNumbers = new Map(this.notes.map((note, number) => [noteKey(note.rationale, note.prior1996), number]));
    const keys = new Set<number>();
    for (const { release } of releases) this.collect(release, keys);
    const sorted = [...keys].sort((a, b) => a - b);
    for (const [number, key] of sorted.entries()) this.numbers.set(key, number);
    this.list = sorted.map((key) => this.unpacked(key));
  }

  /** Calls `row` with each row's place and the number of what it says. */
  forEach(release: PtpRelease, row: (place: number, attribute: number) => void): void {
    const { rows } = release;
    const notes = this.notesByRow(rows);
    let lastKey = -1;
    let number = 0;
    for (let i = 0; i < rows.count; i++) {
      const key = this.key(rows, i, notes);
      if (key !== lastKey) number = this.numbers.get(key) as number;
      lastKey = key;
      row(i, number);
    }
  }

  private collect(release: PtpRelease, keys: Set<number>): void {
    const { rows } = release;
    const notes = this.notesByRow(rows);
    let lastKey = -1;
    for (let i = 0; i < rows.count; i++) {
      const key = this.key(rows, i, notes);
      if (key === lastKey) continue;
      lastKey = key;
      keys.add(key);
    }
  }

  /** Below 2^53: 16 bits effective, 16 deletion, 2 indicator, the rest the note. */
  private key(rows: PtpRows, i: number, notes: Int32Array): number {
    const dates = rows.effective[i] * 0x10000 + rows.deletion[i];
    const indicator = rows.modifierIndicator[i] === 9 ? 2 : rows.modifierIndicator[i];
    return (dates * 4 + indicator) * this.notes.length + notes[rows.rationale[i] * 2 + rows.prior1996[i]];
  }

  private unpacked(key: number): PtpAttribute {
    const note = key % this.notes.length;
    const dates = (key - note) / this.notes.length;
    return {
      effective: Math.floor(dates / 0x40000),
      deletion: Math.floor(dates / 4) % 0x10000,
      indicator: INDICATORS[dates % 4],
      note,
    };
  }

  /** Number of the note by twice the row's rationale plus its mark. */
  private notesByRow(rows: PtpRows): Int32Array {
    const numbers = new Int32Array(rows.rationales.length * 2).fill(-1);
    for (const [rationale, text] of rows.rationales.entries()) {
      for (const mark of [0, 1]) {
        numbers[rationale * 2 + mark] = this.noteNumbers.get(noteKey(text, mark)) ?? -1;
      }
    }
    return numbers;
  }
}

const noteKey = (rationale: string, prior1996: number): string => `${prior1996}${rationale}`;

/** Refuses rows that no reader gives, so that everything after may rely on them. */
function notesOf(releases: readonly Numbered<PtpRelease>[]): PtpNote[] {
  const notes = new Map<string, PtpNote>();
  for (const { release } of releases) {
    const { rows } = release;
    const known = new Uint8Array(512);
    for (let i = 0; i < rows.count; i++) {
      const indicator = rows.modifierIndicator[i];
      const fit = indicator === 0 || indicator === 1 || indicator === 9;
      if (!fit || rows.prior1996[i] > 1 || rows.rationale[i] >= rows.rationales.length) throw unfit(release, i);
      const place = rows.rationale[i] * 2 + rows.prior1996[i];
      if (known[place] === 1) continue;
      known[place] = 1;
      const rationale = rows.rationales[rows.rationale[i]];
      notes.set(noteKey(rationale, rows.prior1996[i]), { rationale, prior1996: rows.prior1996[i] });
    }
  }
  return [...notes.values()];
}

function unfit(release: PtpRelease, row: number): ProblemError {
  const file = release.sources[0]?.name;
  const message = `PTP row ${row + 1} has an indicator, mark or rationale outside of CMS's values.`;
  return new ProblemError('release-unfit', message, file === undefined ? {} : { file });
}
