import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '../../src/codebook/compile.ts';
import { readReleases } from '../../src/releases/index.ts';
import { HCPCS, MUE, PTP } from './fixtures.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'releases-'));
  mkdirSync(join(folder, '2024q3', 'practitioner'), { recursive: true });
  writeFileSync(join(folder, '2024q3', 'practitioner', 'edits.txt'), PTP);
  writeFileSync(join(folder, '2024q3', 'mue.csv'), MUE);
  writeFileSync(join(folder, 'HCPC2024_JUL_ANWEB.txt'), HCPCS);
  writeFileSync(join(folder, 'letter.txt'), 'Dear reader');
  symlinkSync(folder, join(folder, '2024q3', 'up'));
  symlinkSync('self', join(folder, 'self'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('folders are walked, their names count, links that loop do no harm', async () => {
  const read = await readReleases([folder]);
  expect(read.problems).toEqual([]);
  expect(read.releases.map(({ kind, period, sources }) => [kind, period.label, sources[0].name])).toEqual([
    ['hcpcs', '2024Q3', 'HCPC2024_JUL_ANWEB.txt'],
    ['ncci-ptp', '2024Q3', 'edits.txt'],
    ['ncci-mue', '2024Q3', 'mue.csv'],
  ]);
  expect(read.notKnown).toEqual([
    { name: join(folder, 'self'), reason: 'a link that leads back to itself' },
    { name: join(folder, 'letter.txt'), reason: 'not a known release' },
  ]);
});

test('a file alone is named without its folders, which count all the same', async () => {
  const read = await readReleases([join(folder, '2024q3', 'mue.csv')]);
  expect(read.releases[0]).toMatchObject({ period: { label: '2024Q3' }, sources: [{ name: 'mue.csv' }] });
});

test('a path that is not there is a problem, named as given', async () => {
  const path = join(folder, 'nothing');
  const { problems } = await readReleases([path]);
  expect(problems.map(({ code, message, file }) => ({ code, message, file }))).toEqual([
    { code: 'file-unreadable', message: 'There is no such file or folder.', file: path },
  ]);
});

test('the same files make the same codebook however they are reached', async () => {
  const calls = [
    [folder],
    [join(folder, '2024q3'), join(folder, 'HCPC2024_JUL_ANWEB.txt')],
    [folder, join(folder, '2024q3', 'mue.csv'), folder],
    [relative(process.cwd(), folder)],
  ];
  const ids = [];
  for (const paths of calls) {
    const { releases, problems } = await readReleases(paths);
    expect(problems).toEqual([]);
    ids.push(Buffer.from(compile(releases)).toString('base64'));
  }
  expect(new Set(ids).size).toBe(1);
});

test('a copy is listed and leaves no trace in the codebook', async () => {
  const copies = join(folder, '..', `${basename(folder)}-copies`);
  mkdirSync(join(copies, 'a'), { recursive: true });
  writeFileSync(join(copies, 'mue-2024q3.csv'), MUE);
  const alone = await readReleases([copies]);
  writeFileSync(join(copies, 'a', 'mue-2024q3.csv'), MUE);
  const twice = await readReleases([copies]);
  rmSync(copies, { recursive: true });
  expect(twice.notKnown).toHaveLength(1);
  expect(twice.notKnown[0].reason).toContain('the same file as ');
  expect(compile(twice.releases)).toEqual(compile(alone.releases));
});

test('progress goes up to the end', async () => {
  const seen: number[][] = [];
  await readReleases([folder], { onProgress: (done, total) => seen.push([done, total]) });
  expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).toSorted((a, b) => a - b));
  expect(seen.at(-1)?.[0]).toBe(seen[0][1]);
});
