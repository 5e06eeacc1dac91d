import { dayOf, OPEN_DAY } from '../../src/codes/day.ts';
import { compareWithReport } from '../../src/diff/compare-report.ts';
import { diffHcpcs } from '../../src/diff/diff-hcpcs.ts';
import { diffReleases } from '../../src/diff/diff-releases.ts';
import type { ComparedTable, DiffDocument } from '../../src/diff/document.ts';
import type { Release } from '../../src/releases/release.ts';
import { addOnRelease, hcpcsRelease, mueRelease, ptpRelease, quarter, recordRelease } from '../codebook/releases.ts';

const [first, second] = [quarter(2024, 3), quarter(2024, 4)];
const pair = {
  columnOne: '11042',
  columnTwo: '97597',
  effective: 0,
  deletion: OPEN_DAY,
  indicator: 1,
  rationale: 'Standards',
} as const;

/** Text that would break a page, a table or a line of csv, were it not escaped. */
export const HOSTILE = '<script>alert("x")</script> & \'one\', "two"';
/** Stands for a descriptor that its owner licenses; invented. */
const LICENSED = 'Zzyzx of the left frobnicator';

/** Every kind of table, with hostile and with licensed text in it. */
export function sampleDocument(): DiffDocument {
  const hcpcs = diffHcpcs(
    hcpcsRelease({ period: first, sha256: 'a1' }, [
      { code: 'J0135', longDescription: HOSTILE, shortDescription: HOSTILE, coverage: 'C', addedDate: '20050101' },
      { code: 'G0008', longDescription: 'Administration of vaccine', shortDescription: 'Admin' },
      { code: '99213', longDescription: LICENSED, shortDescription: LICENSED },
      { code: 'D0120', longDescription: LICENSED, shortDescription: LICENSED, coverage: 'I' },
    ]),
    hcpcsRelease({ period: second, sha256: 'a2' }, [
      {
        code: 'J0135',
        longDescription: `${HOSTILE} more`,
        shortDescription: HOSTILE,
        coverage: 'D',
        addedDate: '20050101',
      },
      {
        code: 'G0008',
        longDescription: 'Administration of vaccine',
        shortDescription: 'Admin',
        terminationDate: '20240930',
        crossReference1: 'J0135',
      },
      { code: '99213', longDescription: `${LICENSED} twice`, shortDescription: LICENSED },
      { code: 'D0140', longDescription: LICENSED, shortDescription: LICENSED, addedDate: '20241001' },
      { code: 'XS', longDescription: 'Separate structure', shortDescription: 'Separate', addedDate: '20241001' },
    ]),
  );
  const report = recordRelease({ period: second, sha256: 'f1' }, 'hcpcs-transactions', [
    ['J0135', 'Coverage and Long Desc Change'],
    ['G0008', 'Discontinued'],
    ['XS', 'ADD'],
    ['99213', 'No Change'],
    ['D0140', 'ADD'],
  ]);
  const others: readonly (readonly [string, Release, Release])[] = [
    [
      'ncci-ptp/professional',
      ptpRelease({ period: first, sha256: 'b1' }, [pair, { ...pair, columnOne: 'G0008' }]),
      ptpRelease({ period: second, sha256: 'b2' }, [
        { ...pair, deletion: dayOf(2024, 9, 30) },
        { ...pair, columnTwo: 'J0135', effective: second.from },
      ]),
    ],
    [
      'ncci-mue/dme',
      mueRelease(
        { period: first, sha256: 'c1' },
        [
          { code: 'A4206', value: 3, mai: 1 },
          { code: 'E0100', value: 1, mai: 2 },
        ],
        'dme',
      ),
      mueRelease({ period: second, sha256: 'c2' }, [{ code: 'A4206', value: 4, mai: 1 }], 'dme'),
    ],
    [
      'ncci-aoc',
      addOnRelease({ period: first, sha256: 'd1' }, [
        { addOn: '11045', primary: '11042', type: 1, effective: 0, deletion: OPEN_DAY },
      ]),
      addOnRelease({ period: second, sha256: 'd2' }, [
        { addOn: '11045', primary: '11042', type: 1, effective: 0, deletion: second.from },
      ]),
    ],
    [
      'hcpcs-noc',
      recordRelease({ period: first, sha256: 'e1' }, 'hcpcs-noc', [
        ['99199', LICENSED],
        ['A0999', 'Unlisted'],
      ]),
      recordRelease({ period: second, sha256: 'e2' }, 'hcpcs-noc', [
        ['99199', `${LICENSED} again`],
        ['A0999', HOSTILE],
      ]),
    ],
  ];
  const table = (name: string, diff: ComparedTable['diff']): ComparedTable => ({
    ...{ table: name, beforeId: `${name}/2024Q3`, afterId: `${name}/2024Q4`, diff, report: null },
  });
  return {
    before: { codebook: 'a'.repeat(64), path: '/home/someone/my.codebook' },
    after: { codebook: null, path: '/home/someone/downloads/2024q4.zip' },
    tables: [
      { ...table('hcpcs', hcpcs), report: compareWithReport(hcpcs, report) },
      ...others.map(([name, a, b]) => table(name, diffReleases(a, b))),
    ],
    unpaired: [{ id: 'rbcs/2024', side: 'after' }],
    remarks: ['hcpcs/2024Q3 is superseded by hcpcs/2024Q3/v2, which CMS printed after it.'],
  };
}
