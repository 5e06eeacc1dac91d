import type { CodedClaim } from '../../claims/coded-claim.ts';
import { addMonths, dayOfMonth } from '../../codes/calendar.ts';
import { isoDay, NOT_A_DAY } from '../../codes/day.ts';
import type { PackedCode } from '../../codes/packed.ts';
import { defineEdit, type Report } from '../define-edit.ts';
import { type Limit, limitOf } from './limits.ts';

type Reason = 'no-history' | 'too-soon' | 'sooner-at-risk' | 'too-many' | 'once-a-lifetime';

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
    'sooner-at-risk': {
      outcome: 'review',
      means:
        'Given before within the months for patients of no special risk, and after those for patients of high risk.',
      needsDay: true,
      say: ({ code, detail }) =>
        `${code} was given before; without high risk or need on the record it is paid again from ${isoDay(detail)} on.`,
      resolutions: () => [{ kind: 'documentation' }],
    },
    'too-many': {
      outcome: 'deny',
      means: 'Given before as often as is paid in twelve months.',
      say: ({ code, detail }) =>
        `${code} was given ${detail} times in the twelve months before, which is the most paid.`,
      resolutions: () => [{ kind: 'correct-claim' }],
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
      const limit = limitOf(claim.code[line]);
      if (limit !== undefined && claim.from[line] !== NOT_A_DAY) checkLine(claim, line, limit, report);
    }
  },
});

function checkLine(claim: CodedClaim, line: number, limit: Limit, report: Report<Reason>): void {
  const last = lastBefore(claim, line, limit.same);
  const sibling = limit.after === undefined ? -1 : lastBefore(claim, line, limit.after);
  if (last < 0 && sibling < 0) {
    if (!claim.hasHistory) report.add('no-history', line);
  } else if (limit.most > 1) checkCount(claim, line, limit, last, report);
  else if (limit.months === 0 && last >= 0) report.add('once-a-lifetime', line, -1, last, claim.from[last]);
  else {
    checkMonths(claim, line, last, limit.months, limit.atRisk, report);
    checkMonths(claim, line, sibling, limit.afterMonths, limit.afterMonths, report);
  }
}

function checkMonths(
  claim: CodedClaim,
  line: number,
  last: number,
  months: number,
  atRisk: number,
  report: Report<Reason>,
): void {
  if (last < 0 || months === 0) return;
  const again = firstOfMonth(addMonths(claim.from[last], months));
  if (claim.from[line] >= again) return;
  const isSooner = atRisk < months && claim.from[line] >= firstOfMonth(addMonths(claim.from[last], atRisk));
  report.add(isSooner ? 'sooner-at-risk' : 'too-soon', line, -1, last, again);
}

/** As often as is paid within the twelve months before. */
function checkCount(claim: CodedClaim, line: number, limit: Limit, last: number, report: Report<Reason>): void {
  const since = addMonths(claim.from[line], -12);
  let count = 0;
  for (let other = 0; other < claim.pastEnd; other++) {
    const day = claim.from[other];
    if (day > since && day < claim.from[line] && limit.same.includes(claim.code[other])) count++;
  }
  if (count >= limit.most) report.add('too-many', line, -1, last, count);
}

/** The last line before the day of one with one of the codes, whoever gave it; -1 for none. */
function lastBefore(claim: CodedClaim, line: number, codes: readonly PackedCode[]): number {
  let last = -1;
  for (let other = 0; other < claim.pastEnd; other++) {
    const day = claim.from[other];
    if (day === NOT_A_DAY || day >= claim.from[line] || !codes.includes(claim.code[other])) continue;
    if (last < 0 || day > claim.from[last]) last = other;
  }
  return last;
}

/** Months are counted whole: what was given within one counts from its end. */
const firstOfMonth = (day: number): number => day - dayOfMonth(day) + 1;
