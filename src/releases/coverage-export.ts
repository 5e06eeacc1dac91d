import { dayOf, isoDay, NOT_A_DAY, parseDay } from '../codes/day.ts';
import { ProblemError } from '../problems.ts';
import type { RecordContent } from './content.ts';
import { CoverageTables } from './coverage-tables.ts';
import type { FileFindings } from './findings-in-file.ts';
import { KeyedRows } from './keyed-rows.ts';
import { RECORD_TABLES, type RecordKind } from './record-tables.ts';
import type { Period } from './release.ts';
import type { ZipEntry } from './zip.ts';

/**
 * The Medicare Coverage Database's export: a zip of CSV tables (within the zip that is downloaded), one for billing and
 * coding articles, one for local and one for national coverage determinations. Layout: CMS, data dictionaries of the
 * database's downloads ("Article Download Database", "LCD Download Database", "NCD Download Database").
 */
const EXPORTS = [
  { kind: 'coverage-articles', marks: ['article.csv', 'article_x_hcpc_code.csv'], read: articles },
  { kind: 'coverage-lcds', marks: ['lcd.csv', 'lcd_x_contractor.csv'], read: lcds },
  { kind: 'coverage-ncds', marks: ['ncd_trkg.csv'], read: ncds },
] as const;

type Fields = Readonly<Record<string, string>>;
/** Takes a policy: its key and its fields by name. */
type Policy = (key: string, fields: Fields, line: number) => void;

const baseName = (name: string): string => (name.split('/').pop() ?? name).toLowerCase();

/** Which export an archive is by the names of its entries; null for any other archive. */
export function coverageExportOf(names: readonly string[]): (typeof EXPORTS)[number] | null {
  const all = new Set(names.map(baseName));
  return EXPORTS.find(({ marks }) => marks.every((mark) => all.has(mark))) ?? null;
}

/**
 * Reads an export: a record a policy and version. No description of a code is kept, and no text but titles: they may
 * hold descriptors of the AMA.
 *
 * @throws ProblemError `table-columns`, `table-syntax` for a table that lacks a column or cannot be read
 */
export async function readCoverageExport(
  { kind, read }: (typeof EXPORTS)[number],
  entries: readonly ZipEntry[],
  findings: FileFindings,
): Promise<RecordContent> {
  const tables = new CoverageTables(new Map(entries.map((entry) => [baseName(entry.name), entry])), findings);
  const rows = new KeyedRows(kind, findings, false);
  const names: readonly string[] = RECORD_TABLES[kind satisfies RecordKind];
  await read(tables, (key, fields, line) => {
    rows.add({ key, fields: names.map((name) => fields[name] ?? ''), line });
  });
  return { ...rows.end(), ...(await periodOf(tables, findings)) };
}

/** The week that the export says it was made for. */
async function periodOf(
  tables: CoverageTables,
  findings: FileFindings,
): Promise<{ period: Period; published: number }> {
  let day = NOT_A_DAY;
  await tables.each('update_period.csv', ['end_date'], ({ end_date: text }) => {
    day = Math.max(day, dayIn(text));
  });
  if (day === NOT_A_DAY) {
    const message = 'update_period.csv does not say which week the export is of';
    throw new ProblemError('release-period-unknown', message, { file: findings.file });
  }
  return { period: { label: isoDay(day), from: day, to: day + 6 }, published: day };
}

/** `2024-10-17 00:00:00` or `10/17/2024`; NOT_A_DAY for what is no date. */
function dayIn(text: string): number {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text);
  if (american !== null) return dayOf(Number(american[3]), Number(american[1]), Number(american[2]));
  return parseDay(text.slice(0, 10));
}

const dateIn = (text: string): string => {
  const day = dayIn(text);
  return day === NOT_A_DAY ? '' : isoDay(day);
};

async function articles(tables: CoverageTables, policy: Policy): Promise<void> {
  const of = (row: Fields): string => `${row.article_id}/${row.article_version}`;
  const keys = ['article_id', 'article_version'];
  const codes = await codesBy(tables, 'article_x_hcpc_code.csv', keys, of);
  const covered = await diagnosesBy(tables, 'article_x_icd10_covered.csv', 'icd10_covered_group', keys, of);
  const excluded = await diagnosesBy(tables, 'article_x_icd10_noncovered.csv', 'icd10_noncovered_group', keys, of);
  const combined = await combinationsBy(tables, keys, of);
  const lcdsOf = await tables.lists('article_related_documents.csv', [...keys, 'r_lcd_id'], of, ({ r_lcd_id: id }) =>
    id === '' ? null : `L${id}`,
  );
  const places = await tables.jurisdictions('article_x_contractor.csv', keys, of);
  const columns = [...keys, 'title', 'status', 'article_eff_date'];
  await tables.each('article.csv', columns, (row, line) => {
    const key = of(row);
    const place = places(key);
    policy(
      `A${row.article_id}`,
      {
        version: row.article_version,
        title: row.title,
        status: row.status,
        effective: dateIn(row.article_eff_date),
        revised: dateIn(row.article_rev_eff_date ?? ''),
        ended: endOf(row.date_retired, row.article_end_date, row.article_rev_end_date),
        lcds: listed(lcdsOf.get(key)),
        states: place.states,
        contractors: place.contractors,
        codes: listed(codes.get(key)),
        covered: grouped(covered.get(key)),
        noncovered: grouped(excluded.get(key)),
        combined: listed(combined.get(key)),
      },
      line,
    );
  });
}

async function lcds(tables: CoverageTables, policy: Policy): Promise<void> {
  const of = (row: Fields): string => `${row.lcd_id}/${row.lcd_version}`;
  const keys = ['lcd_id', 'lcd_version'];
  const codes = tables.has('lcd_x_hcpc_code.csv') ? await codesBy(tables, 'lcd_x_hcpc_code.csv', keys, of) : new Map();
  const places = await tables.jurisdictions('lcd_x_contractor.csv', keys, of);
  await tables.each('lcd.csv', [...keys, 'title', 'status'], (row, line) => {
    const place = places(of(row));
    policy(
      `L${row.lcd_id}`,
      {
        version: row.lcd_version,
        title: row.title,
        status: row.status,
        effective: dateIn(row.orig_det_eff_date ?? row.ent_det_eff_date ?? ''),
        revised: dateIn(row.rev_eff_date ?? ''),
        ended: endOf(row.date_retired, row.ent_det_end_date, row.rev_end_date),
        states: place.states,
        contractors: place.contractors,
        codes: listed(codes.get(of(row))),
      },
      line,
    );
  });
}

async function ncds(tables: CoverageTables, policy: Policy): Promise<void> {
  await tables.each('ncd_trkg.csv', ['ncd_mnl_sect', 'ncd_mnl_sect_title'], (row, line) => {
    if (row.ncd_mnl_sect === '') return;
    const fields = {
      version: row.ncd_vrsn_num ?? '',
      title: row.ncd_mnl_sect_title,
      coverageLevel: row.cvrg_lvl_cd ?? '',
      effective: dateIn(row.ncd_efctv_dt ?? ''),
      ended: dateIn(row.ncd_trmntn_dt ?? ''),
    };
    policy(row.ncd_mnl_sect, fields, line);
  });
}

/** The earliest of the days on which a policy ended, '' where it has not. */
const endOf = (...texts: readonly (string | undefined)[]): string =>
  texts
    .map((text) => dateIn(text ?? ''))
    .filter((date) => date !== '')
    .sort()[0] ?? '';

const CODE = /^[A-Z0-9]\d{3}[0-9A-Z]$/;
const DIAGNOSIS = /^[A-Z]\d[0-9A-Z]{1,5}$/;
/** Stand in the place of a code where a group has none. */
const NO_CODE = /^XX/;

const codesBy = (tables: CoverageTables, table: string, keys: readonly string[], of: (row: Fields) => string) =>
  tables.lists(table, [...keys, 'hcpc_code_id'], of, ({ hcpc_code_id: text }) => {
    const code = text.toUpperCase();
    return CODE.test(code) && !NO_CODE.test(code) ? code : null;
  });

/** Diagnoses of each policy by group, `1 E119`. */
const diagnosesBy = (
  tables: CoverageTables,
  table: string,
  group: string,
  keys: readonly string[],
  of: (row: Fields) => string,
) =>
  tables.lists(table, [...keys, 'icd10_code_id', group], of, (row) => {
    const code = row.icd10_code_id.replace('.', '').toUpperCase();
    return DIAGNOSIS.test(code) && !NO_CODE.test(code) ? `${row[group]} ${code}` : null;
  });

/** Wording by which a group of diagnoses does not support a service by itself. */
const COMBINED =
  /\b(secondary|dual diagnos|in addition to|in combination|both (?:a|an|of)|and (?:a|one|at least one) (?:code|diagnosis|icd)|must (?:also )?be (?:reported|billed|accompanied) (?:with|by)|one from (?:each|group))/i;

/** Groups of covered diagnoses whose paragraph speaks of several diagnoses together. */
const combinationsBy = (tables: CoverageTables, keys: readonly string[], of: (row: Fields) => string) =>
  tables.has('article_x_icd10_covered_group.csv')
    ? tables.lists(
        'article_x_icd10_covered_group.csv',
        [...keys, 'icd10_covered_group', 'paragraph'],
        of,
        ({ icd10_covered_group: group, paragraph }) => (COMBINED.test(plain(paragraph)) ? group : null),
      )
    : Promise.resolve(new Map<string, Set<string>>());

const plain = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replace(/\s+/g, ' ');

const listed = (items: ReadonlySet<string> | undefined): string => [...(items ?? [])].sort().join(' ');

/** `1 E119 I10|2 R05`: each group's number and its codes. */
function grouped(items: ReadonlySet<string> | undefined): string {
  const groups = Map.groupBy([...(items ?? [])].sort(), (item) => item.slice(0, item.indexOf(' ')));
  return [...groups]
    .map(([group, members]) => [group, ...members.map((member) => member.slice(group.length + 1))].join(' '))
    .join('|');
}
