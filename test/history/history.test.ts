import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/codebook/compile.ts';
import { openCodebook } from '../../src/codebook/open.ts';
import { dayOf, isoDay } from '../../src/codes/day.ts';
import { codeHistory, type HistoryEvent } from '../../src/history/history.ts';
import type { Release } from '../../src/releases/release.ts';
import {
  addOnRelease,
  hcpcsRelease,
  mueRelease,
  type PlainRecord,
  ptpRelease,
  quarter,
  recordRelease,
} from '../codebook/releases.ts';

const QUARTERS = [quarter(2024, 1), quarter(2024, 2), quarter(2024, 3), quarter(2024, 4)];
const J1 = { code: 'J1885', longDescription: 'Injection, invented, per 15 mg', addedDate: '19930101' };

/** One release a quarter with these records of the code; null where the quarter does not list it. */
const quarters = (...records: (Partial<PlainRecord> | null)[]): Release[] =>
  records.map((record, i) =>
    hcpcsRelease({ period: QUARTERS[i], sha256: `${i}` }, [
      { code: 'A0428', addedDate: '20000101' },
      ...(record === null ? [] : [{ ...J1, ...record }]),
    ]),
  );

async function eventsOf(releases: readonly Release[], code = 'J1885', asOf?: string): Promise<string[]> {
  const codebook = await openCodebook(compile(releases));
  const options =
    asOf === undefined ? {} : { asOf: dayOf(...(asOf.split('-').map(Number) as [number, number, number])) };
  return codeHistory(codebook, code, options).events.map(told);
}

function told(event: HistoryEvent): string {
  const words = `${isoDay(event.inForce)} ${event.kind}`;
  switch (event.kind) {
    case 'added':
      return `${words}${event.known ? ' before' : ''}`;
    case 'revised':
    case 'changed':
    case 'listed-again':
      return `${words} ${event.changes.map(({ attribute, before, after }) => `${attribute} ${before}>${after}`).join('; ')}`;
    case 'discontinued':
      return `${words} ${event.successors.join()}`.trim();
    case 'sunset':
      return `${words} ${event.isPublished} ${event.convertedTo.join()}`;
    case 'unlisted':
      return `${words}${event.ended ? ' ended' : ''}`;
    case 'payment': {
      const changes = event.changes.map(({ attribute, before, after }) => `${attribute} ${before}>${after}`).join('; ');
      return `${words} ${event.table} ${event.listed ? (event.first ? 'first' : changes) : 'gone'}`;
    }
    case 'mue':
      return `${words} ${event.setting} ${event.before?.value}>${event.after?.value}`;
    case 'add-on':
      return `${words} ${event.begins} ${event.primaries.join()}`;
    default:
      return words;
  }
}

describe('the history of a Level II code', () => {
  it('begins with its added date, whatever the first release loaded', async () => {
    expect(await eventsOf(quarters({}, {}))).toEqual(['1993-01-01 added before']);
    expect(await eventsOf(quarters(null, { addedDate: '20240401' }))).toEqual(['2024-04-01 added']);
    expect(await eventsOf(quarters({ addedDate: '20240101' }))).toEqual(['2024-01-01 added']);
    expect(await eventsOf(quarters({ addedDate: '20231231' }))).toEqual(['2023-12-31 added before']);
  });

  it('takes the first day of the release where no added date is printed', async () => {
    expect(await eventsOf(quarters(null, { addedDate: '' }))).toEqual(['2024-04-01 added']);
  });

  it('shows a descriptor that was revised, and no change of spacing', async () => {
    const words = 'Injection, invented, per 30 mg';
    expect(await eventsOf(quarters({}, { longDescription: words }))).toEqual([
      '1993-01-01 added before',
      `2024-04-01 revised longDescription ${J1.longDescription}>${words}`,
    ]);
    expect(await eventsOf(quarters({}, { longDescription: 'Injection,  invented, per 15 mg' }))).toHaveLength(1);
  });

  it('shows coverage, payment and classification that changed, in whatever order the values are printed', async () => {
    const before = { coverage: 'C', pricingIndicator1: '51', typeOfService1: '1', typeOfService2: '9' };
    const after = { ...before, typeOfService1: '9', typeOfService2: '1' };
    expect(await eventsOf(quarters(before, after))).toHaveLength(1);
    expect(await eventsOf(quarters(before, { ...after, coverage: 'M', pricingIndicator1: '' }))).toEqual([
      '1993-01-01 added before',
      '2024-04-01 changed coverage C>M; pricingIndicator 51>',
    ]);
    expect(await eventsOf(quarters({ anesthesiaBaseUnits: '0' }, { anesthesiaBaseUnits: '000' }))).toHaveLength(1);
    expect(await eventsOf(quarters({ anesthesiaBaseUnits: '' }, { anesthesiaBaseUnits: '3' }))).toHaveLength(2);
  });

  it('never reads a change from the action code', async () => {
    const changed = { actionCode: 'C', actionEffectiveDate: '20240401' };
    expect(await eventsOf(quarters({}, changed))).toEqual(['1993-01-01 added before']);
  });

  it.each([
    ['new and of an earlier quarter', '20240215', '2024-02-15'],
    ['new, the first day', '20240401', '2024-04-01'],
    ['new, the last day', '20240630', '2024-06-30'],
    ['beyond the release', '20240701', '2024-04-01'],
    ['as before', '20230101', '2024-04-01'],
    ['blank', '', '2024-04-01'],
  ])('takes the effective date that CMS prints where it is %s', async (_, actionEffectiveDate, inForce) => {
    const events = await eventsOf(
      quarters(
        { actionEffectiveDate: '20230101', coverage: 'C' },
        { actionEffectiveDate, actionCode: 'F', coverage: 'D' },
      ),
    );
    expect(events[1]).toBe(`${inForce} changed coverage C>D`);
  });

  it('ends with its termination date and names the successor', async () => {
    const ended = { terminationDate: '20240630', crossReference1: 'J1887' };
    expect(await eventsOf(quarters({}, ended, ended))).toEqual([
      '1993-01-01 added before',
      '2024-04-01 changed crossReference >J1887',
      '2024-06-30 discontinued J1887',
    ]);
    expect(await eventsOf(quarters(ended))).toEqual(['1993-01-01 added before', '2024-06-30 discontinued J1887']);
  });

  it('shows another termination date, and one taken back', async () => {
    expect(await eventsOf(quarters({}, { terminationDate: '20240331' }, { terminationDate: '20240630' }, {}))).toEqual([
      '1993-01-01 added before',
      '2024-03-31 discontinued',
      '2024-06-30 discontinued',
      '2024-10-01 reactivated',
    ]);
  });

  it('tells a code that left the list after its end from one that left without', async () => {
    expect(await eventsOf(quarters({ terminationDate: '20240331' }, null))).toEqual([
      '1993-01-01 added before',
      '2024-03-31 discontinued',
      '2024-03-31 unlisted ended',
    ]);
    expect(await eventsOf(quarters({}, null, {}))).toEqual([
      '1993-01-01 added before',
      '2024-03-31 unlisted',
      '2024-07-01 listed-again ',
    ]);
  });

  it('takes the new added date and the new end of a code that comes back', async () => {
    expect(await eventsOf(quarters({}, null, { addedDate: '20240801', terminationDate: '20241231' }))).toEqual([
      '1993-01-01 added before',
      '2024-03-31 unlisted',
      '2024-08-01 listed-again ',
      '2024-12-31 discontinued',
    ]);
  });

  it('shows what a reprint corrects', async () => {
    const [first] = quarters({});
    const reprint = hcpcsRelease({ period: QUARTERS[0], print: 2, sha256: 'p2' }, [
      { code: 'A0428', addedDate: '20000101' },
      { ...J1, coverage: 'D' },
    ]);
    expect(await eventsOf([first, reprint])).toEqual(['1993-01-01 added before', '2024-01-01 changed coverage >D']);
  });

  it('knows by a day only what was published by then', async () => {
    const releases = quarters({}, { coverage: 'D' }, { terminationDate: '20240930', coverage: 'D' });
    expect(await eventsOf(releases, 'J1885', '2024-03-31')).toHaveLength(1);
    expect(await eventsOf(releases, 'J1885', '2024-04-01')).toHaveLength(2);
    expect(await eventsOf(releases, 'J1885', '2024-06-30')).toHaveLength(2);
    expect(await eventsOf(releases, 'J1885', '2024-07-01')).toHaveLength(3);
  });

  it('has no event for a code that no release lists, and says why for what is no code', async () => {
    const codebook = await openCodebook(compile(quarters({})));
    expect(codeHistory(codebook, 'J9999').events).toEqual([]);
    expect(codeHistory(codebook, 'J99')).toMatchObject({ code: { kind: 'invalid' }, events: [] });
  });

  it('is the same whatever the order of the releases, and grows with them as of later days', async () => {
    const record = fc.option(
      fc.record({
        coverage: fc.constantFrom('C', 'D'),
        longDescription: fc.constantFrom('Injection, one', 'Injection, two'),
        terminationDate: fc.constantFrom('', '20240331', '20240930'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 4 }), async (records) => {
        const releases = quarters(...records);
        const events = await eventsOf(releases);
        expect(await eventsOf(releases.toReversed())).toEqual(events);
        for (const { from } of QUARTERS) {
          const earlier = await eventsOf(releases, 'J1885', isoDay(from));
          expect(events).toEqual(expect.arrayContaining(earlier));
        }
        // Replayed, the events lead to what the last release says.
        expect(events.length > 0).toBe(records.some((each) => each !== null));
      }),
    );
  });
});

describe('the history of a modifier', () => {
  it('follows the releases that have modifiers', async () => {
    const withModifier = hcpcsRelease({ period: QUARTERS[0], sha256: 'm' }, [
      { code: 'A0428' },
      { code: 'XS', addedDate: '20150101' },
    ]);
    const without = hcpcsRelease({ period: QUARTERS[1], sha256: 'n' }, [{ code: 'A0428' }]);
    expect(await eventsOf([withModifier, without], 'XS')).toEqual(['2015-01-01 added before']);
    const another = hcpcsRelease({ period: QUARTERS[2], sha256: 'o' }, [{ code: 'A0428' }, { code: 'LT' }]);
    expect(await eventsOf([withModifier, without, another], 'XS')).toEqual([
      '2015-01-01 added before',
      '2024-06-30 unlisted',
    ]);
  });
});

describe('the limits of a code over time', () => {
  it('shows each quarter in which the MUE differs from the quarter before', async () => {
    const mue = (place: number, value: number | null) =>
      mueRelease({ period: QUARTERS[place], sha256: `u${place}` }, [
        { code: '11042', value: 1, mai: 2 as const },
        ...(value === null ? [] : [{ code: '97597', value, mai: 3 as const }]),
      ]);
    expect(await eventsOf([mue(0, 2), mue(1, 2), mue(2, 3), mue(3, null)], '97597')).toEqual([
      '2024-01-01 named',
      '2024-01-01 mue professional undefined>2',
      '2024-07-01 mue professional 2>3',
      '2024-09-30 no-longer-named',
      '2024-10-01 mue professional 3>undefined',
    ]);
  });

  it('shows when add-on code edits begin and end', async () => {
    const release = addOnRelease({ period: QUARTERS[0], sha256: 'a' }, [
      { addOn: '11045', primary: '11042', type: 1, effective: dayOf(2013, 4, 1), deletion: dayOf(2020, 12, 31) },
      { addOn: '11045', primary: '11043', type: 1, effective: dayOf(2013, 4, 1), deletion: dayOf(2020, 12, 31) },
      { addOn: '11045', primary: null, type: 2, effective: dayOf(2021, 1, 1) },
    ]);
    const events = await eventsOf([release], '11045');
    expect(events.filter((text) => text.includes('add-on'))).toEqual([
      '2013-04-01 add-on true 11042,11043',
      '2020-12-31 add-on false 11042,11043',
      '2021-01-01 add-on true ',
    ]);
  });

  it('ties an add-on code edit to the first release that has it', async () => {
    const row = { addOn: '11045', primary: '11042', type: 1, effective: dayOf(2013, 4, 1) } as const;
    const codebook = await openCodebook(
      compile([
        addOnRelease({ period: QUARTERS[0], sha256: 'a0' }, [row]),
        addOnRelease({ period: QUARTERS[1], sha256: 'a1' }, [row, { ...row, primary: '11043' }]),
        addOnRelease({ period: QUARTERS[2], sha256: 'a2' }, [
          row,
          { ...row, primary: '11043', deletion: dayOf(2024, 6, 30) },
        ]),
      ]),
    );
    const events = codeHistory(codebook, '11045').events.filter(({ kind }) => kind === 'add-on');
    expect(events).toMatchObject([
      { begins: true, primaries: ['11042'], release: { id: 'ncci-aoc/2024Q1' } },
      { begins: true, primaries: ['11043'], release: { id: 'ncci-aoc/2024Q2' } },
      { begins: false, primaries: ['11043'], inForce: dayOf(2024, 6, 30), release: { id: 'ncci-aoc/2024Q3' } },
    ]);
  });

  it('shows what the fee schedule changes, by amount and not by how it is printed', async () => {
    const fees = (place: number, status: string, work: string, conversion = '') =>
      recordRelease({ period: QUARTERS[place], sha256: `f${place}` }, 'pfs', [
        ['11042', status, '', work, ...Array(18).fill(''), conversion],
        ['11042-26', 'A', '', '9.99'],
      ]);
    const events = (...releases: Release[]) => eventsOf(releases, '11042');
    expect(await events(fees(0, 'A', '1.01'), fees(1, 'A', '1.010'))).toEqual(['2024-01-01 payment pfs first']);
    expect(await events(fees(0, 'A', '1.01'), fees(1, 'C', '1.02'), fees(2, 'C', ''))).toEqual([
      '2024-01-01 payment pfs first',
      '2024-04-01 payment pfs status A>C; workRvu 1.01>1.02',
    ]);
    const without = recordRelease({ period: QUARTERS[1], sha256: 'fx' }, 'pfs', [['11043', 'A']]);
    expect(await events(fees(0, 'A', '1.01'), without, fees(2, 'A', '1.01'))).toEqual([
      '2024-01-01 payment pfs first',
      '2024-04-01 payment pfs gone',
      '2024-07-01 payment pfs first',
    ]);
  });

  it('shows when a category III code lapses, by its table or five years on', async () => {
    const sunsets = (place: number, sunset: string, convertedTo = '') =>
      recordRelease({ period: QUARTERS[place], sha256: `s${place}` }, 'cpt-category-three', [
        ['0042T', '2020-01-01', sunset, convertedTo],
      ]);
    const events = (...releases: Release[]) => eventsOf(releases, '0042T');
    expect(await events(sunsets(0, ''))).toEqual(['2024-12-31 sunset false ']);
    expect(await events(sunsets(0, ''), sunsets(1, '2026-01-01'), sunsets(2, '2026-01-01', '99999'))).toEqual([
      '2024-12-31 sunset false ',
      '2025-12-31 sunset true ',
      '2025-12-31 sunset true 99999',
    ]);
  });

  it('shows from when to when NCCI tables name a Level I code', async () => {
    const pair = { columnOne: '11042', columnTwo: '97597', effective: dayOf(2010, 1, 1), indicator: 1 } as const;
    const open = ptpRelease({ period: QUARTERS[0], sha256: 'q0' }, [{ ...pair, deletion: 0xffff }]);
    const closed = ptpRelease({ period: QUARTERS[1], sha256: 'q1' }, [{ ...pair, deletion: dayOf(2024, 3, 31) }]);
    expect(await eventsOf([open], '97597')).toEqual(['2010-01-01 named']);
    expect(await eventsOf([open, closed], '97597')).toEqual(['2010-01-01 named', '2024-03-31 no-longer-named']);
  });
});
