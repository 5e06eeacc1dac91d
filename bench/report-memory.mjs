// Loaded into a measured process: leaves its peak resident memory (KiB) and its seconds of CPU in a file when it ends.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(process.env.COLUMNONE_BENCH_MEMORY, `${maxRSS} ${(userCPUTime + systemCPUTime) / 1e6}`);
});
