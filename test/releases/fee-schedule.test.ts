import { describe, expect, it, test } from 'vitest';
import { isoDay } from '../../src/codes/day.ts';
import { cellsOf, codesOf, entry, odditiesOf, readAll, workbook, zip } from './fixtures.ts';
import {
  ANESTHESIA_CSV,
  ANESTHESIA_TEXT,
  GPCI_CSV,
  GPCI_TEXT,
  PFS_ROWS,
  pfsCsv,
  pfsLine,
  pfsText,
  recordsOf,
  rowsOf,
} from './record-fixtures.ts';

const NAME = 'PPRRVU2025_Oct.csv';

describe('the relative value file', () => {
  it('says its quarter and its day, and is read whatever the file is called', async () => {
    const { period, published, rowCount } = recordsOf(await readAll({ 'values.csv': pfsCsv() }), 'pfs');
    expect([period.label, isoDay(published), rowCount]).toEqual(['2025Q4', '2025-09-11', 3]);
  });

  it('takes each column by its titles from top to bottom', async () => {
    const release = recordsOf(await readAll({ [NAME]: pfsCsv() }), 'pfs');
    expect(rowsOf<'pfs'>(release, '43235-53')).toEqual([
      {
        status: 'A',
        notUsedForMedicarePayment: '+',
        workRvu: '1.05',
        nonFacilityPeRvu: '0.55',
        nonFacilityNaIndicator: 'NA',
        facilityPeRvu: '0.61',
        facilityNaIndicator: 'NA',
        mpRvu: '0.12',
        nonFacilityTotal: '3.62',
        facilityTotal: '1.72',
        pcTc: '0',
        globalDays: '000',
        preOperative: '0.10',
        intraOperative: '0.80',
        postOperative: '0.10',
        multipleProcedure: '3',
        bilateralSurgery: '0',
        assistantSurgery: '1',
        coSurgery: '0',
        teamSurgery: '0',
        endoscopicBase: '43200',
        conversionFactor: '32.3465',
        diagnosticSupervision: '09',
        calculationFlag: '0',
        imagingFamily: '88',
        oppsNonFacilityPe: '3.26',
        oppsFacilityPe: '3.26',
        oppsMp: '0.04',
      },
    ]);
  });

  it('keeps no descriptor, whoever owns it', async () => {
    for (const text of [pfsCsv(), pfsText()]) {
      expect(JSON.stringify(await readAll({ [NAME.replace('.csv', '')]: text }))).not.toMatch(/zebra|public words/i);
    }
  });

  it('says the same as text, csv and spreadsheet', async () => {
    const cells = pfsCsv()
      .trimEnd()
      .split('\r\n')
      .map((row) => row.replace(/"([^"]*)"/, (_, text) => text.replace(',', ' ')).split(','))
      .map((row, i) => (i < 9 ? row : row.map((cell) => (/^\d\.\d+$/.test(cell) ? String(Number(cell)) : cell))));
    const read = await readAll({ 'a.csv': pfsCsv(), 'a.txt': pfsText(), 'a.xlsx': workbook(cells) });
    expect(odditiesOf(read)).toEqual(['also-as-text', 'also-as-xlsx']);
    const alone = recordsOf(await readAll({ 'a.txt': pfsText() }), 'pfs');
    expect(alone.records.map(({ fields }) => fields)).toEqual(
      recordsOf(read, 'pfs').records.map(({ fields }) => fields),
    );
  });

  it('takes the csv where the text differs, and says so', async () => {
    const read = await readAll({ 'a.csv': pfsCsv(), 'a.txt': pfsText([PFS_ROWS[0]]) });
    expect(odditiesOf(read)).toEqual(['forms-differ']);
    expect(recordsOf(read, 'pfs').rowCount).toBe(3);
  });

  it('joins the values of participants in qualifying payment models', async () => {
    const qualifying = pfsCsv().replaceAll('32.3465', '33.5675');
    const read = await readAll({ 'PPRRVU2026_Oct_nonQPP.csv': pfsCsv(), 'PPRRVU2026_Oct_QPP.csv': qualifying });
    expect([...codesOf(read), ...odditiesOf(read)]).toEqual([]);
    expect(rowsOf<'pfs'>(recordsOf(read, 'pfs'), 'G0101')[0]).toMatchObject({
      workRvu: '0.45',
      conversionFactor: '32.3465',
      conversionFactorQualifyingApm: '33.5675',
    });
  });

  it('notes where the two differ in more than the factor', async () => {
    const qualifying = pfsCsv().replace('11042,,Zebra words,A,,1.01', '11042,,Zebra words,A,,1.02');
    const read = await readAll({ 'x_nonQPP.csv': pfsCsv(), 'x_QPP.csv': qualifying });
    expect(recordsOf(read, 'pfs').oddities).toEqual([
      {
        code: 'parts-differ',
        message: '1 rows differ between the files, first workRvu of 11042; those of x_nonQPP.csv are used',
      },
    ]);
  });

  test.each([
    ['a code cut short', PFS_ROWS[0].slice(1), 'record-key', 12],
    ['a column too many', `${PFS_ROWS[0]},7`, 'record-columns', 12],
    ['a shifted row', PFS_ROWS[0].replace('Zebra words,A', 'A,Zebra words'), 'record-value', 12],
    ['a value that is no number', PFS_ROWS[0].replace('1.01', '1.0l'), 'record-value', 12],
    ['another row of the code', PFS_ROWS[2].replace('0.45', '0.46'), 'record-duplicate', 12],
  ])('refuses %s, and repeats no words', async (_, row, code, line) => {
    const read = await readAll({ [NAME]: pfsCsv([PFS_ROWS[1], PFS_ROWS[2], row]) });
    expect(read.releases).toEqual([]);
    expect(read.problems).toMatchObject([{ code, line, file: NAME }]);
    expect(JSON.stringify(read)).not.toMatch(/zebra/i);
  });

  test.each([
    ['cut', pfsLine(PFS_ROWS[0]).slice(0, 63), 'record-columns'],
    ['moved by one', ` ${pfsLine(PFS_ROWS[0])}`.replace(' 11042  ', '11042   '), 'record-columns'],
    ['with a wrong value', pfsLine(PFS_ROWS[0]).replace('32.3465', '32.34 5'), 'record-value'],
  ])('refuses a line of the text that is %s', async (_, line, code) => {
    const text = `${pfsText()}${line}\r\n`;
    expect((await readAll({ 'PPRRVU2025_Oct.txt': text })).problems).toMatchObject([{ code, line: 6 }]);
  });

  it('reads the values and the indicators from two tables', async () => {
    const amounts =
      'hcpcs_code,mod,rvu_work,rvu_non_pe,rvu_fac_pe,rvu_mp,rvu_non_sum,rvu_fac_sum,rvu_opps_non_pe,rvu_opps_fac_pe,rvu_opps_mp,cf\n11042,,1,2,3,4,5,6,7,8,9,33.2875\n11045,26,1,2,3,4,5,6,7,8,9,33.2875\n';
    const indicators =
      'hcpcs_code,mod,status,pctc,glob,pre_op,intra_op,post_op,mult_proc,bilat_surg,asst_surg,co_surg,team_surg,endo_base,phys_diag_pro,diag_img_fam,non_na,fac_na,not_used_mcr\n11042,,A,0,000,0,0,0,2,0,1,0,0,,09,99,,NA,\n';
    const read = await readAll({ 'pfs_rvu_amt-2024.csv': amounts, 'pfs_rvu_ind-2024.csv': indicators });
    const release = recordsOf(read, 'pfs');
    expect([release.period.label, release.rowCount, release.sources.length]).toEqual(['2024', 2, 2]);
    expect(rowsOf<'pfs'>(release, '11042')[0]).toMatchObject({ workRvu: '1', status: 'A', facilityNaIndicator: 'NA' });
    expect(rowsOf<'pfs'>(release, '11045-26')[0]).toMatchObject({ oppsMp: '9', conversionFactor: '33.2875' });
  });
});

describe('geographic indices and anesthesia factors', () => {
  test.each([
    ['text', 'GPCI2025.txt', GPCI_TEXT, ['AL', 'ALABAMA', '1.000', '0.869', '0.575', '', '']],
    ['csv', 'GPCI2025.csv', GPCI_CSV, ['AL', 'ALABAMA', '1', '0.869', '0.575', '', '0.985']],
  ])('indices as %s', async (_, name, text, fields) => {
    const release = recordsOf(await readAll({ [name]: text }), 'pfs-gpci');
    expect(release.period.label).toBe('2025');
    expect(release.records.map(({ key }) => key)).toEqual(['10112-00', '01112-05']);
    expect(release.records[0].fields).toEqual(fields);
  });

  it('factors as text and csv are the same', async () => {
    const read = await readAll({ 'ANES2025.txt': ANESTHESIA_TEXT, 'ANES2025.csv': ANESTHESIA_CSV });
    expect(odditiesOf(read)).toEqual(['also-as-csv']);
    expect(rowsOf(recordsOf(read, 'pfs-anesthesia'), '01112-05')).toMatchObject([{ conversionFactor: '21.45' }]);
  });

  it('two factors, for participants in qualifying payment models and for all others', async () => {
    const csv =
      'Contractor,Locality,Locality Name,2026 Qualifying APM Anes CF,2026 Non-Qualifying APM Anes CF\n10112,00,ALABAMA,19.52,19.42\n';
    expect(rowsOf(recordsOf(await readAll({ 'ANES2026.csv': csv }), 'pfs-anesthesia'), '10112-00')).toEqual([
      { localityName: 'ALABAMA', conversionFactor: '19.42', conversionFactorQualifyingApm: '19.52' },
    ]);
  });

  it('are of the quarter that their archive is of', async () => {
    const read = await readAll({ 'RVU25D.zip': zip(entry('GPCI2025.txt', GPCI_TEXT), entry('a.csv', pfsCsv())) });
    expect(read.releases.map(({ kind, period }) => `${kind} ${period.label}`)).toEqual([
      'pfs 2025Q4',
      'pfs-gpci 2025Q4',
    ]);
  });

  test.each([
    ['GPCI2025.txt', GPCI_TEXT.replace('0.869       ', ''), 'record-columns', 4],
    ['GPCI2025.csv', GPCI_CSV.replace('0.869', 'O.869'), 'record-value', 3],
    ['ANES2025.txt', ANESTHESIA_TEXT.replace('2145', '21.45'), 'record-columns', 2],
    ['ANES2025.csv', ANESTHESIA_CSV.replace('10112,00', '10112,'), 'record-key', 2],
  ])('%s with a broken row', async (name, text, code, line) => {
    expect((await readAll({ [name]: text })).problems).toMatchObject([{ code, line, file: name }]);
  });
});

test('periods by name', async () => {
  const untitled = pfsCsv().split('\r\n').slice(8).join('\r\n');
  const header = pfsCsv().split('\r\n').slice(4).join('\r\n');
  expect(codesOf(await readAll({ 'values.csv': header }))).toEqual(['release-period-unknown']);
  for (const [name, label] of [
    ['PPRRVU25_JAN.csv', '2025Q1'],
    ['PPRRVU2026_Jul_nonQPP.csv', '2026Q3'],
    ['rvu24b/values.csv', '2024Q2'],
    ['pfs-2024.csv', '2024'],
  ]) {
    const [folder, file] = name.includes('/') ? name.split('/') : ['', name];
    const files = folder === '' ? { [file]: header } : { [`${folder}.zip`]: zip(entry(file, header)) };
    expect(recordsOf(await readAll(files), 'pfs').period.label).toBe(label);
  }
  expect(codesOf(await readAll({ 'PPRRVU25_JAN.csv': untitled }))).toEqual(['table-columns']);
  expect(cellsOf(untitled, ',')[0][0]).toBe('HCPCS');
});
