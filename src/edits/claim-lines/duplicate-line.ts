import { type CodedClaim, MODIFIER_SLOTS } from '../../claims/coded-claim.ts';
import { NOT_A_DAY } from '../../codes/day.ts';
import { packModifierText } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type Report } from '../define-edit.ts';
import { DISTINCT } from '../modifier-sets.ts';

type Reason = 'on-claim' | 'on-earlier-claim' | 'units-instead';

const REPEATS = ['76', '77', '91'].map(packModifierText);

/**
 * A line that says the same as another one (beneficiary, provider, day, code, modifiers) is a duplicate, on the claim or
 * on an earlier one: it is not paid again, unless a modifier says that the service was repeated or distinct. Anatomic
 * modifiers make two lines differ.
 */
export const duplicateLine = defineEdit<Reason>({
  id: 'duplicate-line',
  title: 'Duplicate lines',
  since: '0.2.0',
  sources: [
    {
      document: 'Medicare Claims Processing Manual',
      section: 'chapter 1, section 120 (detection of duplicate claims)',
    },
    { document: 'CMS CR 8121 (modifications to the exact duplicate edits)', date: '2013-07-01' },
  ],
  needs: [],
  stage: 'the rest',
  messages: {
    'on-claim': {
      outcome: 'deny',
      means: 'Another line of the claim says the same.',
      needsLines: true,
      say: ({ code, otherLineNumber }) =>
        `${code} stands on line ${otherLineNumber} already, for the same day and provider, with the same modifiers.`,
      resolutions: () => [{ kind: 'documentation' }, { kind: 'correct-claim' }],
    },
    'on-earlier-claim': {
      outcome: 'deny',
      means: 'A line of an earlier claim says the same.',
      say: ({ code }) => `An earlier claim has ${code} for the same day and provider, with the same modifiers.`,
      resolutions: () => [{ kind: 'documentation' }, { kind: 'correct-claim' }],
    },
    'units-instead': {
      outcome: 'info',
      means: 'The same code again with 76, 77, 91, 59 or X{EPSU}: the record must show that it was given again.',
      needsLines: true,
      say: ({ code, otherLineNumber }) =>
        `${code} stands on line ${otherLineNumber} too; its modifier says that it was given again: the record must show it.`,
    },
  },
  check(input, report) {
    const { claim, lines } = input;
    const runs = lines.serviceStart[lines.serviceCount];
    for (let run = 0; run < runs; run++) {
      const start = lines.runStart[run];
      const end = lines.runStart[run + 1];
      if (end - start < 2) continue;
      for (let i = start; i < end; i++) if (lines.order[i] < claim.ownLines) checkLine(input, start, i, end, report);
    }
  },
});

/** Line number `i` of the run's against those before it on the claim, and those of earlier claims. */
function checkLine(input: CheckInput, start: number, i: number, end: number, report: Report<Reason>): void {
  const { claim, lines } = input;
  const line = lines.order[i];
  if (claim.code[line] < 0 || claim.from[line] === NOT_A_DAY) return;
  for (let at = start; at < end; at++) {
    const other = lines.order[at];
    const isBefore = other >= claim.ownLines || at < i;
    if (!isBefore || claim.code[other] !== claim.code[line] || !isAlike(claim, line, other)) continue;
    report.add(reasonOf(input, line, other), line, -1, other);
    return;
  }
}

function reasonOf({ claim }: CheckInput, line: number, other: number): Reason {
  const first = line * MODIFIER_SLOTS;
  for (let slot = first; slot < first + claim.modifierCount[line]; slot++) {
    const modifier = claim.modifiers[slot];
    if (REPEATS.includes(modifier) || DISTINCT.has(modifier)) return 'units-instead';
  }
  return other >= claim.ownLines ? 'on-earlier-claim' : 'on-claim';
}

/** Whether two lines have the same days and revenue code, and no modifier that the other lacks but repeats. */
function isAlike(claim: CodedClaim, a: number, b: number): boolean {
  return (
    claim.to[a] === claim.to[b] &&
    claim.revenue[a] === claim.revenue[b] &&
    hasAllOf(claim, a, b) &&
    hasAllOf(claim, b, a)
  );
}

function hasAllOf(claim: CodedClaim, a: number, b: number): boolean {
  const first = a * MODIFIER_SLOTS;
  for (let slot = first; slot < first + claim.modifierCount[a]; slot++) {
    const modifier = claim.modifiers[slot];
    const isRepeat = REPEATS.includes(modifier) || DISTINCT.has(modifier);
    if (modifier >= 0 && !isRepeat && !has(claim, b, modifier)) return false;
  }
  return true;
}

function has(claim: CodedClaim, line: number, modifier: number): boolean {
  const first = line * MODIFIER_SLOTS;
  for (let slot = first; slot < first + claim.modifierCount[line]; slot++) {
    if (claim.modifiers[slot] === modifier) return true;
  }
  return false;
}
