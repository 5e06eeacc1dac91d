import type { Codebook, CodebookRelease, CodeRecord } from '../codebook/codebook.ts';
import type { Day } from '../codes/day.ts';
import type { RecordKind } from '../releases/record-tables.ts';
import type { FieldChange } from './field-changes.ts';
import type { HistoryEvent } from './history.ts';

/** Tables of records that say what a code is paid, or by which rules. */
const PAYMENT_TABLES = ['pfs', 'asp'] as const satisfies readonly RecordKind[];
export type PaymentTable = (typeof PAYMENT_TABLES)[number];

/** Texts of the table that are no payment, and totals that follow from the rest. */
const NOT_COMPARED: readonly string[] = ['shortDescription', 'notes', 'nonFacilityTotal', 'facilityTotal'];

/** From when the fee schedule and the drug prices list a code, and what they change. */
export function paymentEvents(
  codebook: Codebook,
  code: string,
  known: readonly CodebookRelease[],
  asOf: Day | undefined,
): HistoryEvent[] {
  return PAYMENT_TABLES.flatMap((table) => tableEvents(codebook, code, known, table, asOf));
}

function tableEvents(
  codebook: Codebook,
  code: string,
  known: readonly CodebookRelease[],
  table: PaymentTable,
  asOf: Day | undefined,
): HistoryEvent[] {
  const events: HistoryEvent[] = [];
  let before = null as Fields | null;
  for (const { period } of known.filter(({ kind }) => kind === table)) {
    const answer = codebook.record(table, code, { on: period.from, ...(asOf !== undefined && { asOf }) });
    if (answer.status === 'not-loaded') continue;
    const { release } = answer;
    const after: Fields | null = answer.status === 'listed' ? answer.rows[0] : null;
    const changes = changesOf(before, after);
    const listed = { from: before !== null, to: after !== null };
    if (listed.from !== listed.to || changes.length > 0) {
      const said = { inForce: release.period.from, published: release.published, release };
      events.push({ kind: 'payment', ...said, table, listed: listed.to, first: !listed.from, changes });
    }
    before = after;
  }
  return events;
}

type Fields = CodeRecord<PaymentTable>['fields'];

/** What both releases give and give otherwise: a form of the table that lacks a column says nothing of it. */
function changesOf(before: Fields | null, after: Fields | null): readonly FieldChange[] {
  if (before === null || after === null) return [];
  const [old, now]: readonly Readonly<Record<string, string>>[] = [before, after];
  return Object.keys(now).flatMap((attribute) => {
    const [was, is] = [old[attribute] ?? '', now[attribute]];
    if (NOT_COMPARED.includes(attribute) || was === '' || is === '' || isSame(was, is)) return [];
    return [{ attribute, group: 'payment' as const, before: [was], after: [is] }];
  });
}

/** `0`, `0.00` and `000` are one amount. */
const isSame = (one: string, other: string): boolean => one === other || Number(one) === Number(other);
