import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { z } from 'zod';
import { ProblemError } from '../problems.ts';
import { SITE_IDS } from './sites.ts';

const TIME = z.iso.datetime();

const FETCHED_FILE = z.object({
  site: z.enum(SITE_IDS),
  url: z.url(),
  /** What the server calls it. */
  name: z.string(),
  /** What it is called in the downloads folder: another name where the first was taken by other bytes. */
  storedAs: z.string(),
  period: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().nonnegative(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  fetchedAt: TIME,
  /** What was odd, in a sentence; null where nothing was. */
  oddity: z.string().nullable(),
});

const RECORD = z.object({
  format: z.literal(1),
  /** Licences accepted: of which year's text, and when. */
  licenses: z.array(z.object({ license: z.literal('AMA'), year: z.int(), acceptedAt: TIME })),
  /** In the order fetched; a file that changed on the server is in it once a version. */
  files: z.array(FETCHED_FILE),
});

export type FetchedFile = Readonly<z.infer<typeof FETCHED_FILE>>;

/** What was fetched and accepted: `fetched.json` of the data folder. */
export interface FetchRecord {
  readonly format: 1;
  readonly licenses: readonly { readonly license: 'AMA'; readonly year: number; readonly acceptedAt: string }[];
  readonly files: readonly FetchedFile[];
}

/** The record, empty where none was written yet. */
export async function readRecord(path: string): Promise<FetchRecord> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { format: 1, licenses: [], files: [] };
    throw new ProblemError('fetch-record-broken', `It could not be read (${String(error)}).`, { file: path });
  }
  try {
    return RECORD.parse(JSON.parse(text));
  } catch (error) {
    const where = error instanceof z.ZodError ? ` at ${error.issues[0].path.join('.')}` : '';
    throw new ProblemError('fetch-record-broken', `It is no record of what was fetched${where}.`, { file: path });
  }
}

/** Writes it whole or not at all. */
export async function writeRecord(path: string, record: FetchRecord): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  const handle = await open(beside, 'wx');
  try {
    await handle.writeFile(`${JSON.stringify(record, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, path);
}
