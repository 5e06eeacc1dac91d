import { EDIT_ORDER, type EditId } from '../finding.ts';
import { DEFAULT_PROFILE, type Profile } from '../profile.ts';
import { PRACTITIONERS_ONLY } from './practitioners-only.ts';

/** Beside those of practitioners and of outpatient facilities. */
const NOT_FOR_SUPPLIERS: readonly EditId[] = [
  ...(['ncci-ptp', 'bilateral', 'code-equivalents', 'user-rules'] as const),
  ...(['drug-wastage', 'laboratory', 'ambulance', 'therapy-modifiers'] as const),
];

/** Medicare for suppliers of equipment: the DME values of MUE; there is no PTP table for them. */
export const dmeMac: Profile = {
  ...DEFAULT_PROFILE,
  id: 'dme-mac',
  title: 'Medicare, DME suppliers',
  about: 'Claims of suppliers (837P) to a DME contractor.',
  edits: EDIT_ORDER.filter(
    (id) => !PRACTITIONERS_ONLY.includes(id) && !id.startsWith('ioce') && !NOT_FOR_SUPPLIERS.includes(id),
  ),
};
