import { ProblemError } from '../../problems.ts';
import { ALIAS_NAMES, COLUMNS, type Column, columnOf } from './columns.ts';
import { nearest } from './near-names.ts';

/** Which columns of a file hold which of ours; several are read together, the first filled one where only one can be. */
export type ColumnMap = ReadonlyMap<Column, readonly string[]>;

const MOST_NEAR = 3;

/**
 * The map that a person wrote: `field=Column` pairs with commas or line breaks between, or a JSON object, in which a
 * field may have a list of columns. A field without a column is left out although the file may have it.
 * @throws ProblemError `map-invalid` where a field is not known or the text is none of both.
 *
 * @example
 * parseColumnMap('code=Proc Code, date=Svc Dt') // Map { 'code' → ['Proc Code'], 'from' → ['Svc Dt'] }
 * parseColumnMap('{ "diagnoses": ["Dx 1", "Dx 2"] }')
 */
export function parseColumnMap(text: string): ColumnMap {
  const pairs = text.trim().startsWith('{') ? jsonPairs(text) : textPairs(text);
  const map = new Map<Column, readonly string[]>();
  for (const [field, columns] of pairs) {
    const column = columnOf(field);
    if (column === null) throw unknownField(field);
    if (map.has(column)) throw invalid(`The map names the field ${column} twice.`);
    map.set(column, columns);
  }
  if (map.size === 0) throw invalid('The map names no field.');
  return map;
}

function textPairs(text: string): [string, string[]][] {
  return text
    .split(/[,\n]/)
    .filter((pair) => pair.trim() !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      if (at < 0) throw invalid(`"${shown(pair)}" is no pair of a field and a column: field=Column.`);
      const column = pair.slice(at + 1).trim();
      return [pair.slice(0, at).trim(), column === '' ? [] : [column]];
    });
}

function jsonPairs(text: string): [string, string[]][] {
  return Object.entries(parsed(text)).map(([field, value]) => {
    const columns = Array.isArray(value) ? value : value === null || value === '' ? [] : [value];
    if (!columns.every((column): column is string => typeof column === 'string')) {
      throw invalid(`The field "${shown(field)}" of the map is neither a column's name nor a list of them.`);
    }
    return [field, columns];
  });
}

function parsed(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    throw invalid('The map begins like JSON and is none.');
  }
}

function unknownField(field: string): ProblemError {
  const near = nearest(field, [...COLUMNS, ...ALIAS_NAMES], MOST_NEAR);
  const fields = near.length > 0 ? `did you mean ${near.join(', ')}?` : `the fields are ${COLUMNS.join(', ')}.`;
  return invalid(`"${shown(field)}" of the map is no field; ${fields}`);
}

const shown = (text: string): string => text.trim().slice(0, 40);
const invalid = (message: string): ProblemError => new ProblemError('map-invalid', message);
