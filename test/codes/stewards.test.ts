import { describe, expect, it } from 'vitest';
import { isoDay, parseDay } from '../../src/codes/day.ts';
import { deadlinesAfter } from '../../src/codes/deadlines.ts';
import { LEVEL_TWO_SECTIONS } from '../../src/codes/level-two-sections.ts';
import { stewardOf } from '../../src/codes/stewards.ts';
import { STEWARDSHIPS } from '../../src/codes/stewardship-facts.ts';

describe('who is in charge', () => {
  it.each([
    ['J0135', 'hcpcs'],
    ['E1399', 'hcpcs'],
    ['C9150', 'hcpcs-outpatient'],
    ['G0463', 'hcpcs-medicare'],
    ['H0001', 'hcpcs-medicaid'],
    ['T1015', 'hcpcs-medicaid'],
    ['S0012', 'hcpcs-private'],
    ['D0120', 'cdt'],
    ['99213', 'cpt-one'],
    ['0001F', 'cpt-two'],
    ['0042T', 'cpt-three'],
    ['0001U', 'cpt-pla'],
    ['0002M', 'cpt-maaa'],
    ['0001A', 'cpt-vaccine'],
    ['59', 'cpt-modifier'],
    ['LT', 'hcpcs-modifier'],
  ])('of %s: %s', (code, id) => {
    expect(stewardOf(code)?.id).toBe(id);
  });

  it.each(['W1234', 'J013', ''])('of %j: nobody', (code) => {
    expect(stewardOf(code)).toBeNull();
  });

  it('is told for every letter of Level II', () => {
    for (const letter of Object.keys(LEVEL_TWO_SECTIONS)) expect(stewardOf(`${letter}0001`)?.body).toBeTruthy();
  });

  it('is said with an address, a source and where releases come from', () => {
    for (const { change, releases, sources } of Object.values(STEWARDSHIPS)) {
      for (const { address } of [change, ...releases]) expect(new URL(address).protocol).toBe('https:');
      expect(releases.length).toBeGreaterThan(0);
      expect(sources.length).toBeGreaterThan(0);
    }
  });
});

describe('closing days', () => {
  const DRUGS = { what: 'drugs', on: 'first business day of the quarter' } as const;
  const OTHERS = { what: 'others', on: 'first business day of January and July' } as const;
  const DENTAL = { what: 'dental', on: '1 November' } as const;

  it.each([
    // New Year's Day is no business day; 2024 began on a Monday, 2023 on a Sunday, 2022 on a Saturday.
    [DRUGS, '2023-12-31', '2024-01-02'],
    [DRUGS, '2024-01-02', '2024-01-02'],
    [DRUGS, '2024-01-03', '2024-04-01'],
    [DRUGS, '2022-12-31', '2023-01-03'],
    [DRUGS, '2021-12-31', '2022-01-03'],
    [DRUGS, '2023-07-04', '2023-10-02'],
    [OTHERS, '2024-01-03', '2024-07-01'],
    [OTHERS, '2024-07-02', '2025-01-02'],
    [DENTAL, '2024-11-01', '2024-11-01'],
    [DENTAL, '2024-11-02', '2025-11-01'],
  ])('%j after %s: %s', (rule, on, day) => {
    expect(deadlinesAfter([rule], parseDay(on)).map((each) => isoDay(each.day))).toEqual([day]);
  });
});
