import { POINTER_SLOTS } from '../../claims/clinical-facts.ts';
import type { CodedClaim } from '../../claims/coded-claim.ts';
import { defineEdit, type Report } from '../define-edit.ts';

type Reason = 'no-diagnosis' | 'pointer-missing' | 'pointer-to-nothing' | 'pointer-repeated' | 'too-many';

/** SV107-1 to SV107-4. */
const MOST_POINTERS = 4;

/**
 * A practitioner's line says why it was given: it points to one to four diagnoses, each of them on the claim. A
 * facility's lines point to none.
 */
export const diagnosisPointers = defineEdit<Reason>({
  id: 'diagnosis-pointers',
  title: 'Diagnosis pointers',
  since: '0.2.0',
  sources: [
    { document: 'ASC X12N 837 Professional implementation guide (005010X222A1)', section: 'loop 2400, SV107' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 26, section 10.4 (items 21 and 24E)' },
  ],
  needs: [],
  stage: 'syntax',
  messages: {
    'no-diagnosis': {
      outcome: 'return',
      means: 'A practitioner’s claim without any diagnosis.',
      say: () => 'The claim has no diagnosis.',
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'pointer-missing': {
      outcome: 'return',
      means: 'A line that points to no diagnosis.',
      say: () => 'The line points to no diagnosis.',
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'pointer-to-nothing': {
      outcome: 'return',
      means: 'A pointer to a diagnosis that the claim does not have.',
      say: ({ detail }) => `The line points to diagnosis ${detail}, which the claim does not have.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'pointer-repeated': {
      outcome: 'info',
      means: 'The same pointer twice on one line.',
      say: ({ detail }) => `The line points to diagnosis ${detail} twice.`,
    },
    'too-many': {
      outcome: 'return',
      means: 'More than four pointers on one line.',
      say: ({ detail }) => `The line has ${detail} diagnosis pointers; four is the most.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
  },
  check({ claim }, report) {
    if (claim.isInstitutional) return;
    if (claim.clinical.diagnosisCount === 0) {
      if (claim.ownLines > 0) report.add('no-diagnosis', -1);
      return;
    }
    for (let line = 0; line < claim.ownLines; line++) checkLine(claim, line, report);
  },
});

function checkLine({ clinical }: CodedClaim, line: number, report: Report<Reason>): void {
  const count = clinical.pointerCount[line];
  if (count === 0) report.add('pointer-missing', line);
  if (count > MOST_POINTERS) report.add('too-many', line, -1, -1, count);
  const first = line * POINTER_SLOTS;
  for (let slot = first; slot < first + Math.min(count, POINTER_SLOTS); slot++) {
    const pointer = clinical.pointer[slot];
    if (pointer < 1 || pointer > clinical.diagnosisCount) report.add('pointer-to-nothing', line, -1, -1, pointer);
    for (let before = first; before < slot; before++) {
      if (clinical.pointer[before] === pointer) report.add('pointer-repeated', line, -1, -1, pointer);
    }
  }
}
