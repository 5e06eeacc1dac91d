import { squeezed } from '../text.ts';
import type { HcpcsField } from './release.ts';

/** What an ACTION of a corrections document asks for, beside taking over the columns that are filled. */
export type Instruction =
  /** A code that was missing: added with EFF DATE. */
  | { readonly is: 'add' }
  /** A code whose last day is the one before EFF DATE. */
  | { readonly is: 'end' }
  /** A code that should not be in the release. */
  | { readonly is: 'remove' }
  /** Descriptions that take effect on EFF DATE; each must be filled. */
  | { readonly is: 'describe'; readonly fields: readonly Described[] }
  /** An ambulatory surgical center indicator, from ASC DATE or else EFF DATE on. */
  | { readonly is: 'asc'; readonly indicator: string | null }
  | { readonly is: 'no-asc'; readonly indicator: string }
  | { readonly is: 'xref'; readonly code: string }
  | { readonly is: 'no-xref'; readonly code: string }
  | { readonly is: 'lab'; readonly certification: string }
  /** Fields as the words say; `dated` where EFF DATE becomes the action's date. */
  | { readonly is: 'set'; readonly values: Readonly<Partial<Record<HcpcsField, string>>>; readonly dated: boolean }
  /** The descriptions of an earlier year, and the action that changed them undone. */
  | { readonly is: 'revert'; readonly year: string }
  /** A record that was left out, as the release before has it. */
  | { readonly is: 'restore' };

export type Described = 'longDescription' | 'shortDescription';

type Meaning = (match: RegExpExecArray) => Instruction;

const described =
  (...fields: readonly Described[]): Meaning =>
  () => ({ is: 'describe', fields });

/**
 * CMS's words, all that the documents for 2017, 2018 and 2019 use, as far as a column of text shows them. Asked in this
 * order, in upper case, straight quotes, single spaces.
 */
const ACTIONS: readonly (readonly [RegExp, Meaning])[] = [
  [/^ADD( CODE)?$/, () => ({ is: 'add' })],
  [/^(TERMINATE|DISCONTIN)/, () => ({ is: 'end' })],
  [/^DELETE$|^REMOVE, WILL BE ASSIGNED|^DO NOT ADD\b/, () => ({ is: 'remove' })],
  [/^REVISE ?LONG (&|AND) SHORT\b/, described('longDescription', 'shortDescription')],
  [/^REVISE ?LONG DESC/, described('longDescription')],
  [/^REVISE ?SHORT DESC/, described('shortDescription')],
  [/^CHANGE ASC IND\b/, () => ({ is: 'asc', indicator: null })],
  [/^ADD "(\w\w)" ASC IND$/, ([, indicator]) => ({ is: 'asc', indicator })],
  [/^REMOVE "(\w\w)" ASC IND AND ASC START DATE\b/, ([, indicator]) => ({ is: 'no-asc', indicator })],
  [/^CHANGE XREF CODE TO (\w{5})$/, ([, code]) => ({ is: 'xref', code })],
  [/^REMOVE XREF CODE (\w{5})$/, ([, code]) => ({ is: 'no-xref', code })],
  [/^ADD LAB CERT CODE (\d{3})$/, ([, certification]) => ({ is: 'lab', certification })],
  [
    /^CHANGE COV TO (\w) AND PRICE TO (\d\d)$/,
    ([, coverage, pricingIndicator1]) => ({ is: 'set', values: { coverage, pricingIndicator1 }, dated: false }),
  ],
  [
    /^CHANGE ACTION CODE TO "(\w)"( AND ADD ACTION EFFECTIVE DATE)?$/,
    ([, actionCode, date]) => ({ is: 'set', values: { actionCode }, dated: date !== undefined }),
  ],
  [/^SHOULD NOT HAVE BEEN UPDATED - REVERT BACK TO (\d{4}) DESC/, ([, year]) => ({ is: 'revert', year })],
  [/^REMOVED IN ERROR - ADD BACK TO FILE$/, () => ({ is: 'restore' })],
];

/** The instruction that an ACTION gives; null where it is none that CMS has given before. */
export function instructionOf(action: string): Instruction | null {
  const words = squeezed(action.toUpperCase().replace(/[“”]/g, '"'));
  for (const [pattern, meaning] of ACTIONS) {
    const match = pattern.exec(words);
    if (match !== null) return meaning(match);
  }
  return null;
}
