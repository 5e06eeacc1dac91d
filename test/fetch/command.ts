import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { BIN, cleanEnvironment, ROOT, type Run } from '../cli/support.ts';
import type { StandIn } from '../support/stand-in-site.ts';

/** The command against a stand-in site, with `home` as the folder of data; not synchronous, for the site is here. */
export async function columnoneAt({ url }: StandIn, home: string, ...args: readonly string[]): Promise<Run> {
  return columnoneWith(home, ...args, '--site', url);
}

export async function columnoneWith(home: string, ...args: readonly string[]): Promise<Run> {
  const run = spawn(process.execPath, [BIN, ...args], {
    cwd: ROOT,
    env: cleanEnvironment(home),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr] = await Promise.all([text(run.stdout), text(run.stderr), once(run, 'exit')]);
  return { status: run.exitCode, stdout, stderr };
}
