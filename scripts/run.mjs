#!/usr/bin/env node
// Runs a command with the project's own Node (24 or newer) first on the path, installing what is missing.
// It must itself run on any Node from 20 on, before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const ownNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const major = Number(process.versions.node.split('.')[0]);
const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.node;

function npm(...args) {
  const result = spawnSync('npm', args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error(`npm ${args.join(' ')} failed; is the npm registry reachable?`);
    process.exit(result.status ?? 1);
  }
}

const lockfile = join(root, 'package-lock.json');
const installed = join(modules, '.columnone-lock');

/** True when node_modules was installed from the lockfile as it is now. */
function upToDate() {
  return existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(lockfile, 'utf8');
}

if (!upToDate()) {
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
  writeFileSync(installed, readFileSync(lockfile, 'utf8'));
}
// An npm that runs no install scripts leaves the `node` package without its binary.
if (major < 24 && !existsSync(ownNode)) npm('rebuild', 'node', '--foreground-scripts');
if (major < 24 && !existsSync(ownNode)) {
  console.error(`Node ${wanted} could not be installed from npm; install Node 24 or newer yourself.`);
  process.exit(1);
}

const [command, ...args] = process.argv.slice(2);
const nodeFolder = existsSync(ownNode) ? dirname(ownNode) : dirname(process.execPath);
const path = [nodeFolder, join(modules, '.bin'), process.env.PATH].join(delimiter);
const run = spawnSync(command, args, {
  stdio: 'inherit',
  env: { ...process.env, PATH: path },
  shell: process.platform === 'win32',
});
if (run.error) console.error(run.error.message);
process.exit(run.status ?? 1);
