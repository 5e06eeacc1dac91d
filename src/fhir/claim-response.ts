import type { Claim, ClaimLine } from '../claims/claim.ts';
import { addressOf } from '../claims/fhir/systems.ts';
import type { FhirResource } from '../claims/fhir/write.ts';
import { absentReference, concept, type FhirVersion, given, money } from '../claims/fhir/write-parts.ts';
import type { CheckResult, Finding, LineDisposition } from '../edits/finding.ts';

export interface ClaimResponseOptions {
  readonly version: FhirVersion;
  /** When the answer is made, as FHIR writes it: `2024-07-01` or `2024-07-01T12:00:00Z`. */
  readonly created: string;
}

const CARC = 'https://x12.org/codes/claim-adjustment-reason-codes';
const RARC = 'https://x12.org/codes/remittance-advice-remark-codes';
const GROUP = 'https://x12.org/codes/claim-adjustment-group-codes';
const DENIAL = concept('http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBAdjudicationDiscriminator', 'denialreason');
const SUBMITTED = concept(addressOf('adjudication'), 'submitted');
const NOTE_TYPE = 'http://hl7.org/fhir/note-type';

/**
 * What a check says of a claim, as a FHIR ClaimResponse: the disposition of every line with its denial reasons
 * (CARC, RARC), an error for each finding that denies or returns, and a note for every other. Amounts allowed and paid
 * are left out: edits alone were run, and no price.
 *
 * @example
 * claimResponse(claim, checkClaim(codebook, claim), { version: 'R4', created: '2024-07-01' })
 */
export function claimResponse(claim: Claim, result: CheckResult, options: ClaimResponseOptions): FhirResource {
  const { version, created } = options;
  const sequences = sequencesOf(claim.lines);
  const placed = result.findings.map((finding) => ({ finding, line: lineOf(claim, finding) }));
  const notes = placed.filter(({ finding }) => !objects(finding)).map((each, i) => ({ ...each, number: i + 1 }));
  return {
    resourceType: 'ClaimResponse',
    ...given({
      meta: { tag: [{ system: 'urn:columnone:codebook', code: result.codebook }] },
      status: 'active',
      type: concept(addressOf('claimType'), claim.type),
      use: 'claim',
      patient: patientOf(claim),
      created,
      insurer: insurerOf(claim),
      requestor: requestorOf(claim),
      request: requestOf(claim),
      outcome: outcomeOf(result),
      disposition: dispositionOf(result),
      item: claim.lines.map((line, at) => ({
        itemSequence: sequences[at],
        ...given({ noteNumber: notes.filter((note) => note.line === at).map(({ number }) => number) }),
        adjudication: adjudicationOf(
          line,
          result.lines[at],
          placed.filter((each) => each.line === at).map(({ finding }) => finding),
        ),
      })),
      total: claim.charge === null ? null : [{ category: SUBMITTED, amount: money(claim.charge) }],
      processNote: notes.map(({ finding, number }) => ({ number, type: noteTypeOf(version), text: finding.message })),
      error: placed
        .filter(({ finding }) => objects(finding))
        .map(({ finding, line }) => given({ itemSequence: line < 0 ? null : sequences[line], code: codeOf(finding) })),
    }),
  };
}

/** Whether a finding is why a line is not paid as it stands. */
const objects = ({ outcome }: Finding): boolean => outcome === 'deny' || outcome === 'return';

/** Item numbers: those of the lines, or their positions where two lines have one number or a line has none. */
function sequencesOf(lines: readonly ClaimLine[]): readonly number[] {
  const numbers = lines.map(({ number }) => number);
  const areUsable = new Set(numbers).size === numbers.length && numbers.every((number) => number > 0);
  return areUsable ? numbers : numbers.map((_, at) => at + 1);
}

/** Index of the line that a finding is about, by number and, where several have it, by code; -1 for the whole claim. */
function lineOf({ lines }: Claim, { line, code }: Finding): number {
  if (line === null) return -1;
  const exact = lines.findIndex((each) => each.number === line && each.code.trim().toUpperCase() === code);
  return exact >= 0 ? exact : lines.findIndex(({ number }) => number === line);
}

/** The submitted charge, what becomes of the line, and why it is denied. */
function adjudicationOf(line: ClaimLine, decided: LineDisposition, findings: readonly Finding[]): object[] {
  const { disposition } = decided;
  return [
    given({ category: SUBMITTED, amount: money(line.charge) }),
    {
      category: concept('urn:columnone:adjudication', 'disposition'),
      reason: concept('urn:columnone:disposition', disposition),
    },
    ...reasonsOf(findings.filter(objects)),
  ];
}

/** Each pair of group and CARC once, each RARC once. */
function reasonsOf(findings: readonly Finding[]): object[] {
  const adjustments = findings.flatMap(({ group, carc }) =>
    carc === null ? [] : [[...(group === null ? [] : [{ system: GROUP, code: group }]), { system: CARC, code: carc }]],
  );
  const remarks = findings.flatMap(({ rarc }) => (rarc === null ? [] : [[{ system: RARC, code: rarc }]]));
  const distinct = new Map([...adjustments, ...remarks].map((coding) => [JSON.stringify(coding), coding]));
  return [...distinct.values()].map((coding) => ({ category: DENIAL, reason: { coding } }));
}

const codeOf = ({ edit, reason, message }: Finding): object => ({
  ...concept('urn:columnone:edit', `${edit}.${reason}`),
  text: message,
});

/** R4 has a code, R5 a concept. */
const noteTypeOf = (version: FhirVersion): unknown => (version === 'R4' ? 'display' : concept(NOTE_TYPE, 'display'));

/** `error` where no line could be processed, `partial` where some could not or an edit could not run. */
function outcomeOf({ lines, findings }: CheckResult): 'complete' | 'partial' | 'error' {
  const returned = lines.filter(({ disposition }) => disposition === 'return').length;
  if (returned > 0 && returned === lines.length) return 'error';
  return returned > 0 || findings.some(isNotRun) ? 'partial' : 'complete';
}

const isNotRun = ({ reason }: Finding): boolean => reason === 'no-data';

function dispositionOf({ lines, findings }: CheckResult): string {
  const count = (disposition: LineDisposition['disposition']): number =>
    lines.filter((line) => line.disposition === disposition).length;
  const notRun = [...new Set(findings.filter(isNotRun).map(({ edit }) => edit))];
  return [
    `Lines: ${lines.length}; denied ${count('deny')}, returned ${count('return')}, to review ${count('review')}.`,
    ...(notRun.length === 0 ? [] : [`Without data, so not (fully) run: ${notRun.join(', ')}.`]),
    'HCPCS claim edits alone were run: no eligibility, price or benefit was determined.',
  ].join(' ');
}

/** The resource that was given, by its id, or the claim by its number. */
function requestOf({ id, place }: Claim): object {
  const resource = place?.resource;
  const isNamed = resource !== undefined && resource.type === 'Claim' && resource.id !== '';
  return isNamed ? { reference: `Claim/${resource.id}` } : { type: 'Claim', identifier: { value: id } };
}

function patientOf({ place, patient, subscriber }: Claim): object {
  const reference = place?.resource?.patient ?? '';
  if (reference !== '') return { reference };
  const { memberId, lastName, firstName } = patient ?? subscriber;
  const display = [lastName, firstName].filter((text) => text !== '').join(', ');
  return orAbsent(given({ identifier: memberId === '' ? null : { value: memberId }, display }));
}

function insurerOf({ place, payer }: Claim): object {
  const reference = place?.resource?.insurer ?? '';
  if (reference !== '') return { reference };
  const { identifier = '', name = '' } = payer ?? {};
  return orAbsent(given({ identifier: identifier === '' ? null : { value: identifier }, display: name }));
}

function requestorOf({ place, billingProvider }: Claim): object | null {
  const reference = place?.resource?.provider ?? '';
  if (reference !== '') return { reference };
  const { npi, identifier, name } = billingProvider;
  const value = npi ?? identifier;
  const system = npi === null ? '' : addressOf('npi');
  return given({ identifier: value === null ? null : given({ system, value }), display: name });
}

const orAbsent = (reference: object): object => (Object.keys(reference).length === 0 ? absentReference() : reference);
