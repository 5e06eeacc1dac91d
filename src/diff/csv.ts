import type { Change } from './change.ts';
import type { ComparedTable, DiffDocument } from './document.ts';

/** The columns, in this order on every run. */
export const CSV_COLUMNS = [
  'table',
  'before',
  'after',
  'change',
  'code',
  'other_code',
  'title',
  'section',
  'effective',
  'since',
  'cms_action',
  'fields',
  'before_values',
  'after_values',
] as const;

/**
 * The document as csv (RFC 4180), one row a change. The last three columns have a line for each field that changed,
 * in the same order, so that a spreadsheet shows them side by side.
 */
export function* csvLines({ tables }: DiffDocument): Generator<string> {
  yield `${CSV_COLUMNS.join(',')}\r\n`;
  for (const table of tables) for (const change of table.diff.changes) yield csvLine(table, change);
}

function csvLine({ table, beforeId, afterId }: ComparedTable, change: Change): string {
  const { code, other, title, section, effective, since, action, fields } = change;
  const lines = (values: readonly string[]): string =>
    values.map((value) => value.replace(/\s*\n\s*/g, ' ')).join('\n');
  const cells = [
    ...[table, beforeId, afterId, change.change, code, other, title, section, effective ?? '', since ?? '', action],
    lines(fields.map(({ field }) => field)),
    lines(fields.map(({ before }) => before)),
    lines(fields.map(({ after }) => after)),
  ];
  return `${cells.map(csvCell).join(',')}\r\n`;
}

const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
