import type { Codebook, CodebookRelease } from '../codebook/codebook.ts';
import { OPEN_DAY } from '../codes/day.ts';
import { packCodeText } from '../codes/packed.ts';
import type { HistoryEvent } from './history.ts';

type AddOnEvent = HistoryEvent & { readonly kind: 'add-on' };
/** One primary's edit that begins or ends, as the first release tells that has it. */
type Moment = Pick<AddOnEvent, 'begins' | 'inForce' | 'release'> & { readonly primary: string | null };

/** When the add-on code edits of a code begin and end; those that begin (end) on one day are one event. */
export function addOnEvents(codebook: Codebook, code: string, known: readonly CodebookRelease[]): HistoryEvent[] {
  const moments = new Map<string, Moment>();
  for (const release of known.filter(({ kind }) => kind === 'ncci-aoc')) {
    for (const moment of momentsOf(codebook, code, release)) {
      const key = `${moment.primary} ${moment.begins} ${moment.inForce}`;
      if (!moments.has(key)) moments.set(key, moment);
    }
  }
  const together = Map.groupBy(
    moments.values(),
    ({ begins, inForce, release }) => `${begins} ${inForce} ${release.index}`,
  );
  return [...together.values()].map((same) => {
    const { begins, inForce, release } = same[0];
    const primaries = same.map(({ primary }) => primary);
    return { kind: 'add-on', begins, inForce, published: release.published, release, primaries };
  });
}

/** What was known when the release was published. */
function momentsOf(codebook: Codebook, code: string, release: CodebookRelease): Moment[] {
  const tables = codebook.tables(release.published);
  const id = tables.codeId(packCodeText(code));
  const { addOn } = tables;
  if (addOn === null || id < 0) return [];
  const moments: Moment[] = [];
  for (let row = addOn.start(id); row < addOn.end(id); row++) {
    const { primary, effective, deletion } = codebook.addOnRow(row, release.published);
    moments.push({ primary, release, begins: true, inForce: effective ?? release.period.from });
    if (deletion !== null && deletion !== OPEN_DAY)
      moments.push({ primary, release, begins: false, inForce: deletion });
  }
  return moments;
}
