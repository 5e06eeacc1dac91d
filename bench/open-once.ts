/** Opens a codebook once in this new process and says how many milliseconds it took, reading the file included. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openCodebook } from '../src/codebook/open.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

const start = performance.now();
const codebook = await openCodebook(readFileSync(process.argv[2]), { sha256 });
codebook.tables();
console.log(performance.now() - start);
