import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { archive, dataFolder, downloadsIn, fetchFrom, hcpcsFile, recordIn, site } from './fixture.ts';

const VERSIONS = [archive(11, 90_000), archive(12, 120_000), archive(13, 90_000)];

/** What may befall one run. */
const trouble = fc.record({
  version: fc.nat(VERSIONS.length - 1),
  dropAfter: fc.option(fc.oneof(fc.constant(0), fc.integer({ min: 20_000, max: 130_000 }))),
  busy: fc.nat(2),
  ranges: fc.boolean(),
  conditions: fc.boolean(),
  tags: fc.constantFrom('strong' as const, 'weak' as const),
});

it('whatever befalls the runs before, files are whole and the newest is there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(trouble, { minLength: 1, maxLength: 5 }), fc.nat(2), async (troubles, last) => {
      const [file, folder] = [hcpcsFile(VERSIONS[0]), dataFolder()];
      const standIn = await site(file);
      for (const { version, ...manners } of troubles) {
        file.bytes = VERSIONS[version];
        Object.assign(standIn.manners, manners);
        await fetchFrom(standIn, folder, { patience: { tries: 2 } });
        for (const stored of storedIn(folder)) expect(VERSIONS.some((each) => stored.equals(each))).toBe(true);
      }
      file.bytes = VERSIONS[last];
      Object.assign(standIn.manners, { dropAfter: null, busy: 0, tags: 'strong' });
      expect((await fetchFrom(standIn, folder)).problems).toEqual([]);
      const newest = (await recordIn(folder)).files.at(-1);
      expect(readFileSync(join(folder, 'downloads', newest?.storedAs ?? '')).equals(VERSIONS[last])).toBe(true);
      await standIn.close();
    }),
    { numRuns: 40 },
  );
});

const storedIn = (folder: string): Buffer[] =>
  downloadsIn(folder).map((name) => readFileSync(join(folder, 'downloads', name)));
