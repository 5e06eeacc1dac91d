import { settingOfBill } from '../codes/type-of-bill.ts';
import type { InstitutionalFacts } from './claim.ts';

/**
 * The facility type that begins a type of bill, two digits as a number; -1 for none. With a leading zero, as on the
 * paper form (`0131`), or without.
 */
export const facilityOf = (typeOfBill: string): number => {
  const digits = /^0?([1-9]\d)/.exec(typeOfBill)?.[1];
  return digits === undefined ? -1 : Number(digits);
};

/** The setting that a type of bill puts a claim in. */
export const settingOfFacts = ({ typeOfBill }: InstitutionalFacts) => settingOfBill(facilityOf(typeOfBill));

/** Facts of an institutional claim of which nothing is known. */
export const NO_FACTS: InstitutionalFacts = {
  typeOfBill: '',
  statementFrom: null,
  statementTo: null,
  admissionDate: null,
  admissionHour: '',
  dischargeHour: '',
  admissionType: '',
  admissionSource: '',
  patientStatus: '',
  attendingProvider: null,
  operatingProvider: null,
  otherOperatingProvider: null,
  procedures: [],
  values: [],
  occurrences: [],
  occurrenceSpans: [],
  conditions: [],
  drg: '',
};

/** Facts whose type of bill ends in a frequency, whether or not it was written with one. */
export const withFrequency = (facts: InstitutionalFacts, frequency: string): InstitutionalFacts =>
  facts.typeOfBill === '' ? facts : { ...facts, typeOfBill: facts.typeOfBill.slice(0, 2) + frequency };

/** Whether a frequency is another than the type of bill ends in. */
export const contradicts = ({ typeOfBill }: InstitutionalFacts, frequency: string): boolean =>
  typeOfBill.length > 2 && typeOfBill.slice(2) !== frequency;

/** A revenue code as a number, -1 for what is none: up to four digits. */
export const revenueNumber = (text: string): number => (/^\d{1,4}$/.test(text) ? Number(text) : -1);
