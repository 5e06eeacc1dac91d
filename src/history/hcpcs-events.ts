import type { Codebook, CodebookRelease, HcpcsEntry } from '../codebook/codebook.ts';
import { type Day, NOT_A_DAY, parseDay } from '../codes/day.ts';
import { type FieldChange, fieldChanges } from './field-changes.ts';
import type { HistoryEvent } from './history.ts';

/** One release and what it prints of the code; null where it does not list it. */
interface Step {
  readonly release: CodebookRelease;
  readonly fields: HcpcsEntry['fields'] | null;
}

/**
 * The events of a code (or modifier) that follow from comparing each HCPCS release with the one before it. CMS's
 * action code is not asked: it speaks of the last quarter alone.
 *
 * @param known releases published by the day of the question
 */
export function hcpcsEvents(codebook: Codebook, code: string, known: readonly CodebookRelease[]): HistoryEvent[] {
  const steps = stepsOf(codebook, code, known);
  const first = steps.findIndex(({ fields }) => fields !== null);
  if (first < 0) return [];
  const events: HistoryEvent[] = [...beginning(steps[first], first === 0)];
  let last = steps[first];
  let listed = true;
  for (const step of steps.slice(first + 1)) {
    if (step.fields === null) {
      if (listed && !step.release.partial) events.push(unlisted(step.release, last));
      listed &&= step.release.partial;
      continue;
    }
    events.push(...(listed ? comparison(last, step) : listedAgain(last, step)));
    listed = true;
    last = step;
  }
  return events;
}

/** The releases that list codes (modifiers, for a modifier), by the days they are for, a reprint after its print. */
function stepsOf(codebook: Codebook, code: string, known: readonly CodebookRelease[]): readonly Step[] {
  const entries = codebook.hcpcsEntries(code);
  const count = code.length === 2 ? 'modifiers' : 'codes';
  const releases = known.filter((release) => release.kind === 'hcpcs' && release[count] > 0);
  return releases.map((release) => ({
    release,
    fields:
      entries.find(({ releases: printing }) => printing.some(({ index }) => index === release.index))?.fields ?? null,
  }));
}

const said = (release: CodebookRelease, inForce: Day) => ({ inForce, published: release.published, release });

/** A date as a record prints it. */
const dateOr = (text: string, otherwise: Day): Day => {
  const day = parseDay(text);
  return day === NOT_A_DAY ? otherwise : day;
};

function beginning({ release, fields }: Step, oldest: boolean): HistoryEvent[] {
  if (fields === null) return [];
  const added = dateOr(fields.addedDate, release.period.from);
  const known = oldest && added < release.period.from;
  const events: HistoryEvent[] = [
    { kind: 'added', ...said(release, added), known, descriptor: fields.longDescription },
  ];
  const ends = parseDay(fields.terminationDate);
  if (ends !== NOT_A_DAY) events.push(discontinued(release, fields, ends, null));
  return events;
}

function discontinued(
  release: CodebookRelease,
  fields: HcpcsEntry['fields'],
  ends: Day,
  before: Day | null,
): HistoryEvent {
  return { kind: 'discontinued', ...said(release, ends), successors: successorsOf(fields), before };
}

const successorsOf = (fields: HcpcsEntry['fields']): readonly string[] =>
  [
    fields.crossReference1,
    fields.crossReference2,
    fields.crossReference3,
    fields.crossReference4,
    fields.crossReference5,
  ]
    .map((text) => text.trim())
    .filter((text) => text !== '');

function unlisted(release: CodebookRelease, { fields }: Step): HistoryEvent {
  const ends = fields === null ? NOT_A_DAY : parseDay(fields.terminationDate);
  return {
    kind: 'unlisted',
    ...said(release, release.period.from - 1),
    ended: ends !== NOT_A_DAY && ends < release.period.from,
  };
}

/** A code that comes back comes with the date it is added anew, where CMS gives it one. */
function listedAgain(before: Step, { release, fields }: Step): HistoryEvent[] {
  if (before.fields === null || fields === null) return [];
  const isNew = fields.addedDate !== before.fields.addedDate;
  const inForce = isNew ? dateOr(fields.addedDate, release.period.from) : release.period.from;
  const changes = fieldChanges(before.fields, fields);
  return [{ kind: 'listed-again', ...said(release, inForce), changes }, ...ending(before.fields, fields, release)];
}

/** What one release says otherwise than the one before it. */
function comparison(before: Step, after: Step): HistoryEvent[] {
  if (before.fields === null || after.fields === null) return [];
  const { release } = after;
  const changes = fieldChanges(before.fields, after.fields);
  const since = said(release, changedOn(before, after));
  const of = (wanted: (change: FieldChange) => boolean) => changes.filter(wanted);
  const revised = of(({ group }) => group === 'descriptor');
  const others = of(({ group }) => group !== 'descriptor');
  return [
    ...(revised.length > 0 ? [{ kind: 'revised' as const, ...since, changes: revised }] : []),
    ...(others.length > 0 ? [{ kind: 'changed' as const, ...since, changes: others }] : []),
    ...ending(before.fields, after.fields, release),
  ];
}

/**
 * From when a change holds: the effective date CMS prints beside its action code, where it is new since the release
 * before and within this one's time; else the first day of the release.
 */
function changedOn({ fields: before }: Step, { fields: after, release }: Step): Day {
  const { from, to } = release.period;
  const effective = parseDay(after?.actionEffectiveDate ?? '');
  const isNew = effective !== NOT_A_DAY && after?.actionEffectiveDate !== before?.actionEffectiveDate;
  return isNew && effective <= to ? effective : from;
}

function ending(before: HcpcsEntry['fields'], after: HcpcsEntry['fields'], release: CodebookRelease): HistoryEvent[] {
  const [was, is] = [parseDay(before.terminationDate), parseDay(after.terminationDate)];
  if (was === is) return [];
  if (is === NOT_A_DAY) return [{ kind: 'reactivated', ...said(release, release.period.from), before: was }];
  return [discontinued(release, after, is, was === NOT_A_DAY ? null : was)];
}
