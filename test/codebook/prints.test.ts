import { describe, expect, it } from 'vitest';
import { compile } from '../../src/codebook/compile.ts';
import { openCodebook } from '../../src/codebook/open.ts';
import { dayOf } from '../../src/codes/day.ts';
import { yearPeriod } from '../../src/releases/period.ts';
import { hcpcsRelease, type PlainRecord, quarter, recordRelease } from './releases.ts';

const period = yearPeriod(2019);
const published = dayOf(2018, 11, 2);
const january = dayOf(2019, 1, 1);
const on = dayOf(2019, 6, 1);

const rows = (...codes: readonly string[]): PlainRecord[] =>
  codes.map((code) => ({ code, coverage: 'C', addedDate: '20100101' }));
const opened = (...releases: Parameters<typeof compile>[0]) => openCodebook(compile(releases));

describe('a HCPCS release that was printed again', () => {
  const first = hcpcsRelease({ period, published, print: 1 }, rows('A0001', 'A0002', 'A0003', 'XA'));
  const second = hcpcsRelease({ period, published: january, print: 2 }, rows('A0001', 'A0003', 'A0004', 'XA'));

  it('is silent from the day the newer print is published, and stays on record', async () => {
    const codebook = await opened(second, first);
    expect(codebook.releases.map(({ id, supersededBy }) => [id, supersededBy])).toEqual([
      ['hcpcs/2019', 'hcpcs/2019/v2'],
      ['hcpcs/2019/v2', null],
    ]);
    const status = (code: string, asOf: number) => codebook.code(code, { on, asOf }).status;
    expect(['A0002', 'A0004'].map((code) => status(code, january - 1))).toEqual(['listed', 'unknown']);
    expect(['A0002', 'A0004'].map((code) => status(code, january))).toEqual(['unknown', 'listed']);
  });

  it('speaks on where the newer print is visibly a part of it', async () => {
    const part = hcpcsRelease({ period, published: january, print: 2 }, rows('A0001', 'XA'));
    const codebook = await opened(first, part);
    expect(codebook.releases.map(({ partial, supersededBy }) => [partial, supersededBy])).toEqual([
      [false, null],
      [true, null],
    ]);
    expect(codebook.code('A0002', { on })).toMatchObject({ status: 'listed', inForce: true });
  });

  it('speaks on where the newer print lacks the modifiers', async () => {
    const codesAlone = hcpcsRelease({ period, published: january, print: 2 }, rows('A0001', 'A0003'));
    const codebook = await opened(first, codesAlone);
    expect(codebook.releases[0].supersededBy).toBeNull();
    expect(codebook.code('XA', { on })).toMatchObject({ status: 'listed', inForce: true });
  });

  it('gives way to the newest of several prints', async () => {
    const third = hcpcsRelease({ period, published: january, print: 3 }, rows('A0001', 'A0005', 'XA'));
    const codebook = await opened(third, first, second);
    expect(codebook.releases.map(({ supersededBy }) => supersededBy)).toEqual(['hcpcs/2019/v3', 'hcpcs/2019/v3', null]);
    expect(codebook.code('A0004', { on }).status).toBe('unknown');
  });
});

it('a later corrections document does not stand for an earlier one', async () => {
  const document = (print: number, key: string) =>
    recordRelease({ period, print }, 'hcpcs-corrections', [[key, 'DELETE']]);
  const codebook = await opened(document(1, 'A0001'), document(2, 'A0002'));
  expect(codebook.releases.map(({ supersededBy }) => supersededBy)).toEqual([null, null]);
});

describe('a quarter within a year that is released too', () => {
  const year = hcpcsRelease({ period }, rows('A0001', 'A0002'));
  const changed = (code: string) => [{ code, coverage: 'D', addedDate: '20100101' }, ...rows('A0002')];
  const coverage = (codebook: Awaited<ReturnType<typeof opened>>, day: number) => {
    const answer = codebook.code('A0001', { on: day });
    return answer.status === 'listed'
      ? [answer.entry.release.period.label, answer.entry.fields.coverage]
      : answer.status;
  };

  it('speaks from its first day on', async () => {
    const codebook = await opened(year, hcpcsRelease({ period: quarter(2019, 4) }, changed('A0001')));
    expect(coverage(codebook, dayOf(2019, 9, 30))).toEqual(['2019', 'C']);
    expect(coverage(codebook, dayOf(2019, 10, 1))).toEqual(['2019Q4', 'D']);
  });

  it('speaks where both begin on one day', async () => {
    const codebook = await opened(hcpcsRelease({ period: quarter(2019, 1) }, changed('A0001')), year);
    expect(coverage(codebook, january)).toEqual(['2019Q1', 'D']);
  });
});
