import type { Codebook, CodebookRelease } from '../codebook/codebook.ts';
import { type Day, isoDay, isoDayOrOpen } from '../codes/day.ts';
import { SETTINGS, type Setting } from '../codes/setting.ts';
import type { Finding, FindingSource } from '../edits/finding.ts';
import { isRecordKind, type RecordKind } from '../releases/record-tables.ts';

type Row = FindingSource['row'];

/** The row behind a finding through time: what each release says in its place, oldest first. */
export interface RowHistory {
  readonly rows: readonly { readonly release: string; readonly row: Row }[];
}

/**
 * What releases before and after say in the place of a finding's row: of a PTP row all rows of the pair, of an MUE each
 * value by quarters, of a record of the fee schedule and the like the same fields by release, of a code or modifier its
 * window as each HCPCS release prints it.
 *
 * @example
 * rowHistory(codebook, finding).rows // [{ release: 'ncci-mue/professional/2024Q3', row: { value: 6, … } }, …]
 */
export function rowHistory(codebook: Codebook, { source, code }: Finding): RowHistory {
  if (source === null) return { rows: [] };
  const [kind, second] = source.release.split('/');
  const setting = SETTINGS.find((each) => each === second) ?? 'professional';
  if (kind === 'ncci-ptp') return { rows: pairRows(codebook, source.row, setting) };
  if (kind === 'ncci-mue') return { rows: mueRows(codebook, String(source.row.code), setting) };
  if (kind === 'hcpcs') return { rows: windowRows(codebook, String(source.row.modifier ?? source.row.code ?? code)) };
  return { rows: isRecordKind(kind) ? recordRows(codebook, kind, source.row) : [source] };
}

function pairRows(codebook: Codebook, row: Row, setting: Setting): RowHistory['rows'] {
  const answer = codebook.pair(String(row.columnOne), String(row.columnTwo), { on: 0, setting });
  if (answer.status !== 'answered') return [];
  return answer.history.map(({ release, effective, deletion, prior1996: _, ...rest }) => ({
    release: release.id,
    row: { ...rest, effective: isoDay(effective), deletion: isoDayOrOpen(deletion) },
  }));
}

function mueRows(codebook: Codebook, code: string, setting: Setting): RowHistory['rows'] {
  const rows = new Map<Day, RowHistory['rows'][number]>();
  for (const { period } of releasesOf(codebook, 'ncci-mue', setting)) {
    const answer = codebook.mue(code, { on: period.from, setting });
    if (answer.status !== 'listed') continue;
    const { value, mai, rationale, from, to, release } = answer.mue;
    rows.set(from, { release: release.id, row: { code, value, mai, rationale, from: isoDay(from), to: isoDay(to) } });
  }
  return [...rows.values()];
}

function windowRows(codebook: Codebook, code: string): RowHistory['rows'] {
  return codebook.hcpcsEntries(code).flatMap(({ fields, releases }) =>
    releases.map((release) => ({
      release: release.id,
      row: { code, added: fields.addedDate || null, terminated: fields.terminationDate || null },
    })),
  );
}

function recordRows(codebook: Codebook, kind: RecordKind, cited: Row): RowHistory['rows'] {
  const key = String(cited.key ?? cited.code ?? '');
  return releasesOf(codebook, kind, null).flatMap((release) => {
    const answer = codebook.record(kind, key, { on: release.period.from });
    if (answer.status !== 'listed') return [];
    return answer.rows.map((fields) => ({ release: answer.release.id, row: sameFields(cited, fields) }));
  });
}

/** The fields that the finding cites, as another release prints them. */
const sameFields = (cited: Row, fields: Readonly<Record<string, string>>): Row =>
  Object.fromEntries(Object.entries(cited).map(([name, value]) => [name, fields[name] ?? value]));

const releasesOf = (codebook: Codebook, kind: string, setting: Setting | null): readonly CodebookRelease[] =>
  codebook.releases.filter(
    (release) => release.kind === kind && release.setting === setting && release.supersededBy === null,
  );
