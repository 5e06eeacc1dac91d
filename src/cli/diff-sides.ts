import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import type { Codebook } from '../codebook/codebook.ts';
import { MAGIC } from '../codebook/format.ts';
import type { Setting } from '../codes/setting.ts';
import { newestByTable } from '../diff/between-codebooks.ts';
import { type Origin, tableName } from '../diff/document.ts';
import { ProblemError } from '../problems.ts';
import { readReleases } from '../releases/index.ts';
import type { Release, ReleaseKind } from '../releases/release.ts';
import { type ChosenCodebook, openChosenCodebook } from './codebook-source.ts';
import { type NamedRelease, releasesNamed, supersedingPrint } from './diff-find.ts';
import { progressBar } from './progress.ts';

/** A release whose rows are read when they are asked for. */
export interface SideRelease extends NamedRelease {
  readonly partial: boolean;
  readonly load: () => Release;
}

/** What stands on one side of the comparison. */
export interface Side {
  readonly origin: Origin;
  /** By table the release to compare. */
  readonly chosen: ReadonlyMap<string, SideRelease>;
  /** Everything that its place holds: reports and corrections are looked for among them. */
  readonly all: readonly SideRelease[];
  readonly remarks: readonly string[];
}

export interface SideRequest {
  readonly kind?: ReleaseKind;
  readonly setting?: Setting;
  readonly codebook?: string;
}

/** Finds both sides; the codebook that ids are looked up in is opened once, and only if one is asked for. */
export async function bothSides(before: string, after: string, request: SideRequest): Promise<readonly [Side, Side]> {
  let codebook: Promise<ChosenCodebook> | null = null;
  const byIds = (): Promise<ChosenCodebook> => {
    codebook ??= openChosenCodebook(request.codebook);
    return codebook;
  };
  return [await sideOf(before, request, byIds), await sideOf(after, request, byIds)];
}

async function sideOf(text: string, request: SideRequest, byIds: () => Promise<ChosenCodebook>): Promise<Side> {
  if (!existsSync(text)) return fromId(text, await byIds(), request);
  if (isCodebook(text)) return fromCodebook(await openChosenCodebook(text), request);
  return fromFiles(text, request);
}

function isCodebook(path: string): boolean {
  if (!statSync(path).isFile()) return false;
  const fd = openSync(path, 'r');
  try {
    const head = new Uint8Array(MAGIC.length);
    readSync(fd, head, 0, head.length, 0);
    return head.every((byte, i) => byte === MAGIC[i]);
  } finally {
    closeSync(fd);
  }
}

function fromId(text: string, { codebook, path }: ChosenCodebook, request: SideRequest): Side {
  const all = releasesIn(codebook);
  const named = releasesNamed(text, wanted(all, request));
  const chosen = newest(named, request);
  const remarks = [...chosen.values()].flatMap((release) => {
    const later = supersedingPrint(release, all);
    return later === null ? [] : [`${release.id} is superseded by ${later.id}, which CMS printed after it.`];
  });
  return { origin: { codebook: codebook.id, path }, chosen, all, remarks };
}

function fromCodebook({ codebook, path }: ChosenCodebook, request: SideRequest): Side {
  const all = releasesIn(codebook);
  return { origin: { codebook: codebook.id, path }, chosen: newest(wanted(all, request), request), all, remarks: [] };
}

async function fromFiles(path: string, request: SideRequest): Promise<Side> {
  const all = await releasesInFiles([path]);
  return { origin: { codebook: null, path }, chosen: newest(wanted(all, request), request), all, remarks: [] };
}

const releasesIn = (codebook: Codebook): readonly SideRelease[] =>
  codebook.releases.map(({ id, kind, setting, period, partial, index }) => ({
    ...{ id, kind, setting, period, partial },
    load: () => codebook.releaseContent(index),
  }));

/**
 * The releases in files and folders, named as a codebook would name them.
 *
 * @throws ProblemError the first thing wrong with them; `no-releases`
 */
export async function releasesInFiles(paths: readonly string[]): Promise<readonly SideRelease[]> {
  const progress = await progressBar('reading', 1);
  try {
    const { releases, problems } = await readReleases(paths, {
      onProgress: (done, total, name) => progress.set(done, total, name),
    });
    const [first] = problems;
    if (first !== undefined) throw new ProblemError(first.code, first.message, first);
    if (releases.length === 0) throw new ProblemError('no-releases', `No release was found in ${paths.join(', ')}.`);
    return releases.map((release) => ({
      ...{ id: nameOf(release), kind: release.kind, setting: release.setting, period: release.period },
      ...{ partial: false, load: () => release },
    }));
  } finally {
    progress.stop();
  }
}

const nameOf = ({ kind, setting, period, print }: Release): string =>
  [tableName({ kind, setting }), period.label, ...(print > 1 ? [`v${print}`] : [])].join('/');

const wanted = (releases: readonly SideRelease[], { kind, setting }: SideRequest): readonly SideRelease[] =>
  releases.filter(
    (release) =>
      (kind === undefined || release.kind === kind) && (setting === undefined || release.setting === setting),
  );

/** Reports are compared with one another only where their kind is asked for. */
const newest = (releases: readonly SideRelease[], { kind }: SideRequest): ReadonlyMap<string, SideRelease> =>
  newestByTable(releases, kind !== undefined);
