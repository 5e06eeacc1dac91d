import { z } from 'zod';
import { SETTINGS, type Setting } from '../../codes/setting.ts';
import type { Claim } from '../claim.ts';
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
  z.strictObject({ npi: orNull, identifier: orNull, taxonomy: orNull, name: optionalText }),
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
  text.transform((code) => ({ qualifier: '', code })),
  z.strictObject({ qualifier: optionalText, code: text }),
]);
const drug = z.strictObject({ ndc: text, quantity: number, unit: optionalText });

const line = z.strictObject({
  number: z.number().int().min(0).max(0x7fffffff).nullish(),
  code: optionalText,
  qualifier: text.nullish().transform((value) => value ?? 'HC'),
  modifiers: list(modifiersOf, text, 'a list of modifiers'),
  description: optionalText,
  units: number,
  unitBasis: text.nullish().transform((value) => value ?? 'UN'),
  charge: amount,
  from: date,
  to: date,
  placeOfService: optionalText,
  diagnosisPointers: list(pointersOf, z.number().int().min(1).max(99), 'a list of diagnosis pointers'),
  renderingProvider: provider.nullish(),
  drug: drug.nullish(),
  controlNumber: optionalText,
});

const claim = z.strictObject({
  id: text.refine((value) => value !== '', 'is empty'),
  setting: z.enum(SETTINGS).nullish(),
  frequency: text.nullish().transform((value) => value ?? '1'),
  placeOfService: optionalText,
  charge: amount,
  billingProvider: provider.nullish(),
  renderingProvider: provider.nullish(),
  subscriber: person.nullish(),
  patient: person.nullish(),
  payer: payer.nullish(),
  diagnoses: z.array(diagnosis).nullish(),
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
  const { place: _, lines, diagnoses, ...fields } = result.data;
  if (lines.length === 0) return { missing: 'lines', reasons: ['lines is empty'] };
  return {
    claim: {
      ...fields,
      setting: fields.setting ?? setting,
      billingProvider: fields.billingProvider ?? NO_PROVIDER,
      renderingProvider: fields.renderingProvider ?? null,
      subscriber: fields.subscriber ?? NOBODY,
      patient: fields.patient ?? null,
      payer: fields.payer ?? null,
      diagnoses: (diagnoses ?? []).map(({ qualifier, code }, i) => ({
        qualifier: qualifier || (i === 0 ? 'ABK' : 'ABF'),
        code: code.replace('.', ''),
      })),
      lines: lines.map((one, i) => ({
        ...one,
        number: one.number ?? i + 1,
        modifiers: withoutEmptyEnd(one.modifiers),
        to: one.to ?? one.from,
        renderingProvider: one.renderingProvider ?? null,
        drug: one.drug ?? null,
      })),
    },
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
