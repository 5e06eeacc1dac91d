/**
 * What one PTP pair query costs, memory included: `node bench/pair-query.ts [codebook]`. Half of the queries are
 * pairs that some row names, half are any two codes, on days from 2000 on, in random order.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PtpTable } from '../src/codebook/codebook.ts';
import { PAGE_CODES, type PtpColumns } from '../src/codebook/format.ts';
import { bytesInMemory, openCodebook } from '../src/codebook/open.ts';
import { readEntries, viewSections } from '../src/codebook/read-sections.ts';
import { dayOf } from '../src/codes/day.ts';
import { below, type Random, randomFrom } from '../test/support/fuzz.ts';
import { compiledCodebook } from './codebook-file.ts';
import { median } from './measure.ts';
import { number, printRows, type Row } from './row.ts';

const QUERIES = 1 << 20;
const ROUNDS = 9;
const FIRST_DAY = dayOf(2000, 1, 1);
const DAYS = dayOf(2025, 1, 1) - FIRST_DAY;

interface Queries {
  readonly columnOne: Int32Array;
  readonly columnTwo: Int32Array;
  readonly day: Int32Array;
}

export async function benchPairQuery(path?: string): Promise<Row[]> {
  if (path !== undefined) return measured(path);
  const folder = mkdtempSync(join(tmpdir(), 'columnone-bench-'));
  try {
    return await measured(await compiledCodebook(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measured(path: string): Promise<Row[]> {
  const file = readFileSync(path);
  const codebook = await openCodebook(file);
  const { ptp, codes } = viewSections(readEntries(bytesInMemory(file)).core);
  const queries = randomQueries(ptp, codes.packed.length, randomFrom(1996));
  const command = 'node bench/pair-query.ts';
  const tables = codebook.tables();
  const table = tables.ptp.professional;
  if (table === null) throw new Error('the codebook has no professional PTP table');
  const find = timed(() => findAll(table, queries));
  const { columnOne } = queries;
  const packed = columnOne.map((id) => codes.packed[id]);
  const lookUp = timed(() => packed.reduce((sum, code) => sum + tables.codeId(code), 0));
  return [
    {
      what: `PTP pair query (${number(find.answer / QUERIES, 2)} found)`,
      figure: `${number(find.ns)} ns`,
      target: '200 ns',
      command,
    },
    { what: 'code to code id', figure: `${number(lookUp.ns)} ns`, target: '', command },
  ];
}

function randomQueries(ptp: PtpColumns, codes: number, random: Random): Queries {
  const queries = {
    columnOne: new Int32Array(QUERIES),
    columnTwo: new Int32Array(QUERIES),
    day: Int32Array.from({ length: QUERIES }, () => FIRST_DAY + below(random, DAYS)),
  };
  const columnOneOfPage = new Int32Array(ptp.page.length);
  for (let code = 0; code < codes; code++) columnOneOfPage.fill(code, ptp.offsets[code], ptp.offsets[code + 1]);
  for (let i = 0; i < QUERIES; i++) {
    const page = below(random, ptp.page.length);
    const start = ptp.blockOffsets[ptp.block[page]];
    const row = start + below(random, ptp.blockOffsets[ptp.block[page] + 1] - start);
    const real = i % 2 === 0;
    queries.columnOne[i] = real ? columnOneOfPage[page] : below(random, codes);
    queries.columnTwo[i] = real ? ptp.page[page] * PAGE_CODES + ptp.columnTwo[row] : below(random, codes);
  }
  return queries;
}

function findAll(table: PtpTable, { columnOne, columnTwo, day }: Queries): number {
  let found = 0;
  for (let i = 0; i < QUERIES; i++) if (table.find(columnOne[i], columnTwo[i], day[i]) >= 0) found++;
  return found;
}

/** Nanoseconds a query, the middle of a few rounds. */
function timed(run: () => number): { ns: number; answer: number } {
  const rounds: number[] = [];
  let answer = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    answer = run();
    rounds.push(((performance.now() - start) * 1e6) / QUERIES);
  }
  return { ns: median(rounds), answer };
}

if (import.meta.main) printRows(await benchPairQuery(process.argv[2]));
