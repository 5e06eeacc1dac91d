import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodedClaim } from '../../../src/claims/coded-claim.ts';
import { encodeClaim } from '../../../src/claims/encode.ts';
import { claimResource } from '../../../src/claims/fhir/write.ts';
import { PROBLEMS } from '../../../src/problems.ts';
import { arbitraryClaim, arbitraryInstitutionalClaim } from '../../support/arbitrary-claim.ts';
import { codedValues, readBytes } from '../../support/coded.ts';
import { below, FUZZ_RUNS, mutate, randomFrom } from '../../support/fuzz.ts';
import { bundle } from './fixtures.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const resources = [arbitraryClaim, arbitraryInstitutionalClaim].flatMap((arbitrary, i) =>
  fc
    .sample(arbitrary, { seed: 17 + i, numRuns: 8 })
    .map((claim) => claimResource(claim, { version: i === 0 ? 'R4' : 'R5', created: '2024-07-01' })),
);
const SEEDS = [
  ...resources.map((resource) => encode(JSON.stringify(resource))),
  ...resources.slice(0, 4).map((resource) => encode(JSON.stringify(resource, null, 1))),
  encode(resources.map((resource) => JSON.stringify(resource)).join('\n')),
  encode(JSON.stringify(bundle(...resources.slice(0, 4)))),
  encode(JSON.stringify(bundle(...resources.slice(4, 7)), null, 2)),
];
const WORDS =
  '{ } [ ] " , : \\ null true -1 1e999 0.005 "item": "coding":[{ "resourceType":"Claim" "resourceType":"Bundle" "entry":[{"resource": "reference":"#x" \n{ __proto__ "2024-07" "value":"x" "sequence":0'.split(
    ' ',
  );

test('mutated FHIR never breaks the reader', () => {
  const random = randomFrom(20240702);
  let claims = 0;
  for (let run = 0; run < FUZZ_RUNS; run++) {
    const bytes = mutate(SEEDS[below(random, SEEDS.length)], random, WORDS);
    const whole = readBytes(bytes);
    claims += whole.claims.length;
    if (whole.claims.length + whole.problems.length === 0) throw new Error('neither claim nor problem');
    for (const { code, message, offset = 0, line = 1 } of whole.problems) {
      if (!(code in PROBLEMS) || message === '') throw new Error(`no such problem: ${code}`);
      const isInFile = offset >= 0 && offset <= bytes.length && line >= 1 && line <= bytes.length + 1;
      if (!isInFile) throw new Error(`${code} stands outside of the file: ${offset}, ${line}`);
    }
    whole.claims.forEach((claim, i) => {
      const into = new CodedClaim();
      encodeClaim(claim, into);
      expect(codedValues(into)).toEqual(whole.coded[i]);
      expect(claim.lines.length).toBeGreaterThan(0);
      for (const { charge, from } of claim.lines) {
        if (charge !== null && !Number.isSafeInteger(charge)) throw new Error('no cents');
        if (from !== null && !/^\d{4}-\d\d-\d\d$/.test(from)) throw new Error('no day');
      }
    });
    const cut = below(random, bytes.length + 1);
    expect(readBytes(bytes, [cut])).toEqual(whole);
  }
  // A changed byte mostly leaves no JSON; where it does, claims must have been read, or nothing was tried.
  expect(claims).toBeGreaterThan(FUZZ_RUNS / 4);
}, 3_600_000);
