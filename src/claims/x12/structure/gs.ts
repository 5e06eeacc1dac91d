import { bytesOf } from '../../text.ts';
import { isDate, isTime } from './values.ts';

/** Positions of GS elements that are wrong, GS06 and GS08 aside, which have codes of their own. */
export function gsFaults(elements: readonly string[]): number[] {
  const [, id = '', sender = '', receiver = '', date = '', time = '', , agency = ''] = elements;
  const isParty = (value: string): boolean => value.length >= 2 && value.length <= 15;
  const fits = [
    id.length === 2,
    isParty(sender),
    isParty(receiver),
    isDate(bytesOf(date), 0, date.length),
    isTime(bytesOf(time), 0, time.length),
    true,
    agency === 'X',
  ];
  return fits.flatMap((fit, i) => (fit ? [] : [i + 1]));
}

/** GS06: one to nine digits. */
export const isGroupControl = (value: string): boolean => /^\d{1,9}$/.test(value);
