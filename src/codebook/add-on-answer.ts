import { type Day, NOT_A_DAY } from '../codes/day.ts';
import { unpackCode } from '../codes/packed.ts';
import type { DatedAddOnTable } from './add-on-table.ts';
import type { AnswerContext } from './code-answer.ts';
import type { AddOnAnswer } from './codebook.ts';
import { packedText } from './pair-answer.ts';

type AddOnAnswerRow = AddOnAnswer['rows'][number];

/** An add-on code's rows in force on a day; none where it is listed, but not for that day. */
export function answerAddOn(code: string, on: Day, context: AnswerContext): AddOnAnswer {
  const table = context.tables.addOn;
  if (table === null) return { status: 'not-loaded', rows: [] };
  const id = context.tables.codeId(packedText(code));
  const rows: AddOnAnswerRow[] = [];
  for (let row = table.start(id); row < table.end(id); row++) {
    if (table.inForce(row, on)) rows.push(addOnAnswerRow(row, table, context));
  }
  return { status: table.start(id) < table.end(id) ? 'listed' : 'not-an-add-on', rows };
}

/** An add-on code row as an object. */
export function addOnAnswerRow(
  row: number,
  table: DatedAddOnTable,
  { sections, releases }: AnswerContext,
): AddOnAnswerRow {
  const { effective, deletion } = sections.aoc;
  const fileRow = table.fileRow(row);
  const primary = table.primary(row);
  return {
    primary: primary < 0 ? null : unpackCode(sections.codes.packed[primary]),
    type: table.type(row) as 1 | 2 | 3,
    effective: effective[fileRow] === NOT_A_DAY ? null : effective[fileRow],
    deletion: deletion[fileRow] === NOT_A_DAY ? null : deletion[fileRow],
    release: releases[table.release(row)],
  };
}
