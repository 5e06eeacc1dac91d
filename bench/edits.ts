/**
 * What each edit costs: nanoseconds a line, and the rate of all together without and with history, beside that of the
 * five edits of validity and NCCI: `node bench/edits.ts [--claims N] [--codebook FILE]`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createClaimReader } from '../src/claims/index.ts';
import type { Codebook } from '../src/codebook/codebook.ts';
import { openCodebook } from '../src/codebook/open.ts';
import { Checker } from '../src/edits/checker.ts';
import { FileHistory } from '../src/edits/file-history.ts';
import { EDIT_ORDER, type EditId } from '../src/edits/finding.ts';
import { NdjsonWriter } from '../src/edits/ndjson-writer.ts';
import { DEFAULT_PROFILE } from '../src/edits/profile.ts';
import { generate837p } from './claims-837p.ts';
import { compiledCodebook } from './codebook-file.ts';
import { number, printRows, type Row } from './row.ts';

const CHUNK = 1 << 20;
const PIECE = 1 << 18;
const ROUNDS = 4;
const FIVE: readonly EditId[] = ['code-validity', 'modifier-validity', 'ncci-ptp', 'ncci-mue', 'ncci-aoc'];

/** Edits by which a file is checked, whether what is found is written, and whether history is looked back on. */
interface Setup {
  readonly edits: readonly EditId[];
  readonly isWritten: boolean;
  readonly isLookingBack: boolean;
}

export async function benchEdits(options: { claims: number; codebook: string }): Promise<Row[]> {
  const codebook = await openCodebook(readFileSync(options.codebook));
  const file = Buffer.from([...generate837p({ claims: options.claims })].join(''), 'latin1');
  const setups: Setup[] = [
    { edits: FIVE, isWritten: true, isLookingBack: false },
    { edits: EDIT_ORDER, isWritten: true, isLookingBack: false },
    { edits: EDIT_ORDER, isWritten: true, isLookingBack: true },
    { edits: [], isWritten: false, isLookingBack: false },
    ...EDIT_ORDER.map((id) => ({ edits: [id], isWritten: false, isLookingBack: false })),
  ];
  const { seconds, lines } = best(codebook, file, setups);
  const [five, all, lookingBack, none, ...each] = seconds;
  const rateRow = (what: string, took: number, share: number | null): Row => ({
    what,
    figure: `${number(options.claims / took)} claims/s, ${number((100 * five) / took)} % of the five`,
    target: share === null ? '' : `${share} %`,
    command: 'node bench/edits.ts',
  });
  return [
    rateRow('the five edits of validity and NCCI, bytes to ndjson', five, null),
    rateRow(`all ${EDIT_ORDER.length} edits, no history`, all, 50),
    rateRow(`all ${EDIT_ORDER.length} edits, with the history of the file`, lookingBack, 25),
    ...each.map((took, i) => ({
      what: EDIT_ORDER[i],
      figure: `${number((1e9 * (took - none)) / lines)} ns a line`,
      target: '',
      command: 'node bench/edits.ts',
    })),
  ];
}

/** The least CPU time of each set-up, taken in turns so that what else the machine does falls on all alike. */
function best(codebook: Codebook, file: Buffer, setups: readonly Setup[]): { seconds: number[]; lines: number } {
  const seconds = setups.map(() => Number.POSITIVE_INFINITY);
  let lines = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, setup] of setups.entries()) {
      const start = process.cpuUsage();
      lines = checkAll(codebook, file, setup);
      const { user, system } = process.cpuUsage(start);
      // The first round warms up.
      if (round > 0) seconds[i] = Math.min(seconds[i], (user + system) / 1e6);
    }
  }
  return { seconds, lines };
}

function checkAll(codebook: Codebook, file: Buffer, { edits, isWritten, isLookingBack }: Setup): number {
  const checker = new Checker(codebook, { profile: { ...DEFAULT_PROFILE, edits } });
  const writer = new NdjsonWriter(checker);
  const history = isLookingBack ? new FileHistory() : null;
  let lines = 0;
  const reader = createClaimReader({
    onClaim: (claim) => {
      lines += claim.ownLines;
      history?.lookBack(claim);
      checker.check(claim);
      history?.keep(claim);
      if (!isWritten) return;
      writer.add(claim);
      if (writer.length > PIECE) writer.giveBack(writer.take());
    },
    onProblem: ({ message }) => {
      throw new Error(message);
    },
  });
  for (let at = 0; at < file.length; at += CHUNK) reader.write(file.subarray(at, at + CHUNK));
  reader.end();
  return lines;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { claims: { type: 'string' }, codebook: { type: 'string' } } });
  const folder = mkdtempSync(join(tmpdir(), 'columnone-bench-'));
  try {
    const codebook = values.codebook ?? (await compiledCodebook(folder));
    printRows(await benchEdits({ claims: Number(values.claims ?? 50_000), codebook }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
