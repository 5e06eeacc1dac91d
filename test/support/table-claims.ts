import type { Claim } from '../../src/claims/claim.ts';
import type { ColumnMap } from '../../src/claims/csv/column-map.ts';
import type { TableLayout } from '../../src/claims/csv/table-layout.ts';
import { readClaims } from '../../src/claims/index.ts';
import type { Problem } from '../../src/problems.ts';

export interface TableReading {
  readonly claims: Claim[];
  readonly problems: Problem[];
  readonly layouts: TableLayout[];
}

/** Reads a table of claims and gathers all that comes out. */
export async function readTable(input: string | Uint8Array, map?: ColumnMap): Promise<TableReading> {
  const reading: TableReading = { claims: [], problems: [], layouts: [] };
  const options = { ...(map && { map }), onLayout: (layout: TableLayout) => void reading.layouts.push(layout) };
  for await (const { claim, problem } of readClaims(input, options)) {
    if (problem !== undefined) reading.problems.push(problem);
    else reading.claims.push(claim);
  }
  return reading;
}

/** A claim without the place at which it stood. */
export const placeless = ({ place: _, ...claim }: Claim): Omit<Claim, 'place'> => claim;
