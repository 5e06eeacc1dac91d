import { EDIT_ORDER } from '../finding.ts';
import { DEFAULT_PROFILE, type Equivalent, type Profile } from '../profile.ts';

/**
 * G-codes that Medicare made for services with a Level I code (Medicare Claims Processing Manual, chapter 18; CMS, final
 * rules of the physician fee schedule for G2212). Numbers alone; which of them a payer takes is the payer's choice.
 */
const EQUIVALENTS: readonly Equivalent[] = [
  ['G0008', ['90471'], 'administration of a vaccine.'],
  ['G0009', ['90471'], 'administration of a vaccine.'],
  ['G0010', ['90471'], 'administration of a vaccine.'],
  ['G0103', ['84153'], 'a laboratory test, as screening at Medicare.'],
  ['G0104', ['45330'], 'an endoscopy, as screening at Medicare.'],
  ['G0105', ['45378'], 'an endoscopy, as screening at Medicare.'],
  ['G0121', ['45378'], 'an endoscopy, as screening at Medicare.'],
  ['G0328', ['82274'], 'a laboratory test, as screening at Medicare.'],
  ['G2212', ['99417'], 'prolonged office visits, counted otherwise at Medicare.'],
].map(([code, use, because]) => ({ code, use, because }) as Equivalent);

/** What a private payer's profile may look like: made up, to be copied and changed. */
export const privateExample: Profile = {
  ...DEFAULT_PROFILE,
  id: 'private-example',
  title: 'A private payer (example)',
  about: 'Made up: shows outcomes, exceptions, local codes, equivalents and a rule of the payer’s own.',
  edits: EDIT_ORDER.filter((id) => !id.startsWith('ioce') && id !== 'coverage'),
  required: ['code-validity', 'modifier-validity', 'ncci-ptp', 'ncci-mue'],
  policy: {
    ...DEFAULT_PROFILE.policy,
    mue: { ...DEFAULT_PROFILE.policy.mue, day: 'cut-back' },
    visits: { prolonged: 'cpt' },
  },
  outcomes: { 'ncci-aoc': { '*': 'review' } },
  exceptions: [
    {
      edit: 'ncci-ptp',
      codes: ['36415'],
      from: '2024-01-01',
      because: 'The payer pays the drawing of blood beside any test.',
    },
  ],
  localCodes: [{ code: 'X0001', description: 'Transport to a network clinic, one way', from: '2024-01-01' }],
  equivalents: EQUIVALENTS,
  rules: [
    {
      id: 'visits-of-children-outside-network',
      title: 'Visits of small children',
      source: 'Example Health Plan, medical policy 12.3',
      message: '{code} for a child under two years is billed by a pediatric practice of the network.',
      outcome: 'review',
      adjustment: { carc: '38', rarc: null, group: 'CO' },
      when: {
        all: [{ code: ['99202-99215'] }, { age: { less: 2 } }, { not: { taxonomy: ['208000000X', '2080P0204X'] } }],
      },
    },
  ],
};
