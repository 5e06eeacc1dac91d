import { dayOf, NOT_A_DAY } from '../../codes/day.ts';
import { packCodeText } from '../../codes/packed.ts';
import { type CheckInput, defineEdit } from '../define-edit.ts';

type Reason = 'other-payers-code' | 'medicare-code' | 'without-visit' | 'many-units';

const [G2212, C99417] = ['G2212', '99417'].map(packCodeText);
/** The highest office visits, to which prolonged time is added: new and established. */
const HIGHEST = ['99205', '99215'].map(packCodeText);
/** Further visits that 99417 goes with: consultations and home visits of the highest level. */
const FURTHER = ['99245', '99345', '99350', '99483'].map(packCodeText);
const BEGIN = dayOf(2021, 1, 1);
/** Fifteen minutes each; more than four hours beyond the visit are hardly meant. */
const MOST_UNITS = 16;

/**
 * Prolonged office visits: G2212 at Medicare, each full 15 minutes beyond the most time of 99205 and 99215 (from 89 and 69
 * minutes); 99417 at other payers, each full 15 beyond their least time (from 75 and 55). Never both, and only beside such
 * a visit of the day. Minutes are not on a claim: what they support, the record shows.
 */
export const prolongedServices = defineEdit<Reason>({
  id: 'prolonged-services',
  title: 'Prolonged visits',
  since: '0.2.0',
  sources: [
    { document: 'CMS, physician fee schedule final rules for 2021 and 2024 (G2212)', date: '2021-01-01' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 12, section 30.6.15.3' },
  ],
  needs: [],
  stage: 'the rest',
  messages: {
    'other-payers-code': {
      outcome: 'deny',
      means: '99417 to a payer that takes G2212, by the profile.',
      say: () =>
        'Medicare does not take 99417: prolonged office visits are G2212, from 89 minutes with 99205 and 69 with 99215.',
      resolutions: () => [{ kind: 'code', codes: ['G2212'] }],
    },
    'medicare-code': {
      outcome: 'deny',
      means: 'G2212 to a payer that takes 99417, by the profile.',
      say: () => 'This payer takes 99417 for prolonged office visits, not G2212.',
      resolutions: () => [{ kind: 'code', codes: ['99417'] }],
    },
    'without-visit': {
      outcome: 'deny',
      means: 'Prolonged time without a visit of the highest level on the day by the same provider.',
      say: ({ code }) =>
        `${code} is added to a visit of the highest level on the same day by the same provider; there is none.`,
      resolutions: () => [{ kind: 'primary', codes: ['99205', '99215'] }],
    },
    'many-units': {
      outcome: 'review',
      means: 'More than sixteen units, four hours beyond the visit.',
      say: ({ code, detail }) => `${detail} units of ${code} are ${detail * 15} minutes beyond the visit.`,
      resolutions: () => [{ kind: 'documentation' }],
    },
  },
  check(input, report) {
    const { claim, policy } = input;
    if (claim.isInstitutional) return;
    for (let line = 0; line < claim.ownLines; line++) {
      const code = claim.code[line];
      if ((code !== G2212 && code !== C99417) || claim.from[line] === NOT_A_DAY || claim.from[line] < BEGIN) continue;
      if (code === C99417 && policy.visits.prolonged === 'medicare') report.add('other-payers-code', line);
      if (code === G2212 && policy.visits.prolonged === 'cpt') report.add('medicare-code', line);
      if (!hasVisit(input, line, code)) report.add('without-visit', line);
      if (claim.units[line] > MOST_UNITS) report.add('many-units', line, -1, -1, claim.units[line]);
    }
  },
});

function hasVisit({ claim, lines }: CheckInput, line: number, code: number): boolean {
  const run = lines.runOfLine[line];
  if (run < 0) return false;
  const service = lines.serviceOfRun(run);
  const end = lines.runStart[lines.serviceStart[service + 1]];
  for (let i = lines.runStart[lines.serviceStart[service]]; i < end; i++) {
    const visit = claim.code[lines.order[i]];
    if (HIGHEST.includes(visit) || (code === C99417 && FURTHER.includes(visit))) return true;
  }
  return false;
}
