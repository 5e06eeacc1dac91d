import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { CodedClaim } from '../../src/claims/coded-claim.ts';
import { encodeClaim } from '../../src/claims/encode.ts';
import type { Codebook } from '../../src/codebook/codebook.ts';
import { checkClaim, historyOf } from '../../src/edits/check-claim.ts';
import { Checker } from '../../src/edits/checker.ts';
import { EDITS, OUTCOMES } from '../../src/edits/edits.ts';
import { type CheckResult, EDIT_ORDER } from '../../src/edits/finding.ts';
import { findingLine } from '../../src/edits/ndjson.ts';
import { NdjsonWriter } from '../../src/edits/ndjson-writer.ts';
import type { Policy } from '../../src/edits/policy.ts';
import { DEFAULT_PROFILE, type Profile } from '../../src/edits/profile.ts';
import { codebookOf } from '../cases/tables/index.ts';
import { FUZZ_RUNS } from '../support/fuzz.ts';
import { arbitraryClaim } from './arbitrary-claim.ts';

let codebook: Codebook;
beforeAll(async () => {
  codebook = await codebookOf('quarters');
});

/** The full round takes minutes. */
const LONG = 900_000;
const runs = (share: number) => ({ numRuns: Math.max(50, Math.floor(FUZZ_RUNS / share)) });

const policy: fc.Arbitrary<Policy> = fc.record({
  provider: fc.constantFrom('group-and-specialty', 'rendering', 'billing'),
  ptp: fc.record({
    modifierLine: fc.constantFrom('either', 'column-two'),
    requireColumnOnePayable: fc.boolean(),
  }),
  visits: fc.record({ prolonged: fc.constantFrom('medicare', 'cpt', 'either') }),
  mue: fc.record({
    day: fc.constantFrom('deny-all', 'cut-back'),
    countDeniedLines: fc.boolean(),
    rangeUnits: fc.constantFrom('round-up', 'nearest'),
  }),
  drugs: fc.record({ ndcRequired: fc.boolean(), singleDose: fc.constantFrom(null, ['J0135'], []) }),
  laboratory: fc.record({
    cliaRequired: fc.boolean(),
    cliaExempt: fc.constantFrom([], ['80053', '88000-88099']),
    waived: fc.constantFrom(null, ['82947']),
  }),
  therapy: fc.record({ always: fc.constantFrom([], ['97039']) }),
});

const profileWith = (chosen: Policy): Profile => ({ ...DEFAULT_PROFILE, edits: EDIT_ORDER, policy: chosen });

/** The findings in words and those written with kept words, of a claim by a checker that has seen others. */
function written(checker: Checker, writer: NdjsonWriter, claim: Claim, history: readonly Claim[] = []): string {
  const coded = new CodedClaim();
  encodeClaim(claim, coded);
  historyOf(history).lookBack(coded);
  checker.check(coded);
  writer.add(coded);
  const piece = writer.take();
  const lines = new TextDecoder().decode(piece);
  // What comes after is written over these bytes.
  writer.giveBack(piece);
  expect(lines).toBe(checker.findings().map(findingLine).join(''));
  return lines;
}

function expectInOrder({ findings }: CheckResult, claim: Claim): void {
  const places = findings.map(({ edit, line }) => ({ edit: EDIT_ORDER.indexOf(edit), line: line === null ? -1 : 0 }));
  for (let i = 1; i < places.length; i++) expect(places[i].line).toBeGreaterThanOrEqual(places[i - 1].line);
  const perLine = claim.lines.map(({ number }) => findings.filter(({ line }) => line === number).length);
  expect(perLine.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(findings.filter((f) => f.line !== null).length);
}

/** A line is as bad as its gravest finding, where the policy lets every finding count. */
function expectGravest({ findings, lines }: CheckResult): void {
  const numbers = lines.map(({ line }) => line);
  if (new Set(numbers).size !== numbers.length) return;
  for (const { line, disposition, decidedBy } of lines) {
    const own = findings.filter((finding) => finding.line === line);
    const gravest = Math.max(0, ...own.map(({ outcome }) => OUTCOMES.indexOf(outcome)));
    expect(disposition).toBe(gravest === 0 ? 'pay' : OUTCOMES[gravest]);
    if (decidedBy === null) expect(gravest).toBe(0);
    else expect(own.some(({ edit, outcome }) => edit === decidedBy && outcome === disposition)).toBe(true);
  }
}

describe('checking arbitrary claims', () => {
  it(
    'throws nothing, says only what its catalogue has, and says the same again',
    () => {
      fc.assert(
        fc.property(arbitraryClaim(), fc.array(arbitraryClaim(3), { maxLength: 2 }), (claim, history) => {
          const result = checkClaim(codebook, claim, { history });
          for (const { edit, reason, outcome, carc, code, message } of result.findings) {
            const definition = EDITS[EDIT_ORDER.indexOf(edit)].messages[reason];
            expect(definition.outcome).toBe(outcome);
            expect(carc === null).toBe(outcome === 'info');
            expect(message).toMatch(/\S.*[.]$/s);
            // What is no code is quoted, whatever it is.
            const own = code ? message.replaceAll(code, '') : message;
            if (reason !== 'malformed') expect(own).not.toMatch(/undefined|null|NaN|\[object/);
          }
          expect(result.lines.length).toBe(claim.lines.length);
          expectInOrder(result, claim);
          expectGravest(result);
          expect(checkClaim(codebook, claim, { history })).toEqual(result);
        }),
        runs(1),
      );
    },
    LONG,
  );

  it(
    'throws nothing under any policy, and each line has a disposition that a finding gives',
    () => {
      fc.assert(
        fc.property(arbitraryClaim(), policy, (claim, chosen) => {
          const { lines, findings } = checkClaim(codebook, claim, { profile: profileWith(chosen) });
          for (const { line, disposition } of lines) {
            if (disposition === 'pay') continue;
            expect(findings.some((finding) => finding.line === line && finding.outcome === disposition)).toBe(true);
          }
        }),
        runs(2),
      );
    },
    LONG,
  );

  it(
    'writes the same with kept words as without',
    () => {
      const checker = new Checker(codebook);
      const writer = new NdjsonWriter(checker);
      fc.assert(
        fc.property(arbitraryClaim(), fc.array(arbitraryClaim(3), { maxLength: 2 }), (claim, history) => {
          const lines = written(checker, writer, claim, history);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: nothing but printable ASCII and line ends
          expect(lines).toMatch(/^[\x0a\x20-\x7e]*$/);
        }),
        runs(1),
      );
    },
    LONG,
  );

  it(
    'finds in many lines what it finds in few: lines of another day change nothing',
    () => {
      fc.assert(
        fc.property(arbitraryClaim(10), (claim) => {
          if (claim.lines.length === 0) return;
          const lines = claim.lines.map((line, i) => ({ ...line, number: i }));
          const filler = Array.from({ length: 60 }, (_, i) => ({
            ...lines[0],
            ...{ code: '76770', modifiers: [], units: 1, from: '2024-11-20', to: '2024-11-20', number: 1000 + i },
          }));
          const few = checkClaim(codebook, { ...claim, lines });
          const many = checkClaim(codebook, { ...claim, lines: [...lines, ...filler] });
          const own = (result: CheckResult) => result.findings.filter(({ line }) => line !== null && line < 1000);
          expect(own(many)).toEqual(own(few));
        }),
        runs(20),
      );
    },
    LONG,
  );

  it('ends for claims of thousands of lines', () => {
    const [seed] = fc.sample(
      arbitraryClaim(40).filter(({ lines }) => lines.length > 20),
      { numRuns: 1, seed: 7 },
    );
    const lines = Array.from({ length: 4_000 }, (_, i) => ({ ...seed.lines[i % seed.lines.length], number: i }));
    const result = checkClaim(codebook, { ...seed, frequency: '1', lines });
    expect(result.lines.length).toBe(4_000);
    expect(result.findings.length).toBeGreaterThan(1_000);
  });
});
