import { EDIT_ORDER } from '../finding.ts';
import { DEFAULT_PROFILE, type Profile } from '../profile.ts';
import { PRACTITIONERS_ONLY } from './practitioners-only.ts';

/** Medicare for outpatient facilities: the hospital tables of NCCI and the numbered edits of the outpatient editor. */
export const medicareOutpatient: Profile = {
  ...DEFAULT_PROFILE,
  id: 'medicare-outpatient',
  title: 'Medicare, outpatient facilities',
  about: 'Claims of outpatient hospitals and other facilities (837I) to a Medicare A contractor.',
  edits: EDIT_ORDER.filter(
    (id) => !PRACTITIONERS_ONLY.includes(id) && id !== 'code-equivalents' && id !== 'user-rules',
  ),
};
