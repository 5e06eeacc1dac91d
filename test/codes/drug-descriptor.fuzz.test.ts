import { expect, it } from 'vitest';
import { parseDrugDescriptor } from '../../src/codes/drug-descriptor.ts';
import { below, FUZZ_RUNS, mutate, randomFrom } from '../support/fuzz.ts';
import { DRUG_CASES } from './drug-cases.ts';

const WORDS = ['per ', 'up to ', 'mg', 'ml', '(', ')', '/', '1,000', ' and ', 'each', '10^15 ', 'x', ' million '];

it('reads whatever text it is given, in numbers that are numbers', () => {
  const random = randomFrom(20_260_701);
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  for (let run = 0; run < FUZZ_RUNS; run++) {
    const { text } = DRUG_CASES[below(random, DRUG_CASES.length)];
    const parsed = parseDrugDescriptor(decoder.decode(mutate(encoder.encode(text), random, WORDS)));
    if (parsed.kind === 'none' || parsed.dose === null) continue;
    expect(parsed.dose.quantity.value).toBeGreaterThanOrEqual(0);
    expect(parsed.dose.quantity.text).toMatch(/^\d+(\.\d*[1-9])?$/);
  }
});
