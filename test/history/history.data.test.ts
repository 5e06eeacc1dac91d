import { beforeAll, describe, expect, it } from 'vitest';
import type { Codebook } from '../../src/codebook/codebook.ts';
import { compile } from '../../src/codebook/compile.ts';
import { openCodebook } from '../../src/codebook/open.ts';
import { isoDay, NOT_A_DAY, parseDay } from '../../src/codes/day.ts';
import { codeHistory, type HistoryEvent } from '../../src/history/history.ts';
import { readReleases } from '../../src/releases/index.ts';
import { dataPath, HAS_DATA } from '../support/data.ts';

describe.skipIf(!HAS_DATA)('histories on the reference data', () => {
  let codebook: Codebook;

  beforeAll(async () => {
    const { releases } = await readReleases([dataPath('hcpcs')]);
    codebook = await openCodebook(compile(releases));
  });

  const events = (code: string): readonly HistoryEvent[] => codeHistory(codebook, code).events;
  const told = (code: string): string[] =>
    events(code).map(
      ({ inForce, published, kind, release }) => `${isoDay(inForce)} ${isoDay(published)} ${kind} ${release.id}`,
    );

  it('tells a code that CMS corrected, and by which document', () => {
    expect(told('C9034').slice(0, 3)).toEqual([
      '2018-10-01 2018-11-02 added hcpcs/2019',
      '2018-12-31 2019-01-01 discontinued hcpcs/2019/v2',
      '2019-01-01 2019-01-01 changed hcpcs/2019/v2',
    ]);
    expect(events('C9034')[1]).toMatchObject({ successors: ['J1095'] });
  });

  it('leads, for every code and modifier, to what the newest release says of it', () => {
    let codes = 0;
    for (const code of codebook.hcpcsCodes()) {
      const entries = codebook.hcpcsEntries(code);
      const newest = entries.reduce((a, b) => (last(a) > last(b) ? a : b));
      const history = events(code);
      const ends = history.findLast(({ kind }) => kind === 'discontinued' || kind === 'reactivated');
      const says = parseDay(newest.fields.terminationDate);
      expect([code, ends?.kind === 'discontinued' ? ends.inForce : NOT_A_DAY]).toEqual([code, says]);
      expect([code, squeezed(descriptorOf(history))]).toEqual([code, squeezed(newest.fields.longDescription)]);
      codes++;
    }
    expect(codes).toBeGreaterThan(8_900);
  });
});

const last = ({ releases }: { readonly releases: readonly { readonly index: number }[] }): number =>
  releases[releases.length - 1].index;

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The long descriptor that the events amount to. */
function descriptorOf(history: readonly HistoryEvent[]): string {
  let words = '';
  const inOrder = [...history].sort((a, b) => a.release.index - b.release.index);
  for (const event of inOrder) {
    if (event.kind === 'added') words = event.descriptor;
    if (event.kind !== 'revised' && event.kind !== 'listed-again') continue;
    const change = event.changes.find(({ attribute }) => attribute === 'longDescription');
    words = change?.after[0] ?? words;
  }
  return words;
}
