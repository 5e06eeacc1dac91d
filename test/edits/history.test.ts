import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { CodedClaim } from '../../src/claims/coded-claim.ts';
import { encodeClaim } from '../../src/claims/encode.ts';
import { historyOf } from '../../src/edits/check-claim.ts';
import { claimOf } from '../cases/case.ts';
import { relevantHistory } from './naive-history.ts';

const claim = (id: string, frequency = '1', changes: Partial<Claim> = {}): Claim => ({
  ...claimOf({ name: '', rule: '', claim: ['11042'], expect: [] }, id),
  frequency,
  ...changes,
});

/** The claim with the earlier lines of its beneficiary behind its own. */
function lookedBack(current: Claim, earlier: readonly Claim[]): CodedClaim {
  const coded = new CodedClaim();
  encodeClaim(current, coded);
  historyOf(earlier).lookBack(coded);
  return coded;
}

const relevant = (current: Claim, earlier: readonly Claim[]): readonly string[] =>
  lookedBack(current, earlier).historyClaims;

const billedBy = (npi: string): Partial<Claim> => ({
  billingProvider: { npi, identifier: null, taxonomy: null, name: 'EXAMPLE' },
});
const of = (memberId: string): Partial<Claim> => ({
  subscriber: { memberId, lastName: 'SAMPLE', firstName: 'ANN', birthDate: null, sex: null },
});

describe('the earlier claims that a claim is looked at beside', () => {
  it('are those of the same beneficiary, whoever billed them', () => {
    const earlier = [claim('A'), claim('B', '1', of('M2')), claim('C', '1', billedBy('1558444216'))];
    expect(relevant(claim('D'), earlier)).toEqual(['A', 'C']);
  });

  it('are taken back only by who billed them, in the same setting', () => {
    const earlier = [claim('A'), claim('A', '1', billedBy('1558444216')), claim('A', '1', { setting: 'outpatient' })];
    expect(relevant(claim('A', '8'), earlier)).toEqual(['A', 'A']);
  });

  it('are not what a claim of another id replaces by its reference', () => {
    const named = claim('C', '7', { originalReference: 'A' });
    expect(relevant(claim('D'), [claim('A'), claim('B'), named])).toEqual(['B', 'C']);
    expect(relevant(named, [claim('A'), claim('B')])).toEqual(['B']);
  });

  it('stand where what is named to be replaced comes later', () => {
    const named = claim('C', '7', { originalReference: 'A' });
    expect(relevant(claim('D'), [named, claim('A')])).toEqual(['C', 'A']);
  });

  it('are not those replaced or voided', () => {
    const earlier = [claim('A'), claim('B'), claim('C'), claim('B', '7'), claim('C', '8')];
    expect(relevant(claim('D'), earlier)).toEqual(['A', 'B']);
  });

  it('are not what the claim replaces or voids', () => {
    expect(relevant(claim('A', '7'), [claim('A'), claim('B')])).toEqual(['B']);
    expect(relevant(claim('A', '8'), [claim('A'), claim('B')])).toEqual(['B']);
  });

  it('are all of one id where none replaces another', () => {
    expect(relevant(claim('A'), [claim('A'), claim('A')])).toEqual(['A', 'A']);
  });
});

describe('history kept as numbers', () => {
  const id = fc.constantFrom('A', 'B', 'C');
  const drawn = fc
    .record({
      id,
      frequency: fc.constantFrom('1', '1', '1', '6', '7', '8'),
      originalReference: fc.constantFrom('', '', 'A', 'B', 'X'),
      member: fc.constantFrom('M1', 'M1', 'M2'),
      npi: fc.constantFrom('1234567893', '1234567893', '1558444216'),
      lines: fc.array(fc.constantFrom('11042 2024-10-14', '97597:59 x2', '99213:25 2024-10-13'), {
        minLength: 1,
        maxLength: 3,
      }),
    })
    .map(({ member, npi, lines, ...rest }) => ({
      ...claimOf({ name: '', rule: '', claim: lines, expect: [] }, rest.id),
      ...rest,
      ...of(member),
      ...billedBy(npi),
    }));

  it('is that of whole claims', () => {
    fc.assert(
      fc.property(drawn, fc.array(drawn, { maxLength: 8 }), (current, earlier) => {
        const coded = lookedBack(current, earlier);
        const wanted = relevantHistory(current, earlier);
        expect(coded.historyClaims).toEqual(wanted.map((each) => each.id));
        expect(coded.pastEnd - coded.ownLines).toBe(wanted.reduce((sum, { lines }) => sum + lines.length, 0));
      }),
      { numRuns: 2_000 },
    );
  });

  it('puts lines of a day of the claim by its provider beside its own, and the others behind', () => {
    const now = claim('NOW', '1', {
      lines: claimOf({ name: '', rule: '', claim: ['11042', '97597'], expect: [] }).lines,
    });
    const then = claim('THEN', '1', {
      lines: claimOf({ name: '', rule: '', claim: ['99213', '99214 2024-10-14'], expect: [] }).lines,
    });
    const coded = lookedBack(now, [then, claim('OTHER', '1', billedBy('1558444216'))]);
    expect([coded.ownLines, coded.lineCount, coded.pastEnd]).toEqual([2, 3, 5]);
    expect([...coded.historyClaim.subarray(0, 5)]).toEqual([-1, -1, 0, 0, 1]);
    expect(coded.historyBilling).toEqual([1234567893, 1558444216]);
  });
});
