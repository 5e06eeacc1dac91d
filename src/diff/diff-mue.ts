import { type PackedCode, unpackCode } from '../codes/packed.ts';
import type { MueRelease, MueRow } from '../releases/release.ts';
import { type Change, diffOf, fieldChanges, printedBy, type ReleaseDiff } from './change.ts';
import { sectionOf } from './sections.ts';

const FIELDS = ['value', 'mai', 'rationale'];

/** Values added, removed and changed; a value of 0 is a value. */
export function diffMue(before: MueRelease, after: MueRelease): ReleaseDiff<MueRelease> {
  const was = rowsByCode(before);
  const is = rowsByCode(after);
  const changes: Change[] = [];
  let unchanged = 0;
  for (const packed of [...new Set([...was.keys(), ...is.keys()])].sort((a, b) => a - b)) {
    const [old, now] = [was.get(packed), is.get(packed)];
    const fields = fieldChanges(FIELDS, texts(old), texts(now));
    if (fields.length === 0) {
      unchanged++;
      continue;
    }
    const code = unpackCode(packed);
    changes.push({
      printedBy: printedBy(old, now),
      change: old === undefined ? 'added' : now === undefined ? 'removed' : 'changed',
      ...{
        code,
        other: '',
        title: (now ?? old)?.rationale ?? '',
        section: sectionOf(code),
        effective: null,
        since: null,
        action: '',
        fields,
      },
    });
  }
  return diffOf(before, after, changes, unchanged);
}

/** Of a code listed twice the lower value, as in a codebook. */
function rowsByCode({ rows }: MueRelease): ReadonlyMap<PackedCode, MueRow> {
  const byCode = new Map<PackedCode, MueRow>();
  for (const row of rows) {
    const other = byCode.get(row.code);
    if (other === undefined || row.value < other.value) byCode.set(row.code, row);
  }
  return byCode;
}

const texts = (row: MueRow | undefined): string[] | null =>
  row === undefined ? null : [String(row.value), row.mai === null ? '' : String(row.mai), row.rationale];
