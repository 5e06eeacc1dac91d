#!/usr/bin/env node
// Shows the project at work on the shipped sample: releases become a codebook, claims are checked against it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'columnone-demo-'));
const codebook = join(folder, 'codebook');

/** Runs a command as a person would type it; claims that are denied (status 1) are what the demo shows. */
function columnone(...args) {
  console.log(`$ columnone ${args.map((arg) => (arg === codebook ? 'CODEBOOK' : arg)).join(' ')}\n`);
  const bin = join(root, 'bin', 'columnone.mjs');
  const { status } = spawnSync(process.execPath, [bin, ...args], { cwd: root, stdio: 'inherit' });
  console.log('');
  return status ?? 2;
}

try {
  const built = columnone('build', '--out', codebook, 'samples/releases');
  const checked = built === 0 ? columnone('check', '--codebook', codebook, 'samples/claims') : built;
  if (checked > 1) process.exitCode = checked;
  else {
    console.log(`The people and claims above are invented, and the codebook holds a few codes of two quarters.

What next:
  1. Download the files CMS publishes (HCPCS Alpha-Numeric, NCCI PTP, MUE, add-on codes); docs/getting-started.md says where.
  2. npm run columnone -- build FOLDER_OF_RELEASES
  3. npm run columnone -- check YOUR_CLAIMS.837
Claims never leave this machine.`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
