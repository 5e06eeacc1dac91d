import { concat } from '../../arrays.ts';
import type { ProblemCode } from '../../problems.ts';
import type { Claim } from '../claim.ts';
import { CodedClaim } from '../coded-claim.ts';
import { encodeClaim } from '../encode.ts';
import { type ClaimReader, type ClaimReaderOptions, MOST_CLAIM_BYTES } from '../reader.ts';
import { RecordSplitter } from '../record-splitter.ts';
import { textOf } from '../text.ts';
import { readClaimInput } from './claim-input.ts';
import { ValueSplitter } from './value-splitter.ts';

/** Bytes in which the form of the file must show. */
const HEAD = 1 << 20;
const REASONS_SHOWN = 3;
const NEWLINE = 10;
const OPEN_LIST = 91;

/**
 * Reads claims from JSON: one claim, a list of claims, an object with a list `claims`, or one claim a line
 * (NDJSON). Holds one claim at a time, whatever the file's size.
 */
export function createJsonReader(options: ClaimReaderOptions): ClaimReader {
  return new JsonReader(options);
}

class JsonReader implements ClaimReader {
  private readonly options: ClaimReaderOptions;
  private readonly coded = new CodedClaim();
  private head = new Uint8Array(0);
  private splitter: ClaimReader | null = null;
  /** Claims so far, read or not. */
  private count = 0;

  constructor(options: ClaimReaderOptions) {
    this.options = options;
  }

  write(chunk: Uint8Array): void {
    if (this.splitter !== null) {
      this.splitter.write(chunk);
      return;
    }
    this.head = concat(this.head, chunk);
    this.start(false);
  }

  end(): void {
    if (this.splitter === null) this.start(true);
    this.splitter?.end();
  }

  private start(final: boolean): void {
    const byLine = isClaimALine(this.head.subarray(0, HEAD), final || this.head.length >= HEAD);
    if (byLine === undefined) return;
    this.splitter = byLine ? this.lines() : this.values();
    this.splitter.write(withoutMark(this.head));
    this.head = new Uint8Array(0);
  }

  private values(): ClaimReader {
    return new ValueSplitter({
      limit: MOST_CLAIM_BYTES,
      onValue: (bytes, line, offset) => this.value(bytes, line, offset),
      onBroken: (what, line, offset) => this.broken(what, line, offset),
    });
  }

  private lines(): ClaimReader {
    return new RecordSplitter({
      quoted: false,
      limit: MOST_CLAIM_BYTES,
      onRecord: (bytes, line, offset) => this.lineRecord(bytes, line, offset),
      onBroken: (line, offset) => this.broken('too-large', line, offset),
    });
  }

  private lineRecord(bytes: Uint8Array, line: number, offset: number): void {
    if (firstVisible(bytes, 0) < bytes.length) this.value(bytes, line, offset);
  }

  private value(bytes: Uint8Array, line: number, offset: number): void {
    this.count++;
    let value: unknown;
    try {
      value = JSON.parse(textOf(bytes));
    } catch (error) {
      const at = /position (\d+)/.exec(String(error))?.[1];
      const where = at === undefined ? '' : ` (character ${Number(at) + 1} of it)`;
      this.problem('json-syntax', `Claim ${this.count} is no JSON${where} and was not read.`, line, offset);
      return;
    }
    this.claim(value, line, offset);
  }

  private claim(value: unknown, line: number, offset: number): void {
    const { file, setting } = this.options;
    const kind = (value as { resourceType?: unknown } | null)?.resourceType;
    if (typeof kind === 'string') {
      this.problem('json-fhir', `A FHIR resource (${kind.slice(0, 40)}) stands here, not a claim.`, line, offset);
      return;
    }
    const read = readClaimInput(value, setting ?? 'professional');
    if (!('claim' in read)) {
      this.refuse(read.missing, read.reasons, line, offset);
      return;
    }
    const claim: Claim = { ...read.claim, place: { ...(file !== undefined && { file }), line, offset } };
    encodeClaim(claim, this.coded);
    this.coded.segment = this.count;
    this.options.onClaim(this.coded);
  }

  private refuse(missing: 'id' | 'lines' | null, reasons: readonly string[], line: number, offset: number): void {
    const code = missing === null ? 'claim-value' : missing === 'id' ? 'claim-without-id' : 'claim-without-lines';
    const shown = reasons.slice(0, REASONS_SHOWN).join('; ');
    const more = reasons.length > REASONS_SHOWN ? `; and ${reasons.length - REASONS_SHOWN} more` : '';
    this.problem(code, `Claim ${this.count} was not read: ${shown}${more}.`, line, offset);
  }

  private broken(what: 'too-large' | 'too-deep' | 'stray' | 'unfinished', line: number, offset: number): void {
    if (what === 'too-large' || what === 'too-deep') this.count++;
    const claim = `Claim ${this.count}`;
    if (what === 'too-large') {
      this.problem('claim-too-large', `${claim} is larger than 16 MB and was not read.`, line, offset);
    } else if (what === 'too-deep') {
      this.problem('json-syntax', `${claim} is nested too deep and was not read.`, line, offset);
    } else if (what === 'stray') {
      this.problem('json-syntax', 'A closing bracket stands here without an opening one.', line, offset);
    } else {
      this.problem('json-syntax', 'The JSON that begins here does not end; it was not read.', line, offset);
    }
  }

  private problem(code: ProblemCode, message: string, line: number, offset: number): void {
    const { file } = this.options;
    this.options.onProblem({ code, message, ...(file !== undefined && { file }), line, offset });
  }
}

/**
 * Whether the file holds one claim a line: its first line is a whole JSON object, or is broken and the second
 * begins another. `undefined` where more bytes are needed to say.
 */
function isClaimALine(head: Uint8Array, final: boolean): boolean | undefined {
  const start = firstVisible(head, 0);
  if (start === head.length) return final ? false : undefined;
  if (head[start] === OPEN_LIST) return false;
  const end = head.indexOf(NEWLINE, start);
  if (end < 0) return final ? false : undefined;
  const first = textOf(head, start, end).trim();
  const value = parsed(first);
  if (value !== undefined) return !Array.isArray((value as { claims?: unknown } | null)?.claims);
  if (first.length < 2 || /[[,{:]$/.test(first)) return false;
  const second = firstVisible(head, end);
  if (second === head.length) return final ? false : undefined;
  return head[second] === 123 && head[second - 1] === NEWLINE;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function firstVisible(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] <= 32 || (at < 3 && bytes[at] >= 0xbb))) at++;
  return at;
}

/** The bytes with blanks in the place of a byte-order mark, so that offsets stay true. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes.fill(32, 0, 3);
  return bytes;
}
