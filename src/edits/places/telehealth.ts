import { dayOf, NOT_A_DAY } from '../../codes/day.ts';
import { packModifierText } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type Report } from '../define-edit.ts';

type Reason = 'modifier-elsewhere' | 'audio-only-twice' | 'home-too-early' | 'not-on-list';

const [GT, GQ, G0, M95, M93, FQ] = ['GT', 'GQ', 'G0', '95', '93', 'FQ'].map(packModifierText);
const TELEHEALTH = [2, 10];
/** 95 stands with the place where the patient would have been seen until then (public health emergency and after). */
const PLACE_RULE_FROM = dayOf(2024, 1, 1);

/**
 * A telehealth service says so: by place 02 (not at home) or 10 (at home, since 2022), or by a modifier. 93 and FQ both
 * say that sound alone was used. At Medicare a list says which services may be given so: it comes with the profile.
 */
export const telehealth = defineEdit<Reason>({
  id: 'telehealth',
  title: 'Telehealth',
  since: '0.2.0',
  sources: [
    { document: 'Medicare Claims Processing Manual', section: 'chapter 12, section 190' },
    { document: 'CMS, List of Telehealth Services', section: 'by code and year' },
    { document: 'CMS CR 12427 (place of service 10)', date: '2022-01-01' },
  ],
  needs: [],
  stage: 'code with modifier',
  messages: {
    'modifier-elsewhere': {
      outcome: 'review',
      means: 'A telehealth modifier with a place of service that is none of telehealth, since 2024.',
      say: ({ code }) => `${code} has a telehealth modifier, and its place of service is neither 02 nor 10.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'audio-only-twice': {
      outcome: 'info',
      means: '93 and FQ on one line: both say that sound alone was used.',
      say: ({ code }) => `${code} has 93 and FQ, which say the same: one is enough but for FQHC and RHC claims.`,
    },
    'home-too-early': {
      outcome: 'return',
      means: 'Place of service 10 before 2022.',
      say: () => 'Telehealth at home (place 10) began on 2022-01-01.',
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'not-on-list': {
      outcome: 'deny',
      means: 'A telehealth service that the profile’s list does not have.',
      say: ({ code }) => `${code} is not on this payer’s list of telehealth services.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
  },
  check(input, report) {
    const { claim } = input;
    if (claim.isInstitutional) return;
    for (let line = 0; line < claim.ownLines; line++) {
      const isThere = TELEHEALTH.includes(claim.place[line]);
      if (isThere || claim.modifierCount[line] > 0) checkLine(input, line, isThere, report);
    }
  },
});

const HOME_FROM = dayOf(2022, 1, 1);

function checkLine(input: CheckInput, line: number, isThere: boolean, report: Report<Reason>): void {
  const { claim, payer } = input;
  const has = (modifier: number): boolean => claim.modifierCount[line] > 0 && input.lines.hasModifier(line, modifier);
  const isSaid = has(M95) || has(M93) || has(GT) || has(GQ) || has(FQ) || has(G0);
  if (!isThere && !isSaid) return;
  const day = claim.from[line];
  if (claim.place[line] === 10 && day !== NOT_A_DAY && day < HOME_FROM) report.add('home-too-early', line);
  if (!isThere && (has(M95) || has(M93)) && day >= PLACE_RULE_FROM) report.add('modifier-elsewhere', line);
  if (has(M93) && has(FQ)) report.add('audio-only-twice', line);
  if (payer.telehealth !== null && claim.code[line] >= 0 && !payer.telehealth(claim.code[line])) {
    report.add('not-on-list', line);
  }
}
