import type { TableLayout } from '../claims/csv/table-layout.ts';
import { figure } from '../text.ts';
import { printable } from './printable.ts';

const MOST_COLUMNS = 4;

/** What the columns of a file were taken for, in lines for a person; '' where they have their own names. */
export function layoutText({ file, layout, title, mapped, columns, used, of, remarks }: TableLayout): string {
  if (layout === 'columns' && !mapped) return '';
  const fields = Object.entries(columns).map(([field, names]) => `${field}: ${namesText(names)}`);
  const how = mapped ? `${title}, and by the map` : title;
  const lines = [
    `${file ?? 'the file'}: read as ${how} [${layout}], ${figure(used)} of ${figure(of)} columns: ${fields.join('; ')}`,
    ...remarks,
  ];
  return lines.map((line) => `${printable(`columnone: ${line}`)}\n`).join('');
}

const namesText = (names: readonly string[]): string =>
  names.length <= MOST_COLUMNS ? names.join(', ') : `${names[0]} … ${names.at(-1)}`;
