import { codeSet } from '../../codes/code-set.ts';
import { packModifierText } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type Report } from '../define-edit.ts';

type Reason = 'several-visits';

/** Visits of which Medicare pays one a day: office, hospital, emergency, nursing facility, home; by number. */
const VISITS = codeSet(
  '99202-99205 99211-99215 99221-99223 99231-99239 99281-99285 99304-99310 99315-99316 99341-99350',
);
const SEPARATE = ['24', '25', '27', '57', '59', 'XE', 'XP'].map(packModifierText);

/**
 * One visit a day is paid to a physician or a group's physicians of one specialty: several on one day are combined into
 * one of the level that all together support, unless they were for unrelated problems that could not be seen at once.
 */
export const visitsADay = defineEdit<Reason>({
  id: 'visits-a-day',
  title: 'Visits of one day',
  since: '0.2.0',
  sources: [{ document: 'Medicare Claims Processing Manual', section: 'chapter 12, sections 30.6.5 and 30.6.7 B' }],
  needs: [],
  stage: 'the rest',
  messages: {
    'several-visits': {
      outcome: 'review',
      means: 'A second visit of the day by the same physician, or one of the same group and specialty.',
      needsLines: true,
      say: ({ code, otherLineNumber }) =>
        `${code} is a second visit of the day beside line ${otherLineNumber}, by one physician or of one group and specialty: one is paid, of the level that both support.`,
      resolutions: ({ lineNumber }) => [
        { kind: 'modifier', modifiers: ['25'], lines: [lineNumber] },
        { kind: 'documentation' },
      ],
    },
  },
  check(input, report) {
    const { claim, lines, setting } = input;
    if (claim.isInstitutional || setting !== 'professional') return;
    for (let service = 0; service < lines.serviceCount; service++) {
      const first = lines.runStart[lines.serviceStart[service]];
      const end = lines.runStart[lines.serviceStart[service + 1]];
      if (end - first > 1) checkService(input, first, end, report);
    }
  },
});

/** Each visit against those before it on the claim, and those of earlier claims. */
function checkService(input: CheckInput, first: number, end: number, report: Report<Reason>): void {
  const { claim, lines } = input;
  for (let i = first; i < end; i++) {
    const line = lines.order[i];
    if (line >= claim.ownLines || !VISITS.has(claim.code[line]) || isSeparate(input, line)) continue;
    let other = -1;
    for (let at = first; at < end; at++) {
      const each = lines.order[at];
      if ((each >= line && each < claim.ownLines) || !VISITS.has(claim.code[each]) || isSeparate(input, each)) continue;
      if (other < 0 || each < other) other = each;
    }
    if (other >= 0) report.add('several-visits', line, -1, other);
  }
}

const isSeparate = ({ claim, lines }: CheckInput, line: number): boolean =>
  claim.modifierCount[line] > 0 && SEPARATE.some((modifier) => lines.hasModifier(line, modifier));
