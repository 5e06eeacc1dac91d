import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { writeAtomically } from '../../src/cli/atomic-write.ts';
import { ROOT, scratch } from './support.ts';

const folder = scratch();
const MODULE = JSON.stringify(join(ROOT, 'src/cli/atomic-write.ts'));

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('stopped by %s it leaves the old file and nothing else', async (signal, status) => {
  const place = join(folder, signal);
  mkdirSync(place);
  const path = join(place, 'codebook');
  writeFileSync(path, 'the old one');
  const script = `
    const { writeAtomically } = await import(${MODULE});
    const bytes = new Uint8Array(1 << 27);
    bytes.set(new TextEncoder().encode('the new one'));
    await writeAtomically(${JSON.stringify(path)}, bytes);`;
  const run = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
  const ended = once(run, 'exit');
  for (let i = 0; i < 3_000 && readdirSync(place).length < 2; i++) await sleep(2);
  expect(readdirSync(place)).toHaveLength(2);
  run.kill(signal);
  expect(await ended).toEqual([status, null]);
  expect(readdirSync(place)).toEqual(['codebook']);
  expect(readFileSync(path, 'latin1')).toBe('the old one');
});

it('tells why it could not write where it cannot tidy up either', async () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  await expect(writeAtomically(join(file, 'codebook'), new Uint8Array(1))).rejects.toMatchObject({
    code: 'file-unwritable',
  });
});
