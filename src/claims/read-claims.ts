import type { Setting } from '../codes/setting.ts';
import type { Problem } from '../problems.ts';
import type { Claim } from './claim.ts';
import { createClaimReader } from './claim-reader.ts';
import type { ColumnMap } from './csv/column-map.ts';
import type { TableLayout } from './csv/table-layout.ts';
import { readParquet } from './parquet/reader.ts';
import { isParquet, sourceOfBytes } from './parquet/source.ts';
import { openTable } from './parquet/table.ts';
import type { ClaimReaderOptions } from './reader.ts';
import { bytesOf } from './text.ts';

/** One claim of a file, or one thing that is wrong in it. */
export type ClaimItem =
  | { readonly claim: Claim; readonly problem?: undefined }
  | { readonly problem: Problem; readonly claim?: undefined };

export interface ReadClaimsOptions {
  /** Name of the file, for problems and places. */
  readonly file?: string;
  /** Setting of claims that name none; professional when left out. */
  readonly setting?: Setting;
  /** Columns of a CSV or parquet file, as `parseColumnMap` gives them; by their names when left out. */
  readonly map?: ColumnMap;
  /** Told what the columns of a CSV or parquet file were taken for. */
  readonly onLayout?: (layout: TableLayout) => void;
}

export type ClaimInput = Uint8Array | string | AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

const PIECE = 1 << 16;

/**
 * Reads claims from an 837 (P or I), FHIR, JSON, CSV or (given as bytes) parquet, told by its content, claims in the order of the file, problems as
 * they are met (one with a claim's last row may come before the claim). Holds a part of the input at a time.
 *
 * @example
 * for await (const { claim, problem } of readClaims(bytes, { file: 'claims.837' })) {
 *   if (problem) console.error(formatProblem(problem))
 *   else console.log(claim.id, claim.lines.length)
 * }
 */
export async function* readClaims(input: ClaimInput, options: ReadClaimsOptions = {}): AsyncIterable<ClaimItem> {
  let items: ClaimItem[] = [];
  const readerOptions: ClaimReaderOptions = {
    ...options,
    onClaim: (coded) => items.push({ claim: coded.toClaim() }),
    onProblem: (problem) => items.push({ problem }),
  };
  const take = (): ClaimItem[] => {
    const taken = items;
    items = [];
    return taken;
  };
  if (input instanceof Uint8Array && isParquet(input)) {
    for await (const _ of readParquet(openTable(sourceOfBytes(input)), readerOptions)) yield* take();
    yield* take();
    return;
  }
  const reader = createClaimReader(readerOptions);
  for await (const chunk of chunksOf(input)) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      reader.write(chunk.subarray(at, at + PIECE));
      yield* take();
    }
  }
  reader.end();
  yield* take();
}

/** The input in chunks; a stream is read by its reader, because not every browser iterates streams. */
async function* chunksOf(input: ClaimInput): AsyncIterable<Uint8Array> {
  if (typeof input === 'string') yield bytesOf(input);
  else if (input instanceof Uint8Array) yield input;
  else if (Symbol.asyncIterator in input) yield* input as AsyncIterable<Uint8Array>;
  else yield* chunksOfStream(input);
}

async function* chunksOfStream(stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    reader.releaseLock();
  }
}
