import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entry, zip } from '../releases/fixtures.ts';
import type { Offered } from '../support/stand-in-site.ts';

const SAMPLES = join(import.meta.dirname, '../../samples/releases');
const sample = (name: string) => entry(name, readFileSync(join(SAMPLES, name)));
const archiveOf = (...names: readonly string[]): Uint8Array => zip(...names.map(sample));
const note = (text: string): Uint8Array => zip(entry('readme.txt', text));

const MUE = {
  practitioner: 'PractitionerServices',
  'facility-outpatient-hospital': 'OutpatientHospitalServices',
  'dme-supplier': 'DMESupplierServices',
};

/** The shipped sample's releases of one quarter, under the names that CMS gives its archives. */
export function sampleQuarter(quarter: 3 | 4): readonly Offered[] {
  const month = quarter === 3 ? 'july' : 'october';
  const day = quarter === 3 ? '07-01-2024' : '10-01-2024';
  const version = quarter === 3 ? 'v302r0' : 'v303r0';
  return [
    {
      site: 'hcpcs',
      name: `${month}-2024-alpha-numeric-hcpcs-file.zip`,
      bytes: archiveOf(`HCPC2024_${month.slice(0, 3).toUpperCase()}_ANWEB.txt`),
    },
    ...(['pra', 'oph'] as const).map((kind) => ({
      site: 'ncci-ptp' as const,
      name: `medicare-ncci-2024q${quarter}-${kind === 'pra' ? 'practitioner' : 'hospital'}-ptp-edits-cci${kind}-${version}-f1.zip`,
      bytes: archiveOf(`cci${kind}-${version}.txt`),
      gated: true,
    })),
    ...Object.entries(MUE).map(([name, file]) => ({
      site: 'ncci-mue' as const,
      name: `medicare-ncci-2024-q${quarter}-${name}-services-mue-table.zip`,
      bytes: archiveOf(`MCR_MUE_${file}_Eff_${day}.csv`),
    })),
    {
      site: 'ncci-aoc',
      name: `add-code-edits-medicare-effective-${day.replaceAll('-', '')}.zip`,
      bytes: archiveOf(`AOC_V2024Q${quarter}-MCR.txt`),
    },
  ];
}

/** Names of CMS's that are not to be taken for a release, and files of sites that the sample has nothing of. */
export const beside: readonly Offered[] = [
  {
    site: 'ncci-ptp',
    name: 'medicare-ncci-2025q1-practitioner-quarterly-additions-deletions-revisions-ptp.zip',
    bytes: note('changes'),
  },
  { site: 'ncci-mue', name: 'medicaid-ncci-q1-2025-practitioner-services-mue-table.zip', bytes: note('Medicaid') },
  { site: 'pfs', subpage: 'rvu24c', name: 'rvu24c.zip', bytes: note('July'), gated: true },
  { site: 'pfs', subpage: 'rvu24d', name: 'rvu24d-updated-08-26-2024.zip', bytes: note('October'), gated: true },
  { site: 'asp', name: 'october-2024-asp-pricing-file.zip', bytes: note('limits') },
  { site: 'asp', name: 'july-2024-ndc-hcpcs-crosswalk.zip', bytes: note('crosswalk') },
  { site: 'asp', name: 'october-2024-noc-asp-pricing.zip', bytes: note('not classified') },
  { site: 'icd10cm', name: '2025-code-descriptions-tabular-order.zip', bytes: note('fiscal year 2025') },
  { site: 'icd10cm', name: 'april-1-2024-code-descriptions-tabular-order.zip', bytes: note('April 2024') },
  { site: 'rbcs', name: 'RBCS_RY_2024.csv', bytes: new TextEncoder().encode('HCPCS_Cd,RBCS_ID\r\nA0021,OA001N\r\n') },
];
