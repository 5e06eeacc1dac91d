import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readParquet } from '../../src/claims/parquet/reader.ts';
import { parquetThread } from '../../src/cli/parquet-thread.ts';
import { PROBLEMS, type Problem } from '../../src/problems.ts';
import { bytesOf } from '../claims/parquet/tables.ts';
import { below, FUZZ_RUNS, mutate, randomFrom } from '../support/fuzz.ts';
import { scratch } from './support.ts';

/** A thread for each input takes its time. */
const RUNS = FUZZ_RUNS / 50;
/** Files of a dozen rows: what takes longer will never end. */
const PATIENCE = 3_000;

const path = join(scratch(), 'mutated.parquet');
const rows = Array.from({ length: 12 }, (_, i) => i);
const TABLE = {
  claim: rows.map((i) => `C${i >> 1}`),
  code: rows.map((i) => ['99213', 'J1885', 'J0135'][i % 3]),
  from: rows.map(() => '2024-07-01'),
};
const EXTRA = [
  { name: 'units', type: 'INT32' as const, data: rows },
  { name: 'charge', type: 'DOUBLE' as const, data: rows.map((i) => i + 0.5) },
];
const SEEDS = [
  bytesOf(TABLE),
  bytesOf(TABLE, { extra: EXTRA, codec: 'UNCOMPRESSED', rowGroupSize: 5 }),
  bytesOf(TABLE, { extra: EXTRA, rowGroupSize: 4 }),
];

/** Found among mutated files: the length of a page that makes its decoder count without end. */
const ENDLESS = [
  'UEFSMRUGFZQBFWBcFRgVABUYFRoAFQQVAAAAGAFIFAIAAABDMB0GADEFDAkGADIFDAkGADMFDAkGADQFDDA0AgAAAEM1AgAAAEM1',
  'FQQVNhU6TBUGFQAAABtoBQAAADk5MjEzBQAAAEoxODg1BQAAAEowMTM1FQYVEBUUXBUYFQAVGBUQFQQVAAAAGAEGFAIFJEmSABUE',
  'FRwVIEwVAhUAAAAONAoAAAAyMDI0LTA3LTAxFQYVCBUMXBUYFQAVGBUQFQQVAAAAGAECBAAYFQQZTEgEcm9vdBUGABUMJQIYBWNs',
  'YWltJQAAFQwlAhgEY29kZSUAABUMJQIYBGZyb20lAAAWGBkcGTwmCBwVDBkVABkYBWNsYWltFQIWGBbAARaMASYIPDYAKAJDNRgC',
  'QzAAGRwVBhUAFQIAAAAmlAEcFQwZJQAQGRgEY29kZRUCFhgWigEWkgEm6AEmlAEcNgAoBUoxODg1GAU5OTIxMwAZLBUEFQAVAgAV',
  'BhUQFQIAAAAmpgIcFQwZJQAQGRgEZnJvbRUCFhgWaBZwJuACJqYCHDYAKAoyMDI0LTA3LTAxGAoyMDI0LTA3LTAxABksFQQVABUC',
  'ABUGFRAVAgAAAAECBAAYFQQZTEgEcm9vdBUGABUMJQIYBWNsYWltJQAAFQwlAhgEY29kZSUAABUMJQIYBGZyb20lAAAWGBkcGTwm',
  'CBwVDBkVABkYBWNsYWltFQIWGBbAARaMASYIPDYAKAJDNRgCQzAAGRwVBhUAFQIAAAAmlAEcFQwZJQAQGRgEY29kZRUCFhgWigEW',
  'kgEm6AEmlAEcNgAoBUoxODg1GAU5OTIxMwAZLBUEFQAVAgAVBhUQFQIAAAAmpgIcFQwZJQAQGRgEZnJvbRUCFhgWaBZwJuACJqYC',
  'HDYAKAoyMDI0LTA3LTAxGAoyMDI0LTA3LTAxABksFQQVABUCABUGFRAVAgAAABayAxYYNo4DACgJaHlwYXJxdWV0GTwcAAAcAAAc',
  'AAAAIAEAAFBBUjE=',
].join('');

async function readFile(bytes: Uint8Array): Promise<{ claims: number; problems: Problem[] }> {
  writeFileSync(path, bytes);
  const thread = parquetThread(path, () => {}, PATIENCE);
  const problems: Problem[] = [];
  let claims = 0;
  const options = { onClaim: () => void claims++, onProblem: (problem: Problem) => void problems.push(problem) };
  try {
    for await (const _ of readParquet(thread.table, options));
  } finally {
    await thread.close();
  }
  return { claims, problems };
}

describe('mutated parquet files never break the reader', () => {
  test('sound ones are read', async () => {
    for (const seed of SEEDS) expect(await readFile(seed)).toEqual({ claims: 6, problems: [] });
  });

  test('each gives claims or a problem of the catalogue, none quotes a value', { timeout: 3_600_000 }, async () => {
    const random = randomFrom(20240703);
    for (let run = 0; run < RUNS; run++) {
      const { claims, problems } = await readFile(mutate(SEEDS[below(random, SEEDS.length)], random));
      if (claims + problems.length === 0) throw new Error('neither claim nor problem');
      for (const { code, message } of problems) {
        expect(code in PROBLEMS).toBe(true);
        expect(message).not.toMatch(/J1885|J0135|2024-07-01/);
      }
    }
  });

  test('what would never end is ended', async () => {
    const { claims, problems } = await readFile(new Uint8Array(Buffer.from(ENDLESS, 'base64')));
    expect(claims).toBe(0);
    expect(problems).toMatchObject([{ code: 'parquet-broken', line: 1 }]);
  });
});
