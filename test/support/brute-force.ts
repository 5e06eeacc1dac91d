import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Claim, ClaimLine, Provider } from '../../src/claims/claim.ts';
import { dataPath } from './data.ts';

/**
 * The PTP and MUE edits once more, slow and obvious, from docs/edits/ncci-ptp.md and docs/edits/ncci-mue.md alone:
 * reads the published files by splitting lines, compares dates as texts and every line with every other. Shares no
 * code with src.
 */

export interface PtpRow {
  readonly one: string;
  readonly two: string;
  /** YYYY-MM-DD, inclusive; '9999-12-31' where there is no deletion. */
  readonly from: string;
  readonly to: string;
  readonly indicator: string;
}

export interface MueRow {
  readonly value: number;
  readonly mai: string;
}

const iso = (date: string): string => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`;

/** Every row of a PTP file. */
export function* ptpRows(name: string): Generator<PtpRow> {
  const bytes = readFileSync(dataPath('ncci', name));
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const [one, two, , from, to, indicator] = text.slice(start, end < 0 ? undefined : end).split('\t');
    start = end < 0 ? text.length : end + 1;
    if (!/^[0-9A-Z]{5}$/.test(one) || !/^[0-9A-Z]{5}$/.test(two ?? '')) continue;
    yield { one, two, from: iso(from), to: to.trim() === '*' ? '9999-12-31' : iso(to), indicator: indicator.trim() };
  }
}

/** The rows of the file whose codes are both wanted, by `one two`. */
export function ptpTable(name: string, wanted: ReadonlySet<string>): Map<string, PtpRow[]> {
  const table = new Map<string, PtpRow[]>();
  for (const row of ptpRows(name)) {
    if (!wanted.has(row.one) || !wanted.has(row.two)) continue;
    const key = `${row.one} ${row.two}`;
    table.set(key, [...(table.get(key) ?? []), row]);
  }
  return table;
}

export function mueTable(name: string): Map<string, MueRow> {
  const table = new Map<string, MueRow>();
  for (const line of readFileSync(dataPath('ncci', name), 'latin1').split('\n')) {
    const row = /^([0-9A-Z]{5}),(\d+),(\d)/.exec(line);
    if (row) table.set(row[1], { value: Number(row[2]), mai: row[3] });
  }
  return table;
}

export interface Tables {
  readonly setting: Claim['setting'];
  readonly ptp: ReadonlyMap<string, readonly PtpRow[]> | null;
  /** The last day of the PTP quarter loaded. */
  readonly ptpUntil: string;
  readonly mue: ReadonlyMap<string, MueRow>;
  readonly mueFrom: string;
  readonly mueUntil: string;
}

/** `line edit outcome reason with`, sorted. */
export function bruteForce(claim: Claim, tables: Tables): string[] {
  return [...ptpFindings(claim, tables), ...mueFindings(claim, tables)].sort();
}

// Who is the same provider

function groupsOf(claim: Claim, tables: Tables): number[] {
  if (tables.setting === 'outpatient') return claim.lines.map(() => 0);
  const who = claim.lines.map((line) => renderingOf(claim, line));
  const group = claim.lines.map((_, i) => i);
  for (let round = 0; round < claim.lines.length; round++) {
    for (let a = 0; a < who.length; a++) {
      for (let b = 0; b < who.length; b++) {
        const same = who[a].npi === who[b].npi || (who[a].taxonomy !== null && who[a].taxonomy === who[b].taxonomy);
        if (same) group[a] = group[b] = Math.min(group[a], group[b]);
      }
    }
  }
  return group;
}

function renderingOf(claim: Claim, line: ClaimLine): Pick<Provider, 'npi' | 'taxonomy'> {
  const rendering = line.renderingProvider ?? claim.renderingProvider;
  const { npi, taxonomy } = claim.billingProvider;
  if (rendering === null) return { npi, taxonomy };
  return { npi: rendering.npi, taxonomy: rendering.taxonomy ?? (rendering.npi === npi ? taxonomy : null) };
}

// PTP

const ANATOMIC = 'E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LT RT LC LD LM RC RI'.split(
  ' ',
);
const DISTINCT = ['59', 'XE', 'XP', 'XS', 'XU'];
const VISIT = ['24', '25', '57'];
const OTHER = ['58', '78', '79', '27', '91'];

const isVisitCode = (code: string): boolean =>
  /^\d{5}$/.test(code)
    ? (code >= '92002' && code <= '92014') || (code >= '99201' && code <= '99499')
    : ['G0380', 'G0381', 'G0382', 'G0383', 'G0384', 'G0402', 'G0438', 'G0439', 'G0463'].includes(code);

function ptpFindings(claim: Claim, tables: Tables): string[] {
  const { ptp, ptpUntil } = tables;
  if (ptp === null) return claim.lines.length > 0 ? ['- ncci-ptp info no-data -'] : [];
  const findings: string[] = [];
  if (claim.lines.some(({ from }) => from !== null && from > ptpUntil)) findings.push('- ncci-ptp info no-data -');
  const group = groupsOf(claim, tables);
  claim.lines.forEach((two, t) => {
    const codes = new Set(claim.lines.map(({ code }) => code));
    for (const code of codes) {
      const ones = claim.lines.filter((one, o) => one.code === code && one.from === two.from && group[o] === group[t]);
      const row = ones.length === 0 || two.from === null ? null : rowFor(ptp, code, two.code, two.from);
      if (row !== null) findings.push(`${two.number} ncci-ptp ${verdict(row, ones, two, tables)}`);
    }
  });
  return findings;
}

/** The row that makes `two` fall beside `one` on a day; null where none does, or the other direction counts. */
function rowFor(ptp: ReadonlyMap<string, readonly PtpRow[]>, one: string, two: string, day: string): PtpRow | null {
  const inForce = (a: string, b: string) =>
    (ptp.get(`${a} ${b}`) ?? []).filter((row) => row.indicator !== '9' && row.from <= day && day <= row.to);
  const both = [...inForce(one, two), ...inForce(two, one)];
  both.sort(
    (a, b) =>
      a.indicator.localeCompare(b.indicator) ||
      a.from.localeCompare(b.from) ||
      a.to.localeCompare(b.to) ||
      (a.one < b.one ? -1 : 1),
  );
  return both.length > 0 && both[0].one === one ? both[0] : null;
}

/** `outcome reason with` of a column-two line beside all lines of the column-one code. */
function verdict(row: PtpRow, ones: readonly ClaimLine[], two: ClaimLine, tables: Tables): string {
  if (row.indicator === '0') return `deny not-allowed ${ones[0].number}`;
  const open = ones.find((one) => !isBypassed(one, two, tables));
  if (open) return `deny modifier-missing ${open.number}`;
  const sameSite = ones.find((one) => isSameSite(one, two, tables));
  if (sameSite) return `info bypassed-same-site ${sameSite.number}`;
  return `info bypassed ${ones[0].number}`;
}

const isBypassed = (one: ClaimLine, two: ClaimLine, tables: Tables): boolean =>
  countingOn(one, true, tables).length > 0 || countingOn(two, false, tables).length > 0;

function countingOn(line: ClaimLine, isColumnOne: boolean, { setting }: Tables): string[] {
  return line.modifiers.filter((modifier) => {
    if (VISIT.includes(modifier)) return isVisitCode(line.code);
    if (DISTINCT.includes(modifier))
      return !isColumnOne || setting === 'outpatient' || (line.from ?? '') >= '2019-07-01';
    return ANATOMIC.includes(modifier) || OTHER.includes(modifier);
  });
}

function isSameSite(one: ClaimLine, two: ClaimLine, tables: Tables): boolean {
  const counting = [...countingOn(one, true, tables), ...countingOn(two, false, tables)];
  if (counting.some((modifier) => DISTINCT.includes(modifier))) return false;
  return one.modifiers.some((modifier) => ANATOMIC.includes(modifier) && two.modifiers.includes(modifier));
}

// MUE

function mueFindings(claim: Claim, tables: Tables): string[] {
  const { mue, mueFrom, mueUntil } = tables;
  const findings: string[] = [];
  const group = groupsOf(claim, tables);
  const isKnown = (day: string | null) => day !== null && day >= mueFrom && day <= mueUntil;
  if (claim.lines.some(({ from }) => from !== null && !isKnown(from))) findings.push('- ncci-mue info no-data -');
  claim.lines.forEach((line, i) => {
    const finding = (verdict: string) => findings.push(`${line.number} ncci-mue ${verdict} -`);
    if (line.units === null || line.units <= 0) finding('return units-invalid');
    const row = mue.get(line.code);
    const units = counted(line);
    if (!isKnown(line.from) || row === undefined || units === 0) return;
    if (row.value === 0) finding('deny never-payable');
    else if (row.mai === '1') {
      if (units > row.value) finding('deny line-units');
    } else {
      const same = claim.lines.filter(
        (other, o) => other.code === line.code && other.from === line.from && group[o] === group[i],
      );
      const sum = same.reduce((total, other) => total + counted(other), 0);
      if (sum > row.value) finding(row.mai === '2' ? 'deny day-units-absolute' : 'deny day-units');
    }
  });
  return findings;
}

function counted(line: ClaimLine): number {
  if (line.units === null || line.units <= 0 || line.unitBasis === 'MJ' || line.modifiers.includes('55')) return 0;
  const days = line.from && line.to ? (Date.parse(line.to) - Date.parse(line.from)) / 86_400_000 + 1 : 1;
  return days > 1 ? Math.ceil(line.units / days) : line.units;
}
