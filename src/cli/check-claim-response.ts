import type { Claim } from '../claims/claim.ts';
import type { Checker } from '../edits/checker.ts';
import { type ClaimResponseOptions, claimResponse } from '../fhir/claim-response.ts';
import type { CheckOutput } from './check-output.ts';

/** Before and after the entries of a Bundle of answers. */
const BEGIN = '{"resourceType":"Bundle","type":"collection","entry":[{"resource":';
const END = '}]}\n';

/**
 * One ClaimResponse a line; the answers to the claims of one Bundle in a Bundle, which is one line too. A file with one
 * claim gets one resource, which is JSON as well as NDJSON.
 */
export function claimResponseOutput(checker: Checker, options: ClaimResponseOptions): CheckOutput {
  let open: string | null = null;
  return {
    claim(coded) {
      const claim = coded.toClaim();
      const response = JSON.stringify(claimResponse(claim, checker.result(), options));
      const bundle = bundleOf(claim);
      if (bundle !== null && bundle === open) return `},{"resource":${response}`;
      const before = open === null ? '' : END;
      open = bundle;
      return before + (bundle === null ? `${response}\n` : BEGIN + response);
    },
    problem: () => {},
    end: () => (open === null ? '' : END),
  };
}

/** What the claims of one Bundle have in common; null for a claim that stood in none. */
const bundleOf = ({ place }: Claim): string | null =>
  place?.resource?.inBundle === true ? `${place.file ?? ''}\n${place.offset ?? 0}` : null;
