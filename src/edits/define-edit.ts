import type { CodedClaim } from '../claims/coded-claim.ts';
import type { Codebook, CodebookTables, When } from '../codebook/codebook.ts';
import type { Day } from '../codes/day.ts';
import type { Setting } from '../codes/setting.ts';
import type { OutpatientEdits } from '../codes/type-of-bill.ts';
import type { ReleaseKind } from '../releases/release.ts';
import type { EditId, FindingSource, Outcome, Resolution } from './finding.ts';
import type { FindingRows } from './finding-rows.ts';
import type { KnownDays } from './known-days.ts';
import type { LineView } from './line-view.ts';
import type { ClaimAmounts } from './money/claim-amounts.ts';
import type { PayerTables } from './payer-tables.ts';
import type { Policy } from './policy.ts';
import type { Profile } from './profile.ts';
import type { RecordTables } from './record-tables.ts';
import type { Stage } from './stages.ts';

/** Where a rule comes from: a manual's chapter, a change request, a table. */
export interface RuleSource {
  readonly document: string;
  readonly section?: string;
  /** Revision or effective date as the document prints it. */
  readonly date?: string;
}

/** Kinds of releases that an edit reads. */
type TableNeed = ReleaseKind;

/** What an edit's `check` reads: the claim, prepared once for all edits, and the tables. */
export interface CheckInput {
  readonly claim: CodedClaim;
  readonly lines: LineView;
  readonly tables: CodebookTables;
  /** Fee schedule, diagnosis codes and the like. */
  readonly records: RecordTables;
  /** What Medicare allows for the claim's lines, worked out when it is first asked for. */
  readonly amounts: ClaimAmounts;
  /** The last day that the releases of each kind speak for. */
  readonly known: KnownDays;
  readonly setting: Setting;
  /** Which edits for outpatient facilities are for the claim; all of them for claims of other kinds. */
  readonly outpatient: OutpatientEdits;
  /** Where the payer's text leaves a choice. */
  readonly policy: Policy;
  readonly payer: PayerTables;
}

/** What a message may speak of. All texts are made when a finding is shown, not when it is found. */
export interface FindingFacts {
  readonly code: string;
  readonly lineNumber: number;
  readonly otherLineNumber: number;
  readonly day: Day;
  readonly setting: Setting;
  readonly policy: Policy;
  readonly profile: Profile;
  /** The number the edit gave with the finding. */
  readonly detail: number;
  /** Row reference in the edit's table, -1 for none. */
  readonly row: number;
  readonly codebook: Codebook;
  readonly tables: CodebookTables;
  readonly records: RecordTables;
  readonly asOf: Day | undefined;
}

/** The two clocks of a finding's question to the codebook. */
export const whenOf = ({ day, asOf }: FindingFacts): When => (asOf === undefined ? { on: day } : { on: day, asOf });

export interface MessageDefinition {
  readonly outcome: Outcome;
  /** What the reason means, in one sentence, for the edit's page. */
  readonly means: string;
  /** Where it stands in the order of resolution, where that is not the edit's own stage. */
  readonly stage?: Stage;
  /** Set where the words depend on the date of service: words are made once for equal facts. */
  readonly needsDay?: boolean;
  /** Set where the words name line numbers. */
  readonly needsLines?: boolean;
  /** One or two sentences for a biller. */
  readonly say: (facts: FindingFacts) => string;
  readonly source?: (facts: FindingFacts) => FindingSource | null;
  readonly resolutions?: (facts: FindingFacts) => readonly Resolution[];
}

export interface EditDefinition<Reason extends string = string> {
  readonly id: EditId;
  readonly title: string;
  /** Version of this project that brought the edit. */
  readonly since: string;
  readonly sources: readonly RuleSource[];
  readonly needs: readonly TableNeed[];
  readonly stage: Stage;
  readonly messages: Readonly<Record<Reason, MessageDefinition>>;
  /** Pure and synchronous: adds findings, throws nothing, keeps nothing, allocates nothing. */
  readonly check: (input: CheckInput, report: Report<Reason>) => void;
}

/** Takes an edit's findings. */
export interface Report<Reason extends string> {
  /**
   * A finding on a line (index into the claim's lines; -1 for the claim as a whole).
   * @param row row reference in the edit's table, -1 for none
   * @param other the other line's index, -1 for none
   * @param detail a number that the message speaks of
   */
  add(reason: Reason, line: number, row?: number, other?: number, detail?: number): void;
}

/**
 * Defines an edit.
 *
 * @example
 * export const codeValidity = defineEdit({
 *   id: 'code-validity', title: 'Code validity', since: '0.1.0', sources: [], needs: ['hcpcs'], stage: 'syntax',
 *   messages: { missing: { outcome: 'return', means: '…', say: () => 'The line has no code.' } },
 *   check: ({ claim }, report) => { … report.add('missing', 0) },
 * })
 */
export function defineEdit<Reason extends string>(definition: EditDefinition<Reason>): Edit {
  const reasons = Object.keys(definition.messages) as Reason[];
  const index = new Map(reasons.map((reason, i) => [reason, i]));
  const { check, ...description } = definition;
  return {
    ...description,
    reasons,
    needsDay: reasons.map((reason) => definition.messages[reason].needsDay === true),
    bind(rows, order) {
      const report: Report<Reason> = {
        add: (reason, line, row = -1, other = -1, detail = 0) =>
          rows.add(order, index.get(reason) ?? 0, line, row, other, detail),
      };
      return (input) => check(input, report);
    },
  };
}

/** A defined edit, its reasons numbered. */
export interface Edit extends Omit<EditDefinition, 'check'> {
  readonly reasons: readonly string[];
  /** Of each reason, `MessageDefinition.needsDay`. */
  readonly needsDay: readonly boolean[];
  /** The check, adding its findings to `rows` under the given place in the order of edits. */
  readonly bind: (rows: FindingRows, order: number) => (input: CheckInput) => void;
}
