import type { CodebookRelease } from '../../src/codebook/codebook.ts';
import { type Day, NOT_A_DAY, OPEN_DAY, parseDay } from '../../src/codes/day.ts';
import type { Issue, PlainAddOn, PlainMue, PlainPair, PlainRecord } from './releases.ts';

/**
 * The slow and obvious way to answer: look through all rows of all releases each time. It shares no code with the
 * codebook and takes from it only what the releases are (their order is tested apart).
 */

export interface Issued<Row> {
  readonly issue: Issue;
  readonly rows: readonly Row[];
}

/** Period, then publication, then print, then the file's bytes. */
function oldestFirst<Row>(releases: readonly Issued<Row>[]): Issued<Row>[] {
  const key = ({ issue }: Issued<Row>) => [issue.period.from, published(issue), issue.print ?? 1, issue.sha256 ?? ''];
  return [...releases].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    const at = x.findIndex((value, i) => value !== y[i]);
    return at < 0 ? 0 : x[at] < y[at] ? -1 : 1;
  });
}

const published = ({ period, published: day }: Issue): Day => day ?? period.from;

export function speaking<Row>(releases: readonly Issued<Row>[], asOf: Day): Issued<Row>[] {
  return oldestFirst(releases).filter(({ issue }) => published(issue) <= asOf);
}

/** Of the releases for one quarter the last. */
function quarters<Row>(releases: readonly Issued<Row>[], asOf: Day): Issued<Row>[] {
  const all = speaking(releases, asOf);
  return all.filter(({ issue }, i) => all[i + 1]?.issue.period.from !== issue.period.from);
}

/** A release with less than half of the rows of some earlier one, whenever published. */
function isPartial<Row>(
  release: Issued<Row>,
  all: readonly Issued<Row>[],
  size = ({ rows }: Issued<Row>): number => rows.length,
): boolean {
  const ordered = oldestFirst(all);
  const earlier = ordered.slice(0, ordered.indexOf(release));
  return size(release) > 0 && earlier.some((other) => size(release) < size(other) / 2);
}

/** The pair's rows in this direction by the release that governs it. */
export function pairRows(
  releases: readonly Issued<PlainPair>[],
  asOf: Day,
  columnOne: string,
  columnTwo: string,
): PlainPair[] {
  for (const release of speaking(releases, asOf).reverse()) {
    const rows = release.rows.filter((row) => row.columnOne === columnOne && row.columnTwo === columnTwo);
    if (rows.length > 0 || !isPartial(release, releases)) return rows;
  }
  return [];
}

/** Indicator of the pair in this direction on a day, null where no row is in force. */
export function pairIndicator(rows: readonly PlainPair[], on: Day): 0 | 1 | null {
  const found = rows.filter(
    ({ effective, deletion, indicator }) => indicator !== 9 && effective <= on && on <= deletion,
  );
  if (found.length === 0) return null;
  return found.some(({ indicator }) => indicator === 0) ? 0 : 1;
}

/** `outside` where no quarter is known, null where none is published. */
export function mueOn(
  releases: readonly Issued<PlainMue>[],
  asOf: Day,
  code: string,
  on: Day,
): PlainMue | null | 'outside' {
  const known = quarters(releases, asOf);
  const last = known.at(-1);
  if (!last || on < known[0].issue.period.from || on > last.issue.period.to) return 'outside';
  const release = known.findLast(({ issue }) => issue.period.from <= on) as Issued<PlainMue>;
  const rows = release.rows.filter((row) => row.code === code);
  const lowest = Math.min(...rows.map(({ value }) => value));
  return rows.find(({ value }) => value === lowest) ?? null;
}

/** The primaries (null for CCCCC) with types of an add-on code's rows in force on a day. */
export function addOnsOn(releases: readonly Issued<PlainAddOn>[], asOf: Day, addOn: string, on: Day): PlainAddOn[] {
  const known = quarters(releases, asOf);
  const primaries = new Set(
    known
      .flatMap(({ rows }) => rows)
      .filter((row) => row.addOn === addOn)
      .map((row) => row.primary),
  );
  return [...primaries].flatMap((primary) => {
    const lists = (row: PlainAddOn): boolean => row.addOn === addOn && row.primary === primary;
    const newest = known.findLastIndex(({ rows }) => rows.some(lists));
    const next = known[newest + 1];
    if (next && on >= next.issue.period.from) return [];
    return known[newest].rows
      .filter(lists)
      .filter(({ effective, deletion }) => (effective ?? on) <= on && on <= (deletion ?? OPEN_DAY));
  });
}

/** The HCPCS releases that speak: one that was printed again does not, once a whole newer print is published. */
function heard(releases: readonly Issued<PlainRecord>[], asOf: Day): Issued<PlainRecord>[] {
  const all = speaking(releases, asOf);
  const has = (length: number, { rows }: Issued<PlainRecord>): boolean =>
    rows.some(({ code }) => code.length === length);
  return all.filter(
    (older) =>
      !all.some(
        (newer) =>
          newer.issue.period.label === older.issue.period.label &&
          (newer.issue.print ?? 1) > (older.issue.print ?? 1) &&
          !isPartial(newer, releases, codeCount) &&
          [2, 5].every((length) => has(length, newer) || !has(length, older)),
      ),
  );
}

const codeCount = ({ rows }: Issued<PlainRecord>): number => rows.filter((row) => row.code.length === 5).length;

/** From, to and record of a Level II code or modifier; null where no release lists it. */
export function windowOf(
  releases: readonly Issued<PlainRecord>[],
  asOf: Day,
  code: string,
): { from: Day; to: Day; newest: Issue } | null {
  const ofItsKind = ({ rows }: Issued<PlainRecord>): boolean => rows.some((row) => row.code.length === code.length);
  const known = heard(releases, asOf).filter(ofItsKind);
  const lists = ({ rows }: Issued<PlainRecord>): boolean => rows.some((row) => row.code === code);
  const newest = known.findLast(lists);
  if (!newest) return null;
  const record = newest.rows.find((row) => row.code === code) as PlainRecord;
  const added = parseDay(record.addedDate ?? '');
  const terminated = parseDay(record.terminationDate ?? '');
  const dropping = known.slice(known.indexOf(newest) + 1).find((later) => !isPartial(later, releases, codeCount));
  const first = known.find(lists) as Issued<PlainRecord>;
  return {
    from: added === NOT_A_DAY ? first.issue.period.from : added,
    to: terminated !== NOT_A_DAY ? terminated : dropping ? dropping.issue.period.from - 1 : OPEN_DAY,
    newest: terminated === NOT_A_DAY && dropping ? dropping.issue : newest.issue,
  };
}

/** The record in force on a day: of the newest release begun by then, else of the oldest that lists the code. */
export function recordOn(releases: readonly Issued<PlainRecord>[], asOf: Day, code: string, on: Day): PlainRecord {
  const listing = heard(releases, asOf).filter(({ rows }) => rows.some((row) => row.code === code));
  const release = listing.findLast(({ issue }) => issue.period.from <= on) ?? listing[0];
  return release.rows.find((row) => row.code === code) as PlainRecord;
}

export const sameIssue = (release: CodebookRelease, issue: Issue): boolean =>
  release.period.from === issue.period.from &&
  release.published === published(issue) &&
  release.sources[0]?.sha256 === issue.sha256;
