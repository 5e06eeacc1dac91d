import { codeSet } from '../../codes/code-set.ts';
import { packModifierText } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type Report } from '../define-edit.ts';

type Reason =
  | 'second-visit'
  | 'part-of-admission'
  | 'with-discharge'
  | 'preventive-and-problem'
  | 'with-critical-care'
  | 'separate-by-modifier';

const SEPARATE = packModifierText('25');

/** Kinds of visits, by number. */
const OTHER = 1;
const ADMISSION = 2;
const HOSPITAL_DAY = 3;
const DISCHARGE = 4;
const PREVENTIVE = 5;
const CRITICAL = 6;
const NURSING_ADMISSION = 7;

const VISITS = codeSet(
  '92002-92014 99202-99255 99281-99285 99291 99304-99316 99324-99337 99341-99350 99381-99397 G0402 G0438-G0439',
);
const KINDS = [
  [ADMISSION, codeSet('99218-99223 99234-99236')],
  [HOSPITAL_DAY, codeSet('99224-99226 99231-99233')],
  [DISCHARGE, codeSet('99217 99238-99239')],
  [PREVENTIVE, codeSet('99381-99397 G0402 G0438-G0439')],
  [CRITICAL, codeSet('99291')],
  [NURSING_ADMISSION, codeSet('99304-99306')],
] as const;

/**
 * One evaluation and management visit a day for one patient by one physician, or by those of one group and specialty:
 * several visits are one code of the level that they have together. An admission takes in the visits that led to it.
 * Separate visits, a preventive one beside one for a problem and one beside critical care need modifier 25.
 */
export const visitsADay = defineEdit<Reason>({
  id: 'visits-a-day',
  title: 'Visits a day',
  since: '0.2.0',
  sources: [
    {
      document: 'Medicare Claims Processing Manual',
      section: 'chapter 12, section 30.6.5 (physicians in group practice)',
    },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 12, section 30.6.7 B (visits on the same day)' },
    {
      document: 'Medicare Claims Processing Manual',
      section: 'chapter 12, sections 30.6.9.1 and 30.6.9.2 (hospital visits, discharge)',
    },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 12, section 30.6.12 (critical care)' },
    {
      document: 'Medicare Claims Processing Manual',
      section: 'chapter 12, section 30.6.1.1, and chapter 18, section 140 (preventive visits)',
    },
  ],
  needs: [],
  stage: 'the rest',
  messages: {
    'second-visit': {
      outcome: 'deny',
      means: 'A second visit on a day by one physician or one group’s specialty, without modifier 25.',
      say: ({ code }) =>
        `${code} is a second visit on the day by the same physician or specialty: report one visit of the level of all, or modifier 25 where it was for an unrelated problem at another time.`,
      resolutions: ({ lineNumber }) => [{ kind: 'modifier', modifiers: ['25'], lines: [lineNumber] }],
      needsLines: true,
    },
    'part-of-admission': {
      outcome: 'deny',
      means: 'A visit elsewhere on the day of admission to the hospital by the same physician or specialty.',
      say: ({ code }) =>
        `${code} was on the day of admission by the same physician or specialty: all visits that led to it are part of the initial hospital care.`,
      resolutions: ({ lineNumber }) => [{ kind: 'modifier', modifiers: ['25'], lines: [lineNumber] }],
      needsLines: true,
    },
    'with-discharge': {
      outcome: 'deny',
      means: 'A hospital visit on the day of discharge by the same physician or specialty.',
      say: ({ code }) => `${code} was on the day of discharge: the discharge day takes the hospital visit in.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'preventive-and-problem': {
      outcome: 'review',
      means: 'A preventive visit and one for a problem on a day, the latter without modifier 25.',
      say: ({ code }) =>
        `${code} stands beside a preventive visit of the day: modifier 25 says that it was significant and separate.`,
      resolutions: ({ lineNumber }) => [{ kind: 'modifier', modifiers: ['25'], lines: [lineNumber] }],
      needsLines: true,
    },
    'with-critical-care': {
      outcome: 'review',
      means: 'A visit on a day of critical care by the same physician or specialty, without modifier 25.',
      say: ({ code }) =>
        `${code} stands beside critical care of the day: modifier 25 says that it came before, when the patient did not need critical care.`,
      resolutions: ({ lineNumber }) => [{ kind: 'modifier', modifiers: ['25'], lines: [lineNumber] }],
      needsLines: true,
    },
    'separate-by-modifier': {
      outcome: 'review',
      means:
        'A second visit on a day with modifier 25: the record has to show an unrelated problem or another encounter.',
      say: ({ code }) =>
        `${code} is a second visit on the day, with modifier 25: the record has to show that it was for an unrelated problem in another encounter.`,
      resolutions: () => [{ kind: 'documentation' }],
    },
  },
  check(input, report) {
    const { claim, lines } = input;
    if (claim.isInstitutional || input.setting !== 'professional') return;
    for (let service = 0; service < lines.serviceCount; service++) {
      const start = lines.runStart[lines.serviceStart[service]];
      const end = lines.runStart[lines.serviceStart[service + 1]];
      for (let i = start + 1; i < end; i++) {
        if (VISITS.has(claim.code[lines.order[i]])) compareWithThoseBefore(input, start, i, report);
      }
    }
  },
});

function compareWithThoseBefore(input: CheckInput, start: number, i: number, report: Report<Reason>): void {
  const { claim, lines } = input;
  for (let before = start; before < i; before++) {
    const a = lines.order[before];
    if (VISITS.has(claim.code[a])) checkTwo(input, a, lines.order[i], report);
  }
}

/** What is wrong with two visits of a day; reported on the one that yields. */
function checkTwo(input: CheckInput, a: number, b: number, report: Report<Reason>): void {
  const { claim } = input;
  const kindA = kindOf(claim.code[a]);
  const kindB = kindOf(claim.code[b]);
  if (!yieldsTo(input, b, kindB, a, kindA, report) && !yieldsTo(input, a, kindA, b, kindB, report)) {
    const later = claim.ownLines > Math.max(a, b) ? Math.max(a, b) : Math.min(a, b);
    second(input, later, later === a ? b : a, report);
  }
}

/** Whether the kinds of two visits decide, the first being the one that yields. */
function yieldsTo(
  input: CheckInput,
  line: number,
  kind: number,
  other: number,
  otherKind: number,
  report: Report<Reason>,
): boolean {
  if (otherKind === CRITICAL) return kind === CRITICAL || without25(input, 'with-critical-care', line, other, report);
  if (otherKind === PREVENTIVE) {
    return kind === PREVENTIVE
      ? isAnnual(input, line, other)
      : without25(input, 'preventive-and-problem', line, other, report);
  }
  if (otherKind === NURSING_ADMISSION && kind === DISCHARGE) return true;
  if (otherKind === DISCHARGE && kind === HOSPITAL_DAY) return add(input, 'with-discharge', line, other, report);
  if (otherKind !== ADMISSION || (kind !== OTHER && kind !== NURSING_ADMISSION)) return false;
  if (has25(input, line, other)) return add(input, 'separate-by-modifier', line, other, report);
  return add(input, 'part-of-admission', line, other, report);
}

/** Medicare's annual visits are other services than CPT's preventive ones, which it does not pay. */
const isAnnual = ({ claim }: CheckInput, a: number, b: number): boolean =>
  isLevelTwo(claim.code[a]) !== isLevelTwo(claim.code[b]);
const isLevelTwo = (code: number): boolean => code >= 10 * 36 ** 4;

function without25(input: CheckInput, reason: Reason, line: number, other: number, report: Report<Reason>): boolean {
  return input.lines.hasModifier(line, SEPARATE) || add(input, reason, line, other, report);
}

function second(input: CheckInput, line: number, other: number, report: Report<Reason>): void {
  add(input, has25(input, line, other) ? 'separate-by-modifier' : 'second-visit', line, other, report);
}

const has25 = ({ lines }: CheckInput, a: number, b: number): boolean =>
  lines.hasModifier(a, SEPARATE) || lines.hasModifier(b, SEPARATE);

/** Adds the finding where the line is the claim's own; true either way. */
function add({ claim }: CheckInput, reason: Reason, line: number, other: number, report: Report<Reason>): boolean {
  if (line < claim.ownLines) report.add(reason, line, -1, other);
  return true;
}

function kindOf(code: number): number {
  for (const [kind, codes] of KINDS) if (codes.has(code)) return kind;
  return OTHER;
}
