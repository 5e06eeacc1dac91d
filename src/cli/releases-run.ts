import type { Codebook, CodebookRelease } from '../codebook/codebook.ts';
import { isoDay } from '../codes/day.ts';
import { tableName } from '../diff/document.ts';
import type { ReleaseKind } from '../releases/release.ts';
import { counted, figure } from '../text.ts';
import { type ChosenCodebook, openChosenCodebook } from './codebook-source.ts';
import { bold, dim } from './colors.ts';
import { supersedingPrint } from './diff-find.ts';
import { releaseFacts } from './release-table.ts';
import { timeline } from './releases-timeline.ts';
import { screenWidth } from './screen.ts';
import { table } from './table.ts';

export interface ReleasesRequest {
  readonly codebook?: string;
  readonly kind?: ReleaseKind;
  readonly json?: boolean;
}

/** A release with what its table says of it. */
interface ListedRelease {
  readonly release: CodebookRelease;
  /** The later print of the same period that takes its place. */
  readonly supersededBy: string | null;
  /** Of a HCPCS release how many codes and how many modifiers it lists. */
  readonly codes: number | null;
  readonly modifiers: number | null;
}

/** Prints the releases of the codebook. */
export async function runReleases(request: ReleasesRequest): Promise<0> {
  const chosen = await openChosenCodebook(request.codebook);
  const listed = listedReleases(chosen.codebook).filter(
    ({ release }) => request.kind === undefined || release.kind === request.kind,
  );
  process.stdout.write(request.json ? json(chosen, listed) : text(chosen, listed, screenWidth()));
  return 0;
}

function listedReleases(codebook: Codebook): readonly ListedRelease[] {
  const { codes, modifiers } = entriesByRelease(codebook);
  return codebook.releases.map((release) => ({
    release,
    supersededBy: supersedingPrint(release, codebook.releases)?.id ?? null,
    codes: release.kind === 'hcpcs' ? (codes.get(release.index) ?? 0) : null,
    modifiers: release.kind === 'hcpcs' ? (modifiers.get(release.index) ?? 0) : null,
  }));
}

function entriesByRelease(codebook: Codebook) {
  const counts = { codes: new Map<number, number>(), modifiers: new Map<number, number>() };
  for (const code of codebook.hcpcsCodes()) {
    for (const { isModifier, releases } of codebook.hcpcsEntries(code)) {
      const counted = isModifier ? counts.modifiers : counts.codes;
      for (const { index } of releases) counted.set(index, (counted.get(index) ?? 0) + 1);
    }
  }
  return counts;
}

const json = ({ codebook, path }: ChosenCodebook, listed: readonly ListedRelease[]): string =>
  `${JSON.stringify(
    {
      codebook: codebook.id,
      path,
      releases: listed.map(({ release, ...facts }) => ({ ...releaseFacts(release), ...facts })),
    },
    null,
    2,
  )}\n`;

function text({ codebook }: ChosenCodebook, listed: readonly ListedRelease[], width: number): string {
  const rows = listed.map(({ release, supersededBy, codes, modifiers }) => [
    release.id,
    isoDay(release.period.from),
    isoDay(release.period.to),
    release.published === release.period.from ? '' : isoDay(release.published),
    figure(release.rowCount),
    codes === null ? '' : figure(codes),
    modifiers === null ? '' : figure(modifiers),
    supersededBy !== null ? 'superseded' : release.partial ? 'a part' : '',
    [...new Set(release.sources.map(({ name }) => name.replace(/!.*$/, '').replace(/^.*\//, '')))].join(', '),
  ]);
  const right = 'right' as const;
  const columns = [
    { title: 'release' },
    { title: 'from' },
    { title: 'to' },
    { title: 'published' },
    { title: 'rows', align: right },
    { title: 'codes', align: right },
    { title: 'mod.', align: right },
    { title: 'state' },
    { title: 'read from' },
  ];
  const shown = columns.map((_, i) => i === 0 || i === columns.length - 1 || rows.some((row) => row[i] !== ''));
  return [
    `${bold('codebook')}  ${codebook.id}, ${counted(listed.length, 'release')}\n\n`,
    table(
      columns.filter((_, i) => shown[i]),
      rows.map((row) => row.filter((_, i) => shown[i])),
      width,
    ),
    `\n${timeline(
      listed.map(({ release }) => ({ ...release, table: tableName(release) })),
      width,
    )}`,
    dim('█ a release for that quarter, ▒ a part of one, · none\n'),
  ].join('');
}
