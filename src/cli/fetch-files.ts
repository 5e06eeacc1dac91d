import { join } from 'node:path';
import {
  type FileOutcome,
  type FoundFile,
  fetchFiles,
  type License,
  type Net,
  PATIENCE,
  type Plan,
  planFetch,
  SITES,
  type Wanted,
} from '../fetch/index.ts';
import { type Problem, ProblemError } from '../problems.ts';
import { userDataFolder } from './data-folder.ts';
import { acceptLicenses } from './fetch-license.ts';
import type { FetchFlags } from './fetch-options.ts';
import { progressBar } from './progress.ts';
import { now } from './today.ts';

/** Where things lie in the data folder. */
export const fetchPaths = (folder = userDataFolder()) => ({
  downloads: join(folder, 'downloads'),
  parts: join(folder, 'parts'),
  record: join(folder, 'fetched.json'),
  lock: join(folder, 'lock'),
});

export const netFor = ({ site }: FetchFlags): Net => ({ standIn: site ?? null, patience: PATIENCE });

/**
 * Looks what the sites have.
 *
 * @throws ProblemError `period-not-published` where none has the period
 */
export async function plan(wanted: Wanted, flags: FetchFlags): Promise<Plan> {
  const { only } = flags;
  const sites = SITES.filter(({ id, archive }) => only?.includes(id) ?? (archive === undefined || wanted !== 'latest'));
  const progress = await progressBar('looking ', sites.length);
  let found: Plan;
  try {
    found = await planFetch(sites, wanted, netFor(flags), (done, total, site) => progress.set(done, total, site));
  } finally {
    progress.stop();
  }
  // Of an archive it goes without saying that it lacks most periods.
  const isAsked = (id: string): boolean => only !== undefined || SITES.some((site) => site.id === id && !site.archive);
  const missing = found.missing.filter(({ site }) => isAsked(site));
  if (found.files.length > 0 || found.problems.length > 0) return { ...found, missing };
  const there = missing.map(({ site, instead }) => `${site} has ${instead.slice(0, 4).join(', ')}`).join('; ');
  throw new ProblemError('period-not-published', `No site has files of this period: ${there}.`);
}

/** What was fetched, for `fetch` and `update` to show. */
export interface FetchReport {
  readonly plan: Plan;
  readonly outcomes: readonly FileOutcome[];
  readonly problems: readonly Problem[];
}

/** Finds, has licences accepted, fetches. */
export async function fetchWanted(wanted: Wanted, flags: FetchFlags): Promise<FetchReport> {
  const { record } = fetchPaths();
  const found = await plan(wanted, flags);
  const accepted = await acceptLicenses(found.files, {
    isAccepted: flags.acceptAmaLicense === true,
    record,
    now: now(),
  });
  const { outcomes, problems } = await fetchWithBar(found.files, accepted, netFor(flags));
  return { plan: found, outcomes, problems: [...found.problems, ...problems] };
}

async function fetchWithBar(files: readonly FoundFile[], accepted: ReadonlySet<License>, net: Net) {
  const progress = await progressBar('fetching', files.length);
  const onBytes = ({ name }: FoundFile, index: number, done: number, total: number): void =>
    progress.set(done, total || done, `${name} ${index + 1}/${files.length}`);
  try {
    return await fetchFiles(files, { ...fetchPaths(), net, accepted, now, onBytes });
  } finally {
    progress.stop();
  }
}
