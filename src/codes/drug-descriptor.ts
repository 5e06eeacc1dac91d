import { type DoseBound, isPackaged, type Mention, mentionsIn } from './drug-mentions.ts';
import { type DrugNames, nameOf, wordsIn } from './drug-names.ts';
import type { Quantity } from './drug-units.ts';
import { FORMS, NOT_CLASSIFIED, ROUTES, SALTS } from './drug-words.ts';

/** An amount with how it bounds. */
export interface StatedAmount {
  readonly bound: DoseBound;
  readonly quantity: Quantity;
  /** Of `between`: more than this, and at most `quantity`. */
  readonly above: Quantity | null;
}

/** What one unit of a drug code is, by its long descriptor. */
export interface DrugDescriptor {
  readonly kind: 'drug';
  /** As CMS writes it, lower case; without the trade names, routes and forms around it. */
  readonly substance: string;
  /** Each with its own amount where the descriptor gives one. More than one for a combination. */
  readonly ingredients: readonly { readonly substance: string; readonly amount: Quantity | null }[];
  /** Words in parentheses that are no qualifier: mostly trade names. */
  readonly brands: readonly string[];
  /**
   * What one billing unit stands for: 10 mg, up to 100 mg, 1 vial, 1 study dose. Of a combination the total where
   * that is printed, else the amount of the first ingredient. null where one unit is the whole service.
   */
  readonly dose: StatedAmount | null;
  /** A further amount stated beside the dose: what the package holds, or the most that the code is for. */
  readonly content: StatedAmount | null;
  /** Of a dose given as a strength (250 mg/5 ml): the volume that holds it. */
  readonly perVolume: Quantity | null;
  readonly routes: readonly string[];
  readonly forms: readonly string[];
  readonly salts: readonly string[];
  readonly biosimilar: boolean;
  /** The four letters that the FDA adds to a biologic's name (`bmez`). */
  readonly biologicSuffix: string | null;
  /** Codes for drugs without a code of their own: what was given has to be named on the claim. */
  readonly notOtherwiseClassified: boolean;
}

/** Why a descriptor gave no drug: it states no amount and does not say that it is for unclassified drugs. */
export interface NoDrug {
  readonly kind: 'none';
  readonly reason: 'no-amount';
}

/**
 * Reads substance, dose and unit out of the long descriptor of a drug code (HCPCS J, Q, A95–A96 and C codes). It goes
 * by the words alone: ask it of drug codes only.
 *
 * @param longDescription CMS's long descriptor, in any letter case
 *
 * @example
 * const drug = parseDrugDescriptor('Injection, pegfilgrastim-bmez, biosimilar, (ziextenzo), 0.5 mg');
 * drug.kind === 'drug' && drug.dose?.quantity // { text: '0.5', value: 0.5, unit: 'mg' }
 * @example
 * const drug = parseDrugDescriptor('Injection, fosnetupitant 235 mg and palonosetron 0.25 mg');
 * drug.kind === 'drug' && drug.ingredients.map(({ substance }) => substance) // ['fosnetupitant', 'palonosetron']
 * @example
 * parseDrugDescriptor('Intrauterine copper contraceptive') // { kind: 'none', reason: 'no-amount' }
 */
export function parseDrugDescriptor(longDescription: string): DrugDescriptor | NoDrug {
  const text = normalised(longDescription);
  const notOtherwiseClassified = NOT_CLASSIFIED.test(text);
  const mentions = mentionsIn(text);
  const chosen = chosenFrom(mentions, text);
  if (chosen === null && !notOtherwiseClassified) return { kind: 'none', reason: 'no-amount' };
  const name = nameOf(text, mentions);
  return {
    kind: 'drug',
    substance: name.substance,
    ingredients: ingredientsOf(name, mentions, text),
    brands: name.brands,
    dose: chosen === null ? null : stated(chosen),
    content: contentBeside(chosen, mentions),
    perVolume: chosen?.perVolume ?? null,
    routes: wordsIn(text, ROUTES),
    forms: wordsIn(text, FORMS),
    salts: wordsIn(name.substance, SALTS),
    biosimilar: /\bbiosimilar\b/.test(text),
    biologicSuffix: name.parts.map((part) => /-([a-z]{4})$/.exec(part)?.[1]).find((suffix) => suffix) ?? null,
    notOtherwiseClassified,
  };
}

const normalised = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    // CMS's records break words at hyphens: `non- compounded`.
    .replaceAll('- ', '-')
    // `(500 ml = 1 unit)` is one amount.
    .replaceAll(' = 1 unit', '')
    .replaceAll('(s)', 's')
    .replace(/ days(?= and up to \d+ days of therapy)/, ' days of therapy')
    .trim();

const stated = ({ bound, quantity, above }: Mention): StatedAmount => ({ bound, quantity, above });

/** The amount that is the billing unit: a package first, then `per …`, the total of a combination, the first amount. */
function chosenFrom(mentions: readonly Mention[], text: string): Mention | null {
  const whole = mentions.filter(({ perVolume }) => perVolume === null);
  return (
    whole.find((mention) => mention.isPer && isPackaged(mention)) ??
    whole.find(({ isPer, inParentheses }) => isPer && !inParentheses) ??
    totalOf(mentions, text) ??
    whole.find(({ inParentheses }) => !inParentheses) ??
    mentions[0] ??
    null
  );
}

/**
 * What a combination comes to: `10mg/10mg (20mg)` in parentheses at the end, or after its strengths the volume,
 * `carbidopa 5 mg/levodopa 20 mg enteral suspension, 100 ml`.
 */
function totalOf(mentions: readonly Mention[], text: string): Mention | null {
  const last = mentions.at(-1);
  const before = mentions.at(-2);
  if (mentions.length < 3 || last === undefined || before === undefined) return null;
  const between = text.slice(before.end, last.start);
  const isSum = last.inParentheses && between === ' (';
  const isVolume = last.quantity.unit === 'ml' && before.quantity.unit !== 'ml' && between.endsWith(', ');
  return isSum || isVolume ? last : null;
}

function contentBeside(chosen: Mention | null, mentions: readonly Mention[]): StatedAmount | null {
  // `150 mg, per bottle of 60 tablets` is the amount of a tablet.
  if (chosen === null || !chosen.isPer || chosen.quantity.unit === 'bottle') return null;
  const beside = mentions.find((mention) => mention !== chosen && mention.perVolume === null && !isPackaged(mention));
  return beside === undefined ? null : stated(beside);
}

/**
 * A combination's parts. Amounts go to names in their order where there are as many (`2 mg/3 mg`); where there are
 * fewer, to the name that one stands beside (`daratumumab 10 mg and hyaluronidase-fihj`).
 */
function ingredientsOf(name: DrugNames, mentions: readonly Mention[], text: string): DrugDescriptor['ingredients'] {
  const { parts } = name;
  if (parts.length < 2) return parts.map((substance) => ({ substance, amount: null }));
  const total = totalOf(mentions, text);
  const amounts = mentions.filter((mention) => mention !== total && !isPackaged(mention) && mention.perVolume === null);
  if (amounts.length === parts.length) {
    return parts.map((substance, i) => ({ substance, amount: amounts[i].quantity }));
  }
  return parts.map((substance) => {
    const beside = amounts.find(({ start, end, isPer }) => !isPer && isBeside(text, substance, start, end));
    return { substance, amount: beside?.quantity ?? null };
  });
}

/** Whether an amount belongs to a name: right after it and before any other, or right before it. */
function isBeside(text: string, substance: string, start: number, end: number): boolean {
  const before = text.slice(0, start).trimEnd().replace(/,$/, '');
  const isFirstName = before.endsWith(substance) && !/ and | with |\//.test(before);
  return isFirstName || text.slice(end).trimStart().startsWith(substance);
}
