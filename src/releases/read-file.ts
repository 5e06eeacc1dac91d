import { createHash } from 'node:crypto';
import { type Problem, ProblemError } from '../problems.ts';
import { readAnesthesiaText } from './anesthesia-text.ts';
import { readAddOnText } from './aoc-text.ts';
import type { Content } from './content.ts';
import { correctionsText } from './corrections-text.ts';
import { coverageExportOf, readCoverageExport } from './coverage-export.ts';
import { eachCsvRow } from './csv.ts';
import { type Detected, detect, HEAD_BYTES } from './detect.ts';
import { namedLikeRelease, namesMedicaid, packingInName } from './file-names.ts';
import { FileFindings } from './findings-in-file.ts';
import { readBelowHeader } from './fixed-lines.ts';
import { readGpciText } from './gpci-text.ts';
import { readHcpcsText } from './hcpcs-text.ts';
import { readIcd10cmAddenda } from './icd10cm-addenda-text.ts';
import { readIcd10cmText } from './icd10cm-text.ts';
import { nocText } from './noc-table.ts';
import { isReadme, mayBeRelease, otherArchive, otherText } from './not-known.ts';
import { readNotes } from './notes-text.ts';
import { isPdf, readPdfRelease } from './pdf-release.ts';
import { readPfsText } from './pfs-text.ts';
import { placed, type ReadFile } from './placed.ts';
import { readPtpText } from './ptp-text.ts';
import type { ReadmeDate } from './published-readme.ts';
import { isRecordKind } from './record-tables.ts';
import type { SourceFile } from './release.ts';
import { difference } from './same-content.ts';
import { type Chunks, collect, gunzip, isGzip, MOST_ARCHIVE_BYTES, peek, tap } from './streams.ts';
import { TableFeed } from './table-feed.ts';
import { transactionsText } from './transactions-text.ts';
import { unreadable } from './unreadable.ts';
import { isWorkbook, workbookSheets } from './xlsx.ts';
import { type ZipEntry, zipEntries } from './zip.ts';

/** A file to read: on disk, in an archive, or in memory. */
export interface FileToRead {
  /** As it is named to the user: `folder/archive.zip!entry`. */
  readonly name: string;
  /** As a codebook names it, the same wherever the file lies: `archive.zip!entry`. */
  readonly sourceName: string;
  /** The names that may say quarter and setting, innermost first: entry, archive, folders. */
  readonly names: readonly string[];
  open(): Chunks;
}

/** Takes what becomes of a file (of each of its entries, where it is an archive). */
export interface Outcome {
  read(file: ReadFile): void;
  notKnown(name: string, reason: string): void;
  /** A README that says when a release was published. */
  readme(says: ReadmeDate): void;
  /** `names` are those of the file with the problem: they may say of which release it is a part. */
  problem(problem: Problem, names: readonly string[]): void;
}

/** CMS ships zip in zip at times; nothing is published deeper than that (and some archives hold themselves). */
const MOST_ARCHIVES = 2;
const README = 'a README, no release';
const MEDICAID = 'not read yet: a Medicaid table';

/** Reads one file, opening gzip and zip on the way. What is wrong with it goes to `outcome`; nothing is thrown for it. */
export async function readFile(file: FileToRead, outcome: Outcome, archivesAround = 0): Promise<void> {
  try {
    const { head, all, close } = await peek(file.open(), HEAD_BYTES);
    try {
      if (head.length === 0) empty(file, outcome);
      else if (archivesAround > MOST_ARCHIVES) outcome.notKnown(file.name, 'within too many archives');
      else if (isGzip(head)) await readFile(insideGzip(file, all), outcome, archivesAround + 1);
      else if (isZip(head)) await readZip(file, all, outcome, archivesAround);
      else if (isPdf(head)) await readPdf(file, all, outcome);
      else await readText(file, detect(head), all, outcome);
    } finally {
      await close();
    }
  } catch (error) {
    outcome.problem(asProblem(error, file.name), file.names);
  }
}

/** The unpacked file: what its name says of it is said without the `.gz`. */
const insideGzip = (file: FileToRead, all: Chunks): FileToRead => ({
  ...file,
  names: [file.names[0].replace(/\.gz$/i, ''), ...file.names.slice(1)],
  open: () => gunzip(all, file.name),
});

/** `PK` and one of the signatures of a zip archive; an empty one begins with its end. */
const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5 || head[2] === 7);

/** Errors of files are problems; any other error is a fault of the program and goes on. */
function asProblem(error: unknown, file: string): Problem {
  if (error instanceof ProblemError) {
    const { code, message, line } = error;
    return { code, message, file: error.file ?? file, ...(line !== undefined && { line }) };
  }
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  const { code, message } = unreadable(file, error);
  return { code, message, file };
}

function empty({ name, names }: FileToRead, outcome: Outcome): void {
  const packing = packingInName(names[0]);
  const code = packing === null ? 'release-empty' : BROKEN[packing];
  const problem: Problem = { code, message: 'the file is empty', file: name };
  if (packing !== null || namedLikeRelease(names[0])) outcome.problem(problem, names);
  else outcome.notKnown(name, 'an empty file');
}

async function readZip(file: FileToRead, all: Chunks, outcome: Outcome, archivesAround: number): Promise<void> {
  const archive = await collect(all, MOST_ARCHIVE_BYTES, file.name);
  const entries = await zipEntries(archive, file.name);
  if (isWorkbook(entries)) {
    await readWorkbook(file, archive, entries, outcome);
    return;
  }
  const coverage = coverageExportOf(entries.map(({ name }) => name));
  if (coverage !== null) {
    await readCoverage(file, coverage, archive, entries, outcome);
    return;
  }
  const other = otherArchive(entries.map(({ name }) => name));
  if (other !== null || entries.length === 0) {
    outcome.notKnown(file.name, other ?? 'an empty zip archive');
    return;
  }
  for (const { name, open } of entries) {
    const inside = { name: `${file.name}!${name}`, sourceName: `${file.sourceName}!${name}` };
    const names = [...name.split('/').reverse(), ...file.names];
    await readFile({ ...inside, names, open }, outcome, archivesAround + 1);
  }
}

async function readCoverage(
  file: FileToRead,
  coverage: NonNullable<ReturnType<typeof coverageExportOf>>,
  archive: Buffer,
  entries: readonly ZipEntry[],
  outcome: Outcome,
): Promise<void> {
  const findings = new FileFindings(file.name);
  const sha256 = createHash('sha256').update(archive).digest('hex');
  await withFindings(file, findings, outcome, async () => {
    const content = await readCoverageExport(coverage, entries, findings);
    finish(file, content, { sha256, bytes: archive.length, form: 'csv' }, findings, outcome);
  });
}

async function readWorkbook(
  file: FileToRead,
  archive: Buffer,
  entries: readonly ZipEntry[],
  outcome: Outcome,
): Promise<void> {
  const findings = new FileFindings(file.name);
  const sha256 = createHash('sha256').update(archive).digest('hex');
  let content: Content | null = null;
  let sample = '';
  await withFindings(file, findings, outcome, async () => {
    for (const sheet of await workbookSheets(entries, file.name)) {
      const feed = new TableFeed(findings);
      await sheet.read((row, cells) => feed.row(row, cells));
      sample += feed.sample;
      const another = feed.end();
      if (another !== null && content !== null) compareSheets(content, another, sheet.name, findings);
      content ??= another;
    }
    const source = { sha256, bytes: archive.length, form: 'xlsx' as const };
    if (content !== null) finish(file, content, source, findings, outcome);
    else notRecognised(file, otherText(sample) ?? 'a spreadsheet without the header of a known release', outcome, true);
  });
}

/** CMS prints some tables on two sheets, each in another order; different rows of one table it does not. */
function compareSheets(content: Content, another: Content, sheet: string, findings: FileFindings): void {
  const name = JSON.stringify(sheet);
  if (!isRecordKind(content.kind) || another.kind !== content.kind) {
    const message = `sheet ${name} holds rows, and so does one before it`;
    throw new ProblemError('xlsx-several-sheets', message, { file: findings.file });
  }
  const differs = difference(content, another);
  if (differs === null) findings.oddity('also-on-sheet', `sheet ${name} says the same as the first one`);
  else {
    const counts = `${content.rowCount} rows there, ${another.rowCount} here`;
    const message = `sheet ${name} differs from the first one (${counts}) in ${differs.count} codes, first ${differs.first}; not used`;
    findings.oddity('sheets-differ', message);
  }
}

async function readPdf(file: FileToRead, all: Chunks, outcome: Outcome): Promise<void> {
  const bytes = await collect(all, MOST_ARCHIVE_BYTES, file.name);
  const findings = new FileFindings(file.name);
  await withFindings(file, findings, outcome, async () => {
    const content = await readPdfRelease(bytes, file.names[0], findings);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (content === null) notRecognised(file, 'a PDF, no release', outcome);
    else finish(file, content, { sha256, bytes: bytes.length, form: 'pdf' }, findings, outcome);
  });
}

async function readText(file: FileToRead, detected: Detected, all: Chunks, outcome: Outcome): Promise<void> {
  if (detected.form === 'other') notRecognised(file, detected.reason, outcome);
  else if (detected.form === 'medicaid') outcome.notKnown(file.name, MEDICAID);
  else if (detected.form === 'readme') {
    outcome.readme(detected.says);
    outcome.notKnown(file.name, README);
  } else if (detected.form === 'unknown') notRecognised(file, 'not a known release', outcome);
  else {
    const findings = new FileFindings(file.name);
    const hash = createHash('sha256');
    let bytes = 0;
    const chunks = tap(all, (chunk) => {
      hash.update(chunk);
      bytes += chunk.length;
    });
    await withFindings(file, findings, outcome, async () => {
      const content = await readContent(detected, chunks, findings);
      const form = detected.form === 'table' ? 'csv' : 'text';
      finish(file, content, { sha256: hash.digest('hex'), bytes, form }, findings, outcome);
    });
  }
}

type Readable = Exclude<Detected, { form: 'other' | 'medicaid' | 'readme' | 'unknown' }>;

async function readContent(detected: Readable, chunks: Chunks, findings: FileFindings): Promise<Content> {
  switch (detected.form) {
    case 'hcpcs-text':
      return readHcpcsText(chunks, findings);
    case 'ptp-text':
      return readPtpText(chunks, findings);
    case 'aoc-text':
      return readAddOnText(chunks, findings);
    case 'pfs-text':
      return readPfsText(chunks, findings);
    case 'gpci-text':
      return readGpciText(chunks, findings);
    case 'anesthesia-text':
      return readAnesthesiaText(chunks, findings);
    case 'icd10cm-text':
      return readIcd10cmText(chunks, findings);
    case 'icd10cm-addenda-text':
      return readIcd10cmAddenda(chunks, findings);
    case 'notes-text':
      return readNotes(chunks, findings);
    case 'transactions-text':
    case 'corrections-text':
    case 'noc-text':
      return readFixed(detected.form, chunks, findings);
    default:
      return readCsv(detected, chunks, findings);
  }
}

const FIXED = {
  'transactions-text': transactionsText,
  'corrections-text': correctionsText,
  'noc-text': nocText,
} as const;

async function readFixed(form: keyof typeof FIXED, chunks: Chunks, findings: FileFindings): Promise<Content> {
  const content = await readBelowHeader(chunks, (header, above) => FIXED[form](header, findings, above), findings);
  if (content !== null) return content;
  throw new ProblemError('table-columns', 'where its columns begin is not known', { file: findings.file });
}

async function readCsv({ delimiter }: Readable & { form: 'table' }, chunks: Chunks, findings: FileFindings) {
  const feed = new TableFeed(findings);
  await eachCsvRow(chunks, delimiter, findings.file, ({ line, cells }) => feed.row(line, cells));
  const content = feed.end();
  // Its header was seen in the first bytes.
  if (content === null) throw new ProblemError('table-columns', 'its header was not found', { file: findings.file });
  return content;
}

/** Problems met before an error are told before it. */
async function withFindings(
  file: FileToRead,
  findings: FileFindings,
  outcome: Outcome,
  read: () => Promise<void>,
): Promise<void> {
  try {
    await read();
  } catch (error) {
    for (const problem of findings.problems()) outcome.problem(problem, file.names);
    throw error;
  }
}

/** Gives the file on where nothing is wrong with it, its problems else. */
function finish(
  file: FileToRead,
  content: Content,
  source: Pick<SourceFile, 'sha256' | 'bytes' | 'form'>,
  findings: FileFindings,
  outcome: Outcome,
): void {
  if (content.kind !== 'hcpcs' && !content.kind.startsWith('coverage') && namesMedicaid(file.names)) {
    outcome.notKnown(file.name, MEDICAID);
    return;
  }
  const read = findings.problems().length === 0 ? placed(file, content, source, findings) : null;
  for (const problem of findings.problems()) outcome.problem(problem, file.names);
  if (read !== null) outcome.read(read);
}

const BROKEN = { zip: 'zip-broken', xlsx: 'xlsx-broken', gz: 'gzip-broken' } as const;

/**
 * What no reader takes is listed; it is a problem where the name says that it is a release, or that it is packed
 * although it is not (`packed`): such a download was cut, or is an error page.
 */
function notRecognised({ name, names }: FileToRead, reason: string, outcome: Outcome, packed = false): void {
  const packing = packed ? null : packingInName(names[0]);
  if (packing !== null) {
    const message = `the file is named ${packing} and is none: it is ${reason}`;
    outcome.problem({ code: BROKEN[packing], message, file: name }, names);
  } else if (isReadme(names[0])) outcome.notKnown(name, README);
  else if (mayBeRelease(reason) || !namedLikeRelease(names[0])) outcome.notKnown(name, reason);
  else outcome.problem({ code: 'release-not-as-named', message: `the file is ${reason}`, file: name }, names);
}
