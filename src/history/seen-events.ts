import type { Codebook } from '../codebook/codebook.ts';
import { type Day, OPEN_DAY } from '../codes/day.ts';
import type { HistoryEvent } from './history.ts';

/** From when to when the NCCI tables name a code of which no list is loaded. */
export function seenEvents(codebook: Codebook, code: string, asOf: Day | undefined): HistoryEvent[] {
  const answer = codebook.code(code, { on: 0, ...(asOf !== undefined && { asOf }) });
  if (answer.status !== 'seen') return [];
  const { from, to, releases } = answer.evidence;
  const [first, last] = [releases[0], releases[releases.length - 1]];
  const named: HistoryEvent = { kind: 'named', inForce: from, published: first.published, release: first };
  if (to === OPEN_DAY) return [named];
  return [named, { kind: 'no-longer-named', inForce: to, published: last.published, release: last }];
}
