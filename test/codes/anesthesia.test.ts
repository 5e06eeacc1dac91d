import { expect, it } from 'vitest';
import {
  isAnesthesia,
  isAnesthesiaAddOn,
  isAnesthesiaByTheDay,
  isQualifyingCircumstance,
  timeUnits,
} from '../../src/codes/anesthesia.ts';
import { packCodeText, UNPACKABLE } from '../../src/codes/packed.ts';

it.each([
  ['00099', false],
  ['00100', true],
  ['01999', true],
  ['02000', false],
  ['0100T', false],
])('whether %s is anesthesia: %s', (code, expected) => {
  expect(isAnesthesia(packCodeText(code))).toBe(expected);
});

it('is no anesthesia what is no code', () => {
  expect(isAnesthesia(UNPACKABLE)).toBe(false);
});

it('tells the codes whose time is not their own', () => {
  const which = (of: (code: number) => boolean) =>
    ['01952', '01953', '01967', '01968', '01969', '01996', '99100', '99140'].filter((code) => of(packCodeText(code)));
  expect(which(isAnesthesiaAddOn)).toEqual(['01953', '01968', '01969']);
  expect(which(isAnesthesiaByTheDay)).toEqual(['01996']);
  expect(which(isQualifyingCircumstance)).toEqual(['99100', '99140']);
});

it.each([
  [0, 0],
  [15, 1],
  [62, 4.1],
  [45, 3],
  [1440, 96],
])('%d minutes are %d time units', (minutes, units) => {
  expect(timeUnits(minutes)).toBe(units);
});
