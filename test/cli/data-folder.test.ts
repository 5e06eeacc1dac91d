import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dataFolder } from '../../src/cli/data-folder.ts';

it.each([
  ['linux', {}, join('/home/p', '.local', 'share', 'columnone')],
  ['linux', { XDG_DATA_HOME: '/data' }, join('/data', 'columnone')],
  ['linux', { XDG_DATA_HOME: '' }, join('/home/p', '.local', 'share', 'columnone')],
  ['darwin', { XDG_DATA_HOME: '/data' }, join('/home/p', 'Library', 'Application Support', 'columnone')],
  ['win32', { LOCALAPPDATA: '/local' }, join('/local', 'columnone')],
  ['win32', {}, join('/home/p', 'AppData', 'Local', 'columnone')],
] as const)('keeps a user’s data where %s keeps it, with %j', (platform, env, folder) => {
  expect(dataFolder({ platform, env, home: '/home/p' })).toBe(folder);
});
