import { checkContent } from './check-content.ts';
import type { Codebook } from './codebook.ts';
import { OpenedCodebook } from './opened-codebook.ts';
import { type CodebookBytes, readEntries, viewSections } from './read-sections.ts';
import { Shelves } from './shelves.ts';
import type { StoredRelease } from './stored-release.ts';
import { digestOf, type Sha256, verifySections } from './verify.ts';

export interface OpenOptions {
  /** SHA-256 as 32 bytes, where the caller has one that is quicker than the web's, which copies what it digests. */
  readonly sha256?: Sha256;
}

/**
 * Opens a codebook: checks the SHA-256 of every section of its core and that the tables fit together, and maps them
 * as typed arrays over the given bytes, which must not be changed afterwards. Shared memory may be given. Tables of
 * records (`Codebook.record`) are read and checked the same way when first asked for; from `CodebookBytes` only then.
 *
 * @throws ProblemError `codebook-unrecognised`, `codebook-newer`, `codebook-older`, `codebook-truncated`,
 * `codebook-sections`, `codebook-checksum`, `codebook-content`
 * @example
 * const codebook = await openCodebook(await readFile('columnone.codebook'));
 * codebook.pair('11042', '97597', { on: dayOf(2024, 7, 1), setting: 'professional' });
 */
export async function openCodebook(
  source: Uint8Array | ArrayBuffer | CodebookBytes,
  options: OpenOptions = {},
): Promise<Codebook> {
  const file = 'read' in source ? source : bytesInMemory(source);
  const { table, core, shelves } = readEntries(file);
  const verified = verifySections(core, options.sha256);
  const sections = viewSections(core);
  // The content is looked at while the checksums are computed, but a wrong checksum is what is told of.
  const checked = attempt(() => checkContent(sections));
  await verified;
  const id = await digestOf(table, options.sha256);
  const setCount = sections.sets.offsets.length - 1;
  const sha256 = options.sha256 ?? (await import('./sha256.ts')).sha256;
  return new OpenedCodebook(id, sections, checked(), new Shelves(file, shelves, setCount, sha256));
}

/** Typed arrays must begin at multiples of their element; only bytes that do not are copied. */
export function bytesInMemory(source: Uint8Array | ArrayBuffer): CodebookBytes {
  const bytes = source instanceof Uint8Array ? source : new Uint8Array(source);
  const file = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
  return { length: file.length, read: (start, end) => file.subarray(start, end) };
}

/** Runs now; the result or the error comes when asked for. */
function attempt(check: () => readonly StoredRelease[]): () => readonly StoredRelease[] {
  try {
    const result = check();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
