import { type Change, type ChangeClass, noChanges, type ReleaseDiff } from './change.ts';

/** Codes from one to another, both inclusive; a prefix is a range too. */
export interface CodeRange {
  readonly from: string;
  readonly to: string;
}

/** Which changes are wanted; null for all. */
export interface ChangeFilter {
  readonly only: readonly ChangeClass[] | null;
  readonly codes: readonly CodeRange[] | null;
}

/**
 * `J,E0100-E8002,59`: prefixes, codes and ranges of codes; null where it is none of these.
 *
 * @example
 * codeRanges('E0100-E8002') // [{ from: 'E0100', to: 'E8002' }]
 */
export function codeRanges(text: string): readonly CodeRange[] | null {
  const ranges = text.split(',').map((part) => {
    const match = /^\s*([0-9A-Z]{1,7})(?:\s*[-–]\s*([0-9A-Z]{1,7}))?\s*$/i.exec(part);
    if (!match) return null;
    const from = match[1].toUpperCase();
    return { from, to: match[2]?.toUpperCase() ?? from };
  });
  return ranges.every((range) => range !== null) ? ranges : null;
}

/** `to` stands for all that begins with it: `J` to `J`, and `E01` to `E02` up to `E0299`. */
const isIn = (code: string, { from, to }: CodeRange): boolean =>
  code !== '' && code >= from && code.slice(0, to.length) <= to && isOfLength(code, from);

/** A range of modifiers holds no codes, one of codes no modifiers; a prefix of one character means codes. */
const isOfLength = (code: string, from: string): boolean => (from.length === 2 ? code.length === 2 : code.length !== 2);

function isWanted({ change, code, other }: Change, { only, codes }: ChangeFilter): boolean {
  if (only !== null && !only.includes(change)) return false;
  return codes === null || codes.some((range) => isIn(code, range) || isIn(other, range));
}

/** The diff of the wanted changes alone. */
export function filtered<D extends ReleaseDiff>(diff: D, filter: ChangeFilter): D {
  if (filter.only === null && filter.codes === null) return diff;
  const changes = {
    *[Symbol.iterator]() {
      for (const change of diff.changes) if (isWanted(change, filter)) yield change;
    },
  };
  const counts = noChanges();
  for (const { change } of changes) counts[change]++;
  return { ...diff, counts, changes, total: Object.values(counts).reduce((sum, count) => sum + count, 0) };
}
