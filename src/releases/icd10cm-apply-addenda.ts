import type { TableRecord } from './record-tables.ts';
import type { Release } from './release.ts';

/** What addenda make of the records they are for. */
export interface AppliedAddenda {
  /** In the order of codes; order numbers are the former ones and blank for what was added. */
  readonly records: readonly TableRecord[];
  /** Lines of the addenda that do not fit: what they add is there, what they delete or revise is not. */
  readonly misfits: readonly TableRecord[];
}

const [ACTION, BILLABLE, SHORT, LONG] = [0, 1, 2, 3];

/**
 * Applies the addenda of a year to the ICD-10-CM records of the year before. A code that becomes a header is deleted
 * and added, so what is taken away goes first.
 */
export function applyAddenda(former: readonly TableRecord[], addenda: readonly TableRecord[]): AppliedAddenda {
  const records = new Map(former.map((record) => [record.key, record]));
  const misfits: TableRecord[] = [];
  const taken = new Map<string, TableRecord>();
  for (const change of addenda) {
    if (change.fields[ACTION] !== 'delete' && change.fields[ACTION] !== 'revise from') continue;
    const known = records.get(change.key);
    if (known === undefined || !saysTheSame(known, change)) misfits.push(change);
    else {
      records.delete(change.key);
      taken.set(change.key, known);
    }
  }
  for (const change of addenda) {
    const action = change.fields[ACTION];
    if (action !== 'add' && action !== 'revise to') continue;
    const order = taken.get(change.key)?.fields[0] ?? '';
    if (records.has(change.key) || (action === 'revise to' && order === '')) misfits.push(change);
    else {
      const { [BILLABLE]: billable, [SHORT]: short, [LONG]: long } = change.fields;
      records.set(change.key, { key: change.key, fields: [order, billable, short, long], line: change.line });
    }
  }
  return { records: [...records.values()].sort((a, b) => (a.key < b.key ? -1 : 1)), misfits };
}

/** Whether two records say the same of a code, their order number or action aside. */
const saysTheSame = (one: TableRecord, two: TableRecord): boolean =>
  [BILLABLE, SHORT, LONG].every((field) => one.fields[field] === two.fields[field]);

/**
 * Where the order file of a period, the one before it and the addenda between them are all here: notes at the addenda
 * whether they lead from the one to the other.
 */
export function withAddendaChecked(releases: readonly Release[]): readonly Release[] {
  return releases.map((release) => {
    if (release.kind !== 'icd10cm-addenda') return release;
    const orders = releases.filter(({ kind }) => kind === 'icd10cm') as (Release & { kind: 'icd10cm' })[];
    const next = orders.find(({ period }) => period.label === release.period.label);
    const former = orders.findLast(({ period }) => period.from < release.period.from);
    if (next === undefined || former === undefined) return release;
    const { records, misfits } = applyAddenda(former.records, release.records);
    const differing = differingKeys(records, next.records);
    const said = `applied to ${former.period.label} they`;
    const message =
      misfits.length + differing.length === 0
        ? `${said} give ${next.period.label}`
        : `${said} do not give ${next.period.label}: ${misfits.length} lines do not fit, ${differing.length} codes differ, first ${misfits[0]?.key ?? differing[0]}`;
    const code = misfits.length + differing.length === 0 ? 'addenda-agree' : 'addenda-differ';
    return { ...release, oddities: [...release.oddities, { code, message }] };
  });
}

function differingKeys(one: readonly TableRecord[], two: readonly TableRecord[]): readonly string[] {
  const others = new Map(two.map((record) => [record.key, record]));
  const differing = one.filter((record) => {
    const other = others.get(record.key);
    return other === undefined || !saysTheSame(record, other);
  });
  const known = new Set(one.map(({ key }) => key));
  return [...differing.map(({ key }) => key), ...[...others.keys()].filter((key) => !known.has(key))];
}
