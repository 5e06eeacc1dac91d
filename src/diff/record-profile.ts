import type { RecordKind } from '../releases/record-tables.ts';
import type { ReleaseKind } from '../releases/release.ts';

/** How the tables of records differ from one another in what a diff makes of them. */

/** Tables whose keys are codes of HCPCS, Level I among them; a key may go on with modifiers, `E0260-RR`. */
const CODE_KEYED: readonly ReleaseKind[] = [
  'hcpcs-transactions',
  'hcpcs-corrections',
  'hcpcs-noc',
  'pfs',
  'rbcs',
  'asp',
  'dmepos',
];

/** Tables whose values are amounts: `0` and `0.00` are one, and so are 0.8690000000000001 and 0.869. */
const AMOUNTS: readonly RecordKind[] = ['pfs', 'pfs-gpci', 'pfs-anesthesia', 'asp', 'asp-noc', 'dmepos'];

/** Fields that change when anything else in the table does. */
const NOT_COMPARED: Partial<Record<RecordKind, readonly string[]>> = { icd10cm: ['orderNumber'] };

/** Tables that name no Level I code; those of HCPCS do so in their cross references. */
const WITHOUT_LEVEL_ONE: readonly ReleaseKind[] = [
  'hcpcs-notes',
  'pfs-gpci',
  'pfs-anesthesia',
  'icd10cm',
  'icd10cm-addenda',
];

export const isCodeKeyed = (kind: ReleaseKind): boolean => CODE_KEYED.includes(kind);
export const isCompared = (kind: RecordKind, field: string): boolean => !NOT_COMPARED[kind]?.includes(field);
export const hasLevelOne = (kind: ReleaseKind): boolean => !WITHOUT_LEVEL_ONE.includes(kind);

/** What is compared of a value. */
export function comparable(kind: RecordKind, value: string): string {
  if (!AMOUNTS.includes(kind) || !/^\d*\.?\d+$/.test(value)) return value;
  return String(Number(Number(value).toFixed(9)));
}
