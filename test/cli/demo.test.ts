import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EDITS } from '../../src/edits/edits.ts';
import { DEFAULT_PROFILE } from '../../src/edits/profile.ts';
import { cleanEnvironment, ROOT, scratch } from './support.ts';

it('builds the sample, shows findings of its claims, and ends well', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/demo.mjs')], {
    cwd: ROOT,
    encoding: 'utf8',
    env: cleanEnvironment(scratch()),
  });
  expect([status, stderr]).toEqual([0, '']);
  for (const { title } of EDITS.filter(({ id }) => DEFAULT_PROFILE.edits.includes(id))) {
    expect(stdout).toContain(`${title} `);
  }
  expect(stdout).toContain('What next');
});
