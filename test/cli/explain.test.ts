import { describe, expect, it } from 'vitest';
import { EDIT_ORDER } from '../../src/edits/finding.ts';
import { columnone, expectGolden, sampleCodebook, scratch } from './support.ts';

const codebook = sampleCodebook(scratch());
const run = (...args: string[]) => columnone(['explain', '--codebook', codebook, ...args]);

describe('explain', () => {
  it('shows a pair on a claim of nobody', () => {
    const { status, stdout } = run('--on', '2024-07-15', '11042', '97597');
    expect(status).toBe(0);
    expectGolden('explain-pair.txt', stdout);
  });

  it('shows a finding of a claim in a file', () => {
    const { status, stdout } = run('--claim', 'MODIFIER-06', '--line', '2', 'samples/claims/clinic.837');
    expect(status).toBe(0);
    expectGolden('explain-finding.txt', stdout);
  });

  it('gives machines the same', () => {
    const { status, stdout } = run('--json', '--claim', 'MODIFIER-06', '--line', '2', 'samples/claims/clinic.837');
    const { claim, explanations } = JSON.parse(stdout);
    expect([status, claim]).toEqual([0, 'MODIFIER-06']);
    expect(explanations[0].finding).toMatchObject({ line: 2, reason: 'contradictory' });
    expect(explanations[0].trials).not.toEqual([]);
  });

  it('asks which claim is meant', () => {
    const { status, stderr } = run('samples/claims/clinic.837');
    expect(status).toBe(2);
    expect(stderr).toContain('Name a claim of the file with --claim: CLEAN-01');
  });

  it('says when nothing is found', () => {
    const { status, stdout } = run('--claim', 'CLEAN-01', '--line', '1', 'samples/claims/clinic.837');
    expect([status, stdout]).toEqual([1, expect.stringContaining('Nothing is found')]);
  });

  it.each(EDIT_ORDER)('has what, why and what to do of %s', (id) => {
    const { status, stdout } = run('--json', id);
    const { what, why, whatToDo, rules } = JSON.parse(stdout);
    expect(status).toBe(0);
    for (const text of [what, why, whatToDo]) expect(text).toMatch(/\w.*\.$/);
    expect(rules.length).toBeGreaterThan(0);
  });

  it('shows one reason alone', () => {
    expect(JSON.parse(run('--json', 'ncci-ptp/not-allowed').stdout).rules).toHaveLength(1);
  });

  it.each([
    [['ncci-ptp/no-such'], 'ncci-ptp has no reason "no-such"; it has '],
    [['no-such-file.837'], '"no-such-file.837" is no file, no code or two, and no edit.'],
    [['11042', '97597', '97598'], 'is no file, no code or two, and no edit.'],
  ])('%j is refused', (args, message) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain('[not-explained]');
  });
});
