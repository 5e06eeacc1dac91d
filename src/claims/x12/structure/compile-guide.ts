import { DATA_ELEMENTS } from './data-elements.ts';
import {
  CODED,
  COMPOSITE,
  DATE,
  DECIMAL,
  type ElementSpec,
  FREE,
  type Guide,
  type LoopSpec,
  NOT_USED,
  type Node,
  type Parts,
  PERIOD,
  packText,
  type Relation,
  type SegmentSpec,
  TIME,
  WHOLE,
} from './guide.ts';
import type { GuideTable, LoopTable } from './guide-table.ts';
import { NodeTable } from './node-table.ts';
import { SegmentIds } from './segment-id-table.ts';
import { COMPOSITES, QUALIFIERS, SEGMENTS } from './standard.ts';

const MODES: Readonly<Record<string, number>> = {
  AN: FREE,
  ID: FREE,
  DT: DATE,
  TM: TIME,
  N0: WHOLE,
  R: DECIMAL,
};

/** Segments with numbers or amounts that must fit those of others. */
const COMPARED = new Set(['AMT', 'CAS', 'CLM', 'HL', 'LX', 'NM1', 'SBR', 'SV1', 'SV2', 'SVD']);

/** Reads a guide's table. Throws where the table contradicts itself: a mistake in the program. */
export function compileGuide({ id, versions, loop: table }: GuideTable): Guide {
  const counter: Counter = { nodes: 0, parts: 0, qualifiers: new Map(), segments: new Map() };
  const loop = compileLoop(table, counter);
  const { nodes, parts, qualifiers } = counter;
  return { id, versions, loop, nodes, parts, segmentIds: new SegmentIds(qualifiers) };
}

interface Counter {
  nodes: number;
  parts: number;
  readonly qualifiers: Map<number, number>;
  /** Rows that were read already: many stand in several loops. */
  readonly segments: Map<string, SegmentSpec>;
}

function compileLoop(table: LoopTable, counter: Counter): LoopSpec {
  const nodes: Node[] = [];
  let group = -1;
  let required = 0;
  for (const entry of table.of) {
    const inner = typeof entry === 'string' ? null : compileLoop(entry, counter);
    const segment = inner === null ? segmentOnce(entry as string, counter) : inner.nodes[0].segment;
    const [usage, most] = useOf(entry);
    if (nodes.at(-1)?.segment.id !== segment.id) group++;
    counter.qualifiers.set(packText(segment.id), segment.qualifier);
    const bit = usage === 'R' ? 1 << required++ : 0;
    nodes.push({ index: counter.nodes++, group, segment, loop: inner, bit, most });
  }
  if (required > 31) throw new Error(`Loop ${table.id} asks for more than 31 segments and loops`);
  const within = table.id === '' ? nodes : nodes.slice(1);
  return { id: table.id, nodes, table: new NodeTable(within), due: dueBefore(nodes, group + 1), dueAtEnd: due(nodes) };
}

const due = (nodes: readonly Node[]): number => nodes.reduce((mask, { bit }) => mask | bit, 0);

function dueBefore(nodes: readonly Node[], groups: number): number[] {
  return Array.from({ length: groups }, (_, group) => due(nodes.filter((node) => node.group < group)));
}

function useOf(entry: string | LoopTable): [usage: string, most: number] {
  const [usage, most] = typeof entry === 'string' ? entry.split(' ').slice(1) : entry.use.split(' ');
  return [usage, most === '*' ? 0 : Number(most)];
}

function segmentOnce(row: string, counter: Counter): SegmentSpec {
  const known = counter.segments.get(row) ?? segmentOf(row, counter);
  counter.segments.set(row, known);
  return known;
}

function segmentOf(row: string, counter: Counter): SegmentSpec {
  const [head, elements = ''] = row.split('|');
  const [id] = head.split(' ');
  const parts = partsOf(SEGMENTS[id], elements, counter);
  const qualifier = QUALIFIERS[id] ?? 0;
  const at = parts.elements[qualifier - 1];
  const qualifiers = (at?.parts?.elements[0] ?? at)?.codes ?? NO_CODES;
  return { ...parts, id, qualifier, qualifiers, compared: COMPARED.has(id) };
}

/** `numbers / relations` of the standard with the usages of a guide. */
function partsOf(standard: string | undefined, usages: string, counter: Counter): Parts {
  if (standard === undefined) throw new Error(`A guide has a segment that the standard does not: ${usages}`);
  const [numbers, relations = []] = standard.split('/').map(words);
  const of = usages.match(/[RSN](=[^\s()]+|\([^)]*\))?/g) ?? [];
  if (of.length > numbers.length) throw new Error(`A guide has more elements than the standard: ${usages}`);
  const elements = numbers.map((number, i) => elementOf(number, of[i] ?? 'N', numbers[i - 1], numbers[i + 1], counter));
  const required = of.reduce((mask, use, i) => (use.startsWith('R') ? mask | bitAt(i + 1) : mask), 0);
  return { index: counter.parts++, elements, required, relations: relations.map(relationOf) };
}

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

const NO_CODES = new Int32Array(0);

/** An element by its number, its usage (`R=A,B`, `S(R S)`, `N`) and the numbers beside it. */
function elementOf(
  number: string,
  use: string,
  before: string | undefined,
  after: string | undefined,
  counter: Counter,
): ElementSpec {
  const composite = COMPOSITES[number];
  const [type, shortest, longest] = (DATA_ELEMENTS[number] ?? 'AN 1 80').split(' ');
  const notUsed = use.startsWith('N');
  if (!notUsed && composite === undefined && DATA_ELEMENTS[number] === undefined) {
    throw new Error(`Data element ${number} is not described`);
  }
  const codes = Int32Array.from(/^.=(.*)$/.exec(use)?.[1].split(',').map(packText) ?? []);
  const mode = composite === undefined ? modeOf(type, codes, number === '1251' && before === '1250') : COMPOSITE;
  return {
    number,
    mode: notUsed ? NOT_USED : mode,
    shortest: Number(shortest),
    longest: Number(longest),
    codes,
    isCode: type === 'ID',
    nextIsPeriod: number === '1250' && after === '1251',
    parts: composite === undefined ? null : partsOf(composite, /\((.*)\)/.exec(use)?.[1] ?? '', counter),
  };
}

function modeOf(type: string, codes: Int32Array, isPeriod: boolean): number {
  if (codes.length > 0) return CODED;
  return isPeriod ? PERIOD : MODES[type];
}

function relationOf(text: string): Relation {
  const positions = text.slice(1).match(/../g)?.map(Number) ?? [];
  const kind = text[0];
  const first = kind === 'C' || kind === 'L' ? positions[0] : 0;
  const others = first === 0 ? positions : positions.slice(1);
  return { kind, first, mask: others.reduce((mask, position) => mask | bitAt(position), 0) };
}

/** LIN has 31 elements: its last bit is the sign. */
const bitAt = (position: number): number => 1 << position;
