import { readBytes } from '../../support/coded.ts';

/** Resources of invented people, small enough to be read at a glance. */

export const HCPCS = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';
export const CPT = 'http://www.ama-assn.org/go/cpt';
export const POS = 'https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set';

export const concept = (system: string, ...codes: string[]) => ({ coding: codes.map((code) => ({ system, code })) });
export const usd = (value: number) => ({ value, currency: 'USD' });

/** A claim of one line, with whatever else is given. */
export const claim = (more: object = {}, item: object = {}) => ({
  resourceType: 'Claim',
  id: 'c1',
  identifier: [{ value: 'A1' }],
  status: 'active',
  type: concept('http://terminology.hl7.org/CodeSystem/claim-type', 'professional'),
  use: 'claim',
  patient: { reference: 'Patient/ana' },
  provider: { identifier: { system: 'http://hl7.org/fhir/sid/us-npi', value: '1999999018' } },
  item: [
    {
      sequence: 1,
      productOrService: concept(HCPCS, 'J0135'),
      servicedDate: '2024-07-01',
      quantity: { value: 2 },
      net: usd(12.5),
      ...item,
    },
  ],
  ...more,
});

export const bundle = (...resources: readonly object[]) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});

/** Reads resources, one a line. */
export const readResources = (...resources: readonly object[]) =>
  readText(resources.map((resource) => JSON.stringify(resource)).join('\n'));

export const readText = (text: string) => readBytes(new TextEncoder().encode(text));

/** The line of a claim with this item. */
export function lineOf(item: object, more: object = {}) {
  const { claims, problems } = readResources(claim(more, item));
  return { line: claims[0].lines[0], codes: problems.map(({ code }) => code), problems };
}
