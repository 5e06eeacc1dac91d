import type { Codebook } from '../codebook/codebook.ts';
import type { Day } from '../codes/day.ts';
import { OPEN_DAY } from '../codes/day.ts';
import { packCodeText } from '../codes/packed.ts';
import type { HistoryEvent } from './history.ts';

/** When the add-on code edits of a code begin and end; those that begin (end) on one day together. */
export function addOnEvents(codebook: Codebook, code: string, asOf: Day | undefined): HistoryEvent[] {
  const tables = codebook.tables(asOf);
  const { addOn } = tables;
  const id = tables.codeId(packCodeText(code));
  if (addOn === null || id < 0) return [];
  const moments: (Moment & { primary: string | null })[] = [];
  for (let row = addOn.start(id); row < addOn.end(id); row++) {
    const { primary, effective, deletion, release } = codebook.addOnRow(row, asOf);
    moments.push({ primary, release, begins: true, inForce: effective ?? release.period.from });
    if (deletion !== null && deletion !== OPEN_DAY)
      moments.push({ primary, release, begins: false, inForce: deletion });
  }
  return [...Map.groupBy(moments, ({ begins, inForce, release }) => `${begins} ${inForce} ${release.index}`)].map(
    ([, same]) => {
      const { begins, inForce, release } = same[0];
      const primaries = same.map(({ primary }) => primary);
      return { kind: 'add-on', begins, inForce, published: release.published, release, primaries };
    },
  );
}

type Moment = Pick<HistoryEvent & { kind: 'add-on' }, 'begins' | 'inForce' | 'release'>;
