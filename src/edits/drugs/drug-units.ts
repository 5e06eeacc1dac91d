import { isoDay, NOT_A_DAY } from '../../codes/day.ts';
import { isPackedDrugCode } from '../../codes/drug-codes.ts';
import { packModifierText } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from '../define-edit.ts';
import type { Resolution } from '../finding.ts';
import { areUnits } from '../ncci/mue-units.ts';
import { descriptorSource, doseText } from './drug-words.ts';
import { dosePrinted, isNdcUnit, NEEDS_CROSSWALK, unitsOfNdcUnit } from './ndc-quantity.ts';

type Reason =
  | 'no-data'
  | 'not-comparable'
  | 'not-whole'
  | 'amount-as-units'
  | 'packages-as-units'
  | 'more-than-ndc'
  | 'less-than-ndc';

const UN = packModifierText('UN');
/** Quantities are printed with few decimals. */
const NOISE = 1e-6;

/**
 * Drugs are billed in whole units of the dose that the code's descriptor states, rounded up. Where the line names the
 * package, its quantity comes to so many units, by the descriptor or by CMS's crosswalk; other units are a slip: milligrams
 * or vials in the place of units.
 */
export const drugUnits = defineEdit<Reason>({
  id: 'drug-units',
  title: 'Units of drugs',
  since: '0.2.0',
  sources: [
    { document: 'Medicare Claims Processing Manual', section: 'chapter 17, sections 10 and 90.2 (units of drugs)' },
    {
      document: 'CMS NDC–HCPCS crosswalks',
      section: 'package size, package quantity, billing units, billing units per package',
    },
    { document: 'HCPCS Level II releases', section: 'long descriptor of the code' },
  ],
  needs: ['hcpcs', 'ndc-hcpcs'],
  stage: 'the rest',
  messages: {
    'no-data': {
      outcome: 'info',
      means: 'A line has a drug’s package, and no HCPCS release or NDC–HCPCS crosswalk that tells its units is loaded.',
      say: ({ records: { packages } }) =>
        packages === null
          ? 'No NDC–HCPCS crosswalk is loaded: units were not compared with the packages given.'
          : `The NDC–HCPCS crosswalks loaded are of days from ${isoDay(packages.knownFrom)} to ${isoDay(packages.knownTo)}: units of other days were not compared with the packages given.`,
    },
    'not-comparable': {
      outcome: 'info',
      means: 'Neither the descriptor nor the crosswalk tells how many units the package given comes to.',
      say: ({ code }) =>
        `How many units of ${code} the quantity of the National Drug Code comes to is not known: units were not compared.`,
    },
    'not-whole': {
      outcome: 'return',
      means: 'A fraction of a unit of a drug.',
      stage: 'syntax',
      needsDay: true,
      say: (facts) =>
        `${facts.detail} units of ${facts.code} (${doseText(facts)} each): units of drugs are whole, a part of one is billed as one.`,
      source: descriptorSource,
      resolutions: ({ detail }) => [{ kind: 'units', most: Math.ceil(detail) }],
    },
    'amount-as-units': {
      outcome: 'review',
      means: 'As many units as the package has milligrams (or the like), while one unit is several of them.',
      needsDay: true,
      say: (facts) =>
        `One unit of ${facts.code} is ${doseText(facts)}: the package given comes to ${counted(facts)}; the line has the amount itself in the place of units.`,
      source: descriptorSource,
      resolutions: most,
    },
    'packages-as-units': {
      outcome: 'review',
      means: 'As many units as packages are given, while one package holds several units.',
      needsDay: true,
      say: (facts) =>
        `One unit of ${facts.code} is ${doseText(facts)}: the packages given come to ${counted(facts)}; the line counts packages.`,
      source: descriptorSource,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'more-than-ndc': {
      outcome: 'review',
      means: 'More units than the package given comes to.',
      needsDay: true,
      say: (facts) =>
        `The package given comes to ${counted(facts)} of ${facts.code} (${doseText(facts)} each); the line has more.`,
      source: descriptorSource,
      resolutions: most,
    },
    'less-than-ndc': {
      outcome: 'review',
      means: 'Fewer units than the package given comes to.',
      needsDay: true,
      say: (facts) =>
        `The package given comes to ${counted(facts)} of ${facts.code} (${doseText(facts)} each); the line has fewer.`,
      source: descriptorSource,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
  },
  check(input, report) {
    const { claim } = input;
    let isUnknown = false;
    for (let line = 0; line < claim.ownLines; line++) {
      if (!isPackedDrugCode(claim.code[line]) || !areUnits(claim.units[line])) continue;
      if (!Number.isInteger(claim.units[line])) report.add('not-whole', line, -1, -1, claim.units[line]);
      else if (hasPackage(input, line)) isUnknown = checkPackage(input, line, report) || isUnknown;
    }
    if (isUnknown) report.add('no-data', -1);
  },
});

function hasPackage({ claim }: CheckInput, line: number): boolean {
  const { ndc, ndcQuantity, ndcUnit } = claim.clinical;
  return ndc[line] >= 0 && ndcQuantity[line] > 0 && isNdcUnit(ndcUnit[line]) && claim.from[line] !== NOT_A_DAY;
}

/** Returns whether a table was wanting. */
function checkPackage(input: CheckInput, line: number, report: Report<Reason>): boolean {
  const { claim, records } = input;
  const row = records.descriptors?.find(claim.code[line], claim.from[line]) ?? -1;
  const each = unitsOfNdcUnit(claim, records, line, row);
  if (each === NEEDS_CROSSWALK) return true;
  if (Number.isNaN(each)) report.add('not-comparable', line);
  else if (!isRight(input, line, each))
    report.add(reasonOf(input, line, each, row), line, -1, -1, expected(input, line, each));
  return false;
}

const expected = ({ claim }: CheckInput, line: number, each: number): number =>
  Math.ceil(claim.clinical.ndcQuantity[line] * each - NOISE);

/**
 * Whether the line's units are its package's, rounded either way, or those of all lines of the same drug and day are their
 * packages' or this one's: what was given and what was discarded (JW) may each name the whole vial.
 */
function isRight({ claim }: CheckInput, line: number, each: number): boolean {
  const { ndc, ndcQuantity, ndcUnit } = claim.clinical;
  const own = ndcQuantity[line] * each;
  if (Math.abs(claim.units[line] - own) < 1 - NOISE) return true;
  let units = 0;
  let packages = 0;
  let lines = 0;
  for (let other = 0; other < claim.ownLines; other++) {
    if (claim.code[other] !== claim.code[line] || claim.from[other] !== claim.from[line]) continue;
    if (ndc[other] !== ndc[line] || ndcUnit[other] !== ndcUnit[line]) continue;
    units += claim.units[other];
    packages += ndcQuantity[other] * each;
    lines++;
  }
  return Math.abs(units - packages) < lines - NOISE || Math.abs(units - own) < lines - NOISE;
}

function reasonOf({ claim, records }: CheckInput, line: number, each: number, row: number): Reason {
  const units = claim.units[line];
  const { ndcQuantity, ndcUnit } = claim.clinical;
  const amount = ndcQuantity[line] * each * dosePrinted(records, row);
  if (Math.abs(units - amount) < 1 || Math.abs(units - amount * 1000) < 1) return 'amount-as-units';
  if (ndcUnit[line] === UN && units === ndcQuantity[line]) return 'packages-as-units';
  return units > ndcQuantity[line] * each ? 'more-than-ndc' : 'less-than-ndc';
}

const counted = ({ detail }: FindingFacts): string => (detail === 1 ? '1 unit' : `${detail} units`);

function most({ detail }: FindingFacts): Resolution[] {
  return [{ kind: 'units', most: detail }];
}
