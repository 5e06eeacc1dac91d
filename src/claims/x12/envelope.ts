import type { ProblemCode } from '../../problems.ts';
import type { ClaimType } from '../claim.ts';
import { textOf } from '../text.ts';

type Report = (code: ProblemCode, message: string) => void;

/** What a transaction is, by ST01. */
const TRANSACTIONS: Readonly<Record<string, string>> = {
  '270': 'an eligibility inquiry (270)',
  '271': 'an eligibility answer (271)',
  '276': 'a claim status inquiry (276)',
  '277': 'a claim status or claim acknowledgment (277)',
  '278': 'a service review (278)',
  '820': 'a premium payment (820)',
  '834': 'an enrollment (834)',
  '835': 'a remittance advice (835)',
  '997': 'a functional acknowledgment (997)',
  '999': 'an implementation acknowledgment (999)',
};

/** What an 837 is, by the first part of its implementation guide's id. */
const GUIDES: readonly (readonly [string, string])[] = [
  ['005010X224', 'a dental claim (837D)'],
  ['004010X098', 'a professional claim of the old version 4010'],
];

/** Claims that are read, by the first part of their guide's id. */
const READ: readonly (readonly [string, ClaimType])[] = [
  ['005010X222', 'professional'],
  ['005010X223', 'institutional'],
];

interface Open {
  readonly control: string;
  readonly segment: number;
  children: number;
}

/**
 * The envelopes ISA/IEA, GS/GE and ST/SE: nesting, counts and control numbers. Fed with whole segments as
 * texts; there are few of them beside the claims.
 */
export class Envelope {
  private interchange: Open | null = null;
  private group: Open | null = null;
  private transaction: Open | null = null;
  private groupGuide = '';
  private headersLost = false;
  private readonly report: Report;

  constructor(report: Report) {
    this.report = report;
  }

  get inTransaction(): boolean {
    return this.transaction !== null;
  }

  /** The file begins inside of envelopes: their trailers stand alone and nobody is told. */
  withoutHeaders(): void {
    this.headersLost = true;
  }

  isa(elements: readonly string[], segment: number): void {
    this.closeInterchange('ISA');
    this.headersLost = false;
    this.interchange = { control: elements[13] ?? '', segment, children: 0 };
  }

  gs(elements: readonly string[], segment: number): void {
    this.closeGroup('GS');
    if (this.interchange !== null) this.interchange.children++;
    this.group = { control: elements[6] ?? '', segment, children: 0 };
    this.groupGuide = (elements[8] ?? '').trim();
  }

  /** Which claims the transaction holds; null, and reported, where it is no 837P or 837I. */
  st(elements: readonly string[], segment: number): ClaimType | null {
    this.closeTransaction('ST');
    if (this.group !== null) this.group.children++;
    this.transaction = { control: elements[2] ?? '', segment, children: 0 };
    const set = (elements[1] ?? '').trim();
    const guide = (elements[3] ?? '').trim() || this.groupGuide;
    const type = READ.find(([id]) => guide.startsWith(id))?.[1];
    if (set === '837' && type !== undefined) return type;
    this.report('x12-not-837p', `The transaction is ${nameOf(set, guide)}, not an 837P or 837I.`);
    return null;
  }

  se(elements: readonly string[], segment: number): void {
    const { transaction } = this;
    if (transaction === null) {
      this.stray('SE', 'ST');
      return;
    }
    this.count('SE01', elements[1], segment - transaction.segment + 1, 'segments');
    this.control('SE02', elements[2], 'ST02', transaction.control);
    this.transaction = null;
  }

  ge(elements: readonly string[]): void {
    this.closeTransaction('GE');
    const { group } = this;
    if (group === null) {
      this.stray('GE', 'GS');
      return;
    }
    this.count('GE01', elements[1], group.children, 'transactions');
    this.control('GE02', elements[2], 'GS06', group.control);
    this.group = null;
  }

  iea(elements: readonly string[]): void {
    this.closeGroup('IEA');
    const { interchange } = this;
    if (interchange === null) {
      this.stray('IEA', 'ISA');
      return;
    }
    this.count('IEA01', elements[1], interchange.children, 'groups');
    this.control('IEA02', elements[2], 'ISA13', interchange.control);
    this.interchange = null;
  }

  /** After a file is cut, what is open stays open without further words. */
  forget(): void {
    this.interchange = this.group = this.transaction = null;
  }

  /** The trailer that is missing at the end of the file, null where all are there. */
  get missingTrailer(): string | null {
    if (this.transaction !== null) return 'SE';
    if (this.group !== null) return 'GE';
    return this.interchange !== null ? 'IEA' : null;
  }

  private closeTransaction(next: string): void {
    if (this.transaction !== null) this.missing('SE', next);
    this.transaction = null;
  }

  private closeGroup(next: string): void {
    this.closeTransaction(next);
    if (this.group !== null) this.missing('GE', next);
    this.group = null;
  }

  private closeInterchange(next: string): void {
    this.closeGroup(next);
    if (this.interchange !== null) this.missing('IEA', next);
    this.interchange = null;
  }

  private missing(trailer: string, next: string): void {
    this.report('x12-envelope', `${next} stands where ${trailer} is due.`);
  }

  private stray(trailer: string, header: string): void {
    if (!this.headersLost) this.report('x12-envelope', `${trailer} stands without its ${header}.`);
  }

  private count(element: string, said: string | undefined, counted: number, what: string): void {
    const text = (said ?? '').trim();
    if (!/^\d+$/.test(text) || Number(text) !== counted) {
      this.report('x12-count', `${element} says ${shown(text)} ${what}; there are ${counted}.`);
    }
  }

  private control(trailer: string, said: string | undefined, header: string, due: string): void {
    if (!sameControl((said ?? '').trim(), due.trim())) {
      this.report('x12-control-number', `${trailer} is ${shown(said)}, but ${header} is ${shown(due)}.`);
    }
  }
}

/** Equal as texts, or as numbers where both are: senders pad with zeros on one side only. */
function sameControl(a: string, b: string): boolean {
  return a === b || (/^\d+$/.test(a) && /^\d+$/.test(b) && Number(a) === Number(b));
}

const shown = (text: string | undefined): string => `"${(text ?? '').trim().slice(0, 20)}"`;

function nameOf(set: string, guide: string): string {
  if (set !== '837') return TRANSACTIONS[set] ?? `of an unknown kind (ST01 is ${shown(set)})`;
  const known = GUIDES.find(([id]) => guide.startsWith(id));
  if (known !== undefined) return known[1];
  return guide === '' ? 'an 837 that names no implementation guide' : `an 837 of another guide (${shown(guide)})`;
}

/** A segment's id and elements as texts; for the few segments that are not read as bytes. */
export function elementsOf(bytes: Uint8Array, at: number, terminatorAt: number, element: number): string[] {
  return textOf(bytes, at, terminatorAt).split(String.fromCharCode(element));
}
