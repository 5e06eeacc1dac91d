import { beforeAll, describe, expect, it } from 'vitest';
import { columnone, expectGolden, sampleCodebook, scratch } from './support.ts';

const folder = scratch();
let codebook = '';
beforeAll(() => {
  codebook = sampleCodebook(folder);
});

const history = (...args: string[]) => columnone(['history', '--codebook', codebook, ...args]);

describe('history', () => {
  it.each([
    ['a code that ended, with its successor', ['C9150'], 0, 'history-ended.txt'],
    ['a new code, an add-on code and a modifier', ['J1171', 'C5272', 'xs'], 0, 'history-several.txt'],
    ['a Level I code', ['11042'], 0, 'history-level-one.txt'],
    ['what was known on a day', ['C9150', '--as-of', '2024-09-30'], 0, 'history-as-of.txt'],
    ['unknown and malformed', ['J9998', 'J99'], 1, 'history-unknown.txt'],
  ])('%s', (_, args, status, golden) => {
    const run = history(...args);
    expect([run.status, run.stderr]).toEqual([status, '']);
    expectGolden(golden, run.stdout);
  });

  it('gives the same events as JSON, dates and releases by name', () => {
    const { stdout } = history('C9150', 'J99', '--json');
    const { codes, asOf } = JSON.parse(stdout);
    expect(asOf).toBeNull();
    expect(codes[0].events).toContainEqual({
      kind: 'discontinued',
      inForce: '2024-09-30',
      published: '2024-10-01',
      release: 'hcpcs/2024Q4',
      successors: ['A9610'],
      before: null,
    });
    expect(codes[1]).toMatchObject({ code: null, reason: expect.stringContaining('J99'), events: [] });
  });
});
