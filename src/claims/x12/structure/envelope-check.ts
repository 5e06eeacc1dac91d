import { trim } from '../../text.ts';
import { gsFaults, isGroupControl } from './gs.ts';
import type { Guide } from './guide.ts';
import { guideOf } from './guides.ts';
import { isaFaults } from './isa.ts';
import type { GroupReport, InterchangeReport, StructureError, TransactionReport } from './report.ts';

/** Where an envelope segment stands. */
export interface EnvelopeMark {
  /** Of the file, from 1. */
  readonly segmentNumber: number;
  readonly offset: number;
}

/** The reports while they are being made. */
type Making<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };
type MakingGroup = Making<GroupReport> & { controls: Set<string> };
type MakingTransaction = Making<TransactionReport>;

/** Errors and findings kept of one transaction set; the rest are counted. */
const MOST_ERRORS = 5_000;

/**
 * The envelopes of one file: ISA and IEA, GS and GE, ST and SE, with their counts and control numbers. Fed with
 * whole segments as texts; there are few of them. What it finds, and what is found in the transaction sets, it
 * gathers into one report for each interchange.
 */
export class EnvelopeCheck {
  private readonly file: string | null;
  private readonly done: (report: InterchangeReport) => void;
  private interchange: Making<InterchangeReport> | null = null;
  private group: MakingGroup | null = null;
  private transaction: MakingTransaction | null = null;
  private groupGuide: Guide | null = null;
  private controls = new Set<string>();
  /** Interchanges of the file, to find one that comes again. */
  private readonly interchanges = new Set<string>();

  constructor(file: string | null, done: (report: InterchangeReport) => void) {
    this.file = file;
    this.done = done;
  }

  get inTransaction(): boolean {
    return this.transaction !== null;
  }

  isa(elements: readonly string[], at: EnvelopeMark): void {
    this.interchange = { ...interchangeOf(elements, this.file), errors: [], groups: [] };
    this.controls = new Set();
    for (const { code, element } of isaFaults(elements)) {
      this.fault(code, 'ISA', element, `ISA${two(element)} is not as an interchange header has it.`, at);
    }
    const key = [elements[5], elements[6], elements[13]].join('*');
    if (this.interchanges.has(key)) this.fault('025', 'ISA', 13, 'ISA13 stands in an earlier interchange too.', at);
    this.interchanges.add(key);
  }

  /** An interchange whose header cannot be read. */
  unreadable(at: EnvelopeMark): void {
    this.interchange = { ...interchangeOf([], this.file), errors: [], groups: [] };
    this.fault('022', 'ISA', 0, 'The ISA segment does not tell its delimiters.', at);
    this.close();
  }

  gs(elements: readonly string[], at: EnvelopeMark): void {
    const [, functionalId = '', sender = '', receiver = '', , , control = '', , version = ''] = elements.map(trim);
    const head = { functionalId, sender, receiver, control, version };
    this.groupGuide = functionalId === 'HC' ? guideOf(version) : null;
    const supported = this.groupGuide !== null;
    this.group = { ...head, included: null, codes: [], supported, transactions: [], controls: new Set() };
    this.interchange?.groups.push(this.group);
    for (const element of gsFaults(elements)) {
      this.fault('024', 'GS', element, `GS${two(element)} is not as a group header has it.`, at);
    }
    if (functionalId !== 'HC') this.groupFault('1', 'GS', 1, 'The group holds no claims (GS01 is not HC).', at);
    else if (!supported) this.groupFault('2', 'GS', 8, 'GS08 is no version of an 837P or 837I that is known.', at);
    if (!isGroupControl(control)) this.groupFault('6', 'GS', 6, 'GS06 is no number of one to nine digits.', at);
    else if (this.controls.has(control)) this.groupFault('19', 'GS', 6, 'GS06 stands in an earlier group too.', at);
    this.controls.add(control);
  }

  /** The guide by which the transaction set is to be checked; null for none. */
  st(elements: readonly string[], at: EnvelopeMark): Guide | null {
    const [, id = '', control = '', guide = ''] = elements.map(trim);
    const { group } = this;
    this.transaction = { id, control, guide, codes: [], errors: [], findings: [], more: 0, segments: 0, claims: 0 };
    if (group === null) {
      this.fault('024', 'ST', 0, 'ST stands outside of any group.', at);
      return null;
    }
    group.transactions.push(this.transaction);
    if (!group.supported) return null;
    this.transactionHead(id, control, guide, group, at);
    return this.transaction.codes.some((code) => HOPELESS.has(code)) ? null : this.groupGuide;
  }

  private transactionHead(id: string, control: string, guide: string, group: MakingGroup, at: EnvelopeMark): void {
    if (!/^\d{3}$/.test(id)) this.transactionFault('6', 'ST', 1, 'ST01 is missing or no transaction set.', at);
    else if (id !== '837') this.transactionFault('1', 'ST', 1, 'ST01 is not 837, but the group is one of claims.', at);
    if (control.length < 4 || control.length > 9) {
      this.transactionFault('7', 'ST', 2, 'ST02 does not have four to nine characters.', at);
    } else if (group.controls.has(control)) {
      this.transactionFault('23', 'ST', 2, 'ST02 stands in an earlier transaction set of the group too.', at);
    }
    group.controls.add(control);
    if (guide === '') this.transactionFault('19', 'ST', 3, 'ST03 is missing.', at);
    else if (guideOf(guide) !== this.groupGuide)
      this.transactionFault('I6', 'ST', 3, 'ST03 names another guide than GS08.', at);
  }

  /** `segments` from ST to SE. */
  se(elements: readonly string[], segments: number, claims: number, at: EnvelopeMark): void {
    const { transaction } = this;
    if (transaction === null) {
      this.stray('SE', 'ST', at);
      return;
    }
    if (numberOf(elements[1]) !== segments) {
      this.transactionFault('4', 'SE', 1, `SE01 does not count the segments; there are ${segments}.`, at);
    }
    if (trim(elements[2] ?? '') !== transaction.control) {
      this.transactionFault('3', 'SE', 2, 'SE02 and ST02 are not the same.', at);
    }
    this.closeTransaction(segments, claims);
  }

  /** Another envelope segment, or the end of the file, stands where SE is due. */
  withoutSe(segments: number, claims: number, at: EnvelopeMark): void {
    if (this.transaction === null) return;
    this.transactionFault('2', 'SE', 0, 'SE is missing.', at);
    this.closeTransaction(segments, claims);
  }

  ge(elements: readonly string[], at: EnvelopeMark): void {
    const { group } = this;
    if (group === null) {
      this.stray('GE', 'GS', at);
      return;
    }
    group.included = numberOf(elements[1]);
    if (group.included !== group.transactions.length) {
      this.groupFault(
        '5',
        'GE',
        1,
        `GE01 does not count the transaction sets; there are ${group.transactions.length}.`,
        at,
      );
    }
    if (!same(elements[2], group.control)) this.groupFault('4', 'GE', 2, 'GE02 and GS06 are not the same.', at);
    this.group = null;
  }

  withoutGe(at: EnvelopeMark): void {
    if (this.group !== null) this.groupFault('3', 'GE', 0, 'GE is missing.', at);
    this.group = null;
  }

  iea(elements: readonly string[], at: EnvelopeMark): void {
    const { interchange } = this;
    if (interchange === null) return;
    if (numberOf(elements[1]) !== interchange.groups.length) {
      this.fault('021', 'IEA', 1, `IEA01 does not count the groups; there are ${interchange.groups.length}.`, at);
    }
    if (!same(elements[2], interchange.control)) this.fault('001', 'IEA', 2, 'IEA02 and ISA13 are not the same.', at);
    this.close();
  }

  /** The next interchange begins (022), or the file ends (023), where IEA is due. */
  withoutIea(code: '022' | '023', at: EnvelopeMark): void {
    if (this.interchange === null) return;
    this.fault(code, 'IEA', 0, 'IEA is missing.', at);
    this.close();
  }

  /** A segment outside of any transaction set that is none of the envelope; told once for each interchange. */
  outside(at: EnvelopeMark): void {
    if (this.interchange?.errors.some(({ segmentId, element }) => segmentId === '' && element === null)) return;
    this.fault('022', '', 0, 'A segment stands outside of any transaction set.', at);
  }

  /** What is wrong within the open transaction set. */
  error(error: StructureError): void {
    const { transaction } = this;
    if (transaction === null) return;
    addCode(transaction.codes, error.ik403?.startsWith('I') || error.ik304?.startsWith('I') ? 'I5' : '5');
    this.keep(transaction.errors, error);
  }

  finding(finding: StructureError): void {
    if (this.transaction !== null) this.keep(this.transaction.findings, finding);
  }

  private keep(list: StructureError[], error: StructureError): void {
    if (this.transaction === null) return;
    if (list.length < MOST_ERRORS) list.push(error);
    else this.transaction.more++;
  }

  private closeTransaction(segments: number, claims: number): void {
    const { transaction } = this;
    if (transaction === null) return;
    transaction.segments = segments;
    transaction.claims = claims;
    // What is missing from a loop is known when the loop ends, after errors that stand later.
    transaction.errors.sort((a, b) => order(a) - order(b));
    this.transaction = null;
  }

  private close(): void {
    if (this.interchange !== null) this.done(this.interchange);
    this.interchange = this.group = this.transaction = null;
  }

  private stray(trailer: string, header: string, at: EnvelopeMark): void {
    this.fault('022', trailer, 0, `${trailer} stands without its ${header}.`, at);
  }

  private fault(code: string, segmentId: string, element: number, message: string, at: EnvelopeMark): void {
    const { interchange } = this;
    if (interchange === null) return;
    if (interchange.code === '000') interchange.code = code;
    interchange.errors.push(envelopeError('structure-interchange', { ta105: code }, segmentId, element, message, at));
  }

  private groupFault(code: string, segmentId: string, element: number, message: string, at: EnvelopeMark): void {
    if (this.group !== null) addCode(this.group.codes, code);
    this.interchange?.errors.push(envelopeError('structure-group', { ak905: code }, segmentId, element, message, at));
  }

  private transactionFault(code: string, segmentId: string, element: number, message: string, at: EnvelopeMark): void {
    const { transaction } = this;
    if (transaction === null) return;
    addCode(transaction.codes, code);
    this.keep(
      transaction.errors,
      envelopeError('structure-transaction', { ik502: code }, segmentId, element, message, at),
    );
  }
}

/** IK502 codes after which a transaction set cannot be checked by its guide. */
const HOPELESS = new Set(['1', '6', '19', 'I6']);

/** Codes that IK5 and AK9 have room for. */
const MOST_CODES = 5;

function addCode(codes: string[], code: string): void {
  if (!codes.includes(code) && codes.length < MOST_CODES) codes.push(code);
}

/** By segment; ST comes first and SE last, whatever they are numbered by. */
const order = ({ segmentId, ik502, segmentNumber }: StructureError): number =>
  ik502 === null ? segmentNumber : segmentId === 'ST' ? 0 : Number.MAX_SAFE_INTEGER;

function envelopeError(
  problem: 'structure-interchange' | 'structure-group' | 'structure-transaction',
  { ta105 = null, ak905 = null, ik502 = null }: { ta105?: string | null; ak905?: string | null; ik502?: string | null },
  segmentId: string,
  element: number,
  message: string,
  { segmentNumber, offset }: EnvelopeMark,
): StructureError {
  return {
    problem,
    message,
    snip: 1,
    claim: null,
    segmentId,
    segmentNumber,
    offset,
    loop: '',
    element: element || null,
    component: null,
    repetition: null,
    dataElement: null,
    ik304: null,
    ik403: null,
    ik502,
    ak905,
    ta105,
    value: null,
    copy: () => '',
  };
}

function interchangeOf(elements: readonly string[], file: string | null): InterchangeReport {
  const [, , , , , senderQualifier = '', sender = '', receiverQualifier = '', receiver = ''] = elements.map(trim);
  return {
    file,
    senderQualifier,
    sender,
    receiverQualifier,
    receiver,
    date: trim(elements[9] ?? ''),
    time: trim(elements[10] ?? ''),
    control: trim(elements[13] ?? ''),
    acknowledgmentRequested: elements[14] === '1',
    usage: trim(elements[15] ?? ''),
    code: '000',
    errors: [],
    groups: [],
  };
}

const two = (position: number): string => String(position).padStart(2, '0');

/** A count of a trailer; null where it is none. */
const numberOf = (text: string | undefined): number | null => (/^\d+$/.test(trim(text ?? '')) ? Number(text) : null);

/** Control numbers of the outer envelopes are numbers: leading zeros do not matter. */
function same(trailer: string | undefined, header: string): boolean {
  const text = trim(trailer ?? '');
  return text === header || (/^\d+$/.test(text) && /^\d+$/.test(header) && Number(text) === Number(header));
}
