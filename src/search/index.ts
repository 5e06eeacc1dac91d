/** Search over codes and descriptors. Needs nothing of Node. */

export type { SearchEntry, SearchFilters } from './entry.ts';
export { type CodebookSearch, codebookSearch } from './from-codebook.ts';
export { type Reason, type SearchHit, type SearchIndex, searchIndex } from './search-index.ts';
export { type TermRow, type TermTable, type Vocabulary, vocabularyOf } from './vocabulary.ts';
