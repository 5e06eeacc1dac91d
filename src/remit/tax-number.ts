import type { CodedClaim } from '../claims/coded-claim.ts';
import { textOf, trim } from '../claims/text.ts';
import { prefix, SegmentFound } from '../claims/x12/claim-facts.ts';

const EMPLOYER = prefix('REF', 'EI');
const SOCIAL_SECURITY = prefix('REF', 'SY');

/** The billing provider's tax number (REF*EI, REF*SY of loop 2010AA); '' where an 837 does not say it. */
export function taxNumber({ source }: CodedClaim): string {
  if (source === null) return '';
  const found = new SegmentFound();
  const { billing } = source.levels;
  if (!found.inLevel(source, billing, EMPLOYER) && !found.inLevel(source, billing, SOCIAL_SECURITY)) return '';
  return trim(textOf(found.bytes, found.start(2), found.end(2)));
}
