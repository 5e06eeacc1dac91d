import { mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** By what a server tells one version of a file from another. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

const NOTE = z.object({ url: z.string(), etag: z.string().nullable(), lastModified: z.string().nullable() });

/**
 * A file on its way: what has come of it, and a note beside it of which version that is. All at once and not in turns:
 * while this waited for the disk, a connection that breaks would take with it what has come since.
 */
export interface Part {
  readonly path: string;
  readonly notePath: string;
}

export function partIn(folder: string, name: string): Part {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.part`);
  return { path, notePath: `${path}.json` };
}

/** Bytes that have come; 0 where nothing has. */
export const partSize = ({ path }: Part): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** The version of which a part has come; null where that is not known, so that only the whole can be asked for. */
export function versionOf(part: Part, url: URL): Validators | null {
  const note = partSize(part) > 0 ? noteOf(part) : null;
  return note === null || note.url !== url.href ? null : note;
}

/** With what the rest of a version can be asked for: a weak tag says "as good as the same", which is not the same bytes. */
export const ifRange = ({ etag, lastModified }: Validators): string | null =>
  etag !== null && !etag.startsWith('W/') ? etag : lastModified;

/** Whether nothing that a server says tells two versions apart. */
export function mayBeSame(a: Validators, b: Validators): boolean {
  const differ = (x: string | null, y: string | null): boolean => x !== null && y !== null && x !== y;
  const bare = (etag: string | null): string | null => etag?.replace(/^W\//, '') ?? null;
  return !differ(bare(a.etag), bare(b.etag)) && !differ(a.lastModified, b.lastModified);
}

function noteOf({ notePath }: Part): z.infer<typeof NOTE> | null {
  try {
    return NOTE.parse(JSON.parse(readFileSync(notePath, 'utf8')));
  } catch {
    // None, or one that was cut when the computer stopped: then the file is fetched from its start.
    return null;
  }
}

/** An empty part of a new version, opened. The note comes first: bytes without one are never continued. */
export function startPart(part: Part, url: URL, { etag, lastModified }: Validators): number {
  dropPart(part);
  writeFileSync(part.notePath, JSON.stringify({ url: url.href, etag, lastModified }));
  return openSync(part.path, 'wx');
}

/** The part, opened for what comes behind it. */
export const continuePart = ({ path }: Part): number => openSync(path, 'a');

export function dropPart({ path, notePath }: Part): void {
  rmSync(path, { force: true });
  rmSync(notePath, { force: true });
}
