import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { BIN, cleanEnvironment } from '../cli/support.ts';
import type { StandIn } from '../support/stand-in-site.ts';
import { archive, dataFolder, HCPCS_NAME, hcpcsFile, site } from './fixture.ts';

const KILLS = 20;
/** A command starts so often, on a machine that may have much else to do. */
const TIMEOUT = 300_000;

const start = ({ url }: StandIn, home: string) =>
  spawn(process.execPath, [BIN, 'fetch', '--only', 'hcpcs', '--site', url], {
    env: cleanEnvironment(home),
    stdio: ['ignore', 'ignore', 'pipe'],
  });

it(
  'killed at any moment leaves no cut file under its name, and the next run goes on',
  async () => {
    const bytes = archive(7, 1_500_000);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const standIn = await site(hcpcsFile(bytes));
    standIn.manners.slow = 4;
    const home = dataFolder();
    const final = join(home, 'columnone/downloads', HCPCS_NAME);
    const isWhole = (): boolean => createHash('sha256').update(readFileSync(final)).digest('hex') === sha256;

    for (let i = 0; i < KILLS; i++) {
      const asked = standIn.asked.length;
      const run = start(standIn, home);
      const ended = once(run, 'exit');
      // From the first request on, at another moment each time: into the start, the body, the end.
      while (standIn.asked.length === asked && run.exitCode === null) await sleep(5);
      await sleep((i * 37) % 110);
      run.kill('SIGKILL');
      await ended;
      expect(!existsSync(final) || isWhole()).toBe(true);
    }

    standIn.manners.slow = 0;
    const last = start(standIn, home);
    expect(await once(last, 'exit')).toEqual([0, null]);
    expect(isWhole()).toBe(true);
    const ranges = standIn.asked.flatMap((line) => Number(/bytes=(\d+)-/.exec(line)?.[1] ?? 0));
    expect(Math.max(...ranges)).toBeGreaterThan(0);
  },
  TIMEOUT,
);

it('stopped by the user lets the data folder go', async () => {
  const standIn = await site(hcpcsFile(archive(8)));
  standIn.manners.slow = 50;
  const home = dataFolder();
  const run = start(standIn, home);
  const ended = once(run, 'exit');
  while (!standIn.asked.some((line) => line.includes(HCPCS_NAME))) await sleep(5);
  expect(existsSync(join(home, 'columnone/lock'))).toBe(true);
  run.kill('SIGINT');
  expect(await ended).toEqual([130, null]);
  expect(existsSync(join(home, 'columnone/lock'))).toBe(false);
});
