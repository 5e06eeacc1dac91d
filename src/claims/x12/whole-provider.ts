import type { Provider } from '../claim.ts';
import { trim } from '../text.ts';
import { find, orNull, type Segment } from './segments.ts';

export const NO_PROVIDER: Provider = { npi: null, identifier: null, taxonomy: null, name: '' };

/**
 * The last provider of an entity code, with the PRV and REF that follow it before the next NM1. `role` is the PRV01 of
 * its taxonomy: PE performing, AT attending.
 */
export function providerAt(segments: readonly Segment[], entity: string, role = 'PE'): Provider | null {
  const at = segments.findLastIndex(([id, code]) => id === 'NM1' && code === entity);
  if (at < 0) return null;
  const nm1 = segments[at];
  const next = segments.findIndex(([id], index) => index > at && id === 'NM1');
  const own = segments.slice(at + 1, next < 0 ? undefined : next);
  const references = own.filter(([id]) => id === 'REF').map((ref) => trim(ref[2] ?? ''));
  const identifier = trim(nm1[9] ?? '') || references.find((reference) => reference !== '') || null;
  const isNpi = identifier !== null && /^\d{10}$/.test(identifier) && Number(identifier) > 0;
  return {
    npi: isNpi ? identifier : null,
    identifier: isNpi ? null : identifier,
    taxonomy: orNull(own.findLast(([id, qualifier]) => id === 'PRV' && qualifier === role)?.[3]),
    name: [nm1[3], nm1[4]]
      .map((part) => trim(part ?? ''))
      .filter((part) => part !== '')
      .join(', '),
    ...addressOf(own),
  };
}

/** State and ZIP code of N4, where they are given. */
function addressOf(own: readonly Segment[]): Pick<Provider, 'state' | 'postalCode'> {
  const [, , state, postalCode] = find(own, 'N4').map(trim);
  return { ...(state && { state }), ...(postalCode && { postalCode }) };
}
