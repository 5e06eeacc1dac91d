/** Opens a codebook once in this new process and says how many milliseconds it took, reading the file included. */
import { readFileSync } from 'node:fs';
import { openCodebook } from '../src/codebook/open.ts';

const start = performance.now();
const codebook = await openCodebook(readFileSync(process.argv[2]));
codebook.tables();
console.log(performance.now() - start);
