import { AspLimits } from '../codebook/asp-limits.ts';
import type { CodebookTables } from '../codebook/codebook.ts';
import { CoverageTable } from '../codebook/coverage-table.ts';
import { DescriptorTable } from '../codebook/descriptor-table.ts';
import { DiagnosisTable } from '../codebook/diagnosis-table.ts';
import { DmeposFees } from '../codebook/dmepos-fees.ts';
import { DmeposTable } from '../codebook/dmepos-table.ts';
import { FeeScheduleTable } from '../codebook/fee-schedule-table.ts';
import { GpciTable } from '../codebook/gpci-table.ts';
import { NocTable } from '../codebook/noc-table.ts';
import { PackageTable } from '../codebook/package-table.ts';
import type { RecordContext } from '../codebook/record-answer.ts';
import type { RecordKind } from '../releases/record-tables.ts';

/**
 * The codebook's tables of records in numbers, each made when an edit first asks for it; null where no release of the
 * kind is loaded.
 */
export class RecordTables {
  readonly feeSchedule: FeeScheduleTable | null;
  readonly diagnoses: DiagnosisTable | null;
  readonly gpci: GpciTable | null;
  readonly dmeposFees: DmeposFees | null;
  readonly aspLimits: AspLimits | null;
  readonly coverage: CoverageTable | null;
  readonly equipment: DmeposTable | null;
  /** HCPCS descriptors. */
  readonly descriptors: DescriptorTable | null;
  readonly notClassified: NocTable | null;
  readonly packages: PackageTable | null;

  constructor(tables: CodebookTables) {
    const { records } = tables;
    this.feeSchedule = isLoaded(records, 'pfs') ? new FeeScheduleTable(records) : null;
    this.coverage = isLoaded(records, 'coverage-articles') ? new CoverageTable(records) : null;
    this.equipment = isLoaded(records, 'dmepos') ? new DmeposTable(records) : null;
    this.diagnoses = isLoaded(records, 'icd10cm') ? new DiagnosisTable(records) : null;
    this.gpci = isLoaded(records, 'pfs-gpci') ? new GpciTable(records) : null;
    this.dmeposFees = isLoaded(records, 'dmepos') ? new DmeposFees(records) : null;
    this.aspLimits = isLoaded(records, 'asp') ? new AspLimits(records) : null;
    this.descriptors = tables.hcpcs === null ? null : new DescriptorTable(tables);
    this.notClassified = isLoaded(records, 'hcpcs-noc') ? new NocTable(records) : null;
    this.packages = isLoaded(records, 'ndc-hcpcs') ? new PackageTable(records) : null;
  }
}

const made = new WeakMap<CodebookTables, RecordTables>();

/** The tables of a codebook as of a day, made once: some read a hundred thousand rows before they answer. */
export function recordTablesOf(tables: CodebookTables): RecordTables {
  const known = made.get(tables) ?? new RecordTables(tables);
  made.set(tables, known);
  return known;
}

/** Whether a release of the kind is loaded; its rows are read when a table first looks into them. */
const isLoaded = ({ asOf }: RecordContext, kind: RecordKind): boolean => asOf.quarters(kind).length > 0;
