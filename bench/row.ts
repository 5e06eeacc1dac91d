/** One figure: what was measured, what it came to, what is asked of it, and the command that repeats it. */
export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly target: string;
  readonly command: string;
}

export const number = (value: number, digits = 0): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: digits, minimumFractionDigits: digits });

/** The rows as an aligned table. */
export function printRows(rows: readonly Row[]): void {
  const columns = ['what', 'figure', 'target', 'command'] as const;
  const head: Row = { what: 'what', figure: 'measured', target: 'target', command: 'repeat with' };
  const widths = columns.map((column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  for (const row of [head, ...rows]) {
    console.log(
      columns
        .map((column, i) => row[column].padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    );
  }
}
