import type { Claim, ClaimLine, Person, Provider } from '../../src/claims/claim.ts';

export interface Form837p {
  readonly element: string;
  readonly component: string;
  readonly terminator: string;
  /** What stands between segments. */
  readonly between: string;
}

export const USUAL_FORM: Form837p = { element: '*', component: ':', terminator: '~', between: '\n' };

/** Claims as an 837P file: one interchange, one transaction, a hierarchy of its own for each claim. */
export function write837p(claims: readonly Claim[], form: Form837p = USUAL_FORM): string {
  const segments = [
    ['ST', '837', '0001', '005010X222A1'],
    ['BHT', '0019', '00', 'B1', '20240701', '0900', 'CH'],
  ];
  let level = 0;
  for (const claim of claims) {
    const billing = ++level;
    const subscriber = ++level;
    segments.push(...billingLevel(claim, billing), ...subscriberLevel(claim, subscriber, billing));
    if (claim.patient !== null) segments.push(...patientLevel(claim.patient, ++level, subscriber));
    segments.push(...claimSegments(claim, form.component));
  }
  const body = [
    isa(form.component),
    ['GS', 'HC', 'SUBMITTER01', 'PAYER01', '20240701', '0900', '1', 'X', '005010X222A1'],
    ...segments,
    ['SE', String(segments.length + 1), '0001'],
    ['GE', '1', '1'],
    ['IEA', '1', '000000001'],
  ];
  return body.map((segment) => trimmed(segment).join(form.element) + form.terminator).join(form.between);
}

const isa = (component: string): string[] => [
  ...['ISA', '00', ' '.repeat(10), '00', ' '.repeat(10), 'ZZ', 'SUBMITTER01'.padEnd(15), 'ZZ', 'PAYER01'.padEnd(15)],
  ...['240701', '0900', '^', '00501', '000000001', '0', 'T', component],
];

function trimmed(segment: readonly string[]): readonly string[] {
  let end = segment.length;
  while (segment[end - 1] === '') end--;
  return segment.slice(0, end);
}

function billingLevel({ billingProvider }: Claim, level: number): string[][] {
  const { taxonomy } = billingProvider;
  return [
    ['HL', String(level), '', '20', '1'],
    ...(taxonomy === null ? [] : [['PRV', 'BI', 'PXC', taxonomy]]),
    nm1Provider('85', billingProvider),
    ['N3', '1 MAIN ST'],
    ['NM1', '87', '2'],
    ['REF', 'EI', '123456789'],
  ];
}

function nm1Provider(entity: string, { npi, identifier, name }: Provider): string[] {
  const qualifier = npi !== null ? 'XX' : identifier === null ? '' : 'SV';
  return ['NM1', entity, '2', name, '', '', '', '', qualifier, npi ?? identifier ?? ''];
}

function subscriberLevel({ subscriber, payer, patient }: Claim, level: number, parent: number): string[][] {
  return [
    ['HL', String(level), String(parent), '22', patient === null ? '0' : '1'],
    ['SBR', 'P', '18', '', '', '', '', '', '', payer?.filingIndicator ?? ''],
    nm1Person('IL', subscriber),
    ...demographics(subscriber),
    ...(payer === null ? [] : [['NM1', 'PR', '2', payer.name, '', '', '', '', 'PI', payer.identifier]]),
  ];
}

function patientLevel(patient: Person, level: number, parent: number): string[][] {
  return [
    ['HL', String(level), String(parent), '23', '0'],
    ['PAT', '19'],
    nm1Person('QC', patient),
    ...demographics(patient),
  ];
}

const nm1Person = (entity: string, { lastName, firstName, memberId }: Person): string[] => [
  ...['NM1', entity, '1', lastName, firstName, '', '', '', memberId === '' ? '' : 'MI', memberId],
];

function demographics({ birthDate, sex }: Person): string[][] {
  if (birthDate === null && sex === null) return [];
  return [['DMG', birthDate === null ? '' : 'D8', compact(birthDate), sex ?? '']];
}

function claimSegments(claim: Claim, component: string): string[][] {
  const place = [claim.placeOfService, 'B', claim.frequency].join(component);
  return [
    ['CLM', claim.id, dollars(claim.charge), '', '', place, 'Y', 'A', 'Y', 'Y'],
    ['DTP', '431', 'D8', '20240101'],
    ...diagnosisSegments(claim, component),
    ...providerSegments(claim.renderingProvider),
    ['NM1', '77', '2', 'ANOTHER PLACE', '', '', '', '', 'XX', '1999999984'],
    // Another payer's view, which must leave no trace.
    ['SBR', 'S', '18', '', '', '', '', '', '', 'ZZ'],
    ['NM1', 'IL', '1', 'NOBODY', 'ELSE', '', '', '', 'MI', 'OTHER1'],
    ['NM1', 'PR', '2', 'OTHER PAYER', '', '', '', '', 'PI', 'OTHER9'],
    ['NM1', '82', '1'],
    ['REF', 'G2', 'OTHERREF'],
    ...claim.lines.flatMap((line) => lineSegments(line, component)),
  ];
}

function diagnosisSegments({ diagnoses }: Claim, component: string): string[][] {
  const composites = diagnoses.map(({ qualifier, code }) => `${qualifier}${component}${code}`);
  const segments: string[][] = [];
  for (let at = 0; at < composites.length; at += 12) segments.push(['HI', ...composites.slice(at, at + 12)]);
  return segments;
}

function providerSegments(provider: Provider | null): string[][] {
  if (provider === null) return [];
  const { taxonomy } = provider;
  return [nm1Provider('82', provider), ...(taxonomy === null ? [] : [['PRV', 'PE', 'PXC', taxonomy]])];
}

function lineSegments(line: ClaimLine, component: string): string[][] {
  const { drug } = line;
  const slots = [0, 1, 2, 3].map((slot) => line.modifiers[slot] ?? '');
  const beyond = line.modifiers.length > 4 ? line.modifiers.slice(4) : [line.description];
  const procedure = trimmed([line.qualifier, line.code, ...slots, ...beyond]).join(component);
  const units = line.units === null ? '' : plain(line.units);
  return [
    ['LX', String(line.number)],
    [
      ...['SV1', procedure, dollars(line.charge), line.unitBasis, units, line.placeOfService, ''],
      line.diagnosisPointers.join(component),
    ],
    ...period(line),
    ...(line.controlNumber === '' ? [] : [['REF', '6R', line.controlNumber]]),
    ...(drug === null
      ? []
      : [
          ['LIN', '', 'N4', drug.ndc],
          ['CTP', '', '', '', drug.quantity === null ? '' : plain(drug.quantity), drug.unit],
        ]),
    ...providerSegments(line.renderingProvider),
    ['SVD', 'OTHER9', '40', `HC${component}99999`, '', '9'],
    ['CAS', 'CO', '45', '20'],
    ['DTP', '573', 'D8', '20231231'],
  ];
}

function period({ from, to }: ClaimLine): string[][] {
  if (from === null) return [];
  const single = from === to;
  return [['DTP', '472', single ? 'D8' : 'RD8', single ? compact(from) : `${compact(from)}-${compact(to)}`]];
}

const compact = (date: string | null): string => (date ?? '').replaceAll('-', '');

/** A number without an exponent. */
function plain(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text;
}

function dollars(cents: number | null): string {
  if (cents === null) return '';
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
