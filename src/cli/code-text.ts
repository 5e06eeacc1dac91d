import type { Setting } from '../codes/setting.ts';
import { counted } from '../text.ts';
import type { AddOnFacts, CodeFacts, CodeStatus, MueFacts } from './code-facts.ts';
import { bold, type Colour, cyan, dim, green, red, yellow } from './colors.ts';
import { printable } from './printable.ts';
import { readRows } from './read-text.ts';
import { recordRows } from './record-text.ts';
import { tableRows } from './table-text.ts';
import { wrap, wrapColoured } from './wrap.ts';

const LABEL = 12;

const COLOUR: Readonly<Record<CodeStatus, Colour>> = {
  valid: green,
  seen: cyan,
  'seen-on-other-dates': yellow,
  'not-yet-valid': red,
  terminated: red,
  'not-in-force': red,
  'not-billable': yellow,
  unknown: red,
  'not-loaded': yellow,
  malformed: red,
};

/** One code for a person: its standing first, then what it is, then what limits it. */
export function codeText(facts: CodeFacts, on: string, width: number): string {
  const title = bold(facts.code ?? printable(facts.asked));
  const words = facts.description === null ? '' : wrap(facts.description, width, (facts.code ?? '').length + 2);
  const lines = rowsOf(facts, on).map(([label, text, colour]) => row(label, text, width, colour));
  return `${title}${words === '' ? '' : `  ${words}`}\n${lines.join('')}`;
}

function row(label: string, text: string, width: number, colour: Colour = (same) => same): string {
  return `  ${dim(label.padEnd(LABEL))}  ${wrapColoured(text, width, LABEL + 4, colour)}\n`;
}

function rowsOf(facts: CodeFacts, on: string): [string, string, Colour?][] {
  const rows: [string, string, Colour?][] = [[on, standing(facts), COLOUR[facts.status]]];
  if (facts.reason !== null && facts.status !== 'malformed') rows.push(['', facts.reason]);
  if (facts.code === null) return rows;
  if (facts.from !== null && facts.namedBy.length === 0) rows.push(['valid', window(facts)]);
  if (facts.namedBy.length > 0) rows.push(['named by', namedBy(facts)]);
  rows.push(['what', what(facts)], ['steward', facts.steward ?? '']);
  if (facts.release !== null) rows.push(['described by', `${facts.release}${action(facts)}`]);
  rows.push(...recordRows(facts), ...readRows(facts), ...tableRows(facts));
  if (facts.mue !== null) rows.push(...mueRows(facts.mue));
  if (facts.addOn !== null) rows.push(['add-on code', addOn(facts.addOn)]);
  return rows;
}

function standing(facts: CodeFacts): string {
  switch (facts.status) {
    case 'valid':
      return 'valid';
    case 'not-yet-valid':
      return `not yet valid: its first day is ${facts.from}`;
    case 'terminated':
      return `terminated: its last day was ${facts.to}${facts.crossReferences.length > 0 ? `; CMS refers to ${facts.crossReferences.join(', ')}` : ''}`;
    case 'not-in-force':
      return 'listed, but not in force on this date';
    case 'not-billable':
      return 'a header: report one of the codes below it';
    case 'seen':
      return 'named by the NCCI tables on this date';
    case 'seen-on-other-dates':
      return 'named by the NCCI tables, on other dates than this';
    case 'unknown':
      return 'unknown';
    case 'not-loaded':
      return 'cannot be told: no release of its code set is loaded';
    case 'malformed':
      return facts.reason ?? 'no code';
  }
}

const window = ({ from, to, windowRelease }: CodeFacts): string =>
  `${from} to ${to ?? 'no end published'}${windowRelease === null ? '' : ` (${windowRelease})`}`;

/** `ncci-ptp/professional 2024Q3, 2024Q4; ncci-aoc 2024Q4; rows from 1996-01-01 to no end`. */
function namedBy({ from, to, namedBy: releases }: CodeFacts): string {
  const byTable = Map.groupBy(releases, (id) => id.replace(/\/\d{4}.*$/, ''));
  const tables = [...byTable].map(
    ([name, ids]) => `${name} ${ids.map((id) => id.slice(name.length + 1).replace('/', ' ')).join(', ')}`,
  );
  return `${tables.join('; ')}; rows from ${from} to ${to ?? 'no end'}`;
}

function what({ kind, level, category, section, sectionRange }: CodeFacts): string {
  if (kind === 'diagnosis') return `ICD-10-CM${category === null ? '' : ` ${category}`}`;
  if (kind === 'modifier') return `Level ${level} modifier`;
  if (level === 'I') return `Level I (CPT), ${category?.includes(' ') ? category : `category ${category}`}`;
  return sectionRange === null
    ? `Level II, ${category}: ${section}`
    : `Level II, ${sectionRange.first}–${sectionRange.last}: ${sectionRange.name}`;
}

function action({ action: taken }: CodeFacts): string {
  if (taken === null || taken.code === 'N') return '';
  return `: ${taken.name || taken.code}${taken.effective === null ? '' : `, effective ${taken.effective}`}`;
}

const MAI = { 1: 'a line (MAI 1)', 2: 'a day, absolute (MAI 2)', 3: 'a day (MAI 3)' } as const;

function mueRows(mue: Readonly<Record<Setting, MueFacts>>): [string, string][] {
  const settings = Object.entries(mue) as [Setting, MueFacts][];
  if (settings.every(([, { status }]) => status === 'no-data')) return [['MUE', mue.professional.reason ?? 'no data']];
  if (settings.every(([, { status }]) => status === 'unpublished')) return [['MUE', 'none published in any setting']];
  return settings.map(([setting, facts], i) => [i === 0 ? 'MUE' : '', `${setting.padEnd(12)}  ${mueText(facts)}`]);
}

function mueText({ status, value, mai, rationale, release, reason }: MueFacts): string {
  if (status === 'no-data') return reason ?? 'no data';
  if (status === 'unpublished') return `none published (${release})`;
  const most = value === 0 ? 'never payable (0)' : `${value} ${mai === null ? 'a line' : MAI[mai]}`;
  return `${most}, ${rationale} (${release})`;
}

function addOn({ status, type, primaries, contractorDecides, release }: AddOnFacts): string {
  if (status === 'not-loaded') return 'cannot be told: no add-on code table is loaded';
  if (status === 'not-an-add-on') return 'no';
  const listed =
    primaries.length === 0
      ? 'CMS lists no primary codes; the contractor decides'
      : `${counted(primaries.length, 'primary code')}: ${primaries.slice(0, 12).join(', ')}${primaries.length > 12 ? ' …' : ''}${contractorDecides ? '; the contractor decides on others' : ''}`;
  return `yes, type ${type}, ${listed} (${release})`;
}
