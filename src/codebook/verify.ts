import { ProblemError } from '../problems.ts';
import { hex } from './format.ts';
import type { CoreEntry, SectionEntry } from './read-sections.ts';

/** SHA-256 of the bytes: 32 bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** Platforms copy what they digest: with few digests at a time the copies' memory is used again. */
const AT_A_TIME = 2;

/**
 * Recomputes the SHA-256 of every section of the core, in parallel where the platform does.
 *
 * @throws ProblemError `codebook-checksum`, naming the first section that differs
 */
export async function verifySections(entries: readonly CoreEntry[], sha256?: Sha256): Promise<void> {
  const digests: string[] = [];
  let next = 0;
  const digestRest = async (): Promise<void> => {
    while (next < entries.length) {
      const section = next++;
      digests[section] = await digestOf(entries[section].bytes, sha256);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, digestRest));
  for (const [i, entry] of entries.entries()) requireDigest(entry, digests[i]);
}

/** @throws ProblemError `codebook-checksum` where the section's bytes have another digest than the table says */
export function requireDigest({ name, offset, sha256 }: SectionEntry, digest: string): void {
  if (digest === sha256) return;
  const message = `The bytes of section ${name} do not have the checksum that the codebook states.`;
  throw new ProblemError('codebook-checksum', message, { offset });
}

/**
 * SHA-256 in hexadecimal: by the function given, else by the platform where it offers one (pages that are not
 * served securely have none).
 */
export async function digestOf(bytes: Uint8Array, sha256: Sha256 | undefined): Promise<string> {
  if (sha256 !== undefined) return hex(sha256(bytes));
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) return hex((await import('./sha256.ts')).sha256(bytes));
  // The web's digest refuses shared memory.
  const own = bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
  return hex(new Uint8Array(await subtle.digest('SHA-256', own)));
}
