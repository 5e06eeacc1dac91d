import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Codebook } from '../codebook/codebook.ts';
import type { CodebookBytes } from '../codebook/read-sections.ts';
import { ProblemError } from '../problems.ts';
import { codebookFile } from './codebook-file.ts';

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
  const [file, { openCodebook }] = await Promise.all([openFile(path), import('../codebook/open.ts')]);
  try {
    return { codebook: await openCodebook(file, { sha256 }), from, path, size: file.length };
  } catch (error) {
    // The reader sees bytes alone: the file is named here.
    if (error instanceof ProblemError && error.file === undefined) {
      throw new ProblemError(error.code, error.message, { ...error, file: path });
    }
    throw error;
  }
}

async function openFile(path: string): Promise<CodebookBytes> {
  try {
    return await codebookFile(path);
  } catch (error) {
    throw (await import('../releases/unreadable.ts')).unreadable(path, error);
  }
}

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

async function sample(): Promise<ChosenCodebook> {
  process.stderr.write(
    'No codebook of yours was found: this answer comes from the shipped sample, a few codes of 2024 Q3 and Q4.\n' +
      'Make your own from the files CMS publishes: columnone update, or columnone build PATH...\n\n',
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
