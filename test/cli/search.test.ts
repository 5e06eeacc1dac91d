import { describe, expect, it } from 'vitest';
import { columnone, expectGolden, sampleCodebook, scratch } from './support.ts';

const codebook = sampleCodebook(scratch());
const search = (...args: string[]) => columnone(['search', '--codebook', codebook, ...args]);
const found = (...args: string[]): string[] =>
  JSON.parse(search('--json', ...args).stdout).hits.map(({ code }: { code: string }) => code);

it('shows codes, their standing, what they are, and why they were found', () => {
  const { stdout, status } = search('--on', '2024-11-01', '--limit', '3', 'walker', 'with', 'whels');
  expect(status).toBe(0);
  expectGolden('search-words.txt', stdout);
});

it('shows the codes that begin so', () => {
  const { stdout, status } = search('--on', '2024-11-01', '--limit', '3', '9921');
  expect(status).toBe(0);
  expectGolden('search-number.txt', stdout);
});

it('says that nothing was found', () => {
  const { stdout, status } = search('qqqq');
  expect(status).toBe(1);
  expect(stdout).toContain('Nothing was found for "qqqq".');
});

it('one JSON document', () => {
  const { stdout } = search('--json', '--on', '2024-11-01', '--as-of', '2024-08-15', '--limit', '1', 'cpap');
  expect(JSON.parse(stdout)).toEqual({
    codebook: expect.stringMatching(/^[0-9a-f]{64}$/),
    query: 'cpap',
    on: '2024-11-01',
    asOf: '2024-08-15',
    vocabulary: [],
    hits: [
      {
        code: 'E0601',
        status: 'valid',
        level: 'II',
        section: 'E',
        from: expect.any(String),
        to: null,
        isDrug: false,
        coverage: expect.any(String),
        description: 'CPAP device',
        shortDescription: 'CPAP device',
        reason: { by: 'people', text: 'cpap', edition: '', meant: '', words: [] },
      },
    ],
    remarks: [expect.stringContaining('Table of Drugs')],
  });
});

describe('filters', () => {
  it('level, section, limit', () => {
    expect(found('--level', 'I', '--limit', '2', '992')).toHaveLength(2);
    expect(found('--level', 'II', '992')).toEqual([]);
    expect(found('--section', 'g', '--limit', '3', 'vaccine').every((code) => code.startsWith('G'))).toBe(true);
  });

  it.each([
    ['--level', 'III'],
    ['--section', 'W'],
    ['--coverage', 'X'],
    ['--limit', '0'],
    ['--on', '2024-02-30'],
  ])('%s %s is wrong use', (option, value) => {
    expect(search(option, value, 'walker').status).toBe(2);
  });

  it('no words are wrong use', () => {
    expect(search().status).toBe(2);
  });
});
