import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { FetchOptions } from '../../src/fetch/fetch-files.ts';
import type { Wanted } from '../../src/fetch/find-files.ts';
import { fetchFiles, type Net, planFetch, readRecord, SITES, type SiteId } from '../../src/fetch/index.ts';
import { entry, zip } from '../releases/fixtures.ts';
import { type Offered, type StandIn, standInSite } from '../support/stand-in-site.ts';

/** Soon out of patience, so that a test of a fault does not wait. */
export const netOf = ({ url }: StandIn, patience: Partial<Net['patience']> = {}): Net => ({
  standIn: new URL(url),
  patience: { answer: 2_000, silence: 2_000, tries: 3, pause: 1, ...patience },
});

/** A stand-in site, closed when the test file ends. */
export async function site(...files: readonly Offered[]): Promise<StandIn> {
  const standIn = await standInSite(files);
  afterAll(() => standIn.close());
  return standIn;
}

/** A data folder of its own, gone when the test file ends. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'columnone-fetch-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const optionsIn = (folder: string, net: Net, more: Partial<FetchOptions> = {}): FetchOptions => ({
  net,
  downloads: join(folder, 'downloads'),
  parts: join(folder, 'parts'),
  record: join(folder, 'fetched.json'),
  accepted: new Set(['AMA']),
  now: () => '2024-10-02T08:00:00.000Z',
  ...more,
});

/** Finds and fetches from some sites. */
export async function fetchFrom(
  standIn: StandIn,
  folder: string,
  { only = ['hcpcs'], wanted = 'latest', patience = {}, ...more }: FetchFrom = {},
) {
  const net = netOf(standIn, patience);
  const plan = await planFetch(sitesNamed(only), wanted, net);
  const { outcomes, problems } = await fetchFiles(plan.files, optionsIn(folder, net, more));
  return { plan, outcomes, problems: [...plan.problems, ...problems] };
}

interface FetchFrom extends Partial<Omit<FetchOptions, 'net'>> {
  readonly only?: readonly SiteId[];
  readonly wanted?: Wanted;
  readonly patience?: Partial<Net['patience']>;
}

export const sitesNamed = (ids: readonly SiteId[]) => SITES.filter(({ id }) => ids.includes(id));

export const downloadsIn = (folder: string): string[] => {
  mkdirSync(join(folder, 'downloads'), { recursive: true });
  return readdirSync(join(folder, 'downloads')).sort();
};

export const recordIn = (folder: string) => readRecord(join(folder, 'fetched.json'));

/** A zip archive of some size whose content cannot be mistaken for another's. */
export function archive(seed: number, size = 200_000): Uint8Array {
  const bytes = new Uint8Array(size);
  let state = seed;
  for (let i = 0; i < size; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[i] = state >>> 24;
  }
  return zip(entry('noise.txt', bytes));
}

export const HCPCS_NAME = 'october-2024-alpha-numeric-hcpcs-file.zip';

export const hcpcsFile = (bytes: Uint8Array, name = HCPCS_NAME): Offered => ({ site: 'hcpcs', name, bytes });
