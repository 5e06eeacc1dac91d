import { unpackCode } from '../codes/packed.ts';
import { squeezed } from '../text.ts';
import type { AddOnContent, Content, HcpcsContent, MueContent, PtpContent, RecordContent } from './content.ts';
import { LONG_DESCRIPTION } from './hcpcs-layout.ts';
import type { TableRecord } from './record-tables.ts';
import { HCPCS_FIELDS, type HcpcsRecord } from './release.ts';

/** How two files of one release differ. */
export interface Difference {
  /** Codes (rows) that are in one alone or not the same in both. */
  readonly count: number;
  /** The first of them, for a person. */
  readonly first: string;
}

/** Compares what two files say; null where they say the same. */
export function difference(one: Content, two: Content): Difference | null {
  if (one.kind === 'hcpcs' && two.kind === 'hcpcs') return hcpcsDifference(one, two);
  if (one.kind === 'ncci-mue' && two.kind === 'ncci-mue') return keyedDifference(mueLines(one), mueLines(two));
  if (one.kind === 'ncci-aoc' && two.kind === 'ncci-aoc') return keyedDifference(addOnLines(one), addOnLines(two));
  if (one.kind === 'ncci-ptp' && two.kind === 'ncci-ptp') return ptpDifference(one, two);
  if ('records' in one && 'records' in two && one.kind === two.kind) {
    return recordDifference(one as RecordContent, two as RecordContent);
  }
  return { count: 1, first: 'another kind' };
}

/** Key of a row → what it says. */
type Lines = ReadonlyMap<string, string>;

const UNIT_SEPARATOR = '\x1f';

type HcpcsRecords = Pick<HcpcsContent, 'records'>;

/** Compares HCPCS records alone. */
export const hcpcsDifference = (one: HcpcsRecords, two: HcpcsRecords): Difference | null =>
  keyedDifference(hcpcsLines(one), hcpcsLines(two));

function hcpcsLines({ records }: HcpcsRecords): Lines {
  return new Map(records.map((record) => [record.code, hcpcsLine(record)]));
}

/** White space within descriptions is not compared: text and spreadsheet differ in it where a line breaks. */
const hcpcsLine = ({ fields }: HcpcsRecord): string =>
  HCPCS_FIELDS.map((_, i) => (i === LONG_DESCRIPTION ? squeezed(fields[i]) : fields[i])).join(UNIT_SEPARATOR);

const mueLines = ({ rows }: MueContent): Lines =>
  new Map(rows.map(({ code, value, mai, rationale }) => [unpackCode(code), `${value} ${mai} ${rationale}`]));

/** Whether texts of it fill their column and may be cut off. */
export const isCut = (content: Content): boolean =>
  'records' in content && content.kind !== 'hcpcs' && content.records.some(({ cut }) => cut !== undefined);

/** All records of a key together, in whatever order they come; where one text may be cut off, as far as it goes. */
function recordDifference(one: RecordContent, two: RecordContent): Difference | null {
  const [records, others] = [one, two].map(byKey);
  const differing = [...records].filter(([key, group]) => {
    const other = others.get(key);
    return other?.length !== group.length || !group.every((record, i) => isSameRecord(record, other[i]));
  });
  const alone = [...others.keys()].filter((key) => !records.has(key));
  return asDifference([...differing.map(([key]) => key), ...alone]);
}

/** A number is the same however it is printed: 0.10, .1 and 0.1 in csv, text and spreadsheet. */
const asCompared = (field: string): string => (/^\d*\.?\d+$/.test(field) ? String(Number(field)) : squeezed(field));

/** The records of each key, several of one in the order of their fields. */
function byKey({ records }: RecordContent): ReadonlyMap<string, readonly TableRecord[]> {
  const groups = Map.groupBy(records, ({ key }) => key);
  for (const [key, group] of groups) if (group.length > 1) groups.set(key, inOrderOfFields(group));
  return groups;
}

function inOrderOfFields(records: readonly TableRecord[]): TableRecord[] {
  const keyed = records.map((record) => ({ record, text: record.fields.map(asCompared).join(UNIT_SEPARATOR) }));
  return keyed.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)).map(({ record }) => record);
}

const isSameRecord = (one: TableRecord, two: TableRecord): boolean =>
  one.fields.every((field, i) => {
    const [text, other] = [asCompared(field), asCompared(two.fields[i])];
    if (one.cut?.includes(i) && other.startsWith(text)) return true;
    return text === other || (two.cut?.includes(i) === true && text.startsWith(other));
  });

function addOnLines({ rows }: AddOnContent): Lines {
  const key = (addOn: number, primary: number | null): string =>
    `${unpackCode(addOn)} with ${primary === null ? 'CCCCC' : unpackCode(primary)}`;
  return new Map(
    rows.map(({ addOn, primary, type, effective, deletion }) => [
      `${key(addOn, primary)} from ${effective}`,
      `${type} ${deletion}`,
    ]),
  );
}

function keyedDifference(one: Lines, two: Lines): Difference | null {
  const differing = [...one].filter(([key, line]) => two.get(key) !== line).map(([key]) => key);
  const alone = [...two.keys()].filter((key) => !one.has(key));
  return asDifference([...differing, ...alone]);
}

function asDifference(keys: readonly string[]): Difference | null {
  const all = keys.toSorted();
  return all.length === 0 ? null : { count: all.length, first: all[0] };
}

function ptpDifference({ rows: one }: PtpContent, { rows: two }: PtpContent): Difference | null {
  let count = Math.abs(one.count - two.count);
  let first = '';
  for (let i = 0; i < Math.min(one.count, two.count); i++) {
    const same =
      one.columnOne[i] === two.columnOne[i] &&
      one.columnTwo[i] === two.columnTwo[i] &&
      one.effective[i] === two.effective[i] &&
      one.deletion[i] === two.deletion[i] &&
      one.modifierIndicator[i] === two.modifierIndicator[i] &&
      one.prior1996[i] === two.prior1996[i] &&
      one.rationales[one.rationale[i]] === two.rationales[two.rationale[i]];
    if (same) continue;
    first ||= `${unpackCode(one.columnOne[i])} with ${unpackCode(one.columnTwo[i])}`;
    count += 1;
  }
  return count === 0 ? null : { count, first: first || `row ${Math.min(one.count, two.count) + 1}` };
}
