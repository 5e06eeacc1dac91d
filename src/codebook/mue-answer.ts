import { type Day, isoDay } from '../codes/day.ts';
import { unpackCode } from '../codes/packed.ts';
import type { Setting } from '../codes/setting.ts';
import { type AnswerContext, known } from './code-answer.ts';
import type { MueAnswer, MueValue } from './codebook.ts';
import { groupOfRow } from './groups.ts';
import type { MueRun } from './mue-table.ts';
import { packedText } from './pair-answer.ts';

/** The MUE value of a code on a day, or that none is published, or that the day's quarter is not loaded. */
export function answerMue(
  code: string,
  { on, setting }: { on: Day; setting: Setting },
  context: AnswerContext,
): MueAnswer {
  const table = context.tables.mue[setting];
  if (table === null) {
    return { status: 'no-data', reason: `No MUE release for the ${setting} setting${known(context)} is loaded.` };
  }
  if (!(on >= table.knownFrom && on <= table.knownTo)) {
    const quarters = `${isoDay(table.knownFrom)} to ${isoDay(table.knownTo)}`;
    return {
      status: 'no-data',
      reason: `The MUE values loaded for the ${setting} setting are known from ${quarters}.`,
    };
  }
  const run = table.run(table.find(context.tables.codeId(packedText(code)), on));
  if (run === null) return { status: 'unpublished', release: context.releases[table.releaseOn(on)] };
  return { status: 'listed', mue: mueValue(run, setting, context) };
}

/** A run of one MUE value as an object. */
export function mueValue(run: MueRun, setting: Setting, { sections, strings, releases }: AnswerContext): MueValue {
  const { offsets, rationale } = sections[`mue.${setting}`];
  return {
    code: unpackCode(sections.codes.packed[groupOfRow(offsets, run.row)]),
    value: run.value,
    mai: run.mai === 0 ? null : (run.mai as 1 | 2 | 3),
    rationale: strings.text(rationale[run.row]),
    from: run.from,
    to: run.to,
    release: releases[run.release],
  };
}
