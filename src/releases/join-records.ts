import type { RecordContent } from './content.ts';
import type { ReadFile } from './placed.ts';
import { RECORD_TABLES, type TableRecord } from './record-tables.ts';
import type { Oddity } from './release.ts';

/** Which part of a release a file is; '' where it does not say. */
export const componentOf = ({ content }: ReadFile): string => ('component' in content ? (content.component ?? '') : '');

/** The records of a release that came in several files: rows one after another, columns (of the fee schedule) joined. */
export function joinedRecords(files: readonly ReadFile[]): {
  readonly records: readonly TableRecord[];
  readonly oddities: readonly Oddity[];
} {
  const contents = files.map(({ content }) => content as RecordContent);
  if (contents[0].kind !== 'pfs') return { records: contents.flatMap(({ records }) => records), oddities: [] };
  const joined = new Map<string, TableRecord>();
  let differing = 0;
  let first = '';
  for (const record of contents.flatMap(({ records }) => records)) {
    const known = joined.get(record.key);
    if (known === undefined) joined.set(record.key, record);
    else {
      const differs = known.fields.findIndex(
        (field, i) => field !== '' && record.fields[i] !== '' && field !== record.fields[i],
      );
      if (differs >= 0) first ||= `${RECORD_TABLES.pfs[differs]} of ${record.key}`;
      if (differs >= 0) differing += 1;
      joined.set(record.key, { ...known, fields: known.fields.map((field, i) => field || record.fields[i]) });
    }
  }
  const message = `${differing} rows differ between the files, first ${first}; those of ${files[0].name} are used`;
  return { records: [...joined.values()], oddities: differing > 0 ? [{ code: 'parts-differ', message }] : [] };
}
