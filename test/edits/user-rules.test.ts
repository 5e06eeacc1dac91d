import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Claim, ClaimLine } from '../../src/claims/claim.ts';
import { checkClaim } from '../../src/edits/check-claim.ts';
import { DEFAULT_PROFILE } from '../../src/edits/profile.ts';
import type { Comparison, Condition } from '../../src/edits/rules/user-rule.ts';
import { claimOf } from '../cases/case.ts';
import { codebookOf } from '../cases/tables/index.ts';

const codebook = await codebookOf('none');

/** Conditions over what the claims below differ in. */
const leaf: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(
  { code: ['99213'] },
  { code: ['97100-97199', 'J*'] },
  { modifier: ['25', 'GP'] },
  { units: { more: 1 } },
  { units: { less: 3, more: 0 } },
  { charge: { is: 100 } },
  { place: ['22'] },
  { dates: { from: '2024-10-15' } },
  { diagnosis: ['E11*'] },
  { age: { less: 18 } },
  { sex: 'F' },
  { state: ['OH'] },
);
const condition: fc.Arbitrary<Condition> = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('any').map((not) => ({ not })),
    tie('any').map((beside) => ({ beside })),
  ),
})).any;

const line = fc
  .record({
    code: fc.constantFrom('99213', '97110', 'J1885', '80053'),
    modifiers: fc.constantFrom('', ':25', ':GP', ':GP:25'),
    units: fc.constantFrom('x1', 'x2', 'x3', 'x?'),
    day: fc.constantFrom('2024-10-14', '2024-10-15', '?'),
    place: fc.constantFrom('', ' p22'),
    charge: fc.constantFrom('', ' $50'),
    pointer: fc.constantFrom('#1', '#1,2', '#'),
  })
  .map(
    ({ code, modifiers, units, day, place, charge, pointer }) =>
      `${code}${modifiers} ${units} ${day}${place}${charge} ${pointer}`,
  );

const claim = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    patient: fc.constantFrom('1950-01-01 F', '2010-06-30 M', ''),
    address: fc.constantFrom('OH 44101', 'KY 40202'),
    diagnoses: fc.constantFrom('E119 I10', 'I10 E119', 'Z0000'),
  })
  .map(({ lines, ...rest }) => claimOf({ name: '', rule: '', claim: lines, expect: [], ...rest }));

const compares = (value: number | null, { more, less, is }: Comparison): boolean =>
  value !== null &&
  (more === undefined || value > more) &&
  (less === undefined || value < less) &&
  (is === undefined || value === is);

/** What a condition means, said over a whole claim. */
function holds(of: Condition, whole: Claim, at: ClaimLine): boolean {
  if ('all' in of) return of.all.every((each) => holds(each, whole, at));
  if ('any' in of) return of.any.some((each) => holds(each, whole, at));
  if ('not' in of) return !holds(of.not, whole, at);
  if ('beside' in of) {
    return whole.lines.some(
      (other) => other !== at && at.from !== null && other.from === at.from && holds(of.beside, whole, other),
    );
  }
  if ('code' in of) {
    return of.code.some((pattern) => {
      const [from, to = from] = pattern.split('-');
      return pattern.endsWith('*') ? at.code.startsWith(pattern.slice(0, -1)) : at.code >= from && at.code <= to;
    });
  }
  if ('modifier' in of) return at.modifiers.some((modifier) => of.modifier.includes(modifier));
  if ('units' in of) return compares(at.units, of.units);
  if ('charge' in of) return compares(at.charge === null ? null : at.charge / 100, of.charge);
  if ('place' in of) return of.place.includes(at.placeOfService || whole.placeOfService);
  if ('dates' in of) return at.from !== null && at.from >= (of.dates.from ?? '') && at.from <= (of.dates.to ?? '9999');
  if ('diagnosis' in of) {
    const codes = at.diagnosisPointers.map((pointer) => whole.diagnoses[pointer - 1]?.code ?? '');
    return codes.some((code) => of.diagnosis.some((pattern) => code.startsWith(pattern.replace('*', ''))));
  }
  if ('age' in of) return compares(age(whole.subscriber.birthDate, at.from), of.age);
  if ('sex' in of) return whole.subscriber.sex === of.sex;
  if ('state' in of) return of.state.includes(whole.billingProvider.state ?? '');
  throw new Error('not drawn');
}

function age(birth: string | null, on: string | null): number | null {
  if (birth === null || on === null) return null;
  return Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (on.slice(5) < birth.slice(5) ? 1 : 0);
}

it('a rule finds the lines for which its conditions hold, as said over the whole claim', () => {
  fc.assert(
    fc.property(claim, condition, (whole, when) => {
      const rule = {
        id: 'rule',
        title: '',
        source: '',
        message: '{code}.',
        outcome: 'info',
        adjustment: null,
        when,
      } as const;
      const profile = { ...DEFAULT_PROFILE, edits: ['user-rules'] as const, rules: [rule] };
      const found = checkClaim(codebook, whole, { profile }).findings.map((finding) => finding.line);
      expect(found).toEqual(whole.lines.filter((each) => holds(when, whole, each)).map(({ number }) => number));
    }),
    { numRuns: 3_000 },
  );
});

it.each([
  ['provider', 'EARLIER', true],
  ['provider', 'NOW', false],
  ['billingProvider', 'EARLIER', true],
  ['billingProvider', 'NOW', false],
] as const)('the %s of an earlier line is its own: %s', (name, who, isFound) => {
  const npis = { EARLIER: '1245319599', NOW: '1003000126' };
  const billedBy = (npi: string, id: string): Claim => {
    const one = claimOf({ name: '', rule: '', claim: ['97110'], expect: [] });
    return { ...one, id, billingProvider: { npi, identifier: null, taxonomy: null, name: 'EXAMPLE' } };
  };
  const where = { [name]: [npis[who]] } as unknown as Condition;
  const rule = { id: 'r', title: 'r', source: 's', message: 'm', outcome: 'deny' as const, adjustment: null };
  const { findings } = checkClaim(codebook, billedBy(npis.NOW, 'B'), {
    history: [billedBy(npis.EARLIER, 'A')],
    profile: {
      ...DEFAULT_PROFILE,
      edits: ['user-rules'],
      rules: [{ ...rule, when: { earlier: { withinDays: 9, where } } }],
    },
  });
  expect(findings.map(({ reason }) => reason)).toEqual(isFound ? ['denied'] : []);
});
