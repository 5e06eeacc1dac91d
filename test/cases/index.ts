import type { EditId } from '../../src/edits/finding.ts';
import { cases as ambulance } from './ambulance.ts';
import { cases as anesthesia } from './anesthesia.ts';
import { cases as assistantSurgeon } from './assistant-surgeon.ts';
import { cases as bilateral } from './bilateral.ts';
import type { EditCase } from './case.ts';
import { cases as coSurgeon } from './co-surgeon.ts';
import { cases as codeEquivalents } from './code-equivalents.ts';
import { cases as codeValidity } from './code-validity.ts';
import { cases as coverage } from './coverage.ts';
import { cases as demographics } from './demographics.ts';
import { cases as diagnosisOrder } from './diagnosis-order.ts';
import { cases as diagnosisPointers } from './diagnosis-pointers.ts';
import { cases as diagnosisValidity } from './diagnosis-validity.ts';
import { cases as dmeposModifiers } from './dmepos-modifiers.ts';
import { cases as drugUnits } from './drug-units.ts';
import { cases as drugWastage } from './drug-wastage.ts';
import { cases as duplicateLine } from './duplicate-line.ts';
import { cases as frequency } from './frequency.ts';
import { cases as globalPeriod } from './global-period.ts';
import { cases as ioceClaim } from './ioce-claim.ts';
import { cases as ioceFqhc } from './ioce-fqhc.ts';
import { cases as ioceModifiers } from './ioce-modifiers.ts';
import { cases as ioceProducts } from './ioce-products.ts';
import { cases as ioceRevenue } from './ioce-revenue.ts';
import { cases as laboratory } from './laboratory.ts';
import { cases as modifierValidity } from './modifier-validity.ts';
import { cases as multipleProcedure } from './multiple-procedure.ts';
import { cases as ncciAoc } from './ncci-aoc.ts';
import { cases as ncciMue } from './ncci-mue.ts';
import { cases as ncciPtp } from './ncci-ptp.ts';
import { cases as ndc } from './ndc.ts';
import { cases as newPatient } from './new-patient.ts';
import { cases as pcTc } from './pc-tc.ts';
import { cases as pfsStatus } from './pfs-status.ts';
import { cases as placeOfService } from './place-of-service.ts';
import { cases as prolongedServices } from './prolonged-services.ts';
import { cases as teamSurgery } from './team-surgery.ts';
import { cases as telehealth } from './telehealth.ts';
import { cases as therapyModifiers } from './therapy-modifiers.ts';
import { cases as unitBasis } from './unit-basis.ts';
import { cases as unlistedCode } from './unlisted-code.ts';
import { cases as userRules } from './user-rules.ts';
import { cases as visitsADay } from './visits-a-day.ts';

/** Every edit's table of cases. */
export const CASES: Readonly<Record<EditId, readonly EditCase[]>> = {
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
