import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnoneAt, columnoneWith } from './command.ts';
import { archive, dataFolder, HCPCS_NAME, hcpcsFile, site } from './fixture.ts';
import { beside, sampleQuarter } from './sample-site.ts';

const recordOf = (home: string) => JSON.parse(readFileSync(join(home, 'columnone/fetched.json'), 'utf8'));

describe('fetch', () => {
  it('stops before files under a licence that was not accepted, and says how it is', async () => {
    const [standIn, home] = [await site(...sampleQuarter(4)), dataFolder()];
    const { status, stdout, stderr } = await columnoneAt(standIn, home, 'fetch', '--only', 'hcpcs,ncci-ptp');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.replaceAll('\n', ' ')).toContain(
      'CPT codes, descriptions and other data only are copyright 2023 American Medical Association. All rights reserved.',
    );
    expect(stderr).toContain('https://www.cms.gov/license/ama');
    expect(stderr).toContain('--accept-ama-license');
    expect(stderr).toContain('[license-not-accepted]');
    expect(standIn.asked.filter((line) => line.includes('/files/'))).toEqual([]);
  });

  it('fetches them once it is accepted, records that, and asks no more', async () => {
    const [standIn, home] = [await site(...sampleQuarter(4), ...beside), dataFolder()];
    const { status, stdout } = await columnoneAt(standIn, home, 'fetch', '--accept-ama-license');
    expect(status).toBe(0);
    expect(stdout).toContain('12 files');
    expect(recordOf(home).licenses).toEqual([{ license: 'AMA', year: 2023, acceptedAt: expect.any(String) }]);
    expect(readdirSync(join(home, 'columnone/downloads'))).toHaveLength(12);
    const again = await columnoneAt(standIn, home, 'fetch', '--json');
    expect([again.status, again.stderr]).toEqual([0, expect.stringContaining('You accepted')]);
    const { files, problems } = JSON.parse(again.stdout);
    expect(new Set(files.map((file: { status: string }) => file.status))).toEqual(new Set(['unchanged']));
    expect(problems).toEqual([]);
  });

  it('needs no licence for files that have none', async () => {
    const [standIn, home] = [await site(...sampleQuarter(4)), dataFolder()];
    const { status, stderr } = await columnoneAt(standIn, home, 'fetch', '--only', 'hcpcs');
    expect([status, stderr]).toEqual([0, '']);
    expect(recordOf(home).licenses).toEqual([]);
  });

  it('says of a changed file what became of both', async () => {
    const [file, home] = [hcpcsFile(archive(1)), dataFolder()];
    const standIn = await site(file);
    await columnoneAt(standIn, home, 'fetch', '--only', 'hcpcs');
    file.bytes = archive(2);
    const { status, stdout } = await columnoneAt(standIn, home, 'fetch', '--only', 'hcpcs');
    expect(status).toBe(1);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(`was changed on the server: the file fetched on`);
    expect(readdirSync(join(home, 'columnone/downloads'))).toHaveLength(2);
  });

  it('lists without fetching', async () => {
    const [standIn, home] = [await site(...sampleQuarter(4)), dataFolder()];
    const { status, stdout } = await columnoneAt(
      standIn,
      home,
      'fetch',
      '--list',
      '--json',
      '--only',
      'hcpcs,ncci-ptp',
    );
    expect(status).toBe(0);
    const { files } = JSON.parse(stdout);
    expect(files.map(({ name, license, bytes }: Record<string, unknown>) => [name, license, bytes])).toEqual([
      [HCPCS_NAME, 'none', sampleQuarter(4)[0].bytes.length],
      [expect.stringContaining('ccipra'), 'AMA', null],
      [expect.stringContaining('ccioph'), 'AMA', null],
    ]);
    expect(existsSync(join(home, 'columnone'))).toBe(false);
  });

  it('says of a period which sites lack it', async () => {
    const [standIn, home] = [await site(...sampleQuarter(3), ...sampleQuarter(4)), dataFolder()];
    const none = await columnoneAt(standIn, home, 'fetch', '2019', '--only', 'hcpcs');
    expect(none.status).toBe(2);
    expect(none.stderr).toContain('hcpcs has 2024Q4, 2024Q3. [period-not-published]');
    const some = await columnoneAt(standIn, home, 'fetch', '2024Q3', '--only', 'hcpcs');
    expect(some.status).toBe(0);
    expect(readdirSync(join(home, 'columnone/downloads'))).toEqual(['july-2024-alpha-numeric-hcpcs-file.zip']);
  });

  it('exits 2 where a site fails, and keeps what the others gave', async () => {
    const [standIn, home] = [await site(...sampleQuarter(4)), dataFolder()];
    const { status, stdout, stderr } = await columnoneAt(standIn, home, 'fetch', '--only', 'hcpcs,icd10cm');
    expect(status).toBe(2);
    expect(stdout).toContain(HCPCS_NAME);
    expect(stderr).toContain('[site-changed]');
  });

  it.each([
    ['a period that is none', ['2024Q5']],
    ['a site that is none', ['--only', 'hcpcs,cpt']],
    ['plain http beyond this machine', ['--site', 'http://mirror.example/']],
  ])('refuses %s', async (_, args) => {
    const { status, stderr } = await columnoneWith(dataFolder(), 'fetch', ...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: /);
  });

  it('does not run beside another', async () => {
    const [standIn, home] = [await site(hcpcsFile(archive(1, 1_000_000))), dataFolder()];
    // The first takes a minute unless it is let go.
    standIn.manners.slow = 1_000;
    const first = columnoneAt(standIn, home, 'fetch', '--only', 'hcpcs');
    while (!standIn.asked.some((line) => line.includes(HCPCS_NAME))) await new Promise((r) => setTimeout(r, 5));
    const second = await columnoneAt(standIn, home, 'fetch', '--only', 'hcpcs');
    standIn.manners.slow = 0;
    expect([second.status, second.stderr]).toEqual([2, expect.stringContaining('[data-folder-busy]')]);
    expect((await first).status).toBe(0);
  });
});
