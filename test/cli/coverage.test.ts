import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ARTICLES, coverageZip } from '../releases/coverage-fixture.ts';
import { columnone, expectGolden, scratch } from './support.ts';

const folder = scratch();
const codebook = join(folder, 'codebook');
mkdirSync(join(folder, 'releases'));
writeFileSync(join(folder, 'releases/current_article.zip'), coverageZip(ARTICLES));
columnone(['build', '--out', codebook, join(folder, 'releases')]);
const run = (...args: string[]) => columnone(['coverage', '--codebook', codebook, '--on', '2024-10-15', ...args]);

describe('coverage', () => {
  it('shows what supports a code', () => {
    const { status, stdout } = run('--state', 'OH', '93000', 'I10', 'R05.9');
    expect(status).toBe(0);
    expectGolden('coverage.txt', stdout);
  });

  it.each([
    ['none of the diagnoses', ['--state', 'OH', '93000', 'R059'], 1, 'not-supported'],
    ['a group of several diagnoses', ['--state', 'OH', '93000', 'I110'], 0, 'several-needed'],
    ['another state', ['--state', 'CA', '93000', 'I10'], 0, 'no-policy'],
    ['a region as its state', ['--state', 'NY', 'J3301', 'L989'], 1, 'not-supported'],
    ['before the version', ['--state', 'OH', '--on', '2024-02-29', '93000', 'I10'], 0, 'earlier-version'],
    ['after the last day', ['--state', 'NY', '--on', '2025-01-01', 'J3301', 'L989'], 0, 'no-policy'],
  ])('with %s', (_, args, status, said) => {
    const answer = run('--json', ...args);
    expect([answer.status, JSON.parse(answer.stdout).status]).toEqual([status, said]);
  });

  it('says that nothing is loaded', () => {
    const { status, stdout } = columnone(['coverage', '--state', 'OH', '93000']);
    expect([status, stdout]).toEqual([2, expect.stringContaining('No coverage articles are loaded.')]);
  });

  it.each([
    [['93000'], "required option '--state <state>' not specified"],
    [['--state', 'Ohio', '93000'], 'Ohio is no state of two letters.'],
    [['--state', 'OH', 'heart'], '"heart" is no code.'],
  ])('%j is wrong use', (args, message) => {
    const { status, stderr } = run(...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
