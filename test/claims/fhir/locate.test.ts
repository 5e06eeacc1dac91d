import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementsAt, linesBetween, locate } from '../../../src/claims/fhir/locate.ts';

const text = '{"a": [1, {"b\\"c": "x]}", "d" : null}],\n "e": {"d": [ ]}}';

describe('a value in a text', () => {
  it.each([
    [['a', 0], '1'],
    [['a', 1, 'd'], 'null'],
    [['a', 1, 'b"c'], '"x]}"'],
    [['e', 'd'], '[ ]'],
    // What is not there: where it should be.
    [['e', 'd', 0], '[ ]'],
    [['e', 'z', 3], '{"d"'],
    [['a', 7], '[1,'],
  ])('%j', (way, found) => {
    expect(text.slice(locate(text, way))).toMatch(new RegExp(`^${found.replace(/[[\]{}"]/g, '\\$&')}`));
  });

  it('is found in any JSON, however it is laid out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.json(), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 3 }),
        (parts, indent) => {
          const list = parts.map((part) => JSON.parse(part) as unknown);
          const json = JSON.stringify({ list }, null, indent);
          const starts = [...elementsAt(json, locate(json, ['list']))];
          expect(starts).toHaveLength(list.length);
          list.forEach((value, i) => {
            expect(locate(json, ['list', i])).toBe(starts[i]);
            const end = starts[i + 1] ?? json.length;
            const written = json.slice(starts[i], end).replace(i + 1 < list.length ? /,\s*$/ : /\s*\]\s*\}$/, '');
            expect(JSON.parse(written)).toEqual(value);
          });
        },
      ),
    );
  });
});

it('lines are counted between offsets', () => {
  expect(linesBetween('a\nb\nc\n', 0, 4)).toBe(2);
  expect(linesBetween('a\nb\nc\n', 2, 3)).toBe(0);
  expect(linesBetween('abc', 0, 3)).toBe(0);
});
