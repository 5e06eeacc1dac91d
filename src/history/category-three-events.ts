import type { Codebook, CodebookRelease } from '../codebook/codebook.ts';
import { categoryThreeRow } from '../codes/category-three.ts';
import type { Day } from '../codes/day.ts';
import type { HistoryEvent } from './history.ts';

type SunsetEvent = HistoryEvent & { readonly kind: 'sunset' };

/** When a category III code lapses, as each table of these says it that says it otherwise than the one before. */
export function categoryThreeEvents(
  codebook: Codebook,
  code: string,
  known: readonly CodebookRelease[],
  asOf: Day | undefined,
): HistoryEvent[] {
  const events: SunsetEvent[] = [];
  for (const { period } of known.filter(({ kind }) => kind === 'cpt-category-three')) {
    const event = sunsetEvent(codebook, code, period.from, asOf);
    const last = events.at(-1);
    const isSame = event?.inForce === last?.inForce && event?.convertedTo.join() === last?.convertedTo.join();
    if (event !== null && !isSame) events.push(event);
  }
  return events;
}

function sunsetEvent(codebook: Codebook, code: string, on: Day, asOf: Day | undefined): SunsetEvent | null {
  const answer = codebook.record('cpt-category-three', code, { on, ...(asOf !== undefined && { asOf }) });
  if (answer.status !== 'listed') return null;
  const { release } = answer;
  const row = categoryThreeRow({ code, ...answer.rows[0] });
  if ('column' in row) return null;
  const { sunset, isPublished, convertedTo } = row;
  return { kind: 'sunset', inForce: sunset - 1, published: release.published, release, isPublished, convertedTo };
}
