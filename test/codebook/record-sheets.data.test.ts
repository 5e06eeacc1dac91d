import { beforeAll, describe, expect, test } from 'vitest';
import { type Codebook, compile, openCodebook } from '../../src/codebook/index.ts';
import { packCodeText, packModifierText } from '../../src/codes/packed.ts';
import { packDiagnosisText } from '../../src/codes/packed-diagnosis.ts';
import { RecordTables } from '../../src/edits/record-tables.ts';
import { readReleases } from '../../src/releases/index.ts';
import { dataPath, HAS_DATA } from '../support/data.ts';

describe.skipIf(!HAS_DATA)('tables of numbers over records', () => {
  let codebook: Codebook;
  let tables: RecordTables;

  beforeAll(async () => {
    const { releases } = await readReleases([dataPath('fee-schedule'), dataPath('icd10')]);
    codebook = await openCodebook(compile(releases));
    tables = new RecordTables(codebook.tables());
  });

  test('say of every code of the fee schedule what its row says', () => {
    const { feeSchedule } = tables;
    let compared = 0;
    for (const release of codebook.releases.filter(({ kind }) => kind === 'pfs')) {
      for (const { key, fields } of codebook.records('pfs', release)) {
        const modifier = key.length > 5 ? packModifierText(key.slice(6)) : -1;
        const row = feeSchedule?.find(packCodeText(key.slice(0, 5)), modifier, release.period.from) ?? -1;
        const columns = feeSchedule?.columns(row);
        const at = feeSchedule?.at(row) ?? -1;
        const said = [
          String.fromCharCode(columns?.status[at] ?? 0),
          String(feeSchedule?.pcTc(row)),
          String(feeSchedule?.bilateral(row)),
          String(feeSchedule?.multiple(row)),
          columns?.workRvu[at],
          columns?.facilityPeRvu[at],
        ];
        const printed = [
          fields.status,
          fields.pcTc,
          fields.bilateralSurgery,
          fields.multipleProcedure,
          Number(fields.workRvu),
          Number(fields.facilityPeRvu),
        ];
        // Compared by hand: an expectation for each of 37,000 rows would take a minute.
        if (JSON.stringify(said) !== JSON.stringify(printed)) expect(said, `${release.id} ${key}`).toEqual(printed);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(37_000);
  });

  test('say of every diagnosis code whether it may stand on a claim', () => {
    const { diagnoses } = tables;
    let billable = 0;
    let manifestations = 0;
    for (const release of codebook.releases.filter(({ kind }) => kind === 'icd10cm')) {
      for (const { key, fields } of codebook.records('icd10cm', release)) {
        const row = diagnoses?.find(packDiagnosisText(key), release.period.from) ?? -1;
        if (diagnoses?.isBillable(row) !== (fields.billable === '1')) expect(key).toBe('as its row says');
        if (diagnoses?.isBillable(row)) billable++;
        if (diagnoses?.isManifestation(row)) manifestations++;
      }
    }
    expect(billable).toBe(74_044);
    expect(manifestations).toBeGreaterThan(80);
    expect(diagnoses?.find(packDiagnosisText('A00X'), 10_200)).toBe(-1);
  });
});
