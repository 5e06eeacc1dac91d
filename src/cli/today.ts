import { type Day, dayOf } from '../codes/day.ts';

/** The day it is where the command is run: the one place of the project that looks at a clock. */
export function today(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
