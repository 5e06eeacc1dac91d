import { textOf } from '../../text.ts';
import { CLM, HL } from '../segment-ids.ts';
import { PLAIN, qualifierAt, TERMINATOR } from './byte-kinds.ts';
import { Comparisons } from './comparisons.ts';
import { ElementChecker } from './element-check.ts';
import { type ElementSpec, type Guide, type Node, packCode, type SegmentSpec } from './guide.ts';
import { isKnownCode } from './guides.ts';
import { tellElement, tellSegment } from './messages.ts';
import { ANY } from './node-table.ts';
import { Placing } from './placing.ts';
import type { StructureError } from './report.ts';
import { OTHER_SEGMENTS, SEGMENTS_OF_837 } from './standard.ts';

/** Longest patient control number that the standard allows. */
const LONGEST_ID = 38;
/** Longest bad value that a 999 may copy. */
const LONGEST_COPY = 99;

/** Loops of a claim. */
const IN_CLAIM = /^2[34]/;

/** Where the segment at hand stands. */
interface Here {
  /** Of the transaction set; ST is 1. */
  number: number;
  /** Position in `bytes`. */
  at: number;
}

/** Takes the segments of one transaction set after the other and tells what is wrong with them. */
export class TransactionCheck {
  claims = 0;
  private readonly tell: (error: StructureError) => void;
  private readonly tellFinding: (finding: StructureError) => void;
  private readonly elements: ElementChecker;
  private readonly placings = new Map<Guide, Placing>();
  private readonly comparisons: Comparisons;
  private placing: Placing | null = null;
  private guide: Guide | null = null;
  private kinds: Uint8Array = new Uint8Array(256);
  private readonly here: Here = { number: 0, at: 0 };
  /** Of the segment whose elements were checked last. */
  private spec: SegmentSpec | null = null;
  private bytes: Uint8Array = new Uint8Array(0);
  /** Offset in the file of `bytes`. */
  private base = 0;
  private readonly claimId = new Uint8Array(LONGEST_ID);
  private claimIdLength = -1;

  constructor(tell: (error: StructureError) => void, tellFinding: (finding: StructureError) => void) {
    this.tell = tell;
    this.tellFinding = tellFinding;
    this.elements = new ElementChecker((code, element, component, repetition, spec, start, end) =>
      this.badElement(code, element, component, repetition, spec, start, end),
    );
    this.comparisons = new Comparisons(this.elements, {
      level: (element, number, offset) => this.badLevel(element, number, offset),
      line: () => this.badLine(),
      balance: (mark, element, message) =>
        this.tellFinding(this.error({ problem: 'structure-balance', message, snip: 3 }, mark, { element })),
    });
  }

  useDelimiters(kinds: Uint8Array): void {
    this.kinds = kinds;
    this.elements.useDelimiters(kinds);
  }

  begin(guide: Guide): void {
    this.guide = guide;
    this.placing = this.placingOf(guide);
    this.placing.begin();
    this.elements.begin(guide.parts);
    this.comparisons.begin();
    this.claims = 0;
    this.claimIdLength = -1;
  }

  /** SE or what stands in its place, at position `number` of the transaction set. */
  end(number: number, offset: number): void {
    this.here.number = number;
    this.comparisons.end();
    this.placing?.end(number, offset);
  }

  /** The file ends within the transaction set: what is still missing is not said. */
  cut(): void {
    this.comparisons.cut();
  }

  /** One segment; `id` is 0 where its id is none. Gives the position of its terminator. */
  segment(bytes: Uint8Array, base: number, id: number, at: number, idEnd: number, number: number): number {
    const { here, placing, guide } = this;
    if (placing === null || guide === null) return idEnd;
    if (bytes !== this.bytes) this.bytes = bytes;
    this.base = base;
    here.at = at;
    here.number = number;
    const position = guide.segmentIds.qualifier(id);
    const qualifier = position === 0 ? ANY : qualifierAt(bytes, idEnd, position, this.kinds);
    if (id === CLM || id === HL) this.comparisons.endClaim();
    const spec = placing.place(id, qualifier, number, base + at);
    if (spec === null) return this.segmentEnd(idEnd);
    if (id === CLM) this.enterClaim(bytes, idEnd);
    else if (id === HL) this.claimIdLength = -1;
    this.spec = spec;
    const end = this.elements.check(spec, bytes, idEnd);
    if (spec.compared) this.comparisons.segment(id, qualifier, bytes, placing.loop.id, number, base + at);
    return end;
  }

  private placingOf(guide: Guide): Placing {
    const known = this.placings.get(guide);
    if (known !== undefined) return known;
    const placing = new Placing(guide, {
      misplaced: (code, loop) => this.misplaced(code, loop),
      missing: (node, loop, number, offset) => this.missing(node, loop, number, offset),
    });
    this.placings.set(guide, placing);
    return placing;
  }

  private badLevel(element: number, number: number, offset: number): void {
    const spec = this.levelSpec(element);
    // HL04 is judged when the level has ended.
    const loop = element === 4 ? '2000B' : (this.placing?.loop.id ?? '');
    const told = tellElement('I12', 'HL', loop, element, 0, spec);
    this.tell(
      this.error(told, { segmentId: 'HL', segmentNumber: number, offset, loop }, { element, spec, ik403: 'I12' }),
    );
  }

  private levelSpec(element: number): ElementSpec | null {
    const level = this.guide?.loop.nodes.find(({ segment }) => segment.id === 'HL');
    return level?.segment.elements[element - 1] ?? null;
  }

  private badLine(): void {
    const { elements } = this;
    this.badElement('I12', 1, 0, 0, this.spec?.elements[0] ?? null, elements.start(1), elements.end(1));
  }

  private enterClaim(bytes: Uint8Array, idEnd: number): void {
    const { kinds, claimId } = this;
    this.claims++;
    let length = 0;
    for (let at = idEnd + 1; kinds[bytes[at]] === PLAIN && length < LONGEST_ID; at++) claimId[length++] = bytes[at];
    this.claimIdLength = length;
  }

  private segmentEnd(at: number): number {
    let end = at;
    while (this.kinds[this.bytes[end]] !== TERMINATOR) end++;
    return end;
  }

  /** A segment's place is wrong. `code` is '' where the guide does not have it. */
  private misplaced(code: string, loop: string): void {
    const { here } = this;
    const id = this.idText();
    const shown = code !== '' ? code : SEGMENTS_OF_837.has(id) ? 'I4' : OTHER_SEGMENTS.has(id) ? '6' : '1';
    const mark = { segmentId: id, segmentNumber: here.number, offset: this.base + here.at, loop };
    this.tell(this.error(tellSegment(shown, id, loop), mark, { ik304: shown }));
  }

  /** The id of the segment at hand; '' for what is none. */
  private idText(): string {
    const { kinds, bytes, here } = this;
    let end = here.at;
    while (kinds[bytes[end]] === PLAIN) end++;
    const text = textOf(bytes, here.at, end);
    return /^[A-Z][A-Z0-9]{1,2}$/.test(text) ? text : '';
  }

  private missing(node: Node, loop: string, segmentNumber: number, offset: number): void {
    const { id } = node.segment;
    const mark = { segmentId: id, segmentNumber, offset, loop };
    const told = tellSegment('3', id, loop);
    const message = node.loop === null ? told.message : `Loop ${loop} is missing; it begins with ${id}.`;
    this.tell(this.error({ ...told, message }, mark, { ik304: '3' }));
  }

  private badElement(
    code: string,
    element: number,
    component: number,
    repetition: number,
    spec: ElementSpec | null,
    start: number,
    end: number,
  ): void {
    const { here, bytes } = this;
    const packed = packCode(bytes, start, end);
    const ik403 = code === '7' && spec !== null && isKnownCode(spec.number, packed) ? 'I6' : code;
    const loop = this.placing?.loop.id ?? '';
    const segmentId = this.spec?.id ?? '';
    const mark = { segmentId, segmentNumber: here.number, offset: this.base + start, loop };
    const copy = textOf(bytes, start, Math.min(end, start + LONGEST_COPY));
    const told = tellElement(ik403, segmentId, loop, element, component, spec);
    this.tell(this.error(told, mark, { element, component, repetition, spec, ik403, copy }));
  }

  private error(
    told: Pick<StructureError, 'problem' | 'message' | 'snip'>,
    mark: { segmentId: string; segmentNumber: number; offset: number; loop: string },
    what: {
      element?: number;
      component?: number;
      repetition?: number;
      spec?: ElementSpec | null;
      ik304?: string;
      ik403?: string;
      copy?: string;
    },
  ): StructureError {
    const { copy = '', spec = null } = what;
    return {
      ...told,
      claim: IN_CLAIM.test(mark.loop) && this.claimIdLength >= 0 ? textOf(this.claimId, 0, this.claimIdLength) : null,
      segmentId: mark.segmentId,
      segmentNumber: mark.segmentNumber,
      offset: mark.offset,
      loop: mark.loop,
      element: what.element ?? null,
      component: what.component || null,
      repetition: what.repetition || null,
      dataElement: spec?.number ?? null,
      ik304: what.ik304 ?? (what.ik403 === undefined ? null : '8'),
      ik403: what.ik403 ?? null,
      ik502: null,
      ak905: null,
      ta105: null,
      // A code that is too long may be anything, a misplaced value of a person too.
      value: copy !== '' && spec?.isCode && copy.length <= spec.longest ? copy : null,
      copy: () => copy,
    };
  }
}
