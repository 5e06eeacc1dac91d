import type { Claim, ClaimLine } from '../../claims/claim.ts';
import { CodedClaim } from '../../claims/coded-claim.ts';
import { encodeClaim } from '../../claims/encode.ts';
import type { Codebook } from '../../codebook/codebook.ts';
import { type Day, parseDay } from '../../codes/day.ts';
import type { Setting } from '../../codes/setting.ts';
import { ALL_EDITS } from '../../codes/type-of-bill.ts';
import type { RecordField, RecordKind } from '../../releases/record-tables.ts';
import type { CheckInput } from '../define-edit.ts';
import type { FindingSource } from '../finding.ts';
import { knownDaysOf } from '../known-days.ts';
import { LineView } from '../line-view.ts';
import { PayerTables } from '../payer-tables.ts';
import { DEFAULT_PROFILE } from '../profile.ts';
import { recordTablesOf } from '../record-tables.ts';
import { ClaimAmounts, type PricingOptions } from './claim-amounts.ts';
import { RULES, type Rule } from './multiple-procedures.ts';
import { sharesOf } from './shares.ts';
import { WHY, WHY_MEANS, type Why } from './why.ts';

/** What is billed on a line, as far as its price depends on it. */
export interface PricedService {
  readonly code: string;
  readonly modifiers?: readonly string[];
  /** 1 where left out. */
  readonly units?: number;
  /** Two digits; it decides between the facility's and the other fee. */
  readonly placeOfService?: string;
  /** Taxonomy of who rendered it: nurse practitioners and others are paid a part. */
  readonly taxonomy?: string;
}

export interface AllowedOptions extends PricingOptions {
  /** Date of service, `YYYY-MM-DD`. */
  readonly on: string;
  /** Only releases published on or before this day speak. */
  readonly asOf?: Day;
  /** `professional` where left out; `dme` asks the DMEPOS fee schedule alone. */
  readonly setting?: Setting;
}

/** One thing that made the amount: what it is, and cents of it after that. */
export interface AmountStep {
  readonly what: string;
  readonly cents: number;
}

/** What Medicare allows for a line, in cents, or why that is not known; with the published rows that say so. */
export type AllowedAmount = {
  readonly rows: readonly FindingSource[];
} & (
  | {
      readonly status: 'known';
      readonly cents: number;
      /** Why it is nothing: the fee schedule never pays the code by itself. */
      readonly reason: 'not-paid' | null;
      readonly steps: readonly AmountStep[];
      /** By which rule it is less beside the other services of the day. */
      readonly reducedBy: Rule | null;
    }
  | { readonly status: 'unknown'; readonly reason: Why; readonly message: string }
);

/**
 * What Medicare allows for a service by itself, before deductible, coinsurance and sequestration: by the physician fee
 * schedule (Medicare Claims Processing Manual, chapter 12), else the DMEPOS fee schedule or a drug's payment limit.
 * Integer cents. Never throws for what it does not know: the answer says why.
 *
 * @example
 * allowedAmount(codebook, { code: '99213', placeOfService: '11' }, { on: '2024-10-15' })
 * // { status: 'known', cents: 9087, steps: [{ what: 'fee', cents: 9087 }], … }
 */
export function allowedAmount(codebook: Codebook, service: PricedService, options: AllowedOptions): AllowedAmount {
  return allowedAmounts(codebook, [service], options)[0];
}

/**
 * What Medicare allows for services of one provider to one patient on one day, each as it is paid beside the others:
 * further procedures are paid less.
 *
 * @example
 * allowedAmounts(codebook, [{ code: '45385' }, { code: '45380' }], { on: '2024-10-15', locality: '10112-00' })
 */
export function allowedAmounts(
  codebook: Codebook,
  services: readonly PricedService[],
  options: AllowedOptions,
): readonly AllowedAmount[] {
  const amounts = new ClaimAmounts(options);
  const input = inputOf(codebook, services, options, amounts);
  amounts.price(input);
  return services.map((service, line) => answer(codebook, input, service, line, options));
}

function inputOf(
  codebook: Codebook,
  services: readonly PricedService[],
  { on, asOf, setting = 'professional' }: AllowedOptions,
  amounts: ClaimAmounts,
): CheckInput {
  const claim = new CodedClaim();
  encodeClaim(claimOf(services, on, setting), claim);
  const tables = codebook.tables(asOf);
  const lines = new LineView();
  const { policy } = DEFAULT_PROFILE;
  lines.prepare(claim, tables, setting, { ...policy, provider: 'billing' });
  return {
    ...{ claim, lines, tables, setting, policy, amounts },
    records: recordTablesOf(tables),
    known: knownDaysOf(codebook, asOf),
    outpatient: ALL_EDITS,
    payer: new PayerTables(DEFAULT_PROFILE),
  };
}

const NOBODY = { npi: null, identifier: 'PRICED', taxonomy: null, name: '' };

function claimOf(services: readonly PricedService[], on: string, setting: Setting): Claim {
  return {
    ...{ id: '', type: 'professional', setting, frequency: '1', originalReference: '', placeOfService: '' },
    ...{ charge: null, billingProvider: NOBODY, renderingProvider: null, referringProvider: null },
    subscriber: { memberId: '', lastName: '', firstName: '', birthDate: null, sex: null },
    ...{ patient: null, payer: null, diagnoses: [], institutional: null },
    lines: services.map((service, i) => lineOf(service, i + 1, on)),
  };
}

function lineOf(
  { code, modifiers = [], units = 1, placeOfService = '', taxonomy }: PricedService,
  number: number,
  on: string,
): ClaimLine {
  return {
    ...{ number, revenueCode: '', code, qualifier: 'HC', modifiers, description: '', units, unitBasis: 'UN' },
    ...{ charge: null, from: on, to: on, placeOfService, diagnosisPointers: [], drug: null, controlNumber: '' },
    renderingProvider: taxonomy === undefined ? null : { ...NOBODY, taxonomy },
  };
}

function answer(
  codebook: Codebook,
  input: CheckInput,
  service: PricedService,
  line: number,
  options: AllowedOptions,
): AllowedAmount {
  const { amounts } = input;
  const reason = WHY[amounts.why[line]];
  const rows = rowsOf(codebook, input, service, line, options);
  if (reason !== 'known' && reason !== 'not-paid') {
    return { status: 'unknown', reason, message: WHY_MEANS[reason], rows };
  }
  const rule = RULES[amounts.rule[line]];
  return {
    status: 'known',
    cents: amounts.cents[line],
    reason: reason === 'known' ? null : reason,
    steps: reason === 'known' ? stepsOf(input, line) : [],
    reducedBy: rule === 'none' ? null : rule,
    rows,
  };
}

function stepsOf(input: CheckInput, line: number): AmountStep[] {
  const { amounts, claim, records } = input;
  const units = claim.units[line];
  let cents = Math.round(amounts.unit[line] * units);
  const steps = [{ what: units === 1 ? 'fee' : `fee of ${units} units`, cents }];
  if (amounts.reduction[line] > 0) {
    cents -= amounts.reduction[line];
    steps.push({ what: `${RULES[amounts.rule[line]]} beside others`, cents });
  }
  if (records.feeSchedule === null || amounts.row[line] < 0) return steps;
  sharesOf(input, records.feeSchedule, amounts.row[line], line, amounts.shares);
  for (let i = 0; i < amounts.shares.count; i++) {
    cents = Math.floor((cents * amounts.shares.share[i] + 5000) / 10_000);
    steps.push({ what: amounts.shares.what[i], cents });
  }
  return steps;
}

const FEE_FIELDS = [
  ...(['status', 'workRvu', 'nonFacilityPeRvu', 'facilityPeRvu', 'mpRvu', 'conversionFactor'] as const),
  ...(['multipleProcedure', 'bilateralSurgery'] as const),
];
const GPCI_FIELDS = ['workGpci', 'peGpci', 'mpGpci'] as const;

/** The rows that say what the amount is: of the fee, of the place, of equipment or of a drug. */
function rowsOf(
  codebook: Codebook,
  { amounts, records }: CheckInput,
  { code }: PricedService,
  line: number,
  options: AllowedOptions,
): FindingSource[] {
  const on = parseDay(options.on);
  const row = <K extends RecordKind>(kind: K, key: string, fields: readonly RecordField<K>[]): FindingSource[] => {
    const found = codebook.record(kind, key, options.asOf === undefined ? { on } : { on, asOf: options.asOf });
    if (found.status !== 'listed') return [];
    const [record] = found.rows;
    return [
      { release: found.release.id, row: { key, ...Object.fromEntries(fields.map((name) => [name, record[name]])) } },
    ];
  };
  const feeRow = amounts.row[line];
  const { locality } = amounts.setup.geography;
  const isPriced = !Number.isNaN(amounts.unit[line]);
  if (feeRow >= 0 && records.feeSchedule !== null) {
    return [
      ...row('pfs', records.feeSchedule.key(feeRow), FEE_FIELDS),
      ...(locality === null || !isPriced ? [] : row('pfs-gpci', locality, GPCI_FIELDS)),
    ];
  }
  const dmepos = amounts.dmeposRow[line];
  if (dmepos >= 0 && records.dmeposFees !== null) {
    const { state, isRural } = options;
    const fee = state === undefined ? [] : ([`${state} (${isRural === true ? 'R' : 'NR'})`] as const);
    return row('dmepos', records.dmeposFees.key(dmepos), ['category', 'ceiling', 'floor', ...fee]);
  }
  return isPriced ? row('asp', code.toUpperCase(), ['paymentLimit']) : [];
}
