import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnone, expectGolden, ROOT, sampleCodebook, scratch } from './support.ts';

const folder = scratch();
let codebook = '';
beforeAll(() => {
  codebook = sampleCodebook(folder);
});

const ask = (command: string, ...args: string[]) => columnone([command, '--codebook', codebook, ...args]);

describe('diff', () => {
  it.each([
    ['a quarter and the next', ['2024Q3', '2024Q4'], 'diff-quarters.txt'],
    ['one table', ['hcpcs/2024Q3', 'hcpcs/2024Q4'], 'diff-hcpcs.txt'],
    [
      'codes and classes asked for',
      ['2024Q3', '2024Q4', '--kind', 'hcpcs', '--codes', 'C9000-C9999,J', '--only', 'discontinued'],
      'diff-filtered.txt',
    ],
    ['a release and itself', ['2024Q4', '2024Q4', '--kind', 'ncci-mue'], 'diff-same.txt'],
  ])('%s', (_, args, golden) => {
    const run = ask('diff', ...args);
    expect([run.status, run.stderr]).toEqual([0, '']);
    expectGolden(golden, run.stdout);
  });

  it('compares release files as it compares releases of a codebook', () => {
    const files = columnone(['diff', '--json', '--kind', 'ncci-mue', 'samples/releases', 'samples/releases']);
    expect([files.status, files.stderr]).toEqual([0, '']);
    const { before, tables } = JSON.parse(files.stdout);
    expect(before).toEqual({ codebook: null, path: 'samples/releases' });
    expect(tables.every(({ total }: { total: number }) => total === 0)).toBe(true);
  });

  it('compares codebooks, the newest release of each table', () => {
    const { status, stdout } = columnone(['diff', '--json', codebook, codebook]);
    const { tables, before } = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(before.codebook).toMatch(/^[0-9a-f]{64}$/);
    expect(tables.map(({ after }: { after: { id: string } }) => after.id)).toContain('hcpcs/2024Q4');
  });

  it('--json has every change, --csv a row for each', () => {
    const document = JSON.parse(ask('diff', '2024Q3', '2024Q4', '--json').stdout);
    const rows = parse(ask('diff', '2024Q3', '2024Q4', '--csv').stdout, {
      columns: true,
      record_delimiter: '\r\n',
    }) as Record<string, string>[];
    const changes = document.tables.flatMap(
      ({ table, changes: all }: { table: string; changes: { code: string; change: string }[] }) =>
        all.map(({ code, change }) => [table, code, change]),
    );
    expect(changes.length).toBeGreaterThan(10);
    expect(rows.map(({ table, code, change }) => [table, code, change])).toEqual(changes);
  });

  it('--html writes a page and says where', () => {
    const path = join(folder, 'changes.html');
    const { status, stdout, stderr } = ask('diff', '2024Q3', '2024Q4', '--html', path);
    expect(status).toBe(0);
    expect(stdout).toContain('hcpcs/2024Q4');
    expect(stderr).toMatch(/written to .*changes\.html \(\d+ KB\)/);
    expect(readFileSync(path, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  });

  it('does no work where the page cannot be written', () => {
    const path = join(folder, 'no-such-folder', 'changes.html');
    const { status, stdout, stderr } = ask('diff', '2024Q3', '2024Q4', '--html', path);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('[file-unwritable]');
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    [
      'an unknown release, with near ones',
      ['hcpcs/2024Q5', '2024Q4'],
      /Near it: hcpcs\/2024Q[34], .*\[release-unknown\]/,
    ],
    ['no table in common', ['hcpcs/2024Q3', '2024Q4', '--setting', 'dme'], /\[release-unknown\]/],
    ['releases of two kinds', ['hcpcs/2024Q3', 'ncci-aoc/2024Q3'], /\[nothing-to-compare\]/],
    ['a file that is no release', ['2024Q3', 'README.md'], /\[no-releases\]/],
    ['an unknown class', ['2024Q3', '2024Q4', '--only', 'new'], /The classes are added/],
    ['what is no code', ['2024Q3', '2024Q4', '--codes', 'J*'], /Give codes/],
    ['two forms at once', ['2024Q3', '2024Q4', '--json', '--csv'], /cannot be used with/],
    ['one side alone', ['2024Q3'], /missing required argument/],
  ])('2 for %s', (_, args, message) => {
    const { status, stdout, stderr } = ask('diff', ...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});

describe('releases', () => {
  it('lists them with a picture of their quarters', () => {
    const { status, stdout, stderr } = ask('releases');
    expect([status, stderr]).toEqual([0, '']);
    expectGolden('releases.txt', stdout);
  });

  it('of one kind in JSON, with what the page on the command line says', () => {
    const { codebook: id, releases } = JSON.parse(ask('releases', '--kind', 'hcpcs', '--json').stdout);
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect(releases.map((release: { id: string }) => release.id)).toEqual(['hcpcs/2024Q3', 'hcpcs/2024Q4']);
    for (const { codes, modifiers, rowCount, supersededBy } of releases) {
      expect(codes + modifiers).toBe(rowCount);
      expect(supersededBy).toBeNull();
    }
    const page = readFileSync(join(ROOT, 'docs/command-line.md'), 'utf8');
    for (const key of ['supersededBy', 'codes', 'modifiers']) expect(page).toContain(`"${key}"`);
  });
});
