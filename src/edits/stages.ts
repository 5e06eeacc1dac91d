/**
 * The order in which verdicts are resolved once every edit has spoken on its own. A line's disposition is the
 * gravest verdict on it; the edit that decided it is the first in this order with that verdict. Add-on codes are
 * judged again to a fixed point, since an add-on code falls with its primary.
 */
export const RESOLUTION_ORDER = [
  'syntax',
  'code and modifier validity',
  'code with modifier',
  'MUE by line',
  'PTP',
  'MUE by day',
  'add-on codes, to a fixed point',
  'the rest',
] as const;

/** Where in that order a verdict has its place. */
export type Stage = (typeof RESOLUTION_ORDER)[number];
