import type { Codebook, CodebookRelease } from '../codebook/codebook.ts';
import { type Code, parseCode } from '../codes/code.ts';
import type { Day } from '../codes/day.ts';
import type { Setting } from '../codes/setting.ts';
import { addOnEvents } from './add-on-events.ts';
import { categoryThreeEvents } from './category-three-events.ts';
import type { FieldChange } from './field-changes.ts';
import { hcpcsEvents } from './hcpcs-events.ts';
import { mueEvents } from './mue-events.ts';
import { type PaymentTable, paymentEvents } from './payment-events.ts';
import { seenEvents } from './seen-events.ts';

/** What every event has: the two clocks and the release that says so. */
interface Said {
  /** First day on which it holds; of an end, the last day of what ends. */
  readonly inForce: Day;
  /** Day on which the release that says so was published. */
  readonly published: Day;
  readonly release: CodebookRelease;
}

/** Something that happened to a code. */
export type HistoryEvent =
  /** Listed for the first time; `known` where the oldest release loaded has it from before. */
  | (Said & { readonly kind: 'added'; readonly known: boolean; readonly descriptor: string })
  /** Long or short descriptor. */
  | (Said & { readonly kind: 'revised'; readonly changes: readonly FieldChange[] })
  /** Coverage, payment or classification. */
  | (Said & { readonly kind: 'changed'; readonly changes: readonly FieldChange[] })
  /** A termination date was given (or another one); `successors` are the codes it refers to. */
  | (Said & { readonly kind: 'discontinued'; readonly successors: readonly string[]; readonly before: Day | null })
  /** A termination date was taken back. */
  | (Said & { readonly kind: 'reactivated'; readonly before: Day })
  /** A later whole release no longer lists it; `ended` where it had a termination date before. */
  | (Said & { readonly kind: 'unlisted'; readonly ended: boolean })
  /** Listed again after a release that did not have it. */
  | (Said & { readonly kind: 'listed-again'; readonly changes: readonly FieldChange[] })
  /** NCCI medically unlikely edit: the most units; null where none is published any more. */
  | (Said & {
      readonly kind: 'mue';
      readonly setting: Setting;
      readonly before: MueState | null;
      readonly after: MueState | null;
    })
  /** NCCI add-on code edits that begin or end. */
  | (Said & {
      readonly kind: 'add-on';
      readonly begins: boolean;
      /** null: the contractor decides. */
      readonly primaries: readonly (string | null)[];
    })
  /** The fee schedule (`pfs`) or the drug prices (`asp`): listed for the `first` time, changed, or no longer listed. */
  | (Said & {
      readonly kind: 'payment';
      readonly table: PaymentTable;
      readonly listed: boolean;
      readonly first: boolean;
      readonly changes: readonly FieldChange[];
    })
  /** A category III code lapses after this day: as its table says, else five years on (`isPublished` false). */
  | (Said & { readonly kind: 'sunset'; readonly isPublished: boolean; readonly convertedTo: readonly string[] })
  /** A Level I code that NCCI tables begin or cease to name. */
  | (Said & { readonly kind: 'named' | 'no-longer-named' });

export interface MueState {
  readonly value: number;
  readonly mai: 1 | 2 | 3 | null;
}

/** A code's history as of a day. */
export interface CodeHistory {
  readonly code: Code;
  /** In the order of `inForce`, then of publication. */
  readonly events: readonly HistoryEvent[];
  /** The releases in which an event of the code could have been seen, oldest first. */
  readonly releases: readonly CodebookRelease[];
}

/**
 * All that the releases loaded tell of a code or modifier over time: when it was added, revised, changed, ended,
 * taken up again, and what limited it, each event with the day from which it holds and the day it was published.
 *
 * @param options.asOf only releases published by then
 * @example
 * const { events } = codeHistory(codebook, 'J9999');
 * events.map(({ kind, inForce }) => `${isoDay(inForce)} ${kind}`);
 */
export function codeHistory(codebook: Codebook, text: string, options: { readonly asOf?: Day } = {}): CodeHistory {
  const code = parseCode(text);
  const { asOf } = options;
  const known = codebook.releases.filter(({ published }) => asOf === undefined || published <= asOf);
  if (code.kind === 'invalid') return { code, events: [], releases: [] };
  const own = hcpcsEvents(codebook, code.code, known);
  const limits =
    code.kind === 'modifier'
      ? []
      : [
          ...mueEvents(codebook, code.code, known, asOf),
          ...addOnEvents(codebook, code.code, known),
          ...paymentEvents(codebook, code.code, known, asOf),
          ...categoryThreeEvents(codebook, code.code, known, asOf),
        ];
  const named = own.length === 0 && code.kind !== 'modifier' ? seenEvents(codebook, code.code, asOf) : [];
  const events = [...own, ...named, ...limits].sort(
    (a, b) => a.inForce - b.inForce || a.published - b.published || a.release.index - b.release.index,
  );
  return { code, events, releases: known };
}
