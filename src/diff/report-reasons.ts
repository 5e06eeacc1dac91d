import { NOT_A_DAY, parseDay } from '../codes/day.ts';
import { HCPCS_FIELDS, type HcpcsField, type HcpcsRecord, type Period } from '../releases/release.ts';
import type { Change, FieldChange } from './change.ts';
import { ACTIONLESS, type Action } from './report-actions.ts';
import { wordChanges } from './words.ts';

/** A code on which CMS's report and the diff do not say the same, with all that is known of it. */
export interface Disagreement {
  readonly code: string;
  /** What the report says, what the diff says. */
  readonly cms: Action;
  readonly ours: Action;
  readonly before: HcpcsRecord | null;
  readonly after: HcpcsRecord | null;
  readonly change: Change | null;
  readonly beforePeriod: Period;
  readonly afterPeriod: Period;
  /** Whether CMS published a correction of the code to the earlier and to the later release. */
  readonly correctedBefore: Correction;
  readonly correctedAfter: Correction;
  /** Whether the report lists any code that the later release does not. */
  readonly reportListsGone: boolean;
}

/** Whether a code stands in corrections to a release, and whether that release is the print with them applied. */
export type Correction = 'none' | 'applied' | 'not-applied';

interface Reason {
  readonly id: string;
  /** Why the two differ, in one sentence. */
  readonly text: string;
  readonly fits: (it: Disagreement) => boolean;
}

/** Why a diff of two files and CMS's report may differ, each with its test; the first that fits is the reason. */
export const REASONS = [
  {
    id: 'earlier-corrected',
    text: 'CMS corrected the earlier release after it was published; its report starts from the corrected one.',
    fits: (it) => it.correctedBefore === 'not-applied',
  },
  {
    id: 'later-corrected',
    text: 'CMS corrected the later release after it and its report were published.',
    fits: (it) => it.correctedAfter === 'applied' || (it.correctedAfter === 'not-applied' && it.after === null),
  },
  {
    id: 'gone',
    text: 'The later release no longer prints the code; the report lists the codes of the later release alone.',
    fits: (it) => it.cms === 'none' && it.change?.printedBy === 'before' && !it.reportListsGone,
  },
  {
    id: 'listed-already',
    text: 'Added during the period of the earlier release, whose file lists it already as it is now.',
    fits: (it) =>
      it.cms === 'A' &&
      it.ours === 'N' &&
      isIn(dateOf(it.before, 'addedDate'), it.beforePeriod) &&
      dateOf(it.before, 'addedDate') === dateOf(it.after, 'addedDate'),
  },
  {
    id: 'added-between',
    text: 'Added after the earlier file was made and before the period of the later one; the report tells of a later change of it, or of none.',
    fits: (it) =>
      it.ours === 'A' && it.cms !== 'none' && dateOf(it.after, 'addedDate') < it.afterPeriod.from && it.before === null,
  },
  {
    id: 'earlier-period',
    text: 'The change took effect before the period of the later release; the report has it as no change.',
    fits: (it) =>
      it.cms === 'N' &&
      dateOf(it.after, 'actionEffectiveDate') < it.afterPeriod.from &&
      dateOf(it.after, 'actionEffectiveDate') !== dateOf(it.before, 'actionEffectiveDate'),
  },
  {
    id: 'punctuation',
    text: 'Only case, spaces or punctuation of a description differ; the report has it as no change.',
    fits: (it) => it.cms === 'N' && onlyDescriptions(it, (was, is) => letters(was) === letters(is)),
  },
  {
    id: 'one-word',
    text: 'One word of a description was put right without an action: the date of its last action stands.',
    fits: (it) => it.cms === 'N' && actionStands(it) && onlyDescriptions(it, (was, is) => wordsChanged(was, is) <= 1),
  },
  {
    id: 'brief-correction',
    text: 'The corrected earlier record lacks fields that CMS does not print in its corrections, or spaces them otherwise.',
    fits: (it) => it.cms === 'N' && it.correctedBefore === 'applied' && fieldsOf(it).every(isNewOrRespelled),
  },
  {
    id: 'no-letter',
    text: 'Only fields changed for which CMS has no action: cross references, laboratory certification, processing note.',
    fits: (it) => it.cms === 'N' && fieldsOf(it).every(({ field }) => ACTIONLESS.test(field)),
  },
  {
    id: 'type-of-service',
    text: 'A type of service or BETOS category changed without an action: the date of its last action stands.',
    fits: (it) => it.cms === 'N' && it.ours === 'T' && actionStands(it),
  },
  {
    id: 'not-in-report',
    text: 'The report leaves the code out, although the later release lists it unchanged.',
    fits: (it) => it.cms === 'none' && it.ours === 'N',
  },
] as const satisfies readonly Reason[];

export type ReasonId = (typeof REASONS)[number]['id'];

/** Why they differ; null where none of the reasons fits. */
export const reasonFor = (it: Disagreement): ReasonId | null => REASONS.find(({ fits }) => fits(it))?.id ?? null;

const dateOf = (record: HcpcsRecord | null, field: HcpcsField): number =>
  parseDay(record?.fields[HCPCS_FIELDS.indexOf(field)] ?? '');

const isIn = (day: number, { from, to }: Period): boolean => day !== NOT_A_DAY && day >= from && day <= to;

const actionStands = ({ before, after }: Disagreement): boolean =>
  dateOf(before, 'actionEffectiveDate') === dateOf(after, 'actionEffectiveDate');

const fieldsOf = ({ change }: Disagreement): readonly FieldChange[] => change?.fields ?? [];

const isNewOrRespelled = ({ before, after }: FieldChange): boolean =>
  before === '' || letters(before) === letters(after);

function onlyDescriptions({ change }: Disagreement, same: (before: string, after: string) => boolean): boolean {
  if (change?.change !== 'revised') return false;
  return change.fields.every(({ field, before, after }) => field.endsWith('Description') && same(before, after));
}

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** How many words were put in, taken out or put in place of others. */
function wordsChanged(before: string, after: string): number {
  const count = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;
  const pieces = wordChanges(before, after);
  const taken = pieces.filter(({ kind }) => kind === 'removed').reduce((sum, { text }) => sum + count(text), 0);
  const put = pieces.filter(({ kind }) => kind === 'added').reduce((sum, { text }) => sum + count(text), 0);
  return Math.max(taken, put);
}
