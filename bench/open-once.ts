/**
 * Milliseconds that opening a codebook takes in this new process as the command line does it, reading its core
 * included; then of the first questions about a code, or with `--all` of reading and checking all else in the file.
 */
import '../src/codebook/open.ts';
import { openChosenCodebook } from '../src/cli/codebook-source.ts';
import { dayOf } from '../src/codes/day.ts';

const ON = { on: dayOf(2024, 8, 1) };
const PROFESSIONAL = { ...ON, setting: 'professional' } as const;
const [path, all] = process.argv.slice(2);

const start = performance.now();
const { codebook } = await openChosenCodebook(path);
const opened = performance.now();
if (all === '--all') codebook.verify();
else {
  codebook.code('J0135', ON);
  codebook.pair('11042', '97597', PROFESSIONAL);
  codebook.mue('11042', PROFESSIONAL);
  codebook.addOn('11045', ON);
}
console.log(JSON.stringify({ open: opened - start, rest: performance.now() - opened }));
