import { isoDay, NOT_A_DAY, parseDay } from '../../codes/day.ts';
import { SETTINGS } from '../../codes/setting.ts';
import type { Claim, ClaimLine, Diagnosis, Payer, Person, Provider } from '../claim.ts';
import type { CodedClaim } from '../coded-claim.ts';
import { bytesOf, textOf, trim } from '../text.ts';
import type { Context } from './context.ts';
import { cents, decimal, wholeNumber } from './elements.ts';
import { MODIFIERS_OF_COMPOSITE, PLACES_BEYOND } from './service-line.ts';

/** The bytes of a claim and of the levels above it, with the delimiters they are written in. */
export interface ClaimBytes {
  readonly element: number;
  readonly component: number;
  readonly terminator: number;
  readonly levels: { readonly billing: Context; readonly subscriber: Context; readonly patient: Context };
  readonly claimStart: number;
  readonly claimEnd: number;
}

/** A segment as its elements; `[0]` is the id. */
type Segment = readonly string[];

const DIAGNOSES = new Set(['ABK', 'ABF', 'BK', 'BF']);

/** The full claim of the bytes that the reader has just passed. */
export function wholeClaim(source: ClaimBytes, coded: CodedClaim, file: string | undefined): Claim {
  const { billing, subscriber, patient } = source.levels;
  const own = segmentsOf(source, coded.bytes, source.claimStart, source.claimEnd);
  const { head, lines } = byLoop(own);
  const subscriberLevel = segmentsOf(source, subscriber.bytes, subscriber.start, subscriber.end);
  const clm = head[0];
  const clm05 = (clm[5] ?? '').split(character(source.component));
  return {
    id: trim(clm[1] ?? ''),
    setting: SETTINGS[coded.setting],
    frequency: trim(clm05[2] ?? ''),
    placeOfService: trim(clm05[0] ?? ''),
    charge: centsOf(clm[2]),
    billingProvider: billingProvider(segmentsOf(source, billing.bytes, billing.start, billing.end)),
    renderingProvider: renderingProvider(head),
    subscriber: person(subscriberLevel, 'IL') ?? NOBODY,
    patient: person(segmentsOf(source, patient.bytes, patient.start, patient.end), 'QC'),
    payer: payer(subscriberLevel),
    diagnoses: diagnoses(head, character(source.component)),
    lines: lines.map((line, index) => claimLine(line, index, character(source.component))),
    place: { ...(file !== undefined && { file }), segment: coded.segment, offset: coded.offset },
  };
}

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
function byLoop(segments: readonly Segment[]): { head: Segment[]; lines: Segment[][] } {
  const head: Segment[] = [];
  const lines: Segment[][] = [];
  let current = head;
  let serviceRead = false;
  for (const segment of segments) {
    const [id] = segment;
    if (id === 'SBR' && current === head) current = [];
    else if (id === 'LX' || (id === 'SV1' && (lines.length === 0 || serviceRead))) {
      current = [];
      lines.push(current);
      serviceRead = false;
    }
    serviceRead ||= id === 'SV1';
    current.push(segment);
  }
  return { head, lines };
}

function claimLine(segments: readonly Segment[], index: number, component: string): ClaimLine {
  const find = (id: string, qualifier?: string) =>
    segments.find((s) => s[0] === id && (qualifier === undefined || s[1] === qualifier)) ?? [];
  const sv1 = find('SV1');
  const [qualifier = '', code = '', ...rest] = (sv1[1] ?? '').split(component);
  const number = numberOf(wholeNumber, find('LX')[1]);
  const [from, to] = serviceDates(segments);
  return {
    number: number === null || number < 0 ? index + 1 : number,
    code: trim(code),
    qualifier: trim(qualifier),
    ...modifiersAndDescription(rest.map(trim)),
    units: numberOf(decimal, sv1[4]),
    unitBasis: trim(sv1[3] ?? ''),
    charge: centsOf(sv1[2]),
    from,
    to,
    placeOfService: trim(sv1[5] ?? ''),
    diagnosisPointers: pointers(sv1[7], component),
    renderingProvider: renderingProvider(segments),
    drug: drug(segments),
    controlNumber: trim(find('REF', '6R')[2] ?? ''),
  };
}

/** SV101-3 to SV101-8: two letters or digits in the place of the description are a fifth modifier. */
function modifiersAndDescription(parts: readonly string[]): Pick<ClaimLine, 'modifiers' | 'description'> {
  const modifiers = parts.slice(0, MODIFIERS_OF_COMPOSITE);
  const beyond = parts.slice(MODIFIERS_OF_COMPOSITE, MODIFIERS_OF_COMPOSITE + PLACES_BEYOND);
  if (modifiers.length === MODIFIERS_OF_COMPOSITE && modifiers.every((modifier) => modifier !== '')) {
    for (const part of beyond) {
      if (!/^[0-9A-Za-z]{2}$/.test(part)) break;
      modifiers.push(part);
    }
  }
  const description = modifiers.length > MODIFIERS_OF_COMPOSITE ? '' : (parts[MODIFIERS_OF_COMPOSITE] ?? '');
  while (modifiers.at(-1) === '') modifiers.pop();
  return { modifiers, description };
}

/** DTP*472: the first one that gives a date. */
function serviceDates(segments: readonly Segment[]): [string | null, string | null] {
  for (const [id, qualifier, format, period = ''] of segments) {
    if (id !== 'DTP' || qualifier !== '472') continue;
    if (format === 'D8' && period.length === 8 && date(period) !== null) return [date(period), date(period)];
    if (format !== 'RD8' || period.length !== 17 || period[8] !== '-') continue;
    if (date(period.slice(0, 8)) !== null) return [date(period.slice(0, 8)), date(period.slice(9))];
  }
  return [null, null];
}

function date(text: string | undefined): string | null {
  if (text === undefined || !/^\d{8}$/.test(text)) return null;
  const day = parseDay(text);
  return day === NOT_A_DAY ? null : isoDay(day);
}

function pointers(text: string | undefined, component: string): number[] {
  return (text ?? '')
    .split(component)
    .map(trim)
    .filter((pointer) => /^\d{1,2}$/.test(pointer))
    .map(Number);
}

function diagnoses(segments: readonly Segment[], component: string): Diagnosis[] {
  return segments
    .filter(([id]) => id === 'HI')
    .flatMap(([, ...composites]) => composites.map((composite) => composite.split(component)))
    .filter(([qualifier]) => DIAGNOSES.has(qualifier))
    .map(([qualifier, code = '']) => ({ qualifier, code: trim(code).replace('.', '') }));
}

function drug(segments: readonly Segment[]): ClaimLine['drug'] {
  const lin = segments.find(([id, , qualifier]) => id === 'LIN' && qualifier === 'N4');
  if (lin === undefined) return null;
  const ctp = segments.find(([id]) => id === 'CTP') ?? [];
  return { ndc: trim(lin[3] ?? ''), quantity: numberOf(decimal, ctp[4]), unit: trim(ctp[5] ?? '') };
}

function billingProvider(segments: readonly Segment[]): Provider {
  const taxonomy = segments.findLast(([id, qualifier]) => id === 'PRV' && qualifier === 'BI')?.[3];
  return { ...(providerAt(segments, '85') ?? NO_PROVIDER), taxonomy: orNull(taxonomy) };
}

const NO_PROVIDER: Provider = { npi: null, identifier: null, taxonomy: null, name: '' };

/** NM1*82 of the claim or of a line, with the taxonomy that follows it. */
const renderingProvider = (segments: readonly Segment[]): Provider | null => providerAt(segments, '82');

/** The last provider of an entity code, with the PRV and REF that follow it before the next NM1. */
function providerAt(segments: readonly Segment[], entity: string): Provider | null {
  const at = segments.findLastIndex(([id, code]) => id === 'NM1' && code === entity);
  if (at < 0) return null;
  const nm1 = segments[at];
  const next = segments.findIndex(([id], index) => index > at && id === 'NM1');
  const own = segments.slice(at + 1, next < 0 ? undefined : next);
  const references = own.filter(([id]) => id === 'REF').map((ref) => trim(ref[2] ?? ''));
  const identifier = trim(nm1[9] ?? '') || references.find((reference) => reference !== '') || null;
  const isNpi = identifier !== null && /^\d{10}$/.test(identifier) && Number(identifier) > 0;
  return {
    npi: isNpi ? identifier : null,
    identifier: isNpi ? null : identifier,
    taxonomy: orNull(own.findLast(([id, qualifier]) => id === 'PRV' && qualifier === 'PE')?.[3]),
    name: [nm1[3], nm1[4]]
      .map((part) => trim(part ?? ''))
      .filter((part) => part !== '')
      .join(', '),
  };
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

const orNull = (text: string | undefined): string | null => trim(text ?? '') || null;

/** A number that a byte reader finds in the text; null for none, so that both readings of a claim agree. */
function numberOf(
  read: (bytes: Uint8Array, start: number, end: number) => number,
  text: string | undefined,
): number | null {
  const bytes = bytesOf(text ?? '');
  const number = read(bytes, 0, bytes.length);
  return Number.isNaN(number) ? null : number;
}

const centsOf = (text: string | undefined): number | null => numberOf(cents, text);
