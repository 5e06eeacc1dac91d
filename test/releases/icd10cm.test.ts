import { describe, expect, it, test } from 'vitest';
import { isoDay } from '../../src/codes/day.ts';
import { applyAddenda } from '../../src/releases/icd10cm-apply-addenda.ts';
import { codesOf, entry, odditiesOf, readAll, zip } from './fixtures.ts';
import { addendaLine, ICD10CM, icdLine, recordsOf, rowsOf } from './record-fixtures.ts';

describe('the order file', () => {
  it('gives codes and headers with both descriptions', async () => {
    const release = recordsOf(await readAll({ 'icd10cm_order_2024.txt': ICD10CM }, 7), 'icd10cm');
    expect(release.rowCount).toBe(4);
    expect(rowsOf<'icd10cm'>(release, 'A00')).toMatchObject([{ orderNumber: '00001', billable: '0' }]);
    expect(rowsOf<'icd10cm'>(release, 'A001')).toEqual([
      {
        orderNumber: '00003',
        billable: '1',
        shortDescription: 'Cholera of a kind',
        longDescription: 'Cholera of a kind that is told at length',
      },
    ]);
  });

  test.each([
    ['icd10cm_order_2024.txt', '2024', '2023-10-01', '2024-09-30'],
    ['icd10cm-order-2026.txt', '2026', '2025-10-01', '2026-09-30'],
    ['icd10cm-order-April-2025.txt', '2025Q2', '2025-04-01', '2025-09-30'],
    ['icd10cm-order-April-1-2026.txt', '2026Q2', '2026-04-01', '2026-09-30'],
  ])('%s is of %s', async (name, label, from, to) => {
    const { period } = recordsOf(await readAll({ [name]: ICD10CM }), 'icd10cm');
    expect([period.label, isoDay(period.from), isoDay(period.to)]).toEqual([label, from, to]);
  });

  it('is of April where its archive says so', async () => {
    const archive = zip(entry('icd10cm_order_2026.txt', ICD10CM));
    const read = await readAll({ 'april-1-2026-code-descriptions-tabular-order.zip': archive });
    expect(recordsOf(read, 'icd10cm').period.label).toBe('2026Q2');
  });

  test.each([
    ['without its long description', icdLine(5, 'Z00', 0, 'Words', ''), 'icd-line'],
    ['with another flag', icdLine(5, 'Z00', 0, 'Words').replace(' 0 ', ' 2 '), 'icd-line'],
    ['with a space in its code', icdLine(5, 'Z00 1', 0, 'Words'), 'record-key'],
    ['of a code that is here already', icdLine(5, 'A00', 1, 'Words'), 'record-duplicate'],
  ])('refuses a line %s', async (_, line, code) => {
    const read = await readAll({ 'icd10cm_order_2024.txt': `${ICD10CM}${line}\n` });
    expect(read.problems).toMatchObject([{ code, line: 5 }]);
  });

  it('notes order numbers that leave some out', async () => {
    const text = ICD10CM.replace(/^00002.*\r\n/m, '');
    expect(odditiesOf(await readAll({ 'icd10cm_order_2024.txt': text }))).toEqual(['order-numbers']);
  });

  it('is not taken for ICD-10-PCS, nor that for it', async () => {
    const text = ['00001 001     0 Central Nervous System', '00002 0016070 1 Bypass'].join('\r\n');
    const read = await readAll({ 'icd10pcs_order_2024.txt': text });
    expect(read.notKnown).toMatchObject([{ reason: 'not read yet: ICD-10-PCS order file' }]);
  });
});

const LONG = 'Cholera of a kind that is told at length';
const ADDENDA = [
  'Headers',
  '       3 headers in icd10cm_order_2024.txt',
  '',
  addendaLine('Add', 'A001', 0, 'Cholera of a kind', LONG),
  addendaLine('Add', 'A0011', 1, 'Cholera of a newer kind'),
  addendaLine('Delete', 'A001', 1, 'Cholera of a kind', LONG),
  addendaLine(
    'Delete',
    'S72001A',
    1,
    'Fx unsp part of neck of right femur, init',
    'Fracture of neck of right femur, initial',
  ),
  addendaLine('Revise from', 'A00', 0, 'Cholera'),
  addendaLine('Revise to', 'A00', 0, 'Cholera, all kinds'),
  '',
].join('\r\n');
const NEXT = [
  icdLine(1, 'A00', 0, 'Cholera, all kinds'),
  icdLine(2, 'A000', 1, 'Cholera due to Vibrio cholerae 01, biovar cholerae'),
  icdLine(3, 'A001', 0, 'Cholera of a kind', LONG),
  icdLine(4, 'A0011', 1, 'Cholera of a newer kind'),
  '',
].join('\r\n');
const ORDERS = { 'icd10cm_order_2024.txt': ICD10CM, 'icd10cm_order_2025.txt': NEXT };

describe('the addenda', () => {
  it('are read in the order of the file', async () => {
    const release = recordsOf(await readAll({ 'icd10cm_order_addenda_2025.txt': ADDENDA }), 'icd10cm-addenda');
    expect(release.records.map(({ key, fields }) => `${fields[0]} ${key}`)).toEqual([
      'add A001',
      'add A0011',
      'delete A001',
      'delete S72001A',
      'revise from A00',
      'revise to A00',
    ]);
  });

  it('lead from one year to the next', async () => {
    const read = await readAll({ ...ORDERS, 'icd10cm_order_addenda_2025.txt': ADDENDA });
    expect(recordsOf(read, 'icd10cm-addenda').oddities.map(({ message }) => message)).toContain(
      'applied to 2024 they give 2025',
    );
  });

  it('are noted where they do not', async () => {
    const text = ADDENDA.replace(/^Delete: +1 S72.*\r\n/m, '').replace(
      'from: 0 A00     Cholera ',
      'from: 0 A00     Colera  ',
    );
    const read = await readAll({ ...ORDERS, 'icd10cm_order_addenda_2025.txt': text });
    expect(recordsOf(read, 'icd10cm-addenda').oddities.at(-1)).toEqual({
      code: 'addenda-differ',
      message: 'applied to 2024 they do not give 2025: 2 lines do not fit, 2 codes differ, first A00',
    });
  });

  it('that change nothing are none the less read', async () => {
    const read = await readAll({
      'icd10cm-order-addenda-April-2025.txt': 'Headers\r\n 23467 headers in icd10cm_order_2025.txt\r\n 0 additions\r\n',
    });
    expect(recordsOf(read, 'icd10cm-addenda').rowCount).toBe(0);
    expect(odditiesOf(read)).toEqual(['count-lines', 'no-changes']);
  });

  it('with a broken line are refused', async () => {
    const text = ADDENDA.replace('Add:         1 A0011', 'Add:         A0011');
    const read = await readAll({ 'icd10cm_order_addenda_2025.txt': text });
    expect(read.problems).toMatchObject([{ code: 'icd-line', line: 5 }]);
    expect(codesOf(read)).toEqual(['icd-line']);
  });

  it('applied say which lines do not fit', () => {
    const record = (key: string, ...fields: string[]) => ({ key, fields, line: 1 });
    const former = [record('A00', '00001', '0', 'a', 'a')];
    const stray = record('B00', 'delete', '1', 'b', 'b');
    const again = record('A00', 'add', '0', 'a', 'a');
    const fresh = record('C00', 'add', '1', 'c', 'c');
    expect(applyAddenda(former, [stray, again, fresh])).toEqual({
      records: [former[0], record('C00', '', '1', 'c', 'c')],
      misfits: [stray, again],
    });
  });
});
