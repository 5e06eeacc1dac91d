import { type Day, dayOf, NOT_A_DAY } from '../../codes/day.ts';
import { packCodeText, packModifierText } from '../../codes/packed.ts';
import { isHospitalPlace } from '../../codes/places-of-service.ts';
import { type CheckInput, defineEdit, type Report } from '../define-edit.ts';

type Reason =
  | 'no-data'
  | 'modifier-elsewhere'
  | 'two-ways'
  | 'audio-only-twice'
  | 'audio-only-elsewhere'
  | 'hospital-modifier'
  | 'store-and-forward'
  | 'originating-site'
  | 'not-on-list';

const [GT, GQ, VIDEO, AUDIO, FQ] = ['GT', 'GQ', '95', '93', 'FQ'].map(packModifierText);
const SAYS_TELEHEALTH = ['GT', 'GQ', 'G0', '95', '93', 'FQ'].map(packModifierText);
const [ALASKA, HAWAII] = ['AK', 'HI'].map(packModifierText);
const ORIGINATING_SITE = packCodeText('Q3014');
const [NOT_AT_HOME, AT_HOME] = [2, 10];

/** GT ended on practitioners' claims, place 02 says it (CR 10152). */
const GT_END = dayOf(2018, 1, 1);
/** 95 stood with the place where the patient would have been seen until then (public health emergency and after). */
const PLACE_RULE_FROM = dayOf(2024, 1, 1);
/** Sound alone counts as telehealth for patients at home since then, 42 CFR 410.78(a)(3) as of CY 2025. */
const AUDIO_AT_HOME_FROM = dayOf(2025, 1, 1);

/**
 * A telehealth service says so by place 02 (not at home) or 10 (at home), or by a modifier: 95 for sound and picture, 93
 * or FQ for sound alone. GT is for critical access hospitals' claims, GQ for Alaska and Hawaii. Which services may be
 * given so, a list of the payer's says, which comes with the profile.
 */
export const telehealth = defineEdit<Reason>({
  id: 'telehealth',
  title: 'Telehealth',
  since: '0.2.0',
  sources: [
    { document: 'Medicare Claims Processing Manual', section: 'chapter 12, section 190' },
    { document: 'CMS CR 10152 (GT ends on professional claims)', date: '2018-01-01' },
    {
      document: 'CMS, CY 2024 physician fee schedule final rule, 88 FR 78818',
      section: 'places 02 and 10',
      date: '2024-01-01',
    },
    { document: '42 CFR 410.78(a)(3)', section: 'audio-only, patients at home', date: '2025-01-01' },
    { document: 'CMS, List of Telehealth Services', section: 'by code and year' },
  ],
  needs: [],
  stage: 'code with modifier',
  messages: {
    'no-data': {
      outcome: 'info',
      means: 'The profile has no list of telehealth services, and a line is one.',
      say: () =>
        'The profile has no list of telehealth services: whether the services may be given so was not checked.',
    },
    'modifier-elsewhere': {
      outcome: 'review',
      means: '95 or 93 at a place that is neither of telehealth nor a hospital, since 2024.',
      say: ({ code }) => `${code} has a telehealth modifier, and its place of service is neither 02 nor 10.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'two-ways': {
      outcome: 'review',
      means: '95 or GT (sound and picture) with 93 or FQ (sound alone) on one line.',
      say: ({ code }) => `${code} has modifiers for sound and picture and for sound alone.`,
      resolutions: () => [{ kind: 'remove-modifier', modifiers: ['95', 'GT', '93', 'FQ'] }],
    },
    'audio-only-twice': {
      outcome: 'info',
      means: '93 and FQ on one line: both say that sound alone was used.',
      say: ({ code }) => `${code} has 93 and FQ, which say the same: one is enough but for FQHC and RHC claims.`,
    },
    'audio-only-elsewhere': {
      outcome: 'review',
      means: 'Sound alone (93) with place 02 since 2025: it is for patients at home.',
      say: ({ code }) => `${code} was given by sound alone, which is for patients at home (place 10), not place 02.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'hospital-modifier': {
      outcome: 'review',
      means: 'GT on a practitioner’s claim since 2018: it is for critical access hospitals’ claims.',
      say: ({ code }) =>
        `${code} has GT, which since 2018 is for claims of critical access hospitals (method II) alone.`,
      resolutions: () => [{ kind: 'remove-modifier', modifiers: ['GT'] }],
    },
    'store-and-forward': {
      outcome: 'review',
      means: 'GQ by a provider of another state than Alaska and Hawaii.',
      say: ({ code }) => `${code} has GQ, which is for demonstrations in Alaska and Hawaii; the provider is elsewhere.`,
      resolutions: () => [{ kind: 'remove-modifier', modifiers: ['GQ'] }],
    },
    'originating-site': {
      outcome: 'review',
      means: 'The fee of the originating site (Q3014) at a place of telehealth.',
      say: () => 'Q3014 is the fee of the place where the patient was, and has that place of service, not 02 or 10.',
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
    let isAsked = false;
    for (let line = 0; line < claim.ownLines; line++) {
      const isThere = claim.place[line] === NOT_AT_HOME || claim.place[line] === AT_HOME;
      if (!isThere && (claim.modifierCount[line] === 0 || !saysTelehealth(input, line))) continue;
      if (claim.code[line] === ORIGINATING_SITE) report.add('originating-site', line);
      else if (checkLine(input, line, isThere, report)) isAsked = true;
    }
    if (isAsked) report.add('no-data', -1);
  },
});

const saysTelehealth = ({ lines }: CheckInput, line: number): boolean =>
  SAYS_TELEHEALTH.some((modifier) => lines.hasModifier(line, modifier));

/** Returns whether a list would have been asked that the profile does not have. */
function checkLine(input: CheckInput, line: number, isThere: boolean, report: Report<Reason>): boolean {
  const { claim, payer } = input;
  if (claim.modifierCount[line] > 0) checkModifiers(input, line, isThere, report);
  if (claim.code[line] < 0) return false;
  if (payer.telehealth !== null && !payer.telehealth(claim.code[line])) report.add('not-on-list', line);
  return payer.telehealth === null;
}

function checkModifiers({ claim, lines }: CheckInput, line: number, isThere: boolean, report: Report<Reason>): void {
  const day = claim.from[line];
  const isAudio = lines.hasModifier(line, AUDIO);
  const isVideo = lines.hasModifier(line, VIDEO);
  const isHospital = lines.hasModifier(line, GT);
  const isFq = lines.hasModifier(line, FQ);
  const isElsewhere = !isThere && !isHospitalPlace(claim.place[line]);
  if ((isAudio || isVideo) && isElsewhere && isSince(day, PLACE_RULE_FROM)) report.add('modifier-elsewhere', line);
  if ((isAudio || isFq) && (isVideo || isHospital)) report.add('two-ways', line);
  if (isAudio && isFq) report.add('audio-only-twice', line);
  if (isAudio && claim.place[line] === NOT_AT_HOME && isSince(day, AUDIO_AT_HOME_FROM))
    report.add('audio-only-elsewhere', line);
  if (isHospital && isSince(day, GT_END)) report.add('hospital-modifier', line);
  if (!lines.hasModifier(line, GQ)) return;
  const { state } = claim.clinical;
  if (state >= 0 && state !== ALASKA && state !== HAWAII) report.add('store-and-forward', line);
}

const isSince = (day: Day, from: Day): boolean => day !== NOT_A_DAY && day >= from;
