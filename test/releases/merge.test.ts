import { expect, test } from 'vitest';
import type { HcpcsRelease, PtpRelease } from '../../src/releases/index.ts';
import {
  cellsOf,
  codesOf,
  HCPCS,
  hcpcsRecord,
  hcpcsSheet,
  hcpcsText,
  MUE,
  odditiesOf,
  PTP_ROWS,
  ptpText,
  readAll,
  workbook,
} from './fixtures.ts';

const [one, two, three, four] = PTP_ROWS.map((row) => ptpText([row]));

test('parts become one release in their order, rationales renumbered', async () => {
  const read = await readAll({
    'ccipra-v302r0-f4.txt': four,
    'ccipra-v302r0-f3.txt': three,
    'ccipra-v302r0-f1.txt': one,
    'ccipra-v302r0-f2.txt': two,
  });
  expect(read.problems).toEqual([]);
  const [release] = read.releases as PtpRelease[];
  const whole = (await readAll({ 'ccipra-v302r0.txt': ptpText(PTP_ROWS) })).releases[0] as PtpRelease;
  expect(release.rows).toEqual(whole.rows);
  expect(release.rowCount).toBe(4);
  expect(release.oddities).toEqual([]);
  expect(release.sources.map(({ part, rows }) => [part, rows])).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
    [4, 1],
  ]);
});

test.each([
  [['f2'], ['part-missing']],
  [['f1', 'f3'], ['part-missing']],
  [['f1'], ['part-alone']],
  [['f1', 'f2'], []],
])('parts %s alone: %s', async (parts, oddities) => {
  const files = Object.fromEntries(parts.map((part, i) => [`ccipra-v302r0-${part}.txt`, ptpText([PTP_ROWS[i]])]));
  expect(odditiesOf(await readAll(files))).toEqual(oddities);
});

test.each([
  ['a bad row', two.replace('19960101', '19960230'), 'ptp-date'],
  ['no row', '', 'release-empty'],
  ['another content', '<p>Service unavailable', 'release-not-as-named'],
  ['a broken archive', 'PK\x03\x04 and no more', 'zip-broken'],
])('a part with %s keeps the release back, and no other release', async (_, content, code) => {
  const read = await readAll({
    'ccipra-v302r0-f1.txt': one,
    'ccipra-v302r0-f2.txt': content,
    'ccipra-v302r0-f3.txt': three,
    'ccipra-v303r0-f1.txt': one,
    'ccipra-v302r1-f1.txt': one,
    'ccioph-v302r0-f1.txt': one,
    'mue-2024q3.csv': MUE,
  });
  expect(codesOf(read)).toEqual([code]);
  expect(read.releases.map(({ kind, setting, period, print }) => [kind, setting, period.label, print])).toEqual([
    ['ncci-ptp', 'professional', '2024Q3', 2],
    ['ncci-ptp', 'professional', '2024Q4', 1],
    ['ncci-ptp', 'outpatient', '2024Q3', 1],
    ['ncci-mue', 'professional', '2024Q3', 1],
  ]);
});

test('a broken part that does not say of what is taken for a part of each', async () => {
  const read = await readAll({ 'ccipra-v302r0-f1.txt': one, 'ptp-f2.txt': two.replace('19960101', '19960230') });
  expect(codesOf(read)).toEqual(['ptp-date']);
  expect(read.releases).toEqual([]);
});

test('settings, quarters and prints are releases of their own', async () => {
  const read = await readAll({
    'ccioph-v302r0.txt': one,
    'ccipra-v303r0.txt': one,
    'ccipra-v302r1.txt': two,
    'ccipra-v302r0.txt': three,
  });
  expect(read.releases.map(({ setting, period, print }) => `${setting} ${period.label} ${print}`)).toEqual([
    'professional 2024Q3 1',
    'professional 2024Q3 2',
    'professional 2024Q4 1',
    'outpatient 2024Q3 1',
  ]);
});

test('text and spreadsheet of one release: the text is taken, both are listed and compared', async () => {
  const records = [hcpcsRecord('A0001', { longDescription: 'Two  words' }), hcpcsRecord('B0001')];
  const same = await readAll({
    'HCPC2024_JUL_ANWEB.xlsx': workbook(hcpcsSheet(...records)),
    'HCPC2024_JUL_ANWEB.txt': hcpcsText(...records),
  });
  expect(same.releases).toHaveLength(1);
  expect(same.releases[0].sources.map(({ form }) => form)).toEqual(['text', 'xlsx']);
  expect(odditiesOf(same)).toEqual(['also-as-xlsx']);
  const other = hcpcsSheet(records[0], hcpcsRecord('B0001', { coverage: 'D' }), hcpcsRecord('C0001'));
  const differing = await readAll({
    'HCPC2024_JUL_ANWEB.xlsx': workbook(other),
    'HCPC2024_JUL_ANWEB.txt': hcpcsText(...records),
  });
  expect(differing.releases[0].oddities).toMatchObject([
    { code: 'forms-differ', message: 'HCPC2024_JUL_ANWEB.xlsx differs in 2 rows, first B0001; not used' },
  ]);
  expect((differing.releases[0] as HcpcsRelease).records).toHaveLength(2);
});

test('PTP, MUE and add-on tables are compared too', async () => {
  const ptp = await readAll({
    'ccipra-v302r0-f1.txt': one,
    'ccipra-v302r0-f1.xlsx': workbook(cellsOf(two)),
    'ccipra-v302r0-f2.txt': two,
    'ccipra-v302r0-f2.xlsx': workbook(cellsOf(two)),
  });
  expect(ptp.releases[0].oddities.map(({ message }) => message.slice(0, 30))).toEqual([
    'f1: ccipra-v302r0-f1.xlsx diff',
    'f2: ccipra-v302r0-f2.xlsx says',
  ]);
  expect(ptp.releases[0].rowCount).toBe(2);
});

test('the same file twice is read once', async () => {
  const read = await readAll({ 'a/mue-2024q3.csv': MUE, 'b/mue-2024q3.csv': MUE });
  expect(read.releases[0].sources).toHaveLength(1);
  expect(odditiesOf(read)).toEqual([]);
  expect(read.notKnown).toEqual([{ name: 'b/mue-2024q3.csv', reason: 'the same file as a/mue-2024q3.csv' }]);
});

test('two files that claim the same release and differ are a problem', async () => {
  const files = { 'HCPC2024_JUL_ANWEB.txt': HCPCS, 'copy/HCPC2024_JUL_ANWEB.txt': hcpcsText(hcpcsRecord('A0001')) };
  const read = await readAll(files);
  expect(read.releases).toEqual([]);
  expect(codesOf(read)).toEqual(['releases-conflict']);
  expect(codesOf(await readAll({ 'ccipra-v302r0.txt': one, 'ccipra-v302r0-f1.txt': two }))).toEqual([
    'releases-conflict',
  ]);
});
