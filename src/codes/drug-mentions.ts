import { type Decimal, decimalOf, decimalText, times } from './decimal.ts';
import { type DrugUnit, type Quantity, sameDimension, UNIT_WORDS, unitOf } from './drug-units.ts';

/** How an amount bounds: `up to` is billed in multiples, `at most`, `more than` and `between` name a tier. */
export type DoseBound = 'exactly' | 'up to' | 'at most' | 'at least' | 'more than' | 'between';

/** An amount that a descriptor states, and where it stands there. */
export interface Mention {
  readonly bound: DoseBound;
  readonly quantity: Quantity;
  /** Of `between`: the amount that it is more than. */
  readonly above: Quantity | null;
  /** Of a strength such as 10 mg/ml: the volume that holds the quantity. */
  readonly perVolume: Quantity | null;
  /** Stated with the word per (`per 10 mg`, `per vial`), or `each` at the end. */
  readonly isPer: boolean;
  readonly inParentheses: boolean;
  readonly start: number;
  readonly end: number;
}

const escaped = (words: readonly string[]): string =>
  words.map((word) => word.replaceAll('.', '\\.').replaceAll(' ', ' +')).join('|');
const isPackage = (unit: DrugUnit): boolean => PACKAGES.has(unit);
const PACKAGES: ReadonlySet<DrugUnit> = new Set([
  'ampule',
  'bottle',
  'dose',
  'each',
  'implant',
  'infusion',
  'instillation',
  'patch',
  'study',
  'study dose',
  'therapeutic dose',
  'treatment',
  'treatment dose',
  'vial',
] satisfies DrugUnit[]);

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+`;
/** What stands before a number in a name (`tc-99m`, `alfa-2b`, `10^13`) makes it no amount. */
const NOT_IN_A_NAME = String.raw`(?<![\w.^-])`;
const MEASURE_WORDS = UNIT_WORDS.filter((word) => !isPackage(unitOf(word) as DrugUnit));
const MEASURE = `(?:${escaped(MEASURE_WORDS)})s?(?![\\w.]*\\w)`;
const PACKAGE_WORDS = UNIT_WORDS.filter((word) => isPackage(unitOf(word) as DrugUnit) && word !== 'each');

/** An amount: `0.5 mg`, `1 million units`, `5x10^15 vector genomes`, `200 million … t cells`. */
const AMOUNT = [
  `(?<number>${NUMBER})(?: ?x ?10\\^(?<power>\\d+))?(?: (?<scale>million|billion))?[ -]*(?<unit>${MEASURE})`,
  `(?<cells>${NUMBER}) (?<cellScale>million|billion) (?:[\\w+()-]+ ){1,12}?cells`,
].join('|');

const BOUNDS: readonly (readonly [RegExp, DoseBound])[] = [
  [/less than or equal to $/, 'at most'],
  [/(?:greater|more) than $/, 'more than'],
  [/over $/, 'more than'],
  [/minimum of $/, 'at least'],
  [/up to $/, 'up to'],
];

const SCALE: Readonly<Record<string, bigint>> = { million: 1_000_000n, billion: 1_000_000_000n };

/**
 * All amounts and packages that a descriptor states, in their order.
 *
 * @param text lower case, runs of spaces squeezed to one
 */
export function mentionsIn(text: string): Mention[] {
  const mentions = [...amountsIn(text), ...packagesIn(text), ...impliedIn(text)].sort((a, b) => a.start - b.start);
  return joinTiers(joinStrengths(mentions, text), text);
}

function amountsIn(text: string): Mention[] {
  return [...text.matchAll(new RegExp(`${NOT_IN_A_NAME}(?:${AMOUNT})`, 'g'))].flatMap((match) => {
    const groups = match.groups ?? {};
    const unit = groups.cells === undefined ? unitOf(groups.unit) : 'cell';
    const number = decimalOf(groups.cells ?? groups.number);
    if (unit === undefined || number === null || isRate(text, match.index + match[0].length)) return [];
    const before = text.slice(0, match.index);
    const bound = BOUNDS.find(([pattern]) => pattern.test(before));
    const start = match.index - (bound?.[0].exec(before)?.[0].length ?? 0);
    return [
      {
        ...NO_MORE,
        bound: bound?.[1] ?? 'exactly',
        quantity: quantityOf(scaledUp(number, groups), unit),
        isPer: /\bper (?:factor \w+ )?$/.test(text.slice(0, start)),
        inParentheses: isInside(text, match.index),
        start,
        end: match.index + match[0].length,
      },
    ];
  });
}

const NO_MORE = { above: null, perVolume: null } as const;

/** `0.12mg per 24 hours` is how fast it is given off, no dose. */
const isRate = (text: string, end: number): boolean => /^(?:, [\d.]+ ?m?c?g)* per \d+ hours?/.test(text.slice(end));

function scaledUp(number: Decimal, groups: Record<string, string | undefined>): Decimal {
  const scale = SCALE[groups.scale ?? groups.cellScale ?? ''] ?? 1n;
  return times(number, { digits: scale * 10n ** BigInt(groups.power ?? 0), places: 0 });
}

/** `per vial`, `per study dose`, and `each` where it ends the descriptor. */
function packagesIn(text: string): Mention[] {
  const pattern = new RegExp(
    `\\b(?:per|one) (?<unit>${escaped(PACKAGE_WORDS)})(?!\\w)|, (?<each>each)(?: unit)?$`,
    'g',
  );
  return [...text.matchAll(pattern)].map((match) => oneOf(match, match.groups?.unit ?? 'each', text));
}

/** `per mg`, `per square centimeter`, `per factor viii i.u.`: one, without saying so. */
function impliedIn(text: string): Mention[] {
  const pattern = new RegExp(`\\bper (?:factor \\w+ )?(?<unit>${MEASURE})`, 'g');
  return [...text.matchAll(pattern)].map((match) => oneOf(match, match.groups?.unit ?? '', text));
}

const oneOf = (match: RegExpExecArray, unit: string, text: string): Mention => ({
  ...NO_MORE,
  bound: 'exactly',
  quantity: { text: '1', value: 1, unit: unitOf(unit) ?? 'each' },
  isPer: true,
  inParentheses: isInside(text, match.index),
  start: match.index,
  end: match.index + match[0].length,
});

/** `10 mg/ml`, `250 mg/5 ml`, `0.36 mg per 0.25 cc`, `25 mg per cc`: one strength, not two amounts. */
function joinStrengths(mentions: readonly Mention[], text: string): Mention[] {
  const joined: Mention[] = [];
  for (const mention of mentions) {
    const volume = volumeAfter(text, mention.end);
    const before = joined.at(-1);
    if (before?.perVolume && mention.start < before.end) continue;
    if (volume === null || sameDimension(mention.quantity.unit, 'ml')) joined.push(mention);
    else joined.push({ ...mention, perVolume: volume.quantity, end: volume.end });
  }
  return joined;
}

function volumeAfter(text: string, start: number): { quantity: Quantity; end: number } | null {
  const match = new RegExp(`^(?:/| per )(?<number>${NUMBER})? ?(?<unit>ml|cc)(?!\\w)`).exec(text.slice(start));
  if (match === null) return null;
  const number = decimalOf(match.groups?.number ?? '1');
  return number === null ? null : { quantity: quantityOf(number, 'ml'), end: start + match[0].length };
}

/** `greater than 3 mg, but less than or equal to 6 mg` is one tier. */
function joinTiers(mentions: readonly Mention[], text: string): Mention[] {
  const joined: Mention[] = [];
  for (const mention of mentions) {
    const before = joined.at(-1);
    const between = before === undefined ? '' : text.slice(before.end, mention.start).trim();
    if (before?.bound === 'more than' && mention.bound !== 'exactly' && /^,? ?(?:but|and)$/.test(between)) {
      joined[joined.length - 1] = {
        ...mention,
        bound: 'between',
        above: before.quantity,
        isPer: before.isPer,
        start: before.start,
      };
    } else joined.push(mention);
  }
  return joined;
}

function isInside(text: string, index: number): boolean {
  const before = text.slice(0, index);
  return before.split('(').length > before.split(')').length;
}

function quantityOf(number: Decimal, unit: DrugUnit): Quantity {
  const text = decimalText(number);
  return { text, value: Number(text), unit };
}

/** Whether the amount counts packages or doses and says nothing of what is in them. */
export const isPackaged = ({ quantity }: Mention): boolean => isPackage(quantity.unit);
