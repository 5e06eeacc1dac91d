import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DATA, dataPath, HAS_DATA } from '../support/data.ts';
import { columnone, scratch } from './support.ts';

describe.skipIf(!HAS_DATA)('the command over all reference data', () => {
  const codebook = join(scratch(), 'codebook');
  let built = { releases: [] as { id: string; rowCount: number }[], notKnown: [] as { reason: string }[] };

  beforeAll(() => {
    const { status, stdout, stderr } = columnone(['build', '--json', '--out', codebook, DATA]);
    expect([status, stderr]).toEqual([0, '']);
    built = JSON.parse(stdout);
  });

  const json = (...args: string[]) => JSON.parse(columnone([...args, '--json', '--codebook', codebook]).stdout);

  it('reads every release there', () => {
    const rows = Object.fromEntries(built.releases.map(({ id, rowCount }) => [id, rowCount]));
    expect(rows).toMatchObject({
      'ncci-ptp/professional/2024Q3': 2_546_017,
      'ncci-ptp/outpatient/2024Q3': 1_775_818,
    });
    expect(built.releases.filter(({ id }) => id.startsWith('hcpcs/'))).toHaveLength(17);
    expect(built.notKnown.map(({ reason }) => reason)).toContain('a README, no release');
  });

  it('has each print of a corrected release, and says which of them speaks', () => {
    const prints = json('info').releases.filter(({ id }: { id: string }) => id.startsWith('hcpcs/2019'));
    const said = prints.map(({ id, supersededBy }: Record<string, string | null>) => [id, supersededBy]);
    expect(said).toEqual([
      ['hcpcs/2019', 'hcpcs/2019/v3'],
      ['hcpcs/2019/v2', 'hcpcs/2019/v3'],
      ['hcpcs/2019/v3', null],
    ]);
    const release = (...more: string[]) => json('lookup', 'G9890', '--on', '2018-02-01', ...more).codes[0];
    // Deleted by the corrections of 2018, given anew in 2019 for April 2018.
    expect(release()).toMatchObject({ status: 'not-yet-valid', from: '2018-04-01' });
    expect(release('--as-of', '2017-12-01')).toMatchObject({ status: 'valid', release: 'hcpcs/2018' });
  });

  it('knows J0135 in 2018', () => {
    const { codes } = json('lookup', 'J0135', '--on', '2018-06-01');
    expect(codes[0]).toMatchObject({ status: 'valid', from: '2005-01-01', to: '2024-12-31', release: 'hcpcs/2018/v5' });
  });

  it('knows 11042 with 97597 in 2024', () => {
    expect(json('pair', '11042', '97597', '--on', '2024-07-01')).toMatchObject({
      status: 'edit-in-force',
      inForce: {
        columnOne: '11042',
        columnTwo: '97597',
        modifierIndicator: 1,
        release: 'ncci-ptp/professional/2024Q3',
      },
    });
  });

  it('checks every X12 sample and refuses what is no claim, without a fault of its own', () => {
    const args = ['check', '--codebook', codebook, '--format', 'json', dataPath('x12')];
    const { status, stdout, stderr } = columnone(args);
    expect(status).toBe(2);
    expect(stderr).not.toContain('fault of columnone');
    const { summary, problems } = JSON.parse(stdout);
    expect(summary.claims).toBeGreaterThan(2_000);
    expect(problems.length).toBe(summary.problems);
  });
});
