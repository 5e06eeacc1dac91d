import { ambulance } from './ambulance/ambulance.ts';
import { anesthesia } from './anesthesia/anesthesia.ts';
import { duplicateLine } from './claim-lines/duplicate-line.ts';
import { coverage } from './coverage/coverage.ts';
import type { Edit } from './define-edit.ts';
import { demographics } from './demographics/demographics.ts';
import { diagnosisOrder } from './diagnoses/diagnosis-order.ts';
import { diagnosisPointers } from './diagnoses/diagnosis-pointers.ts';
import { diagnosisValidity } from './diagnoses/diagnosis-validity.ts';
import { drugUnits } from './drugs/drug-units.ts';
import { drugWastage } from './drugs/drug-wastage.ts';
import { ndc } from './drugs/ndc.ts';
import { unlistedCode } from './drugs/unlisted-code.ts';
import { dmeposModifiers } from './equipment/dmepos-modifiers.ts';
import { assistantSurgeon } from './fee-schedule/assistant-surgeon.ts';
import { bilateral } from './fee-schedule/bilateral.ts';
import { coSurgeon } from './fee-schedule/co-surgeon.ts';
import { globalPeriod } from './fee-schedule/global-period.ts';
import { multipleProcedure } from './fee-schedule/multiple-procedure.ts';
import { pcTc } from './fee-schedule/pc-tc.ts';
import { pfsStatus } from './fee-schedule/pfs-status.ts';
import { teamSurgery } from './fee-schedule/team-surgery.ts';
import { EDIT_ORDER, type EditId } from './finding.ts';
import { frequency } from './frequency/frequency.ts';
import { laboratory } from './laboratory/laboratory.ts';
import { ncciAoc } from './ncci/ncci-aoc.ts';
import { ncciMue } from './ncci/ncci-mue.ts';
import { ncciPtp } from './ncci/ncci-ptp.ts';
import { ioceClaim } from './outpatient/ioce-claim.ts';
import { ioceFqhc } from './outpatient/ioce-fqhc.ts';
import { ioceModifiers } from './outpatient/ioce-modifiers.ts';
import { ioceProducts } from './outpatient/ioce-products.ts';
import { ioceRevenue } from './outpatient/ioce-revenue.ts';
import { codeEquivalents } from './payer/code-equivalents.ts';
import { placeOfService } from './places/place-of-service.ts';
import { telehealth } from './places/telehealth.ts';
import { userRules } from './rules/user-rules.ts';
import { RESOLUTION_ORDER } from './stages.ts';
import { therapyModifiers } from './therapy/therapy-modifiers.ts';
import { unitBasis } from './units/unit-basis.ts';
import { codeValidity } from './validity/code-validity.ts';
import { modifierValidity } from './validity/modifier-validity.ts';
import { newPatient } from './visits/new-patient.ts';
import { prolongedServices } from './visits/prolonged-services.ts';
import { visitsADay } from './visits/visits-a-day.ts';

const DEFINED: Readonly<Record<EditId, Edit>> = {
  'code-validity': codeValidity,
  'modifier-validity': modifierValidity,
  'ncci-ptp': ncciPtp,
  'ncci-mue': ncciMue,
  'ncci-aoc': ncciAoc,
  coverage,
  'pfs-status': pfsStatus,
  'pc-tc': pcTc,
  bilateral,
  'assistant-surgeon': assistantSurgeon,
  'co-surgeon': coSurgeon,
  'team-surgery': teamSurgery,
  'multiple-procedure': multipleProcedure,
  'global-period': globalPeriod,
  'diagnosis-validity': diagnosisValidity,
  'diagnosis-pointers': diagnosisPointers,
  'diagnosis-order': diagnosisOrder,
  demographics,
  'place-of-service': placeOfService,
  telehealth,
  'dmepos-modifiers': dmeposModifiers,
  'new-patient': newPatient,
  'visits-a-day': visitsADay,
  'prolonged-services': prolongedServices,
  'duplicate-line': duplicateLine,
  frequency,
  'ioce-claim': ioceClaim,
  'ioce-revenue': ioceRevenue,
  'ioce-modifiers': ioceModifiers,
  'ioce-products': ioceProducts,
  'ioce-fqhc': ioceFqhc,
  'unit-basis': unitBasis,
  'drug-units': drugUnits,
  ndc,
  'drug-wastage': drugWastage,
  'unlisted-code': unlistedCode,
  laboratory,
  ambulance,
  'therapy-modifiers': therapyModifiers,
  anesthesia,
  'code-equivalents': codeEquivalents,
  'user-rules': userRules,
};

/** Every edit, in the order in which findings of a line come. */
export const EDITS: readonly Edit[] = EDIT_ORDER.map((id) => DEFINED[id]);

/** Outcomes by weight, so that they compare as numbers. */
export const OUTCOMES = ['info', 'review', 'return', 'deny'] as const;

/** From this weight on a line is not paid as it stands. */
export const RETURNED = OUTCOMES.indexOf('return');

/** Place in RESOLUTION_ORDER of each edit's reasons: `STAGE[edit][reason]`. */
export const STAGE: readonly Uint8Array[] = EDITS.map(({ reasons, messages, stage }) =>
  Uint8Array.from(reasons, (reason) => RESOLUTION_ORDER.indexOf(messages[reason].stage ?? stage)),
);
