import { packModifierText } from '../../codes/packed.ts';
import { packDiagnosisText } from '../../codes/packed-diagnosis.ts';
import { type CheckInput, defineEdit, type Report } from '../define-edit.ts';
import { IOCE_SOURCE, ioceMessage, isForIoce } from './ioce.ts';

type Reason =
  | 'terminated-with-units'
  | 'trial-without-diagnosis'
  | 'ca-twice'
  | 'ca-patient-status'
  | 'pair-not-allowed';

const [M50, M52, M73] = ['50', '52', '73'].map(packModifierText);
const [CA, Q0, Q1, CLINICAL_TRIAL] = ['CA', 'Q0', 'Q1', '30'].map(packModifierText);
const Z006 = packDiagnosisText('Z006');
/** The patient died (20) or was sent on to another institution. */
const EXPIRED_OR_TRANSFERRED: readonly number[] = [
  2, 3, 5, 20, 43, 51, 61, 62, 63, 65, 66, 70, 82, 83, 85, 88, 89, 90, 91, 93, 94,
];
const PAIRS: readonly (readonly [number, number])[] = [
  ['PN', 'PO'],
  ['ER', 'PN'],
  ['ER', 'PO'],
  ['FX', 'FY'],
].map(([a, b]) => [packModifierText(a), packModifierText(b)]);

/**
 * What the Integrated Outpatient Code Editor says of modifiers: a terminated procedure with several units, an inpatient
 * procedure on a patient who died (CA), a clinical trial without its diagnosis, two modifiers that say where a service
 * was given.
 */
export const ioceModifiers = defineEdit<Reason>({
  id: 'ioce-modifiers',
  title: 'Outpatient editor: modifiers',
  since: '0.2.0',
  sources: [
    IOCE_SOURCE,
    { document: 'Medicare Claims Processing Manual', section: 'chapter 4, sections 20.6.4 and 20.6.6 (73, 52)' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 4, section 180.7 (modifier CA)' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 32, section 69.6 (clinical trials)' },
  ],
  needs: [],
  stage: 'code with modifier',
  messages: {
    'terminated-with-units': ioceMessage(
      37,
      'claim returned',
      'a terminated or reduced procedure (52, 73) with 50 or with more than one unit.',
      ({ code }) => `${code} was terminated or reduced (52 or 73): it has one unit and no modifier 50.`,
    ),
    'trial-without-diagnosis': ioceMessage(
      59,
      'claim returned',
      'a clinical trial (condition code 30, Q0, Q1) without the diagnosis Z00.6.',
      () => 'A claim for services of a clinical trial has the diagnosis Z00.6.',
    ),
    'ca-twice': ioceMessage(
      60,
      'claim returned',
      'modifier CA on more than one procedure.',
      () => 'Modifier CA stands on one procedure of a claim, with one unit.',
    ),
    'ca-patient-status': ioceMessage(
      70,
      'claim returned',
      'modifier CA, and the patient status says neither died nor transferred.',
      () => 'Modifier CA (the patient died before admission) needs a patient status of expired or transferred.',
    ),
    'pair-not-allowed': ioceMessage(
      102,
      'claim returned',
      'two modifiers that are not allowed on one line: two of PN, PO, ER, or FX with FY.',
      ({ code }) => `${code} has two modifiers that are not allowed together (two of PN, PO and ER, or FX and FY).`,
    ),
  },
  check(input, report) {
    const { claim, lines } = input;
    if (!isForIoce(claim)) return;
    let firstCa = -1;
    let trialLine = -1;
    for (let line = 0; line < claim.ownLines; line++) {
      if (claim.modifierCount[line] === 0) continue;
      terminated(input, line, report);
      for (const [a, b] of PAIRS) {
        if (lines.hasModifier(line, a) && lines.hasModifier(line, b)) report.add('pair-not-allowed', line);
      }
      if (lines.hasModifier(line, CA)) {
        if (firstCa >= 0 || claim.units[line] > 1) report.add('ca-twice', line);
        firstCa = firstCa < 0 ? line : firstCa;
      }
      if (lines.hasModifier(line, Q0) || lines.hasModifier(line, Q1)) trialLine = trialLine < 0 ? line : trialLine;
    }
    if (firstCa >= 0 && !EXPIRED_OR_TRANSFERRED.includes(claim.clinical.patientStatus)) {
      report.add('ca-patient-status', firstCa);
    }
    if ((trialLine >= 0 || claim.clinical.hasCondition(CLINICAL_TRIAL)) && !hasTrialDiagnosis(input)) {
      report.add('trial-without-diagnosis', trialLine);
    }
  },
});

function terminated({ claim, lines }: CheckInput, line: number, report: Report<Reason>): void {
  if (!lines.hasModifier(line, M52) && !lines.hasModifier(line, M73)) return;
  if (claim.units[line] > 1 || lines.hasModifier(line, M50)) report.add('terminated-with-units', line);
}

function hasTrialDiagnosis({ claim }: CheckInput): boolean {
  const { diagnosis, diagnosisCount } = claim.clinical;
  for (let i = 0; i < diagnosisCount; i++) if (diagnosis[i] === Z006) return true;
  return false;
}
