import { NOT_A_DAY } from '../codes/day.ts';
import { unpackCode, unpackModifier } from '../codes/packed.ts';
import type { Setting } from '../codes/setting.ts';
import { isRecordKind, RECORD_TABLES, type RecordKind, type TableRecord } from '../releases/record-tables.ts';
import {
  type AddOnRow,
  HCPCS_FIELDS,
  type HcpcsRecord,
  type MueRow,
  type PtpRows,
  type PtpSetting,
  type Release,
  type ReleaseHeader,
} from '../releases/release.ts';
import type { CodebookRelease, CodeRecord } from './codebook.ts';
import { CONTRACTOR_DECIDES, PAGE_CODES, type Sections } from './format.ts';
import type { Strings } from './strings.ts';

/** What a release is made from again. */
interface RowsContext {
  readonly sections: Sections;
  readonly strings: Strings;
  readonly records: (kind: RecordKind, release: CodebookRelease) => Iterable<CodeRecord<RecordKind>>;
}

/**
 * A release as it was compiled into the codebook, its rows in the codebook's order. What the codebook does not keep
 * is 0 or '': line numbers and HCPCS sequence numbers.
 */
export function releaseRows(release: CodebookRelease, context: RowsContext): Release {
  const { sections } = context;
  const { kind, setting, period, published, print, sources, rowCount, oddities } = release;
  const header: Omit<ReleaseHeader, 'kind' | 'setting'> = { period, published, print, sources, rowCount, oddities };
  const printed = setsWith(release.index, sections);
  if (kind === 'hcpcs') return { ...header, kind, setting: null, records: hcpcsRecords(printed, context) };
  if (kind === 'ncci-ptp') return { ...header, kind, setting: setting as PtpSetting, rows: ptpRows(printed, context) };
  if (kind === 'ncci-mue')
    return { ...header, kind, setting: setting as Setting, rows: mueRows(setting as Setting, printed, context) };
  if (kind === 'ncci-aoc') return { ...header, kind, setting: null, rows: addOnRows(printed, sections) };
  if (!isRecordKind(kind)) throw new TypeError(`${kind satisfies never} is no table`);
  return { ...header, kind, setting: null, records: tableRecords(kind, context.records(kind, release)) };
}

/** By set of releases 1 where the release is in it. */
function setsWith(index: number, { sets }: Sections): Uint8Array {
  const has = new Uint8Array(sets.offsets.length - 1);
  for (let set = 0; set < has.length; set++)
    has[set] = sets.members.subarray(sets.offsets[set], sets.offsets[set + 1]).includes(index) ? 1 : 0;
  return has;
}

function hcpcsRecords(printed: Uint8Array, { sections, strings }: RowsContext): readonly HcpcsRecord[] {
  const { offsets, set, fieldOffsets, field, text } = sections.hcpcs;
  const { packed } = sections.codes;
  const records: HcpcsRecord[] = [];
  for (let group = 0; group + 1 < offsets.length; group++) {
    const isModifier = group >= packed.length;
    for (let row = offsets[group]; row < offsets[group + 1]; row++) {
      if (printed[set[row]] === 0) continue;
      const fields: string[] = HCPCS_FIELDS.map(() => '');
      for (let i = fieldOffsets[row]; i < fieldOffsets[row + 1]; i++) fields[field[i]] = strings.text(text[i]);
      const code = isModifier ? unpackModifier(group - packed.length) : unpackCode(packed[group]);
      records.push({ code, isModifier, sequence: '', fields, line: 0 });
    }
  }
  return records;
}

/** Calls `row` for each row of the release: packed codes, window and note. */
function forEachPair(
  printed: Uint8Array,
  { ptp, codes }: Sections,
  row: (columnOne: number, columnTwo: number, window: number, note: number) => void,
): void {
  for (let columnOne = 0; columnOne + 1 < ptp.offsets.length; columnOne++) {
    for (let page = ptp.offsets[columnOne]; page < ptp.offsets[columnOne + 1]; page++) {
      const first = ptp.page[page] * PAGE_CODES;
      const block = ptp.block[page];
      for (let i = ptp.blockOffsets[block]; i < ptp.blockOffsets[block + 1]; i++) {
        if (printed[ptp.windowSet[ptp.window[i]]] === 0) continue;
        row(codes.packed[columnOne], codes.packed[first + ptp.columnTwo[i]], ptp.window[i], ptp.note[i]);
      }
    }
  }
}

function ptpRows(printed: Uint8Array, { sections, strings }: RowsContext): PtpRows {
  let count = 0;
  forEachPair(printed, sections, () => {
    count++;
  });
  const rows = {
    columnOne: new Uint32Array(count),
    columnTwo: new Uint32Array(count),
    effective: new Uint16Array(count),
    deletion: new Uint16Array(count),
    modifierIndicator: new Uint8Array(count),
    prior1996: new Uint8Array(count),
    rationale: new Uint8Array(count),
  };
  const { windowEffective, windowDeletion, windowIndicator, noteRationale, notePrior1996 } = sections.ptp;
  const rationales: number[] = [];
  const places = Array.from(noteRationale, () => -1);
  let at = 0;
  forEachPair(printed, sections, (columnOne, columnTwo, window, note) => {
    if (places[note] < 0) places[note] = placeIn(rationales, noteRationale[note]);
    rows.columnOne[at] = columnOne;
    rows.columnTwo[at] = columnTwo;
    rows.effective[at] = windowEffective[window];
    rows.deletion[at] = windowDeletion[window];
    rows.modifierIndicator[at] = windowIndicator[window];
    rows.prior1996[at] = notePrior1996[note];
    rows.rationale[at++] = places[note];
  });
  return { count, ...rows, rationales: rationales.map((id) => strings.text(id)) };
}

/** The place of a value in a list, at its end where it is new. */
function placeIn(list: number[], value: number): number {
  const place = list.indexOf(value);
  return place < 0 ? list.push(value) - 1 : place;
}

function mueRows(setting: Setting, printed: Uint8Array, { sections, strings }: RowsContext): readonly MueRow[] {
  const { offsets, value, mai, rationale, set } = sections[`mue.${setting}`];
  const rows: MueRow[] = [];
  for (let code = 0; code + 1 < offsets.length; code++) {
    for (let row = offsets[code]; row < offsets[code + 1]; row++) {
      if (printed[set[row]] === 0) continue;
      rows.push({
        code: sections.codes.packed[code],
        value: value[row],
        mai: mai[row] === 0 ? null : (mai[row] as 1 | 2 | 3),
        rationale: strings.text(rationale[row]),
        line: 0,
      });
    }
  }
  return rows;
}

function addOnRows(printed: Uint8Array, { aoc, codes }: Sections): readonly AddOnRow[] {
  const dated = (day: number): number | null => (day === NOT_A_DAY ? null : day);
  const rows: AddOnRow[] = [];
  for (let code = 0; code + 1 < aoc.offsets.length; code++) {
    for (let row = aoc.offsets[code]; row < aoc.offsets[code + 1]; row++) {
      if (printed[aoc.set[row]] === 0) continue;
      rows.push({
        addOn: codes.packed[code],
        primary: aoc.primary[row] === CONTRACTOR_DECIDES ? null : codes.packed[aoc.primary[row]],
        type: aoc.type[row] as 1 | 2 | 3,
        effective: dated(aoc.effective[row]),
        deletion: dated(aoc.deletion[row]),
        line: 0,
      });
    }
  }
  return rows;
}

function tableRecords(kind: RecordKind, records: Iterable<CodeRecord<RecordKind>>): readonly TableRecord[] {
  const names: readonly string[] = RECORD_TABLES[kind];
  return Array.from(records, ({ key, fields }) => {
    const byName: Readonly<Record<string, string>> = fields;
    return { key, fields: names.map((name) => byName[name]), line: 0 };
  });
}
