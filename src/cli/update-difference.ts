import type { Codebook } from '../codebook/codebook.ts';
import { OPEN_DAY } from '../codes/day.ts';
import { type DiffSummary, diffSummary } from '../diff/between-codebooks.ts';

/** What `update` tells of a new codebook against the former one. */
export interface Difference {
  /** Ids of releases; none is ever gone, for `update` carries them over. */
  readonly newReleases: readonly string[];
  /** By table, how many rows came, went and changed between its newest releases. */
  readonly summary: DiffSummary;
  /** Codes and modifiers that the former one does not list. */
  readonly added: readonly string[];
  /** Those that have an end now and had none. */
  readonly ended: readonly string[];
}

/** Compares two codebooks by what they list: the one place where `update` does. */
export function difference(former: Codebook, next: Codebook): Difference {
  const idsOf = ({ releases }: Codebook): readonly string[] => releases.map(({ id }) => id);
  const [then, now] = [windows(former), windows(next)];
  return {
    newReleases: without(idsOf(next), idsOf(former)),
    summary: diffSummary(former, next),
    added: [...now.keys()].filter((code) => !then.has(code)),
    ended: [...now].filter(([code, to]) => to !== OPEN_DAY && then.get(code) === OPEN_DAY).map(([code]) => code),
  };
}

const without = (all: readonly string[], others: readonly string[]): readonly string[] => {
  const known = new Set(others);
  return all.filter((each) => !known.has(each));
};

/** Last valid day by code. */
function windows(codebook: Codebook): ReadonlyMap<string, number> {
  return new Map(
    codebook.hcpcsCodes().flatMap((code) => {
      const answer = codebook.code(code, { on: 0 });
      return answer.status === 'listed' ? [[code, answer.entry.to] as const] : [];
    }),
  );
}
