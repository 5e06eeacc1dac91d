import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DrugDescriptor, parseDrugDescriptor, type StatedAmount } from '../../src/codes/drug-descriptor.ts';
import type { Quantity } from '../../src/codes/drug-units.ts';
import { DRUG_CASES, NO_AMOUNTS } from './drug-cases.ts';

const drug = (text: string): DrugDescriptor => {
  const parsed = parseDrugDescriptor(text);
  if (parsed.kind === 'none') throw new Error(`${text}: ${parsed.reason}`);
  return parsed;
};
const quantity = ({ text, unit }: Quantity): string => `${text} ${unit}`;
const amount = (stated: StatedAmount | null): string | null => {
  if (stated === null) return null;
  const { bound, quantity: most, above } = stated;
  if (bound === 'exactly') return quantity(most);
  return `${bound} ${above === null ? '' : `${above.text} and `}${quantity(most)}`;
};

describe('the descriptor of a drug', () => {
  it.each(DRUG_CASES)('$text', ({ text, dose, substance, content, ingredients, perVolume }) => {
    const parsed = drug(text);
    expect([amount(parsed.dose), parsed.substance]).toEqual([dose, substance]);
    expect(amount(parsed.content)).toBe(content ?? null);
    expect(parsed.perVolume === null ? null : quantity(parsed.perVolume)).toBe(perVolume ?? null);
    if (ingredients === undefined) return;
    const read = parsed.ingredients.map(({ substance: name, amount: own }) =>
      own === null ? name : `${name} ${quantity(own)}`,
    );
    expect(read).toEqual(ingredients);
  });

  it.each(NO_AMOUNTS)('%j states none', (text) => {
    expect(parseDrugDescriptor(text)).toEqual({ kind: 'none', reason: 'no-amount' });
  });

  it('tells trade names, routes, forms, salts and the biosimilar suffix apart', () => {
    expect(drug('Injection, pegfilgrastim-bmez, biosimilar, (ziextenzo) 0.5 mg')).toMatchObject({
      brands: ['ziextenzo'],
      biosimilar: true,
      biologicSuffix: 'bmez',
      notOtherwiseClassified: false,
    });
    expect(drug('Injection, cemiplimab-rwlc, 1 mg')).toMatchObject({ biosimilar: false, biologicSuffix: 'rwlc' });
    expect(drug('Injection, morphine sulfate, preservative-free for epidural or intrathecal use, 10 mg')).toMatchObject(
      {
        substance: 'morphine sulfate',
        routes: ['epidural', 'intrathecal'],
        forms: ['preservative-free'],
        salts: ['sulfate'],
        biologicSuffix: null,
      },
    );
    expect(drug('Injection, antithymocyte globulin (rabbit), 25 mg').brands).toEqual([]);
  });

  it('knows codes for what has none', () => {
    const texts = [
      'Compounded drug, not otherwise classified',
      'Noc drugs, inhalation solution administered through dme',
    ];
    for (const text of texts) expect(drug(text)).toMatchObject({ dose: null, notOtherwiseClassified: true });
    expect(drug('Injection, argatroban, per 5 mg').notOtherwiseClassified).toBe(false);
  });

  it('does not depend on letter case or runs of spaces', () => {
    const text = 'Injection, fosnetupitant 235 mg and palonosetron 0.25 mg';
    expect(drug(text.toUpperCase().replaceAll(' ', '  '))).toEqual(drug(text));
  });

  it('reads every amount back as it was written', () => {
    const units = fc.constantFrom('mg', 'mcg', 'ml', 'units', 'iu', 'millicuries');
    const number = fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(number, units, fc.constantFrom('', 'per ', 'up to '), ([digits, places], unit, bound) => {
        const text = (digits / 10 ** places).toFixed(places);
        const parsed = drug(`Injection, an invented drug, ${bound}${text} ${unit}`);
        expect(parsed.dose?.quantity.value).toBe(Number(text));
        expect(parsed.dose?.bound).toBe(bound === 'up to ' ? 'up to' : 'exactly');
      }),
    );
  });
});
