import type { Codebook, When } from '../codebook/codebook.ts';
import { isoDay } from '../codes/day.ts';
import { type Decimal, decimalOf, times } from '../codes/decimal.ts';

/** What tables beside HCPCS and NCCI say of a code: what `lookup --json` prints; null where none is loaded or lists it. */
export interface TableFacts {
  /** The text of its processing note. */
  readonly processingNoteText: string | null;
  /** The release of CMS's list of codes not otherwise classified that has it. */
  readonly notOtherwiseClassified: string | null;
  readonly feeSchedule: FeeScheduleFacts | null;
  readonly drugPrice: DrugPriceFacts | null;
  readonly rbcs: RbcsFacts | null;
  readonly categoryThree: CategoryThreeFacts | null;
}

export interface FeeScheduleFacts {
  readonly release: string;
  readonly status: string;
  /** As printed; '' where the form of the table has no such column. */
  readonly globalDays: string;
  readonly pcTc: string;
  readonly multipleProcedure: string;
  readonly bilateralSurgery: string;
  readonly assistantSurgery: string;
  readonly coSurgery: string;
  readonly teamSurgery: string;
  readonly workRvu: string;
  readonly conversionFactor: string;
  /** Cents, before the geographic adjustment; null where the service is not priced by relative values. */
  readonly nonFacilityCents: number | null;
  readonly facilityCents: number | null;
}

interface DrugPriceFacts {
  readonly release: string;
  readonly dosage: string;
  /** Dollars, as printed. */
  readonly paymentLimit: string;
}

interface RbcsFacts {
  readonly release: string;
  readonly category: string;
  readonly subcategory: string;
  readonly family: string;
}

interface CategoryThreeFacts {
  readonly release: string;
  readonly effective: string;
  /** The day it lapses: the table's own, else five years on. */
  readonly sunset: string;
  readonly isPublished: boolean;
  readonly convertedTo: readonly string[];
}

/** The keys in the order in which they are printed. */
export const NO_TABLE_FACTS: TableFacts = {
  processingNoteText: null,
  notOtherwiseClassified: null,
  feeSchedule: null,
  drugPrice: null,
  rbcs: null,
  categoryThree: null,
};

/** @param processingNote number of the note, of the HCPCS record */
export async function tableFacts(
  codebook: Codebook,
  code: string,
  processingNote: string | null,
  when: When,
): Promise<TableFacts> {
  const note = processingNote === null ? null : codebook.record('hcpcs-notes', processingNote, when);
  const noc = codebook.record('hcpcs-noc', code, when);
  return {
    processingNoteText: note?.status === 'listed' ? note.rows[0].text : null,
    notOtherwiseClassified: noc.status === 'listed' ? noc.release.id : null,
    feeSchedule: feeSchedule(codebook, code, when),
    drugPrice: drugPrice(codebook, code, when),
    rbcs: rbcs(codebook, code, when),
    categoryThree: await categoryThree(codebook, code, when),
  };
}

function feeSchedule(codebook: Codebook, code: string, when: When): FeeScheduleFacts | null {
  const answer = codebook.record('pfs', code, when);
  if (answer.status !== 'listed') return null;
  const row = answer.rows[0];
  return {
    release: answer.release.id,
    status: row.status,
    globalDays: row.globalDays,
    pcTc: row.pcTc,
    multipleProcedure: row.multipleProcedure,
    bilateralSurgery: row.bilateralSurgery,
    assistantSurgery: row.assistantSurgery,
    coSurgery: row.coSurgery,
    teamSurgery: row.teamSurgery,
    workRvu: row.workRvu,
    conversionFactor: row.conversionFactor,
    nonFacilityCents: centsOf(row.nonFacilityTotal, row.conversionFactor),
    facilityCents: centsOf(row.facilityTotal, row.conversionFactor),
  };
}

/** Relative values times the conversion factor (Claims Processing Manual, chapter 12, section 20), to the cent. */
function centsOf(total: string, factor: string): number | null {
  const [values, dollars] = [decimalOf(total), decimalOf(factor)];
  if (values === null || dollars === null || values.digits === 0n || dollars.digits === 0n) return null;
  return rounded(times(times(values, dollars), { digits: 100n, places: 0 }));
}

/** Half up. */
function rounded({ digits, places }: Decimal): number {
  const one = 10n ** BigInt(places);
  return Number((digits + one / 2n) / one);
}

function drugPrice(codebook: Codebook, code: string, when: When): DrugPriceFacts | null {
  const answer = codebook.record('asp', code, when);
  if (answer.status !== 'listed') return null;
  const { dosage, paymentLimit } = answer.rows[0];
  return { release: answer.release.id, dosage, paymentLimit };
}

/** Of several categories over time the newest that had begun by the day. */
function rbcs(codebook: Codebook, code: string, when: When): RbcsFacts | null {
  const answer = codebook.record('rbcs', code, when);
  if (answer.status !== 'listed') return null;
  const on = isoDay(when.on);
  const inOrder = [...answer.rows].sort((a, b) => (a.analysisStartDate < b.analysisStartDate ? -1 : 1));
  const row = inOrder.findLast(({ analysisStartDate }) => analysisStartDate <= on) ?? inOrder[0];
  return {
    release: answer.release.id,
    category: row.categoryDescription || row.category,
    subcategory: row.subcategoryDescription || row.subcategory,
    family: row.familyDescription || row.familyNumber,
  };
}

async function categoryThree(codebook: Codebook, code: string, when: When): Promise<CategoryThreeFacts | null> {
  const answer = codebook.record('cpt-category-three', code, when);
  if (answer.status !== 'listed') return null;
  const { categoryThreeRow } = await import('../codes/category-three.ts');
  const row = categoryThreeRow({ code, ...answer.rows[0] });
  if ('column' in row) return null;
  const { effective, sunset, isPublished, convertedTo } = row;
  return { release: answer.release.id, effective: isoDay(effective), sunset: isoDay(sunset), isPublished, convertedTo };
}
