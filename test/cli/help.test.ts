import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { columnone, ROOT } from './support.ts';

const PAGE = readFileSync(join(ROOT, 'docs/command-line.md'), 'utf8');
const optionsIn = (text: string): string[] => [...new Set(text.match(/(?<![\w-])--[a-z][a-z-]*/g))].sort();

it.each([
  'build',
  'import-cpt',
  'fetch',
  'update',
  'check',
  'convert',
  'lookup',
  'search',
  'history',
  'who',
  'level',
  'coverage',
  'explain',
  'pair',
  'diff',
  'releases',
  'info',
])('%s: the page has the options that --help has', (command) => {
  const { stdout, status } = columnone([command, '--help']);
  expect(status).toBe(0);
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  const [usage] = new RegExp(`^columnone ${command} .*$`, 'm').exec(PAGE) ?? [''];
  expect(optionsIn(usage)).toEqual(optionsIn(stdout).filter((option) => option !== '--help'));
});

it('the page names what every command has', () => {
  expect(columnone(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  for (const word of ['--help', '--version', '`-o`', 'COLUMNONE_DEBUG']) expect(PAGE).toContain(word);
});
