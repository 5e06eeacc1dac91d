import { isoDay, NOT_A_DAY, parseDay } from '../codes/day.ts';
import { bytesOf } from './text.ts';
import { cents, decimal } from './x12/elements.ts';

/**
 * Values as people write them in JSON and CSV. Each function gives `undefined` for a text that is none, so
 * that the caller can say where it stands.
 */

/**
 * ISO date of `2024-07-01`, `20240701` or `7/1/2024` (month first); null for a day that the calendar does not
 * have, which the edits report.
 */
export function dateOf(text: string): string | null | undefined {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const written = american ? `${american[3]}${american[1].padStart(2, '0')}${american[2].padStart(2, '0')}` : text;
  if (!/^(\d{8}|\d{4}-\d{2}-\d{2})$/.test(written)) return undefined;
  const day = parseDay(written);
  return day === NOT_A_DAY ? null : isoDay(day);
}

/** Cents of dollars (`120`, `120.50`). */
export function amountOf(text: string): number | undefined {
  return numeric(cents, text.replace(/^\$/, ''));
}

/** A number as the 837 writes it or, as JSON and spreadsheets write large ones, with an exponent. */
export function numberOf(text: string): number | undefined {
  const value = /^-?\d+(\.\d+)?e[+-]?\d{1,3}$/i.test(text) ? Number(text) : numeric(decimal, text);
  return value === undefined || !Number.isFinite(value) ? undefined : value;
}

function numeric(read: (bytes: Uint8Array, start: number, end: number) => number, text: string): number | undefined {
  const bytes = bytesOf(text);
  const value = read(bytes, 0, bytes.length);
  return Number.isNaN(value) ? undefined : value;
}

/** `25,59`, `25, 59`, `25:59` or `25 59`; a slot left empty between two commas or colons stays empty. */
export function modifiersOf(text: string): readonly string[] {
  const modifiers = text.trim().split(/\s*[,:;]\s*|\s+/);
  while (modifiers.at(-1) === '') modifiers.pop();
  return modifiers;
}

/** `1,2`, `1:2` or, as on paper, `AB` or `A,B`. */
export function pointersOf(text: string): readonly number[] | undefined {
  const parts = /^[A-L]+$/i.test(text) ? [...text] : text.split(/[,:;\s]+/);
  const pointers = parts
    .filter((part) => part !== '')
    .map((part) => (/^[A-L]$/i.test(part) ? part.toUpperCase().charCodeAt(0) - 64 : wholeOf(part)));
  return pointers.includes(0) ? undefined : pointers;
}

const wholeOf = (text: string): number => (/^\d{1,2}$/.test(text) ? Number(text) : 0);
