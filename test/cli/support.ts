import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';

export const ROOT = join(import.meta.dirname, '../..');
export const BIN = join(ROOT, 'bin/columnone.mjs');
const GOLDEN = join(import.meta.dirname, 'golden');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of this test file's own, gone when it ends. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'columnone-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The environment of a person without a codebook: their own one would answer otherwise. */
export function cleanEnvironment(home: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, XDG_DATA_HOME: home, LOCALAPPDATA: home, HOME: home };
  for (const name of ['COLUMNONE_CODEBOOK', 'FORCE_COLOR', 'NO_COLOR', 'NODE_OPTIONS']) delete env[name];
  return env;
}

/** The command as a person runs it, in the project's folder, with no terminal and no codebook of their own. */
export function columnone(
  args: readonly string[],
  options: { input?: string | Buffer; env?: NodeJS.ProcessEnv } = {},
): Run {
  const home = join(tmpdir(), 'columnone-test-no-home');
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...cleanEnvironment(home), ...options.env },
    maxBuffer: 1 << 28,
    ...(options.input !== undefined && { input: options.input }),
  });
  return { status, stdout, stderr };
}

/** Builds the shipped sample's codebook into `folder`. */
export function sampleCodebook(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'codebook');
  const { status, stderr } = columnone(['build', '--out', path, 'samples/releases']);
  if (status !== 0) throw new Error(`the sample does not build: ${stderr}`);
  return path;
}

/** What differs from machine to machine or with the codebook's format, as words. */
function steady(text: string): string {
  return text
    .replaceAll(/\b[0-9a-f]{64}\b/g, '<sha-256>')
    .replaceAll(/codebook [0-9a-f]{12}\b/g, 'codebook <id>')
    .replaceAll(/\d+(\.\d+)? (KB|MB)/g, '<size>')
    .replaceAll(/\d+\.\d+ s\b/g, '<seconds>')
    .replaceAll(/\S*columnone-test-\w+/g, '<folder>');
}

/** Compares with a golden file; `COLUMNONE_UPDATE_GOLDEN=1` writes it. */
export function expectGolden(name: string, text: string): void {
  const path = join(GOLDEN, name);
  if (process.env.COLUMNONE_UPDATE_GOLDEN) {
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(path, steady(text));
  }
  expect(steady(text)).toBe(readFileSync(path, 'utf8'));
}
