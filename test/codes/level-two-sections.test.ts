import { describe, expect, it } from 'vitest';
import { LEVEL_TWO_SECTIONS, levelTwoRange } from '../../src/codes/level-two-sections.ts';

describe('the ranges of Level II', () => {
  it.each([
    ['A0999', 'A0000–A0999', 'Transport services including ambulance'],
    ['A1000', 'A1000–A8999', 'Medical and surgical supplies'],
    ['A9500', 'A9000–A9999', 'Administrative, miscellaneous and investigational'],
    ['J7999', 'J0000–J7999', 'Drugs administered other than by oral method'],
    ['J8000', 'J8000–J8999', 'Oral drugs: chemotherapy, antiemetic and others'],
    ['L5000', 'L5000–L9999', 'Prosthetic procedures and devices'],
    ['V5008', 'V5000–V9999', 'Hearing and speech services'],
    ['E1399', 'E0000–E9999', 'Durable medical equipment'],
  ])('%s is in %s', (code, range, name) => {
    const found = levelTwoRange(code);
    expect([`${found?.first}–${found?.last}`, found?.name]).toEqual([range, name]);
  });

  it.each(['11042', 'F0001', 'J013', 'J013A', 'RT', ''])('%j is in none', (code) => {
    expect(levelTwoRange(code)).toBeNull();
  });

  it('cover each letter from 0000 to 9999 without a gap', () => {
    for (const letter of Object.keys(LEVEL_TWO_SECTIONS)) {
      let next = 0;
      while (next <= 9_999) {
        const range = levelTwoRange(`${letter}${String(next).padStart(4, '0')}`);
        expect(range?.first).toBe(`${letter}${String(next).padStart(4, '0')}`);
        next = Number(range?.last.slice(1)) + 1;
      }
      expect(next).toBe(10_000);
    }
  });
});
