import { type Day, dayOf } from '../../src/codes/day.ts';
import { packCodeText } from '../../src/codes/packed.ts';
import type { Setting } from '../../src/codes/setting.ts';
import { RECORD_TABLES, type RecordKind, type RecordRelease } from '../../src/releases/record-tables.ts';
import {
  type AddOnRelease,
  HCPCS_FIELDS,
  type HcpcsField,
  type HcpcsRelease,
  type MueRelease,
  type Period,
  type PtpRelease,
  type ReleaseHeader,
} from '../../src/releases/release.ts';

/** Releases from plain rows, for tests. */

export function quarter(year: number, number: 1 | 2 | 3 | 4): Period {
  const from = dayOf(year, number * 3 - 2, 1);
  const next = number === 4 ? dayOf(year + 1, 1, 1) : dayOf(year, number * 3 + 1, 1);
  return { label: `${year}Q${number}`, from, to: next - 1 };
}

export interface Issue {
  readonly period: Period;
  /** The first day of the period when left out. */
  readonly published?: Day;
  readonly print?: number;
  /** Stands for the file's bytes: releases with the same are the same. */
  readonly sha256?: string;
}

function header({ period, published, print, sha256 }: Issue, rows: number): Omit<ReleaseHeader, 'kind' | 'setting'> {
  const bytes = sha256 ?? '';
  return {
    period,
    published: published ?? period.from,
    print: print ?? 1,
    sources:
      sha256 === undefined ? [] : [{ name: `${bytes}.txt`, sha256: bytes, bytes: 1, form: 'text', part: null, rows }],
    rowCount: rows,
    oddities: [],
  };
}

export interface PlainPair {
  readonly columnOne: string;
  readonly columnTwo: string;
  readonly effective: Day;
  readonly deletion: Day;
  readonly indicator: 0 | 1 | 9;
  readonly rationale?: string;
  readonly prior1996?: boolean;
}

export function ptpRelease(
  issue: Issue,
  pairs: readonly PlainPair[],
  setting: 'professional' | 'outpatient' = 'professional',
): PtpRelease {
  const rationales = [...new Set(pairs.map(({ rationale }) => rationale ?? ''))];
  return {
    kind: 'ncci-ptp',
    setting,
    ...header(issue, pairs.length),
    rows: {
      count: pairs.length,
      columnOne: Uint32Array.from(pairs, ({ columnOne }) => packCodeText(columnOne)),
      columnTwo: Uint32Array.from(pairs, ({ columnTwo }) => packCodeText(columnTwo)),
      effective: Uint16Array.from(pairs, ({ effective }) => effective),
      deletion: Uint16Array.from(pairs, ({ deletion }) => deletion),
      modifierIndicator: Uint8Array.from(pairs, ({ indicator }) => indicator),
      prior1996: Uint8Array.from(pairs, ({ prior1996 }) => (prior1996 ? 1 : 0)),
      rationale: Uint8Array.from(pairs, ({ rationale }) => rationales.indexOf(rationale ?? '')),
      rationales,
    },
  };
}

export interface PlainMue {
  readonly code: string;
  readonly value: number;
  readonly mai: 1 | 2 | 3 | null;
  readonly rationale?: string;
}

export function mueRelease(issue: Issue, rows: readonly PlainMue[], setting: Setting = 'professional'): MueRelease {
  return {
    kind: 'ncci-mue',
    setting,
    ...header(issue, rows.length),
    rows: rows.map(({ code, value, mai, rationale }, i) => ({
      code: packCodeText(code),
      value,
      mai,
      rationale: rationale ?? '',
      line: i + 1,
    })),
  };
}

export interface PlainAddOn {
  readonly addOn: string;
  readonly primary: string | null;
  readonly type: 1 | 2 | 3;
  readonly effective?: Day | null;
  readonly deletion?: Day | null;
}

export function addOnRelease(issue: Issue, rows: readonly PlainAddOn[]): AddOnRelease {
  return {
    kind: 'ncci-aoc',
    setting: null,
    ...header(issue, rows.length),
    rows: rows.map(({ addOn, primary, type, effective, deletion }, i) => ({
      addOn: packCodeText(addOn),
      primary: primary === null ? null : packCodeText(primary),
      type,
      effective: effective ?? null,
      deletion: deletion ?? null,
      line: i + 1,
    })),
  };
}

export type PlainRecord = { readonly code: string } & Partial<Record<HcpcsField, string>>;

export function hcpcsRelease(issue: Issue, records: readonly PlainRecord[]): HcpcsRelease {
  return {
    kind: 'hcpcs',
    setting: null,
    ...header(issue, records.length),
    records: records.map((record, i) => ({
      code: record.code,
      isModifier: record.code.length === 2,
      sequence: '00100',
      fields: HCPCS_FIELDS.map((field) => record[field] ?? ''),
      line: i + 1,
    })),
  };
}

/** @param rows a record's key and its fields; those left out are blank */
export function recordRelease(
  issue: Issue,
  kind: RecordKind,
  rows: readonly (readonly [key: string, ...fields: string[]])[],
): RecordRelease {
  const records = rows.map(([key, ...fields], i) => ({
    key,
    fields: RECORD_TABLES[kind].map((_, field) => fields[field] ?? ''),
    line: i + 1,
  }));
  return { ...header(issue, records.length), kind, setting: null, records };
}
