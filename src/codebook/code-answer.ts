import { parseCode } from '../codes/code.ts';
import { type Day, isoDay, OPEN_DAY } from '../codes/day.ts';
import { packCodeText, packModifierText } from '../codes/packed.ts';
import type { CodeAnswer, CodebookRelease, CodeEntry } from './codebook.ts';
import { MODIFIERS, type Sections } from './format.ts';
import { hcpcsFields } from './hcpcs-entries.ts';
import type { Strings } from './strings.ts';
import type { AsOfTables } from './tables.ts';

/** What the answers are made from. */
export interface AnswerContext {
  readonly sections: Sections;
  readonly strings: Strings;
  readonly releases: readonly CodebookRelease[];
  readonly tables: AsOfTables;
  /** Of the question, null for everything. */
  readonly asOf: Day | null;
}

/** Whether a code or modifier is listed, in force, seen, unknown, or of a set that is not loaded. */
export function answerCode(text: string, on: Day, context: AnswerContext): CodeAnswer {
  const parsed = parseCode(text);
  if (parsed.kind === 'invalid') return { status: 'unknown', code: parsed.text.trim(), reason: parsed.message };
  const { code } = parsed;
  if (parsed.kind === 'modifier') {
    return listed(code, modifierWindow(code, context), on, context) ?? absentModifier(code, parsed.level, context);
  }
  const id = context.tables.codeId(packCodeText(code));
  return (
    listed(code, codeWindow(id, context), on, context) ??
    seen(code, id, context) ??
    absentCode(code, parsed.steward, context)
  );
}

interface CodeWindow {
  /** Group of the HCPCS section. */
  readonly group: number;
  readonly from: Day;
  readonly to: Day;
  readonly release: number;
}

function codeWindow(id: number, { tables }: AnswerContext): CodeWindow | null {
  const { hcpcs } = tables;
  if (hcpcs === null || hcpcs.windowRelease(id) < 0) return null;
  return { group: id, from: hcpcs.from(id), to: hcpcs.to(id), release: hcpcs.windowRelease(id) };
}

function modifierWindow(code: string, { tables, sections }: AnswerContext): CodeWindow | null {
  const modifier = packModifierText(code);
  const { hcpcs } = tables;
  if (hcpcs === null || hcpcs.modifierWindowRelease(modifier) < 0) return null;
  return {
    group: sections.hcpcs.offsets.length - 1 - MODIFIERS + modifier,
    from: hcpcs.modifierFrom(modifier),
    to: hcpcs.modifierTo(modifier),
    release: hcpcs.modifierWindowRelease(modifier),
  };
}

function listed(code: string, window: CodeWindow | null, on: Day, context: AnswerContext): CodeAnswer | null {
  if (window === null) return null;
  const { from, to, group } = window;
  const { row, release } = recordOn(group, on, context);
  const entry: CodeEntry = {
    code,
    release: context.releases[release],
    fields: hcpcsFields(row, context),
    from,
    to,
    windowRelease: context.releases[window.release],
  };
  return { status: 'listed', code, inForce: from <= on && on <= to, entry };
}

/** The record of the newest release that had begun on the day, else of the oldest release that has one. */
function recordOn(group: number, on: Day, { sections, tables }: AnswerContext): { row: number; release: number } {
  const { offsets, set } = sections.hcpcs;
  const speaking = new Set(tables.asOf.speaking('hcpcs'));
  let begun = { row: -1, release: -1 };
  let oldest = begun;
  for (let row = offsets[group]; row < offsets[group + 1]; row++) {
    for (const release of tables.asOf.members(set[row])) {
      if (!speaking.has(release)) continue;
      if (oldest.row < 0 || release < oldest.release) oldest = { row, release };
      if (tables.asOf.releases[release].period.from <= on && release > begun.release) begun = { row, release };
    }
  }
  return begun.row < 0 ? oldest : begun;
}

function seen(code: string, id: number, context: AnswerContext): CodeAnswer | null {
  const { sections, tables, releases } = context;
  const from = tables.seen.from(id);
  const to = tables.seen.to(id);
  if (from > to) return null;
  const speaking = new Set(
    (['ncci-ptp', 'ncci-mue', 'ncci-aoc'] as const).flatMap((kind) =>
      ([null, 'professional', 'outpatient', 'dme'] as const).flatMap((setting) => tables.asOf.speaking(kind, setting)),
    ),
  );
  const naming = new Set<number>();
  for (let row = sections.seen.offsets[id]; row < sections.seen.offsets[id + 1]; row++) {
    for (const release of tables.asOf.members(sections.seen.set[row])) if (speaking.has(release)) naming.add(release);
  }
  const ordered = [...naming].sort((a, b) => a - b).map((index) => releases[index]);
  return { status: 'seen', code, evidence: { releases: ordered, from, to } };
}

function absentCode(code: string, steward: string, context: AnswerContext): CodeAnswer {
  if (steward === 'ADA') {
    return { status: 'not-loaded', code, reason: `${code} is a dental code of the ADA, whose list is not loaded.` };
  }
  if (steward !== 'CMS') {
    const reason = `${code} has the form of a Level I (CPT) code; no licensed list of these is loaded, and no NCCI table${known(context)} names it.`;
    return { status: 'not-loaded', code, reason };
  }
  const { hcpcs } = context.tables;
  if (hcpcs === null || hcpcs.knownFrom > hcpcs.knownTo) {
    return { status: 'not-loaded', code, reason: `No HCPCS Level II release${known(context)} is loaded.` };
  }
  const reason = `No HCPCS Level II release${known(context)} lists ${code}; those loaded are for ${span(hcpcs.knownFrom, hcpcs.knownTo)}.`;
  return { status: 'unknown', code, reason };
}

function absentModifier(code: string, level: 'I' | 'II', context: AnswerContext): CodeAnswer {
  if (level === 'I') {
    const reason = `${code} is a Level I (CPT) modifier; no licensed list of these is loaded.`;
    return { status: 'not-loaded', code, reason };
  }
  const { hcpcs } = context.tables;
  if (hcpcs === null || hcpcs.modifiersKnownFrom > hcpcs.modifiersKnownTo) {
    return { status: 'not-loaded', code, reason: `No HCPCS release with modifiers${known(context)} is loaded.` };
  }
  const days = span(hcpcs.modifiersKnownFrom, hcpcs.modifiersKnownTo);
  const reason = `No HCPCS release${known(context)} lists modifier ${code}; those loaded with modifiers are for ${days}.`;
  return { status: 'unknown', code, reason };
}

const span = (from: Day, to: Day): string => `${isoDay(from)} to ${to === OPEN_DAY ? 'no end' : isoDay(to)}`;

/** ` published by 2024-07-01` where the question has an as-of day. */
export const known = ({ asOf }: Pick<AnswerContext, 'asOf'>): string =>
  asOf === null ? '' : ` published by ${isoDay(asOf)}`;
