import { DEFAULT_PROFILE, type Profile } from '../profile.ts';

/**
 * Medicaid's NCCI: tables of its own (MUE without adjudication indicators, judged by line), and no more of Medicare's
 * policy than a state takes over. Medicaid's own files are not read yet, so Medicare's tables stand in for them.
 */
export const medicaidNcci: Profile = {
  ...DEFAULT_PROFILE,
  id: 'medicaid-ncci',
  title: 'Medicaid NCCI',
  about: 'Claims to a state’s Medicaid program. Medicaid’s own NCCI tables are not read yet; Medicare’s are used.',
  edits: ['code-validity', 'modifier-validity', 'ncci-ptp', 'ncci-mue'],
  policy: { ...DEFAULT_PROFILE.policy, provider: 'rendering' },
  adjustments: {
    ...DEFAULT_PROFILE.adjustments,
    'ncci-mue': { ...DEFAULT_PROFILE.adjustments['ncci-mue'], '*': { carc: '151', rarc: 'N362', group: 'CO' } },
  },
};
