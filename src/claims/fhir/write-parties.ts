import type { Claim, Payer, Person } from '../claim.ts';
import { addressOf } from './systems.ts';
import { absentReference, concept, type FhirVersion, given } from './write-parts.ts';

interface PartiesPart {
  readonly contained: object[];
  readonly patient: object;
  readonly insurer: object | null;
  readonly insurance: readonly object[];
}

const GENDERS: Readonly<Record<string, string>> = { F: 'female', M: 'male' };
const SUBSCRIBER_RELATIONSHIP = 'http://terminology.hl7.org/CodeSystem/subscriber-relationship';

/** Who is insured, who was treated and who pays: contained resources, and the references to them. */
export function partiesPart(claim: Claim, version: FhirVersion): PartiesPart {
  const { subscriber, patient, payer, placeOfService } = claim;
  const treated = patient === null ? '#subscriber' : '#patient';
  const place = {
    resourceType: 'Location',
    id: 'place',
    type: [concept(addressOf('placeOfService'), placeOfService)],
  };
  return {
    contained: [
      personPart('subscriber', { ...subscriber, memberId: '' }),
      ...(patient === null ? [] : [personPart('patient', patient)]),
      coveragePart(claim, treated, version),
      ...(placeOfService === '' ? [] : [place]),
    ],
    patient: { reference: treated },
    insurer: payer && payerPart(payer),
    insurance: [{ sequence: 1, focal: true, coverage: { reference: '#coverage' } }],
  };
}

function coveragePart({ subscriber, patient, payer }: Claim, treated: string, version: FhirVersion): object {
  const { memberId } = subscriber;
  const payor = payer === null ? absentReference() : payerPart(payer);
  return given({
    resourceType: 'Coverage',
    id: 'coverage',
    status: 'active',
    // R5 requires what R4 does not know.
    kind: version === 'R5' ? 'insurance' : null,
    type: !payer?.filingIndicator ? null : concept(addressOf('filingIndicator'), payer.filingIndicator),
    subscriber: { reference: '#subscriber' },
    subscriberId: memberId === '' ? null : version === 'R4' ? memberId : [{ value: memberId }],
    beneficiary: { reference: treated },
    relationship: concept(SUBSCRIBER_RELATIONSHIP, patient === null ? 'self' : 'other'),
    [version === 'R4' ? 'payor' : 'insurer']: version === 'R4' ? [payor] : payor,
  });
}

const payerPart = ({ identifier, name }: Payer): object => {
  const part = given({ identifier: identifier === '' ? null : { value: identifier }, display: name });
  return Object.keys(part).length === 0 ? absentReference() : part;
};

const personPart = (id: string, { memberId, lastName, firstName, birthDate, sex }: Person): object =>
  given({
    resourceType: 'Patient',
    id,
    identifier:
      memberId === ''
        ? null
        : [{ type: concept('http://terminology.hl7.org/CodeSystem/v2-0203', 'MB'), value: memberId }],
    name:
      lastName === '' && firstName === ''
        ? null
        : [given({ family: lastName, given: firstName === '' ? null : [firstName] })],
    gender: sex === null ? null : (GENDERS[sex] ?? 'unknown'),
    birthDate,
  });
