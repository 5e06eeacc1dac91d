import { RECORD_TABLES, type RecordRelease } from '../releases/record-tables.ts';
import { type Change, diffOf, printedBy, type ReleaseDiff } from './change.ts';
import { type KeyedRow, pairRows } from './diff-rows.ts';
import { isDescriptive, isLicensed, withoutLicensed } from './licensed.ts';
import { comparable, isCodeKeyed, isCompared } from './record-profile.ts';
import { sectionOf } from './sections.ts';

/**
 * Keys added and removed, and fields changed, of a table of records. Published tables come in forms with more and
 * fewer columns: a column that one release leaves blank throughout says nothing and is not compared.
 */
export function diffRecords(before: RecordRelease, after: RecordRelease): ReleaseDiff<RecordRelease> {
  const { kind } = after;
  const names: readonly string[] = RECORD_TABLES[kind];
  const places = names.flatMap((name, i) => (isCompared(kind, name) && isFilled(i, before, after) ? [i] : []));
  const comparedNames = places.map((i) => names[i]);
  const rowsOf = ({ records }: RecordRelease): readonly KeyedRow[] =>
    records.map(({ key, fields }) => ({ key, fields: places.map((i) => fields[i]) }));
  const { pairs, unchanged } = pairRows(comparedNames, rowsOf(before), rowsOf(after), (value) =>
    comparable(kind, value),
  );
  const changes = pairs.map(({ key, before: was, after: is, fields }): Change => {
    const revised = fields.some(({ field }) => isDescriptive(field));
    const code = codeOf(key, comparedNames, is ?? was ?? [], after);
    return {
      printedBy: printedBy(was, is),
      change: was === null ? 'added' : is === null ? 'removed' : revised ? 'revised' : 'changed',
      ...{ code: key, other: '', effective: null, since: null, action: '' },
      title: code !== null && isLicensed(code) ? '' : titleOf(comparedNames, is ?? was ?? []),
      section: isCodeKeyed(kind) ? sectionOf(key.split('-')[0]) : '',
      fields: code === null ? fields : withoutLicensed(code, fields),
    };
  });
  return diffOf(before, after, changes, unchanged);
}

const isFilled = (place: number, ...releases: readonly RecordRelease[]): boolean =>
  releases.every(({ records }) => records.length === 0 || records.some(({ fields }) => fields[place] !== ''));

/** The code that a record's descriptors are of; null where the table is not of codes. */
function codeOf(key: string, names: readonly string[], row: readonly string[], { kind }: RecordRelease): string | null {
  if (isCodeKeyed(kind)) return key;
  return kind === 'ndc-hcpcs' ? (row[names.indexOf('code')] ?? '') : null;
}

const TITLES = ['shortDescription', 'description', 'longDescription', 'drugName'];

const titleOf = (names: readonly string[], row: readonly string[]): string =>
  TITLES.map((title) => row[names.indexOf(title)] ?? '').find((text) => text !== '') ?? '';
