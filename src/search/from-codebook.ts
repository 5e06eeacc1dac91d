import type { Codebook, CodebookRelease, CodeEntry, When } from '../codebook/codebook.ts';
import { parseCode } from '../codes/code.ts';
import { isDrugCode } from '../codes/drug-codes.ts';
import type { SearchEntry } from './entry.ts';
import { type SearchIndex, searchIndex } from './search-index.ts';
import { type TermTable, vocabularyOf } from './vocabulary.ts';

/** A codebook's codes with a search over them. */
export interface CodebookSearch {
  readonly index: SearchIndex;
  /** The editions of CMS's index and Table of Drugs that lend their words, newest first. */
  readonly vocabulary: readonly CodebookRelease[];
}

/**
 * The search over a codebook: descriptors as they are on a day, the words of every index and Table of Drugs in it.
 * Level I codes are found by number; `licensed` may give entries with descriptors that a licence covers, in their stead.
 */
export function codebookSearch(codebook: Codebook, when: When, licensed: readonly SearchEntry[] = []): CodebookSearch {
  const entries = new Map<string, SearchEntry>();
  for (const code of codebook.namedCodes()) {
    const entry = entryOf(code, codebook, when);
    if (entry !== null) entries.set(code, entry);
  }
  const published = [...entries.values()];
  for (const entry of licensed) entries.set(entry.code, entry);
  const vocabulary = editions(codebook, when);
  const tables = vocabulary.map((release) => termTable(codebook, release));
  return { index: searchIndex([...entries.values()], vocabularyOf(tables, published)), vocabulary };
}

function entryOf(code: string, codebook: Codebook, when: When): SearchEntry | null {
  const answer = codebook.code(code, when);
  if (answer.status === 'listed') return levelTwo(answer.entry);
  const shape = parseCode(code);
  if (answer.status !== 'seen' || shape.kind !== 'procedure') return null;
  const { from, to } = answer.evidence;
  const nothing = { long: '', short: '', isDrug: false, coverage: '', licensed: false };
  return { code, level: shape.level, section: shape.category, from, to, ...nothing };
}

const levelTwo = ({ code, fields, from, to }: CodeEntry): SearchEntry => ({
  code,
  level: 'II',
  long: fields.longDescription,
  short: fields.shortDescription,
  section: code[0],
  from,
  to,
  isDrug: isDrugCode(code),
  coverage: fields.coverage,
  licensed: false,
});

const editions = ({ releases }: Codebook, { asOf }: When): readonly CodebookRelease[] =>
  releases
    .filter(({ kind }) => kind === 'hcpcs-index' || kind === 'hcpcs-drugs')
    .filter(({ published }) => asOf === undefined || published <= asOf)
    .toReversed();

function termTable(codebook: Codebook, release: CodebookRelease): TermTable {
  const name = release.kind === 'hcpcs-index' ? 'index' : 'drugs';
  const records = codebook.records(release.kind === 'hcpcs-index' ? 'hcpcs-index' : 'hcpcs-drugs', release);
  const rows = Array.from(records, ({ key, fields: { codes, see } }) => ({ term: key, codes, see }));
  return { name, edition: release.period.label, rows };
}
