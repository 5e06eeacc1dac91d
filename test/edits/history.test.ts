import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { relevantHistory } from '../../src/edits/history.ts';
import { claimOf } from '../cases/case.ts';

const claim = (id: string, frequency = '1', changes: Partial<Claim> = {}): Claim => ({
  ...claimOf({ name: '', rule: '', claim: ['11042'], expect: [] }, id),
  frequency,
  ...changes,
});

const relevant = (current: Claim, earlier: readonly Claim[]): string[] =>
  relevantHistory(current, earlier).map(({ id, frequency }) => `${id}/${frequency}`);

const billedBy = (npi: string): Partial<Claim> => ({
  billingProvider: { npi, identifier: null, taxonomy: null, name: 'EXAMPLE' },
});
const of = (memberId: string): Partial<Claim> => ({
  subscriber: { memberId, lastName: 'SAMPLE', firstName: 'ANN', birthDate: null, sex: null },
});

describe('the earlier claims that a claim is looked at beside', () => {
  it('are those of the same beneficiary, whoever billed them', () => {
    const earlier = [claim('A'), claim('B', '1', of('M2')), claim('C', '1', billedBy('1558444216'))];
    expect(relevant(claim('D'), earlier)).toEqual(['A/1', 'C/1']);
  });

  it('are taken back only by who billed them, in the same setting', () => {
    const earlier = [claim('A'), claim('A', '1', billedBy('1558444216')), claim('A', '1', { setting: 'outpatient' })];
    expect(relevant(claim('A', '8'), earlier)).toEqual(['A/1', 'A/1']);
  });

  it('are not what a claim of another id replaces by its reference', () => {
    const named = claim('C', '7', { originalReference: 'A' });
    expect(relevant(claim('D'), [claim('A'), claim('B'), named])).toEqual(['B/1', 'C/7']);
    expect(relevant(named, [claim('A'), claim('B')])).toEqual(['B/1']);
  });

  it('stand where what is named to be replaced comes later', () => {
    const named = claim('C', '7', { originalReference: 'A' });
    expect(relevant(claim('D'), [named, claim('A')])).toEqual(['C/7', 'A/1']);
  });

  it('are not the claim itself', () => {
    const current = claim('A');
    expect(relevant(current, [current])).toEqual([]);
  });

  it('are not those replaced or voided', () => {
    const earlier = [claim('A'), claim('B'), claim('C'), claim('B', '7'), claim('C', '8')];
    expect(relevant(claim('D'), earlier)).toEqual(['A/1', 'B/7']);
  });

  it('are not what the claim replaces or voids', () => {
    expect(relevant(claim('A', '7'), [claim('A'), claim('B')])).toEqual(['B/1']);
    expect(relevant(claim('A', '8'), [claim('A'), claim('B')])).toEqual(['B/1']);
  });

  it('are all of one id where none replaces another', () => {
    expect(relevant(claim('A'), [claim('A'), claim('A')])).toEqual(['A/1', 'A/1']);
  });
});
