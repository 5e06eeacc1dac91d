import { expect, it } from 'vitest';
import { codeSet } from '../../src/codes/code-set.ts';
import { packCodeText, UNPACKABLE } from '../../src/codes/packed.ts';

it.each([
  ['99201', false],
  ['99202', true],
  ['99205', true],
  ['99206', false],
  ['9920A', false],
  ['G0402', true],
  ['G0403', false],
  ['0001U', true],
  ['0003U', true],
  ['0004U', false],
])('whether it holds %s: %s', (code, expected) => {
  expect(codeSet('G0402 99202-99205 0001U-0003U').has(packCodeText(code))).toBe(expected);
});

it('holds nothing where nothing is named, and no malformed code', () => {
  expect(codeSet('').has(packCodeText('99202'))).toBe(false);
  expect(codeSet('00100').has(UNPACKABLE)).toBe(false);
});
