import { Fhir } from 'fhir/fhir.js';
import r5Repeating from 'fhirpath/fhir-context/r5/path2Repeating.json' with { type: 'json' };
import r5Types from 'fhirpath/fhir-context/r5/path2Type.json' with { type: 'json' };

/**
 * Readers of FHIR that are not ours. R4: the validator of FHIR.js (elements, cardinality, required value sets). R5: the
 * model that HL7's FHIRPath engine is made of (which elements there are, of what type, once or many times), with the
 * required elements of the few resources that are written, which the model does not know.
 */

/** What the R4 validator says against a resource and those contained in it or in a Bundle. */
export function faultsInR4(resource: object): string[] {
  const { messages } = new Fhir().validate(resource, { errorOnUnexpected: true });
  const own = messages
    .filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ location, message }) => `${location}: ${message}`);
  return [...own, ...within(resource).flatMap(faultsInR4)];
}

/** The resources in a resource. */
const within = (resource: object): object[] => {
  const { contained = [], entry = [] } = resource as { contained?: object[]; entry?: { resource: object }[] };
  return [...contained, ...entry.map((each) => each.resource)];
};

const TYPES: Readonly<Record<string, string | { readonly code: string }>> = r5Types;
const REPEATING: ReadonlySet<string> = new Set(r5Repeating);

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  ClaimResponse: ['status', 'type', 'use', 'patient', 'created', 'outcome'],
  'ClaimResponse.item': ['itemSequence'],
  'ClaimResponse.item.adjudication': ['category'],
  'ClaimResponse.error': ['code'],
  'ClaimResponse.processNote': ['text'],
  'ClaimResponse.total': ['category', 'amount'],
  Claim: ['status', 'type', 'use', 'patient', 'created'],
  'Claim.item': ['sequence'],
  'Claim.diagnosis': ['sequence', 'diagnosisCodeableConcept'],
  'Claim.procedure': ['sequence', 'procedureCodeableConcept'],
  'Claim.careTeam': ['sequence', 'provider'],
  'Claim.supportingInfo': ['sequence', 'category'],
  'Claim.insurance': ['sequence', 'focal', 'coverage'],
  Coverage: ['status', 'kind', 'beneficiary'],
  Bundle: ['type'],
};

const CODES: Readonly<Record<string, readonly string[]>> = {
  'ClaimResponse.status': ['active'],
  'ClaimResponse.use': ['claim'],
  'ClaimResponse.outcome': ['complete', 'error', 'partial'],
  'Claim.status': ['active'],
  'Claim.use': ['claim'],
  'Patient.gender': ['male', 'female', 'other', 'unknown'],
};

const DAY = /^\d{4}-\d\d-\d\d$/;
const PRIMITIVES: Readonly<Record<string, (value: unknown) => boolean>> = {
  positiveInt: (value) => Number.isInteger(value) && (value as number) > 0,
  decimal: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  date: (value) => DAY.test(String(value)),
  dateTime: (value) => /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?$/.test(String(value)),
  uri: (value) => typeof value === 'string' && /^\S+$/.test(value),
  code: (value) => typeof value === 'string' && /^\S+( \S+)*$/.test(value),
  string: (value) => typeof value === 'string' && value.trim() !== '',
};

/** What the R5 model says against a resource. */
export function faultsInR5(resource: object): string[] {
  const { resourceType } = resource as { resourceType: string };
  return faultsAt(resourceType, resource, resourceType);
}

function faultsAt(type: string, value: object, path: string): string[] {
  const missing = (REQUIRED[type] ?? []).filter((name) => !(name in value)).map((name) => `${path}.${name}: missing`);
  const elements = Object.entries(value).filter(([name]) => name !== 'resourceType');
  if (elements.length === 0) return [`${path}: empty`];
  return [
    ...missing,
    ...elements.flatMap(([name, element]) => faultsOf(`${type}.${name}`, element, `${path}.${name}`)),
  ];
}

function faultsOf(key: string, element: unknown, path: string): string[] {
  const known = TYPES[key] ?? TYPES[key.replace(/^[A-Z]\w+\.(?=(id|extension|contained)$)/, 'DomainResource.')];
  if (known === undefined) return [`${path}: unexpected`];
  const repeats = REPEATING.has(key);
  if (Array.isArray(element) !== repeats) return [`${path}: ${repeats ? 'is no list' : 'is a list'}`];
  const values: unknown[] = repeats ? (element as unknown[]) : [element];
  if (values.length === 0) return [`${path}: empty`];
  return values.flatMap((value) => faultsInValue(key, typeof known === 'string' ? known : known.code, value, path));
}

function faultsInValue(key: string, type: string, value: unknown, path: string): string[] {
  if (CODES[key]?.includes(String(value)) === false) return [`${path}: not one of ${CODES[key].join(', ')}`];
  if (type === 'Resource') return faultsInR5(value as object);
  if (typeof value === 'object' && value !== null)
    return faultsAt(type === 'BackboneElement' ? key : type, value, path);
  const primitive = type.startsWith('System.') ? 'string' : type;
  return (PRIMITIVES[primitive] ?? PRIMITIVES.string)(value) ? [] : [`${path}: no ${type}`];
}
