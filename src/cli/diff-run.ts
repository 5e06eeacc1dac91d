import type { ChangeClass, ReleaseDiff } from '../diff/change.ts';
import { compareWithReport, type ReportComparison } from '../diff/compare-report.ts';
import { csvLines } from '../diff/csv.ts';
import { diffReleases } from '../diff/diff-releases.ts';
import type { ComparedTable, DiffDocument } from '../diff/document.ts';
import { type CodeRange, filtered } from '../diff/filter.ts';
import { jsonPieces } from '../diff/json.ts';
import { ProblemError } from '../problems.ts';
import type { RecordKind, RecordRelease } from '../releases/record-tables.ts';
import type { HcpcsRelease } from '../releases/release.ts';
import { assureWritable, writeAtomically } from './atomic-write.ts';
import { bothSides, releasesInFiles, type Side, type SideRelease, type SideRequest } from './diff-sides.ts';
import { diffText } from './diff-text.ts';
import { GatheredOutput } from './gathered-output.ts';
import { progressBar } from './progress.ts';
import { byteSize, screenWidth } from './screen.ts';

export interface DiffRequest extends SideRequest {
  readonly before: string;
  readonly after: string;
  readonly only?: readonly ChangeClass[];
  readonly codes?: readonly CodeRange[];
  /** Files with CMS's transaction report and its corrections. */
  readonly report: readonly string[];
  readonly html?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** Compares, prints and gives the exit status: 1 where CMS's report says what no reason explains. */
export async function runDiff(request: DiffRequest): Promise<0 | 1> {
  if (request.html !== undefined) await assureWritable(request.html, false);
  const document = await compare(request);
  if (request.json) await print(jsonPieces(document));
  else if (request.csv) await print(csvLines(document));
  else await print([diffText(document, screenWidth(), request.html === undefined)]);
  if (request.html !== undefined) await writePage(document, request.html);
  const unexplained = document.tables.some(({ report }) => report?.differences.some(({ reason }) => reason === null));
  return unexplained ? 1 : 0;
}

async function print(pieces: Iterable<string>): Promise<void> {
  const output = new GatheredOutput(process.stdout);
  for (const piece of pieces) {
    output.add(piece);
    await output.drained();
  }
  await output.end();
}

async function writePage(document: DiffDocument, path: string): Promise<void> {
  const { diffPage } = await import('../diff/html/page.ts');
  const bytes = new TextEncoder().encode(await diffPage(document));
  await writeAtomically(path, bytes);
  process.stderr.write(`written to ${path} (${byteSize(bytes.length)})\n`);
}

async function compare(request: DiffRequest): Promise<DiffDocument> {
  const [before, after] = await bothSides(request.before, request.after, request);
  const named = request.report.length === 0 ? [] : await releasesInFiles(request.report);
  const known = [...named, ...after.all, ...before.all];
  const pairs = [...after.chosen].flatMap(([table, now]) => {
    const old = before.chosen.get(table);
    return old === undefined ? [] : [{ table, old, now }];
  });
  if (pairs.length === 0) throw nothingToCompare(before, after);
  const tables: ComparedTable[] = [];
  const progress = await progressBar('comparing', pairs.length);
  try {
    for (const { table, old, now } of pairs) {
      progress.set(tables.length, pairs.length, `${old.id} ${now.id}`);
      // Lets the bar be drawn: a comparison gives no way to it.
      await new Promise((resolve) => setImmediate(resolve));
      tables.push(comparedTable(table, old, now, known, request));
    }
  } finally {
    progress.stop();
  }
  return {
    ...{ before: before.origin, after: after.origin, tables },
    unpaired: [...unpaired(before, after, 'before'), ...unpaired(after, before, 'after')],
    remarks: [...before.remarks, ...after.remarks],
  };
}

function comparedTable(
  table: string,
  old: SideRelease,
  now: SideRelease,
  known: readonly SideRelease[],
  { only, codes }: DiffRequest,
): ComparedTable {
  const diff = diffReleases(old.load(), now.load());
  return {
    ...{ table, beforeId: old.id, afterId: now.id, diff: filtered(diff, { only: only ?? null, codes: codes ?? null }) },
    report: isHcpcs(diff) ? reportOn(diff, known) : null,
  };
}

const isHcpcs = (diff: ReleaseDiff): diff is ReleaseDiff<HcpcsRelease> => diff.kind === 'hcpcs';

/** CMS's report of the later release held against the diff, with the corrections to both. */
function reportOn(diff: ReleaseDiff<HcpcsRelease>, known: readonly SideRelease[]): ReportComparison | null {
  const of = (kind: RecordKind): readonly SideRelease[] => known.filter((release) => release.kind === kind);
  const report = of('hcpcs-transactions').find(({ period }) => period.label === diff.after.period.label);
  if (report === undefined) return null;
  const corrections = of('hcpcs-corrections').map((release) => release.load() as RecordRelease);
  return compareWithReport(diff, report.load() as RecordRelease, corrections);
}

const unpaired = (side: Side, other: Side, name: 'before' | 'after') =>
  [...side.chosen].flatMap(([table, { id }]) => (other.chosen.has(table) ? [] : [{ id, side: name }]));

function nothingToCompare(before: Side, after: Side): ProblemError {
  const ids = ({ chosen }: Side): string => [...chosen.values()].map(({ id }) => id).join(', ') || 'nothing';
  const message = `No table is on both sides: ${ids(before)} before, ${ids(after)} after.`;
  return new ProblemError('nothing-to-compare', message);
}
