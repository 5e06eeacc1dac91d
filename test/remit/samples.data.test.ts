import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Codebook, compile, openCodebook } from '../../src/codebook/index.ts';
import { readReleases } from '../../src/releases/index.ts';
import { dataPath, HAS_DATA } from '../support/data.ts';
import { type Answered, answersTo, tagsByOther } from './answer.ts';
import { acknowledged, imbalances, paid, transactionsOf } from './read-answer.ts';

describe.skipIf(!HAS_DATA)('every X12 sample of claims', () => {
  const files = HAS_DATA
    ? readdirSync(dataPath('x12'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : [];
  let codebook: Codebook;
  const answered = new Map<string, Answered>();
  beforeAll(async () => {
    codebook = await openCodebook(
      compile((await readReleases([join(import.meta.dirname, '../../samples/releases')])).releases),
    );
    for (const file of files) answered.set(file, answersTo(codebook, new Uint8Array(readFileSync(file))));
  });

  test('some sixty of them hold claims', () => {
    expect([...answered.values()].filter(({ claims }) => claims > 0).length).toBeGreaterThan(50);
  });

  test.each(files)('%s is answered by what another reader takes, and the totals balance', (file) => {
    const { acknowledgment, remittance, claims, cents } = answered.get(file)!;
    if (claims === 0) {
      expect([acknowledgment, remittance]).toEqual(['', '']);
      return;
    }
    const answers = transactionsOf(acknowledgment);
    const advices = transactionsOf(remittance);
    expect(tagsByOther(acknowledgment)).toHaveLength(answers.length);
    expect(tagsByOther(remittance)).toHaveLength(advices.length);
    const totals = answers.map((transaction) => acknowledged(transaction).total);
    expect(totals.reduce((sum, { accepted, refused }) => sum + accepted + refused, 0)).toBe(claims);
    expect(totals.reduce((sum, of) => sum + of.acceptedCents + of.refusedCents, 0)).toBe(cents);
    expect(advices.flatMap(imbalances)).toEqual([]);
    const all = advices.flatMap(paid);
    expect(all).toHaveLength(claims);
    expect(all.reduce((sum, { charge }) => sum + Math.abs(charge), 0)).toBe(cents);
  });
});
