import { type Day, dayOf } from '../codes/day.ts';

/** The day and the time it is where the command is run: the one place of the project that looks at a clock. */

export function today(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** In ISO form, for records of what was done. */
export const now = (): string => new Date().toISOString();
