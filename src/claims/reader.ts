import type { Setting } from '../codes/setting.ts';
import type { Problem } from '../problems.ts';
import type { CodedClaim } from './coded-claim.ts';
import type { ColumnMap } from './csv/column-map.ts';
import type { TableLayout } from './csv/table-layout.ts';

/** What a reader of claims is given. */
export interface ClaimReaderOptions {
  /** Name of the file, for problems and places. */
  readonly file?: string;
  /** What the claims' setting is; without it professional, or what the claim itself says. */
  readonly setting?: Setting;
  /** Called with each claim; the same object each time, valid until the call returns. */
  readonly onClaim: (coded: CodedClaim) => void;
  readonly onProblem: (problem: Problem) => void;
  /** Told once, before all else, what the file is. */
  readonly onFormat?: (format: ClaimFormat) => void;
  /** Of CSV and parquet: columns that a person has named. */
  readonly map?: ColumnMap;
  /** Of CSV and parquet: told once what the columns were taken for. */
  readonly onLayout?: (layout: TableLayout) => void;
}

export type ClaimFormat = 'x12' | 'fhir' | 'json' | 'csv' | 'parquet';

/** Takes a file in chunks of any size; the result does not depend on how it is cut. */
export interface ClaimReader {
  write(chunk: Uint8Array): void;
  end(): void;
  /** Of an X12 file: the offset before which nothing belongs to a claim that is still to come. */
  readonly settled?: number;
}

/** Bytes of one claim that are held at most; what is larger is reported and passed over. */
export const MOST_CLAIM_BYTES = 1 << 24;
