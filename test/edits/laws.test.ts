import { describe, expect, it } from 'vitest';
import type { Claim, ClaimLine } from '../../src/claims/claim.ts';
import { EDITS } from '../../src/edits/edits.ts';
import { EDIT_ORDER, type EditId, type Finding } from '../../src/edits/finding.ts';
import { claimOf, type EditCase } from '../cases/case.ts';
import { CASES } from '../cases/index.ts';
import { checkCase } from './check-case.ts';

/** Cases of rules that speak of a modifier on the second of two lines, and so of their order. */
const BY_ORDER: Partial<Record<EditId, RegExp>> = {
  'duplicate-line': /^A modifier says that it was given again/,
  'ioce-revenue': /^two visits, the second with 27$/,
  anesthesia: /^a return to the operating room$/,
};
/** Reasons that a further line takes away: the add-on code may stand beside any other service. */
const ANSWERED_BY_ANY_LINE = ['no-other-service'];

/** A code that no table of the cases has. */
const OTHER_CODE = 'A0021';

/** A finding but for the numbers of its lines. */
const inShort = ({ reason, outcome, with: other }: Finding): string =>
  `${outcome} ${reason}${other?.claim === undefined ? '' : `@${other.claim}`}`;

const withLine = (claim: Claim): Claim => {
  const number = Math.max(...claim.lines.map((line) => line.number)) + 1;
  const more: ClaimLine = { ...claim.lines[0], code: OTHER_CODE, modifiers: [], number, description: '', drug: null };
  return { ...claim, lines: [...claim.lines, more] };
};

async function findingsOf(row: EditCase, claim: Claim, id: EditId): Promise<readonly Finding[]> {
  return (await checkCase(row, claim, [id])).findings;
}

describe.each(EDIT_ORDER)('%s', (id) => {
  it('finds the same, but for the numbers of lines, in lines that come in reverse', async () => {
    for (const row of CASES[id].filter(({ name }) => !BY_ORDER[id]?.test(name))) {
      const claim = claimOf(row);
      const reversed = await findingsOf(row, { ...claim, lines: claim.lines.toReversed() }, id);
      const found = (await findingsOf(row, claim, id)).map(inShort).sort();
      expect([row.name, reversed.map(inShort).sort()]).toEqual([row.name, found]);
    }
  });

  it('denies no less for a line more, except where the rule asks for one', async () => {
    for (const row of CASES[id]) {
      const claim = claimOf(row);
      const denials = async (of: Claim): Promise<string[]> =>
        (await findingsOf(row, of, id))
          .filter(({ outcome, reason }) => outcome === 'deny' && !ANSWERED_BY_ANY_LINE.includes(reason))
          .map(({ line, reason }) => `${line} ${reason}`);
      const after = await denials(withLine(claim));
      expect([row.name, (await denials(claim)).filter((one) => !after.includes(one))]).toEqual([row.name, []]);
    }
  });
});

describe.each(EDITS.filter(({ reasons }) => reasons.includes('no-data')))('$id without any table', ({ id }) => {
  it('says so of a claim that its tables had something to say of', async () => {
    const spoken = CASES[id].filter(({ expect: found, tables }) => found.length > 0 && tables !== 'none');
    const reasons = new Set<string>();
    for (const row of spoken) {
      for (const { outcome, reason } of await findingsOf({ ...row, tables: 'none' }, claimOf(row), id)) {
        if (reason === 'no-data') expect([row.name, outcome]).toEqual([row.name, 'info']);
        reasons.add(reason);
      }
    }
    expect([...reasons]).toContain('no-data');
  });
});
