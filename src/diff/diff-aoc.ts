import { type Day, isoDay, OPEN_DAY } from '../codes/day.ts';
import { unpackCode } from '../codes/packed.ts';
import type { AddOnRelease, AddOnRow } from '../releases/release.ts';
import { type Change, type ChangeClass, diffOf, printedBy, type ReleaseDiff } from './change.ts';
import { type KeyedRow, pairRows } from './diff-rows.ts';
import { sectionOf } from './sections.ts';

const FIELDS = ['type', 'effective', 'deletion'];
const EFFECTIVE = 1;
const DELETION = 2;
/** What CMS prints in place of a primary code: the contractor decides. */
const CONTRACTOR = 'CCCCC';

/** Add-on code edits added, ended and changed. */
export function diffAddOns(before: AddOnRelease, after: AddOnRelease): ReleaseDiff<AddOnRelease> {
  const { pairs, unchanged } = pairRows(FIELDS, before.rows.map(keyed), after.rows.map(keyed));
  const changes = pairs.map(({ key, before: was, after: is, fields }): Change => {
    const [code, other] = key.split(' ');
    const change = classOf(was, is);
    const day = change === 'added' ? is?.[EFFECTIVE] : change === 'discontinued' ? is?.[DELETION] : '';
    return {
      since: (is ?? was)?.[EFFECTIVE] || null,
      printedBy: printedBy(was, is),
      ...{ change, code, other, title: '', section: sectionOf(code), effective: day || null, action: '', fields },
    };
  });
  return diffOf(before, after, changes, unchanged);
}

const keyed = ({ addOn, primary, type, effective, deletion }: AddOnRow): KeyedRow => ({
  key: `${unpackCode(addOn)} ${primary === null ? CONTRACTOR : unpackCode(primary)}`,
  fields: [String(type), day(effective), day(deletion)],
});

const day = (value: Day | null): string => (value === null || value === OPEN_DAY ? '' : isoDay(value));

function classOf(before: readonly string[] | null, after: readonly string[] | null): ChangeClass {
  const [ended, ends] = [before?.[DELETION] ?? '', after?.[DELETION] ?? ''];
  if (after === null) return 'removed';
  if (ends !== '' && ended === '') return 'discontinued';
  if (before === null) return 'added';
  return ends === '' && ended !== '' ? 'reactivated' : 'changed';
}
