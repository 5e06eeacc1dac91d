import { dollars } from '../../../money.ts';
import type { Claim, ClaimLine } from '../../claim.ts';
import type { Segment } from './form.ts';
import { institutionalCodes, institutionalProviders, MOST_CODES, stay } from './institutional-segments.ts';
import { address, demographics, personName, providerName, providerSegments } from './party-segments.ts';
import { dates, plain } from './values.ts';

/** SV101-3 to SV101-6. */
const SLOTS = [0, 1, 2, 3];

/** A claim's segments from its billing provider's level on, and the number of the last level. */
export interface ClaimSegments {
  readonly segments: readonly Segment[];
  readonly lastLevel: number;
}

/**
 * A claim as segments of an 837P or 837I, with a hierarchy of its own. What a claim does not hold (addresses, tax
 * numbers, signatures' dates) is not made up: a payer asks for more than this.
 * @param lastLevel HL01 of the level before
 */
export function claimSegments(claim: Claim, lastLevel: number): ClaimSegments {
  const billing = lastLevel + 1;
  const subscriber = billing + 1;
  const { patient } = claim;
  const segments: Segment[] = [
    ...billingLevel(claim, billing),
    ...subscriberLevel(claim, subscriber, billing),
    ...(patient === null
      ? []
      : [
          ['HL', String(subscriber + 1), String(subscriber), '23', '0'],
          ['PAT', '19'],
          personName('QC', patient),
          ...demographics(patient),
        ]),
    ...(claim.institutional === null ? professionalClaim(claim) : institutionalClaim(claim)),
    ...claim.lines.flatMap((line) => lineSegments(line, claim.institutional !== null)),
  ];
  return { segments, lastLevel: patient === null ? subscriber : subscriber + 1 };
}

function billingLevel({ billingProvider }: Claim, level: number): Segment[] {
  const { taxonomy } = billingProvider;
  return [
    ['HL', String(level), '', '20', '1'],
    ...(taxonomy === null ? [] : [['PRV', 'BI', 'PXC', taxonomy]]),
    providerName('85', billingProvider),
    ...address(billingProvider),
  ];
}

function subscriberLevel({ subscriber, payer, patient }: Claim, level: number, parent: number): Segment[] {
  const isPatient = patient === null;
  return [
    ['HL', String(level), String(parent), '22', isPatient ? '0' : '1'],
    ['SBR', 'P', isPatient ? '18' : '', '', '', '', '', '', '', payer?.filingIndicator ?? ''],
    personName('IL', subscriber),
    ...demographics(subscriber),
    ...(payer === null ? [] : [['NM1', 'PR', '2', payer.name, '', '', '', '', 'PI', payer.identifier]]),
  ];
}

function professionalClaim(claim: Claim): Segment[] {
  const place = [claim.placeOfService, 'B', claim.frequency];
  const codes = claim.diagnoses.map(({ qualifier, code }) => [qualifier, code]);
  const health: Segment[] = [];
  for (let at = 0; at < codes.length; at += MOST_CODES) health.push(['HI', ...codes.slice(at, at + MOST_CODES)]);
  return [
    ['CLM', claim.id, dollars(claim.charge), '', '', place, 'Y', 'A', 'Y', 'Y'],
    ...reference('F8', claim.originalReference),
    ...reference('X4', claim.cliaNumber ?? ''),
    ...health,
    ...providerSegments('DN', claim.referringProvider),
    ...providerSegments('82', claim.renderingProvider),
    ...providerSegments('77', claim.serviceFacility ?? null),
  ];
}

function institutionalClaim(claim: Claim): Segment[] {
  const { institutional: facts } = claim;
  if (facts === null) return [];
  const bill = [facts.typeOfBill.slice(0, 2), 'A', claim.frequency];
  return [
    ['CLM', claim.id, dollars(claim.charge), '', '', bill, '', 'A', 'Y', 'Y'],
    ...stay(facts),
    ...reference('F8', claim.originalReference),
    ...institutionalCodes(claim, facts),
    ...institutionalProviders(claim, facts),
  ];
}

function lineSegments(line: ClaimLine, isInstitutional: boolean): Segment[] {
  const { drug } = line;
  const measures = [dollars(line.charge), line.unitBasis, plain(line.units)];
  const service: Segment = isInstitutional
    ? ['SV2', line.revenueCode, procedure(line), ...measures]
    : ['SV1', procedure(line), ...measures, line.placeOfService, '', line.diagnosisPointers.map(String)];
  return [
    ['LX', String(line.number)],
    service,
    ...dates('472', line.from, line.to),
    ...reference('6R', line.controlNumber),
    ...reference('X4', line.cliaNumber ?? ''),
    ...(line.note === undefined ? [] : [['NTE', 'ADD', line.note]]),
    ...(drug === null
      ? []
      : [
          ['LIN', '', 'N4', drug.ndc],
          ['CTP', '', '', '', plain(drug.quantity), [drug.unit]],
        ]),
    ...providerSegments('82', line.renderingProvider),
  ];
}

/** Code and modifiers; a fifth modifier stands where the description does, as some senders put it. */
function procedure(line: ClaimLine): readonly string[] {
  const beyond = line.modifiers.length > SLOTS.length ? line.modifiers.slice(SLOTS.length) : [line.description];
  return [line.qualifier, line.code, ...SLOTS.map((slot) => line.modifiers[slot] ?? ''), ...beyond];
}

const reference = (qualifier: string, value: string): Segment[] => (value === '' ? [] : [['REF', qualifier, value]]);
