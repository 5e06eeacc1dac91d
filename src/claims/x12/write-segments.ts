/** Delimiters of an interchange that is written. */
export interface WrittenDelimiters {
  readonly element: string;
  readonly component: string;
  readonly repetition: string;
  readonly terminator: string;
  /** What stands after each terminator, for people who read the file. */
  readonly lineEnd: string;
}

export const USUAL_DELIMITERS: WrittenDelimiters = {
  element: '*',
  component: ':',
  repetition: '^',
  terminator: '~',
  lineEnd: '\n',
};

/** Who sends an interchange to whom, and when. */
export interface InterchangeHead {
  /** ISA05 to ISA08. */
  readonly senderQualifier: string;
  readonly sender: string;
  readonly receiverQualifier: string;
  readonly receiver: string;
  /** `YYYYMMDD` and `HHMM`. */
  readonly date: string;
  readonly time: string;
  /** ISA13: 1 to 999,999,999. */
  readonly control: number;
  /** ISA15: `P` or `T`. */
  readonly usage: string;
}

export interface GroupHead {
  /** GS01: `FA` for a 999, `HN` for a 277CA, `HP` for an 835. */
  readonly functionalId: string;
  readonly sender: string;
  readonly receiver: string;
  readonly control: number;
  /** GS08. */
  readonly version: string;
}

/** A simple element, or the components of a composite. */
export type Written = string | number | readonly (string | number)[];

/**
 * Writes one interchange: pads the ISA, counts segments, transaction sets and groups, and gives trailers the
 * control numbers of their headers. X12 has no way to escape a delimiter: one within a value becomes a blank, and
 * so do control characters.
 *
 * @example
 * const writer = new InterchangeWriter(head)
 * writer.beginGroup({ functionalId: 'FA', sender: 'A', receiver: 'B', control: 1, version: '005010X231A1' })
 * writer.beginTransaction('999', '0001', '005010X231A1')
 * writer.segment('AK1', 'HC', '101', '005010X222A1')
 * writer.endTransaction()
 * writer.endGroup()
 * writer.end()
 */
export class InterchangeWriter {
  private readonly head: InterchangeHead;
  private readonly delimiters: WrittenDelimiters;
  /** Delimiters and control characters, one of them and all. */
  private readonly reserved: RegExp;
  private readonly everyReserved: RegExp;
  private text = '';
  private groups = 0;
  private group: GroupHead | null = null;
  private transactions = 0;
  private transaction = '';
  private segments = 0;

  constructor(head: InterchangeHead, delimiters: WrittenDelimiters = USUAL_DELIMITERS) {
    this.head = head;
    this.delimiters = delimiters;
    const { element, component, repetition, terminator } = delimiters;
    const all = [element, component, repetition, terminator];
    if (new Set(all).size < 4) throw new RangeError('Two delimiters are the same');
    const pattern = `[\\x00-\\x1f\\x7f${all.map((delimiter) => `\\u{${delimiter.codePointAt(0)?.toString(16)}}`).join('')}]`;
    this.reserved = new RegExp(pattern, 'u');
    this.everyReserved = new RegExp(pattern, 'gu');
    this.isa();
  }

  /** TA1 and the like, which stand outside of groups, and segments of a transaction set. */
  segment(id: string, ...elements: readonly Written[]): void {
    const { element, component } = this.delimiters;
    const parts = elements.map((value) =>
      trimmed([value].flat().map((part) => this.clean(String(part)))).join(component),
    );
    this.segments++;
    this.put([id, ...trimmed(parts)].join(element));
  }

  beginGroup(group: GroupHead): void {
    const { date, time } = this.head;
    this.group = group;
    this.groups++;
    this.transactions = 0;
    const { functionalId, sender, receiver, control, version } = group;
    this.segment('GS', functionalId, sender, receiver, date, time, control, 'X', version);
  }

  beginTransaction(id: string, control: string, guide: string): void {
    this.transaction = control;
    this.transactions++;
    this.segments = 0;
    this.segment('ST', id, control, guide);
  }

  endTransaction(): void {
    this.segment('SE', this.segments + 1, this.transaction);
  }

  endGroup(): void {
    this.segment('GE', this.transactions, this.group?.control ?? '');
    this.group = null;
  }

  /** Segments of the open transaction set that are written elsewhere and stand here. */
  passed(count: number): void {
    this.segments += count;
  }

  /** What was written since the last time. */
  take(): string {
    const { text } = this;
    this.text = '';
    return text;
  }

  /** The whole interchange, or what was not taken of it. */
  end(): string {
    this.segment('IEA', this.groups, padded(this.head.control));
    return this.text;
  }

  private isa(): void {
    const { senderQualifier, sender, receiverQualifier, receiver, date, time, control, usage } = this.head;
    const { element, component, repetition } = this.delimiters;
    const wide = (value: string, width: number): string => this.clean(value).slice(0, width).padEnd(width);
    const parties = [wide(senderQualifier, 2), wide(sender, 15), wide(receiverQualifier, 2), wide(receiver, 15)];
    const when = [date.slice(2), time];
    const rest = [repetition, '00501', padded(control), '0', wide(usage, 1), component];
    this.put(['ISA', '00', ' '.repeat(10), '00', ' '.repeat(10), ...parties, ...when, ...rest].join(element));
  }

  private put(segment: string): void {
    this.text += segment + this.delimiters.terminator + this.delimiters.lineEnd;
  }

  private clean(value: string): string {
    return this.reserved.test(value) ? value.replace(this.everyReserved, ' ') : value;
  }
}

const padded = (control: number): string => String(control).padStart(9, '0');

/** Without empty values at the end, which X12 leaves out. */
function trimmed(values: readonly string[]): readonly string[] {
  let end = values.length;
  while (end > 0 && values[end - 1] === '') end--;
  return values.slice(0, end);
}
