import { NDC_OF_ANOTHER_SHAPE } from '../../claims/clinical-facts.ts';
import { codeSet } from '../../codes/code-set.ts';
import { isoDay, NOT_A_DAY } from '../../codes/day.ts';
import { isPackedDrugCode } from '../../codes/drug-codes.ts';
import { type PackedCode, UNPACKABLE, unpackCode, unpackModifier } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from '../define-edit.ts';
import type { Resolution } from '../finding.ts';
import { isNdcUnit, NDC_UNITS } from './ndc-quantity.ts';
import { ndcDigits, packageSource } from './ndc-text.ts';

type Reason = 'no-data' | 'missing' | 'malformed' | 'quantity-invalid' | 'unit-invalid' | 'other-code';

/** Immune globulins and vaccines have codes of Level I. */
const VACCINES = codeSet('90281-90399 90476-90759');

/**
 * A drug is named by its National Drug Code: LIN N4 with eleven digits, the quantity above zero and its unit in CTP. Where
 * CMS's crosswalk lists the NDC, it is billed with the code that stands there.
 */
export const ndc = defineEdit<Reason>({
  id: 'ndc',
  title: 'National Drug Codes',
  since: '0.2.0',
  sources: [
    { document: 'ASC X12N 005010X222A1 and 005010X223A2', section: 'loop 2410, LIN and CTP' },
    { document: 'CMS NDC–HCPCS crosswalks (ASP, OPPS, AWP, NOC)', section: 'one row a package' },
    { document: '42 CFR', section: '447.520 (Medicaid: NDC for physician-administered drugs)' },
  ],
  needs: ['ndc-hcpcs'],
  stage: 'the rest',
  messages: {
    'no-data': {
      outcome: 'info',
      means: 'A line has an NDC, and no NDC–HCPCS crosswalk of its day is loaded.',
      say: ({ records: { packages } }) =>
        packages === null
          ? 'No NDC–HCPCS crosswalk is loaded: whether the NDCs belong to the codes was not checked.'
          : `The NDC–HCPCS crosswalks loaded are of days from ${isoDay(packages.knownFrom)} to ${isoDay(packages.knownTo)}: NDCs of other days were not checked.`,
    },
    missing: {
      outcome: 'return',
      means: 'By policy a drug needs an NDC, and the line has none.',
      stage: 'syntax',
      say: ({ code }) => `${code} is a drug and the line names no National Drug Code.`,
      resolutions: corrected,
    },
    malformed: {
      outcome: 'return',
      means: 'The NDC is not eleven digits.',
      stage: 'syntax',
      say: () => 'The National Drug Code is not eleven digits (5-4-2, with leading zeros, without hyphens).',
      resolutions: corrected,
    },
    'quantity-invalid': {
      outcome: 'return',
      means: 'The NDC has no quantity, or none above 0.',
      stage: 'syntax',
      say: ({ detail }) =>
        Number.isNaN(detail)
          ? 'The National Drug Code has no quantity (CTP04).'
          : `${detail} is no quantity of a drug (CTP04).`,
      resolutions: corrected,
    },
    'unit-invalid': {
      outcome: 'return',
      means: 'The quantity’s unit is missing, or not one of F2, GR, ME, ML, UN.',
      stage: 'syntax',
      say: ({ detail }) =>
        `${detail < 0 ? 'The quantity of the National Drug Code has no unit' : `${unpackModifier(detail)} is no unit of a quantity of a drug`} (CTP05): it is one of ${NDC_UNITS.join(', ')}.`,
      resolutions: corrected,
    },
    'other-code': {
      outcome: 'review',
      means: 'The crosswalk bills the NDC with another code than the line’s.',
      stage: 'code and modifier validity',
      needsDay: true,
      say: (facts) =>
        `NDC ${ndcDigits(facts.detail)} is billed with ${codesOf(facts).join(' or ')}, not with ${facts.code}, by CMS’s crosswalk.`,
      source: packageSource,
      resolutions: (facts) => [{ kind: 'code', codes: codesOf(facts) }, ...corrected()],
    },
  },
  check(input, report) {
    const { claim } = input;
    let isUnknown = false;
    for (let line = 0; line < claim.ownLines; line++) {
      const code = claim.code[line];
      const isDrug = isPackedDrugCode(code);
      if (!isDrug && !VACCINES.has(code)) continue;
      const number = claim.clinical.ndc[line];
      if (number === -1) {
        if (isDrug && input.policy.drugs.ndcRequired) report.add('missing', line);
      } else isUnknown = checkDrug(input, line, number, report) || isUnknown;
    }
    if (isUnknown) report.add('no-data', -1);
  },
});

/** Returns whether a crosswalk was wanting. */
function checkDrug({ claim, records }: CheckInput, line: number, number: number, report: Report<Reason>): boolean {
  const { ndcQuantity, ndcUnit } = claim.clinical;
  if (number === NDC_OF_ANOTHER_SHAPE) report.add('malformed', line);
  if (!(ndcQuantity[line] > 0)) report.add('quantity-invalid', line, -1, -1, ndcQuantity[line]);
  if (!isNdcUnit(ndcUnit[line])) report.add('unit-invalid', line, -1, -1, ndcUnit[line]);
  const day = claim.from[line];
  if (number < 0 || day === NOT_A_DAY) return false;
  const { packages } = records;
  if (packages === null || !packages.isKnown(day)) return true;
  const first = packages.find(number, day);
  let row = first;
  while (row >= 0 && !isBilledWith(packages.code(row), claim.code[line])) row = packages.next(row);
  if (row < 0 && first >= 0) report.add('other-code', line, first, -1, number);
  return false;
}

/** A package without a code of its own may have got one since. */
const isBilledWith = (listed: PackedCode, code: PackedCode): boolean => listed === code || listed === UNPACKABLE;

/** The codes of the NDC's rows, each once. */
function codesOf({ records: { packages }, row }: FindingFacts): string[] {
  const codes = new Set<string>();
  for (let at = row; packages !== null && at >= 0; at = packages.next(at)) codes.add(unpackCode(packages.code(at)));
  return [...codes];
}

function corrected(): Resolution[] {
  return [{ kind: 'correct-claim' }];
}
