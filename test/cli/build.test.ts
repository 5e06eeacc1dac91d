import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { columnone, expectGolden, ROOT, scratch } from './support.ts';

const folder = scratch();
const RELEASES = 'samples/releases';
const ATOMIC_WRITE = pathToFileURL(join(ROOT, 'src/cli/atomic-write.ts')).href;

/** A new folder with some of the sample's releases. */
function someReleases(name: string, pattern: RegExp): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (const file of readdirSync(join(ROOT, RELEASES)).filter((each) => pattern.test(each))) {
    copyFileSync(join(ROOT, RELEASES, file), join(path, file));
  }
  return path;
}

describe('a build', () => {
  it('shows what it read and what to do next', () => {
    const out = join(folder, 'shown', 'codebook');
    mkdirSync(join(folder, 'shown'));
    const { status, stdout, stderr } = columnone(['build', '--out', out, RELEASES]);
    expect([status, stderr]).toEqual([0, '']);
    expectGolden('build.txt', stdout);
    expect(readdirSync(join(folder, 'shown'))).toEqual(['codebook']);
  });

  it('gives the same bytes in whatever order the files are named', () => {
    const files = readdirSync(join(ROOT, RELEASES)).map((name) => join(RELEASES, name));
    const built = [files, files.toReversed()].map((paths, i) => {
      const out = join(folder, `order-${i}`);
      expect(columnone(['build', '--out', out, ...paths]).status).toBe(0);
      return readFileSync(out);
    });
    expect(built[0].equals(built[1])).toBe(true);
  });

  it('says all of it in one document with --json', () => {
    const out = join(folder, 'json-codebook');
    const { status, stdout } = columnone(['build', '--json', '--out', out, RELEASES]);
    expect(status).toBe(0);
    const document = JSON.parse(stdout);
    expect(Object.keys(document)).toEqual(['out', 'id', 'size', 'seconds', 'releases', 'notKnown', 'problems']);
    expect(document).toMatchObject({ out, size: statSync(out).size, notKnown: [], problems: [] });
    const kinds = document.releases.map(({ kind }: { kind: string }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['hcpcs', 'ncci-ptp', 'ncci-mue', 'ncci-aoc']));
  });

  it('goes to the user’s data folder, where the other commands find it', () => {
    const home = join(folder, 'home');
    const env = { XDG_DATA_HOME: home, LOCALAPPDATA: home, HOME: home };
    const { status, stdout } = columnone(['build', RELEASES], { env });
    expect(status).toBe(0);
    expect(stdout).toContain(home);
    const { stdout: info, stderr } = columnone(['info', '--json'], { env });
    expect(stderr).toBe('');
    expect(JSON.parse(info)).toMatchObject({ from: 'data folder', path: expect.stringContaining(home) });
  });

  it('lists files of no known kind by name and goes on', () => {
    const releases = someReleases('with-others', /ANWEB|AOC/);
    writeFileSync(join(releases, 'OPPSCAP_Oct.csv'), 'HCPCS,MOD,PROCSTAT,CARRIER\n0633T,TC,C,01112\n');
    writeFileSync(join(releases, 'readme.txt'), 'Read me first.\n');
    const { status, stdout } = columnone(['build', '--out', join(folder, 'others'), releases]);
    expect(status).toBe(0);
    expect(stdout).toContain('OPPSCAP_Oct.csv');
    expect(stdout).toContain('readme.txt');
  });
});

describe('a build that fails', () => {
  it('names file and line, exits 2, and leaves the old codebook and nothing else', () => {
    const releases = someReleases('broken', /ccipra/);
    const path = join(releases, 'ccipra-v303r0.txt');
    writeFileSync(path, readFileSync(path, 'utf8').replace('\t20240930\t', '\t20240931\t'));
    const place = join(folder, 'place');
    mkdirSync(place);
    writeFileSync(join(place, 'codebook'), 'the old one');
    const { status, stdout, stderr } = columnone(['build', '--out', join(place, 'codebook'), releases]);
    expect(status).toBe(2);
    expect(stdout + stderr).toMatch(/ccipra-v303r0\.txt, line \d+: .*\[[a-z-]+\]/);
    expect(readdirSync(place)).toEqual(['codebook']);
    expect(readFileSync(join(place, 'codebook'), 'utf8')).toBe('the old one');
  });

  it('says so in JSON too', () => {
    const releases = join(folder, 'broken');
    const { status, stdout } = columnone(['build', '--json', '--out', join(folder, 'never'), releases]);
    expect(status).toBe(2);
    const { out, id, problems } = JSON.parse(stdout);
    expect({ out, id }).toEqual({ out: null, id: null });
    expect(problems[0]).toMatchObject({ code: expect.any(String), file: expect.any(String), line: expect.any(Number) });
    expect(existsSync(join(folder, 'never'))).toBe(false);
  });

  it.each([
    ['a path that is not there', () => [join(folder, 'nowhere')], 'file-unreadable|path-unreadable'],
    ['a folder without releases', () => [join(ROOT, 'samples/claims')], 'no-releases'],
  ])('%s', (_, paths, code) => {
    const out = join(folder, 'nothing');
    const { status, stderr } = columnone(['build', '--out', out, ...paths()]);
    expect(status).toBe(2);
    expect(stderr).toMatch(new RegExp(`\\[(${code})\\]`));
    expect(existsSync(out)).toBe(false);
  });

  it('names a broken download and writes nothing', () => {
    const releases = someReleases('noise', /AOC/);
    writeFileSync(join(releases, '2024-Alpha-Numeric-HCPCS-File.zip'), Buffer.alloc(3_000, 'noise\0'));
    const out = join(folder, 'noise-out');
    const { status, stderr } = columnone(['build', '--out', out, releases]);
    expect(status).toBe(2);
    expect(stderr).toContain(`${join(releases, '2024-Alpha-Numeric-HCPCS-File.zip')}: `);
    expect(stderr).toContain('[zip-broken]');
    expect(existsSync(out)).toBe(false);
  });

  it('says three problems of a kind in a file and counts the rest', () => {
    const releases = someReleases('many', /ccipra-v303r0/);
    const path = join(releases, 'ccipra-v303r0.txt');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/\t\d{8}\t/g, '\t20240931\t'));
    const { status, stderr } = columnone(['build', '--out', join(folder, 'never'), releases]);
    expect(status).toBe(2);
    expect(stderr.match(/^columnone: .*: .*\[ptp-date\]/gm)).toHaveLength(3);
    expect(stderr).toContain('more of [ptp-date] in ');
  });

  it('says that a folder takes no files before it reads', () => {
    // Root may write anywhere, so as root the process gives its rights up first.
    const place = join(folder, 'read-only');
    chmodSync(folder, 0o755);
    mkdirSync(place, { mode: 0o500 });
    const script = `
      const { assureWritable } = await import(${JSON.stringify(ATOMIC_WRITE)});
      if (process.getuid() === 0) process.setuid(65_534);
      await assureWritable(${JSON.stringify(join(place, 'codebook'))}, false).catch(({ code, message }) => console.log(code, message));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
    expect(stdout).toContain('file-unwritable You have no right to write in the folder');
  });

  it('says where it cannot write before it reads', () => {
    const { status, stderr } = columnone(['build', '--out', join(folder, 'no', 'such', 'folder'), RELEASES]);
    expect(status).toBe(2);
    expect(stderr).toContain('[file-unwritable]');
    expect(columnone(['build', '--out', folder, RELEASES]).stderr).toContain('It is a folder');
  });
});
