import { type Day, isoDay, isoDayOrOpen } from '../codes/day.ts';
import { codebookSearch, type SearchFilters } from '../search/index.ts';
import { openChosenCodebook } from './codebook-source.ts';
import { screenWidth } from './screen.ts';
import { type Found, searchText } from './search-text.ts';
import { today } from './today.ts';

export interface SearchRequest extends Omit<SearchFilters, 'on'> {
  readonly codebook?: string;
  readonly on?: Day;
  readonly asOf?: Day;
  readonly limit: number;
  readonly json?: boolean;
}

const NO_TERMS =
  "Neither CMS's Alpha-Numeric Index nor its Table of Drugs is loaded: brand names and terms of the index may not be found.";

/** Prints the codes that answer best and gives the exit status. */
export async function runSearch(query: string, request: SearchRequest): Promise<0 | 1> {
  const { codebook } = await openChosenCodebook(request.codebook);
  const { asOf, limit, level, section, drugs, coverage, json } = request;
  const on = request.on ?? today();
  const { index, vocabulary } = codebookSearch(codebook, { on, ...(asOf !== undefined && { asOf }) });
  const filters = { ...(request.on !== undefined && { on }), ...given({ level, section, drugs, coverage }) };
  const found: Found = {
    codebook: codebook.id,
    query,
    on: isoDay(on),
    asOf: asOf === undefined ? null : isoDay(asOf),
    vocabulary: vocabulary.map(({ id }) => id),
    hits: index.search(query, filters, limit).map(({ entry, reason }) => ({
      code: entry.code,
      status: on < entry.from ? 'not-yet-valid' : on > entry.to ? 'ended' : entry.level === 'I' ? 'named' : 'valid',
      level: entry.level,
      section: entry.section,
      from: isoDay(entry.from),
      to: isoDayOrOpen(entry.to) ?? null,
      isDrug: entry.isDrug,
      coverage: entry.coverage === '' ? null : entry.coverage,
      // Licensed descriptors never leave the search.
      description: entry.licensed || entry.long === '' ? null : entry.long,
      shortDescription: entry.licensed || entry.short === '' ? null : entry.short,
      reason,
    })),
    remarks: vocabulary.length === 0 ? [NO_TERMS] : [],
  };
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : searchText(found, screenWidth()));
  return found.hits.length > 0 ? 0 : 1;
}

/** What was asked for, without what was not. */
function given<T extends object>(filters: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
