import type { CodedClaim } from '../../claims/coded-claim.ts';
import type { PackageTable } from '../../codebook/package-table.ts';
import { DRUG_UNITS, type DrugUnit } from '../../codes/drug-units.ts';
import { type PackedCode, packModifierText } from '../../codes/packed.ts';
import type { RecordTables } from '../record-tables.ts';

/** Units of CTP05 (005010X222, 005010X223): international units, grams, milligrams, millilitres, units. */
export const NDC_UNITS = ['F2', 'GR', 'ME', 'ML', 'UN'] as const;
const [F2, GR, ME, ML, UN] = NDC_UNITS.map(packModifierText);

export const isNdcUnit = (packed: number): boolean =>
  packed === UN || packed === ML || packed === GR || packed === ME || packed === F2;

const unit = (name: DrugUnit): number => DRUG_UNITS.indexOf(name);
const MICROGRAM = unit('mcg');
const MILLILITRE = unit('ml');
const INTERNATIONAL: ReadonlySet<number> = new Set((['IU', 'unit', 'USP unit'] as const).map(unit));
const COUNTED: ReadonlySet<number> = new Set((['ampule', 'implant', 'patch', 'vial'] as const).map(unit));

/** Billing units could be told if a crosswalk of the day were loaded. */
export const NEEDS_CROSSWALK = -1;

/**
 * Billing units that one of a line's NDC unit makes: from the dose in the code's descriptor where the NDC unit measures the
 * drug itself, else from the package in the crosswalk (billing units of one item, by item or by its size). NaN where neither
 * says, NEEDS_CROSSWALK where the crosswalk is missing.
 *
 * @param row of the descriptor table
 */
export function unitsOfNdcUnit(
  { clinical, code, from }: CodedClaim,
  { descriptors, packages }: RecordTables,
  line: number,
  row: number,
): number {
  const ndcUnit = clinical.ndcUnit[line];
  const dose = row < 0 || descriptors === null ? Number.NaN : descriptors.dose(row);
  const doseUnit = row < 0 || descriptors === null ? -1 : descriptors.doseUnit(row);
  if (ndcUnit === ME && doseUnit === MICROGRAM) return 1000 / dose;
  if (ndcUnit === F2 && INTERNATIONAL.has(doseUnit)) return 1 / dose;
  if (ndcUnit === ML && doseUnit === MILLILITRE) return 1 / dose;
  if (ndcUnit === UN && COUNTED.has(doseUnit)) return 1 / dose;
  if (ndcUnit === ME || ndcUnit === F2) return Number.NaN;
  if (packages === null || !packages.isKnown(from[line])) return NEEDS_CROSSWALK;
  const item = rowOfCode(packages, clinical.ndc[line], code[line], from[line]);
  if (item < 0) return Number.NaN;
  return ndcUnit === UN ? packages.unitsOfItem(item) : packages.unitsOfItem(item) / packages.size(item);
}

/** The row of an NDC with a code, -1 for none. */
function rowOfCode(packages: PackageTable, ndc: number, code: PackedCode, day: number): number {
  for (let row = packages.find(ndc, day); row >= 0; row = packages.next(row))
    if (packages.code(row) === code) return row;
  return -1;
}

/** The dose of one billing unit in milligrams, or in its own unit where it is no mass. */
export function dosePrinted({ descriptors }: RecordTables, row: number): number {
  if (descriptors === null || row < 0) return Number.NaN;
  const dose = descriptors.dose(row);
  return descriptors.doseUnit(row) === MICROGRAM ? dose / 1000 : dose;
}
