import { concat } from '../arrays.ts';
import type { Problem, ProblemCode } from '../problems.ts';
import { createCsvReader, isHeader } from './csv/reader.ts';
import { isFhir } from './fhir/detect.ts';
import { createFhirReader } from './fhir/reader.ts';
import { createJsonReader } from './json/reader.ts';
import { isParquet } from './parquet/source.ts';
import type { ClaimFormat, ClaimReader, ClaimReaderOptions } from './reader.ts';
import { textOf } from './text.ts';
import { beginsWithSegment, isHeader as isInterchangeHeader } from './x12/delimiters.ts';
import { createX12Reader } from './x12/reader.ts';

/** Bytes in which the format must show. */
const HEAD = 1 << 16;

/**
 * Reads claims from a file of any format that is known, told by its content: an 837, FHIR, JSON or CSV.
 *
 * @example
 * const reader = createClaimReader({ file: 'claims.837', onClaim: check, onProblem: report })
 * for await (const chunk of stream) reader.write(chunk)
 * reader.end()
 */
export function createClaimReader(options: ClaimReaderOptions): ClaimReader {
  return new DetectingReader(options);
}

class DetectingReader implements ClaimReader {
  private readonly options: ClaimReaderOptions;
  private readonly counted: ClaimReaderOptions;
  private head = new Uint8Array(0);
  private reader: ClaimReader | null = null;
  private refused = false;
  private anything = false;

  constructor(options: ClaimReaderOptions) {
    this.options = options;
    this.counted = {
      ...options,
      onClaim: (claim) => {
        this.anything = true;
        options.onClaim(claim);
      },
      onProblem: (problem) => this.tell(problem),
    };
  }

  write(chunk: Uint8Array): void {
    if (this.refused || chunk.length === 0) return;
    if (this.reader !== null) {
      this.reader.write(chunk);
      return;
    }
    this.head = concat(this.head, chunk);
    this.detect(false);
  }

  get settled(): number {
    return this.reader?.settled ?? 0;
  }

  end(): void {
    if (this.reader === null && !this.refused) this.detect(true);
    this.reader?.end();
    if (!this.anything) this.problem('no-claims', 'The file holds no claim.');
  }

  private detect(final: boolean): void {
    const format = this.formatOf(final || this.head.length >= HEAD);
    if (format === 'undecided' || format === 'empty') return;
    if (format === 'utf-16') this.refuse('claims-utf-16', 'The file is UTF-16, which claim files never are.');
    else if (format === 'unknown')
      this.refuse('claims-unknown-format', 'The file is no 837, FHIR, JSON, parquet or CSV of claims.');
    else if (format === 'parquet') this.refuse('parquet-whole', 'Parquet cannot be read as a stream.');
    else {
      this.options.onFormat?.(format);
      this.reader = READERS[format](this.counted);
      this.reader.write(this.head);
    }
    this.head = new Uint8Array(0);
  }

  /** A table whose columns a person has named need have no name that is known. */
  private formatOf(whole: boolean): Format {
    const format = formatOf(this.head.subarray(0, HEAD), whole);
    return format === 'unknown' && this.options.map !== undefined ? 'csv' : format;
  }

  private refuse(code: ProblemCode, message: string): void {
    this.refused = true;
    this.problem(code, message);
  }

  private problem(code: ProblemCode, message: string): void {
    const { file } = this.options;
    this.tell({ code, message, ...(file !== undefined && { file }) });
  }

  private tell(problem: Problem): void {
    this.anything = true;
    this.options.onProblem(problem);
  }
}

const READERS = { x12: createX12Reader, fhir: createFhirReader, json: createJsonReader, csv: createCsvReader };

type Format = ClaimFormat | 'utf-16' | 'unknown' | 'undecided' | 'empty';

/** The format by a file's first bytes; `whole` when no more bytes will be given. */
function formatOf(head: Uint8Array, whole: boolean): Format {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return 'utf-16';
  const start = firstVisible(head);
  if (start + 4 > head.length && !whole) return 'undecided';
  if (start === head.length) return 'empty';
  if (isParquet(head)) return 'parquet';
  if (head[start] === 123 || head[start] === 91) return jsonOrFhir(head, start, whole);
  if (head[start + 1] === 0 || (start > 0 && head[start - 1] === 0)) return 'utf-16';
  if (isInterchangeHeader(head, start) || beginsWithSegment(head, start)) return 'x12';
  const end = head.indexOf(10, start);
  if (end < 0 && !whole) return 'undecided';
  if (isHeader(textOf(head, start, end < 0 ? head.length : end))) return 'csv';
  return isaWithin(head, start, whole);
}

function jsonOrFhir(head: Uint8Array, start: number, whole: boolean): Format {
  const fhir = isFhir(head, start);
  if (fhir === undefined && !whole) return 'undecided';
  return fhir === true ? 'fhir' : 'json';
}

function isaWithin(head: Uint8Array, start: number, whole: boolean): Format {
  for (let at = start; at + 3 < head.length; at++) if (isInterchangeHeader(head, at)) return 'x12';
  return whole ? 'unknown' : 'undecided';
}

/** First byte that is neither blank nor part of a UTF-8 byte-order mark. */
function firstVisible(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length && bytes[at] <= 32) at++;
  return at;
}
