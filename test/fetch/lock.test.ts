import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeLock } from '../../src/fetch/index.ts';
import { dataFolder } from './fixture.ts';

const gone = spawnSync(process.execPath, ['-e', '']).pid;
const holder = (pid: number, host = hostname()): string => JSON.stringify({ pid, host, since: 1 });

/** Takes the lock and tells what was remarked. */
function take(path: string): string[] {
  const remarks: string[] = [];
  takeLock(path, (text) => remarks.push(text)).release();
  return remarks;
}

describe('the lock', () => {
  it('is there while it is held, and gone with all that belongs to it afterwards', () => {
    const folder = dataFolder();
    const lock = takeLock(join(folder, 'lock'), () => {});
    expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['this process', process.pid, performance.timeOrigin],
    ['another that lives', process.ppid, 1],
  ])('held by %s is refused and left', (_, pid, since) => {
    const path = join(dataFolder(), 'lock');
    const held = JSON.stringify({ pid, host: hostname(), since });
    writeFileSync(path, held);
    expect(() => take(path)).toThrow(expect.objectContaining({ code: 'data-folder-busy', file: path }));
    expect(readFileSync(path, 'utf8')).toBe(held);
  });

  it('held on another machine is refused: nothing is known of processes there', () => {
    const path = join(dataFolder(), 'lock');
    writeFileSync(path, holder(gone, 'another-machine'));
    expect(() => take(path)).toThrow(/another-machine/);
  });

  it.each([
    ['a process that is gone', holder(gone)],
    ['an earlier process with the same number', holder(process.pid)],
    ['nobody that can be read', 'no JSON'],
  ])('left by %s is taken over with a remark', (_, content) => {
    const folder = dataFolder();
    writeFileSync(join(folder, 'lock'), content);
    expect(take(join(folder, 'lock'))).toEqual([expect.stringContaining('taken over')]);
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  it('is not taken over where it cannot be read', () => {
    const path = join(dataFolder(), 'lock');
    mkdirSync(path);
    expect(() => take(path)).toThrow(expect.objectContaining({ code: 'file-unwritable' }));
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it('says where one left behind cannot be removed, rather than that its process lives', () => {
    const path = join(dataFolder(), 'lock');
    writeFileSync(path, holder(gone));
    mkdirSync(`${path}.${process.pid}.stale`);
    expect(() => take(path)).toThrow(expect.objectContaining({ code: 'file-unwritable' }));
    expect(readFileSync(path, 'utf8')).toBe(holder(gone));
  });

  it('says where it cannot be written', () => {
    const file = join(dataFolder(), 'a-file');
    writeFileSync(file, '');
    expect(() => take(join(file, 'lock'))).toThrow(expect.objectContaining({ code: 'file-unwritable' }));
  });
});
