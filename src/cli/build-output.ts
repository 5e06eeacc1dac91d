import type { Codebook } from '../codebook/codebook.ts';
import type { Problem } from '../problems.ts';
import type { ReadReleases } from '../releases/index.ts';
import type { Release } from '../releases/release.ts';
import { counted } from '../text.ts';
import { bold } from './colors.ts';
import { notKnownText } from './not-known.ts';
import { plainProblem } from './problem-line.ts';
import { oddityLines, releaseFacts, releaseTable, type ShownRelease } from './release-table.ts';
import { byteSize } from './screen.ts';
import { wrap } from './wrap.ts';

/** A codebook that was written. */
interface Built {
  readonly path: string;
  /** Whether it is where the other commands look by themselves. */
  readonly isDefault: boolean;
  readonly size: number;
  readonly codebook: Codebook;
}

export interface BuildReport {
  readonly read: ReadReleases;
  readonly problems: readonly Problem[];
  /** null where nothing was written. */
  readonly built: Built | null;
  readonly seconds: number;
}

/** What was read, what was not, and what to do next. */
export function buildText({ read, built, seconds }: BuildReport, width: number): string {
  const releases = built === null ? read.releases.map(shown) : built.codebook.releases;
  return [
    releases.length === 0 ? '' : releaseTable(releases, width),
    oddityLines(releases, width),
    notKnownText(read.notKnown, width),
    built === null ? '' : writtenText(built, seconds, width),
  ].join('');
}

/** A release that is in no codebook (yet). */
const shown = ({ kind, setting, period, print, ...release }: Release): ShownRelease => ({
  ...release,
  kind,
  setting,
  period,
  print,
  id: [kind, ...(setting === null ? [] : [setting]), period.label, ...(print > 1 ? [`v${print}`] : [])].join('/'),
  partial: false,
  supersededBy: null,
});

function writtenText({ path, isDefault, size, codebook }: Built, seconds: number, width: number): string {
  const rows = codebook.releases.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const what = `${counted(codebook.releases.length, 'release')}, ${counted(rows, 'row')}, ${byteSize(size)}, ${seconds.toFixed(1)} s`;
  const next = isDefault ? 'columnone check CLAIMS' : `columnone check --codebook ${path} CLAIMS`;
  return `\n${bold('codebook')}  ${codebook.id}\n${wrap(`written to ${path} (${what})`, width, 0)}\nnext: ${bold(next)}\n`;
}

/** The same for machines. */
export function buildJson({ read, problems, built, seconds }: BuildReport): string {
  const document = {
    out: built?.path ?? null,
    id: built?.codebook.id ?? null,
    size: built?.size ?? null,
    seconds: Number(seconds.toFixed(3)),
    releases: built === null ? read.releases.map(shown).map(releaseFacts) : built.codebook.releases.map(releaseFacts),
    notKnown: read.notKnown,
    problems: problems.map(plainProblem),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
