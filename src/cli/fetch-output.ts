import type { FoundFile, Plan } from '../fetch/index.ts';
import { counted } from '../text.ts';
import { bold } from './colors.ts';
import type { FetchReport } from './fetch-files.ts';
import { plainProblem } from './problem-line.ts';
import { byteSize } from './screen.ts';
import { type Column, table } from './table.ts';
import { wrap } from './wrap.ts';

/** What was fetched, as a table, and what was odd. */
export function fetchText({ plan, outcomes }: FetchReport, downloads: string, width: number): string {
  const columns = [
    { title: 'site' },
    { title: 'period' },
    { title: 'status' },
    { title: 'size', align: 'right' as const },
    { title: 'file' },
  ];
  const rows = outcomes.map(({ file, status, fetched, resumedAt }) => [
    file.site,
    file.period.label,
    resumedAt > 0 ? `${status}, resumed` : status,
    byteSize(fetched.bytes),
    fetched.storedAs,
  ]);
  const bytes = outcomes.reduce((sum, { fetched }) => sum + fetched.bytes, 0);
  const total = `${counted(outcomes.length, 'file')}, ${byteSize(bytes)}, in ${downloads}`;
  return [
    rows.length === 0 ? '' : `${fileTable(columns, rows, width)}\n${wrap(total, width, 0)}\n`,
    oddityText(outcomes, width),
    missingText(plan, width),
  ].join('');
}

/** Columns of a screen that has no room for a column of names. */
const NARROW = 70;

/** A table whose last column has the names of files: long ones, which stand under their row where it is narrow. */
function fileTable(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string {
  if (width >= NARROW) return table(columns, rows, width);
  const names = rows.map((row) => row.at(-1) ?? '');
  return table(
    columns.slice(0, -1),
    rows.map((row) => row.slice(0, -1)),
    width,
    names,
  );
}

function oddityText(outcomes: FetchReport['outcomes'], width: number): string {
  const oddities = outcomes.flatMap(({ file, fetched, status }) =>
    status === 'changed' ? [`  ${wrap(`${file.site}: ${fetched.oddity}`, width, 4)}\n`] : [],
  );
  return oddities.length === 0 ? '' : `\n${bold('odd')}\n${oddities.join('')}`;
}

function missingText({ missing }: Plan, width: number): string {
  const lines = missing.map(
    ({ site, instead }) => `  ${wrap(`${site}: the site has ${instead.slice(0, 8).join(', ')}`, width, 4)}\n`,
  );
  return lines.length === 0 ? '' : `\n${bold('not published for this period')}\n${lines.join('')}`;
}

/** What would be fetched. */
export function listText(plan: Plan, sizes: readonly (number | null)[], width: number): string {
  const columns = [
    { title: 'site' },
    { title: 'period' },
    { title: 'licence' },
    { title: 'size', align: 'right' as const },
    { title: 'file' },
  ];
  const rows = plan.files.map(({ site, period, license, name }, i) => [
    site,
    period.label,
    license === 'none' ? '' : license,
    sizes[i] === null ? '?' : byteSize(sizes[i]),
    name,
  ]);
  const unknown = sizes.filter((size) => size === null).length;
  const bytes = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  const total = `${counted(plan.files.length, 'file')}, ${byteSize(bytes)}${unknown === 0 ? '' : ` and ${unknown} of unknown size`}`;
  return `${fileTable(columns, rows, width)}\n${wrap(total, width, 0)}\n${missingText(plan, width)}`;
}

/** The same for machines. */
export const fetchJson = ({ plan, outcomes, problems }: FetchReport, downloads: string) => ({
  downloads,
  files: outcomes.map(({ file, status, fetched, resumedAt }) => ({
    ...fileFacts(file),
    status,
    storedAs: fetched.storedAs,
    bytes: fetched.bytes,
    sha256: fetched.sha256,
    resumedAt,
    oddity: status === 'changed' ? fetched.oddity : null,
  })),
  missing: plan.missing,
  problems: problems.map(plainProblem),
});

export const listJson = ({ files, missing, problems }: Plan, sizes: readonly (number | null)[]) => ({
  files: files.map((file, i) => ({ ...fileFacts(file), license: file.license, bytes: sizes[i] })),
  missing,
  problems: problems.map(plainProblem),
});

const fileFacts = ({ site, period, url, name }: FoundFile) => ({ site, period: period.label, url: url.href, name });
