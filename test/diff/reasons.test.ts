import { describe, expect, it } from 'vitest';
import { compareWithReport } from '../../src/diff/compare-report.ts';
import { diffHcpcs } from '../../src/diff/diff-hcpcs.ts';
import { ACTIONS, actionOfType } from '../../src/diff/report-actions.ts';
import { REASONS } from '../../src/diff/report-reasons.ts';
import type { RecordRelease } from '../../src/releases/record-tables.ts';
import { hcpcsRelease, type PlainRecord, quarter, recordRelease } from '../codebook/releases.ts';

const FIRST = { period: quarter(2024, 1), sha256: 'a1' };
const SECOND = { period: quarter(2024, 2), sha256: 'a2' };

const base: PlainRecord = {
  code: 'J0135',
  longDescription: 'Injection of one thing, 20 mg',
  shortDescription: 'Inj',
  addedDate: '20050101',
  actionEffectiveDate: '20050101',
  actionCode: 'N',
};
const other: PlainRecord = { ...base, code: 'J9999' };

interface Facts {
  readonly before?: PlainRecord | null;
  readonly after?: PlainRecord | null;
  /** What the report says; null where it leaves the code out. */
  readonly says: string | null;
  readonly corrections?: readonly RecordRelease[];
}

/** How the report and the diff come out on one code; beside it stands one that nothing happens to. */
function compared({ before = base, after = base, says, corrections = [] }: Facts) {
  const diff = diffHcpcs(
    hcpcsRelease(FIRST, [other, ...(before ? [before] : [])]),
    hcpcsRelease(SECOND, [other, ...(after ? [after] : [])]),
  );
  const report = recordRelease(SECOND, 'hcpcs-transactions', [
    ['J9999', 'No Change'],
    ...(says === null ? [] : [['J0135', says] as const]),
  ]);
  return compareWithReport(diff, report, corrections);
}

const reasonOf = (facts: Facts): string | null => {
  const { differences, equal } = compared(facts);
  expect(equal).toBe(2 - differences.length);
  return differences.length === 0 ? 'equal' : differences[0].reason;
};

const correction = (period: typeof FIRST.period, sha256: string, code = 'J0135'): RecordRelease =>
  recordRelease({ period, sha256 }, 'hcpcs-corrections', [[code, 'Revise']]);

describe('the report and the diff', () => {
  it.each<[string, Facts]>([
    ['added', { before: null, says: 'ADD' }],
    ['discontinued', { after: { ...base, terminationDate: '20240331' }, says: 'Discontinued' }],
    ['come and gone', { before: null, after: { ...base, terminationDate: '20240331' }, says: 'Discontinued' }],
    ['reactivated', { before: { ...base, terminationDate: '20240331' }, says: 'Re-activated' }],
    [
      'of another description and coverage',
      { after: { ...base, longDescription: 'Shot', coverage: 'C' }, says: 'Coverage and Long Desc Change' },
    ],
    [
      'of another description',
      { after: { ...base, longDescription: 'Shot', shortDescription: 'S' }, says: 'Long Description Change' },
    ],
    ['of another short description', { after: { ...base, shortDescription: 'S' }, says: 'Short Description Change' }],
    [
      'of another coverage and price',
      { after: { ...base, coverage: 'C', pricingIndicator1: '51' }, says: 'Coverage Change' },
    ],
    [
      'of another price and description',
      { after: { ...base, longDescription: 'Shot', pricingIndicator1: '51' }, says: 'Payment Change' },
    ],
    [
      'of another type of service',
      { after: { ...base, typeOfService1: '9' }, says: 'Miscellaneous change (BETOS or Type of Service)' },
    ],
    ['unchanged', { says: 'No change' }],
  ])('agree on a code %s', (_, facts) => expect(reasonOf(facts)).toBe('equal'));

  const revised = { ...base, longDescription: 'Injection of another thing altogether, 30 mg' };

  it.each<[string, string | null, Facts]>([
    [
      'corrected since',
      'earlier-corrected',
      { after: revised, says: 'No Change', corrections: [correction(FIRST.period, 'c')] },
    ],
    [
      'corrected in another release',
      null,
      { after: revised, says: 'No Change', corrections: [correction(quarter(2023, 1), 'c')] },
    ],
    [
      'of which another is corrected',
      null,
      { after: revised, says: 'No Change', corrections: [correction(FIRST.period, 'c', 'J9999')] },
    ],
    [
      'corrected, and compared as corrected',
      null,
      { after: revised, says: 'No Change', corrections: [correction(FIRST.period, 'a1')] },
    ],
    [
      'corrected without all its fields',
      'brief-correction',
      {
        after: { ...base, multiplePricingIndicator: 'A' },
        says: 'No Change',
        corrections: [correction(FIRST.period, 'a1')],
      },
    ],
    [
      'added by a correction to the later release',
      'later-corrected',
      { before: null, says: null, corrections: [correction(SECOND.period, 'a2')] },
    ],
    [
      'gone, and put back by a correction',
      'later-corrected',
      { after: null, says: null, corrections: [correction(SECOND.period, 'c')] },
    ],
    [
      'named by a correction that is not applied',
      null,
      { before: null, says: null, corrections: [correction(SECOND.period, 'c')] },
    ],
    ['gone', 'gone', { after: null, says: null }],
    ['gone, of a report that lists such', null, { after: null, says: 'Discontinued' }],
    [
      'added on the first day of the earlier period, listed then already',
      'listed-already',
      { before: { ...base, addedDate: '20240101' }, after: { ...base, addedDate: '20240101' }, says: 'ADD' },
    ],
    [
      'added the day before it',
      null,
      { before: { ...base, addedDate: '20231231' }, after: { ...base, addedDate: '20231231' }, says: 'ADD' },
    ],
    [
      'added on the last day of the earlier period',
      'listed-already',
      { before: { ...base, addedDate: '20240331' }, after: { ...base, addedDate: '20240331' }, says: 'ADD' },
    ],
    [
      'new, added the day before the later period',
      'added-between',
      { before: null, after: { ...base, addedDate: '20240331' }, says: 'Long Description Change' },
    ],
    [
      'new, added on its first day',
      null,
      { before: null, after: { ...base, addedDate: '20240401' }, says: 'Long Description Change' },
    ],
    [
      'changed with effect of the day before the later period',
      'earlier-period',
      { after: { ...revised, actionEffectiveDate: '20240331' }, says: 'No Change' },
    ],
    [
      'changed with effect of its first day',
      null,
      { after: { ...revised, actionEffectiveDate: '20240401' }, says: 'No Change' },
    ],
    [
      'with other punctuation',
      'punctuation',
      { after: { ...base, longDescription: 'injection of one thing; 20  mg' }, says: 'No Change' },
    ],
    [
      'with other punctuation and another coverage',
      null,
      { after: { ...base, longDescription: 'injection of one thing', coverage: 'C' }, says: 'No Change' },
    ],
    [
      'with one other word',
      'one-word',
      { after: { ...base, longDescription: 'Injection of one item, 20 mg' }, says: 'No Change' },
    ],
    [
      'with one word twice',
      'one-word',
      { after: { ...base, longDescription: 'Injection of of one thing, 20 mg' }, says: 'No Change' },
    ],
    [
      'with two other words',
      null,
      { after: { ...base, longDescription: 'Injection of two items, 20 mg' }, says: 'No Change' },
    ],
    [
      'with one other word, by an action',
      null,
      {
        after: { ...base, longDescription: 'Injection of one item, 20 mg', actionEffectiveDate: '20240401' },
        says: 'No Change',
      },
    ],
    ['with another cross reference', 'no-letter', { after: { ...base, crossReference1: 'J0139' }, says: 'No Change' }],
    [
      'with another cross reference and coverage',
      null,
      { after: { ...base, crossReference1: 'J0139', coverage: 'C' }, says: 'No Change' },
    ],
    ['with another type of service', 'type-of-service', { after: { ...base, typeOfService1: '9' }, says: 'No Change' }],
    ['left out of the report', 'not-in-report', { says: null }],
    ['with another coverage than the report says', null, { after: { ...base, coverage: 'C' }, says: 'Payment Change' }],
  ])('differ on a code %s: %s', (_, reason, facts) => expect(reasonOf(facts)).toBe(reason));

  it('count each code once on either side', () => {
    const { totals, compared: codes } = compared({ before: null, says: 'ADD' });
    expect(codes).toBe(2);
    expect([totals.A, totals.N]).toEqual([
      { cms: 1, ours: 1, both: 1 },
      { cms: 1, ours: 1, both: 1 },
    ]);
  });

  it('a report that says both that a code changed and that it did not is taken to say that it did', () => {
    const diff = diffHcpcs(hcpcsRelease(FIRST, [base]), hcpcsRelease(SECOND, [{ ...base, shortDescription: 'S' }]));
    const report = recordRelease(SECOND, 'hcpcs-transactions', [
      ['J0135', 'No Change'],
      ['J0135', 'Short Description Change'],
    ]);
    const comparison = compareWithReport(diff, report);
    expect([comparison.differences, comparison.contradictions]).toEqual([[], ['J0135']]);
  });
});

describe('the reasons', () => {
  it('have ids of their own and a sentence each', () => {
    expect(new Set(REASONS.map(({ id }) => id)).size).toBe(REASONS.length);
    for (const { text } of REASONS) expect(text).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    ['Add', 'A'],
    ['Deleted', 'D'],
    ['Long/Short Description Change', 'C'],
    ['Change in both Coverage & Long Description', 'B'],
    ['Change in Payment', 'P'],
    ['Something new', 'none'],
  ])('%s is %s', (type, action) => {
    expect(actionOfType(type)).toBe(action);
    expect(ACTIONS).toContain(action);
  });
});
