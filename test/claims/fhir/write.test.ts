import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Claim } from '../../../src/claims/claim.ts';
import { claimResource } from '../../../src/claims/fhir/write.ts';
import { faultsInR4, faultsInR5 } from '../../fhir/validate.ts';
import { arbitraryClaim, arbitraryInstitutionalClaim } from '../../support/arbitrary-claim.ts';
import { claim, readResources } from './fixtures.ts';

const withoutPlace = ({ place: _, ...rest }: Claim) => rest;

/** What a claim in FHIR does not carry here: addresses, where the service was done, CLIA numbers and notes. */
const LEFT_OUT = ['state', 'postalCode', 'serviceFacility', 'cliaNumber', 'note'];
const asFhirHasIt = (claim: Claim): Claim =>
  JSON.parse(JSON.stringify(claim, (key, value) => (LEFT_OUT.includes(key) ? undefined : value)));

/** Takes back an earlier claim by what it charges: such resources are passed over. */
const isReversal = ({ charge, lines }: Claim): boolean =>
  (charge !== null && charge < 0) || lines.every(({ units }) => units !== null && units < 0);

describe.each([
  ['professional', arbitraryClaim],
  ['institutional', arbitraryInstitutionalClaim],
] as const)('a %s claim', (_, arbitrary) => {
  const claims = arbitrary.filter((each) => !isReversal(each));

  test.each(['R4', 'R5'] as const)('written as FHIR %s and read again is the same claim', (version) => {
    fc.assert(
      fc.property(claims, (one) => {
        const { claims: read, problems } = readResources(claimResource(one, { version, created: '2024-07-01' }));
        expect(problems).toEqual([]);
        expect(read.map(withoutPlace)).toEqual([asFhirHasIt(one)]);
      }),
      { numRuns: 300 },
    );
  });

  it('is FHIR for readers that are not ours', () => {
    fc.assert(
      fc.property(claims, (one) => {
        expect(faultsInR4(claimResource(one, { version: 'R4', created: '2024-07-01' }))).toEqual([]);
        expect(faultsInR5(claimResource(one, { version: 'R5', created: '2024-07-01T12:00:00Z' }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

it('a setting that nothing else tells is written and read', () => {
  const [one] = fc.sample(
    arbitraryClaim.filter((each) => !isReversal(each)),
    { seed: 1, numRuns: 1 },
  );
  const { claims } = readResources(claimResource({ ...one, setting: 'dme' }, { version: 'R4', created: '2024-07-01' }));
  expect(claims).toMatchObject([{ setting: 'dme' }]);
});

it('a claim without provider, payer or person is written and read', () => {
  const [read] = readResources(claim({ provider: undefined, patient: undefined })).claims;
  const resource = claimResource(read, { version: 'R4', created: '2024-07-01' });
  expect(faultsInR4(resource)).toEqual([]);
  expect(readResources(resource).claims.map(withoutPlace)).toEqual([withoutPlace(read)]);
});
