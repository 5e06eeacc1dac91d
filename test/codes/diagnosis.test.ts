import { describe, expect, it } from 'vitest';
import { diagnosisKey, withDot } from '../../src/codes/diagnosis.ts';

describe('an ICD-10-CM code', () => {
  it.each([
    ['E11.9', 'E119'],
    [' e11.9 ', 'E119'],
    ['E119', 'E119'],
    ['A00', 'A00'],
    ['C4A.0', 'C4A0'],
    ['S06.0X1A', 'S060X1A'],
    ['S060X', 'S060X'],
    ['E10.10', 'E1010'],
    ['U07.1', 'U071'],
  ])('%s is keyed %s', (text, key) => {
    expect(diagnosisKey(text)).toBe(key);
  });

  it.each([['E1010'], ['J1885'], ['99213'], ['0042T'], ['LT'], ['E11.90000'], ['E1.19'], ['EE1.9'], ['E1C.9'], ['']])(
    '%s is none, or could be a procedure code',
    (text) => {
      expect(diagnosisKey(text)).toBeNull();
    },
  );

  it('has its dot behind the third character', () => {
    expect(['A00', 'E119', 'S060X1A'].map(withDot)).toEqual(['A00', 'E11.9', 'S06.0X1A']);
  });
});
