import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { INSTITUTIONAL, PROFESSIONAL, written } from '../claims/structure/base.ts';
import { readAcknowledgment } from '../claims/structure/read-acknowledgment.ts';
import { columnone, scratch } from './support.ts';

const folder = scratch();
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const sound = file('sound.837', written(PROFESSIONAL));
const bad = file(
  'bad.837',
  written(PROFESSIONAL.map((segment) => segment.replace('CHILD*KIM', `CHILD*${'K'.repeat(40)}`))),
);
const hospital = file('hospital.837', written(INSTITUTIONAL).replaceAll('000000101', '000000102'));
const noX12 = file('notes.txt', 'no interchange here');

const STAMP = ['--control-number', '901', '--written', '2026-09-02T10:15'];

describe('check --structure', () => {
  test('says nothing wrong of a sound file, and 0', () => {
    const { status, stdout } = columnone(['check', '--structure', sound]);
    expect(status).toBe(0);
    expect(stdout).toContain('0 errors');
  });

  test('names segment, loop, byte and code of an error, but not a value of the claim; and 1', () => {
    const { status, stdout } = columnone(['check', '--structure', bad]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/segment 18 NM1, loop 2010CA, byte \d+\n\s+NM104 is longer than 35\. \[IK403 5\]/);
    expect(stdout).not.toContain('KKK');
  });

  test('gives one error a line, or one document', () => {
    const lines = columnone(['check', '--structure', '--format', 'ndjson', bad]).stdout.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { interchange: '000000101', transaction: '0001', segmentId: 'NM1', ik304: '8', ik403: '5', value: null },
    ]);
    const { interchanges } = JSON.parse(columnone(['check', '--structure', '--format', 'json', bad, hospital]).stdout);
    expect(interchanges.map(({ control }: { control: string }) => control)).toEqual(['000000101', '000000102']);
  });

  test('refuses a file without an interchange, reads the others, and 2', () => {
    const { status, stdout, stderr } = columnone(['check', '--structure', noX12, sound]);
    expect(status).toBe(2);
    expect(stderr).toContain('x12-no-isa');
    expect(stdout).toContain('0 errors');
  });
});

describe('check --format 999 and ta1', () => {
  test('answers each interchange under the next number', () => {
    const { status, stdout } = columnone(['check', '--format', '999', ...STAMP, bad, hospital]);
    expect(status).toBe(1);
    const [first, second] = stdout.split(/(?=ISA\*)/);
    expect(readAcknowledgment(first)).toMatchObject({ wellFormed: true, groups: [{ ak9: ['R', '1', '1', '0'] }] });
    expect(readAcknowledgment(second)).toMatchObject({ wellFormed: true, groups: [{ ak9: ['A', '1', '1', '1'] }] });
    expect(second).toContain('*260902*1015*^*00501*000000902*');
  });

  test('writes TA1 alone where that is asked for', () => {
    const { status, stdout } = columnone(['check', '--format', 'ta1', ...STAMP, sound]);
    expect(status).toBe(0);
    expect(readAcknowledgment(stdout)).toMatchObject({
      wellFormed: true,
      ta1: { verdict: 'A', code: '000' },
      groups: [],
    });
  });

  test('takes the file from standard input', () => {
    const { stdout } = columnone(['check', '--format', '999', ...STAMP, '-'], { input: written(PROFESSIONAL) });
    expect(readAcknowledgment(stdout).groups[0].ak9[0]).toBe('A');
  });

  test.each([
    ['--control-number', '0'],
    ['--control-number', '1234567890'],
    ['--written', 'yesterday'],
    ['--written', '2026-13-01T10:00'],
  ])('%s %s is wrong use', (...wrong) => {
    expect(columnone(['check', '--format', '999', ...wrong, sound]).status).toBe(2);
  });
});
