import { dayOf, OPEN_DAY } from '../../src/codes/day.ts';
import type { Release } from '../../src/releases/release.ts';
import { addOnRelease, hcpcsRelease, mueRelease, ptpRelease, quarter, recordRelease } from './releases.ts';

/** Two quarters of every table in a few rows, each section of the codebook with something in it. */
export function sampleReleases(): Release[] {
  const [first, second] = [quarter(2024, 3), quarter(2024, 4)];
  const day = dayOf(2024, 10, 1);
  const pair = { columnOne: '11042', columnTwo: '97597', effective: 0, deletion: OPEN_DAY, indicator: 1 } as const;
  const pairs = [
    { ...pair, rationale: 'Standards of practice', prior1996: true },
    { ...pair, columnTwo: 'J0135', effective: 100, deletion: 100, indicator: 9 as const },
    { ...pair, columnOne: 'G0008', indicator: 0 as const },
  ];
  const changed = [
    { ...pairs[0], deletion: day - 1 },
    { ...pair, columnOne: '97597', columnTwo: '11042', effective: day },
  ];
  const record = { code: 'J0135', longDescription: 'Injection, invented, 20 mg', addedDate: '20050101' };
  return [
    hcpcsRelease({ period: first, sha256: 'a1' }, [
      record,
      { code: 'G0008', terminationDate: '20240930' },
      { code: 'LT' },
    ]),
    hcpcsRelease({ period: second, sha256: 'a2' }, [{ ...record, shortDescription: 'Invented' }, { code: 'LT' }]),
    ptpRelease({ period: first, sha256: 'b1' }, pairs),
    ptpRelease({ period: second, sha256: 'b2' }, [...pairs.slice(1), ...changed]),
    ptpRelease({ period: first, sha256: 'b3' }, pairs.slice(0, 2), 'outpatient'),
    mueRelease({ period: first, sha256: 'c1' }, [{ code: '11042', value: 1, mai: 2, rationale: 'Clinical: Data' }]),
    mueRelease({ period: second, sha256: 'c2' }, [{ code: '11042', value: 300, mai: 3 }]),
    mueRelease({ period: second, sha256: 'c3' }, [{ code: 'J0135', value: 4, mai: null }], 'outpatient'),
    mueRelease({ period: second, sha256: 'c4' }, [{ code: 'J0135', value: 5, mai: 1 }], 'dme'),
    addOnRelease({ period: first, sha256: 'd1' }, [
      { addOn: '11045', primary: '11042', type: 1 },
      { addOn: '0054T', primary: null, type: 2, effective: 0, deletion: OPEN_DAY },
    ]),
    recordRelease({ period: first, sha256: 'e1' }, 'hcpcs-notes', [
      ['0002', 'An invented note.'],
      ['0010', 'Another one.'],
    ]),
    recordRelease({ period: first, sha256: 'e2' }, 'hcpcs-noc', [['A0999', 'Unlisted ambulance service', '19870101']]),
  ];
}
