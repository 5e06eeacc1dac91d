import { withDot } from '../../codes/diagnosis.ts';
import type { Claim, ClaimLine, Diagnosis, Provider } from '../claim.ts';
import { settingOfFacts } from '../facility.ts';
import type { TeamRole } from './care-team.ts';
import { addressOf, QUALIFIER_SYSTEM, TRACE_NUMBER_EXTENSION } from './systems.ts';
import { supportingInfoPart } from './write-facts.ts';
import { partiesPart } from './write-parties.ts';
import { absentPart, type Concept, concept, type FhirVersion, given, money, providerPart } from './write-parts.ts';

export interface WriteClaimOptions {
  readonly version: FhirVersion;
  /** When the resource is made, as FHIR writes it: `2024-07-01` or `2024-07-01T12:00:00Z`. */
  readonly created: string;
}

/** A FHIR resource as JSON. */
export interface FhirResource {
  readonly resourceType: string;
  readonly [element: string]: unknown;
}

/**
 * A claim as a FHIR Claim that `readClaims` takes back as the same claim. People, coverage and payer are contained;
 * what FHIR has no element for stands in supporting information with codes of the NUBC, of X12 or, last, of our own.
 *
 * @example
 * JSON.stringify(claimResource(claim, { version: 'R4', created: '2024-07-01' }))
 */
export function claimResource(claim: Claim, { version, created }: WriteClaimOptions): FhirResource {
  const team = new Team(version);
  const { contained, ...parties } = partiesPart(claim, version);
  const items = claim.lines.map((line) => itemPart(line, team, version));
  const facts = claim.institutional;
  return {
    resourceType: 'Claim',
    ...given({
      contained,
      identifier: [{ value: claim.id }],
      status: 'active',
      type: concept(addressOf('claimType'), claim.type),
      subType: settingPart(claim),
      use: 'claim',
      billablePeriod: facts && given({ start: facts.statementFrom, end: facts.statementTo }),
      created,
      provider: providerPart(claim.billingProvider, contained),
      priority: concept('http://terminology.hl7.org/CodeSystem/processpriority', 'normal'),
      ...parties,
      related: relatedPart(claim),
      facility: claim.placeOfService === '' ? null : { reference: '#place' },
      careTeam: team.ofClaim(claim),
      supportingInfo: supportingInfoPart(claim),
      diagnosis: claim.diagnoses.map(diagnosisPart),
      procedure: facts?.procedures.map(({ qualifier, code, date }, at) => ({
        sequence: at + 1,
        ...given({ type: qualifier.endsWith('R') ? [concept(PROCEDURE_TYPE, 'primary')] : null, date }),
        procedureCodeableConcept: concept(addressOf(qualifier.startsWith('BB') ? 'icd10pcs' : 'icd9cm'), code),
      })),
      item: items,
      total: money(claim.charge),
    }),
  };
}

const PROCEDURE_TYPE = 'http://terminology.hl7.org/CodeSystem/ex-procedure-type';
const DIAGNOSIS_TYPE = 'http://terminology.hl7.org/CodeSystem/ex-diagnosistype';

/** The setting, where it is another than the rest of the claim tells. */
function settingPart({ setting, institutional }: Claim): Concept | null {
  const told = institutional === null ? 'professional' : settingOfFacts(institutional);
  const isTold = institutional === null || institutional.typeOfBill !== '';
  return isTold && setting === told ? null : concept(addressOf('setting'), setting);
}

const relatedPart = ({ originalReference }: Claim): object[] | null =>
  originalReference === ''
    ? null
    : [
        {
          relationship: concept('http://terminology.hl7.org/CodeSystem/ex-relatedclaimrelationship', 'prior'),
          reference: { value: originalReference },
        },
      ];

const DIAGNOSIS_TYPES: Readonly<Record<string, string>> = {
  K: 'principal',
  F: 'other',
  J: 'admitting',
  N: 'externalcauseofinjury',
};

/** ABK, BK; ABF, BF; ABJ, BJ; ABN, BN; and APR, PR for the reason of the visit. */
function diagnosisPart({ qualifier, code, presentOnAdmission }: Diagnosis, at: number): object {
  const isTenth = qualifier.startsWith('A');
  const type = qualifier.endsWith('PR') ? 'patientreasonforvisit' : (DIAGNOSIS_TYPES[qualifier.slice(-1)] ?? 'other');
  return given({
    sequence: at + 1,
    diagnosisCodeableConcept: concept(addressOf(isTenth ? 'icd10cm' : 'icd9cm'), isTenth ? withDot(code) : code),
    type: [concept(type === 'other' ? CARIN_DIAGNOSIS_TYPE : DIAGNOSIS_TYPE, type)],
    onAdmission: presentOnAdmission === undefined ? null : concept(addressOf('presentOnAdmission'), presentOnAdmission),
  });
}

const CARIN_DIAGNOSIS_TYPE = 'http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBClaimDiagnosisType';

function itemPart(line: ClaimLine, team: Team, version: FhirVersion): object {
  const { from, to, renderingProvider } = line;
  const trace = line.controlNumber === '' ? null : { value: line.controlNumber };
  return given({
    extension: trace && version === 'R4' ? [{ url: TRACE_NUMBER_EXTENSION, valueIdentifier: trace }] : null,
    sequence: line.number,
    traceNumber: trace && version === 'R5' ? [trace] : null,
    careTeamSequence: renderingProvider && [team.sequenceOf('rendering', renderingProvider)],
    diagnosisSequence: line.diagnosisPointers,
    revenue: line.revenueCode === '' ? null : concept('https://www.nubc.org/CodeSystem/RevenueCodes', line.revenueCode),
    productOrService: given({ ...servicePart(line), text: line.description }),
    modifier: line.modifiers.map((modifier) =>
      modifier === '' ? absentPart('not-applicable') : modifierPart(modifier),
    ),
    servicedDate: from !== null && from === to ? from : null,
    servicedPeriod: from !== null && from !== to ? given({ start: from, end: to }) : null,
    locationCodeableConcept:
      line.placeOfService === '' ? null : concept(addressOf('placeOfService'), line.placeOfService),
    quantity: quantityPart(line.units, line.unitBasis, 'UN'),
    net: money(line.charge),
    detail: line.drug && [drugPart(line.drug)],
  });
}

function servicePart({ code, qualifier }: ClaimLine): Concept {
  if (code === '') return qualifier === '' ? absentPart('not-applicable') : concept(addressOf('fact'), qualifier);
  if (qualifier === 'HP') return concept(addressOf('hipps'), code);
  if (qualifier !== 'HC') return concept(`${QUALIFIER_SYSTEM}${qualifier}`, code);
  return concept(addressOf(isLevelOne(code) ? 'cpt' : 'hcpcs'), code);
}

const isLevelOne = (code: string): boolean => /^\d/.test(code);

/** Modifiers of two digits are the AMA's. */
const modifierPart = (modifier: string): Concept =>
  concept(addressOf(/^\d\d$/.test(modifier) ? 'cpt' : 'hcpcs'), modifier);

const drugPart = ({ ndc, quantity, unit }: NonNullable<ClaimLine['drug']>): object =>
  given({ sequence: 1, productOrService: concept(addressOf('ndc'), ndc), quantity: quantityPart(quantity, unit, '') });

/** A quantity in X12's units, without one where it is the usual. */
function quantityPart(value: number | null, unit: string, usual: string): object | null {
  if (unit === usual) return value === null ? null : { value };
  if (unit === '') return given({ value, system: addressOf('fact'), code: 'no-unit' });
  return given({ value, system: addressOf('unitOfX12'), code: unit });
}

/** Gathers the care team: each provider once in each role. */
class Team {
  private readonly version: FhirVersion;
  private readonly members: object[] = [];
  private readonly sequences = new Map<string, number>();

  constructor(version: FhirVersion) {
    this.version = version;
  }

  /** The sequence number of a line's own provider. */
  sequenceOf(role: TeamRole, provider: Provider): number {
    const key = `${role} ${JSON.stringify(provider)}`;
    const known = this.sequences.get(key);
    if (known !== undefined) return known;
    this.sequences.set(key, this.add(role, provider));
    return this.members.length;
  }

  /** The whole team, those of the claim added to those of the lines. */
  ofClaim(claim: Claim): readonly object[] {
    const facts = claim.institutional;
    const roles: readonly (readonly [TeamRole, Provider | null | undefined])[] = [
      ['rendering', claim.renderingProvider],
      ['referring', claim.referringProvider],
      ['attending', facts?.attendingProvider],
      ['operating', facts?.operatingProvider],
      ['otherOperating', facts?.otherOperatingProvider],
    ];
    for (const [role, provider] of roles) if (provider != null) this.add(role, provider);
    return this.members;
  }

  private add(role: TeamRole, provider: Provider): number {
    const { taxonomy, ...rest } = provider;
    return this.members.push(
      given({
        sequence: this.members.length + 1,
        provider: providerPart({ ...rest, taxonomy: null }, []),
        role: concept(addressOf('careTeamRole'), role.toLowerCase()),
        [this.version === 'R4' ? 'qualification' : 'specialty']:
          taxonomy === null ? null : concept(addressOf('taxonomy'), taxonomy),
      }),
    );
  }
}
