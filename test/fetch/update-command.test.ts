import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entry, zip } from '../releases/fixtures.ts';
import type { Offered, StandIn } from '../support/stand-in-site.ts';
import { columnoneAt, columnoneWith } from './command.ts';
import { dataFolder, site } from './fixture.ts';
import { sampleQuarter } from './sample-site.ts';

const SITES = ['--only', 'hcpcs,ncci-ptp,ncci-mue,ncci-aoc', '--accept-ama-license'];
const update = (standIn: StandIn, home: string, ...args: readonly string[]) =>
  columnoneAt(standIn, home, 'update', ...SITES, ...args);

const codebookIn = (home: string, name = 'codebook'): Buffer => readFileSync(join(home, 'columnone', name));

/** A data folder with a codebook of the third quarter, and a site that has the fourth too. */
async function afterThirdQuarter() {
  const files: Offered[] = [...sampleQuarter(3)];
  const [standIn, home] = [await site(...files, ...sampleQuarter(4)), dataFolder()];
  const { status } = await update(standIn, home, '2024Q3');
  expect(status).toBe(0);
  return { standIn, home, files };
}

describe('update', () => {
  it('makes a codebook that answers, where there was none', async () => {
    const { home } = await afterThirdQuarter();
    expect(readdirSync(join(home, 'columnone')).sort()).toEqual(['codebook', 'downloads', 'fetched.json', 'parts']);
    const { status, stdout, stderr } = await columnoneWith(home, 'pair', '11042', '97597', '--on', '2024-08-01');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('2024Q3');
  });

  it('puts a new one in use, keeps the former, and says what changed', async () => {
    const { standIn, home } = await afterThirdQuarter();
    const former = codebookIn(home);
    const { status, stdout } = await update(standIn, home, '--json');
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      isReplaced: true,
      previous: join(home, 'columnone/previous.codebook'),
      problems: [],
    });
    expect(report.difference.newReleases).toContain('ncci-ptp/professional/2024Q4');
    expect(report.carried).toEqual([]);
    expect(report.difference.added).toContain('A2027');
    expect(report.difference.ended).toContain('J1170');
    expect(codebookIn(home, 'previous.codebook').equals(former)).toBe(true);
    expect(codebookIn(home).equals(former)).toBe(false);
    const { stdout: info } = await columnoneWith(home, 'info', '--json');
    expect(JSON.parse(info)).toMatchObject({ from: 'data folder', codebook: report.next });
  });

  it('leaves the codebook as it is when nothing is new', async () => {
    const { standIn, home } = await afterThirdQuarter();
    const { status, stdout } = await update(standIn, home, '2024Q3');
    expect([status, stdout]).toEqual([0, expect.stringContaining('nothing is new')]);
    expect(existsSync(join(home, 'columnone/previous.codebook'))).toBe(false);
  });

  it('with --dry-run tells what would change and leaves the codebook', async () => {
    const { standIn, home } = await afterThirdQuarter();
    const former = codebookIn(home);
    const { status, stdout } = await update(standIn, home, '--dry-run');
    expect([status, stdout]).toEqual([0, expect.stringContaining('--dry-run')]);
    expect(stdout).toMatch(/\d+ codes added/);
    expect(codebookIn(home).equals(former)).toBe(true);
  });

  it('keeps the former codebook in use when a release is broken', async () => {
    const broken = zip(entry('ccipra-v303r0.txt', 'Column1/Column2 Edits\r\nno\tsuch\trow\r\n'));
    const files = sampleQuarter(4).map((file) => (/ccipra/.test(file.name) ? { ...file, bytes: broken } : file));
    const [standIn, home] = [await site(...sampleQuarter(3), ...files), dataFolder()];
    await update(standIn, home, '2024Q3');
    const former = codebookIn(home);
    const { status, stderr } = await update(standIn, home);
    expect(status).toBe(2);
    expect(stderr).toContain('No codebook could be built: the former codebook stays in use.');
    expect(stderr).toMatch(/ccipra-v303r0\.txt.*\[[a-z-]+\]/);
    expect(codebookIn(home).equals(former)).toBe(true);
  });

  it('keeps it in use when a file cannot be fetched', async () => {
    const { home, files } = await afterThirdQuarter();
    const former = codebookIn(home);
    const elsewhere = await site(...files, ...sampleQuarter(4));
    elsewhere.manners.redirectTo = '/nowhere';
    const { status, stderr } = await update(elsewhere, home);
    expect(status).toBe(2);
    expect(stderr).toContain('Not all files were fetched: the former codebook stays in use.');
    expect(codebookIn(home).equals(former)).toBe(true);
  });

  it('keeps it in use when a release was changed under its name, and names both files', async () => {
    const { home } = await afterThirdQuarter();
    const former = codebookIn(home);
    const changed = sampleQuarter(3).map((file) =>
      file.site === 'ncci-aoc' ? { ...file, bytes: withoutLast(file) } : file,
    );
    const { status, stderr } = await update(await site(...changed), home, '2024Q3');
    expect(status).toBe(2);
    expect(stderr).toMatch(/\[releases-conflict\]/);
    expect(stderr).toMatch(/add-code-edits-medicare-effective-07012024\.[0-9a-f]{8}\.zip/);
    expect(codebookIn(home).equals(former)).toBe(true);
  });

  it('makes a new one where the codebook in use is broken, and keeps no broken one', async () => {
    const { standIn, home } = await afterThirdQuarter();
    writeFileSync(join(home, 'columnone/codebook'), 'no codebook');
    const { status, stderr } = await update(standIn, home);
    expect([status, stderr]).toEqual([0, expect.stringContaining('[codebook-unrecognised]')]);
    expect((await columnoneWith(home, 'info')).status).toBe(0);
    expect(existsSync(join(home, 'columnone/previous.codebook'))).toBe(false);
  });

  it('carries over, to the byte, what the former codebook has of releases without a file', async () => {
    const [standIn, home] = [await site(...sampleQuarter(3), ...sampleQuarter(4)), dataFolder()];
    await update(standIn, home, '2024');
    const downloads = join(home, 'columnone/downloads');
    for (const { name } of sampleQuarter(3)) rmSync(join(downloads, name));
    const { status, stdout } = await update(standIn, home, '--json');
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    expect(report.carried).toHaveLength(7);
    expect(report.carried).toContain('ncci-ptp/professional/2024Q3');
    expect(report).toMatchObject({ next: report.former, isReplaced: false });
  });
});

/** The sample's add-on code edits without their last row. */
function withoutLast({ name }: Offered): Uint8Array {
  const path = join(import.meta.dirname, '../../samples/releases/AOC_V2024Q3-MCR.txt');
  const lines = readFileSync(path, 'latin1').trimEnd().split(/\r?\n/);
  expect(name).toContain('07012024');
  return zip(entry('AOC_V2024Q3-MCR.txt', `${lines.slice(0, -1).join('\r\n')}\r\n`));
}
