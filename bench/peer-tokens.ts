/** What another package takes to cut an 837 file into segments and elements: `node bench/peer-tokens.ts PEER FILE`. */
import { createReadStream, readFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const [peer, file] = process.argv.slice(2);
let segments = 0;
const counting = new Writable({
  objectMode: true,
  write(_segment, _encoding, done) {
    segments++;
    done();
  },
});

const runs: Readonly<Record<string, () => Promise<void>>> = {
  'node-x12 (stream)': async () => {
    const { X12Parser } = await import('node-x12');
    await pipeline(createReadStream(file), new X12Parser(false), counting);
  },
  'node-x12 (in memory)': async () => {
    const { X12Parser } = await import('node-x12');
    const interchange = new X12Parser(false).parse(readFileSync(file, 'latin1'));
    segments = interchange === undefined ? 0 : 1;
  },
  'x12-parser': async () => {
    const { X12parser } = await import('x12-parser');
    await pipeline(createReadStream(file), new X12parser(), counting);
  },
};

const start = performance.now();
await runs[peer]();
const seconds = (performance.now() - start) / 1000;
if (segments === 0) throw new Error(`${peer} gave no segment`);
console.log(JSON.stringify({ seconds, segments }));
