import type { Codebook, CodebookRelease } from '../codebook/codebook.ts';
import { isoDay } from '../codes/day.ts';
import { type ChosenCodebook, openChosenCodebook } from './codebook-source.ts';
import { bold, dim } from './colors.ts';
import { byteSize, count, counted, screenWidth } from './screen.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

export interface InfoRequest {
  readonly codebook?: string;
  readonly json?: boolean;
}

/** Prints what the codebook holds. */
export async function runInfo(request: InfoRequest): Promise<0> {
  const chosen = await openChosenCodebook(request.codebook);
  process.stdout.write(request.json ? infoJson(chosen) : infoText(chosen, screenWidth()));
  return 0;
}

/** A release as `info --json` and `build --json` print it. */
export const releaseFacts = ({ index, period, published, ...release }: CodebookRelease) => ({
  id: release.id,
  kind: release.kind,
  setting: release.setting,
  period: { label: period.label, from: isoDay(period.from), to: isoDay(period.to) },
  published: isoDay(published),
  print: release.print,
  partial: release.partial,
  rowCount: release.rowCount,
  sources: release.sources,
  oddities: release.oddities,
});

const infoJson = ({ codebook, from, path, size }: ChosenCodebook): string =>
  `${JSON.stringify({ codebook: codebook.id, from, path, size, releases: codebook.releases.map(releaseFacts) }, null, 2)}\n`;

function infoText({ codebook, from, path, size }: ChosenCodebook, width: number): string {
  const rows = codebook.releases.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const where = path === null ? 'the shipped sample, compiled when asked for' : `${path} (${from})`;
  return [
    `${bold('codebook')}  ${codebook.id}\n`,
    `${wrap(`${where}, ${byteSize(size)}, ${counted(codebook.releases.length, 'release')}, ${counted(rows, 'row')}`, width, 0)}\n\n`,
    releaseTable(codebook, width),
    oddityLines(codebook.releases, width),
  ].join('');
}

export function releaseTable({ releases }: Pick<Codebook, 'releases'>, width: number): string {
  const columns = [
    { title: 'release' },
    { title: 'from' },
    { title: 'published' },
    { title: 'rows', align: 'right' as const },
    { title: 'files' },
  ];
  const rows = releases.map((release) => [
    `${release.id}${release.partial ? ' (part)' : ''}`,
    isoDay(release.period.from),
    isoDay(release.published),
    count(release.rowCount),
    release.sources.map(({ name }) => name).join(', '),
  ]);
  return table(columns, rows, width);
}

/** What was odd in the releases, one line each. */
export function oddityLines(releases: readonly CodebookRelease[], width: number): string {
  const lines = releases.flatMap(({ id, oddities }) =>
    oddities.map(({ code, message }) => `${wrap(`${id}: ${message} ${dim(`[${code}]`)}`, width, 2)}\n`),
  );
  return lines.length === 0 ? '' : `\n${bold('oddities')}\n${lines.join('')}`;
}
