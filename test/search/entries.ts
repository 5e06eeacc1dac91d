import { OPEN_DAY, parseDay } from '../../src/codes/day.ts';
import type { SearchEntry } from '../../src/search/index.ts';

/** An entry from CMS's public Level II facts: code, long and short descriptor, and what differs from the usual. */
export const entry = (code: string, long: string, short: string, other: Partial<SearchEntry> = {}): SearchEntry => ({
  code,
  level: 'II',
  long,
  short,
  section: code[0],
  from: parseDay('2000-01-01'),
  to: OPEN_DAY,
  isDrug: code.startsWith('J'),
  coverage: '',
  licensed: false,
  ...other,
});

export const ENTRIES: readonly SearchEntry[] = [
  entry('E0100', 'Cane, includes canes of all materials, adjustable or fixed, with tip', 'Cane adjust/fixed with tip'),
  entry(
    'E0105',
    'Cane, quad or three prong, includes canes of all materials, adjustable or fixed, with tips',
    'Cane adjust/fixed quad/3 pro',
    { coverage: 'D' },
  ),
  entry('E0143', 'Walker, folding, wheeled, adjustable or fixed height', 'Walker folding wheeled w/o s'),
  entry('E0275', 'Bed pan, standard, metal or plastic', 'Bed pan standard'),
  entry('E0705', 'Transfer device, any type, each', 'Transfer device'),
  entry(
    'E0780',
    'Ambulatory infusion pump, mechanical, reusable, for infusion less than 8 hours',
    'Mech amb infusion pump <8hrs',
  ),
  entry('E0784', 'External ambulatory infusion pump, insulin', 'Ext amb infusn pump insulin'),
  entry(
    'E2601',
    'General use wheelchair seat cushion, width less than 22 inches, any depth',
    'Gen w/c cushion wdth < 22 in',
  ),
  entry('J0120', 'Injection, tetracycline, up to 250 mg', 'Tetracyclin injection'),
  entry('J0135', 'Injection, adalimumab, 20 mg', 'Adalimumab injection', { to: parseDay('2024-12-31') }),
  entry('J0139', 'Injection, adalimumab, 1 mg', 'Inj, adalimumab, 1 mg', { from: parseDay('2025-01-01') }),
  entry('J1745', 'Injection, infliximab, excludes biosimilar, 10 mg', 'Infliximab not biosimil 10mg'),
  entry('J2270', 'Injection, morphine sulfate, up to 10 mg', 'Morphine sulfate injection'),
  entry('J2930', 'Injection, methylprednisolone sodium succinate, up to 125 mg', 'Methylprednisolone injection'),
  entry('K0001', 'Standard wheelchair', 'Standard wheelchair'),
  entry('A4637', 'Replacement, tip, cane, crutch, walker, each.', 'Repl tip cane/crutch/walker'),
  entry('99213', '', '', { level: 'I', section: 'I' }),
  entry('99214', '', '', { level: 'I', section: 'I' }),
];
