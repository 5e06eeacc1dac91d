/**
 * All figures of speed and memory, each with the command that repeats it: `npm run bench`. With `--quick` a tenth
 * of the claims and no peers, to see that everything still runs.
 */
import { parseArgs } from 'node:util';
import { DATA, HAS_DATA } from '../test/support/data.ts';
import { benchBuild } from './build.ts';
import { benchCheck } from './check.ts';
import { benchPairQuery } from './pair-query.ts';
import { printRows } from './row.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean' } } });
const quick = values.quick === true;
if (!HAS_DATA) console.log(`No reference data at ${DATA}: the sample is measured, and no build.\n`);
const rows = [
  ...(await benchBuild()),
  ...(await benchPairQuery()),
  ...(await benchCheck({ claims: quick ? 10_000 : 100_000, peers: !quick })),
];
printRows(rows);
