import type { Provider } from '../claim.ts';
import { ABSENT_EXTENSION, addressOf } from './systems.ts';

/** Releases of FHIR that are written. */
export type FhirVersion = 'R4' | 'R5';

/** A CodeableConcept. */
export interface Concept {
  readonly coding: readonly { readonly system: string; readonly code: string }[];
  readonly text?: string;
}

export const concept = (system: string, code: string): Concept => ({ coding: [{ system, code }] });

/** A concept, or a reference, of which it is said that there is none. */
export const absentPart = (why: 'unknown' | 'not-applicable'): Concept => concept(addressOf('absent'), why);
export const absentReference = (): object => ({ extension: [{ url: ABSENT_EXTENSION, valueCode: 'unknown' }] });

/** Money of cents: the decimal that is written is the exact amount. */
export const money = (cents: number | null): object | null =>
  cents === null ? null : { value: cents / 100, currency: 'USD' };

/** Without what is not given: FHIR knows no empty elements. */
export const given = <T extends object>(value: T): T =>
  Object.fromEntries(
    Object.entries(value).filter(
      ([, field]) =>
        field !== null &&
        field !== undefined &&
        field !== '' &&
        !(Array.isArray(field) && field.length === 0) &&
        !isEmpty(field),
    ),
  ) as T;

const isEmpty = (field: unknown): boolean =>
  typeof field === 'object' && field !== null && !Array.isArray(field) && Object.keys(field).length === 0;

/**
 * A reference to a provider by identifier and name. A taxonomy needs a PractitionerRole, which is added to the
 * contained resources.
 */
export function providerPart(provider: Provider, contained: object[]): object {
  const { npi, identifier, taxonomy, name } = provider;
  const value = npi ?? identifier;
  const who = given({
    identifier: value === null ? null : given({ system: npi === null ? null : addressOf('npi'), value }),
    display: name,
  });
  const reference = isEmpty(who) ? absentReference() : who;
  if (taxonomy === null) return reference;
  const specialty = [concept(addressOf('taxonomy'), taxonomy)];
  contained.push({ resourceType: 'PractitionerRole', id: 'billing', organization: reference, specialty });
  return { reference: '#billing' };
}
