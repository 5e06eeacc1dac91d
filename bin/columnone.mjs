#!/usr/bin/env node
// The command. In a checkout it runs the source as it is; in the published package, the build.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const major = Number(process.versions.node.split('.')[0]);

if (major >= 24) {
  module.enableCompileCache?.();
  const source = here('../src/cli/main.ts');
  await import(existsSync(source) ? '../src/cli/main.ts' : '../dist/cli/main.js');
} else {
  const newer = here(`../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`);
  if (!existsSync(newer)) {
    console.error(`columnone needs Node 24 or newer; this is ${process.version}.`);
    process.exit(2);
  }
  const { spawnSync } = await import('node:child_process');
  const run = spawnSync(newer, process.argv.slice(1), { stdio: 'inherit' });
  process.exit(run.status ?? 2);
}
