import { z } from 'zod';
import { CLAIM_SETTINGS, type ClaimSetting, type Setting } from '../../codes/setting.ts';
import type { Claim, ClaimType, InstitutionalFacts } from '../claim.ts';
import { contradicts, facilityOf, NO_FACTS, settingOfFacts, withFrequency } from '../facility.ts';
import { amountOf, dateOf, modifiersOf, numberOf, pointersOf } from '../values.ts';

/**
 * What a claim looks like in JSON. Only `id` and, on each line, `code` are needed; `docs/claim-formats.md`
 * describes every field. Money is dollars here and integer cents in `Claim`. Unknown fields are refused,
 * because a misspelt one would else be lost in silence.
 */

const text = z.union([z.string(), z.number()]).transform((value) => String(value).trim());
const optionalText = text.nullish().transform((value) => value ?? '');
const orNull = optionalText.transform((value) => value || null);

/** Runs a reader of values that gives `undefined` for what it cannot read. */
const readAs = <T>(read: (text: string) => T | undefined, expected: string) =>
  optionalText.transform((value, context): T | null => {
    if (value === '') return null;
    const result = read(value);
    if (result !== undefined) return result;
    context.addIssue({ code: 'custom', message: `is not ${expected}` });
    return z.NEVER;
  });

const date = readAs((value) => dateOf(value), 'a date (YYYY-MM-DD)');
const amount = readAs(amountOf, 'an amount of dollars with at most two decimals');
const number = readAs(numberOf, 'a number');

const list = <T>(read: (text: string) => readonly T[] | undefined, item: z.ZodType<T>, expected: string) =>
  z
    .union([z.array(item), text])
    .nullish()
    .transform((value, context): readonly T[] => {
      if (value === null || value === undefined) return [];
      if (typeof value !== 'string') return value;
      const result = read(value);
      if (result !== undefined) return result;
      context.addIssue({ code: 'custom', message: `is not ${expected}` });
      return z.NEVER;
    });

const isNpi = (value: string): boolean => /^\d{10}$/.test(value);
const providerOf = (value: string) => ({
  npi: isNpi(value) ? value : null,
  identifier: isNpi(value) ? null : value,
  taxonomy: null,
  name: '',
});
const NO_PROVIDER = { npi: null, identifier: null, taxonomy: null, name: '' };
const provider = z.union([
  text.transform(providerOf),
  z
    .strictObject({
      npi: orNull,
      identifier: orNull,
      taxonomy: orNull,
      name: optionalText,
      state: optionalText,
      postalCode: optionalText,
    })
    .transform(({ state, postalCode, ...provider }) => ({
      ...provider,
      ...(state !== '' && { state }),
      ...(postalCode !== '' && { postalCode }),
    })),
]);

const NOBODY = { memberId: '', lastName: '', firstName: '', birthDate: null, sex: null };
const person = z.strictObject({
  memberId: optionalText,
  lastName: optionalText,
  firstName: optionalText,
  birthDate: date,
  sex: orNull,
});

const payer = z.strictObject({ identifier: optionalText, name: optionalText, filingIndicator: optionalText });
const diagnosis = z.union([
  text.transform((code) => ({ qualifier: '', code, presentOnAdmission: '' })),
  z.strictObject({ qualifier: optionalText, code: text, presentOnAdmission: optionalText }),
]);
const drug = z.strictObject({ ndc: text, quantity: number, unit: optionalText });

const coded = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z
    .array(z.strictObject({ code: text, ...shape }))
    .nullish()
    .transform((value) => value ?? []);

const typeOfBill = optionalText.transform((value, context) => {
  if (value === '') return '';
  const digits = value.replace(/^0/, '');
  if (facilityOf(digits) >= 0) return digits;
  context.addIssue({ code: 'custom', message: 'is not a type of bill (131)' });
  return z.NEVER;
});

const institutional = z.strictObject({
  typeOfBill,
  statementFrom: date,
  statementTo: date,
  admissionDate: date,
  admissionHour: optionalText,
  dischargeHour: optionalText,
  admissionType: optionalText,
  admissionSource: optionalText,
  patientStatus: optionalText,
  attendingProvider: provider.nullish(),
  operatingProvider: provider.nullish(),
  otherOperatingProvider: provider.nullish(),
  procedures: coded({ qualifier: text.nullish().transform((value) => value ?? ''), date }),
  values: coded({ amount }),
  occurrences: coded({ date }),
  occurrenceSpans: coded({ from: date, to: date }),
  conditions: z
    .array(text)
    .nullish()
    .transform((value) => value ?? []),
  drg: optionalText,
});

const line = z.strictObject({
  number: z.number().int().min(0).max(0x7fffffff).nullish(),
  revenueCode: optionalText,
  code: optionalText,
  qualifier: text.nullish(),
  modifiers: list(modifiersOf, text, 'a list of modifiers'),
  description: optionalText,
  note: optionalText,
  units: number,
  unitBasis: text.nullish().transform((value) => value ?? 'UN'),
  charge: amount,
  from: date,
  to: date,
  placeOfService: optionalText,
  diagnosisPointers: list(pointersOf, z.number().int().min(1).max(99), 'a list of diagnosis pointers'),
  renderingProvider: provider.nullish(),
  cliaNumber: optionalText,
  drug: drug.nullish(),
  controlNumber: optionalText,
});

const claim = z.strictObject({
  id: text.refine((value) => value !== '', 'is empty'),
  type: z.enum(['professional', 'institutional']).nullish(),
  setting: z.enum(CLAIM_SETTINGS).nullish(),
  frequency: text.nullish(),
  originalReference: optionalText,
  placeOfService: optionalText,
  charge: amount,
  billingProvider: provider.nullish(),
  renderingProvider: provider.nullish(),
  referringProvider: provider.nullish(),
  serviceFacility: provider.nullish(),
  cliaNumber: optionalText,
  subscriber: person.nullish(),
  patient: person.nullish(),
  payer: payer.nullish(),
  diagnoses: z.array(diagnosis).nullish(),
  institutional: institutional.nullish(),
  lines: z.array(line),
  place: z.unknown().optional(),
});

/** What came of reading a JSON value as a claim: the claim, or what is wrong with it. */
export type ReadInput =
  | { readonly claim: Claim }
  | { readonly missing: 'id' | 'lines' | null; readonly reasons: readonly string[] };

/** Reads a JSON value as a claim. `setting` is the claim's where it names none. */
export function readClaimInput(value: unknown, setting: Setting): ReadInput {
  const result = claim.safeParse(value);
  if (!result.success) return refusal(value, result.error.issues);
  const { place: _, lines, diagnoses, serviceFacility, cliaNumber, ...fields } = result.data;
  if (lines.length === 0) return { missing: 'lines', reasons: ['lines is empty'] };
  const type = typeOf(fields);
  if (type === 'professional' && fields.institutional != null) {
    return { missing: null, reasons: ['institutional is given on a professional claim'] };
  }
  const facts = type === 'institutional' ? factsOf(fields.institutional) : null;
  if (facts !== null && fields.frequency != null && contradicts(facts, fields.frequency)) {
    return { missing: null, reasons: ['frequency is not the one that institutional.typeOfBill ends in'] };
  }
  const frequency = fields.frequency ?? (facts?.typeOfBill.slice(2) || '1');
  return {
    claim: {
      ...fields,
      type,
      setting: fields.setting ?? (facts === null || facts.typeOfBill === '' ? setting : settingOfFacts(facts)),
      frequency,
      billingProvider: fields.billingProvider ?? NO_PROVIDER,
      renderingProvider: fields.renderingProvider ?? null,
      referringProvider: fields.referringProvider ?? null,
      ...(serviceFacility != null && { serviceFacility }),
      ...(cliaNumber !== '' && { cliaNumber }),
      subscriber: fields.subscriber ?? NOBODY,
      patient: fields.patient ?? null,
      payer: fields.payer ?? null,
      diagnoses: (diagnoses ?? []).map(({ qualifier, code, presentOnAdmission }, i) => ({
        qualifier: qualifier || (i === 0 ? 'ABK' : 'ABF'),
        code: code.replace('.', ''),
        ...(presentOnAdmission !== '' && { presentOnAdmission }),
      })),
      institutional: facts && withFrequency(facts, frequency),
      lines: lines.map(({ note, cliaNumber: clia, ...one }, i) => ({
        ...one,
        ...(note !== '' && { note }),
        ...(clia !== '' && { cliaNumber: clia }),
        number: one.number ?? i + 1,
        qualifier: one.qualifier ?? (one.code === '' && one.revenueCode !== '' ? '' : 'HC'),
        modifiers: withoutEmptyEnd(one.modifiers),
        to: one.to ?? one.from,
        renderingProvider: one.renderingProvider ?? null,
        drug: one.drug ?? null,
      })),
    },
  };
}

/** A claim is institutional where it says so, has what only such claims have, or is an outpatient facility's. */
function typeOf({ type, setting, institutional: facts }: GivenKind): ClaimType {
  if (type != null) return type;
  return facts != null || setting === 'outpatient' || setting === 'facility' ? 'institutional' : 'professional';
}

interface GivenKind {
  readonly type?: ClaimType | null | undefined;
  readonly setting?: ClaimSetting | null | undefined;
  readonly institutional?: unknown;
}

function factsOf(given: z.output<typeof institutional> | null | undefined): InstitutionalFacts {
  if (given == null) return NO_FACTS;
  return {
    ...given,
    statementTo: given.statementTo ?? given.statementFrom,
    attendingProvider: given.attendingProvider ?? null,
    operatingProvider: given.operatingProvider ?? null,
    otherOperatingProvider: given.otherOperatingProvider ?? null,
  };
}

function refusal(value: unknown, issues: readonly z.core.$ZodIssue[]): ReadInput {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const given = (key: string) => !isObject || (value as Record<string, unknown>)[key] != null;
  const missing = !given('id') ? 'id' : !given('lines') ? 'lines' : null;
  return { missing, reasons: issues.map(reasonOf) };
}

/** `lines[0].units is not a number`, without the value: it may be personal. */
function reasonOf(issue: z.core.$ZodIssue): string {
  const path = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const where = path === '' ? 'the claim' : path.replace(/^\./, '');
  if (issue.code === 'unrecognized_keys') return `${where} has the unknown field "${issue.keys[0].slice(0, 40)}"`;
  if (issue.code === 'custom') return `${where} ${issue.message}`;
  if (issue.code === 'invalid_type') return `${where} is not ${article(issue.expected)}`;
  return issue.code === 'invalid_union' ? `${where} has the wrong form` : `${where}: ${issue.message}`;
}

const article = (type: string): string => `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}`;

function withoutEmptyEnd(modifiers: readonly string[]): string[] {
  const filled = [...modifiers];
  while (filled.at(-1) === '') filled.pop();
  return filled;
}
