import { describe, expect, it } from 'vitest';
import { compile } from '../../src/codebook/compile.ts';
import { aligned, ENTRY_BYTES, FORMAT_VERSION, HEADER_BYTES, LAYOUT } from '../../src/codebook/format.ts';
import { openCodebook } from '../../src/codebook/open.ts';
import { dayOf } from '../../src/codes/day.ts';
import { ProblemError } from '../../src/problems.ts';
import { sampleReleases } from './sample-releases.ts';
import { openedWhole, resealed, sectionsOf, tableEndOf } from './sealed.ts';

const file = compile(sampleReleases());
const TABLE_END = tableEndOf(file);

function changed(change: (copy: Uint8Array, view: DataView) => void): Uint8Array {
  const copy = file.slice();
  change(copy, new DataView(copy.buffer));
  return copy;
}

async function refusal(bytes: Uint8Array | ArrayBuffer): Promise<ProblemError> {
  const outcome = await openedWhole(bytes).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(outcome instanceof ProblemError)) throw new Error(`not refused with a ProblemError: ${outcome}`);
  return outcome;
}

describe('openCodebook', () => {
  const on = dayOf(2024, 11, 1);

  it('opens bytes, a buffer, bytes at an odd place and shared memory alike', async () => {
    const odd = new Uint8Array(file.length + 3);
    odd.set(file, 3);
    const shared = new Uint8Array(new SharedArrayBuffer(file.length));
    shared.set(file);
    for (const bytes of [file, file.slice().buffer, odd.subarray(3), shared]) {
      const codebook = await openCodebook(bytes);
      expect(codebook.code('J0135', { on })).toMatchObject({ entry: { fields: { shortDescription: 'Invented' } } });
      expect(codebook.pair('11042', '97597', { on, setting: 'professional' })).toMatchObject({
        inForce: { columnOne: '97597', columnTwo: '11042' },
      });
    }
  });

  it('opens where the platform offers no digest, and still finds a changed byte', async () => {
    const { crypto } = globalThis;
    Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
    try {
      expect((await openCodebook(file)).releases).toHaveLength(12);
      expect(await refusal(changed((copy) => copy.set([copy[file.length - 8] ^ 1], file.length - 8)))).toBeDefined();
    } finally {
      Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
    }
  });

  it.each(LAYOUT.map(({ name }) => [name]))('refuses a changed byte in %s and says where', async (name) => {
    const { offset, length } = sectionsOf(file)[LAYOUT.findIndex((layout) => layout.name === name)];
    expect(length).toBeGreaterThan(0);
    for (const at of [offset, offset + length - 1, offset + (length >> 1)]) {
      const problem = await refusal(changed((copy) => copy.set([copy[at] ^ 0x10], at)));
      expect(problem).toMatchObject({ code: 'codebook-checksum', offset });
      expect(problem.message).toContain(name);
    }
  });

  it('refuses every changed bit of header and section table', async () => {
    for (let at = 0; at < TABLE_END; at++) {
      for (const bit of [1, 0x80]) await refusal(changed((copy) => copy.set([copy[at] ^ bit], at)));
    }
  });

  it('refuses bytes between the sections', async () => {
    const gap = sectionsOf(file).find(({ offset, length }) => aligned(offset + length) > offset + length);
    const at = (gap?.offset ?? 0) + (gap?.length ?? 0);
    expect(await refusal(changed((copy) => copy.set([1], at)))).toMatchObject({
      code: 'codebook-sections',
      offset: at,
    });
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['a few bytes', new Uint8Array(4)],
    ['something else', new TextEncoder().encode('PK\x03\x04 some other file, longer than a header')],
  ])('does not take %s for a codebook', async (_, bytes) => {
    expect(await refusal(bytes)).toMatchObject({ code: 'codebook-unrecognised' });
  });

  it('refuses a newer format, whatever follows', async () => {
    const newer = changed((_, view) => view.setUint32(8, FORMAT_VERSION + 1, true));
    expect(await refusal(newer)).toMatchObject({ code: 'codebook-newer' });
    expect(await refusal(newer.subarray(0, 40))).toMatchObject({ code: 'codebook-newer' });
  });

  it('says of an older format that it is to be built again', async () => {
    const older = changed((_, view) => view.setUint32(8, FORMAT_VERSION - 1, true));
    expect(await refusal(older)).toMatchObject({ code: 'codebook-older' });
  });

  it('refuses a file cut off anywhere, and one with more behind it', async () => {
    for (const end of [8, HEADER_BYTES - 1, HEADER_BYTES, TABLE_END, TABLE_END + 5, file.length - 1]) {
      expect(await refusal(file.slice(0, end))).toMatchObject({ code: 'codebook-truncated', offset: end });
    }
    const longer = new Uint8Array(file.length + 8);
    longer.set(file);
    expect(await refusal(longer)).toMatchObject({ code: 'codebook-sections' });
  });

  it.each<[string, (view: DataView, entry: number) => void]>([
    ['overlap', (view, entry) => view.setUint32(entry + 32, TABLE_END, true)],
    ['lie outside of the file', (view, entry) => view.setUint32(entry + 36, 0xffffff00, true)],
    ['have elements of odd width', (view, entry) => view.setUint32(entry + 28, 3, true)],
    ['have elements of no width', (view, entry) => view.setUint32(entry + 28, 0, true)],
    ['are not the core at least', (view) => view.setUint32(12, LAYOUT.length - 1, true)],
    ['are more than there can be', (view) => view.setUint32(12, 0xffff, true)],
    ['are not all there', (view) => view.setUint32(12, sectionsOf(file).length - 1, true)],
    ['are out of order', (view, entry) => view.setUint8(entry, 0x7a)],
  ])('refuses sections that %s', async (_, change) => {
    const wrong = changed((__, view) => change(view, HEADER_BYTES + 5 * ENTRY_BYTES));
    expect(await refusal(wrong)).toMatchObject({ code: 'codebook-sections' });
  });

  it.each<[string, string, number]>([
    ['sets.members', 'a release that there is not', 0xff],
    ['sets.offsets', 'starts that fall', 0xff],
    ['codes.packed', 'a code out of order', 0xff],
    ['hcpcs.text', 'a text that there is not', 0xff],
    ['hcpcs.field', 'a field that there is not', 0xff],
    ['ptp.block', 'a block that there is not', 0xff],
    ['ptp.columnTwo', 'a code that there is not', 0xff],
    ['ptp.window', 'a window that there is not', 0xff],
    ['ptp.note', 'a note that there is not', 0xff],
    ['ptp.windowIndicator', 'an indicator that there is not', 5],
    ['mue.dme.mai', 'an indicator that there is not', 9],
    ['mue.dme.rationale', 'a text that there is not', 0xff],
    ['aoc.type', 'a type that there is not', 0],
    ['aoc.set', 'a set that there is not', 0xff],
    ['seen.offsets', 'starts that fall', 0xff],
    ['releases.json', 'no list', 0x20],
  ])('refuses, with every checksum right, %s with %s', async (name, _, value) => {
    const { offset, length } = sectionsOf(file)[LAYOUT.findIndex((layout) => layout.name === name)];
    const problem = await refusal(
      resealed(changed((copy) => copy.fill(value, offset + (length >> 1), offset + length))),
    );
    expect(problem).toMatchObject({ code: 'codebook-content' });
    expect(problem.message).toContain(name.replace(/\.\w+$/, ''));
  });

  it('knows a row reference from another number', async () => {
    const codebook = await openCodebook(file);
    const refused = expect.objectContaining({ name: 'ProblemError', code: 'no-such-row' });
    for (const row of [-1, 0.5, 1e9, Number.NaN]) {
      expect(() => codebook.ptpRow('professional', row)).toThrow(refused);
      expect(() => codebook.mueRow('dme', row)).toThrow(refused);
      expect(() => codebook.addOnRow(row)).toThrow(refused);
    }
    expect(() => codebook.ptpRow('dme', 0)).toThrow(refused);
  });
});
