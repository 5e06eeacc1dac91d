import { CPT_NOTICE } from '../codes/cpt-notice.ts';
import { isoDay } from '../codes/day.ts';
import type { ReleaseHeader } from '../releases/release.ts';
import type { ReportComparison } from './compare-report.ts';
import { type ComparedTable, type DiffDocument, namesLevelOne } from './document.ts';
import { REASONS } from './report-reasons.ts';

/**
 * The document as JSON text in pieces: `{ before, after, remarks, notice, unpaired, tables: [{ table, before, after,
 * counts, unchanged, report, changes }] }`. Millions of changes are never one string.
 */
export function* jsonPieces(document: DiffDocument): Generator<string> {
  const { before, after, remarks, unpaired, tables } = document;
  const notice = namesLevelOne(document) ? CPT_NOTICE : null;
  yield `${JSON.stringify({ before, after, remarks, notice, unpaired }).slice(0, -1)},\n"tables":[`;
  for (const [i, table] of tables.entries()) {
    yield `${i === 0 ? '' : ','}\n${JSON.stringify(tableFacts(table)).slice(0, -1)},\n"changes":[`;
    let separator = '\n';
    for (const change of table.diff.changes) {
      yield `${separator}${JSON.stringify(change)}`;
      separator = ',\n';
    }
    yield ']}';
  }
  yield ']}\n';
}

const tableFacts = ({ table, beforeId, afterId, diff, report }: ComparedTable) => ({
  table,
  before: headerFacts(beforeId, diff.before),
  after: headerFacts(afterId, diff.after),
  counts: diff.counts,
  total: diff.total,
  unchanged: diff.unchanged,
  report: report && reportFacts(report),
});

const headerFacts = (id: string, { period, published, print, rowCount, sources }: ReleaseHeader) => ({
  id,
  period: { label: period.label, from: isoDay(period.from), to: isoDay(period.to) },
  published: isoDay(published),
  print,
  rowCount,
  sources: sources.map(({ name, sha256 }) => ({ name, sha256 })),
});

const reportFacts = ({ report, compared, equal, totals, differences, contradictions }: ReportComparison) => ({
  sources: report.sources.map(({ name, sha256 }) => ({ name, sha256 })),
  ...{ compared, equal, totals, contradictions },
  reasons: Object.fromEntries(REASONS.map(({ id, text }) => [id, text])),
  differences: differences.map(({ code, cms, cmsText, ours, reason }) => ({ code, cms, cmsText, ours, reason })),
});
