import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnone, expectGolden, ROOT, sampleCodebook, scratch } from './support.ts';

const folder = scratch();
const HOSPITAL = 'samples/claims/hospital.837';
const CLINIC = 'samples/claims/clinic.837';
const bytesOf = (path: string): Buffer => readFileSync(join(ROOT, path));
const textOf = (path: string): string => readFileSync(path, 'utf8');

/** The hospital's file with codes and modifiers as people write them. */
const SLOPPY = join(folder, 'sloppy.837');
writeFileSync(
  SLOPPY,
  bytesOf(HOSPITAL).toString('latin1').replace('HC:G0463', 'HC: g0463').replace('HC:11042:LT', 'HC:11-042:lt'),
);

let codebook = '';
beforeAll(() => {
  codebook = sampleCodebook(folder);
});

describe('an 837 as an 837', () => {
  it.each([HOSPITAL, CLINIC])('is the same byte for byte: %s', (path) => {
    const { status, stdout } = columnone(['convert', path, '--to', '837']);
    expect(status).toBe(0);
    expect(stdout).toBe(bytesOf(path).toString('utf8'));
  });

  it('is the same byte for byte from a gzipped file and from standard input', () => {
    const zipped = join(folder, 'hospital.837.gz');
    writeFileSync(zipped, gzipSync(bytesOf(HOSPITAL)));
    expect(columnone(['convert', zipped, '--to', '837']).stdout).toBe(bytesOf(HOSPITAL).toString());
    expect(columnone(['convert', '-', '--to', '837'], { input: bytesOf(HOSPITAL) }).stdout).toBe(
      bytesOf(HOSPITAL).toString(),
    );
  });

  it('has its codes normalised with --apply, each change told', () => {
    const out = join(folder, 'mended.837');
    const { status, stdout, stderr } = columnone(['convert', SLOPPY, '--to', '837', '--apply', '--out', out]);
    expect([status, stderr]).toEqual([0, '']);
    expect(textOf(out)).toBe(bytesOf(HOSPITAL).toString());
    expectGolden('convert-apply.txt', stdout);
  });

  it('tells the changes as JSON beside the claims', () => {
    const { stdout, stderr } = columnone(['convert', SLOPPY, '--to', '837', '--apply', '--json']);
    expect(stdout).toBe(bytesOf(HOSPITAL).toString());
    expect(JSON.parse(stderr)).toEqual({
      claims: 10,
      changed: 3,
      changes: [
        { claim: 'H-CLEAN-01', line: 1, what: 'code', from: ' g0463', to: 'G0463' },
        { claim: 'H-PTP-03', line: 1, what: 'code', from: '11-042', to: '11042' },
        { claim: 'H-PTP-03', line: 1, what: 'modifier', from: 'lt', to: 'LT' },
      ],
    });
  });

  it('keeps what it cannot read, and says so by its status', () => {
    const broken = join(folder, 'broken.837');
    writeFileSync(broken, `${bytesOf(HOSPITAL).toString().slice(0, 2_000)}`);
    const { status, stdout, stderr } = columnone(['convert', broken, '--to', '837', '--apply']);
    expect(status).toBe(2);
    expect(stdout).toBe(textOf(broken));
    expect(stderr).toContain('[x12-cut]');
  });
});

describe('claims as JSON', () => {
  it.each(['json', 'ndjson', 'fhir'])('are read back as the same claims: %s', (to) => {
    for (const path of [HOSPITAL, CLINIC, 'samples/claims/claims.csv', 'samples/claims/claims.json']) {
      const out = join(folder, `claims.${to}`);
      expect(columnone(['convert', path, '--to', to, '--out', out]).status).toBe(0);
      const check = (file: string) => columnone(['check', '--codebook', codebook, '--format', 'ndjson', file]).stdout;
      expect(check(out)).toBe(check(path));
    }
  });

  it('are a list, empty where there is none', () => {
    const { stdout, status } = columnone(['convert', '-', '--to', 'json'], { input: 'claim,code\n' });
    expect(JSON.parse(stdout)).toEqual([]);
    expect(status).toBe(2);
  });

  it('have normalised codes with --apply too', () => {
    const { stdout } = columnone(['convert', SLOPPY, '--to', 'ndjson', '--apply']);
    expect(JSON.parse(stdout.split('\n')[0]).lines[0].code).toBe('G0463');
  });
});

describe('JSON and CSV as an 837', () => {
  it('are made anew, which is said, and read back as the same claims', () => {
    const out = join(folder, 'anew.837');
    for (const path of ['samples/claims/claims.csv', 'samples/claims/claims.json']) {
      const { stderr, status } = columnone(['convert', path, '--to', '837', '--out', out]);
      expect(status).toBe(0);
      expect(stderr).toContain('made anew');
      // The setting of a supplier is no part of an 837P.
      const check = (file: string) =>
        columnone(['check', '--codebook', codebook, '--setting', 'professional', '--format', 'ndjson', file]).stdout;
      expect(check(out)).toBe(check(path));
    }
  });
});

describe('where it is written', () => {
  it('holds no half of a file', () => {
    const own = join(folder, 'own');
    mkdirSync(own);
    columnone(['convert', HOSPITAL, '--to', '837', '--out', join(own, 'whole.837')]);
    columnone(['convert', 'missing.837', '--to', '837', '--out', join(own, 'none.837')]);
    expect(readdirSync(own)).toEqual(['whole.837']);
  });

  it('may be the file that is read', () => {
    const path = join(folder, 'in-place.837');
    writeFileSync(path, readFileSync(SLOPPY));
    expect(columnone(['convert', path, '--to', '837', '--apply', '--out', path]).status).toBe(0);
    expect(textOf(path)).toBe(bytesOf(HOSPITAL).toString());
  });

  it('may be a device, which stays one', () => {
    const path = join(folder, 'device');
    symlinkSync('/dev/null', path);
    expect(columnone(['convert', HOSPITAL, '--to', '837', '--out', path]).status).toBe(0);
    expect(statSync(path).isCharacterDevice()).toBe(true);
  });

  it.each([
    [['convert', 'missing.837', '--to', 'json'], 'file-unreadable'],
    [['convert', 'samples', '--to', 'json'], 'file-unreadable'],
    [['convert', HOSPITAL, '--to', 'json', '--out', join(folder, 'none/x')], 'file-unwritable'],
    [['convert', HOSPITAL, '--to', 'xml'], 'Allowed choices'],
    [['convert', HOSPITAL], '--to'],
  ])('%j is refused', (args, word) => {
    const { status, stderr } = columnone(args);
    expect(status).toBe(2);
    expect(stderr).toContain(word);
  });
});

it('the hospital sample is checked as its golden file has it, with --history and without', () => {
  const check = (...more: string[]) =>
    columnone(['check', '--codebook', codebook, '--format', 'ndjson', '--summary', ...more, HOSPITAL]);
  expect(check().stdout).toBe(check('--history').stdout);
  expectGolden('check-hospital.ndjson', check().stdout);
});
