/** Milliseconds that opening a codebook takes in this new process, reading the file included, and its tables then. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openCodebook } from '../src/codebook/open.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

const start = performance.now();
const codebook = await openCodebook(readFileSync(process.argv[2]), { sha256 });
const opened = performance.now();
codebook.tables();
console.log(JSON.stringify({ open: opened - start, tables: performance.now() - opened }));
