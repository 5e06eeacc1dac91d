import type { Claim, ClaimLine } from '../claims/claim.ts';
import { NO_FACTS } from '../claims/facility.ts';
import type { Setting } from '../codes/setting.ts';

/** A line of an example: a code, and units where they are not 1. */
export interface ExampleLine {
  readonly code: string;
  readonly units?: number;
}

/**
 * A claim of nobody, to show a rule on: the lines of one provider on one day.
 *
 * @example
 * exampleClaim([{ code: '11042' }, { code: '97597' }], { on: '2024-07-01', setting: 'professional' })
 */
export function exampleClaim(
  lines: readonly ExampleLine[],
  { on, setting }: { readonly on: string; readonly setting: Setting },
): Claim {
  const isOutpatient = setting === 'outpatient';
  return {
    id: 'EXAMPLE',
    type: isOutpatient ? 'institutional' : 'professional',
    setting,
    frequency: '1',
    originalReference: '',
    placeOfService: isOutpatient ? '' : '11',
    charge: null,
    billingProvider: { npi: '1234567893', identifier: null, taxonomy: null, name: '' },
    renderingProvider: null,
    referringProvider: null,
    subscriber: { memberId: 'EXAMPLE', lastName: '', firstName: '', birthDate: null, sex: null },
    patient: null,
    payer: null,
    diagnoses: [],
    institutional: isOutpatient ? { ...NO_FACTS, typeOfBill: '131' } : null,
    lines: lines.map((line, i) => lineOf(line, i + 1, on)),
  };
}

const lineOf = ({ code, units = 1 }: ExampleLine, number: number, on: string): ClaimLine => ({
  number,
  revenueCode: '',
  code,
  qualifier: 'HC',
  modifiers: [],
  description: '',
  units,
  unitBasis: 'UN',
  charge: null,
  from: on,
  to: on,
  placeOfService: '',
  diagnosisPointers: [],
  renderingProvider: null,
  drug: null,
  controlNumber: '',
});
