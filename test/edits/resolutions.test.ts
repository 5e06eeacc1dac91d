import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import type { Finding, Resolution } from '../../src/edits/finding.ts';
import { claimOf, type EditCase } from '../cases/case.ts';
import { CASES } from '../cases/index.ts';
import { checkCase } from './check-case.ts';

const OTHERS = 'E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LT RT LC LD LM RC RI 58 78 79';

type Row = Partial<EditCase> & Pick<EditCase, 'claim'>;

const rowOf = (row: Row): EditCase => ({ name: '', rule: '', expect: [], ...row });

async function resolutionsOf(reason: string, row: Row): Promise<readonly Resolution[] | undefined> {
  const { findings } = await checkCase(rowOf(row));
  return findings.find((finding) => finding.reason === reason)?.resolutions;
}

/** `25 57 on 2; 59 on 2 1`. */
async function offered(row: Row): Promise<string> {
  const resolutions = (await resolutionsOf('modifier-missing', row)) ?? [];
  return resolutions
    .map((each) => (each.kind === 'modifier' ? `${each.modifiers.join(' ')} on ${each.lines.join(' ')}` : each.kind))
    .join('; ');
}

describe('the modifiers offered for a PTP pair of indicator 1', () => {
  it.each<[string, Row, string]>([
    ['two procedures', { claim: ['11042', '97597'] }, `59 XE XP XS XU ${OTHERS} on 2 1`],
    ['laboratory tests', { claim: ['80053', '82947'] }, `59 XE XP XS XU ${OTHERS} 91 on 2 1`],
    [
      'before 59 counted on column one',
      { claim: ['11042', '97597'], on: '2019-06-30' },
      `59 XE XP XS XU on 2; ${OTHERS} on 2 1`,
    ],
    ['before X{EPSU}', { claim: ['11042', '97597'], on: '2014-12-31' }, `59 on 2; ${OTHERS} on 2 1`],
    [
      'column two alone by policy',
      { claim: ['11042', '97597'], policy: { ptp: { modifierLine: 'column-two' } } },
      `59 XE XP XS XU on 2 1; ${OTHERS} on 2`,
    ],
    [
      'a hospital, whatever the day and policy',
      {
        claim: ['11042', '97597'],
        on: '2019-06-30',
        setting: 'outpatient',
        policy: { ptp: { modifierLine: 'column-two' } },
      },
      `59 XE XP XS XU ${OTHERS} on 2 1`,
    ],
    ['a visit in column two', { claim: ['20610', '99213'] }, '24 25 57 on 2'],
    ['a visit at a hospital', { claim: ['94640', 'G0463'], setting: 'outpatient' }, '24 25 57 27 on 2'],
    [
      'a visit in column one',
      { claim: ['99213', '0359T'], on: '2018-06-01' },
      `59 XE XP XS XU ${OTHERS} on 2; 24 25 57 on 1`,
    ],
    [
      'column one on an earlier claim',
      { claim: ['97597'], history: { EARLIER: ['11042'] } },
      `59 XE XP XS XU ${OTHERS} on 1`,
    ],
  ])('%s', async (_, row, expected) => {
    expect(await offered(row)).toBe(expected);
  });

  const denied = CASES['ncci-ptp'].filter(({ expect: rows }) => rows.some((row) => row.includes('modifier-missing')));

  it.each(denied.map((row) => [row.name, row] as const))('each bypasses the pair: %s', async (_, row) => {
    const { findings } = await checkCase(row);
    for (const finding of findings.filter(({ reason }) => reason === 'modifier-missing')) {
      for (const [line, modifier] of everyOffer(finding)) {
        const after = await checkCase(row, withModifier(claimOf(row), line, modifier));
        expect(after.findings.filter((each) => isSamePair(each, finding))).toEqual([]);
      }
    }
  });
});

const everyOffer = ({ resolutions }: Finding): (readonly [number, string])[] =>
  resolutions.flatMap((each) =>
    each.kind === 'modifier'
      ? each.lines.flatMap((line) => each.modifiers.map((modifier) => [line, modifier] as const))
      : [],
  );

const withModifier = (claim: Claim, number: number, modifier: string): Claim => ({
  ...claim,
  lines: claim.lines.map((line) =>
    line.number === number ? { ...line, modifiers: [modifier, ...line.modifiers] } : line,
  ),
});

const isSamePair = (a: Finding, b: Finding): boolean =>
  a.reason === b.reason && a.line === b.line && a.with?.line === b.with?.line && a.with?.claim === b.with?.claim;

describe('what would resolve', () => {
  it.each<[string, string, Row, readonly Resolution[] | undefined]>([
    [
      'a terminated code with a successor',
      'terminated',
      { claim: ['C9150'], on: '2024-10-01' },
      [{ kind: 'code', codes: ['A9610'] }],
    ],
    ['a terminated code without one', 'terminated', { claim: ['J1170'] }, [{ kind: 'correct-claim' }]],
    ['a pair that nothing bypasses', 'not-allowed', { claim: ['80053', '80048'] }, [{ kind: 'correct-claim' }]],
    ['a type 2 add-on code alone', 'no-other-service', { claim: ['20985'] }, [{ kind: 'correct-claim' }]],
    [
      'a type 2 add-on code beside a service',
      'contractor-decides',
      { claim: ['20985', '27447'] },
      [{ kind: 'documentation' }],
    ],
    ['a type 1 add-on code', 'primary-missing', { claim: ['22614'] }, [{ kind: 'primary', codes: ['22612', '22630'] }]],
    ['an add-on code that fell with its primary', 'primary-denied', { claim: ['64493', '64490', '64491'] }, []],
    [
      'units above an absolute value',
      'day-units-absolute',
      { claim: ['27447:RT', '27447:LT'] },
      [{ kind: 'units', most: 1 }],
    ],
    [
      'units above a clinical value',
      'day-units',
      { claim: ['20610 x3'] },
      [{ kind: 'units', most: 2 }, { kind: 'documentation' }],
    ],
  ])('%s', async (_, reason, row, expected) => {
    expect(await resolutionsOf(reason, row)).toEqual(expected);
  });
});
