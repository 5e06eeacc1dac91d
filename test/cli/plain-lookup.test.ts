import { describe, expect, it } from 'vitest';
import { plainLookup } from '../../src/cli/plain-lookup.ts';

describe('a look-up without the command line parser', () => {
  it.each([
    [[]],
    [['pair', '80053', '80048']],
    [['lookup']],
    [['lookup', '--help']],
    [['lookup', 'J1170', '--no-such-option']],
    [['lookup', 'J1170', '--on']],
    [['lookup', 'J1170', '--on', '2024-02-30']],
    [['lookup', 'J1170', '--as-of', 'yesterday']],
  ])('leaves %j to the parser', async (args) => {
    expect(await plainLookup(args)).toBeNull();
  });
});
