import { checkContent } from './check-content.ts';
import type { Codebook } from './codebook.ts';
import { TABLE_END } from './format.ts';
import { OpenedCodebook } from './opened-codebook.ts';
import { readEntries, viewSections } from './read-sections.ts';
import type { StoredRelease } from './stored-release.ts';
import { digestOf, type Sha256, verifySections } from './verify.ts';

export interface OpenOptions {
  /** SHA-256 as 32 bytes, where the caller has one that is quicker than the web's, which copies what it digests. */
  readonly sha256?: Sha256;
}

/**
 * Opens a codebook: checks every section's SHA-256 and that the tables fit together, and maps them as typed
 * arrays over the given bytes, which must not be changed afterwards. Shared memory may be given.
 *
 * @throws ProblemError `codebook-unrecognised`, `codebook-newer`, `codebook-truncated`, `codebook-sections`,
 * `codebook-checksum`, `codebook-content`
 * @example
 * const codebook = await openCodebook(await readFile('columnone.codebook'));
 * codebook.pair('11042', '97597', { on: dayOf(2024, 7, 1), setting: 'professional' });
 */
export async function openCodebook(bytes: Uint8Array | ArrayBuffer, options: OpenOptions = {}): Promise<Codebook> {
  const file = alignedBytes(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes));
  const entries = readEntries(file);
  const verified = verifySections(entries, options.sha256);
  const sections = viewSections(entries);
  // The content is looked at while the checksums are computed, but a wrong checksum is what is told of.
  const checked = attempt(() => checkContent(sections));
  await verified;
  const id = await digestOf(file.subarray(0, TABLE_END), options.sha256);
  return new OpenedCodebook(id, sections, checked());
}

/** Typed arrays must begin at multiples of their element; only bytes that do not are copied. */
const alignedBytes = (bytes: Uint8Array): Uint8Array => (bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes));

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
