import { describe, expect, it } from 'vitest';
import type { ChangeClass } from '../../src/diff/change.ts';
import { diffHcpcs } from '../../src/diff/diff-hcpcs.ts';
import { hcpcsRelease, type PlainRecord, quarter } from '../codebook/releases.ts';

const FIRST = quarter(2024, 1);
const SECOND = quarter(2024, 2);

const diff = (before: PlainRecord[], after: PlainRecord[]) =>
  diffHcpcs(hcpcsRelease({ period: FIRST }, before), hcpcsRelease({ period: SECOND }, after));

const code: PlainRecord = {
  code: 'J0135',
  longDescription: 'Injection',
  shortDescription: 'Inj',
  addedDate: '20050101',
};

/** What became of one code: before, after, class, fields that changed, day it counts from. */
const CASES: readonly [string, PlainRecord | null, PlainRecord | null, ChangeClass | null, string, string | null][] = [
  ['is as it was', code, code, null, '', null],
  ['is new', null, code, 'added', 'longDescription shortDescription addedDate', '2005-01-01'],
  ['is new without an added date', null, { code: 'J0135', coverage: 'C' }, 'added', 'coverage', null],
  [
    'ends on the last day of the earlier period',
    code,
    { ...code, terminationDate: '20240331' },
    'discontinued',
    'terminationDate',
    '2024-03-31',
  ],
  [
    'ends on the first day of the later period',
    code,
    { ...code, terminationDate: '20240401' },
    'discontinued',
    'terminationDate',
    '2024-04-01',
  ],
  [
    'ended by both releases',
    { ...code, terminationDate: '20240331' },
    { ...code, terminationDate: '20240331' },
    null,
    '',
    null,
  ],
  [
    'ends on another day than was said',
    { ...code, terminationDate: '20240331' },
    { ...code, terminationDate: '20240630' },
    'changed',
    'terminationDate',
    null,
  ],
  [
    'came and went between the releases',
    null,
    { ...code, terminationDate: '20240331' },
    'discontinued',
    'longDescription shortDescription addedDate terminationDate',
    '2024-03-31',
  ],
  ['is gone without having ended', code, null, 'discontinued', 'longDescription shortDescription addedDate', null],
  [
    'is gone after it ended',
    { ...code, terminationDate: '20231231' },
    null,
    'removed',
    'longDescription shortDescription addedDate terminationDate',
    null,
  ],
  [
    'is taken back',
    { ...code, terminationDate: '20240331' },
    { ...code, actionEffectiveDate: '20240401' },
    'reactivated',
    'terminationDate',
    '2024-04-01',
  ],
  [
    'has another short description',
    code,
    { ...code, shortDescription: 'Injection' },
    'revised',
    'shortDescription',
    null,
  ],
  [
    'has another long description and coverage',
    code,
    { ...code, longDescription: 'Shot', coverage: 'C' },
    'revised',
    'longDescription coverage',
    null,
  ],
  ['has another coverage', code, { ...code, coverage: 'D' }, 'changed', 'coverage', null],
  [
    'ends and has another description',
    code,
    { ...code, longDescription: 'Shot', terminationDate: '20240331' },
    'discontinued',
    'longDescription terminationDate',
    '2024-03-31',
  ],
  [
    'has its number given out anew',
    code,
    { ...code, longDescription: 'Drill', addedDate: '20240401' },
    'added',
    'longDescription addedDate',
    '2024-04-01',
  ],
  ['has a later added date alone', code, { ...code, addedDate: '20240401' }, 'changed', 'addedDate', null],
  [
    'has an earlier added date and another description',
    code,
    { ...code, longDescription: 'Shot', addedDate: '20040101' },
    'revised',
    'longDescription addedDate',
    null,
  ],
  [
    'has zeros before a number',
    { ...code, anesthesiaBaseUnits: '000' },
    { ...code, anesthesiaBaseUnits: '0' },
    null,
    '',
    null,
  ],
  [
    'has another number',
    { ...code, anesthesiaBaseUnits: '003' },
    { ...code, anesthesiaBaseUnits: '30' },
    'changed',
    'anesthesiaBaseUnits',
    null,
  ],
  [
    'has another action alone',
    { ...code, actionCode: 'A', actionEffectiveDate: '20240101' },
    { ...code, actionCode: 'N', actionEffectiveDate: '20240401' },
    null,
    '',
    null,
  ],
];

describe('a code', () => {
  it.each(CASES)('%s', (_, before, after, change, fields, effective) => {
    const { changes, unchanged, counts } = diff(before ? [before] : [], after ? [after] : []);
    const [found] = [...changes];
    if (change === null) {
      expect([found, unchanged]).toEqual([undefined, 1]);
      return;
    }
    expect([found.change, found.fields.map(({ field }) => field).join(' '), found.effective]).toEqual([
      change,
      fields,
      effective,
    ]);
    expect(found.printedBy).toBe(before === null ? 'after' : after === null ? 'before' : 'both');
    expect([counts[change], unchanged]).toEqual([1, 0]);
  });
});

describe('a diff of HCPCS releases', () => {
  it('shows what CMS calls the change, and does not go by it', () => {
    const [change] = diff([code], [{ ...code, coverage: 'D', actionCode: 'N' }]).changes;
    expect([change.change, change.action]).toEqual(['changed', 'N']);
  });

  it('has modifiers before codes, each in order, under its section', () => {
    const changes = [...diff([], [code, { code: 'A4206' }, { code: 'XS', coverage: 'C' }, { code: 'E1' }]).changes];
    expect(changes.map(({ code: each, section }) => [each, section])).toEqual([
      ['E1', 'modifiers'],
      ['XS', 'modifiers'],
      ['A4206', 'A'],
      ['J0135', 'J'],
    ]);
  });

  it('takes the first of a code that is listed twice, as a codebook does', () => {
    expect(diff([code, { ...code, coverage: 'D' }], [code]).total).toBe(0);
  });
});
