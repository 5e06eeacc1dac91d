import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, read, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Codebook } from '../codebook/codebook.ts';
import { ProblemError } from '../problems.ts';

/** Where an answer's codebook came from. */
export interface ChosenCodebook {
  readonly codebook: Codebook;
  readonly from: 'option' | 'environment' | 'data folder' | 'sample';
  /** null for the sample, which is compiled when asked for. */
  readonly path: string | null;
  /** Bytes of the codebook. */
  readonly size: number;
}

const SAMPLE_RELEASES = fileURLToPath(new URL('../../samples/releases', import.meta.url));

/**
 * The codebook to ask: the one named, else `$COLUMNONE_CODEBOOK`, else the user's own, else the shipped sample,
 * which is said aloud on standard error.
 */
export async function openChosenCodebook(named: string | undefined): Promise<ChosenCodebook> {
  if (named !== undefined) return fromFile(named, 'option');
  const inEnvironment = process.env.COLUMNONE_CODEBOOK;
  if (inEnvironment) return fromFile(inEnvironment, 'environment');
  const own = (await import('./data-folder.ts')).userCodebookPath();
  if (existsSync(own)) return fromFile(own, 'data folder');
  return sample();
}

async function fromFile(path: string, from: ChosenCodebook['from']): Promise<ChosenCodebook> {
  // The file is read by another thread while the modules that open it are loaded.
  const [bytes, { openCodebook }] = await Promise.all([readWhole(path), import('../codebook/open.ts')]);
  try {
    return { codebook: await openCodebook(bytes, { sha256 }), from, path, size: bytes.length };
  } catch (error) {
    // The reader sees bytes alone: the file is named here.
    if (error instanceof ProblemError && error.file === undefined) {
      throw new ProblemError(error.code, error.message, { ...error, file: path });
    }
    throw error;
  }
}

async function readWhole(path: string): Promise<Uint8Array> {
  try {
    return await readAtOnce(path);
  } catch (error) {
    throw (await import('../releases/unreadable.ts')).unreadable(path, error);
  }
}

/** In one piece: in many, as `readFile` does it, a file of some megabytes takes several times as long. */
async function readAtOnce(path: string): Promise<Uint8Array> {
  const fd = openSync(path, 'r');
  try {
    const info = fstatSync(fd);
    if (!info.isFile()) return readFileSync(fd);
    const bytes = Buffer.allocUnsafeSlow(info.size);
    const { bytesRead } = await promisify(read)(fd, bytes, 0, info.size, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    closeSync(fd);
  }
}

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

async function sample(): Promise<ChosenCodebook> {
  process.stderr.write(
    'No codebook of yours was found: this answer comes from the shipped sample, a few codes of 2024 Q3 and Q4.\n' +
      'Make your own from the files CMS publishes: columnone build PATH...\n\n',
  );
  const bytes = await compileSample();
  const { openCodebook } = await import('../codebook/open.ts');
  return { codebook: await openCodebook(bytes), from: 'sample', path: null, size: bytes.length };
}

async function compileSample(): Promise<Uint8Array> {
  const [{ readReleases }, { compile }] = await Promise.all([
    import('../releases/index.ts'),
    import('../codebook/compile.ts'),
  ]);
  const { releases, problems } = await readReleases([SAMPLE_RELEASES]);
  if (problems.length > 0) throw new ProblemError(problems[0].code, problems[0].message, problems[0]);
  return compile(releases);
}
