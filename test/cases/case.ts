import type { Claim, ClaimLine, InstitutionalFacts, Provider } from '../../src/claims/claim.ts';
import { NO_FACTS, settingOfFacts } from '../../src/claims/facility.ts';
import type { Policy } from '../../src/edits/policy.ts';
import { DEFAULT_PROFILE, type Profile } from '../../src/edits/profile.ts';
import type { TablesName } from './tables.ts';

/**
 * One row of an edit's table of cases.
 *
 * A line is `CODE[:MODIFIER…] [xUNITS] [DATE[..DATE]] [@NPI[/TAXONOMY]] [UNIT-BASIS]`: `97597:59`, `97110 x6`,
 * `20610:RT @1245319599/207X00000X`, `00400 x45 MJ`, ` r0250 x10` (a revenue code and no HCPCS code). Units are 1, the date is the case's `on`, `?` stands for a date
 * that is missing, `x?` for units that are.
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
  /** Taxonomy of the billing provider. */
  readonly billingTaxonomy?: string;
  /**
   * Earlier claims, oldest first: `claimId: lines`, `claimId/MEMBER: lines` for another beneficiary's,
   * `claimId =7 REFERENCE: lines` for a replacement (8 for a void) and what its REF F8 names, if anything.
   */
  readonly history?: Readonly<Record<string, readonly string[]>>;
  readonly policy?: {
    readonly provider?: Policy['provider'];
    readonly ptp?: Partial<Policy['ptp']>;
    readonly mue?: Partial<Policy['mue']>;
  };
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
  return {
    number,
    revenueCode: rest.find((part) => /^r\d/.test(part))?.slice(1) ?? '',
    code,
    qualifier: 'HC',
    modifiers: modifiers === '' ? [] : modifiers.slice(1).split(':'),
    description: '',
    units: units === '?' ? null : Number(units),
    unitBasis: rest.find((part) => /^[A-Z]/.test(part)) ?? 'UN',
    charge: 10_000,
    from: from === '?' ? null : from,
    to: to === '?' ? null : to,
    placeOfService: '',
    diagnosisPointers: [1],
    renderingProvider: npi === undefined ? null : provider(npi, taxonomy),
    drug: null,
    controlNumber: '',
  };
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
    placeOfService: '11',
    charge: null,
    billingProvider: provider('1234567893', row.billingTaxonomy ?? null),
    renderingProvider: null,
    referringProvider: null,
    subscriber: { memberId, lastName: 'SAMPLE', firstName: 'PAT', birthDate: null, sex: null },
    patient: null,
    payer: null,
    diagnoses: [{ qualifier: 'ABK', code: 'Z0000' }],
    institutional: facts,
    lines: lines.map((text, i) => lineOf(text, i + 1, row.on ?? ON)),
  };
}

function factsOf({ typeOfBill, statement, setting }: EditCase): InstitutionalFacts | null {
  if (typeOfBill === undefined && setting !== 'outpatient') return null;
  const [statementFrom = null, statementTo = statementFrom] = statement?.split('..') ?? [];
  return { ...NO_FACTS, typeOfBill: typeOfBill ?? '', statementFrom, statementTo };
}

export const historyOf = (row: EditCase): Claim[] =>
  Object.entries(row.history ?? {}).map(([key, lines]) => {
    const [who, frequency = '1', originalReference = ''] = key.split(/ =| /);
    const [id, memberId] = who.split('/');
    return { ...claimOf(row, id, lines, memberId), frequency, originalReference };
  });

/** Medicare's profile with the case's policy. */
export function profileOf({ policy = {} }: EditCase): Profile {
  const { provider: by, ptp, mue } = DEFAULT_PROFILE.policy;
  return {
    ...DEFAULT_PROFILE,
    policy: { provider: policy.provider ?? by, ptp: { ...ptp, ...policy.ptp }, mue: { ...mue, ...policy.mue } },
  };
}
