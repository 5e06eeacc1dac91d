import { describe, expect, it } from 'vitest';
import { columnone, expectGolden } from './support.ts';

describe('who', () => {
  it.each([
    ['a drug', ['J0135', '--on', '2024-01-03'], 0, 'who-drug.txt'],
    ['CPT, category III and a PLA code', ['0042T', '0001u', '--on', '2024-01-03'], 0, 'who-cpt.txt'],
    ['dental, and a local code of old', ['D0120', 'W1234', '--on', '2024-11-02'], 1, 'who-dental-local.txt'],
  ])('%s', (_, args, status, golden) => {
    const run = columnone(['who', ...args]);
    // It asks no codebook: nothing is said of a sample.
    expect([run.status, run.stderr]).toEqual([status, '']);
    expectGolden(golden, run.stdout);
  });

  it('has it as JSON', () => {
    const { status, stdout } = columnone(['who', 'S0012', 'lt', 'J99', '--json', '--on', '2024-01-03']);
    expect(status).toBe(1);
    const { on, codes } = JSON.parse(stdout);
    expect(on).toBe('2024-01-03');
    expect(codes[0]).toMatchObject({
      asked: 'S0012',
      change: { deadlines: [{ day: '2024-04-01' }, { day: '2024-07-01' }] },
    });
    expect(codes[1]).toMatchObject({ asked: 'lt', code: 'LT', owner: 'CMS; in the public domain' });
    expect(codes[2]).toEqual({ asked: 'J99', code: null, reason: expect.stringContaining('five characters') });
  });

  it.each([[[]], [['J0135', '--on', 'soon']]])('2 for %j', (args) => {
    expect(columnone(['who', ...args]).status).toBe(2);
  });
});
