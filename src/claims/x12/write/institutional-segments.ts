import { dollars } from '../../../money.ts';
import type { Claim, InstitutionalFacts } from '../../claim.ts';
import type { Segment } from './form.ts';
import { providerSegments } from './party-segments.ts';
import { compact, range } from './values.ts';

/** Composites that one HI segment holds. */
export const MOST_CODES = 12;

/** DTP and CL1 of loop 2300. */
export function stay(facts: InstitutionalFacts): Segment[] {
  const { statementFrom, statementTo, admissionDate, admissionHour, dischargeHour } = facts;
  const cl1 = [facts.admissionType, facts.admissionSource, facts.patientStatus];
  return [
    ...(dischargeHour === '' ? [] : [['DTP', '096', 'TM', dischargeHour]]),
    // The guide wants a range even for a single day.
    ...(statementFrom === null ? [] : [['DTP', '434', 'RD8', range(statementFrom, statementTo)]]),
    ...(admissionDate === null
      ? []
      : [['DTP', '435', admissionHour === '' ? 'D8' : 'DT', compact(admissionDate) + admissionHour]]),
    ...(cl1.every((code) => code === '') ? [] : [['CL1', ...cl1]]),
  ];
}

/** HI of loop 2300: diagnoses in their order, a segment for each run of one qualifier; then the other codes. */
export function institutionalCodes({ diagnoses }: Claim, facts: InstitutionalFacts): Segment[] {
  const codes: string[][] = [
    ...diagnoses.map(({ qualifier, code, presentOnAdmission = '' }) => [
      ...[qualifier, code, '', '', '', '', '', '', presentOnAdmission],
    ]),
    ...(facts.drg === '' ? [] : [['DR', facts.drg]]),
    ...facts.procedures.map(({ qualifier, code, date }) => [qualifier, code, ...day(date)]),
    ...facts.occurrenceSpans.map(({ code, from, to }) => [
      ...['BI', code, from === null ? '' : 'RD8', from === null ? '' : range(from, to)],
    ]),
    ...facts.occurrences.map(({ code, date }) => ['BH', code, ...day(date)]),
    ...facts.values.map(({ code, amount }) => ['BE', code, '', '', dollars(amount)]),
    ...facts.conditions.map((code) => ['BG', code]),
  ];
  const segments: string[][][] = [];
  for (const code of codes) {
    const open = segments.at(-1);
    if (open !== undefined && open[0][0] === code[0] && open.length < MOST_CODES) open.push(code);
    else segments.push([code]);
  }
  return segments.map((composites) => ['HI', ...composites]);
}

/** NM1 of loop 2310, in the guide's order. */
export const institutionalProviders = (claim: Claim, facts: InstitutionalFacts): Segment[] => [
  ...providerSegments('71', facts.attendingProvider, 'AT'),
  ...providerSegments('72', facts.operatingProvider),
  ...providerSegments('ZZ', facts.otherOperatingProvider),
  ...providerSegments('77', claim.serviceFacility ?? null),
  ...providerSegments('82', claim.renderingProvider),
  ...providerSegments('DN', claim.referringProvider),
];

const day = (date: string | null): string[] => (date === null ? [] : ['D8', compact(date)]);
