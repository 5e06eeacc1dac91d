import type { ChangeClass } from '../change.ts';

/** Told apart by colour-blind eyes too. */
export const TONES: Readonly<Record<ChangeClass, readonly [light: string, dark: string]>> = {
  added: ['#2563a8', '#6aa9ee'],
  reactivated: ['#7d4fab', '#bd94e6'],
  discontinued: ['#bd4a16', '#f08a5b'],
  removed: ['#6d737b', '#9aa2ab'],
  revised: ['#1f7d6f', '#57bfae'],
  changed: ['#8f6a00', '#d9b13f'],
};
