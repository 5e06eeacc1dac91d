import { CLAIM_SETTINGS } from '../../codes/setting.ts';
import type { Claim, Payer, Person, Provider } from '../claim.ts';
import type { CodedClaim } from '../coded-claim.ts';
import { textOf, trim } from '../text.ts';
import type { ClaimBytes } from './claim-bytes.ts';
import { compositesOf, diagnosesOf, INSTITUTIONAL_DIAGNOSES, PROFESSIONAL_DIAGNOSES } from './health-codes.ts';
import { institutionalFacts } from './institutional-facts.ts';
import { centsOf, date, find, orNull, type Segment } from './segments.ts';
import { wholeLine } from './whole-line.ts';
import { NO_PROVIDER, providerAt } from './whole-provider.ts';

/** The full claim of the bytes that the reader has just passed. */
export function wholeClaim(source: ClaimBytes, coded: CodedClaim, file: string | undefined): Claim {
  const { billing, subscriber, patient } = source.levels;
  const own = segmentsOf(source, coded.bytes, source.claimStart, source.claimEnd);
  const { isInstitutional } = coded;
  const services = isInstitutional ? INSTITUTIONAL_SERVICES : PROFESSIONAL_SERVICES;
  const { head, lines } = byLoop(own, services);
  const subscriberLevel = segmentsOf(source, subscriber.bytes, subscriber.start, subscriber.end);
  const clm = head[0];
  const component = character(source.component);
  const clm05 = (clm[5] ?? '').split(component);
  const codes = compositesOf(head, component);
  return {
    id: trim(clm[1] ?? ''),
    type: isInstitutional ? 'institutional' : 'professional',
    setting: CLAIM_SETTINGS[coded.setting],
    frequency: trim(clm05[2] ?? ''),
    originalReference: trim(find(head, 'REF', 'F8')[2] ?? ''),
    placeOfService: isInstitutional ? '' : trim(clm05[0] ?? ''),
    charge: centsOf(clm[2]),
    billingProvider: billingProvider(segmentsOf(source, billing.bytes, billing.start, billing.end)),
    renderingProvider: providerAt(head, '82'),
    referringProvider: providerAt(head, 'DN'),
    ...given('serviceFacility', providerAt(head, '77')),
    ...given('cliaNumber', trim(find(head, 'REF', 'X4')[2] ?? '')),
    subscriber: person(subscriberLevel, 'IL') ?? NOBODY,
    patient: person(segmentsOf(source, patient.bytes, patient.start, patient.end), 'QC'),
    payer: payer(subscriberLevel),
    diagnoses: diagnosesOf(codes, isInstitutional ? INSTITUTIONAL_DIAGNOSES : PROFESSIONAL_DIAGNOSES),
    institutional: isInstitutional ? institutionalFacts(head, codes, coded.facility, trim(clm05[2] ?? '')) : null,
    lines: lines.map((line, index) => wholeLine(line, index, component, services)),
    place: { ...(file !== undefined && { file }), segment: coded.segment, offset: coded.offset },
  };
}

/** Segments that a service line has; an institutional one with SV1 is read all the same. */
const PROFESSIONAL_SERVICES = ['SV1'];
const INSTITUTIONAL_SERVICES = ['SV2', 'SV1'];

/** A field of the name, where there is anything to put into it. */
const given = <Name extends string, Value>(name: Name, value: Value | null | '') =>
  (value === null || value === '' ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };

const NOBODY: Person = { memberId: '', lastName: '', firstName: '', birthDate: null, sex: null };
const character = (byte: number): string => String.fromCharCode(byte);

function segmentsOf(source: ClaimBytes, bytes: Uint8Array, start: number, end: number): Segment[] {
  return (
    textOf(bytes, start, end)
      .split(character(source.terminator))
      .map(withoutLeadingBlanks)
      .map((segment) => segment.split(character(source.element)))
      // What has no element is none of the segments that count.
      .filter((segment) => segment.length > 1)
  );
}

/** As the reader of bytes passes over blanks between segments; those at an element's end are the element's. */
function withoutLeadingBlanks(segment: string): string {
  let start = 0;
  while (start < segment.length && segment.charCodeAt(start) <= 32) start++;
  return segment.slice(start);
}

/** The claim's own segments, without those of other payers (from SBR on), and those of each line. */
function byLoop(segments: readonly Segment[], services: readonly string[]): { head: Segment[]; lines: Segment[][] } {
  const head: Segment[] = [];
  const lines: Segment[][] = [];
  let current = head;
  let serviceRead = false;
  for (const segment of segments) {
    const [id] = segment;
    if (id === 'SBR' && current === head) current = [];
    else if (id === 'LX' || (services.includes(id) && (lines.length === 0 || serviceRead))) {
      current = [];
      lines.push(current);
      serviceRead = false;
    }
    serviceRead ||= services.includes(id);
    current.push(segment);
  }
  return { head, lines };
}

function billingProvider(segments: readonly Segment[]): Provider {
  const taxonomy = segments.findLast(([id, qualifier]) => id === 'PRV' && qualifier === 'BI')?.[3];
  return { ...(providerAt(segments, '85') ?? NO_PROVIDER), taxonomy: orNull(taxonomy) };
}

function person(segments: readonly Segment[], entity: string): Person | null {
  const at = segments.findIndex(([id, code]) => id === 'NM1' && code === entity);
  if (at < 0) return null;
  const nm1 = segments[at];
  const dmg = segments.slice(at + 1).find(([id]) => id === 'DMG') ?? [];
  return {
    memberId: trim(nm1[9] ?? ''),
    lastName: trim(nm1[3] ?? ''),
    firstName: trim(nm1[4] ?? ''),
    birthDate: date(dmg[2]),
    sex: orNull(dmg[3]),
  };
}

function payer(segments: readonly Segment[]): Payer | null {
  const nm1 = segments.find(([id, code]) => id === 'NM1' && code === 'PR');
  const filingIndicator = trim(segments.find(([id]) => id === 'SBR')?.[9] ?? '');
  if (nm1 === undefined && filingIndicator === '') return null;
  return { identifier: trim(nm1?.[9] ?? ''), name: trim(nm1?.[3] ?? ''), filingIndicator };
}
