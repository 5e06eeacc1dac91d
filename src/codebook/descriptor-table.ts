import type { Day } from '../codes/day.ts';
import { isDrugCode } from '../codes/drug-codes.ts';
import { parseDrugDescriptor, type StatedAmount } from '../codes/drug-descriptor.ts';
import { baseUnits, DRUG_UNITS, type DrugUnit } from '../codes/drug-units.ts';
import { isUnlistedDescriptor } from '../codes/drug-words.ts';
import { type PackedCode, unpackCode } from '../codes/packed.ts';
import type { CodebookTables } from './codebook.ts';

const IS_READ = 1;
const IS_UNLISTED = 2;
const HAS_DOSE = 4;
const IS_LABORATORY = 8;

/** The dose of one billing unit is not known. */
export const NO_UNIT = -1;

/**
 * What the HCPCS releases' descriptors say of Level II codes, in numbers: the dose that one billing unit stands for, and
 * whether the code is for what has none of its own. A descriptor is read when it is first asked of.
 */
export class DescriptorTable {
  private readonly tables: CodebookTables;
  private readonly flags: Uint8Array;
  private readonly doses: Float64Array;
  private readonly units: Int8Array;

  constructor(tables: CodebookTables) {
    const { count } = tables.hcpcsRows;
    this.tables = tables;
    this.flags = new Uint8Array(count);
    this.doses = new Float64Array(count);
    this.units = new Int8Array(count);
  }

  /** Row of a code in the release in force on the day, -1 where no release lists it. */
  find(code: PackedCode, day: Day): number {
    const row = this.tables.hcpcsRows.find(this.tables.codeId(code), day);
    if (row >= 0 && this.flags[row] === 0) this.read(row, code);
    return row;
  }

  /** Whether the code is for what is not otherwise classified (by the words of its descriptor). */
  isUnlisted(row: number): boolean {
    return (this.flags[row] & IS_UNLISTED) !== 0;
  }

  /**
   * What one billing unit stands for, in the smallest unit of its dimension (micrograms, millilitres, microcuries) or in
   * the counted unit; NaN where the descriptor does not say, or names a tier.
   */
  dose(row: number): number {
    return (this.flags[row] & HAS_DOSE) === 0 ? Number.NaN : this.doses[row];
  }

  /** The unit of `dose` as an index into DRUG_UNITS, NO_UNIT where there is none. */
  doseUnit(row: number): number {
    return (this.flags[row] & HAS_DOSE) === 0 ? NO_UNIT : this.units[row];
  }

  /** Whether the code's record has a laboratory certification: whoever does the test needs a CLIA certificate. */
  isLaboratory(row: number): boolean {
    return (this.flags[row] & IS_LABORATORY) !== 0;
  }

  private read(row: number, packed: PackedCode): void {
    const code = unpackCode(packed);
    const descriptor = this.tables.hcpcsRows.text(row, 'longDescription');
    let flags = IS_READ;
    if (this.tables.hcpcsRows.text(row, 'labCertification1') !== '') flags |= IS_LABORATORY;
    if (isUnlistedDescriptor(code, descriptor)) flags |= IS_UNLISTED;
    if (isDrugCode(code)) {
      const parsed = parseDrugDescriptor(descriptor);
      if (parsed.kind === 'drug' && parsed.dose !== null && isMultiple(parsed.dose)) {
        flags |= HAS_DOSE;
        const { unit, value } = parsed.dose.quantity;
        this.doses[row] = value * baseUnits(unit);
        this.units[row] = DRUG_UNITS.indexOf(smallest(unit));
      }
    }
    this.flags[row] = flags;
  }
}

/** Whether units are multiples of the dose; a tier is one unit for all that is in it. */
const isMultiple = ({ bound }: StatedAmount): boolean => bound === 'exactly' || bound === 'up to';

const SMALLEST: Readonly<Partial<Record<DrugUnit, DrugUnit>>> = { mg: 'mcg', g: 'mcg', l: 'ml', mCi: 'uCi' };
const smallest = (unit: DrugUnit): DrugUnit => SMALLEST[unit] ?? unit;
