import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { diffText } from '../../src/cli/diff-text.ts';
import { compareWithReport, type ReportComparison } from '../../src/diff/compare-report.ts';
import { diffHcpcs } from '../../src/diff/diff-hcpcs.ts';
import { ACTIONS, type Action } from '../../src/diff/report-actions.ts';
import { readReleases } from '../../src/releases/index.ts';
import type { RecordRelease } from '../../src/releases/record-tables.ts';
import type { HcpcsRelease, Release } from '../../src/releases/release.ts';
import { DATA, dataPath, HAS_DATA } from '../support/data.ts';

const FILES = [
  ...['2017', '2018', '2019'].flatMap((year) => [
    `${year}-Alpha-Numeric-HCPCS-File.zip`,
    `${year}-HCPCS-Alpha-Numeric-Corrections.zip`,
  ]),
  'HCPC2020_JAN_ANWEB.csv.gz',
  ...['04', '07', '10'].flatMap((month) => [`2020_${month}_anweb.xlsx`, `2020_${month}_trans_alpha.xlsx`]),
];

const PAGE = join(import.meta.dirname, '../../docs/diff.md');

let releases: readonly Release[] = [];
beforeAll(async () => {
  if (!HAS_DATA) return;
  const read = await readReleases(FILES.map((file) => dataPath('hcpcs', file)));
  expect(read.problems).toEqual([]);
  releases = read.releases;
});

/** `2018` is the first print, `2018/v5` that with all four corrections. */
function hcpcs(name: string): HcpcsRelease {
  const [label, print] = name.split('/v');
  const found = releases.find(
    (release) => release.kind === 'hcpcs' && release.period.label === label && release.print === Number(print ?? 1),
  );
  return found as HcpcsRelease;
}

const records = (kind: RecordRelease['kind']): RecordRelease[] =>
  releases.filter((release): release is RecordRelease => release.kind === kind);

function comparison(before: string, after: string): ReportComparison {
  const diff = diffHcpcs(hcpcs(before), hcpcs(after));
  const report = records('hcpcs-transactions').find(({ period }) => period.label === diff.after.period.label);
  return compareWithReport(diff, report as RecordRelease, records('hcpcs-corrections'));
}

/** `A 228/230/226`: in the report, in the diff, in both. */
const totalsOf = ({ totals }: ReportComparison): string =>
  ACTIONS.filter((action) => totals[action].cms + totals[action].ours > 0)
    .map((action: Action) => `${action} ${totals[action].cms}/${totals[action].ours}/${totals[action].both}`)
    .join(' ');

const reasonsOf = ({ differences }: ReportComparison): Record<string, string> =>
  Object.fromEntries(
    [...Map.groupBy(differences, ({ reason }) => reason ?? 'unexplained')].map(([reason, found]) => [
      reason,
      found.map(({ code }) => code).join(' '),
    ]),
  );

describe.skipIf(!HAS_DATA)("beside CMS's transaction reports", () => {
  it('2019 after 2018, as first printed', () => {
    const found = comparison('2018', '2019');
    expect(totalsOf(found)).toBe(
      'A 228/230/226 D 49/49/49 B 1/1/1 C 94/111/93 S 8/8/8 F 1/1/1 P 47/51/47 N 6372/6349/6347 none 3/3/0',
    );
    expect([found.compared, found.equal]).toEqual([6803, 6772]);
    expect(reasonsOf(found)).toEqual({
      'earlier-corrected':
        'C9488 C9745 C9746 C9747 G0279 G9367 G9368 G9481 G9482 G9483 G9484 G9485 G9486 G9487 G9488 G9489 G9490 G9637 G9638 G9868 G9869 G9870',
      'later-corrected': 'DA',
      gone: 'G9976 G9977',
      'listed-already': 'QQ VM',
      'added-between': 'Q2041',
      punctuation: 'G9801',
      'one-word': 'G8891 G9898',
    });
  });

  it('2019 after 2018 with its four corrections: what they explained is equal but for spelling and blank fields', () => {
    const found = comparison('2018/v5', '2019');
    expect(totalsOf(found)).toBe(
      'A 228/227/226 D 49/49/49 B 1/1/1 C 94/106/93 S 8/8/8 F 1/1/1 P 47/50/47 N 6372/6358/6356 none 3/3/0',
    );
    expect(reasonsOf(found)).toEqual({
      'later-corrected': 'DA',
      gone: 'G9976 G9977',
      'listed-already': 'QQ VM',
      'added-between': 'Q2041',
      punctuation: 'G9481 G9482 G9483 G9484 G9485 G9486 G9487 G9488 G9490 G9801',
      'one-word': 'G8891 G9489 G9898',
      'brief-correction': 'G9868 G9869 G9870',
    });
  });

  it('2018 after 2017', () => {
    const found = comparison('2017', '2018');
    expect(totalsOf(found)).toBe(
      'A 152/154/152 D 40/43/40 C 50/59/50 S 19/20/19 F 2/2/2 P 64/64/64 T 0/3/0 N 6231/6208/6207 none 108/113/0',
    );
    const { gone, ...others } = reasonsOf(found);
    expect(gone.split(' ')).toHaveLength(107);
    expect(others).toEqual({
      'earlier-corrected': 'C1842 E0627 E0628 E0629 G0477 G0478 G0479 G0480 G0481 G0482 G0483 G0659',
      punctuation: 'G9226',
      'one-word': 'G0259 G8896 J3010 J3060 J7342',
      'no-letter': 'G0475 G0476 G0499',
      'type-of-service': 'E0210 E0776 G0500',
      'not-in-report': 'L1',
    });
  });

  it.each([
    [
      '2020Q1',
      '2020Q2',
      7097,
      'A 18/18/18 D 1/1/1 C 4/14/4 N 7074/7062/7062 none 0/2/0',
      {
        punctuation: 'G2136 G2137 G2140 G2141 G2144 G2145 G9448 G9676 G9949',
        'one-word': 'L2006',
        'no-letter': 'AX V5289',
      },
    ],
    ['2020Q2', '2020Q3', 7158, 'A 61/61/61 D 9/9/9 C 4/5/4 S 1/1/1 N 7083/7082/7082', { punctuation: 'U0002' }],
    ['2020Q3', '2020Q4', 7196, 'A 38/38/38 D 4/4/4 C 7/7/7 F 2/2/2 N 7145/7145/7145', {}],
  ])('%s to %s', (before, after, compared, totals, reasons) => {
    const found = comparison(before, after);
    expect([found.compared, totalsOf(found), reasonsOf(found)]).toEqual([compared, totals, reasons]);
  });

  it('no print of any release differs for no known reason', () => {
    for (const before of ['2017', '2017/v2'])
      expect(reasonsOf(comparison(before, '2018'))).not.toHaveProperty('unexplained');
    for (const before of ['2018', '2018/v5'])
      for (const after of ['2019', '2019/v3'])
        expect(reasonsOf(comparison(before, after))).not.toHaveProperty('unexplained');
  });

  it('the page on the diff shows what the command prints', () => {
    const diff = diffHcpcs(hcpcs('2020Q2'), hcpcs('2020Q3'));
    const table = {
      table: 'hcpcs',
      beforeId: 'hcpcs/2020Q2',
      afterId: 'hcpcs/2020Q3',
      diff,
      report: comparison('2020Q2', '2020Q3'),
    };
    const origin = { codebook: null, path: null };
    const lines = diffText(
      { before: origin, after: origin, tables: [table], unpaired: [], remarks: [] },
      100,
      true,
    ).split('\n');
    const [, example] =
      /\$ columnone diff hcpcs\/2020Q2 hcpcs\/2020Q3\n([\s\S]*?)```/.exec(readFileSync(PAGE, 'utf8')) ?? [];
    const shown = example.split('\n').filter((line) => line !== '' && line !== '…');
    expect(shown.length).toBeGreaterThan(10);
    for (const line of shown) expect(lines).toContain(line);
  });

  it('the page on the diff has these figures', () => {
    const page = readFileSync(PAGE, 'utf8').replaceAll(/ +/g, ' ');
    const rows: [string, string][] = [
      ['2018', '2019'],
      ['2018/v5', '2019'],
      ['2020Q1', '2020Q2'],
      ['2020Q2', '2020Q3'],
      ['2020Q3', '2020Q4'],
    ];
    for (const [before, after] of rows) {
      const { compared, equal, differences, totals } = comparison(before, after);
      const of = (...actions: Action[]): string =>
        (['cms', 'ours', 'both'] as const)
          .map((side) => actions.reduce((sum, action) => sum + totals[action][side], 0))
          .join(' / ');
      const cells = [
        before,
        after,
        String(compared),
        of('A'),
        of('D'),
        of('B', 'C', 'S'),
        of('F', 'P', 'T'),
        String(equal),
        String(differences.length),
      ];
      expect(page).toContain(`| ${cells.join(' | ')} |`);
    }
  });
});

describe.skipIf(!HAS_DATA)('releases years apart', () => {
  it('October 2025 after October 2024: what ACTION CD, which speaks of the last quarter, would miss', async () => {
    const [before, after] = (
      await readReleases(
        ['HCPC2024_OCT_ANWEB.txt.gz', 'HCPC2025_OCT_ANWEB_v3.txt.gz'].map((file) => join(DATA, 'hcpcs', file)),
      )
    ).releases as HcpcsRelease[];
    const diff = diffHcpcs(before, after);
    const changes = [...diff.changes];
    expect(changes.filter(({ printedBy }) => printedBy === 'after')).toHaveLength(372);
    expect(changes.filter(({ printedBy }) => printedBy === 'before')).toHaveLength(0);
    const changedIn = (field: string) =>
      changes.filter(({ printedBy, fields }) => printedBy === 'both' && fields.some((each) => each.field === field));
    expect(changedIn('terminationDate')).toHaveLength(140);
    // 115 where the pieces of a description are compared one by one: two only break elsewhere.
    expect(changedIn('longDescription')).toHaveLength(113);
    expect(changes.filter(({ change, action }) => change === 'added' && action !== 'A').length).toBeGreaterThan(100);
  });
});
