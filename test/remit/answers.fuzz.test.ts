import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Codebook, compile, openCodebook } from '../../src/codebook/index.ts';
import { readReleases } from '../../src/releases/index.ts';
import { below, FUZZ_RUNS, mutate, randomFrom } from '../support/fuzz.ts';
import { answersTo } from './answer.ts';
import { acknowledged, imbalances, paid, transactionsOf } from './read-answer.ts';

const ROOT = join(import.meta.dirname, '../..');
/** The first claims of a sample: whole files take long. */
const seed = (name: string, upTo: string): Uint8Array => {
  const text = readFileSync(join(ROOT, 'samples/claims', name), 'latin1');
  return new TextEncoder().encode(text.slice(0, text.indexOf(upTo)));
};
const WORDS =
  'HL*1**20*1~ HL*9*1*22*0~ CLM*A*1~ LX*1~ SV1*HC: NM1*85* NM1*QC* REF*D9*~ REF*6R* ST*837* GS* ~ * : ^'.split(' ');

let codebook: Codebook;
beforeAll(async () => {
  codebook = await openCodebook(compile((await readReleases([join(ROOT, 'samples/releases')])).releases));
});

describe('mutated claims', () => {
  test('are answered well-formed, balanced, and the same however they are cut', () => {
    const seeds = [seed('clinic.837', 'HL*7*'), seed('hospital.837', 'HL*5*')];
    const random = randomFrom(20260902);
    for (let run = 0; run < FUZZ_RUNS / 5; run++) {
      const bytes = mutate(seeds[below(random, seeds.length)], random, WORDS);
      const answered = answersTo(codebook, bytes, { refuse: random() < 0.5 ? 'validity' : 'validity-and-ncci' });
      const place = `run ${run}`;
      const answers = transactionsOf(answered.acknowledgment).map(acknowledged);
      const counts = answers.map(({ total }) => total.accepted + total.refused);
      expect(
        counts.reduce((sum, count) => sum + count, 0),
        place,
      ).toBe(answered.claims);
      const advices = transactionsOf(answered.remittance);
      expect(advices.flatMap(imbalances), place).toEqual([]);
      expect(advices.flatMap(paid).length, place).toBe(answered.claims);
      if (run % 10 !== 0) continue;
      expect(answersTo(codebook, bytes, {}, 61), place).toEqual(answersTo(codebook, bytes));
    }
  }, 900_000);
});
