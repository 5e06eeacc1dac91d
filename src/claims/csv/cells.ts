/**
 * The cells of one CSV record: separated by `delimiter`, in double quotes where they hold one, quotes doubled
 * inside. A quote inside of an unquoted cell, and what follows a closing quote, are taken as they stand.
 *
 * Written here, and not taken from a library, because a record must read the same wherever the stream was cut
 * and however broken the record before it was.
 *
 * @example
 * cellsOf('A1,"two, ""quoted""",3', ',') // ['A1', 'two, "quoted"', '3']
 */
export function cellsOf(record: string, delimiter: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= record.length) {
    let quoted = '';
    if (record[at] === '"') {
      const end = closingQuote(record, at + 1);
      quoted = record.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    }
    const next = record.indexOf(delimiter, at);
    const end = next < 0 ? record.length : next;
    cells.push(quoted + record.slice(at, end));
    at = end + 1;
  }
  return cells;
}

function closingQuote(record: string, from: number): number {
  let at = record.indexOf('"', from);
  while (at >= 0 && record[at + 1] === '"') at = record.indexOf('"', at + 2);
  return at < 0 ? record.length : at;
}
