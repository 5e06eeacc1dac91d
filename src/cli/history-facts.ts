import { isoDay } from '../codes/day.ts';
import type { CodeHistory, HistoryEvent } from '../history/history.ts';

/** A code's history as `history --json` prints it. */
export function historyFacts({ code, events }: CodeHistory) {
  const asked = code.kind === 'invalid' ? { code: null, reason: code.message } : { code: code.code, reason: null };
  return { ...asked, events: events.map(eventFacts) };
}

/** Days as ISO dates, the release by its id. */
function eventFacts(event: HistoryEvent) {
  const { inForce, published, release, kind, ...rest } = event;
  const days = 'before' in rest && typeof rest.before === 'number' ? { before: isoDay(rest.before) } : {};
  return { kind, inForce: isoDay(inForce), published: isoDay(published), release: release.id, ...rest, ...days };
}
