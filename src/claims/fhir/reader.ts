import { concat } from '../../arrays.ts';
import type { ProblemCode } from '../../problems.ts';
import type { Claim, ClaimPlace } from '../claim.ts';
import { CodedClaim } from '../coded-claim.ts';
import { encodeClaim } from '../encode.ts';
import { ValueSplitter } from '../json/value-splitter.ts';
import { type ClaimReader, type ClaimReaderOptions, MOST_CLAIM_BYTES } from '../reader.ts';
import { RecordSplitter } from '../record-splitter.ts';
import { textOf } from '../text.ts';
import { isClaimResource } from './kind.ts';
import { elementsAt, linesBetween, locate } from './locate.ts';
import { Part } from './part.ts';
import { readResource, sourceOf } from './read-resource.ts';
import { type Beside, besideOf } from './references.ts';

/** Bytes in which it must show whether there is one resource a line. */
const HEAD = 1 << 16;
/** Bytes of one document at most: a Bundle is held as a whole, because any of its entries may name any other. */
const MOST_DOCUMENT_BYTES = 1 << 26;
const NEWLINE = 10;
const NOTHING_BESIDE: Beside = new Map();

/**
 * Reads claims in FHIR (R4, R5, and STU3 as Blue Button 1 has it): a Claim, an ExplanationOfBenefit, a Bundle or a
 * list of them, or one resource a line (NDJSON). One line, or one document, is held at a time.
 */
export function createFhirReader(options: ClaimReaderOptions): ClaimReader {
  return new FhirReader(options);
}

/** One value of the file, or one entry of a Bundle. */
interface Document {
  readonly text: string;
  /** Offset in the text at which it begins, its line in the file, and the keys that lead to it. */
  readonly start: number;
  readonly line: number;
  readonly depth: number;
  /** Of the whole value, in bytes of the file. */
  readonly offset: number;
}

class FhirReader implements ClaimReader {
  private readonly options: ClaimReaderOptions;
  private readonly coded = new CodedClaim();
  private head = new Uint8Array(0);
  private splitter: ClaimReader | null = null;
  /** Characters of the document at hand that may yet be gone through to find lines. */
  private budget = 0;
  /** Resources so far, read or not. */
  private count = 0;
  /** Resources that are no claims, by type, with the line of the first. */
  private readonly others = new Map<string, { count: number; readonly line: number; readonly offset: number }>();

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
    for (const [type, { count, line, offset }] of this.others) {
      const message = `${count} ${type} ${count === 1 ? 'resource was' : 'resources were'} passed over: no claim.`;
      this.problem('fhir-resource', message, line, offset);
    }
  }

  private start(final: boolean): void {
    const head = this.head.subarray(0, HEAD);
    const end = head.indexOf(NEWLINE, firstVisible(head));
    if (end < 0 && !final && this.head.length < HEAD) return;
    this.splitter = end >= 0 && isJson(textOf(head, 0, end)) ? this.lines() : this.documents();
    this.splitter.write(withoutMark(this.head));
    this.head = new Uint8Array(0);
  }

  private documents(): ClaimReader {
    return new ValueSplitter({
      limit: MOST_DOCUMENT_BYTES,
      onValue: (bytes, line, offset) => this.document(bytes, line, offset),
      onBroken: (what, line, offset) => this.broken(what, line, offset, '64 MB: give one resource a line (NDJSON)'),
    });
  }

  private lines(): ClaimReader {
    return new RecordSplitter({
      quoted: false,
      limit: MOST_CLAIM_BYTES,
      onRecord: (bytes, line, offset) => {
        if (firstVisible(bytes) < bytes.length) this.document(bytes, line, offset);
      },
      onBroken: (line, offset) => this.broken('too-large', line, offset, '16 MB'),
    });
  }

  private document(bytes: Uint8Array, line: number, offset: number): void {
    const text = textOf(bytes);
    this.budget = text.length * MOST_PASSES;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      this.count++;
      const at = /position (\d+)/.exec(String(error))?.[1];
      const where = at === undefined ? '' : ` (character ${Number(at) + 1} of it)`;
      this.problem('json-syntax', `Resource ${this.count} is no JSON${where} and was not read.`, line, offset);
      return;
    }
    const type = typeOf(value);
    const root = new Part(value, type === '' ? 'resource' : type);
    const document = { text, start: 0, line, depth: 0, offset };
    if (type === 'Bundle') this.bundle(root, document);
    else this.resource(root, document, NOTHING_BESIDE, '');
  }

  private bundle(bundle: Part, document: Document): void {
    const beside = besideOf(bundle);
    const places = entriesOf(document);
    let claims = 0;
    for (const entry of bundle.list('entry')) {
      const place = places.next().value ?? document;
      const resource = entry.child('resource');
      const type = typeOf(resource.value);
      if (isClaimResource(type)) {
        claims++;
        this.resource(resource, place, beside, entry.text('fullUrl'));
      } else if (type === 'Bundle') {
        claims++;
        this.tell('fhir-not-read', resource, 'is a Bundle within a Bundle; give it a file or line of its own.', place);
      }
    }
    if (claims === 0) this.tell('fhir-resource', bundle, 'holds no claim.', document);
  }

  private resource(resource: Part, document: Document, beside: Beside, fullUrl: string): void {
    this.count++;
    const type = typeOf(resource.value);
    if (!isClaimResource(type)) {
      this.other(resource, type, document);
      return;
    }
    const claim = readResource(resource, {
      setting: this.options.setting ?? 'professional',
      beside,
      fullUrl,
      report: (code, part, what) => this.tell(code, part, what, document),
    });
    if (claim !== null) this.hand(claim, this.placeOf(resource, document, beside !== NOTHING_BESIDE));
  }

  /** What is no claim: counted where it is a resource, else reported. */
  private other(resource: Part, type: string, document: Document): void {
    if (type === '') {
      this.tell('fhir-not-read', resource, 'is no resource: it has no resourceType.', document);
      return;
    }
    const known = this.others.get(type);
    if (known !== undefined) known.count++;
    else if (this.others.size < MOST_TYPES)
      this.others.set(type, { count: 1, line: document.line, offset: document.offset });
    else this.tell('fhir-resource', resource, 'was passed over: no claim.', document);
  }

  private hand(claim: Claim, place: ClaimPlace): void {
    encodeClaim({ ...claim, place }, this.coded);
    this.coded.segment = this.count;
    this.options.onClaim(this.coded);
  }

  private placeOf(resource: Part, document: Document, inBundle: boolean): ClaimPlace {
    const { file } = this.options;
    return {
      ...(file !== undefined && { file }),
      line: inBundle ? this.lineOf(resource, document) : document.line,
      offset: document.offset,
      resource: { ...sourceOf(resource), inBundle },
    };
  }

  /** The line of the file in which a part stands; of a document with very many problems, at last that of its beginning. */
  private lineOf(part: Part, { text, start, line, depth }: Document): number {
    if (this.budget <= 0) return line;
    const at = locate(text, part.way.slice(depth), start);
    this.budget -= at - start;
    return line + linesBetween(text, start, at);
  }

  private tell(code: ProblemCode, part: Part, what: string, document: Document): void {
    this.problem(code, `${part.path} ${what}`, this.lineOf(part, document), document.offset);
  }

  private broken(
    what: 'too-large' | 'too-deep' | 'stray' | 'unfinished',
    line: number,
    offset: number,
    most: string,
  ): void {
    if (what === 'too-large' || what === 'too-deep') this.count++;
    const resource = `Resource ${this.count}`;
    if (what === 'too-large') {
      this.problem('claim-too-large', `${resource} is larger than ${most}; it was not read.`, line, offset);
    } else if (what === 'too-deep') {
      this.problem('json-syntax', `${resource} is nested too deep and was not read.`, line, offset);
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

/** How often a document is gone through at most to find the lines of its problems. */
const MOST_PASSES = 20;
/** Types of resources that are counted one by one; FHIR has fewer than two hundred. */
const MOST_TYPES = 200;

/** Where the entries of a Bundle stand, one after the other, so that none is looked for from the beginning. */
function* entriesOf(bundle: Document): Generator<Document, undefined> {
  const { text } = bundle;
  let { start, line } = bundle;
  for (const at of elementsAt(text, locate(text, ['entry']))) {
    line += linesBetween(text, start, at);
    start = at;
    yield { ...bundle, start, line, depth: 2 };
  }
}

/** `resourceType` where it is the name of one, else ''. */
function typeOf(value: unknown): string {
  const type = typeof value === 'object' && value !== null ? (value as { resourceType?: unknown }).resourceType : '';
  return typeof type === 'string' && /^[A-Za-z]{1,60}$/.test(type) ? type : '';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
    return true;
  } catch {
    // The reader that gets the line says what is wrong in it.
    return false;
  }
}

function firstVisible(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length && (bytes[at] <= 32 || (at < 3 && bytes[at] >= 0xbb))) at++;
  return at;
}

/** The bytes with blanks in the place of a byte-order mark, so that offsets stay true. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes.fill(32, 0, 3);
  return bytes;
}
