import { join } from 'node:path';
import { type Problem, ProblemError } from '../problems.ts';
import { download } from './download.ts';
import { type FoundFile, findFiles, type Wanted } from './find-files.ts';
import { askForFile } from './gate.ts';
import { type Net, Passing } from './net.ts';
import { dropPart } from './part.ts';
import { isAsNamed, isThere, place, sha256OfFile } from './place.ts';
import { type FetchedFile, readRecord, writeRecord } from './record.ts';
import type { License, Site, SiteId } from './sites.ts';

/** What the sites have of a period. */
export interface Plan {
  readonly files: readonly FoundFile[];
  /** Sites that have other periods only. */
  readonly missing: readonly { readonly site: SiteId; readonly instead: readonly string[] }[];
  /** Sites that could not be read. */
  readonly problems: readonly Problem[];
}

/** Looks on every site; one that fails keeps none of the others back. */
export async function planFetch(
  sites: readonly Site[],
  wanted: Wanted,
  net: Net,
  onSite: (done: number, total: number, site: string) => void = () => {},
): Promise<Plan> {
  const files: FoundFile[] = [];
  const missing: { site: SiteId; instead: readonly string[] }[] = [];
  const problems: Problem[] = [];
  for (const [i, site] of sites.entries()) {
    onSite(i, sites.length, site.id);
    await collect(problems, async () => {
      const found = await findFiles(site, wanted, net);
      files.push(...found.files);
      if (found.files.length === 0) missing.push({ site: site.id, instead: found.instead });
    });
  }
  return { files, missing, problems };
}

/** The sizes of files in bytes, as far as the server tells them without sending the files; null elsewhere. */
export async function sizesOf(
  files: readonly FoundFile[],
  accepted: ReadonlySet<License>,
  net: Net,
): Promise<readonly (number | null)[]> {
  const sizes: (number | null)[] = [];
  for (const file of files) {
    const isOpen = file.license === 'none' || accepted.has(file.license);
    sizes.push(isOpen ? await sizeOf(file, accepted, net) : null);
  }
  return sizes;
}

async function sizeOf(file: FoundFile, accepted: ReadonlySet<License>, net: Net): Promise<number | null> {
  try {
    const { status, headers, drop } = await askForFile(file, { method: 'HEAD' }, accepted, net);
    await drop();
    const length = headers.get('content-length');
    return status === 200 && length !== null ? Number(length) : null;
  } catch (error) {
    if (error instanceof ProblemError || error instanceof Passing) return null;
    throw error;
  }
}

export interface FetchOptions {
  readonly net: Net;
  /** For finished files. */
  readonly downloads: string;
  /** For parts of files; on the same disk. */
  readonly parts: string;
  /** The checksum record, a file. */
  readonly record: string;
  readonly accepted: ReadonlySet<License>;
  /** The time in ISO form. */
  readonly now: () => string;
  readonly onBytes?: (file: FoundFile, index: number, done: number, total: number) => void;
}

/** What became of a file. */
export interface FileOutcome {
  readonly file: FoundFile;
  /** `changed`: the server has other bytes under the name than were fetched before; both are kept. */
  readonly status: 'new' | 'unchanged' | 'changed';
  readonly fetched: FetchedFile;
  /** Bytes that were there from a run that was broken off. */
  readonly resumedAt: number;
}

export interface Fetched {
  readonly outcomes: readonly FileOutcome[];
  readonly problems: readonly Problem[];
}

/** Fetches files, each whole or not at all, and records each when it has its name. */
export async function fetchFiles(files: readonly FoundFile[], options: FetchOptions): Promise<Fetched> {
  const outcomes: FileOutcome[] = [];
  const problems: Problem[] = [];
  for (const [i, file] of files.entries()) {
    await collect(problems, async () => void outcomes.push(await fetchFile(file, i, options)));
  }
  return { outcomes, problems };
}

async function collect(problems: Problem[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    problems.push(error);
  }
}

async function fetchFile(file: FoundFile, index: number, options: FetchOptions): Promise<FileOutcome> {
  const { net, downloads, parts: folder, accepted } = options;
  const versions = (await readRecord(options.record)).files.filter(({ url }) => url === file.url.href);
  const known = versions.at(-1);
  const isKept = known !== undefined && (await isThere(join(downloads, known.storedAs), known.sha256));
  const onBytes = (done: number, total: number): void => options.onBytes?.(file, index, done, total);
  const got = await diskErrors(downloads, () =>
    download(file, isKept ? known : null, { net, folder, accepted, onBytes }),
  );
  if (got === null) return { file, status: 'unchanged', fetched: known!, resumedAt: 0 };
  if (!(await isAsNamed(got.part.path, file.name))) {
    dropPart(got.part);
    throw new ProblemError('download-not-as-named', 'What came is no such file, or not all of it.', {
      file: file.url.href,
    });
  }
  const sha256 = await sha256OfFile(got.part.path);
  const { storedAs } = await diskErrors(downloads, () => place(got.part, downloads, file.name, sha256));
  const oddity = oddityOf(file, sha256, storedAs, known);
  const fetched: FetchedFile = {
    site: file.site,
    url: file.url.href,
    name: file.name,
    storedAs,
    period: file.period.label,
    sha256,
    bytes: got.bytes,
    etag: got.etag,
    lastModified: got.lastModified,
    fetchedAt: options.now(),
    oddity,
  };
  await remember(options.record, fetched);
  const status = oddity !== null ? 'changed' : isKept ? 'unchanged' : 'new';
  return { file, status, fetched, resumedAt: got.resumedAt };
}

function oddityOf(file: FoundFile, sha256: string, storedAs: string, known: FetchedFile | undefined): string | null {
  if (known !== undefined && known.sha256 !== sha256) {
    const day = known.fetchedAt.slice(0, 10);
    return `${file.name} was changed on the server: the file fetched on ${day} stays as ${known.storedAs}, the one there now is ${storedAs}`;
  }
  if (storedAs === file.name || storedAs === known?.storedAs) return null;
  return `another file named ${file.name} was there: it stays, and the one fetched is ${storedAs}`;
}

/** Puts a version last in the record, in the place of the same version fetched before. */
async function remember(path: string, fetched: FetchedFile): Promise<void> {
  const record = await readRecord(path);
  const others = record.files.filter(({ url, sha256 }) => url !== fetched.url || sha256 !== fetched.sha256);
  await writeRecord(path, { ...record, files: [...others, fetched] });
}

/** What the disk refuses, as a problem. */
async function diskErrors<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error;
    const message = code === 'ENOSPC' ? 'The disk is full.' : `It cannot be written (${code}).`;
    throw new ProblemError('file-unwritable', message, { file: folder });
  }
}
