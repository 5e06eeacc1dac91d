import { isoDay, NOT_A_DAY } from '../../codes/day.ts';
import { defineEdit, type FindingFacts, type MessageDefinition } from '../define-edit.ts';
import type { Outcome } from '../finding.ts';
import type { UserRule } from './user-rule.ts';

type Reason = 'no-history' | 'denied' | 'returned' | 'reviewed' | 'noted';

const REASONS: Readonly<Record<Outcome, Reason>> = {
  deny: 'denied',
  return: 'returned',
  review: 'reviewed',
  info: 'noted',
};

const ruleMessage = (outcome: Outcome, does: string): MessageDefinition => ({
  outcome,
  means: `A rule of the payer’s profile ${does} the line.`,
  needsDay: true,
  say: messageOf,
  source: (facts) => {
    const { id, title, source } = ruleOf(facts);
    return { release: `profile/${facts.profile.id}`, row: { rule: id, title, source } };
  },
  resolutions: () => [{ kind: 'correct-claim' }],
});

/**
 * The payer's own rules, as its profile has them: each is asked of every line, and what it says is the finding. A rule
 * that looks back says so where no earlier claims are given.
 */
export const userRules = defineEdit<Reason>({
  id: 'user-rules',
  title: 'The payer’s own rules',
  since: '0.2.0',
  sources: [{ document: 'The payer’s profile', section: 'rules, each with its source' }],
  needs: [],
  stage: 'the rest',
  messages: {
    'no-history': {
      outcome: 'info',
      means: 'A rule looks back, and no earlier claims are given.',
      say: (facts) => `The rule ${ruleOf(facts).id} looks back on earlier claims; none were given.`,
    },
    denied: ruleMessage('deny', 'denies'),
    returned: ruleMessage('return', 'returns'),
    reviewed: ruleMessage('review', 'puts to review'),
    noted: ruleMessage('info', 'has a note on'),
  },
  check(input, report) {
    const { claim, payer } = input;
    for (let number = 0; number < payer.rules.length; number++) {
      const { test, outcome, looksBack } = payer.rules[number];
      if (looksBack && !claim.hasHistory && claim.ownLines > 0) report.add('no-history', -1, -1, -1, number);
      for (let line = 0; line < claim.ownLines; line++) {
        if (test(input, line)) report.add(REASONS[outcome], line, unitsOf(claim.units[line]), -1, number);
      }
    }
  },
});

/** The row of a rule's finding is the line's units, which its message may name; they are whole on nearly all lines. */
const unitsOf = (units: number): number => (Number.isInteger(units) && Math.abs(units) < 2 ** 30 ? units : -1);

function ruleOf({ profile, detail }: FindingFacts): UserRule {
  const rule = profile.rules?.[detail];
  if (rule === undefined) throw new RangeError('a finding names a rule that the profile does not have');
  return rule;
}

function messageOf(facts: FindingFacts): string {
  const words: Readonly<Record<string, string>> = {
    code: facts.code,
    units: facts.row < 0 ? 'the units' : String(facts.row),
    day: facts.day === NOT_A_DAY ? 'the day' : isoDay(facts.day),
  };
  return ruleOf(facts).message.replace(/\{(code|units|day)\}/g, (_, name: string) => words[name]);
}
