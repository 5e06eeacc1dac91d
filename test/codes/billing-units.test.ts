import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitsFor } from '../../src/codes/billing-units.ts';
import type { StatedAmount } from '../../src/codes/drug-descriptor.ts';
import type { DoseBound } from '../../src/codes/drug-mentions.ts';
import type { DrugUnit } from '../../src/codes/drug-units.ts';

const dose = (text: string, unit: DrugUnit, bound: DoseBound = 'exactly', above?: string): StatedAmount => ({
  bound,
  quantity: { text, value: Number(text), unit },
  above: above === undefined ? null : { text: above, value: Number(above), unit },
});

describe('units to bill', () => {
  it.each<[string, StatedAmount, string, DrugUnit, number, boolean]>([
    ['a multiple', dose('10', 'mg'), '40', 'mg', 4, false],
    ['rounded up', dose('10', 'mg'), '41', 'mg', 5, true],
    ['less than one', dose('10', 'mg'), '3', 'mg', 1, true],
    ['tenths that binary fractions miss', dose('0.1', 'mg'), '0.3', 'mg', 3, false],
    ['the least bit more', dose('0.1', 'mg'), '0.30000001', 'mg', 4, true],
    ['grams of a code in milligrams', dose('500', 'mg'), '1.5', 'g', 3, false],
    ['micrograms of a code in milligrams', dose('0.5', 'mg'), '750', 'mcg', 2, true],
    ['milligrams of a code in micrograms', dose('100', 'mcg'), '0.25', 'mg', 3, true],
    ['litres', dose('1000', 'ml'), '1', 'l', 1, false],
    ['millicuries of a code in microcuries', dose('5', 'uCi'), '0.1', 'mCi', 20, false],
    ['up to', dose('1', 'g', 'up to'), '1001', 'mg', 2, true],
    ['vials', dose('1', 'vial'), '2', 'vial', 2, false],
    ['thousands with a comma', dose('1000', 'IU'), '10,000', 'IU', 10, false],
    ['in the tier, its upper end included', dose('6', 'mg', 'between', '3'), '6', 'mg', 1, false],
    ['the open tier', dose('10', 'ml', 'more than'), '11', 'ml', 1, false],
    ['the lowest tier', dose('3', 'mg', 'at most'), '3', 'mg', 1, false],
  ])('%s', (_, stated, amount, unit, units, roundedUp) => {
    expect(unitsFor(stated, { amount, unit })).toEqual({ kind: 'units', units, roundedUp });
  });

  it.each<[string, StatedAmount, string, DrugUnit]>([
    ['other-unit', dose('10', 'mg'), '10', 'ml'],
    ['other-unit', dose('10', 'unit'), '10', 'IU'],
    ['other-unit', dose('1', 'study dose'), '30', 'mCi'],
    ['no-amount', dose('10', 'mg'), '0', 'mg'],
    ['no-amount', dose('10', 'mg'), '-5', 'mg'],
    ['no-amount', dose('10', 'mg'), 'ten', 'mg'],
    ['other-tier', dose('6', 'mg', 'between', '3'), '3', 'mg'],
    ['other-tier', dose('6', 'mg', 'between', '3'), '6.01', 'mg'],
    ['other-tier', dose('10', 'ml', 'more than'), '10', 'ml'],
    ['other-tier', dose('3', 'mg', 'at most'), '3.1', 'mg'],
    ['too-many', dose('1', 'mcg'), '100', 'g'],
  ])('%s for %j of %s %s', (reason, stated, amount, unit) => {
    expect(unitsFor(stated, { amount, unit })).toMatchObject({ kind: 'none', reason });
  });

  it('fills a claim line and no more', () => {
    expect(unitsFor(dose('1', 'IU'), { amount: '99999999', unit: 'IU' })).toMatchObject({ units: 99_999_999 });
    expect(unitsFor(dose('1', 'IU'), { amount: '100000000', unit: 'IU' })).toMatchObject({ reason: 'too-many' });
  });

  it('bills n units for n doses, and one more for the least amount above', () => {
    const doses = fc.tuple(fc.integer({ min: 1, max: 9_999 }), fc.constantFrom<DrugUnit>('mg', 'ml', 'IU'));
    fc.assert(
      fc.property(doses, fc.integer({ min: 1, max: 5_000 }), ([size, unit], count) => {
        const stated = dose(String(size), unit);
        const whole = String(size * count);
        expect(unitsFor(stated, { amount: whole, unit })).toEqual({ kind: 'units', units: count, roundedUp: false });
        const above = unitsFor(stated, { amount: `${whole}.0001`, unit });
        expect(above).toEqual({ kind: 'units', units: count + 1, roundedUp: true });
      }),
    );
  });
});
