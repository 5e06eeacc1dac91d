import { dollars } from '../../money.ts';
import type { Claim, ClaimLine, InstitutionalFacts } from '../claim.ts';

/**
 * A claim as JSON that the JSON reader takes back as the same claim: money in dollars, what is not given left out.
 *
 * @example
 * JSON.stringify(claimAsJson(claim))
 */
export function claimAsJson({ place: _, ...claim }: Claim): object {
  const { id, frequency } = claim;
  const fields = given({
    ...claim,
    charge: dollars(claim.charge),
    billingProvider: given(claim.billingProvider),
    renderingProvider: claim.renderingProvider && given(claim.renderingProvider),
    referringProvider: claim.referringProvider && given(claim.referringProvider),
    serviceFacility: claim.serviceFacility && given(claim.serviceFacility),
    subscriber: given(claim.subscriber),
    patient: claim.patient && given(claim.patient),
    payer: claim.payer && given(claim.payer),
    institutional: claim.institutional && institutionalAsJson(claim.institutional),
    lines: claim.lines.map(lineAsJson),
  });
  // An empty frequency is not the one that a claim without any is read with.
  return { id, ...fields, frequency };
}

function institutionalAsJson(facts: InstitutionalFacts): object {
  return given({
    ...facts,
    attendingProvider: facts.attendingProvider && given(facts.attendingProvider),
    operatingProvider: facts.operatingProvider && given(facts.operatingProvider),
    otherOperatingProvider: facts.otherOperatingProvider && given(facts.otherOperatingProvider),
    procedures: facts.procedures.map(({ code, ...rest }) => ({ code, ...given(rest) })),
    values: facts.values.map(({ code, amount }) => ({ code, ...given({ amount: dollars(amount) }) })),
    occurrences: facts.occurrences.map(({ code, ...rest }) => ({ code, ...given(rest) })),
    occurrenceSpans: facts.occurrenceSpans.map(({ code, ...rest }) => ({ code, ...given(rest) })),
  });
}

const lineAsJson = (line: ClaimLine): object => ({
  ...given({
    ...line,
    charge: dollars(line.charge),
    renderingProvider: line.renderingProvider && given(line.renderingProvider),
    drug: line.drug && { ...given(line.drug), ndc: line.drug.ndc },
  }),
  // '' is not what a line that does not say them is taken for.
  qualifier: line.qualifier,
  unitBasis: line.unitBasis,
});

/** Without what is not given: null, '' and empty lists. */
const given = (value: object): object =>
  Object.fromEntries(
    Object.entries(value).filter(
      ([, field]) =>
        field !== null && field !== undefined && field !== '' && !(Array.isArray(field) && field.length === 0),
    ),
  );
