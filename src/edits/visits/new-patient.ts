import type { CodedClaim } from '../../claims/coded-claim.ts';
import { addMonths } from '../../codes/calendar.ts';
import { type Day, isoDay, NOT_A_DAY } from '../../codes/day.ts';
import { packModifierText } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type Report } from '../define-edit.ts';
import type { Resolution } from '../finding.ts';
import { isOfSameProvider } from '../past-lines.ts';
import { FACE_TO_FACE_VISIT, NEW_PATIENT, OTHER_SERVICE, SURGERY } from './visit-codes.ts';

type Reason = 'established' | 'three-years-to-the-day' | 'other-service' | 'no-history';

const [PROFESSIONAL_COMPONENT, TECHNICAL_COMPONENT] = ['26', 'TC'].map(packModifierText);
const THREE_YEARS = 36;

/**
 * A patient is new who had no face-to-face professional service of the same physician, or of one of the same group and
 * specialty, within the previous three years; else established. An interpretation of a test alone is none.
 */
export const newPatient = defineEdit<Reason>({
  id: 'new-patient',
  title: 'New patients',
  since: '0.2.0',
  sources: [
    { document: 'Medicare Claims Processing Manual', section: 'chapter 12, sections 30.6.5 and 30.6.7 A' },
    { document: 'CMS CR 8165, transmittal 1231 (new patient visits within three years)', date: '2013-05-03' },
  ],
  needs: [],
  stage: 'the rest',
  messages: {
    established: {
      outcome: 'deny',
      means:
        'A visit or procedure of the same group and specialty within three years before: the patient is established.',
      say: ({ code, detail }) =>
        `${code} is for new patients; a face-to-face service of the same group and specialty on ${isoDay(detail)} is within three years before it: the patient is established.`,
      resolutions: ({ code }) => establishedCode(code),
    },
    'three-years-to-the-day': {
      outcome: 'review',
      means:
        'The last face-to-face service was on the same date three years before: whether that is within is not settled.',
      say: ({ code, detail }) =>
        `${code} is for new patients; the last face-to-face service of the same group and specialty was on ${isoDay(detail)}, three years before to the day.`,
      resolutions: () => [{ kind: 'documentation' }],
    },
    'other-service': {
      outcome: 'review',
      means: 'Within three years a service of the same group and specialty that is mostly given face to face.',
      say: ({ code, detail }) =>
        `${code} is for new patients; a service of the same group and specialty on ${isoDay(detail)} may have been face to face.`,
      resolutions: ({ code }) => [...establishedCode(code), { kind: 'documentation' }],
    },
    'no-history': {
      outcome: 'info',
      means: 'No earlier claims were given: whether the patient is new is not known.',
      say: ({ code }) => `No earlier claims were given: whether the patient is new, as ${code} says, was not checked.`,
    },
  },
  check(input, report) {
    const { claim } = input;
    if (claim.isInstitutional || input.setting !== 'professional') return;
    for (let line = 0; line < claim.ownLines; line++) {
      if (NEW_PATIENT.has(claim.code[line]) && claim.from[line] !== NOT_A_DAY) checkLine(input, line, report);
    }
  },
});

/** Reports the gravest reason, with the latest service that gives it. */
function checkLine(input: CheckInput, line: number, report: Report<Reason>): void {
  const { claim } = input;
  const day = claim.from[line];
  const anniversary = addMonths(day, -THREE_YEARS);
  let visit = -1;
  let service = -1;
  for (let past = 0; past < claim.pastEnd; past++) {
    const last = lastDayOf(claim, past);
    if (past === line || last >= day || last < anniversary) continue;
    const isVisit = FACE_TO_FACE_VISIT.has(claim.code[past]) || SURGERY.has(claim.code[past]);
    if (!isVisit && !OTHER_SERVICE.has(claim.code[past])) continue;
    if (
      isComponent(input, past) ||
      !isProfessional(claim, past) ||
      !isOfSameProvider(claim, line, past, input.policy.provider)
    )
      continue;
    if (isVisit) visit = laterOf(claim, visit, past);
    else service = laterOf(claim, service, past);
  }
  const isWithin = visit >= 0 && lastDayOf(claim, visit) > anniversary;
  if (isWithin) report.add('established', line, -1, visit, lastDayOf(claim, visit));
  else if (visit >= 0) report.add('three-years-to-the-day', line, -1, visit, lastDayOf(claim, visit));
  else if (service >= 0) report.add('other-service', line, -1, service, lastDayOf(claim, service));
  else if (!claim.hasHistory) report.add('no-history', line);
}

const lastDayOf = ({ from, to }: CodedClaim, line: number): Day => Math.max(from[line], to[line]);

const laterOf = (claim: CodedClaim, a: number, b: number): number =>
  a < 0 || lastDayOf(claim, b) >= lastDayOf(claim, a) ? b : a;

const isProfessional = ({ historyClaim, historySetting }: CodedClaim, line: number): boolean =>
  historyClaim[line] < 0 || historySetting[historyClaim[line]] === 0;

/** Whether a line is a part of a service only that needs no patient. */
function isComponent({ claim, lines }: CheckInput, line: number): boolean {
  return (
    claim.modifierCount[line] > 0 &&
    (lines.hasModifier(line, PROFESSIONAL_COMPONENT) || lines.hasModifier(line, TECHNICAL_COMPONENT))
  );
}

/** The code of the same level for an established patient, by number. */
const ESTABLISHED: Readonly<Record<string, string>> = {
  '92002': '92012',
  '92004': '92014',
  '99202': '99212',
  '99203': '99213',
  '99204': '99214',
  '99205': '99215',
  '99341': '99347',
  '99342': '99348',
  '99344': '99349',
  '99345': '99350',
  '98000': '98004',
  '98001': '98005',
  '98002': '98006',
  '98003': '98007',
  '98008': '98012',
  '98009': '98013',
  '98010': '98014',
  '98011': '98015',
};

function establishedCode(code: string): readonly Resolution[] {
  const established = ESTABLISHED[code] ?? (/^9938[1-7]$/.test(code) ? `9939${code[4]}` : undefined);
  return established === undefined ? [{ kind: 'correct-claim' }] : [{ kind: 'code', codes: [established] }];
}
