import type { Codebook, CodebookRelease, MueAnswer } from '../codebook/codebook.ts';
import type { Day } from '../codes/day.ts';
import { SETTINGS, type Setting } from '../codes/setting.ts';
import type { HistoryEvent, MueState } from './history.ts';

/** The quarters in which a code's medically unlikely edit has another value than in the quarter before. */
export function mueEvents(
  codebook: Codebook,
  code: string,
  known: readonly CodebookRelease[],
  asOf: Day | undefined,
): HistoryEvent[] {
  return SETTINGS.flatMap((setting) => settingEvents(codebook, code, known, setting, asOf));
}

function settingEvents(
  codebook: Codebook,
  code: string,
  known: readonly CodebookRelease[],
  setting: Setting,
  asOf: Day | undefined,
): HistoryEvent[] {
  const quarters = known.filter((release) => release.kind === 'ncci-mue' && release.setting === setting);
  const events: HistoryEvent[] = [];
  let before = null as MueState | null;
  for (const release of quarters) {
    const on = release.period.from;
    const after = stateOf(codebook.mue(code, { on, setting, ...(asOf !== undefined && { asOf }) }));
    if (before?.value !== after?.value || before?.mai !== after?.mai) {
      events.push({ kind: 'mue', inForce: on, published: release.published, release, setting, before, after });
    }
    before = after;
  }
  return events;
}

const stateOf = (answer: MueAnswer): MueState | null =>
  answer.status === 'listed' ? { value: answer.mue.value, mai: answer.mue.mai } : null;
