import type { Condition, UserRule } from '../../src/edits/rules/user-rule.ts';
import type { EditCase } from './case.ts';

const ruleOf = (when: Condition, changes: Partial<UserRule> = {}): UserRule => ({
  id: 'rule',
  title: 'A rule',
  source: 'Example Health Plan, policy 1',
  message: '{code}, {units} units on {day}.',
  outcome: 'deny',
  adjustment: { carc: '204', rarc: null, group: 'CO' },
  when,
  ...changes,
});

const row = (
  rule: string,
  when: Condition,
  name: string,
  claim: readonly string[],
  expect: readonly string[],
  rest: Partial<EditCase> = {},
): EditCase => ({ name: `${rule} ${name}`, rule, profile: { rules: [ruleOf(when)] }, claim, expect, ...rest });

const DENIED = ['1 deny denied'];

/** A condition, and claims of which it holds and does not. */
function both(
  rule: string,
  when: Condition,
  cases: readonly (readonly [name: string, claim: readonly string[], holds: boolean, rest?: Partial<EditCase>])[],
): EditCase[] {
  return cases.map(([name, claim, holds, rest]) => row(rule, when, name, claim, holds ? DENIED : [], rest));
}

export const cases: readonly EditCase[] = [
  ...both('Codes, ranges and beginnings.', { code: ['99213', 'J0100-J0199', '971*'] }, [
    ['a code', ['99213'], true],
    ['the code after it', ['99214'], false],
    ['the first of a range', ['J0100'], true],
    ['the last of a range', ['J0199'], true],
    ['the one after a range', ['J0200'], false],
    ['a beginning', ['97110'], true],
    ['another beginning', ['97211'], false],
  ]),
  ...both('One of these modifiers.', { modifier: ['25', '59'] }, [
    ['with one', ['99213:25'], true],
    ['in the second place', ['99213:GA:59'], true],
    ['without', ['99213:24'], false],
    ['with none', ['99213'], false],
  ]),
  ...both('Units more than.', { units: { more: 4 } }, [
    ['at it', ['97110 x4'], false],
    ['above it', ['97110 x5'], true],
    ['a part above it', ['97110 x4.1'], true],
    ['not given', ['97110 x?'], false],
  ]),
  ...both('Charge less than, in dollars.', { charge: { less: 100 } }, [
    ['a cent below', ['97110 $99.99'], true],
    ['at it', ['97110 $100'], false],
  ]),
  ...both('Place of service.', { place: ['22', '11'] }, [
    ['of the claim', ['97110'], true],
    ['of the line', ['97110 p22'], true],
    ['another', ['97110 p24'], false],
  ]),
  ...both('Dates of service, both ends included.', { dates: { from: '2024-10-15', to: '2024-10-17' } }, [
    ['the day before', ['97110 2024-10-14'], false],
    ['the first day', ['97110 2024-10-15'], true],
    ['the last day', ['97110 2024-10-17'], true],
    ['the day after', ['97110 2024-10-18'], false],
    ['none', ['97110 ?'], false],
  ]),
  ...both('A diagnosis that the line points to.', { diagnosis: ['E11*', 'I10'] }, [
    ['the code', ['97110'], true, { diagnoses: 'I10' }],
    ['a beginning', ['97110'], true, { diagnoses: 'E119' }],
    ['another', ['97110'], false, { diagnoses: 'E109' }],
    ['not pointed to', ['97110 #1'], false, { diagnoses: 'Z0000 I10' }],
    ['any of an institutional claim', ['97110 r0420'], true, { diagnoses: 'Z0000 I10', typeOfBill: '131' }],
  ]),
  ...both('Age in whole years on the date of service.', { age: { less: 2 } }, [
    ['the day before the second birthday', ['97110'], true, { patient: '2022-10-16 F' }],
    ['the second birthday', ['97110'], false, { patient: '2022-10-15 F' }],
    ['not known', ['97110'], false],
  ]),
  ...both('Sex.', { sex: 'F' }, [
    ['female', ['97110'], true, { patient: '1980-01-01 F' }],
    ['male', ['97110'], false, { patient: '1980-01-01 M' }],
    ['not known', ['97110'], false],
  ]),
  ...both('The rendering provider, else the billing one.', { provider: ['1245319599', '1234567893'] }, [
    ['rendering', ['97110 @1245319599'], true],
    ['billing', ['97110'], true],
    ['another renders', ['97110 @1558444216'], false],
  ]),
  ...both('The billing provider.', { billingProvider: ['1234567893'] }, [
    ['whoever renders', ['97110 @1558444216'], true],
  ]),
  ...both('Taxonomy.', { taxonomy: ['207X00000X'] }, [
    ['of who renders', ['97110 @1245319599/207X00000X'], true],
    ['of who bills', ['97110'], true, { billingTaxonomy: '207X00000X' }],
    ['another', ['97110 @1245319599/207Q00000X'], false],
  ]),
  ...both('Claim filing indicator.', { filing: ['CI'] }, [
    ['that one', ['97110'], true, { filing: 'CI' }],
    ['another', ['97110'], false, { filing: 'MB' }],
  ]),
  ...both('State.', { state: ['OH'] }, [
    ['that one', ['97110'], true, { address: 'OH 44101' }],
    ['another', ['97110'], false, { address: 'KY 40202' }],
  ]),
  ...both('Type of bill and revenue code.', { all: [{ typeOfBill: ['13'] }, { revenue: ['0450'] }] }, [
    ['both', ['99284 r0450'], true, { typeOfBill: '131' }],
    ['another revenue code', ['99284 r0510'], false, { typeOfBill: '131' }],
    ['another type of bill', ['99284 r0450'], false, { typeOfBill: '851' }],
  ]),
  ...both('Any of several.', { any: [{ code: ['97110'] }, { modifier: ['GP'] }] }, [
    ['the first', ['97110'], true],
    ['the second', ['97112:GP'], true],
    ['neither', ['97112'], false],
  ]),
  ...both('Not.', { not: { code: ['97110'] } }, [
    ['it', ['97110'], false],
    ['another', ['97112'], true],
  ]),
  ...both(
    'Beside another line of the provider and day.',
    { all: [{ code: ['97110'] }, { beside: { code: ['99213'] } }] },
    [
      ['with it', ['97110', '99213:25'], true],
      ['without', ['97110', '99214:25'], false],
      ['on another day', ['97110', '99213 2024-10-16'], false],
      ['of another provider', ['97110 @1245319599', '99213 @1558444216'], false],
    ],
  ),
  ...both('Itself is not beside itself.', { all: [{ code: ['97110'] }, { beside: { code: ['97110'] } }] }, [
    ['alone', ['97110'], false],
  ]),
  ...both(
    'Earlier within days.',
    { all: [{ code: ['97110'] }, { earlier: { withinDays: 30, where: { code: ['97110'] } } }] },
    [
      ['thirty days before', ['97110'], true, { history: { EARLIER: ['97110 2024-09-15'] } }],
      ['thirty-one days before', ['97110'], false, { history: { EARLIER: ['97110 2024-09-14'] } }],
      ['on the day', ['97110'], true, { history: { EARLIER: ['97110'] } }],
      ['after', ['97110'], false, { history: { EARLIER: ['97110 2024-10-16'] } }],
      ['of another patient', ['97110'], false, { history: { 'EARLIER/M2': ['97110'] } }],
    ],
  ),
  row(
    'Without history it is said.',
    { earlier: { withinDays: 30, where: { code: ['97110'] } } },
    'none given',
    ['97110', '97112'],
    ['- info no-history'],
  ),
  ...(['return', 'review', 'info'] as const).map((outcome) => ({
    name: `a rule that says ${outcome}`,
    rule: 'The rule’s outcome.',
    profile: { rules: [ruleOf({ code: ['97110'] }, { outcome })] },
    claim: ['97110'],
    expect: [`1 ${outcome} ${{ return: 'returned', review: 'reviewed', info: 'noted' }[outcome]}`],
  })),
  {
    name: 'two rules on one line',
    rule: 'Every rule is asked on its own.',
    profile: {
      rules: [ruleOf({ code: ['97110'] }), ruleOf({ units: { more: 1 } }, { id: 'other', outcome: 'review' })],
    },
    claim: ['97110 x2', '20610:RT x2'],
    expect: ['1 deny denied', '1 review reviewed', '2 review reviewed'],
    lines: ['deny user-rules', 'review user-rules'],
  },
  { name: 'no rules', rule: 'A profile without rules says nothing.', claim: ['97110'], expect: [] },
];
