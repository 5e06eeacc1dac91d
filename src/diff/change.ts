import type { Release, ReleaseKind } from '../releases/release.ts';

/**
 * What may have become of a row from one release to the next. Each changed row has one of these, the first that
 * fits; which of its fields changed is listed besides.
 *
 * - `added`: it is new and in force (a row that is new and already ended is `discontinued`), or its number was given
 *   out anew
 * - `discontinued`: an end is newly given, or it has gone from the list without ever having been given one
 * - `reactivated`: an end that was given is taken back
 * - `removed`: it is no longer printed, having ended before (HCPCS), or being of a table that gives no ends
 * - `revised`: its descriptive text is another
 * - `changed`: other fields are
 */
export const CHANGE_CLASSES = ['added', 'reactivated', 'discontinued', 'removed', 'revised', 'changed'] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/** A field before and after, as the release prints it (NCCI days as `YYYY-MM-DD`); '' where there is nothing. */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** One row that is not as it was. */
export interface Change {
  readonly change: ChangeClass;
  /** Code, modifier or key; of a pair the column-one code, of an add-on code edit the add-on code. */
  readonly code: string;
  /** Which of the two releases print the row. */
  readonly printedBy: 'both' | 'before' | 'after';
  /** The column-two or primary code; '' for other tables. */
  readonly other: string;
  /** The short description of a Level II code or modifier, the rationale of an NCCI row; else ''. */
  readonly title: string;
  /** What it is counted under: a section of the code set, a range of codes. */
  readonly section: string;
  /** The day from which the change counts, `YYYY-MM-DD`, where the release says it. */
  readonly effective: string | null;
  /** Effective day of an NCCI row, `YYYY-MM-DD`: it tells the rows of a pair apart. null where a key has one row. */
  readonly since: string | null;
  /** What CMS calls it: ACTION CD of the later release. It speaks of the last quarter only and decides nothing. */
  readonly action: string;
  /** Of an added row what it has, of a removed one what it had. */
  readonly fields: readonly FieldChange[];
}

export type ChangeCounts = Readonly<Record<ChangeClass, number>>;

/** What became of the rows of one table between two of its releases. */
export interface ReleaseDiff<R extends Release = Release> {
  readonly kind: ReleaseKind;
  readonly before: R;
  readonly after: R;
  readonly counts: ChangeCounts;
  /** Number of changes. */
  readonly total: number;
  /** Rows that are the same in both. */
  readonly unchanged: number;
  /** In the order of codes; made as they are asked for, since there may be millions. */
  readonly changes: Iterable<Change>;
}

/** Counts of nothing, to be added to. */
export const noChanges = (): Record<ChangeClass, number> => ({
  added: 0,
  reactivated: 0,
  discontinued: 0,
  removed: 0,
  revised: 0,
  changed: 0,
});

/** Which of two releases print a row. */
export const printedBy = (before: unknown, after: unknown): Change['printedBy'] =>
  before == null ? 'after' : after == null ? 'before' : 'both';

/** A diff of changes that are all made already. */
export function diffOf<R extends Release>(
  before: R,
  after: R,
  changes: readonly Change[],
  unchanged: number,
): ReleaseDiff<R> {
  const counts = noChanges();
  for (const { change } of changes) counts[change]++;
  return { kind: after.kind, before, after, counts, total: changes.length, unchanged, changes };
}

/**
 * The fields in which two rows differ; '' stands for what a side does not have.
 *
 * @param comparable what is compared of a value, where it may be printed in several ways
 */
export function fieldChanges(
  names: readonly string[],
  before: readonly string[] | null,
  after: readonly string[] | null,
  comparable: (value: string, name: string) => string = (value) => value,
): FieldChange[] {
  const fields: FieldChange[] = [];
  for (let i = 0; i < names.length; i++) {
    const [was, is] = [before?.[i] ?? '', after?.[i] ?? ''];
    if (was !== is && comparable(was, names[i]) !== comparable(is, names[i]))
      fields.push({ field: names[i], before: was, after: is });
  }
  return fields;
}
