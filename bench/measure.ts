import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';

/** What a command took as a whole process. */
export interface Measured {
  readonly seconds: number;
  /** Peak resident memory in MiB, as the process itself reads it at its end. */
  readonly peakMiB: number;
  /** Of all its threads: what another process on the machine changes least. */
  readonly cpuSeconds: number;
  readonly status: number | null;
  readonly stdout: string;
}

const REPORT_MEMORY = pathToFileURL(join(import.meta.dirname, 'report-memory.mjs')).href;

/**
 * Runs a script with this Node and measures it; its output goes to `stdoutFile` where one is given. It reads what
 * `stdin` gives, in Latin-1, made as fast as it is taken; without it nothing.
 */
export async function measure(
  script: string,
  args: readonly string[],
  stdoutFile?: string,
  stdin?: () => Iterable<string>,
): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'columnone-bench-'));
  const memoryFile = join(folder, 'memory');
  try {
    const start = performance.now();
    const child = spawn(process.execPath, ['--import', REPORT_MEMORY, script, ...args], {
      stdio: [
        stdin === undefined ? 'ignore' : 'pipe',
        stdoutFile === undefined ? 'pipe' : openSync(stdoutFile, 'w'),
        'inherit',
      ],
      env: { ...process.env, COLUMNONE_BENCH_MEMORY: memoryFile },
    });
    if (stdin !== undefined && child.stdin !== null) {
      // A process that ends before all was given shows it by its exit status.
      pipeline(Readable.from(latin1(stdin())), child.stdin).catch(() => {});
    }
    let stdout = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout += chunk.toString('latin1');
    });
    const status = await new Promise<number | null>((resolve, reject) =>
      child.on('error', reject).on('close', resolve),
    );
    const seconds = (performance.now() - start) / 1000;
    const [peakKiB, cpuSeconds] = readFileSync(memoryFile, 'utf8').split(' ').map(Number);
    return { seconds, peakMiB: peakKiB / 1024, cpuSeconds, status, stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function* latin1(pieces: Iterable<string>): Iterable<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece, 'latin1');
}

/** The middle one of a few runs' figures. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
