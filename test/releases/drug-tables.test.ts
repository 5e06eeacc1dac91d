import { describe, expect, it, test } from 'vitest';
import { codesOf, entry, odditiesOf, readAll, zip } from './fixtures.ts';
import { ASP_CSV, dmeposCsv, NDC_NOC, NDC_ROWS, ndcCsv, RBCS_CSV, recordsOf, rowsOf } from './record-fixtures.ts';

describe('payment limits of drugs', () => {
  it('are of the quarter they say, and keep descriptors of Level II codes alone', async () => {
    const read = await readAll({ 'pricing.csv': ASP_CSV });
    const release = recordsOf(read, 'asp');
    expect(release.period.label).toBe('2025Q3');
    expect(rowsOf(release, 'J0135')).toEqual([
      {
        shortDescription: 'Adalimumab injection',
        dosage: '20 MG',
        paymentLimit: '1,234.567',
        coInsurancePercentage: '20%',
        notes: 'see note',
      },
    ]);
    expect(rowsOf(release, '90371')).toEqual([
      { dosage: '1 ML', paymentLimit: '138.873', coInsurancePercentage: '20%' },
    ]);
    expect(JSON.stringify(read)).not.toMatch(/zebra/i);
  });

  test.each(['2025-apr-asp-pricing-file.csv', 'April 2025 ASP Pricing File 03-30-2025.csv'])(
    '%s is of April where it says no quarter',
    async (name) => {
      const text = ASP_CSV.replace(/^"Effective.*\r\n/m, '');
      expect(recordsOf(await readAll({ [name]: text }), 'asp').period.label).toBe('2025Q2');
    },
  );

  it('without a code of their own are a table by name', async () => {
    const text =
      '"Effective July 1, 2025"\r\nDrug Generic Name (Trade Name),Dosage,Payment Limit,Notes\r\nVasopressin,20 UNITS,3.21,\r\n';
    expect(rowsOf(recordsOf(await readAll({ 'noc.csv': text }), 'asp-noc'), 'Vasopressin')).toEqual([
      { dosage: '20 UNITS', paymentLimit: '3.21' },
    ]);
  });

  it('that are no numbers are kept and noted', async () => {
    const read = await readAll({ 'asp.csv': ASP_CSV.replace('138.873', 'see note') });
    expect(odditiesOf(read)).toEqual(['unusual-values']);
    expect(rowsOf(recordsOf(read, 'asp'), '90371')).toMatchObject([{ paymentLimit: 'see note' }]);
  });

  it('end with a note at times', async () => {
    const text = `${ASP_CSV}Note: the limits above are those of the quarter,,,,,,,,,,\r\n`;
    const read = await readAll({ 'asp.csv': text });
    expect([recordsOf(read, 'asp').rowCount, odditiesOf(read)]).toEqual([3, ['note-rows']]);
  });

  it('with a broken code are refused', async () => {
    const read = await readAll({ 'asp.csv': ASP_CSV.replace('J7190', 'J719') });
    expect(read.problems).toMatchObject([{ code: 'record-key', line: 6 }]);
  });
});

describe('drug packages', () => {
  const NAME = 'July 2025 ASP NDC-HCPCS Crosswalk 061225.csv';

  it('are found by the eleven digits of the NDC', async () => {
    const read = await readAll({ [NAME]: ndcCsv('ASP', NDC_ROWS) });
    const release = recordsOf(read, 'ndc-hcpcs');
    expect(release.period.label).toBe('2025Q3');
    expect(rowsOf(release, '00074433902')).toEqual([
      {
        crosswalk: 'ASP',
        code: 'J0135',
        shortDescription: 'Adalimumab injection',
        labeler: 'ABBVIE',
        ndc: '00074-4339-02',
        drugName: 'Humira',
        dosage: '20 MG',
        packageSize: '0.8',
        packageQuantity: '2',
        billUnits: '2',
        billUnitsPerPackage: '4',
      },
    ]);
    expect(JSON.stringify(read)).not.toMatch(/zebra/i);
  });

  it('of all crosswalks of a quarter are one release', async () => {
    const archive = zip(
      entry(NAME, ndcCsv('ASP', NDC_ROWS)),
      entry(NAME.replace('ASP', 'OPPS'), ndcCsv('OPPS', [NDC_ROWS[0]])),
      entry(NAME.replace('ASP', 'NOC'), NDC_NOC),
    );
    const read = await readAll({ 'july-2025-ndc-hcpcs-crosswalk.zip': archive });
    const release = recordsOf(read, 'ndc-hcpcs');
    expect([release.rowCount, release.sources.length, codesOf(read)]).toEqual([4, 3, []]);
    expect(rowsOf<'ndc-hcpcs'>(release, '00074433902').map(({ crosswalk }) => crosswalk)).toEqual(['ASP', 'OPPS']);
    expect(rowsOf<'ndc-hcpcs'>(release, '81298861003')).toMatchObject([
      { crosswalk: 'NOC', genericName: 'Vasopressin', billUnitsPerPackage: '10' },
    ]);
  });

  it('of two crosswalks that say not which they are are refused', async () => {
    const untitled = ndcCsv('', NDC_ROWS).replace(' NDC-HCPCS Crosswalk', '');
    const read = await readAll({
      'july-2025-a.csv': untitled,
      'july-2025-b.csv': untitled.replace('0.8', '0.9'),
    });
    expect(codesOf(read)).toEqual(['releases-conflict']);
  });
});

test('RBCS categories keep every time a code was in one', async () => {
  const release = recordsOf(await readAll({ 'RBCS_RY_2025.csv': RBCS_CSV }), 'rbcs');
  expect(release.period.label).toBe('2025');
  expect(rowsOf<'rbcs'>(release, '11042').map(({ rbcsId, analysisEndDate }) => [rbcsId, analysisEndDate])).toEqual([
    ['PK001N', '12/31/9999'],
    ['PK000N', '12/31/2018'],
  ]);
  const read = await readAll({ 'RBCS_RY_2025.csv': RBCS_CSV.replace('01/01/1989', '1989') });
  expect(read.problems).toMatchObject([{ code: 'record-value', line: 2 }]);
});

describe('the DMEPOS fee schedule', () => {
  const ROWS = [
    ['E0260', 'RR', ''],
    ['E0260', 'RR', 'KU'],
    ['E0260', '', ''],
  ] as const;

  it('has a field for each column, by the title of the file', async () => {
    const release = recordsOf(await readAll({ 'DMEPOS25_APR25.csv': dmeposCsv(ROWS) }), 'dmepos');
    expect([release.period.label, release.records.map(({ key }) => key)]).toEqual([
      '2025Q2',
      ['E0260-RR', 'E0260-RR-KU', 'E0260'],
    ]);
    expect(rowsOf<'dmepos'>(release, 'E0260-RR-KU')[0]).toMatchObject({
      jurisdiction: 'D',
      category: 'IN',
      description: 'Bed, a',
      'AL (NR)': '0',
      'AL (R)': '0.01',
      'VI (R)': '1.05',
    });
  });

  test.each([
    ['a fee that is none', dmeposCsv(ROWS).replace('0.01', '0.O1'), 'record-value', 3],
    [
      'the same key twice',
      dmeposCsv([...ROWS, ['E0260', 'RR', '']]).replace(/0\.01(?=(.*\r\n){1}$)/, '0.02'),
      'record-duplicate',
      6,
    ],
    ['a modifier that is none', dmeposCsv([['E0260', 'RRR', '']]), 'record-key', 3],
  ])('refuses %s', async (_, text, code, line) => {
    expect((await readAll({ 'DMEPOS25_APR25.csv': text })).problems).toMatchObject([{ code, line }]);
  });

  it('of a layout without rural fees is listed', async () => {
    const text = dmeposCsv(ROWS)
      .replaceAll(' (NR)', '')
      .replaceAll(/,[A-Z]{2} \(R\)/g, '');
    const read = await readAll({ 'DMEPOS15_JAN.csv': text.split('\r\n').slice(1).join('\r\n') });
    expect(read.notKnown).toMatchObject([{ reason: 'not read yet: a DMEPOS fee schedule of another layout' }]);
  });
});
