import { POINTER_SLOTS } from '../../claims/clinical-facts.ts';
import { type CodedClaim, providerNumber, taxonomyNumber } from '../../claims/coded-claim.ts';
import { bytesOf } from '../../claims/text.ts';
import { ageOn } from '../../codes/calendar.ts';
import { NOT_A_DAY, parseDay } from '../../codes/day.ts';
import { packModifierText } from '../../codes/packed.ts';
import { type PackedDiagnosis, packDiagnosisText, pastPrefix } from '../../codes/packed-diagnosis.ts';
import { codeMatcher } from '../code-patterns.ts';
import type { CheckInput } from '../define-edit.ts';
import type { Comparison, Condition } from './user-rule.ts';

/** Whether a condition holds for a line (index into the claim's arrays). */
export type Test = (input: CheckInput, line: number) => boolean;

/**
 * A condition as a function over a claim's numbers. `earlier` looks at lines of history, for which what only the claim
 * says (diagnoses, patient, state, filing indicator, facility type) is asked of the claim at hand.
 */
export function compileCondition(condition: Condition): Test {
  if ('all' in condition) {
    const tests = condition.all.map(compileCondition);
    return (input, line) => tests.every((test) => test(input, line));
  }
  if ('any' in condition) {
    const tests = condition.any.map(compileCondition);
    return (input, line) => tests.some((test) => test(input, line));
  }
  if ('not' in condition) {
    const test = compileCondition(condition.not);
    return (input, line) => !test(input, line);
  }
  if ('beside' in condition) return beside(compileCondition(condition.beside));
  if ('earlier' in condition) {
    return earlier(compileCondition(condition.earlier.where), condition.earlier.withinDays);
  }
  return lineTest(condition);
}

type LineCondition = Exclude<
  Condition,
  { all: unknown } | { any: unknown } | { not: unknown } | { beside: unknown } | { earlier: unknown }
>;

function lineTest(condition: LineCondition): Test {
  if ('code' in condition) {
    const has = codeMatcher(condition.code);
    return ({ claim }, line) => has(claim.code[line]);
  }
  if ('modifier' in condition) {
    const wanted = condition.modifier.map(packModifierText);
    return ({ lines }, line) => wanted.some((modifier) => lines.hasModifier(line, modifier));
  }
  if ('units' in condition) return ({ claim }, line) => compares(condition.units, claim.units[line]);
  if ('charge' in condition)
    return ({ claim }, line) => compares(condition.charge, Math.round(claim.charge[line]) / 100);
  if ('place' in condition) {
    const places = new Set(condition.place.map(Number));
    return ({ claim }, line) => places.has(claim.place[line]);
  }
  if ('dates' in condition) {
    const { from, to } = condition.dates;
    const first = from === undefined ? Number.NEGATIVE_INFINITY : parseDay(from);
    const last = to === undefined ? Number.POSITIVE_INFINITY : parseDay(to);
    return ({ claim }, line) => claim.from[line] !== NOT_A_DAY && claim.from[line] >= first && claim.from[line] <= last;
  }
  if ('revenue' in condition) {
    const codes = new Set(condition.revenue.map(Number));
    return ({ claim }, line) => codes.has(claim.revenue[line]);
  }
  return claimTest(condition);
}

type ClaimCondition = Exclude<
  LineCondition,
  | { code: unknown }
  | { modifier: unknown }
  | { units: unknown }
  | { charge: unknown }
  | { place: unknown }
  | { dates: unknown }
  | { revenue: unknown }
>;

/** Conditions on the claim, the patient and the providers. */
function claimTest(condition: ClaimCondition): Test {
  if ('diagnosis' in condition) {
    const has = diagnosisMatcher(condition.diagnosis);
    return (input, line) => hasDiagnosis(input, line, has);
  }
  if ('age' in condition) {
    return ({ claim }, line) => compares(condition.age, yearsOn(claim.clinical.birthDay, claim.from[line]));
  }
  if ('sex' in condition) {
    const wanted = condition.sex.charCodeAt(0);
    return ({ claim }) => claim.clinical.sex === wanted;
  }
  if ('filing' in condition) {
    const wanted = new Set(condition.filing.map(packModifierText));
    return ({ claim }) => wanted.has(claim.clinical.filingIndicator);
  }
  if ('state' in condition) {
    const wanted = new Set(condition.state.map(packModifierText));
    return ({ claim }) => wanted.has(claim.clinical.state);
  }
  if ('typeOfBill' in condition) {
    const wanted = new Set(condition.typeOfBill.map(Number));
    return ({ claim }) => wanted.has(claim.facility);
  }
  if ('taxonomy' in condition) {
    const wanted = new Set(condition.taxonomy.map(numberBy(taxonomyNumber)));
    return ({ claim }, line) =>
      wanted.has(claim.renderingTaxonomy[line] || (line < claim.ownLines ? claim.billingTaxonomy : 0));
  }
  const isBilling = 'billingProvider' in condition;
  const wanted = new Set((isBilling ? condition.billingProvider : condition.provider).map(numberBy(providerNumber)));
  return ({ claim }, line) => wanted.has((!isBilling && claim.rendering[line]) || billingOf(claim, line));
}

/** Who billed a line: of an earlier one whoever billed its own claim. */
const billingOf = ({ billing, ownLines, historyBilling, historyClaim }: CodedClaim, line: number): number =>
  line < ownLines ? billing : historyBilling[historyClaim[line]];

const numberBy =
  (number: typeof providerNumber) =>
  (text: string): number => {
    const bytes = bytesOf(text);
    return number(bytes, 0, bytes.length);
  };

/** Nothing compares with what is not given. */
const compares = ({ more, less, is }: Comparison, value: number): boolean =>
  !Number.isNaN(value) &&
  (more === undefined || value > more) &&
  (less === undefined || value < less) &&
  (is === undefined || value === is);

/** Whole years on a day; NaN where birth or day is not known. */
const yearsOn = (birth: number, day: number): number =>
  birth === NOT_A_DAY || day === NOT_A_DAY ? Number.NaN : ageOn(birth, day);

function diagnosisMatcher(patterns: readonly string[]): (diagnosis: PackedDiagnosis) => boolean {
  const single = new Set<number>();
  const prefixes: [number, number][] = [];
  for (const pattern of patterns) {
    const packed = packDiagnosisText(pattern.replace('*', ''));
    if (pattern.endsWith('*')) prefixes.push([packed, pastPrefix(packed)]);
    else single.add(packed);
  }
  return (diagnosis) => single.has(diagnosis) || prefixes.some(([from, past]) => diagnosis >= from && diagnosis < past);
}

function hasDiagnosis({ claim }: CheckInput, line: number, has: (diagnosis: PackedDiagnosis) => boolean): boolean {
  const { clinical } = claim;
  if (claim.isInstitutional || line >= claim.ownLines) {
    for (let i = 0; i < clinical.diagnosisCount; i++) if (has(clinical.diagnosis[i])) return true;
    return false;
  }
  const start = line * POINTER_SLOTS;
  for (let slot = start; slot < start + Math.min(POINTER_SLOTS, clinical.pointerCount[line]); slot++) {
    const pointer = clinical.pointer[slot];
    if (pointer >= 1 && pointer <= clinical.diagnosisCount && has(clinical.diagnosis[pointer - 1])) return true;
  }
  return false;
}

const beside =
  (test: Test): Test =>
  (input, line) => {
    const { lines, claim } = input;
    const run = line < claim.lineCount ? lines.runOfLine[line] : -1;
    const service = run < 0 ? -1 : lines.serviceOfRun(run);
    if (service < 0) return false;
    const first = lines.runStart[lines.serviceStart[service]];
    const end = lines.runStart[lines.serviceStart[service + 1]];
    for (let i = first; i < end; i++) {
      const other = lines.order[i];
      if (other !== line && test(input, other)) return true;
    }
    return false;
  };

const earlier =
  (test: Test, withinDays: number): Test =>
  (input, line) => {
    const { claim } = input;
    const day = claim.from[line];
    if (day === NOT_A_DAY) return false;
    for (let other = claim.ownLines; other < claim.pastEnd; other++) {
      const before = day - claim.from[other];
      if (claim.from[other] !== NOT_A_DAY && before >= 0 && before <= withinDays && test(input, other)) return true;
    }
    return false;
  };

/** Whether a condition looks back, and so says nothing without history. */
export function looksBack(condition: Condition): boolean {
  if ('earlier' in condition) return true;
  if ('not' in condition) return looksBack(condition.not);
  if ('beside' in condition) return looksBack(condition.beside);
  if ('all' in condition) return condition.all.some(looksBack);
  return 'any' in condition && condition.any.some(looksBack);
}
