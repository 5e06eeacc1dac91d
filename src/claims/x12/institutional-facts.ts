import type { InstitutionalFacts } from '../claim.ts';
import { trim } from '../text.ts';
import type { HealthCode } from './health-codes.ts';
import { centsOf, date, datesOf, find, period, type Segment } from './segments.ts';
import { providerAt } from './whole-provider.ts';

const PROCEDURES: ReadonlySet<string> = new Set(['BBR', 'BBQ', 'BR', 'BQ']);

/**
 * What an 837I says of a claim beside what an 837P does, from its own segments (loops 2300 and 2310).
 * @param codes the composites of their HI segments
 * @param facility the two digits that begin the type of bill, -1 where not given
 */
export function institutionalFacts(
  head: readonly Segment[],
  codes: readonly HealthCode[],
  facility: number,
  frequency: string,
): InstitutionalFacts {
  const [statementFrom, statementTo] = period(head, '434');
  const cl1 = find(head, 'CL1');
  const of = (qualifier: string) => codes.filter((code) => code[0] === qualifier);
  return {
    typeOfBill: facility < 0 ? '' : `${facility}${frequency}`,
    statementFrom,
    statementTo,
    ...admission(head),
    dischargeHour: hourOf(find(head, 'DTP', '096')),
    admissionType: trim(cl1[1] ?? ''),
    admissionSource: trim(cl1[2] ?? ''),
    patientStatus: trim(cl1[3] ?? ''),
    attendingProvider: providerAt(head, '71', 'AT'),
    operatingProvider: providerAt(head, '72'),
    otherOperatingProvider: providerAt(head, 'ZZ'),
    procedures: codes
      .filter(([qualifier]) => PROCEDURES.has(qualifier))
      .map((code) => ({ qualifier: code[0], code: codeOf(code), date: dateOf(code) })),
    values: of('BE').map((code) => ({ code: codeOf(code), amount: centsOf(code[4]) })),
    occurrences: of('BH').map((code) => ({ code: codeOf(code), date: dateOf(code) })),
    occurrenceSpans: of('BI').map((code) => {
      const [from, to] = datesOf(code[2], code[3] ?? '');
      return { code: codeOf(code), from, to };
    }),
    conditions: of('BG').map(codeOf),
    drg: of('DR').map(codeOf)[0] ?? '',
  };
}

const codeOf = (code: HealthCode): string => trim(code[1] ?? '');
const dateOf = ([, , format, text = '']: HealthCode): string | null => datesOf(format, text)[0];

/** DTP*435: a date (D8), or a date and an hour (DT, `YYYYMMDDHHMM`). */
function admission(head: readonly Segment[]): Pick<InstitutionalFacts, 'admissionDate' | 'admissionHour'> {
  const dtp = find(head, 'DTP', '435');
  return { admissionDate: date(dtp[3]?.slice(0, 8)), admissionHour: hourOf(dtp) };
}

/** `HHMM` of a time (TM) or of a date and time (DT). */
function hourOf([, , format, text = '']: Segment): string {
  const hour = format === 'TM' ? text : format === 'DT' ? text.slice(8) : '';
  return /^\d{4}$/.test(hour) ? hour : '';
}
