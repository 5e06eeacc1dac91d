import { describe, expect, it } from 'vitest';
import { parsePeriod, planFetch, SITE_IDS, SITES, sizesOf } from '../../src/fetch/index.ts';
import { netOf, site, sitesNamed } from './fixture.ts';
import { beside, sampleQuarter } from './sample-site.ts';

const current = SITES.filter(({ archive }) => archive === undefined);

async function planned(wanted: string, sites = current) {
  const standIn = await site(...sampleQuarter(3), ...sampleQuarter(4), ...beside);
  return planFetch(sites, parsePeriod(wanted) ?? 'latest', netOf(standIn));
}

const namesOf = ({ files }: Awaited<ReturnType<typeof planned>>): string[] =>
  files.map(({ site, period, name }) => `${site} ${period.label} ${name}`);

describe('the newest files', () => {
  it('of each site and series, and nothing else that it links to', async () => {
    const plan = await planned('latest');
    expect(plan.problems).toEqual([]);
    expect(namesOf(plan)).toEqual([
      'hcpcs 2024Q4 october-2024-alpha-numeric-hcpcs-file.zip',
      'ncci-ptp 2024Q4 medicare-ncci-2024q4-practitioner-ptp-edits-ccipra-v303r0-f1.zip',
      'ncci-ptp 2024Q4 medicare-ncci-2024q4-hospital-ptp-edits-ccioph-v303r0-f1.zip',
      'ncci-mue 2024Q4 medicare-ncci-2024-q4-practitioner-services-mue-table.zip',
      'ncci-mue 2024Q4 medicare-ncci-2024-q4-facility-outpatient-hospital-services-mue-table.zip',
      'ncci-mue 2024Q4 medicare-ncci-2024-q4-dme-supplier-services-mue-table.zip',
      'ncci-aoc 2024Q4 add-code-edits-medicare-effective-10012024.zip',
      'pfs 2024Q4 rvu24d-updated-08-26-2024.zip',
      'asp 2024Q4 october-2024-asp-pricing-file.zip',
      'asp 2024Q3 july-2024-ndc-hcpcs-crosswalk.zip',
      'icd10cm FY2025 2025-code-descriptions-tabular-order.zip',
      'rbcs 2024 RBCS_RY_2024.csv',
    ]);
  });

  it('bear the licence of their site and of the page before them', async () => {
    const licenses = Object.fromEntries((await planned('latest')).files.map(({ site, license }) => [site, license]));
    expect(licenses).toEqual({
      hcpcs: 'none',
      'ncci-ptp': 'AMA',
      'ncci-mue': 'AMA',
      'ncci-aoc': 'AMA',
      pfs: 'AMA',
      asp: 'AMA',
      icd10cm: 'none',
      rbcs: 'none',
    });
  });
});

describe('the files of a period', () => {
  it('are those of the quarter, and of the year it is in', async () => {
    const plan = await planned('2024Q3');
    expect(namesOf(plan).filter((name) => !/ncci/.test(name))).toEqual([
      'hcpcs 2024Q3 july-2024-alpha-numeric-hcpcs-file.zip',
      'pfs 2024Q3 rvu24c.zip',
      'asp 2024Q3 july-2024-ndc-hcpcs-crosswalk.zip',
      'icd10cm 2024Q2 april-1-2024-code-descriptions-tabular-order.zip',
      'rbcs 2024 RBCS_RY_2024.csv',
    ]);
    expect(plan.missing).toEqual([]);
  });

  it('are all quarters of a year', async () => {
    expect(namesOf(await planned('2024', sitesNamed(['hcpcs', 'pfs'])))).toEqual([
      'hcpcs 2024Q3 july-2024-alpha-numeric-hcpcs-file.zip',
      'hcpcs 2024Q4 october-2024-alpha-numeric-hcpcs-file.zip',
      'pfs 2024Q3 rvu24c.zip',
      'pfs 2024Q4 rvu24d-updated-08-26-2024.zip',
    ]);
  });

  it('are said to be missing with those that are there', async () => {
    const { files, missing } = await planned('2019', sitesNamed(['hcpcs', 'pfs']));
    expect(files).toEqual([]);
    expect(missing).toEqual([
      { site: 'hcpcs', instead: ['2024Q4', '2024Q3'] },
      { site: 'pfs', instead: ['2024Q4', '2024Q3'] },
    ]);
  });
});

describe('a site', () => {
  it('without the links it had is a problem, and the others are read', async () => {
    const standIn = await site(...sampleQuarter(4).filter((file) => file.site === 'hcpcs'));
    const { files, problems } = await planFetch(sitesNamed(['hcpcs', 'pfs', 'asp', 'rbcs']), 'latest', netOf(standIn));
    expect(files).toHaveLength(1);
    expect(problems.map(({ code, file }) => [code, new URL(file ?? '').pathname.split('/').pop()])).toEqual([
      ['site-changed', 'pfs-relative-value-files'],
      ['site-changed', 'asp-pricing-files'],
      ['site-changed', 'data.json'],
    ]);
  });

  it('that is not there is a problem', async () => {
    const standIn = await site();
    await standIn.close();
    const { problems } = await planFetch(sitesNamed(['hcpcs']), 'latest', netOf(standIn, { tries: 2 }));
    expect(problems).toMatchObject([{ code: 'site-unreachable', message: expect.stringContaining('refused') }]);
  });

  it('is asked for sizes only of files whose licence is accepted', async () => {
    const standIn = await site(...sampleQuarter(4));
    const net = netOf(standIn);
    const { files } = await planFetch(sitesNamed(['hcpcs', 'ncci-ptp']), 'latest', net);
    const [hcpcs, ...ptp] = await sizesOf(files, new Set(), net);
    expect([hcpcs, ptp]).toEqual([sampleQuarter(4)[0].bytes.length, [null, null]]);
    expect(standIn.asked.filter((line) => line.includes('agree'))).toEqual([]);
    expect(await sizesOf(files, new Set(['AMA']), net)).not.toContain(null);
  });
});

describe('the sites as data', () => {
  it('are one for each id, with https pages on their own hosts', () => {
    expect(SITES.map(({ id }) => id)).toEqual(SITE_IDS);
    for (const { page, hosts } of SITES) {
      expect(new URL(page).protocol).toBe('https:');
      expect(hosts).toContain(new URL(page).hostname);
    }
  });
});
