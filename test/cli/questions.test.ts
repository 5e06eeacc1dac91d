import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnone, expectGolden, ROOT, sampleCodebook, scratch } from './support.ts';

const folder = scratch();
let codebook = '';
beforeAll(() => {
  codebook = sampleCodebook(folder);
});

const ask = (command: string, ...args: string[]) => columnone([command, '--codebook', codebook, ...args]);

describe('lookup', () => {
  it.each([
    ['a code in force', ['J1885', '--on', '2024-08-01'], 0, 'lookup-valid.txt'],
    ['a terminated code with a successor', ['C9150', '--on', '2024-10-01'], 1, 'lookup-terminated.txt'],
    ['its last day', ['C9150', '--on', '2024-09-30'], 0, 'lookup-last-day.txt'],
    ['a code not yet valid', ['J1171', '--on', '2024-09-30'], 1, 'lookup-not-yet.txt'],
    ['a Level I code', ['11042', '--on', '2024-08-01'], 0, 'lookup-level-one.txt'],
    ['an add-on code', ['C5272', '--on', '2024-08-01'], 0, 'lookup-add-on.txt'],
    ['unknown, malformed, dental', ['J9998', 'J9X', 'D0120', '--on', '2024-08-01'], 1, 'lookup-unknown.txt'],
    ['modifiers', ['59', 'xs', 'GD', '--on', '2024-08-01'], 1, 'lookup-modifiers.txt'],
  ])('%s', (_, args, status, golden) => {
    const run = ask('lookup', ...args);
    expect([run.status, run.stderr]).toEqual([status, '']);
    expectGolden(golden, run.stdout);
  });

  it('has the same keys for every code in JSON', () => {
    const codes = ['J1885', 'C9150', '11042', 'C5272', 'J9998', 'J9X', 'D0120', '59', 'XS'];
    const { stdout } = ask('lookup', '--json', '--on', '2024-10-01', ...codes);
    const document = JSON.parse(stdout);
    expect(Object.keys(document)).toEqual(['codebook', 'on', 'asOf', 'codes', 'remarks']);
    const [, listed] = /"codes": \[\{ (.*?) \}\]/.exec(readFileSync(join(ROOT, 'docs/command-line.md'), 'utf8')) ?? [];
    const keys = JSON.parse(`[${listed}]`);
    for (const each of document.codes) expect(Object.keys(each)).toEqual(keys);
    expect(document.codes.map(({ status }: { status: string }) => status)).toEqual([
      'valid',
      'terminated',
      'seen',
      'valid',
      'unknown',
      'malformed',
      'not-loaded',
      'valid',
      'valid',
    ]);
  });

  it('answers as of a date', () => {
    const now = JSON.parse(ask('lookup', '--json', '--on', '2024-10-02', 'J1170').stdout);
    const then = JSON.parse(ask('lookup', '--json', '--on', '2024-10-02', '--as-of', '2024-08-01', 'J1170').stdout);
    expect([now.codes[0].status, then.codes[0].status]).toEqual(['terminated', 'valid']);
    expect(then.asOf).toBe('2024-08-01');
  });

  it('says when the date is after the releases loaded', () => {
    const remarks = (on: string) => JSON.parse(ask('lookup', '--json', '--on', on, 'J1885').stdout).remarks;
    expect(remarks('2024-12-31')).toEqual([]);
    expect(remarks('2025-01-01')).toEqual([expect.stringContaining('2024-12-31')]);
    const { stdout } = ask('pair', '--json', '--on', '2025-01-01', '11042', '97597');
    expect(JSON.parse(stdout).remarks).toEqual([expect.stringContaining('2024-12-31')]);
  });

  it('takes today where no date is given, and says so', () => {
    expect(ask('lookup', 'J1885').stdout).toMatch(/date of service \d{4}-\d\d-\d\d \(today\)/);
  });

  it.each([[[]], [['--on', 'yesterday', 'J1885']], [['--on', '2024-02-30', 'J1885']]])('2 for %j', (args) => {
    expect(ask('lookup', ...args).status).toBe(2);
  });
});

describe('pair', () => {
  it.each([
    ['indicator 1', ['97597', '11042', '--on', '2024-07-01'], 'pair-one.txt'],
    ['indicator 0', ['G0104', 'G0105', '--on', '2024-08-01'], 'pair-zero.txt'],
    ['rows that ended', ['P3001', 'P3000', '--on', '2024-08-01'], 'pair-ended.txt'],
    ['several rows', ['11042', '99213', '--on', '2024-08-01'], 'pair-history.txt'],
    ['no row', ['J1885', 'G0008', '--on', '2024-08-01'], 'pair-none.txt'],
    ['a code that has ended', ['20610', 'J2001', '--on', '2024-11-01'], 'pair-terminated.txt'],
    ['outpatient', ['R0075', 'R0070', '--on', '2024-08-01', '--setting', 'outpatient'], 'pair-outpatient.txt'],
  ])('%s', (_, args, golden) => {
    const { status, stdout, stderr } = ask('pair', ...args);
    expect([status, stderr]).toEqual([0, '']);
    expectGolden(golden, stdout);
  });

  it('does not depend on the order of the codes', () => {
    const json = (...codes: string[]) => JSON.parse(ask('pair', '--json', '--on', '2024-07-01', ...codes).stdout);
    const one = json('11042', '97597');
    const other = json('97597', '11042');
    expect({ ...one, codes: [] }).toEqual({ ...other, codes: [] });
    expect(one).toMatchObject({
      status: 'edit-in-force',
      inForce: { columnOne: '11042', columnTwo: '97597', modifierIndicator: 1 },
    });
  });

  it('2 where no table for the setting is loaded, which is not the same as no edit', () => {
    const { status, stdout } = ask('pair', '--json', '--setting', 'dme', '--on', '2024-07-01', '11042', '97597');
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'not-loaded', inForce: null, history: [] });
  });

  it.each([[['11042']], [['11042', '11042']], [['11042', '59']], [['11042', 'hello']]])('2 for %j', (args) => {
    const { status, stdout, stderr } = ask('pair', ...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  });
});

describe('info', () => {
  it('shows what the codebook holds', () => {
    const { status, stdout } = ask('info');
    expect(status).toBe(0);
    expectGolden('info.txt', stdout);
  });

  it('has it as JSON', () => {
    const document = JSON.parse(ask('info', '--json').stdout);
    expect(Object.keys(document)).toEqual(['codebook', 'from', 'path', 'size', 'releases']);
    expect(document.releases).toHaveLength(14);
  });
});

describe('which codebook', () => {
  it('is the sample, said aloud, where there is no other', () => {
    const { status, stdout, stderr } = columnone(['info', '--json']);
    expect(status).toBe(0);
    expect(stderr).toContain('shipped sample');
    expect(JSON.parse(stdout)).toMatchObject({ from: 'sample', path: null });
  });

  it('is the one of the environment before the user’s own', () => {
    const { stdout, stderr } = columnone(['info', '--json'], { env: { COLUMNONE_CODEBOOK: codebook } });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ from: 'environment', path: codebook });
  });

  it('is the one named before that of the environment', () => {
    const env = { COLUMNONE_CODEBOOK: join(folder, 'missing') };
    expect(columnone(['info', '--json'], { env }).status).toBe(2);
    expect(columnone(['info', '--json', '--codebook', codebook], { env }).status).toBe(0);
  });
});
