import { type Day, isoDay } from '../codes/day.ts';
import { type ElementLevel, type SupportedLevel, supportedLevel } from '../codes/supported-level.ts';
import { today } from './today.ts';

export interface LevelRequest {
  readonly minutes?: number;
  readonly problems?: ElementLevel;
  readonly data?: ElementLevel;
  readonly risk?: ElementLevel;
  readonly prolonged: 'medicare' | 'cpt';
  readonly on?: Day;
  readonly json?: boolean;
}

/** Prints the level supported beside the level billed and gives the exit status. */
export function runLevel(asked: string, { json, on = today(), ...record }: LevelRequest): 0 | 1 {
  const billed = asked.toUpperCase();
  const found = supportedLevel({ billed, on, ...record });
  const text = json ? JSON.stringify({ on: isoDay(on), billed, level: found }, null, 2) : levelText(billed, on, found);
  process.stdout.write(`${text}\n`);
  return found !== null && /^as|^higher/.test(found.verdict) ? 0 : 1;
}

function levelText(billed: string, on: Day, found: SupportedLevel | null): string {
  if (found === null) return `${billed} is no visit that is told by level on ${isoDay(on)}.`;
  const rows = [
    ['billed', billed],
    ['by time', found.byTime ?? '–'],
    ['by decision making', found.byDecisionMaking ?? '–'],
    ['supported', `${found.supported ?? 'none'}: ${found.verdict}`],
    ...(found.prolonged === null ? [] : [['prolonged', `${found.prolonged.code} x${found.prolonged.units}`]]),
  ];
  return rows.map(([name, value]) => `${name.padEnd(20)}${value}`).join('\n');
}
