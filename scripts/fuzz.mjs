// The full round of mutated input: 100,000 for each reader.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('vitest', ['run', '--project', 'unit', 'fuzz', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { COLUMNONE_FUZZ_RUNS: '100000', ...process.env },
});
process.exit(status ?? 1);
