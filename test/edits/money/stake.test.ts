import { describe, expect, it } from 'vitest';
import { CodedClaim } from '../../../src/claims/coded-claim.ts';
import { encodeClaim } from '../../../src/claims/encode.ts';
import { checkClaim, historyOf as historyFor } from '../../../src/edits/check-claim.ts';
import { Checker } from '../../../src/edits/checker.ts';
import { findingLine } from '../../../src/edits/ndjson.ts';
import { NdjsonWriter } from '../../../src/edits/ndjson-writer.ts';
import { claimOf, type EditCase, historyOf } from '../../cases/case.ts';
import { CASES } from '../../cases/index.ts';
import { codebookOf } from '../../cases/tables/index.ts';

const row = (claim: readonly string[], more: Partial<EditCase> = {}): EditCase => ({
  ...{ name: '', rule: '', expect: [], claim },
  ...more,
});

/** `LINE REASON CENTS BASIS BESIDE` of what is denied, returned or to review. */
async function stakes(each: EditCase): Promise<string[]> {
  const { findings } = checkClaim(await codebookOf('quarters'), claimOf(each), { money: {}, history: historyOf(each) });
  return findings
    .filter(({ outcome }) => outcome !== 'info')
    .map(({ line, reason, atStake, basis, besideAtStake }) => `${line} ${reason} ${atStake} ${basis} ${besideAtStake}`);
}

describe('what is at stake', () => {
  it('is what Medicare allows, with the same of the column-one line of a pair', async () => {
    // 2.73 and 3.90 at 33.2875.
    expect(await stakes(row(['11042 $500', '99213 $200']))).toEqual(['2 modifier-missing 9087 allowed 12982']);
  });

  it('is what was charged where that is less', async () => {
    expect(await stakes(row(['11042 $500', '99213 $50']))).toEqual(['2 modifier-missing 5000 charge 12982']);
  });

  it('is what was charged where nothing is allowed that is known', async () => {
    expect(await stakes(row(['80053 $40', '80048 $30']))).toEqual(['2 not-allowed 3000 charge 4000']);
  });

  it('counts the place of service and the units', async () => {
    // 9 units of 29.29 less 8 times 6.99, half the practice expense.
    const inHospital = row(['11042 $500', '99213 $200'], { place: '22' });
    expect(await stakes(inHospital)).toEqual(['2 modifier-missing 6524 allowed 6025']);
    expect(await stakes(row(['97110 x9 $900']))).toEqual(['1 day-units 20769 allowed null']);
  });

  it('of a column-one line on an earlier claim of the day is that line’s', async () => {
    const again = row(['99213 $200'], { history: { EARLIER: ['11042 $500'] } });
    expect(await stakes(again)).toEqual(['1 modifier-missing 9087 allowed 12982']);
  });

  it('is nothing for notes, and left out where money was not asked for', async () => {
    const codebook = await codebookOf('quarters');
    const claim = claimOf(row(['11042', '97597:59']));
    expect(checkClaim(codebook, claim, { money: {} }).findings).toMatchObject([{ outcome: 'info', atStake: null }]);
    expect(checkClaim(codebook, claim).findings[0]).not.toHaveProperty('atStake');
  });

  it('is written as it is told, for every claim of the cases', async () => {
    const codebook = await codebookOf('quarters');
    const checker = new Checker(codebook, { money: {} });
    const writer = new NdjsonWriter(checker);
    let written = 0;
    for (const each of Object.values(CASES)
      .flat()
      .filter(({ tables }) => tables === undefined)) {
      const coded = new CodedClaim();
      encodeClaim(claimOf(each), coded);
      historyFor(historyOf(each)).lookBack(coded);
      checker.check(coded);
      writer.add(coded);
      const piece = writer.take();
      expect(new TextDecoder().decode(piece)).toBe(checker.findings().map(findingLine).join(''));
      if (piece.length > 0) written++;
      writer.giveBack(piece);
    }
    expect(written).toBeGreaterThan(100);
  });
});
