import { describe, expect, it } from 'vitest';
import { EDITS } from '../../src/edits/edits.ts';
import { EDIT_ORDER, type EditId, type Finding, type LineDisposition } from '../../src/edits/finding.ts';
import { claimOf } from '../cases/case.ts';
import { CASES } from '../cases/index.ts';
import { checkCase as check } from './check-case.ts';

/** What the dispositions of a case's lines come from, beside its own edit. */
const BASE: readonly EditId[] = ['code-validity', 'modifier-validity', 'ncci-ptp', 'ncci-mue', 'ncci-aoc'];

const beside = ({ line, claim }: NonNullable<Finding['with']>): string =>
  ` with ${line}${claim === undefined ? '' : `@${claim}`}`;

const inShort = ({ line, outcome, reason, with: other }: Finding): string =>
  `${line ?? '-'} ${outcome} ${reason}${other === null ? '' : beside(other)}`;

const dispositionInShort = ({ disposition, decidedBy }: LineDisposition): string =>
  decidedBy === null ? disposition : `${disposition} ${decidedBy}`;

describe.each(EDIT_ORDER)('%s', (id) => {
  it.each(CASES[id].map((row) => [row.name, row] as const))('%s', async (_, row) => {
    const { findings, lines } = await check(row, claimOf(row), [...new Set([...BASE, id])]);
    expect(findings.filter(({ edit }) => edit === id).map(inShort)).toEqual(row.expect);
    if (row.lines) expect(lines.map(dispositionInShort)).toEqual(row.lines);
  });

  it('has a case for each of its reasons', () => {
    const shown = new Set(CASES[id].flatMap((row) => row.expect.map((text) => text.split(' ')[2])));
    const edit = EDITS.find((each) => each.id === id);
    expect([...shown].sort()).toEqual([...(edit?.reasons ?? [])].sort());
  });

  it('names its cases apart', () => {
    const names = CASES[id].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
