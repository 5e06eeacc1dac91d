import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkStructure } from '../../../src/claims/x12/structure/checker.ts';
import { compileGuide } from '../../../src/claims/x12/structure/compile-guide.ts';
import { DATA_ELEMENTS, OTHER_CODES } from '../../../src/claims/x12/structure/data-elements.ts';
import {
  CODED,
  COMPOSITE,
  type Guide,
  type LoopSpec,
  NOT_USED,
  type Node,
} from '../../../src/claims/x12/structure/guide.ts';
import { GUIDE_837I } from '../../../src/claims/x12/structure/guide-837i.ts';
import { GUIDE_837P } from '../../../src/claims/x12/structure/guide-837p.ts';
import type { LoopTable } from '../../../src/claims/x12/structure/guide-table.ts';
import { OTHER_SEGMENTS, SEGMENTS, SEGMENTS_OF_837 } from '../../../src/claims/x12/structure/standard.ts';
import { errorsOf, shown } from './base.ts';
import { writeNode } from './write-guide.ts';

const TABLES = [GUIDE_837P, GUIDE_837I];
const GUIDES = TABLES.map(compileGuide);

const loopsOf = (loop: LoopSpec): LoopSpec[] => [
  loop,
  ...loop.nodes.flatMap((node) => (node.loop === null ? [] : loopsOf(node.loop))),
];
const rowsOf = ({ of }: LoopTable): string[] =>
  of.flatMap((entry) => (typeof entry === 'string' ? [entry] : rowsOf(entry)));
const specsOf = (guide: Guide) => loopsOf(guide.loop).flatMap(({ nodes }) => nodes.map(({ segment }) => segment));

describe.each(TABLES.map((table, i) => [table.id, table, GUIDES[i]] as const))(
  'the table of the %s',
  (_, table, guide) => {
    test('has rows in the one notation', () => {
      const element = '[RSN](=[0-9A-Z]+(,[0-9A-Z]+)*)?';
      const notation = new RegExp(
        String.raw`^[A-Z0-9]{2,3} [RS] (\*|\d+) \|( (${element}|[RS]\(${element}( ${element})*\)))+$`,
      );
      expect(rowsOf(table.loop).filter((row) => !notation.test(row))).toEqual([]);
    });

    test('begins each loop with a segment that is required once', () => {
      const starts = loopsOf(guide.loop).map(({ nodes }) => nodes[0]);
      expect(starts.every(({ loop, bit, most }) => loop === null && bit !== 0 && most === 1)).toBe(true);
    });

    test('names segments of the standard alone', () => {
      expect(specsOf(guide).filter(({ id }) => !SEGMENTS_OF_837.has(id) || SEGMENTS[id] === undefined)).toEqual([]);
      expect([...OTHER_SEGMENTS].filter((id) => SEGMENTS_OF_837.has(id))).toEqual([]);
    });

    test('has codes that their elements have room for, each once', () => {
      const elements = specsOf(guide).flatMap(({ elements: of }) =>
        of.flatMap((element) => [element, ...(element.parts?.elements ?? [])]),
      );
      for (const { number, mode, codes } of elements.filter((element) => element.mode === CODED)) {
        const [, shortest, longest] = DATA_ELEMENTS[number].split(' ');
        const lengths = [...codes].map((code) => Math.ceil((32 - Math.clz32(code)) / 8));
        expect(Math.min(...lengths), number).toBeGreaterThanOrEqual(Number(shortest));
        expect(Math.max(...lengths), number).toBeLessThanOrEqual(Number(longest));
        expect(new Set(codes).size, number).toBe(codes.length);
        expect(mode).toBe(CODED);
      }
    });

    test('has a component that is required in each composite that is used', () => {
      const used = specsOf(guide).flatMap(({ elements }) => elements.filter(({ mode }) => mode === COMPOSITE));
      expect(used.length).toBeGreaterThan(10);
      expect(used.filter(({ parts }) => parts === null || (parts.required & 2) === 0)).toEqual([]);
    });

    test('uses the element that qualifies a segment, where there is one', () => {
      const qualified = specsOf(guide).filter(({ qualifier }) => qualifier > 0);
      expect(
        qualified.filter(
          ({ qualifiers, required, qualifier }) => qualifiers.length === 0 || (required & (1 << qualifier)) === 0,
        ),
      ).toEqual([]);
    });

    test('has relations among elements that exist', () => {
      for (const { id, elements, relations } of specsOf(guide)) {
        for (const { mask, first } of relations) {
          expect(32 - Math.clz32(mask), id).toBeLessThanOrEqual(elements.length + 1);
          expect(first, id).toBeLessThanOrEqual(elements.length);
        }
      }
    });

    test('asks for no element that relations exclude', () => {
      const asked = specsOf(guide).flatMap(({ id, required, relations }) =>
        relations.filter(({ kind, mask }) => kind === 'E' && (required & mask) === mask).map(() => id),
      );
      expect(asked).toEqual([]);
    });
  },
);

test('codes beyond the guides are of elements that are described', () => {
  expect(Object.keys(OTHER_CODES).filter((number) => DATA_ELEMENTS[number] === undefined)).toEqual([]);
});

/** All nodes that a loop may have beside those it must, by where they stand: paths of nodes. */
function situational(loop: LoopSpec, path: readonly Node[]): (readonly Node[])[] {
  return loop.nodes.flatMap((node) => {
    const to = [...path, node];
    return [...(node.bit === 0 ? [to] : []), ...(node.loop === null ? [] : situational(node.loop, to))];
  });
}

describe.each(TABLES.map((table, i) => [table.id, table.versions[1], GUIDES[i]] as const))(
  'a file written from the table of the %s',
  (_, version, guide) => {
    const paths = situational(guide.loop, []);

    test('with what is required alone is sound', () => {
      const claim = paths.find((path) => path.length === 3 && path[2].loop?.id === '2300') ?? [];
      expect(errorsOf(checkStructure(writeNode(guide, version, [claim]))).map(shown)).toEqual([]);
    });

    test('stays sound with any situational segment or loop', () => {
      fc.assert(
        fc.property(fc.subarray(paths, { maxLength: 12 }), (chosen) => {
          expect(errorsOf(checkStructure(writeNode(guide, version, chosen))).map(shown)).toEqual([]);
        }),
        { numRuns: 300 },
      );
    });

    test('has each situational segment and loop at least once sound', () => {
      for (const path of paths) {
        const told = errorsOf(checkStructure(writeNode(guide, version, [path]))).map(shown);
        expect(told, path.map(({ segment, loop }) => loop?.id ?? segment.id).join(' ')).toEqual([]);
      }
    });

    test('without a required segment tells of that one alone', () => {
      const required = requiredSegments(guide.loop, []);
      expect(required.length).toBeGreaterThan(40);
      for (const path of required) {
        const told = errorsOf(checkStructure(writeNode(guide, version, [path], path.at(-1))));
        const within = path.at(-2)?.loop?.id ?? '';
        expect(told.map(shown).map((text) => text.replace(/ \d+/, ''))).toEqual([
          `${path.at(-1)?.segment.id} ${within || '-'} 3`,
        ]);
      }
    });
  },
);

/** Paths to required segments that begin no loop, in loops that are required or not. */
function requiredSegments(loop: LoopSpec, path: readonly Node[]): (readonly Node[])[] {
  return loop.nodes.flatMap((node, i) => {
    if (node.loop !== null) return requiredSegments(node.loop, [...path, node]);
    return node.bit !== 0 && (i > 0 || path.length === 0) ? [[...path, node]] : [];
  });
}

test('not used is no kind of value', () => {
  const notUsed = specsOf(GUIDES[0]).flatMap(({ elements, required }) =>
    elements.filter(({ mode }, i) => mode === NOT_USED && (required & (1 << (i + 1))) !== 0),
  );
  expect(notUsed).toEqual([]);
});
