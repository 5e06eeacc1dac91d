import type { DmeposFees } from '../../codebook/dmepos-fees.ts';
import { packModifierText } from '../../codes/packed.ts';
import { DMEPOS_FEES, type DmeposFee } from '../../releases/dmepos-states.ts';
import type { CheckInput } from '../define-edit.ts';
import type { PricingOptions } from './claim-amounts.ts';
import type { Why } from './why.ts';

/** A unit's fee by another schedule than the physicians'. */
export interface OtherFee {
  readonly why: Why;
  /** Cents, perhaps with parts of a cent: payment limits of drugs have tenths. */
  readonly unit: number;
  /** Row of the DMEPOS fee schedule, -1 for none. */
  readonly row: number;
}

const NONE: OtherFee = { why: 'not-listed', unit: Number.NaN, row: -1 };
/** Fourth to thirteenth month of a rental. */
const KJ = packModifierText('KJ');

/** The fee of equipment and supplies by state, else the payment limit of a drug. */
export function otherFee(input: CheckInput, line: number, options: PricingOptions): OtherFee {
  const { claim, lines, records } = input;
  const has = (modifier: number): boolean => lines.hasModifier(line, modifier);
  const row = records.dmeposFees?.find(claim.code[line], claim.from[line], has) ?? -1;
  if (records.dmeposFees !== null && row >= 0) {
    return has(KJ) ? { ...NONE, why: 'later-rental-month', row } : dmeposFee(records.dmeposFees, row, options);
  }
  const limit = records.aspLimits?.limit(claim.code[line], claim.from[line]) ?? Number.NaN;
  return Number.isNaN(limit) ? NONE : { why: 'known', unit: limit / 10, row: -1 };
}

/** Of a state; without one the fee that all states share, if they do. */
function dmeposFee(fees: DmeposFees, row: number, { state, isRural }: PricingOptions): OtherFee {
  if (state !== undefined) {
    const rural = isRural === true ? fees.cents(row, `${state} (R)`) : 0;
    const unit = rural > 0 ? rural : fees.cents(row, `${state} (NR)`);
    return unit > 0 ? { why: 'known', unit, row } : { ...NONE, why: 'several-fees', row };
  }
  const unit = sharedFee(fees, row);
  return unit > 0 ? { why: 'known', unit, row } : { ...NONE, why: 'several-fees', row };
}

function sharedFee(fees: DmeposFees, row: number): number {
  let shared = 0;
  for (const field of DMEPOS_FEES) {
    const fee = fees.cents(row, field as DmeposFee);
    if (fee === 0) continue;
    if (shared !== 0 && fee !== shared) return 0;
    shared = fee;
  }
  return shared;
}
