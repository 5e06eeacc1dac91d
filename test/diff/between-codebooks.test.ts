import { describe, expect, it } from 'vitest';
import { compile } from '../../src/codebook/compile.ts';
import { openCodebook } from '../../src/codebook/open.ts';
import { diffSummary, newestByTable } from '../../src/diff/between-codebooks.ts';
import type { Release } from '../../src/releases/release.ts';
import { hcpcsRelease, mueRelease, ptpRelease, quarter, recordRelease } from '../codebook/releases.ts';

const [first, second] = [quarter(2024, 3), quarter(2024, 4)];
const open = (releases: readonly Release[]) => openCodebook(compile(releases));

const codes = hcpcsRelease({ period: first, sha256: 'a1' }, [{ code: 'J0135' }, { code: 'LT' }]);
const nextCodes = hcpcsRelease({ period: second, sha256: 'a2' }, [{ code: 'J0135', coverage: 'C' }, { code: 'J0136' }]);
const values = mueRelease({ period: first, sha256: 'b1' }, [{ code: '11042', value: 1, mai: 2 }]);

describe('the summary between two codebooks', () => {
  it('counts the changes of each table, from the newest release of the one to that of the other', async () => {
    const { tables, text } = diffSummary(await open([codes, values]), await open([codes, nextCodes, values]));
    expect(tables).toEqual([
      {
        ...{ table: 'hcpcs', before: 'hcpcs/2024Q3', after: 'hcpcs/2024Q4' },
        counts: { added: 1, reactivated: 0, discontinued: 1, removed: 0, revised: 0, changed: 1 },
      },
      {
        ...{ table: 'ncci-mue/professional', counts: null },
        before: 'ncci-mue/professional/2024Q3',
        after: 'ncci-mue/professional/2024Q3',
      },
    ]);
    expect(text).toBe('hcpcs 2024Q4 after 2024Q3: 1 added, 1 discontinued, 1 changed\n');
  });

  it('says which tables are new and which are gone', async () => {
    const { text } = diffSummary(await open([codes]), await open([values]));
    expect(text).toBe('hcpcs 2024Q3: no longer there\nncci-mue/professional 2024Q3: new\n');
  });

  it('compares releases of one name that were read from other bytes', async () => {
    const again = mueRelease({ period: first, sha256: 'b9' }, [{ code: '11042', value: 1, mai: 2 }]);
    expect(diffSummary(await open([values]), await open([again])).text).toBe(
      'ncci-mue/professional 2024Q3 after 2024Q3: no change\n',
    );
  });
});

describe('the newest release of a table', () => {
  const newest = async (releases: readonly Release[], withReports = false) =>
    Array.from(newestByTable((await open(releases)).releases, withReports).values(), ({ id }) => id);

  it('is the last print of the latest period', async () => {
    const reprint = hcpcsRelease({ period: second, print: 2, sha256: 'a3' }, [{ code: 'J0135' }]);
    expect(await newest([nextCodes, codes, reprint])).toEqual(['hcpcs/2024Q4/v2']);
  });

  it('is a whole one where there is one', async () => {
    const pair = { columnOne: '11042', effective: 0, deletion: 0xffff, indicator: 1 } as const;
    const whole = ptpRelease(
      { period: first, sha256: 'c1' },
      ['97597', 'J0135', 'G0008'].map((columnTwo) => ({ ...pair, columnTwo })),
    );
    const part = ptpRelease({ period: second, sha256: 'c2' }, [{ ...pair, columnTwo: '97597' }]);
    expect(await newest([whole, part])).toEqual(['ncci-ptp/professional/2024Q3']);
  });

  it('is no report, unless reports are asked for', async () => {
    const report = recordRelease({ period: first, sha256: 'd1' }, 'hcpcs-transactions', [['J0135', 'ADD']]);
    expect(await newest([codes, report])).toEqual(['hcpcs/2024Q3']);
    expect(await newest([codes, report], true)).toEqual(['hcpcs/2024Q3', 'hcpcs-transactions/2024Q3']);
  });
});
