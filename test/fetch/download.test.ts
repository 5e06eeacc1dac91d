import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archive, dataFolder, downloadsIn, fetchFrom, HCPCS_NAME, hcpcsFile, recordIn, site } from './fixture.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const OLD = archive(1);
const NEW = archive(2);

const stored = (folder: string, name = HCPCS_NAME): string => sha256(readFileSync(join(folder, 'downloads', name)));
const rangesAsked = (asked: readonly string[]): string[] => asked.flatMap((line) => /bytes=\d+-/.exec(line)?.[0] ?? []);

describe('a file', () => {
  it('is fetched whole and recorded', async () => {
    const [standIn, folder] = [await site(hcpcsFile(OLD)), dataFolder()];
    const { outcomes, problems } = await fetchFrom(standIn, folder);
    expect(problems).toEqual([]);
    expect(outcomes.map(({ status }) => status)).toEqual(['new']);
    expect(downloadsIn(folder)).toEqual([HCPCS_NAME]);
    expect(readdirSync(join(folder, 'parts'))).toEqual([]);
    expect((await recordIn(folder)).files).toEqual([
      {
        site: 'hcpcs',
        url: `${standIn.url}/files/zip/${HCPCS_NAME}`,
        name: HCPCS_NAME,
        storedAs: HCPCS_NAME,
        period: '2024Q4',
        sha256: sha256(OLD),
        bytes: OLD.length,
        etag: expect.stringMatching(/^"[0-9a-f]{16}"$/),
        lastModified: 'Tue, 01 Oct 2024 12:00:00 GMT',
        fetchedAt: '2024-10-02T08:00:00.000Z',
        oddity: null,
      },
    ]);
  });

  it.each([
    ['a server with conditions', true],
    ['a server without', false],
  ])('is not fetched again while it is the same, from %s', async (_, conditions) => {
    const [standIn, folder] = [await site(hcpcsFile(OLD)), dataFolder()];
    await fetchFrom(standIn, folder);
    standIn.manners.conditions = conditions;
    // So little that nothing could come whole.
    standIn.manners.dropAfter = 10;
    const { outcomes, problems } = await fetchFrom(standIn, folder);
    expect(problems).toEqual([]);
    expect(outcomes.map(({ status }) => status)).toEqual(['unchanged']);
  });

  it('is compared by content where the server names no version', async () => {
    const [standIn, folder] = [await site(hcpcsFile(OLD)), dataFolder()];
    standIn.manners.tags = 'none';
    await fetchFrom(standIn, folder);
    expect((await fetchFrom(standIn, folder)).outcomes.map(({ status }) => status)).toEqual(['unchanged']);
    expect(downloadsIn(folder)).toEqual([HCPCS_NAME]);
    expect((await recordIn(folder)).files).toHaveLength(1);
  });

  it('comes back when it was removed', async () => {
    const [standIn, folder] = [await site(hcpcsFile(OLD)), dataFolder()];
    await fetchFrom(standIn, folder);
    rmSync(join(folder, 'downloads', HCPCS_NAME));
    expect((await fetchFrom(standIn, folder)).outcomes.map(({ status }) => status)).toEqual(['new']);
    expect(stored(folder)).toBe(sha256(OLD));
  });
});

describe('a changed file', () => {
  it('is kept beside the former one, with an oddity', async () => {
    const [file, folder] = [hcpcsFile(OLD), dataFolder()];
    const standIn = await site(file);
    await fetchFrom(standIn, folder);
    file.bytes = NEW;
    const { outcomes } = await fetchFrom(standIn, folder);
    const storedAs = HCPCS_NAME.replace('.zip', `.${sha256(NEW).slice(0, 8)}.zip`);
    expect(outcomes[0]).toMatchObject({ status: 'changed', fetched: { storedAs } });
    expect(outcomes[0].fetched.oddity).toContain(`fetched on 2024-10-02 stays as ${HCPCS_NAME}`);
    expect(downloadsIn(folder)).toEqual([storedAs, HCPCS_NAME].sort());
    expect([stored(folder), stored(folder, storedAs)]).toEqual([sha256(OLD), sha256(NEW)]);
    expect((await recordIn(folder)).files.map((each) => each.sha256)).toEqual([sha256(OLD), sha256(NEW)]);
    expect((await fetchFrom(standIn, folder)).outcomes.map(({ status }) => status)).toEqual(['unchanged']);
  });

  it('that changes back is told again, and nothing is stored twice', async () => {
    const [file, folder] = [hcpcsFile(OLD), dataFolder()];
    const standIn = await site(file);
    for (const bytes of [OLD, NEW, OLD]) {
      file.bytes = bytes;
      await fetchFrom(standIn, folder);
    }
    expect(downloadsIn(folder)).toHaveLength(2);
    expect((await recordIn(folder)).files.map((each) => each.sha256)).toEqual([sha256(NEW), sha256(OLD)]);
  });

  it('never takes the place of a file that was not fetched', async () => {
    const [standIn, folder] = [await site(hcpcsFile(NEW)), dataFolder()];
    mkdirSync(join(folder, 'downloads'));
    writeFileSync(join(folder, 'downloads', HCPCS_NAME), OLD);
    const { outcomes } = await fetchFrom(standIn, folder);
    expect(outcomes[0]).toMatchObject({ status: 'changed' });
    expect(outcomes[0].fetched.oddity).toContain('another file named');
    expect(stored(folder)).toBe(sha256(OLD));
    expect(stored(folder, outcomes[0].fetched.storedAs)).toBe(sha256(NEW));
  });

  it('is fetched from the start although a part of the former one was there', async () => {
    const [file, folder] = [hcpcsFile(OLD), dataFolder()];
    const standIn = await site(file);
    standIn.manners.dropAfter = 50_000;
    await fetchFrom(standIn, folder, { patience: { tries: 1 } });
    file.bytes = NEW;
    standIn.manners.dropAfter = null;
    const { outcomes } = await fetchFrom(standIn, folder);
    expect(outcomes[0].resumedAt).toBe(0);
    expect(stored(folder)).toBe(sha256(NEW));
  });
});

describe('a broken connection', () => {
  it('is taken up where it broke, as often as it breaks', async () => {
    const [standIn, folder] = [await site(hcpcsFile(OLD)), dataFolder()];
    standIn.manners.dropAfter = 30_000;
    const { problems } = await fetchFrom(standIn, folder);
    expect(problems).toEqual([]);
    expect(stored(folder)).toBe(sha256(OLD));
    const ranges = rangesAsked(standIn.asked).map((range) => Number(range.slice(6, -1)));
    expect(ranges.length).toBeGreaterThan(3);
    expect(ranges).toEqual(ranges.toSorted((a, b) => a - b));
  });

  it('is taken up by a later run', async () => {
    const [standIn, folder] = [await site(hcpcsFile(OLD)), dataFolder()];
    standIn.manners.dropAfter = 60_000;
    const first = await fetchFrom(standIn, folder, { patience: { tries: 1 } });
    expect(first.problems).toMatchObject([{ code: 'site-unreachable' }]);
    expect(downloadsIn(folder)).toEqual([]);
    expect((await recordIn(folder)).files).toEqual([]);
    standIn.manners.dropAfter = null;
    const { outcomes } = await fetchFrom(standIn, folder);
    expect(outcomes[0].resumedAt).toBeGreaterThan(0);
    expect(stored(folder)).toBe(sha256(OLD));
  });

  it.each([
    ['without ranges', { ranges: false }],
    ['that names no version', { tags: 'none' as const }],
  ])('is begun anew on a server %s', async (_, manners) => {
    const [standIn, folder] = [await site(hcpcsFile(OLD)), dataFolder()];
    Object.assign(standIn.manners, manners, { dropAfter: 60_000 });
    await fetchFrom(standIn, folder, { patience: { tries: 1 } });
    standIn.manners.dropAfter = null;
    const { outcomes } = await fetchFrom(standIn, folder);
    expect(outcomes[0].resumedAt).toBe(0);
    expect(stored(folder)).toBe(sha256(OLD));
  });

  it('with a weak tag is taken up by the date of the version', async () => {
    const [standIn, folder] = [await site(hcpcsFile(OLD)), dataFolder()];
    Object.assign(standIn.manners, { tags: 'weak', dropAfter: 60_000 });
    await fetchFrom(standIn, folder, { patience: { tries: 1 } });
    standIn.manners.dropAfter = null;
    expect((await fetchFrom(standIn, folder)).outcomes[0].resumedAt).toBeGreaterThan(0);
    expect(stored(folder)).toBe(sha256(OLD));
  });

  it.each([
    ['all bytes but not its name', OLD.length],
    ['more bytes than the file', OLD.length + 5],
  ])('that left %s ends in the right file', async (_, size) => {
    const [standIn, folder] = [await site(hcpcsFile(OLD)), dataFolder()];
    standIn.manners.dropAfter = 60_000;
    await fetchFrom(standIn, folder, { patience: { tries: 1 } });
    standIn.manners.dropAfter = null;
    const part = join(folder, 'parts', `${HCPCS_NAME}.part`);
    writeFileSync(part, Buffer.concat([OLD, Buffer.alloc(5)]).subarray(0, size));
    expect((await fetchFrom(standIn, folder)).problems).toEqual([]);
    expect(stored(folder)).toBe(sha256(OLD));
  });
});

describe('a server', () => {
  it('that is busy is asked again', async () => {
    const [standIn, folder] = [await site(hcpcsFile(OLD)), dataFolder()];
    standIn.manners.busy = 2;
    expect((await fetchFrom(standIn, folder)).problems).toEqual([]);
    expect(stored(folder)).toBe(sha256(OLD));
  });

  it.each([
    ['stays busy', { busy: 99 }, 'site-unreachable', /503/],
    ['leads elsewhere', { redirectTo: 'https://elsewhere.example/x.zip' }, 'site-not-allowed', /elsewhere\.example/],
    ['leads in circles', { redirectTo: `/files/zip/${HCPCS_NAME}` }, 'site-refused', /more than 5 times/],
    ['leads to a page', { redirectTo: '/medicare' }, 'site-refused', /404/],
    ['falls silent', { silent: true }, 'site-unreachable', /nothing more came/],
    ['says too great a length', { lengthError: 7 }, 'site-unreachable', /Tried/],
  ])('that %s gives a problem and no file', async (_, manners, code, message) => {
    const [standIn, folder] = [await site(hcpcsFile(OLD)), dataFolder()];
    Object.assign(standIn.manners, manners);
    const { problems } = await fetchFrom(standIn, folder, { patience: { silence: 50, tries: 2 } });
    expect(problems).toMatchObject([{ code, message: expect.stringMatching(message) }]);
    expect(downloadsIn(folder)).toEqual([]);
    expect((await recordIn(folder)).files).toEqual([]);
  });

  it('that says too small a length gives no cut file its name', async () => {
    const [standIn, folder] = [await site(hcpcsFile(OLD)), dataFolder()];
    standIn.manners.lengthError = -7;
    const { problems } = await fetchFrom(standIn, folder);
    // Of the bytes told, all came: only the archive itself can say that more belong to it.
    expect(problems).toMatchObject([{ code: 'download-not-as-named' }]);
    expect(downloadsIn(folder)).toEqual([]);
  });

  it('that sends other bytes than an archive gives a problem', async () => {
    const [standIn, folder] = [await site(hcpcsFile(Buffer.from('<html>Please accept</html>'))), dataFolder()];
    expect((await fetchFrom(standIn, folder)).problems).toMatchObject([{ code: 'download-not-as-named' }]);
    expect(downloadsIn(folder)).toEqual([]);
    expect(readdirSync(join(folder, 'parts'))).toEqual([]);
  });
});

describe('a broken record', () => {
  it('stops before anything is fetched', async () => {
    const [standIn, folder] = [await site(hcpcsFile(OLD)), dataFolder()];
    writeFileSync(join(folder, 'fetched.json'), '{"format":1,"licenses":[],"files":[{"site":"hcpcs"}]}');
    const { problems } = await fetchFrom(standIn, folder);
    expect(problems).toMatchObject([{ code: 'fetch-record-broken', message: expect.stringContaining('files.0.') }]);
    expect(standIn.asked.filter((line) => line.includes('/files/'))).toEqual([]);
  });
});
