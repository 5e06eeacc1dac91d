import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a command took as a whole process. */
export interface Measured {
  readonly seconds: number;
  /** Peak resident memory in MiB, as the process itself reads it at its end. */
  readonly peakMiB: number;
  readonly status: number | null;
  readonly stdout: string;
}

const REPORT_MEMORY = pathToFileURL(join(import.meta.dirname, 'report-memory.mjs')).href;

/** Runs a script with this Node and measures it; its output goes to `stdoutFile` where one is given. */
export async function measure(script: string, args: readonly string[], stdoutFile?: string): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'columnone-bench-'));
  const memoryFile = join(folder, 'memory');
  try {
    const start = performance.now();
    const child = spawn(process.execPath, ['--import', REPORT_MEMORY, script, ...args], {
      stdio: ['ignore', stdoutFile === undefined ? 'pipe' : openSync(stdoutFile, 'w'), 'inherit'],
      env: { ...process.env, COLUMNONE_BENCH_MEMORY: memoryFile },
    });
    let stdout = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout += chunk.toString('latin1');
    });
    const status = await new Promise<number | null>((resolve, reject) =>
      child.on('error', reject).on('close', resolve),
    );
    const seconds = (performance.now() - start) / 1000;
    return { seconds, peakMiB: Number(readFileSync(memoryFile, 'utf8')) / 1024, status, stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The middle one of a few runs' figures. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
