import type { Outcome } from '../edits/finding.ts';

/** Told apart by colour-blind eyes too. */
export const TONES: Readonly<Record<Outcome, readonly [light: string, dark: string]>> = {
  deny: ['#bd4a16', '#f08a5b'],
  return: ['#7d4fab', '#bd94e6'],
  review: ['#8f6a00', '#d9b13f'],
  info: ['#2563a8', '#6aa9ee'],
};

/** Outcomes in a person's words. */
export const OUTCOME_WORD: Readonly<Record<Outcome, string>> = {
  deny: 'denied',
  return: 'returned',
  review: 'to review',
  info: 'note',
};
