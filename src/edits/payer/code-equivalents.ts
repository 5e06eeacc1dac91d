import { defineEdit, type FindingFacts } from '../define-edit.ts';
import type { Equivalent } from '../profile.ts';

/**
 * Codes in the place of which this payer wants others: Medicare has G-codes for services that other payers know by
 * their Level I codes, and the other way round. Worth knowing, never a denial by itself: the payer's policy decides.
 */
export const codeEquivalents = defineEdit<'use-another'>({
  id: 'code-equivalents',
  title: 'Code equivalents',
  since: '0.2.0',
  sources: [
    { document: 'The payer’s profile', section: 'equivalents' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 18 (preventive services and their G-codes)' },
  ],
  needs: [],
  stage: 'the rest',
  messages: {
    'use-another': {
      outcome: 'info',
      means: 'The payer’s profile names another code for the service.',
      say: (facts) => {
        const { use, because } = equivalentOf(facts);
        return `This payer knows the service of ${facts.code} as ${use.join(' or ')}: ${because}`;
      },
      source: (facts) => {
        const { code, use } = equivalentOf(facts);
        return { release: `profile/${facts.profile.id}`, row: { code, use: use.join(' ') } };
      },
      resolutions: (facts) => [{ kind: 'code', codes: equivalentOf(facts).use }],
    },
  },
  check({ claim, payer }, report) {
    if (payer.equivalents.size === 0) return;
    for (let line = 0; line < claim.ownLines; line++) {
      const number = payer.equivalents.get(claim.code[line]);
      if (number !== undefined) report.add('use-another', line, -1, -1, number);
    }
  },
});

function equivalentOf({ profile, detail }: FindingFacts): Equivalent {
  const equivalent = profile.equivalents?.[detail];
  if (equivalent === undefined) throw new RangeError('a finding names an equivalent that the profile does not have');
  return equivalent;
}
