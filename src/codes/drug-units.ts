import { squeezed } from '../text.ts';
import { compare, type Decimal, dividedUp, times } from './decimal.ts';

/**
 * The units in which HCPCS descriptors state doses. A measure can be turned into another of its dimension; the rest
 * are counted as they are (an international unit of one drug is nothing to that of another, and a vial is what its
 * maker fills in it).
 */
export type DrugUnit = (typeof DRUG_UNITS)[number];

export const DRUG_UNITS = [
  ...(['mcg', 'mg', 'g'] as const),
  ...(['ml', 'l'] as const),
  ...(['uCi', 'mCi'] as const),
  ...(['cm', 'cm2'] as const),
  ...(['IU', 'KIU', 'unit', 'USP unit', 'PFU', 'vector genome', 'cell', 'mEq', 'day of therapy'] as const),
  ...(['ampule', 'bottle', 'dose', 'each', 'implant', 'infusion', 'instillation', 'patch'] as const),
  ...(['study', 'study dose', 'therapeutic dose', 'treatment', 'treatment dose', 'vial'] as const),
] as const;

/** Dimension, and how many of its smallest unit: thousandths are never needed. */
const MEASURES: Readonly<Partial<Record<DrugUnit, readonly [string, bigint]>>> = {
  mcg: ['mass', 1n],
  mg: ['mass', 1_000n],
  g: ['mass', 1_000_000n],
  ml: ['volume', 1n],
  l: ['volume', 1_000n],
  uCi: ['activity', 1n],
  mCi: ['activity', 1_000n],
};

/**
 * Units by the words that CMS prints, lower case, in the singular: a final s is taken off before one is looked up.
 * `cenitmeter` is CMS's own.
 */
const BY_WORD: Readonly<Record<string, DrugUnit>> = {
  mcg: 'mcg',
  microgram: 'mcg',
  mg: 'mg',
  milligram: 'mg',
  g: 'g',
  gm: 'g',
  gram: 'g',
  ml: 'ml',
  cc: 'ml',
  milliliter: 'ml',
  liter: 'l',
  microcurie: 'uCi',
  uci: 'uCi',
  millicurie: 'mCi',
  mci: 'mCi',
  centimeter: 'cm',
  'square centimeter': 'cm2',
  'square cenitmeter': 'cm2',
  'sq cm': 'cm2',
  iu: 'IU',
  'i.u.': 'IU',
  'international unit': 'IU',
  kiu: 'KIU',
  unit: 'unit',
  'usp unit': 'USP unit',
  'plaque forming unit': 'PFU',
  'vector genome': 'vector genome',
  cell: 'cell',
  meq: 'mEq',
  'day of therapy': 'day of therapy',
  'days of therapy': 'day of therapy',
  ampule: 'ampule',
  bottle: 'bottle',
  dose: 'dose',
  each: 'each',
  implant: 'implant',
  infusion: 'infusion',
  instillation: 'instillation',
  patch: 'patch',
  study: 'study',
  'study dose': 'study dose',
  'therapeutic dose': 'therapeutic dose',
  treatment: 'treatment',
  'treatment dose': 'treatment dose',
  'single dose vial': 'vial',
  'single use vial': 'vial',
  vial: 'vial',
};

/** The unit that a printed word or phrase stands for; undefined where it is none. */
export function unitOf(words: string): DrugUnit | undefined {
  const text = squeezed(words.toLowerCase());
  return BY_WORD[text] ?? BY_WORD[text.replace(/s$/, '')];
}

/** The words of measures and of what is counted, longest first, for use in a pattern. */
export const UNIT_WORDS: readonly string[] = Object.keys(BY_WORD).sort((a, b) => b.length - a.length);

/** An amount of something: `text` is the exact decimal (`0.5`), `value` the same as a number. */
export interface Quantity {
  readonly text: string;
  readonly value: number;
  readonly unit: DrugUnit;
}

/** Whether amounts in the two units can be compared. */
export const sameDimension = (a: DrugUnit, b: DrugUnit): boolean =>
  a === b || (MEASURES[a] !== undefined && MEASURES[a][0] === MEASURES[b]?.[0]);

/** Compares two amounts of one dimension, exactly. */
export const compareAmounts = (a: Decimal, unitA: DrugUnit, b: Decimal, unitB: DrugUnit): -1 | 0 | 1 =>
  compare(scaled(a, unitA), scaled(b, unitB));

/** How many whole `b` cover `a`, both of one dimension. */
export const covering = (a: Decimal, unitA: DrugUnit, b: Decimal, unitB: DrugUnit): bigint =>
  dividedUp(scaled(a, unitA), scaled(b, unitB));

const scaled = (amount: Decimal, unit: DrugUnit): Decimal =>
  times(amount, { digits: MEASURES[unit]?.[1] ?? 1n, places: 0 });

/** How many of the smallest unit of its dimension a measure is: 1,000 micrograms a milligram; 1 of what is counted. */
export const baseUnits = (unit: DrugUnit): number => Number(MEASURES[unit]?.[1] ?? 1n);
