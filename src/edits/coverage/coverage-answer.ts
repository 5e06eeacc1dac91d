import type { Codebook, When } from '../../codebook/codebook.ts';
import type { CoveragePolicy } from '../../codebook/coverage-table.ts';
import { packCodeText, packModifierText } from '../../codes/packed.ts';
import { packDiagnosisText } from '../../codes/packed-diagnosis.ts';
import { recordTablesOf } from '../record-tables.ts';
import { NOT_SUPPORTED, SEVERAL, SUPPORTED, verdictOf } from './verdict.ts';

/** What is known of the coverage of a code. */
export interface CoverageAnswer {
  /**
   * `no-policy`: no article on the code holds in the state on the date, which is no proof of coverage. `lists-no-diagnoses`:
   * the articles there say nothing of diagnoses.
   */
  readonly status:
    | 'supported'
    | 'several-needed'
    | 'not-supported'
    | 'lists-no-diagnoses'
    | 'earlier-version'
    | 'no-policy'
    | 'not-loaded';
  /** Articles on the code in the state, and what each says of the diagnoses. */
  readonly articles: readonly { readonly policy: CoveragePolicy; readonly says: CoverageAnswer['status'] }[];
}

/** A code with diagnoses in a state (two letters). */
export interface CoverageQuestion extends When {
  readonly code: string;
  readonly diagnoses: readonly string[];
  readonly state: string;
}

/**
 * Whether diagnoses support a code in a state on a date, by the billing and coding articles loaded.
 *
 * @example
 * coverageOf(codebook, { code: '93000', diagnoses: ['I10'], state: 'OH', on: parseDay('2024-10-15') }).status
 */
export function coverageOf(codebook: Codebook, { code, diagnoses, state, on, asOf }: CoverageQuestion): CoverageAnswer {
  const { coverage } = recordTablesOf(codebook.tables(asOf));
  if (coverage === null) return { status: 'not-loaded', articles: [] };
  const packed = diagnoses.map(packDiagnosisText);
  const place = packModifierText(state);
  const articles = coverage
    .policies(packCodeText(code.trim()))
    .filter((policy) => policy.isIn(place) && on <= policy.to && on >= policy.firstDay)
    .map((policy) => ({ policy, says: saidBy(policy, packed, on) }));
  const status = ORDER.find((each) => articles.some(({ says }) => says === each));
  return { status: status ?? 'no-policy', articles };
}

/** Of several articles the first of these is the answer. */
const ORDER = ['supported', 'several-needed', 'not-supported', 'earlier-version', 'lists-no-diagnoses'] as const;

function saidBy(policy: CoveragePolicy, diagnoses: readonly number[], on: number): CoverageAnswer['status'] {
  if (!policy.listsDiagnoses) return 'lists-no-diagnoses';
  if (on < policy.from) return 'earlier-version';
  return WORDS[verdictOf(policy, (group) => diagnoses.some((diagnosis) => group.has(diagnosis)))];
}

const WORDS = {
  [SUPPORTED]: 'supported',
  [SEVERAL]: 'several-needed',
  [NOT_SUPPORTED]: 'not-supported',
} as Readonly<Record<number, CoverageAnswer['status']>>;
