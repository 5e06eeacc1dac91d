import { isoDay, NOT_A_DAY, parseDay } from '../codes/day.ts';
import { HCPCS_FIELDS, type HcpcsField, type HcpcsRecord, type HcpcsRelease } from '../releases/release.ts';
import {
  type Change,
  type ChangeClass,
  diffOf,
  type FieldChange,
  fieldChanges,
  printedBy,
  type ReleaseDiff,
} from './change.ts';
import { isDescriptive, isLicensed, withoutLicensed } from './licensed.ts';
import { sectionOf } from './sections.ts';

/**
 * ACTION CD and its date say what CMS did last, not what became of the code since an earlier release: they are
 * shown and never compared.
 */
const COMPARED: readonly HcpcsField[] = HCPCS_FIELDS.filter(
  (field) => field !== 'actionCode' && field !== 'actionEffectiveDate',
);
const PLACES = COMPARED.map((field) => HCPCS_FIELDS.indexOf(field));

const place = (field: HcpcsField): number => HCPCS_FIELDS.indexOf(field);
const LONG = place('longDescription');
const SHORT = place('shortDescription');
const ADDED = place('addedDate');
const ENDED = place('terminationDate');
const ACTION = place('actionCode');
const ACTION_DATE = place('actionEffectiveDate');

/** What became of every code and modifier. */
export function diffHcpcs(before: HcpcsRelease, after: HcpcsRelease): ReleaseDiff<HcpcsRelease> {
  const was = recordsByCode(before);
  const is = recordsByCode(after);
  const changes: Change[] = [];
  let unchanged = 0;
  for (const code of [...new Set([...was.keys(), ...is.keys()])].sort(inOrder)) {
    const change = changeOf(was.get(code) ?? null, is.get(code) ?? null);
    if (change === null) unchanged++;
    else changes.push(change);
  }
  return diffOf(before, after, changes, unchanged);
}

/** A release's records by code or modifier; of one that is listed twice the first counts, as in a codebook. */
export function recordsByCode({ records }: HcpcsRelease): ReadonlyMap<string, HcpcsRecord> {
  const byCode = new Map<string, HcpcsRecord>();
  for (const record of records) if (!byCode.has(record.code)) byCode.set(record.code, record);
  return byCode;
}

/** Modifiers before codes, as CMS prints them. */
const inOrder = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

function changeOf(before: HcpcsRecord | null, after: HcpcsRecord | null): Change | null {
  const record = after ?? before;
  if (record === null) return null;
  const fields = fieldChanges(COMPARED, compared(before), compared(after), comparable);
  if (fields.length === 0 && before !== null && after !== null) return null;
  const change = classOf(before, after, fields);
  return {
    change,
    code: record.code,
    printedBy: printedBy(before, after),
    other: '',
    title: isLicensed(record.code) ? '' : record.fields[SHORT],
    section: sectionOf(record.code),
    effective: effectiveDay(change, after),
    since: null,
    action: after?.fields[ACTION] ?? '',
    fields: withoutLicensed(record.code, fields),
  };
}

const compared = (record: HcpcsRecord | null): string[] | null => record && PLACES.map((field) => record.fields[field]);

/** A number is what it is with or without zeros before it: CMS's texts print `000`, its spreadsheets `0`. */
const comparable = (value: string, field: string): string =>
  field === 'anesthesiaBaseUnits' ? value.replace(/^0+(?=\d)/, '') : value;

function classOf(before: HcpcsRecord | null, after: HcpcsRecord | null, fields: readonly FieldChange[]): ChangeClass {
  const ended = before?.fields[ENDED] ?? '';
  if (after === null) return ended === '' ? 'discontinued' : 'removed';
  const ends = after.fields[ENDED];
  if (ends !== '' && ended === '') return 'discontinued';
  if (before === null || isReused(before, after)) return 'added';
  if (ends === '' && ended !== '') return 'reactivated';
  return fields.some(({ field }) => isDescriptive(field)) ? 'revised' : 'changed';
}

/** A number that CMS gave out anew: added later than it was, and for something else (G9890, 2018). */
const isReused = (before: HcpcsRecord, after: HcpcsRecord): boolean =>
  before.fields[ADDED] !== '' &&
  before.fields[ADDED] < after.fields[ADDED] &&
  before.fields[LONG] !== after.fields[LONG];

function effectiveDay(change: ChangeClass, after: HcpcsRecord | null): string | null {
  if (after === null) return null;
  const field = change === 'added' ? ADDED : change === 'discontinued' ? ENDED : ACTION_DATE;
  const day = parseDay(after.fields[field]);
  return day === NOT_A_DAY ? null : isoDay(day);
}
