import type { Claim, ClaimLine, Diagnosis, InstitutionalFacts, Person, Provider } from '../../src/claims/claim.ts';
import { NO_FACTS, settingOfFacts } from '../../src/claims/facility.ts';
import { EDIT_ORDER, type EditId } from '../../src/edits/finding.ts';
import type { Policy } from '../../src/edits/policy.ts';
import { DEFAULT_PROFILE, type Profile } from '../../src/edits/profile.ts';
import type { TablesName } from './tables/index.ts';

/**
 * One row of an edit's table of cases.
 *
 * A line is `CODE[:MODIFIER…] [xUNITS] [DATE[..DATE]] [@NPI[/TAXONOMY]] [UNIT-BASIS]` (`--` for none): `97597:59`, `97110 x6`,
 * `20610:RT @1245319599/207X00000X`, `00400 x45 MJ`, ` r0250 x10` (a revenue code and no HCPCS code). Units are 1, the
 * date is the case's `on`, `?` stands for a date that is missing, `x?` for units that are. Further: `#1,3` diagnosis
 * pointers (`#` for none; 1 where left out), `%00074433902/2/ML` a drug's NDC, quantity and unit, `+words` a
 * description, `p22` a place of service, `$12.50` a charge ($100 where left out), `=11D1234567` a CLIA number.
 *
 * A finding is `LINE OUTCOME REASON [with LINE[@CLAIM]]`, `-` for the claim as a whole: `2 deny not-allowed with 1`.
 */
export interface EditCase {
  readonly name: string;
  /** The sentence of the rule that the case shows. */
  readonly rule: string;
  readonly claim: readonly string[];
  /** Date of service of the lines that give none. */
  readonly on?: string;
  readonly tables?: TablesName;
  readonly setting?: Claim['setting'] | undefined;
  /** An 837I of this type of bill, whose setting follows from it. */
  readonly typeOfBill?: string;
  /** Statement dates of an 837I, `FROM..TO`. */
  readonly statement?: string;
  readonly frequency?: string;
  /** REF F8. */
  readonly reference?: string;
  /** Place of service of the claim; 11 where left out. */
  readonly place?: string;
  /** `E119 I10`, the first principal (ABK), the others ABF; or `APR:R05`. Z0000 where left out. */
  readonly diagnoses?: string;
  /** Birth date and sex of the patient: `1950-02-28 F`. */
  readonly patient?: string;
  /** State and ZIP code of the billing provider: `OH 44101`. */
  readonly address?: string;
  /** Claim filing indicator (SBR09). */
  readonly filing?: string;
  readonly clia?: string;
  readonly referring?: boolean;
  /** What an 837I says further. */
  readonly facts?: Partial<InstitutionalFacts>;
  /** Taxonomy of the billing provider. */
  readonly billingTaxonomy?: string;
  /**
   * Earlier claims, oldest first: `claimId: lines`, `claimId/MEMBER: lines` for another beneficiary's,
   * `claimId =7 REFERENCE: lines` for a replacement (8 for a void) and what its REF F8 names, if anything.
   */
  readonly history?: Readonly<Record<string, readonly string[]>>;
  /** What differs from Medicare's choices. */
  readonly policy?: {
    readonly [Key in keyof Policy]?: Policy[Key] extends string ? Policy[Key] : Partial<Policy[Key]>;
  };
  /** What differs from Medicare's profile otherwise. */
  readonly profile?: Partial<Profile>;
  /** All findings of the edit. */
  readonly expect: readonly string[];
  /** Dispositions of the lines, `deny ncci-ptp` with the edit that decides. */
  readonly lines?: readonly string[];
}

const ON = '2024-10-15';

const provider = (npi: string, taxonomy: string | null): Provider => ({
  npi,
  identifier: null,
  taxonomy,
  name: 'EXAMPLE',
});

const MODIFIED = /^([^:\s]*)((?::[^:\s]*)*)$/;

function lineOf(text: string, number: number, on: string): ClaimLine {
  const [head, ...rest] = text.split(' ');
  const [, code = '', modifiers = ''] = MODIFIED.exec(head) ?? [];
  const units = rest.find((part) => part.startsWith('x'))?.slice(1) ?? '1';
  const date = rest.find((part) => /^[\d?]/.test(part)) ?? on;
  const [from, to = from] = date.split('..');
  const by = rest.find((part) => part.startsWith('@'))?.slice(1);
  const [npi, taxonomy = null] = by?.split('/') ?? [];
  const after = (mark: string) => rest.find((part) => part.startsWith(mark))?.slice(mark.length);
  const clia = after('=');
  return {
    number,
    revenueCode: rest.find((part) => /^r\d/.test(part))?.slice(1) ?? '',
    code,
    qualifier: 'HC',
    modifiers: modifiers === '' ? [] : modifiers.slice(1).split(':'),
    description: after('+') ?? '',
    units: units === '?' ? null : Number(units),
    unitBasis: rest.find((part) => /^(?:[A-Z]|--$)/.test(part))?.replace('--', '') ?? 'UN',
    charge: Math.round(Number(after('$') ?? 100) * 100),
    from: from === '?' ? null : from,
    to: to === '?' ? null : to,
    placeOfService: rest.find((part) => /^p\d\d$/.test(part))?.slice(1) ?? '',
    diagnosisPointers: (after('#') ?? '1').split(',').filter(Boolean).map(Number),
    renderingProvider: npi === undefined ? null : provider(npi, taxonomy),
    ...(clia !== undefined && { cliaNumber: clia }),
    drug: drugOf(after('%')),
    controlNumber: '',
  };
}

function drugOf(text: string | undefined): ClaimLine['drug'] {
  if (text === undefined) return null;
  const [ndc, quantity = '', unit = ''] = text.split('/');
  return { ndc, quantity: quantity === '' ? null : Number(quantity), unit };
}

function diagnosesOf(text: string): Diagnosis[] {
  const all = text.split(' ').filter(Boolean);
  return all.map((each, i) => {
    const [code, qualifier = i === 0 ? 'ABK' : 'ABF'] = each.split(':').reverse() as [string, string?];
    return { qualifier, code };
  });
}

/** The claim of a case, or one of its earlier claims. */
export function claimOf(row: EditCase, id = 'CASE', lines = row.claim, memberId = 'M1'): Claim {
  const facts = factsOf(row);
  return {
    id,
    type: facts === null ? 'professional' : 'institutional',
    setting: row.setting ?? (facts === null ? 'professional' : settingOfFacts(facts)),
    frequency: id === 'CASE' ? (row.frequency ?? '1') : '1',
    originalReference: id === 'CASE' ? (row.reference ?? '') : '',
    placeOfService: row.place ?? '11',
    charge: null,
    billingProvider: billingProvider(row),
    renderingProvider: null,
    referringProvider: row.referring === true ? provider('1770662345', null) : null,
    ...(row.clia !== undefined && { cliaNumber: row.clia }),
    subscriber: { memberId, lastName: 'SAMPLE', firstName: 'PAT', ...demographics(row) },
    patient: null,
    payer: row.filing === undefined ? null : { identifier: 'PAYER1', name: 'PAYER', filingIndicator: row.filing },
    diagnoses: diagnosesOf(row.diagnoses ?? 'Z0000'),
    institutional: facts,
    lines: lines.map((text, i) => lineOf(text, i + 1, row.on ?? ON)),
  };
}

function billingProvider({ billingTaxonomy, address }: EditCase): Provider {
  const [state = '', postalCode = ''] = address?.split(' ') ?? [];
  const known = provider('1234567893', billingTaxonomy ?? null);
  return state === '' ? known : { ...known, state, postalCode };
}

function demographics({ patient = '' }: EditCase): Pick<Person, 'birthDate' | 'sex'> {
  const parts = patient.split(' ');
  return {
    birthDate: parts.find((part) => /^\d/.test(part)) ?? null,
    sex: parts.find((part) => /^[A-Z]$/.test(part)) ?? null,
  };
}

function factsOf({ typeOfBill, statement, setting, facts }: EditCase): InstitutionalFacts | null {
  if (typeOfBill === undefined && setting !== 'outpatient') return null;
  const [statementFrom = null, statementTo = statementFrom] = statement?.split('..') ?? [];
  return { ...NO_FACTS, typeOfBill: typeOfBill ?? '', statementFrom, statementTo, ...facts };
}

export const historyOf = (row: EditCase): Claim[] =>
  Object.entries(row.history ?? {}).map(([key, lines]) => {
    const [who, frequency = '1', originalReference = ''] = key.split(/ =| /);
    const [id, memberId] = who.split('/');
    return { ...claimOf(row, id, lines, memberId), frequency, originalReference };
  });

/** Medicare's profile with the case's policy and these edits. */
export function profileOf({ policy = {}, profile = {} }: EditCase, edits: readonly EditId[] = EDIT_ORDER): Profile {
  const chosen = Object.entries(DEFAULT_PROFILE.policy).map(([name, value]) => {
    const changed = policy[name as keyof Policy];
    return [name, typeof value === 'object' ? { ...value, ...(changed as object) } : (changed ?? value)];
  });
  return { ...DEFAULT_PROFILE, ...profile, edits, policy: Object.fromEntries(chosen) as Policy };
}
