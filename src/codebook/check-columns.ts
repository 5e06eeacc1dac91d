import { contradiction, type ElementArray } from './format.ts';

/** `groups` + 1 row numbers from 0 to `rows`, none smaller than the one before. */
export function offsets(name: string, starts: Int32Array, groups: number, rows: number): void {
  let ordered = starts.length === groups + 1 && starts[0] === 0 && starts[groups] === rows;
  for (let group = 0; group < groups && ordered; group++) ordered = starts[group] <= starts[group + 1];
  if (!ordered) throw contradiction(name, 'does not divide its rows');
}

export function below(name: string, values: ElementArray, limit: number): void {
  // Values of so few bytes cannot reach the limit.
  if (!(values instanceof Int32Array) && limit >= 2 ** (8 * values.BYTES_PER_ELEMENT)) return;
  if (largest(values) >= limit) throw contradiction(name, 'names what there is not');
}

/** A loop for each type of element: one for all of them would be compiled anew whenever the type changes. */
function largest(values: ElementArray): number {
  if (values instanceof Uint8Array) return largestByte(values);
  return values instanceof Uint16Array ? largestShort(values) : largestInteger(values);
}

function largestByte(values: Uint8Array): number {
  let most = -1;
  for (let i = 0; i < values.length; i++) if (values[i] > most) most = values[i];
  return most;
}

function largestShort(values: Uint16Array): number {
  let most = -1;
  for (let i = 0; i < values.length; i++) if (values[i] > most) most = values[i];
  return most;
}

function largestInteger(values: Int32Array | Uint32Array): number {
  let most = -1;
  for (let i = 0; i < values.length; i++) if (values[i] > most) most = values[i];
  return most;
}

export function ascending(name: string, values: ElementArray, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) if (values[i] <= values[i - 1]) throw contradiction(name, 'is out of order');
}

export function sameLength(name: string, column: ElementArray, ...others: readonly ElementArray[]): void {
  if (others.some((other) => other.length !== column.length))
    throw contradiction(name, 'has not as many rows as its table');
}
