import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnone, expectGolden, sampleCodebook, scratch } from './support.ts';

const folder = scratch();
const codebook = sampleCodebook(folder);
const PLAN = { extends: 'medicare-part-b', id: 'plan', title: 'A plan', outcomes: { 'ncci-ptp': { '*': 'review' } } };

function planFile(changes: object = {}): string {
  const path = join(folder, 'plan.json');
  writeFileSync(path, JSON.stringify({ ...PLAN, ...changes }));
  return path;
}

describe('profile', () => {
  it('lists those that come with the program', () => {
    const { profiles } = JSON.parse(columnone(['profile', 'list', '--json']).stdout);
    expect(profiles.map(({ id }: { id: string }) => id)).toContain('medicare-part-b');
    expectGolden('profile-explain.txt', columnone(['profile', 'explain', 'private-example', 'ncci-aoc']).stdout);
  });

  it('shows one whole', () => {
    expect(JSON.parse(columnone(['profile', 'show', planFile()]).stdout)).toMatchObject({
      id: 'plan',
      title: 'A plan',
    });
  });

  it('validates a file', () => {
    const { status, stdout } = columnone(['profile', 'validate', planFile()]);
    expect([status, stdout]).toEqual([0, expect.stringContaining('plan  A plan: valid')]);
  });

  it.each([
    [['profile', 'validate', planFile()], { edits: ['ncci-ptq'] }, 'did you mean "ncci-ptp"? [profile-invalid]'],
    [['profile', 'show', 'medicare-part-c'], {}, 'Did you mean medicare-part-b? [profile-unknown]'],
    [['profile', 'explain', 'dme-mac', 'ncci'], {}, '"ncci" is no edit'],
  ])('%j is refused', (args, changes, message) => {
    planFile(changes);
    const { status, stderr } = columnone(args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('check --profile', () => {
  it('judges as the profile says', () => {
    const check = (...args: string[]) =>
      JSON.parse(
        columnone(['check', '--codebook', codebook, '--format', 'json', ...args, 'samples/claims/clinic.837']).stdout,
      );
    const outcomes = ({ claims }: { claims: { findings: { edit: string; outcome: string }[] }[] }) =>
      new Set(
        claims.flatMap(({ findings }) =>
          findings.filter(({ edit }) => edit === 'ncci-ptp').map(({ outcome }) => outcome),
        ),
      );
    expect(outcomes(check())).toContain('deny');
    const own = check('--profile', planFile());
    expect(outcomes(own)).not.toContain('deny');
    expect(own.claims[0].profile).toBe('plan');
  });
});
