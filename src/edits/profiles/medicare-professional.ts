import { EDIT_ORDER, type EditId } from '../finding.ts';
import { DEFAULT_PROFILE, type Profile } from '../profile.ts';

/** Of outpatient facilities, or made by a payer's own profile. */
const isOfOthers = (id: EditId): boolean => id.startsWith('ioce-') || id === 'code-equivalents' || id === 'user-rules';

/** Medicare Part B for practitioners, with every edit that speaks of their claims. */
export const medicareProfessional: Profile = {
  ...DEFAULT_PROFILE,
  id: 'medicare-professional',
  title: 'Medicare Part B, practitioners, all edits',
  about:
    'Claims of practitioners (837P) to a Medicare B contractor: beside the five of the default profile, the edits of the fee schedule, diagnoses, coverage, drugs, services and visits.',
  edits: EDIT_ORDER.filter((id) => !isOfOthers(id)),
};
