import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay, OPEN_DAY } from '../../src/codes/day.ts';
import { unpackCode } from '../../src/codes/packed.ts';
import type { Change, ReleaseDiff } from '../../src/diff/change.ts';
import { diffReleases } from '../../src/diff/diff-releases.ts';
import { RECORD_TABLES } from '../../src/releases/record-tables.ts';
import { HCPCS_FIELDS, type Release } from '../../src/releases/release.ts';
import { addOns, mues, pairs, records } from '../codebook/arbitrary.ts';
import { addOnRelease, hcpcsRelease, mueRelease, ptpRelease, quarter, recordRelease } from '../codebook/releases.ts';

const issue = { period: quarter(2024, 3) };

const drugs = fc.array(
  fc.tuple(fc.constantFrom('Aspirin', 'Insulin'), fc.constantFrom('', '5 mg'), fc.constantFrom('', 'IV', 'IM')),
  {
    maxLength: 6,
  },
);

/** A column that is blank throughout is not compared: here none is. */
const FILLED = ['Zinc', '1 mg', 'IV', 'J0001', 'Metals'] as const;

const oneKind = (release: fc.Arbitrary<Release>): fc.Arbitrary<[Release, Release]> => fc.tuple(release, release);
const twoReleases = fc.oneof(
  oneKind(pairs.map((rows) => ptpRelease(issue, rows))),
  oneKind(mues.map((rows) => mueRelease(issue, rows))),
  oneKind(addOns.map((rows) => addOnRelease(issue, rows))),
  oneKind(records.map((rows) => hcpcsRelease(issue, rows))),
  oneKind(drugs.map((rows) => recordRelease(issue, 'hcpcs-drugs', [FILLED, ...rows]))),
);

const runs = { numRuns: 500 };

describe('a diff', () => {
  it('of a release with itself is empty', () => {
    fc.assert(
      fc.property(twoReleases, ([release]) => {
        const { total, changes, unchanged } = diffReleases(release, release);
        expect([total, [...changes]]).toEqual([0, []]);
        expect(unchanged).toBe(rowsOf(release).length);
      }),
      runs,
    );
  });

  it('counts what it lists, and lists it again when asked again', () => {
    fc.assert(
      fc.property(twoReleases, ([a, b]) => {
        const diff = diffReleases(a, b);
        const listed = [...diff.changes];
        expect(listed).toHaveLength(diff.total);
        expect([...diff.changes]).toEqual(listed);
        for (const [change, count] of Object.entries(diff.counts))
          expect(listed.filter((each) => each.change === change)).toHaveLength(count);
      }),
      runs,
    );
  });

  it('turned round has the same rows with before and after exchanged', () => {
    fc.assert(
      fc.property(twoReleases, ([a, b]) => {
        const there = [...diffReleases(a, b).changes].map(sides);
        const back = [...diffReleases(b, a).changes].map(sides).map(turned);
        expect(back.map((each) => JSON.stringify(each)).sort()).toEqual(
          there.map((each) => JSON.stringify(each)).sort(),
        );
      }),
      runs,
    );
  });

  it('put upon the earlier release gives the later one', () => {
    fc.assert(
      fc.property(twoReleases, ([a, b]) => {
        expect(applied(rowsOf(a), rowsOf(b), diffReleases(a, b)).sort()).toEqual(rowsOf(b).map(text).sort());
      }),
      runs,
    );
  });
});

const sides = ({ code, other, printedBy, fields }: Change) => ({ code, other, printedBy, fields });

const turned = ({ code, other, printedBy, fields }: ReturnType<typeof sides>): ReturnType<typeof sides> => ({
  code,
  other,
  printedBy: printedBy === 'both' ? 'both' : printedBy === 'before' ? 'after' : 'before',
  fields: fields.map(({ field, before, after }) => ({ field, before: after, after: before })),
});

/** A row by its key and the names of its fields, as a diff names them. */
interface PlainRow {
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
}

function rowsOf(release: Release): PlainRow[] {
  const day = (value: number | null): string => (value === null || value === OPEN_DAY ? '' : isoDay(value));
  if (release.kind === 'ncci-ptp') {
    const { rows } = release;
    const plain = Array.from({ length: rows.count }, (_, i) => ({
      key: `${unpackCode(rows.columnOne[i])}/${unpackCode(rows.columnTwo[i])}`,
      fields: {
        effective: day(rows.effective[i]),
        deletion: day(rows.deletion[i]),
        modifierIndicator: String(rows.modifierIndicator[i]),
        rationale: rows.rationales[rows.rationale[i]],
        prior1996: rows.prior1996[i] === 1 ? 'yes' : '',
      },
    }));
    return plain;
  }
  if (release.kind === 'ncci-mue') {
    const lowest = new Map<string, PlainRow>();
    for (const { code, value, mai, rationale } of release.rows) {
      const row = { key: `${unpackCode(code)}/`, fields: { value: String(value), mai: String(mai ?? ''), rationale } };
      const other = lowest.get(row.key);
      if (!other || value < Number(other.fields.value)) lowest.set(row.key, row);
    }
    return [...lowest.values()];
  }
  if (release.kind === 'ncci-aoc') {
    return release.rows.map(({ addOn, primary, type, effective, deletion }) => ({
      key: `${unpackCode(addOn)}/${primary === null ? 'CCCCC' : unpackCode(primary)}`,
      fields: { type: String(type), effective: day(effective), deletion: day(deletion) },
    }));
  }
  if (release.kind === 'hcpcs') {
    return release.records.map(({ code, fields }) => ({ key: `${code}/`, fields: named(HCPCS_FIELDS, fields) }));
  }
  return release.records.map(({ key, fields }) => ({
    key: `${key}/`,
    fields: named(RECORD_TABLES[release.kind], fields),
  }));
}

const named = (names: readonly string[], values: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name, i) => [name, values[i]]));

const text = ({ key, fields }: PlainRow): string =>
  `${key} ${Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')}`;

/** The earlier rows with each change made: a row goes, comes, or has the fields that are named set. */
function applied(rows: readonly PlainRow[], later: readonly PlainRow[], { kind, changes }: ReleaseDiff): string[] {
  // Rows of a pair are known by their effective day; elsewhere equal rows are taken out first, as the diff does.
  const { left, same } = kind === 'ncci-ptp' ? { left: [...rows], same: [] } : withoutSame(rows, later);
  const made: PlainRow[] = [...same];
  for (const { code, other, printedBy, since, fields } of changes) {
    const key = `${code}/${other}`;
    const after = Object.fromEntries(fields.map(({ field, after: value }) => [field, value]));
    if (printedBy === 'after') {
      const [pattern] = rows.length > 0 ? rows : [{ fields: {} }];
      const blank = Object.fromEntries(Object.keys(pattern.fields).map((name) => [name, '']));
      made.push({ key, fields: { ...blank, ...after } });
      continue;
    }
    const at = left.findIndex(
      (row) =>
        row.key === key &&
        fields.every(({ field, before }) => row.fields[field] === before) &&
        (after.effective !== undefined || since === null || row.fields.effective === since),
    );
    expect(at, `${key} is among the earlier rows`).toBeGreaterThanOrEqual(0);
    const [row] = left.splice(at, 1);
    if (printedBy === 'both') made.push({ key, fields: { ...row.fields, ...after } });
  }
  return [...left, ...made].map(text);
}

function withoutSame(rows: readonly PlainRow[], later: readonly PlainRow[]): { left: PlainRow[]; same: PlainRow[] } {
  const there = later.map(text);
  const left: PlainRow[] = [];
  const same: PlainRow[] = [];
  for (const row of rows) {
    const at = there.indexOf(text(row));
    if (at < 0) left.push(row);
    else {
      there.splice(at, 1);
      same.push(row);
    }
  }
  return { left, same };
}
