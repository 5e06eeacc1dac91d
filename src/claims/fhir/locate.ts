/**
 * Where in a text that is JSON the value stands to which the keys lead, as an offset; where they lead nowhere, the last
 * value on the way that is there.
 *
 * @example
 * locate('{"item":[{"net":1}]}', ['item', 0, 'net']) // 16
 */
export function locate(text: string, way: readonly (string | number)[], from = 0): number {
  let at = afterSpace(text, from);
  for (const key of way) {
    const inside = typeof key === 'number' ? elementAt(text, at, key) : memberAt(text, at, key);
    if (inside < 0) return at;
    at = inside;
  }
  return at;
}

/** Line breaks from one offset to another. */
export function linesBetween(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** The offsets of the elements of a list that begins at an offset, one after the other. */
export function* elementsAt(text: string, list: number): Generator<number> {
  if (text[list] !== '[') return;
  let at = afterSpace(text, list + 1);
  while (at < text.length && text[at] !== ']') {
    yield at;
    at = afterSpace(text, endOfValue(text, at));
    if (text[at] !== ',') return;
    at = afterSpace(text, at + 1);
  }
}

function elementAt(text: string, list: number, index: number): number {
  let left = index;
  for (const at of elementsAt(text, list)) if (left-- === 0) return at;
  return -1;
}

/** The first member of that name: what comes after it need not be gone through. */
function memberAt(text: string, object: number, name: string): number {
  if (text[object] !== '{') return -1;
  let at = afterSpace(text, object + 1);
  while (text[at] === '"') {
    const end = endOfString(text, at);
    const value = afterSpace(text, afterSpace(text, end) + 1);
    if (keyOf(text.slice(at, end)) === name) return value;
    at = afterSpace(text, endOfValue(text, value));
    if (text[at] !== ',') break;
    at = afterSpace(text, at + 1);
  }
  return -1;
}

const keyOf = (written: string): string =>
  written.includes('\\') ? (JSON.parse(written) as string) : written.slice(1, -1);

function endOfValue(text: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const c = text[at];
    if (c === '"') {
      at = endOfString(text, at);
      if (depth === 0) return at;
      continue;
    }
    if (c === '{' || c === '[') depth++;
    else if (c === '}' || c === ']') {
      if (depth === 0) return at;
      depth--;
      if (depth === 0) return at + 1;
    } else if (c === ',' && depth === 0) return at;
    at++;
  }
  return at;
}

function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) <= 32) at++;
  return at;
}
