import { closeSync, fsyncSync, writeFileSync } from 'node:fs';
import { ProblemError } from '../problems.ts';
import type { FoundFile } from './find-files.ts';
import { askForFile } from './gate.ts';
import { type Answer, type Net, Passing, persist, type Request } from './net.ts';
import {
  continuePart,
  dropPart,
  ifRange,
  mayBeSame,
  type Part,
  partIn,
  partSize,
  startPart,
  type Validators,
  versionOf,
} from './part.ts';
import type { License } from './sites.ts';

/** No file of CMS's comes near it: the largest, a part of the PTP tables, has 20 MB. */
const MOST_BYTES = 2 ** 30;

export interface DownloadContext {
  readonly net: Net;
  /** Where parts lie: on the same disk as the finished files. */
  readonly folder: string;
  readonly accepted: ReadonlySet<License>;
  readonly onBytes: (done: number, total: number) => void;
}

/** A file that has come whole, still under its part's name; null where the server has the version known. */
export interface Downloaded extends Validators {
  readonly part: Part;
  readonly bytes: number;
  /** Bytes that were there from an earlier run. */
  readonly resumedAt: number;
}

/**
 * Fetches one file into a part: the rest of one begun earlier if it is still the same version, nothing if it is
 * the version `known`, else all of it. A broken connection is taken up again where it broke.
 */
export async function download(
  file: FoundFile,
  known: Validators | null,
  context: DownloadContext,
): Promise<Downloaded | null> {
  const part = partIn(context.folder, file.name);
  const resumedAt = partSize(part);
  let isResumed = false;
  const attempt = async (): Promise<Downloaded | null> => {
    const size = partSize(part);
    const begun = versionOf(part, file.url);
    const answer = await askForFile(file, requestFor(size, begun, known), context.accepted, context.net);
    try {
      if (answer.status === 304) return unchanged(part);
      if (answer.status < 300) assureNoPage(answer);
      if (answer.status === 206) {
        if (begun === null || !continues(answer, size, begun)) return startAnew(part);
        isResumed ||= size === resumedAt && size > 0;
        return finish(part, answer, await receive(answer, continuePart(part), size, file, context));
      }
      if (answer.status === 416) return startAnew(part);
      if (answer.status !== 200) throw refused(answer);
      if (known !== null && isVersion(answer, known)) return unchanged(part);
      isResumed = false;
      return finish(
        part,
        answer,
        await receive(answer, startPart(part, file.url, validatorsOf(answer)), 0, file, context),
      );
    } finally {
      await answer.drop();
    }
  };
  const done = await persist(file.url, context.net, attempt, () => partSize(part));
  return done === null ? null : { ...done, resumedAt: isResumed ? resumedAt : 0 };
}

function requestFor(size: number, begun: Validators | null, known: Validators | null): Request {
  const version = begun === null ? null : ifRange(begun);
  if (version !== null) return { headers: { range: `bytes=${size}-`, 'if-range': version } };
  if (known?.etag != null) return { headers: { 'if-none-match': known.etag } };
  if (known?.lastModified != null) return { headers: { 'if-modified-since': known.lastModified } };
  return {};
}

const validatorsOf = ({ headers }: Answer): Validators => ({
  etag: headers.get('etag'),
  lastModified: headers.get('last-modified'),
});

/** Whether the answer is of the version known, which a server that knows no conditions sends all the same. */
function isVersion(answer: Answer, known: Validators): boolean {
  const { etag, lastModified } = validatorsOf(answer);
  if (etag !== null && known.etag !== null) return etag === known.etag;
  return lastModified !== null && lastModified === known.lastModified;
}

const CONTENT_RANGE = /^bytes (\d+)-\d+\/(\d+|\*)$/;

/** Whether a part of a file is the one asked for: from the byte asked for, and of the version begun. */
const continues = (answer: Answer, size: number, begun: Validators): boolean =>
  Number(CONTENT_RANGE.exec(answer.headers.get('content-range') ?? '')?.[1] ?? -1) === size &&
  mayBeSame(validatorsOf(answer), begun);

/** Bytes of the whole file; null where the server does not say. */
function wholeSize({ status, headers }: Answer): number | null {
  const text =
    status === 206 ? CONTENT_RANGE.exec(headers.get('content-range') ?? '')?.[2] : headers.get('content-length');
  // Of a packed answer the length is another.
  if (text == null || text === '*' || headers.get('content-encoding') !== null) return null;
  return Number(text);
}

/** What there is of another version is of no use any more. */
function unchanged(part: Part): null {
  dropPart(part);
  return null;
}

function startAnew(part: Part): never {
  dropPart(part);
  throw new Passing('the part that was there does not fit what the server has');
}

const refused = ({ url, status }: Answer): ProblemError =>
  new ProblemError('site-refused', `It answered ${status}.`, { file: url.href });

function assureNoPage({ url, headers }: Answer): void {
  if (!/^text\/html\b/i.test(headers.get('content-type') ?? '')) return;
  throw new ProblemError('download-not-as-named', 'A page came in place of the file.', { file: url.href });
}

/** Writes what comes behind what is there. Gives the size the file has then. */
async function receive(
  answer: Answer,
  fd: number,
  from: number,
  file: FoundFile,
  { onBytes }: DownloadContext,
): Promise<number> {
  const total = wholeSize(answer);
  let done = from;
  try {
    for await (const chunk of answer.body) {
      if (done + chunk.length > Math.min(MOST_BYTES, total ?? MOST_BYTES)) throw tooMuch(file, total);
      writeFileSync(fd, chunk);
      done += chunk.length;
      onBytes(done, total ?? 0);
    }
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  if (total !== null && done < total) throw new Passing(`only ${done} of ${total} bytes came`);
  return done;
}

const tooMuch = ({ url }: FoundFile, total: number | null): ProblemError =>
  new ProblemError('download-too-large', `It is more than ${total ?? MOST_BYTES} bytes.`, { file: url.href });

const finish = (part: Part, answer: Answer, bytes: number): Downloaded => ({
  part,
  bytes,
  ...validatorsOf(answer),
  resumedAt: 0,
});
