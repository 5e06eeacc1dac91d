import { NOT_A_DAY, parseDay } from '../codes/day.ts';
import { ProblemError } from '../problems.ts';
import {
  type AddOnRelease,
  HCPCS_FIELDS,
  type HcpcsRecord,
  type HcpcsRelease,
  type MueRelease,
  type MueRow,
} from '../releases/release.ts';
import { packedCode, packedModifier } from './collect-codes.ts';
import { type CompileContext, type Numbered, narrow } from './compile-parts.ts';
import { fieldColumns } from './compile-records.ts';
import { CONTRACTOR_DECIDES, type IdArray, MODIFIERS, type MueColumns, type Sections } from './format.ts';
import { type Merged, MergedRows } from './merged-rows.ts';

const ADDED = HCPCS_FIELDS.indexOf('addedDate');
const TERMINATED = HCPCS_FIELDS.indexOf('terminationDate');

const setsOf = (rows: readonly Merged<unknown>[]): IdArray => narrow(rows.map(({ set }) => set));

/** HCPCS records; of a code that one release lists twice the first counts. */
export function compileHcpcs(releases: readonly Numbered<HcpcsRelease>[], context: CompileContext): Sections['hcpcs'] {
  const merged = new MergedRows<readonly string[]>(context.sets);
  for (const { index, release } of releases) {
    const listed = new Set<number>();
    for (const record of release.records) {
      const group = groupOf(record, context);
      if (listed.has(group)) continue;
      listed.add(group);
      merged.add(index, group, `${group}\0${record.fields.join('\0')}`, record.fields);
    }
  }
  const { rows, offsets } = merged.grouped(context.codeCount + MODIFIERS);
  return {
    offsets,
    set: setsOf(rows),
    added: Int32Array.from(rows, ({ row }) => parseDay(row[ADDED] ?? '')),
    terminated: Int32Array.from(rows, ({ row }) => parseDay(row[TERMINATED] ?? '')),
    ...fieldColumns(
      rows.map(({ row }) => row.slice(0, HCPCS_FIELDS.length)),
      context.strings,
    ),
  };
}

const groupOf = (record: HcpcsRecord, { codes, codeCount }: CompileContext): number =>
  record.isModifier ? codeCount + packedModifier(record) : codes.id(packedCode(record));

/** MUE values; of a code that one release lists twice the lower value counts. */
export function compileMue(releases: readonly Numbered<MueRelease>[], context: CompileContext): MueColumns {
  const merged = new MergedRows<MueRow>(context.sets);
  for (const { index, release } of releases) {
    const strictest = new Map<number, MueRow>();
    for (const row of release.rows) {
      if (!Number.isInteger(row.value) || row.value < 0 || row.value > 0xffffffff) throw unfit(row, release);
      const other = strictest.get(row.code);
      if (!other || row.value < other.value) strictest.set(row.code, row);
    }
    for (const row of strictest.values()) {
      const group = context.codes.id(row.code);
      merged.add(index, group, `${group} ${row.value} ${row.mai} ${row.rationale}`, row);
    }
  }
  const { rows, offsets } = merged.grouped(context.codeCount);
  return {
    offsets,
    value: narrow(rows.map(({ row }) => row.value)),
    mai: Uint8Array.from(rows, ({ row }) => row.mai ?? 0),
    rationale: narrow(rows.map(({ row }) => context.strings.id(row.rationale))),
    set: setsOf(rows),
  };
}

function unfit({ value, line }: MueRow, release: MueRelease): ProblemError {
  const file = release.sources[0]?.name;
  return new ProblemError('release-unfit', `${value} is no MUE value.`, file === undefined ? { line } : { file, line });
}

/** Add-on code rows by add-on code, in each by primary. */
export function compileAddOns(releases: readonly Numbered<AddOnRelease>[], context: CompileContext): Sections['aoc'] {
  const { codes, codeCount, sets } = context;
  const merged = new MergedRows<AddOnIds>(sets);
  for (const { index, release } of releases) {
    for (const { addOn, primary, type, effective, deletion } of release.rows) {
      const row = {
        primary: primary === null ? CONTRACTOR_DECIDES : codes.id(primary),
        type,
        effective: effective ?? NOT_A_DAY,
        deletion: deletion ?? NOT_A_DAY,
      };
      const group = codes.id(addOn);
      merged.add(index, group, [group, row.primary, type, row.effective, row.deletion].join(' '), row);
    }
  }
  const { rows, offsets } = merged.grouped(codeCount);
  const sorted = [...rows].sort((a, b) => a.group - b.group || compareAddOns(a.row, b.row));
  return {
    offsets,
    primary: Uint16Array.from(sorted, ({ row }) => row.primary),
    type: Uint8Array.from(sorted, ({ row }) => row.type),
    effective: Int32Array.from(sorted, ({ row }) => row.effective),
    deletion: Int32Array.from(sorted, ({ row }) => row.deletion),
    set: setsOf(sorted),
  };
}

interface AddOnIds {
  readonly primary: number;
  readonly type: number;
  readonly effective: number;
  readonly deletion: number;
}

const compareAddOns = (a: AddOnIds, b: AddOnIds): number =>
  a.primary - b.primary || a.effective - b.effective || a.deletion - b.deletion || a.type - b.type;
