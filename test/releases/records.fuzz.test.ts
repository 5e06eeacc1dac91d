import { expect, test } from 'vitest';
import { PROBLEMS } from '../../src/problems.ts';
import { isRecordKind, RECORD_TABLES, type RecordKind, type RecordRelease } from '../../src/releases/index.ts';
import { below, FUZZ_RUNS, mutate, randomFrom } from '../support/fuzz.ts';
import { bytesOf, readAll } from './fixtures.ts';
import {
  ANESTHESIA_CSV,
  ANESTHESIA_TEXT,
  ASP_CSV,
  addendaLine,
  dmeposCsv,
  GPCI_CSV,
  GPCI_TEXT,
  ICD10CM,
  NDC_NOC,
  NDC_ROWS,
  ndcCsv,
  PFS_ROWS,
  pfsCsv,
  pfsText,
  RBCS_CSV,
} from './record-fixtures.ts';

const WORDS = ['11042', 'J0135', '0.00', '', ',', '"', '\t', '\r\n', '  ', '\x1a', '\xa0', '\x00', '99', 'NA'];
const ADDENDA = [
  addendaLine('Add', 'A0011', 1, 'Words'),
  addendaLine('Delete', 'A0012', 1, 'More words'),
  addendaLine('Revise from', 'A00', 0, 'Words'),
].join('\r\n');

test.each<[RecordKind, string, string, string[]]>([
  ['pfs', 'PPRRVU2025_Oct.csv', pfsCsv([...PFS_ROWS, ...PFS_ROWS]), ['record-key', 'record-value', 'record-columns']],
  ['pfs', 'PPRRVU2025_Oct.txt', pfsText(), ['record-key', 'record-value', 'record-columns']],
  ['pfs-gpci', 'GPCI2025.txt', GPCI_TEXT, ['record-columns']],
  ['pfs-gpci', 'GPCI2025.csv', GPCI_CSV, ['record-key', 'record-value']],
  ['pfs-anesthesia', 'ANES2025.txt', ANESTHESIA_TEXT, ['record-columns']],
  ['pfs-anesthesia', 'ANES2025.csv', ANESTHESIA_CSV, ['record-key', 'record-value']],
  ['rbcs', 'RBCS_RY_2025.csv', RBCS_CSV, ['record-key', 'record-value']],
  ['icd10cm', 'icd10cm_order_2024.txt', ICD10CM, ['icd-line', 'record-duplicate']],
  ['icd10cm-addenda', 'icd10cm_order_addenda_2024.txt', ADDENDA, ['icd-line']],
  ['asp', '2025-jul-asp-pricing-file.csv', ASP_CSV, ['record-key']],
  ['ndc-hcpcs', 'July 2025 ASP NDC-HCPCS Crosswalk.csv', ndcCsv('ASP', NDC_ROWS), ['record-key']],
  ['ndc-hcpcs', 'July 2025 NOC NDC-HCPCS Crosswalk.csv', NDC_NOC, ['record-columns']],
  ['dmepos', 'DMEPOS25_APR25.csv', dmeposCsv([['E0260', 'RR', '']]), ['record-value']],
])(
  'mutated %s, %s',
  async (kind, name, text, expected) => {
    const random = randomFrom(name.length);
    const met = new Set<string>();
    for (let run = 0; run < FUZZ_RUNS / 5; run++) {
      const read = await readAll({ [name]: mutate(bytesOf(text), random, WORDS) }, 1 + below(random, 4000));
      if (read.releases.length + read.notKnown.length + read.problems.length === 0)
        throw new Error('the file was lost');
      for (const { code, message, file } of read.problems) {
        if (!(code in PROBLEMS) || message === '' || file !== name) throw new Error(`unsound problem ${code}`);
        met.add(code);
      }
      for (const release of read.releases) {
        met.add(release.kind);
        if (!isRecordKind(release.kind) || !('records' in release)) continue;
        const { length } = RECORD_TABLES[release.kind];
        for (const { key, fields } of (release as RecordRelease).records) {
          if (key === '' || fields.length !== length || fields.some((field) => field !== field.trim())) {
            throw new Error(`unsound record ${JSON.stringify([key, fields])}`);
          }
        }
      }
    }
    expect([...met]).toEqual(expect.arrayContaining([kind, ...expected]));
  },
  7_200_000,
);
