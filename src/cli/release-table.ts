import type { CodebookRelease } from '../codebook/codebook.ts';
import { isoDay } from '../codes/day.ts';
import { figure } from '../text.ts';
import { bold } from './colors.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

/** What is shown of a release, whether it is in a codebook or only read. */
export type ShownRelease = Omit<CodebookRelease, 'index' | 'codes' | 'modifiers'>;

/** A release as `info --json` and `build --json` print it. */
export const releaseFacts = (release: ShownRelease) => ({
  id: release.id,
  kind: release.kind,
  setting: release.setting,
  period: {
    label: release.period.label,
    from: isoDay(release.period.from),
    to: isoDay(release.period.to),
  },
  published: isoDay(release.published),
  print: release.print,
  partial: release.partial,
  supersededBy: release.supersededBy,
  rowCount: release.rowCount,
  sources: release.sources,
  oddities: release.oddities,
});

/** Releases as a table: kind, setting, period, rows, number of oddities, files. */
export function releaseTable(releases: readonly ShownRelease[], width: number): string {
  const columns = [
    { title: 'kind' },
    { title: 'setting' },
    { title: 'period' },
    { title: 'rows', align: 'right' as const },
    { title: 'odd', align: 'right' as const },
    { title: 'files' },
  ];
  const rows = releases.map((release) => [
    release.kind,
    release.setting ?? '',
    `${release.period.label}${release.print > 1 ? ` v${release.print}` : ''}${release.partial ? ' (part)' : ''}${release.supersededBy === null ? '' : ' (superseded)'}`,
    figure(release.rowCount),
    release.oddities.length === 0 ? '' : figure(release.oddities.length),
    release.sources.map(({ name }) => lastName(name)).join(', '),
  ]);
  return table(columns, rows, width);
}

/** `HCPC17_CONTR_ANWEB.txt` of `downloads/2017.zip!HCPC17_CONTR_ANWEB.txt`. */
const lastName = (name: string): string => name.replace(/^.*[/!]/, '');

/** What was odd in the releases, one line each. */
export function oddityLines(releases: readonly ShownRelease[], width: number): string {
  const lines = releases.flatMap(({ id, oddities }) =>
    oddities.map(({ code, message, line }) => {
      const place = line === undefined ? '' : `, line ${line}`;
      return `  ${wrap(`${id}${place}: ${message} [${code}]`, width, 4)}\n`;
    }),
  );
  return lines.length === 0 ? '' : `\n${bold('oddities (the files were read all the same)')}\n${lines.join('')}`;
}
