import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gateAt } from '../../src/fetch/gate.ts';
import { archive, dataFolder, downloadsIn, fetchFrom, HCPCS_NAME, hcpcsFile, site } from './fixture.ts';

const BYTES = archive(3);
const gatedBy = (gated: true | 'by redirect') => site({ ...hcpcsFile(BYTES), gated });
const stored = (folder: string): Buffer => readFileSync(join(folder, 'downloads', HCPCS_NAME));

describe('a licence page', () => {
  it.each([
    ['https://www.cms.gov/license/ama?file=/files/zip/x.zip', 'AMA', 'https://www.cms.gov/files/zip/x.zip'],
    ['https://www.cms.gov/apps/ama/license.asp?file=/files/zip/x.zip', 'AMA', 'https://www.cms.gov/files/zip/x.zip'],
    [
      'https://www.cms.gov/apps/ama/license.asp?file=http://download.cms.gov/x.zip',
      'AMA',
      'http://download.cms.gov/x.zip',
    ],
    ['https://www.cms.gov/license/ada?file=/x.zip', 'ADA', 'https://www.cms.gov/x.zip'],
  ])('is known by its address: %s', (url, license, file) => {
    expect(gateAt(new URL(url))).toEqual({ license, file: new URL(file) });
  });

  it.each(['https://www.cms.gov/files/zip/x.zip', 'https://www.cms.gov/license/amax?file=/x.zip'])(
    'is none: %s',
    (url) => {
      expect(gateAt(new URL(url))).toBeNull();
    },
  );

  it.each([
    ['the link leads to it', true],
    ['a redirect leads to it', 'by redirect'],
  ] as const)('is gone through by its form where %s', async (_, gated) => {
    const [standIn, folder] = [await gatedBy(gated), dataFolder()];
    expect((await fetchFrom(standIn, folder)).problems).toEqual([]);
    expect(stored(folder).equals(BYTES)).toBe(true);
    expect(standIn.asked.at(-1)).toBe(`GET /files/zip/${HCPCS_NAME}?agree=yes&next=Accept`);
  });

  it('is gone through again to take up a download that broke', async () => {
    const [standIn, folder] = [await gatedBy(true), dataFolder()];
    standIn.manners.dropAfter = 80_000;
    expect((await fetchFrom(standIn, folder)).problems).toEqual([]);
    expect(stored(folder).equals(BYTES)).toBe(true);
    expect(standIn.asked.at(-1)).toMatch(/agree=yes.* bytes=\d+-$/);
  });

  it.each([true, 'by redirect'] as const)('is not gone through for a licence that was not accepted', async (gated) => {
    const [standIn, folder] = [await gatedBy(gated), dataFolder()];
    const { problems } = await fetchFrom(standIn, folder, { accepted: new Set() });
    expect(problems).toMatchObject([{ code: 'license-not-accepted' }]);
    expect(standIn.asked.filter((line) => line.includes('agree'))).toEqual([]);
    expect(downloadsIn(folder)).toEqual([]);
  });

  it('without its form is a problem', async () => {
    const [standIn, folder] = [await gatedBy(true), dataFolder()];
    standIn.manners.noForm = true;
    expect((await fetchFrom(standIn, folder)).problems).toMatchObject([{ code: 'license-page' }]);
  });
});
