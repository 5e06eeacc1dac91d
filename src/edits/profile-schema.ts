import { z } from 'zod';
import { nearest } from '../claims/csv/near-names.ts';
import { NOT_A_DAY, parseDay } from '../codes/day.ts';
import { isCodePattern } from './code-patterns.ts';
import { EDITS, OUTCOMES } from './edits.ts';
import { EDIT_ORDER, type EditId } from './finding.ts';
import { PROFILES } from './profiles/index.ts';
import { MOST_DEPTH, MOST_LISTED, MOST_RULES } from './rules/user-rule.ts';

/** What a payer's profile file holds: JSON, on top of a profile that comes with the project. */

/** One of a list of names; the nearest is offered for what is none of them. */
const oneOf = <Name extends string>(names: readonly Name[], what: string) =>
  z.string().transform((text, context): Name => {
    if ((names as readonly string[]).includes(text)) return text as Name;
    const [near] = nearest(text, names, 1);
    const hint = near === undefined ? `; there are ${names.join(', ')}` : `; did you mean "${near}"?`;
    context.addIssue({ code: 'custom', message: `"${text.slice(0, 60)}" is no ${what}${hint}` });
    return z.NEVER;
  });

const matching = (pattern: RegExp, expected: string) =>
  z.string().refine((text) => pattern.test(text), {
    error: ({ input }) => `"${String(input).slice(0, 60)}" is not ${expected}`,
  });

const edit = oneOf(EDIT_ORDER, 'edit');
const outcome = oneOf(OUTCOMES, 'outcome');
const date = z.string().refine((text) => /^\d{4}-\d\d-\d\d$/.test(text) && parseDay(text) !== NOT_A_DAY, {
  error: ({ input }) => `"${String(input).slice(0, 40)}" is no date (YYYY-MM-DD)`,
});
/** Days that end before they begin would hold for nothing. */
const inOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean =>
  from === undefined || to === undefined || from <= to;
const ENDS_FIRST = { path: ['to'], error: 'is before "from"' };
const words = z.string().min(1, 'is empty').max(500, 'is longer than 500 characters');
const codePattern = z.string().refine(isCodePattern, {
  error: ({ input }) => `"${String(input).slice(0, 40)}" is no code, range (J0100-J0199) or beginning (993*)`,
});
const listOf = <T extends z.ZodType>(item: T) =>
  z.array(item).min(1, 'is an empty list').max(MOST_LISTED, `has more than ${MOST_LISTED} entries`);

const codes = listOf(codePattern);
/** That may be none. */
const someCodes = z.array(codePattern).max(MOST_LISTED, `has more than ${MOST_LISTED} entries`);
const place = matching(/^\d\d$/, 'a place of service of two digits');
const adjustment = z.strictObject({
  carc: matching(/^[0-9A-Z]{1,5}$/, 'a claim adjustment reason code'),
  rarc: matching(/^[A-Z]{1,2}\d{1,4}$/, 'a remark code')
    .nullable()
    .default(null),
  group: oneOf(['CO', 'OA', 'PI', 'PR'], 'group code').default('CO'),
});

/** By edit and its reasons; `*` for the reasons not named. */
const byReason = <T extends z.ZodType>(value: T) =>
  z.record(z.string(), z.record(z.string(), value)).superRefine((given, context) => {
    for (const [id, reasons] of Object.entries(given)) {
      const definition = EDITS.find((each) => each.id === id);
      if (definition === undefined) {
        context.addIssue({ code: 'custom', path: [id], message: `is no edit${didYouMean(id, EDIT_ORDER)}` });
        continue;
      }
      for (const reason of Object.keys(reasons)) {
        if (reason === '*' || definition.reasons.includes(reason)) continue;
        const message = `is no reason of ${id}${didYouMean(reason, definition.reasons)}`;
        context.addIssue({ code: 'custom', path: [id, reason], message });
      }
    }
  });

function didYouMean(name: string, names: readonly string[]): string {
  const [near] = nearest(name, names, 1);
  return near === undefined ? `; there are ${names.join(', ')}` : `; did you mean "${near}"?`;
}

const exception = z
  .strictObject({
    edit,
    reasons: listOf(z.string()).optional(),
    codes: codes.optional(),
    from: date.optional(),
    to: date.optional(),
    places: listOf(place).optional(),
    because: words,
  })
  .refine(inOrder, ENDS_FIRST)
  .superRefine(({ edit: id, reasons = [] }, context) => {
    const known = EDITS.find((each) => each.id === (id as EditId))?.reasons ?? [];
    reasons.forEach((reason, i) => {
      if (known.includes(reason)) return;
      const message = `"${reason}" is no reason of ${id}${didYouMean(reason, known)}`;
      context.addIssue({ code: 'custom', path: ['reasons', i], message });
    });
  });

const localCode = z
  .strictObject({
    code: matching(/^[0-9A-Z]{5}$/, 'five capitals and digits'),
    description: words,
    from: date,
    to: date.optional(),
  })
  .refine(inOrder, ENDS_FIRST);

const equivalent = z.strictObject({
  code: matching(/^[0-9A-Z]{5}$/, 'a code of five characters'),
  use: listOf(matching(/^[0-9A-Z]{5}$/, 'a code of five characters')),
  because: words,
});

const number = z.number().min(-1e9).max(1e9);
const comparison = z
  .strictObject({ more: number.optional(), less: number.optional(), is: number.optional() })
  .refine((given) => Object.values(given).some((value) => value !== undefined), 'names none of more, less and is');

const modifier = matching(/^[0-9A-Z]{2}$/, 'a modifier of two characters');
const twoLetters = matching(/^[0-9A-Z]{2}$/, 'two letters or digits');
const diagnosis = matching(
  /^[A-Z]\d[0-9A-Z]{0,5}\*?$/,
  'a diagnosis code without its dot (E119) or a beginning (E11*)',
);
const identifier = matching(/^[0-9A-Za-z]{1,30}$/, 'an identifier of letters and digits');

/** Each condition is an object of one name. */
const condition: z.ZodType = z.lazy(() =>
  z.union(
    [
      z.strictObject({ all: listOf(condition) }),
      z.strictObject({ any: listOf(condition) }),
      z.strictObject({ not: condition }),
      z.strictObject({ code: codes }),
      z.strictObject({ modifier: listOf(modifier) }),
      z.strictObject({ units: comparison }),
      z.strictObject({ charge: comparison }),
      z.strictObject({ place: listOf(place) }),
      z.strictObject({
        dates: z.strictObject({ from: date.optional(), to: date.optional() }).refine(inOrder, ENDS_FIRST),
      }),
      z.strictObject({ diagnosis: listOf(diagnosis) }),
      z.strictObject({ age: comparison }),
      z.strictObject({ sex: oneOf(['F', 'M', 'U'], 'sex') }),
      z.strictObject({ provider: listOf(identifier) }),
      z.strictObject({ billingProvider: listOf(identifier) }),
      z.strictObject({ taxonomy: listOf(identifier) }),
      z.strictObject({ filing: listOf(twoLetters) }),
      z.strictObject({ typeOfBill: listOf(matching(/^\d\d$/, 'a facility type of two digits')) }),
      z.strictObject({ revenue: listOf(matching(/^\d{4}$/, 'a revenue code of four digits')) }),
      z.strictObject({ state: listOf(matching(/^[A-Z]{2}$/, 'a state of two letters')) }),
      z.strictObject({ beside: condition }),
      z.strictObject({
        earlier: z.strictObject({ withinDays: z.number().int().min(0).max(40_000), where: condition }),
      }),
    ],
    { error: 'is no condition that rules have' },
  ),
);

/** The names of conditions, for messages. */
const CONDITIONS =
  'all any not code modifier units charge place dates diagnosis age sex provider billingProvider taxonomy filing typeOfBill revenue state beside earlier'.split(
    ' ',
  );

const rule = z.strictObject({
  id: matching(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id in kebab-case'),
  title: words,
  source: words,
  message: words,
  outcome,
  adjustment: adjustment.nullable().default(null),
  when: z.unknown().transform((value, context) => {
    const problem = conditionProblem(value, []);
    if (problem !== null) {
      context.addIssue({ code: 'custom', path: [...problem.path], message: problem.message });
      return z.NEVER;
    }
    return value;
  }),
});

/** What is wrong with a condition, at its place: a union's own message would name none. */
function conditionProblem(value: unknown, path: readonly (string | number)[], depth = 1): ConditionProblem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { path, message: 'is no condition: an object such as { "code": ["99213"] }' };
  }
  if (depth > MOST_DEPTH) return { path, message: `is nested deeper than ${MOST_DEPTH} conditions` };
  const names = Object.keys(value);
  if (names.length !== 1)
    return { path, message: `has ${names.length} names; a condition has one, and "all" joins several` };
  const [name] = names;
  if (!CONDITIONS.includes(name))
    return { path: [...path, name], message: `is no condition${didYouMean(name, CONDITIONS)}` };
  const inner = (value as Record<string, unknown>)[name];
  if (name === 'all' || name === 'any') return listProblem(inner, [...path, name], depth + 1);
  if (name === 'not' || name === 'beside') return conditionProblem(inner, [...path, name], depth + 1);
  if (name === 'earlier' && typeof inner === 'object' && inner !== null && 'where' in inner) {
    const problem = conditionProblem(inner.where, [...path, name, 'where'], depth + 1);
    if (problem !== null) return problem;
  }
  return leafProblem(value, path);
}

interface ConditionProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

function listProblem(list: unknown, path: readonly (string | number)[], depth: number): ConditionProblem | null {
  if (!Array.isArray(list) || list.length === 0) return { path, message: 'is no list of conditions' };
  if (list.length > MOST_LISTED) return { path, message: `has more than ${MOST_LISTED} entries` };
  for (const [i, each] of list.entries()) {
    const problem = conditionProblem(each, [...path, i], depth);
    if (problem !== null) return problem;
  }
  return null;
}

function leafProblem(value: object, path: readonly (string | number)[]): ConditionProblem | null {
  const result = condition.safeParse(value);
  if (result.success) return null;
  const [name] = Object.keys(value);
  const issue = result.error.issues[0];
  const nested =
    issue.code === 'invalid_union' ? issue.errors.flat().find(({ path: [first] }) => first === name) : undefined;
  const at = nested ?? issue;
  return {
    path: [...path, ...at.path.map((key) => (typeof key === 'symbol' ? String(key) : key))],
    message: at.message,
  };
}

const policy = z.strictObject({
  provider: oneOf(['group-and-specialty', 'rendering', 'billing'], 'way to tell providers').optional(),
  ptp: z
    .strictObject({
      modifierLine: oneOf(['either', 'column-two'], 'line of a modifier').optional(),
      requireColumnOnePayable: z.boolean().optional(),
    })
    .optional(),
  mue: z
    .strictObject({
      day: oneOf(['deny-all', 'cut-back'], 'way to deny units').optional(),
      countDeniedLines: z.boolean().optional(),
      rangeUnits: oneOf(['round-up', 'nearest'], 'way to round').optional(),
    })
    .optional(),
  visits: z
    .strictObject({ prolonged: oneOf(['medicare', 'cpt', 'either'], 'code of prolonged visits').optional() })
    .optional(),
  drugs: z.strictObject({ ndcRequired: z.boolean().optional(), singleDose: codes.nullable().optional() }).optional(),
  laboratory: z
    .strictObject({
      cliaRequired: z.boolean().optional(),
      cliaExempt: someCodes.optional(),
      waived: codes.nullable().optional(),
    })
    .optional(),
  therapy: z.strictObject({ always: someCodes.optional() }).optional(),
});

const editList = z.array(edit);
const editChanges = z.strictObject({ add: z.array(edit).default([]), remove: z.array(edit).default([]) });
type EditChoice = z.output<typeof editList> | z.output<typeof editChanges>;

export const profileFile = z.strictObject({
  extends: oneOf(
    PROFILES.map(({ id }) => id),
    'profile that comes with the project',
  ),
  id: matching(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id in kebab-case'),
  title: words,
  about: words.optional(),
  /** The edits applied: a list, or what is put to and taken from those of the profile extended. */
  edits: z
    .unknown()
    .transform((value, context): EditChoice => {
      const result = (Array.isArray(value) ? editList : editChanges).safeParse(value);
      if (result.success) return result.data;
      for (const { path, message } of result.error.issues)
        context.addIssue({ code: 'custom', path: [...path], message });
      return z.NEVER;
    })
    .optional(),
  required: z.array(edit).optional(),
  policy: policy.optional(),
  adjustments: byReason(adjustment).optional(),
  outcomes: byReason(outcome).optional(),
  exceptions: z.array(exception).max(MOST_LISTED).optional(),
  localCodes: z.array(localCode).max(MOST_LISTED).optional(),
  equivalents: z.array(equivalent).max(MOST_LISTED).optional(),
  telehealthCodes: codes.optional(),
  rules: z
    .array(rule)
    .max(MOST_RULES, `has more than ${MOST_RULES} rules`)
    .superRefine((rules, context) => {
      rules.forEach(({ id }, i) => {
        if (rules.findIndex((each) => each.id === id) === i) return;
        context.addIssue({ code: 'custom', path: [i, 'id'], message: `"${id}" is the id of another rule` });
      });
    })
    .optional(),
});

export type ProfileFile = z.output<typeof profileFile>;
