import { BeneficiaryBytes } from '../../src/claims/beneficiary.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { POINTER_SLOTS } from '../../src/claims/clinical-facts.ts';
import { type CodedClaim, MODIFIER_SLOTS } from '../../src/claims/coded-claim.ts';
import { createClaimReader } from '../../src/claims/index.ts';
import type { Problem } from '../../src/problems.ts';

const decoder = new TextDecoder('latin1');

/** Everything a coded claim says, as plain values; positions as the texts they point to. */
export function codedValues(coded: CodedClaim) {
  const text = (start: number, end: number) => decoder.decode(coded.bytes.subarray(start, end));
  return {
    id: text(coded.idStart, coded.idEnd),
    setting: coded.setting,
    isInstitutional: coded.isInstitutional,
    facility: coded.facility,
    statement: [coded.statementFrom, coded.statementTo],
    frequency: coded.frequency,
    placeOfService: coded.placeOfService,
    billing: coded.billing,
    billingTaxonomy: coded.billingTaxonomy,
    ownLines: coded.ownLines,
    lines: Array.from({ length: coded.lineCount }, (_, i) => ({
      number: coded.number[i],
      revenue: coded.revenue[i],
      code: coded.code[i],
      codeText: text(coded.codeStart[i], coded.codeEnd[i]),
      modifiers: [...coded.modifiers.subarray(i * MODIFIER_SLOTS, i * MODIFIER_SLOTS + coded.modifierCount[i])],
      units: coded.units[i],
      unitBasis: coded.unitBasis[i],
      charge: coded.charge[i],
      from: coded.from[i],
      to: coded.to[i],
      place: coded.place[i],
      rendering: coded.rendering[i],
      renderingTaxonomy: coded.renderingTaxonomy[i],
      historyClaim: coded.historyClaim[i],
    })),
    beneficiary: beneficiaryOf(coded),
    clinical: clinicalValues(coded),
  };
}

function beneficiaryOf(coded: CodedClaim): number[] {
  const bytes = new BeneficiaryBytes();
  coded.putBeneficiary(bytes);
  return [bytes.hash, bytes.check];
}

/** What the claim says beside its lines, by what counts of each array. */
function clinicalValues({ clinical: facts, ownLines }: CodedClaim) {
  const { diagnosisCount, conditionCount, occurrenceCount, valueCount, pointerCount } = facts;
  return {
    patient: [facts.birthDay, facts.sex, facts.filingIndicator],
    place: [facts.state, facts.zip],
    has: [facts.hasReferring, facts.hasClia],
    stay: [facts.admissionType, facts.patientStatus],
    diagnoses: Array.from({ length: diagnosisCount }, (_, i) => [
      facts.diagnosis[i],
      facts.diagnosisRole[i],
      facts.isIcd9[i],
    ]),
    conditions: [...facts.condition.subarray(0, conditionCount)],
    occurrences: Array.from({ length: occurrenceCount }, (_, i) => [facts.occurrence[i], facts.occurrenceDay[i]]),
    values: Array.from({ length: valueCount }, (_, i) => [facts.value[i], facts.valueAmount[i]]),
    lines: Array.from({ length: ownLines }, (_, line) => ({
      pointers: pointerCount[line],
      kept: [...facts.pointer.subarray(line * POINTER_SLOTS, line * POINTER_SLOTS + pointerCount[line])],
      drug: [facts.ndc[line], facts.ndcQuantity[line], facts.ndcUnit[line]],
      isDescribed: facts.isDescribed[line],
      hasClia: facts.lineHasClia[line],
    })),
  };
}

export interface Reading {
  readonly claims: Claim[];
  readonly coded: ReturnType<typeof codedValues>[];
  readonly problems: Problem[];
}

/** Reads bytes in the given cuts (positions, ascending) and gathers all that comes out. */
export function readBytes(bytes: Uint8Array, cuts: readonly number[] = []): Reading {
  const reading: Reading = { claims: [], coded: [], problems: [] };
  const reader = createClaimReader({
    onClaim: (coded) => {
      reading.coded.push(codedValues(coded));
      reading.claims.push(coded.toClaim());
    },
    onProblem: (problem) => reading.problems.push(problem),
  });
  let from = 0;
  for (const cut of [...cuts, bytes.length]) {
    // A copy, so that a reader that keeps a chunk instead of its bytes is found out.
    const chunk = bytes.slice(from, cut);
    reader.write(chunk);
    chunk.fill(63);
    from = cut;
  }
  reader.end();
  return reading;
}

export const readText = (text: string): Reading => readBytes(new TextEncoder().encode(text));
export const problemCodes = (reading: Reading): string[] => reading.problems.map(({ code }) => code);
