import type { CodedClaim } from '../../claims/coded-claim.ts';
import { addMonths } from '../../codes/calendar.ts';
import { isoDay, NOT_A_DAY } from '../../codes/day.ts';
import { type PackedCode, packCodeText } from '../../codes/packed.ts';
import { defineEdit, type Report } from '../define-edit.ts';

type Reason = 'no-history' | 'too-soon' | 'once-a-lifetime';

/** A service that Medicare covers so often. */
interface Limit {
  /** Codes that count as one service; the first lines are those that are limited. */
  readonly codes: readonly string[];
  /** Full months that have to pass; 0 for once a lifetime. */
  readonly months: number;
}

/**
 * Preventive services and how often Medicare pays them to a beneficiary of no special risk, whoever gives them
 * (Medicare Claims Processing Manual, chapter 18; MLN006559, Medicare Preventive Services). "Eleven full months after the
 * month" of the last one makes a service payable again from the first day of the twelfth month on.
 */
const LIMITS: readonly Limit[] = [
  { codes: ['G0402'], months: 0 },
  { codes: ['G0438'], months: 0 },
  { codes: ['G0389', '76706'], months: 0 },
  { codes: ['G0439', 'G0438'], months: 12 },
  { codes: ['G0444'], months: 12 },
  { codes: ['G0442'], months: 12 },
  { codes: ['G0446'], months: 12 },
  { codes: ['G0103'], months: 12 },
  { codes: ['77067', 'G0202'], months: 12 },
  { codes: ['G0328', '82270'], months: 12 },
  { codes: ['82270', 'G0328'], months: 12 },
  { codes: ['G0117', 'G0118'], months: 12 },
  { codes: ['G0118', 'G0117'], months: 12 },
  { codes: ['G0101'], months: 24 },
  { codes: ['Q0091'], months: 24 },
  { codes: ['77080'], months: 24 },
  { codes: ['G0105'], months: 24 },
  { codes: ['G0104'], months: 48 },
  { codes: ['G0121'], months: 120 },
  { codes: ['G0297', '71271'], months: 12 },
  { codes: ['71271', 'G0297'], months: 12 },
];

const BY_CODE = new Map<PackedCode, { readonly months: number; readonly same: readonly PackedCode[] }>(
  LIMITS.map(({ codes, months }) => [packCodeText(codes[0]), { months, same: codes.map(packCodeText) }]),
);

/**
 * Preventive services are paid once in so many months, or once in a lifetime, whoever gave the one before. Which service
 * was paid before, only the payer knows: what is looked back on are the claims at hand.
 */
export const frequency = defineEdit<Reason>({
  id: 'frequency',
  title: 'Frequency of preventive services',
  since: '0.2.0',
  sources: [
    { document: 'Medicare Claims Processing Manual', section: 'chapter 18 (preventive and screening services)' },
    { document: 'MLN006559, Medicare Preventive Services', date: '2024-08-01' },
  ],
  needs: [],
  stage: 'the rest',
  messages: {
    'no-history': {
      outcome: 'info',
      means: 'No earlier claims were given: when the service was given before is not known.',
      say: ({ code }) => `No earlier claims were given: how long ago ${code} was given before was not checked.`,
    },
    'too-soon': {
      outcome: 'deny',
      means: 'The service was given before within the months that have to pass.',
      needsDay: true,
      say: ({ code, detail }) => `${code} was given before; it is paid again from ${isoDay(detail)} on.`,
      resolutions: () => [{ kind: 'documentation' }],
    },
    'once-a-lifetime': {
      outcome: 'deny',
      means: 'A service that is paid once in a lifetime was given before.',
      say: ({ code, detail }) => `${code} is paid once in a lifetime; it was given on ${isoDay(detail)}.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
  },
  check({ claim }, report) {
    for (let line = 0; line < claim.ownLines; line++) {
      const limit = BY_CODE.get(claim.code[line]);
      if (limit !== undefined && claim.from[line] !== NOT_A_DAY) checkLine(claim, line, limit, report);
    }
  },
});

function checkLine(
  claim: CodedClaim,
  line: number,
  { months, same }: { readonly months: number; readonly same: readonly PackedCode[] },
  report: Report<Reason>,
): void {
  const day = claim.from[line];
  let last = -1;
  for (let other = 0; other < claim.pastEnd; other++) {
    const isBefore = claim.from[other] !== NOT_A_DAY && claim.from[other] < day;
    if (!isBefore || !same.includes(claim.code[other])) continue;
    if (last < 0 || claim.from[other] > claim.from[last]) last = other;
  }
  if (last < 0) {
    if (!claim.hasHistory) report.add('no-history', line);
    return;
  }
  if (months === 0) report.add('once-a-lifetime', line, -1, last, claim.from[last]);
  else {
    const again = firstOfMonth(addMonths(claim.from[last], months));
    if (day < again) report.add('too-soon', line, -1, last, again);
  }
}

/** Months are counted whole: what was given within one counts from its end. */
function firstOfMonth(day: number): number {
  return day - Number(isoDay(day).slice(8)) + 1;
}
