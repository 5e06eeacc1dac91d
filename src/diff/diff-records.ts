import { RECORD_TABLES, type RecordRelease } from '../releases/record-tables.ts';
import { type Change, diffOf, printedBy, type ReleaseDiff } from './change.ts';
import { pairRows } from './diff-rows.ts';
import { isDescriptive, withoutLicensed } from './licensed.ts';
import { sectionOf } from './sections.ts';

/** Keys added and removed, and fields changed, of a table of records. */
export function diffRecords(before: RecordRelease, after: RecordRelease): ReleaseDiff<RecordRelease> {
  const names = RECORD_TABLES[after.kind];
  const { pairs, unchanged } = pairRows(names, before.records, after.records);
  const changes = pairs.map(({ key, before: was, after: is, fields }): Change => {
    const revised = fields.some(({ field }) => isDescriptive(field));
    return {
      printedBy: printedBy(was, is),
      change: was === null ? 'added' : is === null ? 'removed' : revised ? 'revised' : 'changed',
      ...{ code: key, other: '', title: '', section: sectionOf(key), effective: null, since: null, action: '' },
      // Diagnosis codes have the shape of dental ones and are public.
      fields: after.kind.startsWith('icd') ? fields : withoutLicensed(key, fields),
    };
  });
  return diffOf(before, after, changes, unchanged);
}
