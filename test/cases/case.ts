import type { Claim, ClaimLine, Provider } from '../../src/claims/claim.ts';
import type { Policy } from '../../src/edits/policy.ts';
import { DEFAULT_PROFILE, type Profile } from '../../src/edits/profile.ts';
import type { TablesName } from './tables.ts';

/**
 * One row of an edit's table of cases.
 *
 * A line is `CODE[:MODIFIER…] [xUNITS] [DATE[..DATE]] [@NPI[/TAXONOMY]] [UNIT-BASIS]`: `97597:59`, `97110 x6`,
 * `20610:RT @1245319599/207X00000X`, `00400 x45 MJ`. Units are 1, the date is the case's `on`, `?` stands for a date
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
  readonly setting?: Claim['setting'];
  readonly frequency?: string;
  /** Taxonomy of the billing provider. */
  readonly billingTaxonomy?: string;
  /** Earlier claims, `claimId: lines`, `claimId/MEMBER: lines` for another beneficiary's. */
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
  return {
    id,
    setting: row.setting ?? 'professional',
    frequency: id === 'CASE' ? (row.frequency ?? '1') : '1',
    placeOfService: '11',
    charge: null,
    billingProvider: provider('1234567893', row.billingTaxonomy ?? null),
    renderingProvider: null,
    subscriber: { memberId, lastName: 'SAMPLE', firstName: 'PAT', birthDate: null, sex: null },
    patient: null,
    payer: null,
    diagnoses: [{ qualifier: 'ABK', code: 'Z0000' }],
    lines: lines.map((text, i) => lineOf(text, i + 1, row.on ?? ON)),
  };
}

export const historyOf = (row: EditCase): Claim[] =>
  Object.entries(row.history ?? {}).map(([key, lines]) => {
    const [id, memberId] = key.split('/');
    return claimOf(row, id, lines, memberId);
  });

/** Medicare's profile with the case's policy. */
export function profileOf({ policy = {} }: EditCase): Profile {
  const { provider: by, ptp, mue } = DEFAULT_PROFILE.policy;
  return {
    ...DEFAULT_PROFILE,
    policy: { provider: policy.provider ?? by, ptp: { ...ptp, ...policy.ptp }, mue: { ...mue, ...policy.mue } },
  };
}
