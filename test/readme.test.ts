import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compile } from '../src/codebook/compile.ts';
import { readReleases } from '../src/releases/index.ts';

const ROOT = join(import.meta.dirname, '..');
const COMMAND = join(ROOT, 'bin/columnone.mjs');
const folder = mkdtempSync(join(tmpdir(), 'columnone-readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

const markdown = (directory: string): string[] =>
  readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return markdown(join(directory, entry.name));
    return entry.name.endsWith('.md') ? [join(directory, entry.name)] : [];
  });

const PAGES = [
  ...readdirSync(ROOT)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(ROOT, name)),
  ...markdown(join(ROOT, 'docs')),
];

/** The fenced blocks of a page in a language. */
function blocks(page: string, language: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(
    ([, text]) => text,
  );
}

const SESSIONS = PAGES.flatMap((page) =>
  blocks(page, 'console').map((block) => [relative(ROOT, page), block] as const),
);

/** The blocks that open a codebook themselves: others show a step of a longer program. */
const PROGRAMS = PAGES.flatMap((page) =>
  blocks(page, 'ts')
    .filter((block) => block.includes("readFile('all.codebook')"))
    .map((block) => [relative(ROOT, page), block] as const),
);

/** The source behind one of the package's entries, as package.json maps them. */
function entryPath(entry = ''): string {
  const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return join(ROOT, exports[`.${entry}`].default.replace('./dist/', 'src/').replace(/\.js$/, '.ts'));
}

describe('the pages', () => {
  it.each(SESSIONS)('%s shows what the command says', (_page, block) => {
    const [command, ...shown] = block.trimEnd().split('\n');
    const words = command.replace(/^\$ columnone /, '').split(' ');
    const { stdout } = spawnSync(process.execPath, [COMMAND, ...words], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: folder, XDG_DATA_HOME: folder, NO_COLOR: '1' },
    });
    const said = stdout.split('\n').map((line) => line.trimEnd());
    expect(shown.length).toBeGreaterThan(0);
    for (const line of shown) expect(said).toContain(line.trimEnd());
  });

  it.each(PROGRAMS)('%s shows a program that runs', async (page, program) => {
    const codebook = join(folder, 'all.codebook');
    writeFileSync(codebook, compile((await readReleases([join(ROOT, 'samples/releases')])).releases));
    const script = join(folder, 'program.ts');
    const inPlace = program.replaceAll(/'columnone(\/\w+)?'/g, (_, entry) => JSON.stringify(entryPath(entry)));
    writeFileSync(script, inPlace.replaceAll("'all.codebook'", JSON.stringify(codebook)));
    const output = execFileSync(process.execPath, [script], { cwd: ROOT, encoding: 'utf8' });
    expect(output).toMatch(page === 'README.md' ? /^PTP-08 \d+ \w{5} deny /m : /\w/);
  });

  it('link to pages that are there', () => {
    const broken = PAGES.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
        .map(([, target]) => target)
        .filter((target) => !existsSync(join(dirname(page), target)))
        .map((target) => `${relative(ROOT, page)}: ${target}`),
    );
    expect(broken).toEqual([]);
  });
});
