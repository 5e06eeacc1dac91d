import { expect, it } from 'vitest';
import { compile } from '../../src/codebook/compile.ts';
import { openCodebook } from '../../src/codebook/open.ts';
import { codeSuccessors } from '../../src/codebook/successors.ts';
import { dayOf } from '../../src/codes/day.ts';
import { hcpcsRelease, quarter } from './releases.ts';

const release = hcpcsRelease({ period: quarter(2024, 4) }, [
  {
    code: 'C9001',
    addedDate: '20200101',
    terminationDate: '20221231',
    crossReference1: 'J0001',
    crossReference2: 'CPT',
  },
  {
    code: 'J0001',
    addedDate: '20230101',
    terminationDate: '20240930',
    crossReference1: 'J0002',
    crossReference2: '11042',
  },
  { code: 'J0002', addedDate: '20241001' },
]);

it('are those valid on the date, through codes that have ended themselves', async () => {
  const codebook = await openCodebook(compile([release]));
  const on = (year: number, month: number, day: number) =>
    codeSuccessors(codebook, 'C9001', { on: dayOf(year, month, day) }).map(({ code, status }) => `${code} ${status}`);
  expect(on(2024, 9, 30)).toEqual(['J0001 valid']);
  expect(on(2024, 10, 1)).toEqual(['J0001 terminated', 'J0002 valid', '11042 not-loaded']);
  expect(on(2022, 12, 31)).toEqual(['J0001 not-yet-valid']);
  expect(codeSuccessors(codebook, 'J0002', { on: dayOf(2024, 10, 1) })).toEqual([]);
});
