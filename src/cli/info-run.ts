import { counted } from '../text.ts';
import { type ChosenCodebook, openChosenCodebook } from './codebook-source.ts';
import { bold } from './colors.ts';
import { oddityLines, releaseFacts, releaseTable } from './release-table.ts';
import { byteSize, screenWidth } from './screen.ts';
import { wrap } from './wrap.ts';

export interface InfoRequest {
  readonly codebook?: string;
  readonly json?: boolean;
}

/** Prints what the codebook holds, all of it checked. */
export async function runInfo(request: InfoRequest): Promise<0> {
  const chosen = await openChosenCodebook(request.codebook);
  chosen.codebook.verify();
  process.stdout.write(request.json ? infoJson(chosen) : infoText(chosen, screenWidth()));
  return 0;
}

const infoJson = ({ codebook, from, path, size }: ChosenCodebook): string =>
  `${JSON.stringify({ codebook: codebook.id, from, path, size, releases: codebook.releases.map(releaseFacts) }, null, 2)}\n`;

function infoText({ codebook, from, path, size }: ChosenCodebook, width: number): string {
  const rows = codebook.releases.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const where = path === null ? 'the shipped sample, compiled when asked for' : `${path} (${from})`;
  return [
    `${bold('codebook')}  ${codebook.id}\n`,
    `${wrap(`${where}, ${byteSize(size)}, ${counted(codebook.releases.length, 'release')}, ${counted(rows, 'row')}`, width, 0)}\n\n`,
    releaseTable(codebook.releases, width),
    oddityLines(codebook.releases, width),
  ].join('');
}
