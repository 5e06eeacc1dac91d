import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { entry, zip } from '../releases/fixtures.ts';
import { dataPath, HAS_DATA } from '../support/data.ts';
import type { Offered } from '../support/stand-in-site.ts';
import { columnoneAt, columnoneWith } from './command.ts';
import { dataFolder, site } from './fixture.ts';

const data = (path: string): Uint8Array => new Uint8Array(readFileSync(dataPath(path)));
/** Files of the reference data as CMS's archive; those in gzip stay so within. */
const archiveOf = (...paths: readonly string[]): Uint8Array =>
  zip(...paths.map((path) => entry(path.split('/').at(-1) ?? path, data(path))));

const hcpcs = (quarter: string, path: string): Offered => ({
  site: 'hcpcs',
  name: `${quarter}-alpha-numeric-hcpcs-file.zip`,
  bytes: archiveOf(path),
});
const ncci = (site: Offered['site'], name: string, path: string, gated = false): Offered => ({
  site,
  name: `medicare-ncci-${name}.zip`,
  bytes: archiveOf(path),
  gated,
});

const offered = (): readonly Offered[] => [
  hcpcs('july-2024', 'hcpcs/HCPC2024_JUL_ANWEB.txt.gz'),
  hcpcs('october-2024', 'hcpcs/HCPC2024_OCT_ANWEB.txt.gz'),
  hcpcs('october-2025', 'hcpcs/HCPC2025_OCT_ANWEB_v3.txt.gz'),
  {
    site: 'hcpcs-annual',
    subpage: '2019-alpha-numeric-hcpcs-file',
    name: '2019-alpha-numeric-hcpcs-file.zip',
    bytes: data('hcpcs/2019-Alpha-Numeric-HCPCS-File.zip'),
  },
  ncci('ncci-ptp', '2024q3-practitioner-ptp-edits-ccipra-v302r0-f1', 'ncci/ccipra-v302r0.txt.gz', true),
  ncci('ncci-ptp', '2024q3-hospital-ptp-edits-ccioph-v302r0-f1', 'ncci/ccioph-v302r0.txt.gz', true),
  ncci('ncci-mue', '2024-q3-practitioner-services-mue-table', 'ncci/mue-prac-2024q3.csv'),
  ncci('ncci-mue', '2024-q3-facility-outpatient-hospital-services-mue-table', 'ncci/mue-out-2024q3.csv'),
  ncci('ncci-mue', '2024-q3-dme-supplier-services-mue-table', 'ncci/mue-dme-2024q3.csv'),
  {
    site: 'ncci-aoc',
    name: 'add-code-edits-medicare-effective-04012024.zip',
    bytes: archiveOf('ncci/aoc-2024q2.csv'),
  },
  {
    site: 'pfs',
    subpage: 'rvu25d',
    name: 'rvu25d-updated-09-30-2025.zip',
    bytes: archiveOf(
      'fee-schedule/PPRRVU2025_Oct.nodesc.csv.gz',
      'fee-schedule/GPCI2025.txt',
      'fee-schedule/ANES2025.txt',
    ),
    gated: true,
  },
  {
    site: 'icd10cm',
    name: '2024-code-descriptions-tabular-order.zip',
    bytes: archiveOf('icd10/icd10cm_order_2024.txt.gz'),
  },
  { site: 'rbcs', name: 'RBCS_RY_2024.csv', bytes: new Uint8Array(gunzipSync(data('hcpcs/rbcs-2024.csv.gz'))) },
];

/** All sites but that of drug prices, of which there is no reference data. */
const ONLY = ['--only', 'hcpcs,ncci-ptp,ncci-mue,ncci-aoc,pfs,icd10cm,rbcs', '--accept-ama-license'];

describe.skipIf(!HAS_DATA)('the reference data on a stand-in site', () => {
  it('comes over a line that breaks, makes a codebook, and answers', async () => {
    const files = offered();
    const [standIn, home] = [await site(...files), dataFolder()];
    standIn.manners.dropAfter = 3_000_000;
    const { status, stdout } = await columnoneAt(standIn, home, 'update', ...ONLY, '--json');
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    expect(report.fetch.files).toHaveLength(10);
    const downloads = join(home, 'columnone/downloads');
    for (const name of readdirSync(downloads)) {
      const sent = files.find((file) => file.name === name);
      expect(sha256(readFileSync(join(downloads, name)))).toBe(sha256(sent?.bytes ?? new Uint8Array()));
    }
    expect(standIn.asked.filter((line) => / bytes=\d+-$/.test(line)).length).toBeGreaterThan(2);

    const { stdout: info } = await columnoneWith(home, 'info', '--json');
    const releases = JSON.parse(info).releases as { id: string; rowCount: number }[];
    expect(releases).toContainEqual(
      expect.objectContaining({ id: 'ncci-ptp/professional/2024Q3', rowCount: 2_546_017 }),
    );
    expect(releases).toContainEqual(expect.objectContaining({ id: 'ncci-ptp/outpatient/2024Q3', rowCount: 1_775_818 }));
    const looked = await columnoneWith(home, 'lookup', 'J0135', '--on', '2025-10-01', '--json');
    expect(JSON.parse(looked.stdout).codes[0]).toMatchObject({ code: 'J0135', release: 'hcpcs/2025Q4/v3' });
    const pair = await columnoneWith(home, 'pair', '11042', '97597', '--on', '2024-08-01', '--json');
    expect([pair.status, JSON.parse(pair.stdout).inForce.columnOne]).toEqual([0, '11042']);
  });

  it('tells what a year brought: 372 codes', async () => {
    const [standIn, home] = [await site(...offered()), dataFolder()];
    expect((await columnoneAt(standIn, home, 'update', '2024Q4', '--only', 'hcpcs')).status).toBe(0);
    const { status, stdout } = await columnoneAt(standIn, home, 'update', '2025Q4', '--only', 'hcpcs', '--json');
    expect(status).toBe(0);
    const { difference } = JSON.parse(stdout);
    expect(difference.newReleases).toEqual(['hcpcs/2025Q4/v3']);
    expect(difference.added).toHaveLength(372);
  });

  it('fetches a release set of a past year from its archive', async () => {
    const [standIn, home] = [await site(...offered()), dataFolder()];
    const { status } = await columnoneAt(standIn, home, 'update', '2019', '--only', 'hcpcs-annual');
    expect(status).toBe(0);
    const { stdout } = await columnoneWith(home, 'lookup', 'A0021', '--on', '2019-06-01', '--json');
    expect(JSON.parse(stdout).codes[0]).toMatchObject({ release: expect.stringMatching(/^hcpcs\/2019/) });
  });
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
