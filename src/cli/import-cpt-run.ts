import { mkdir } from 'node:fs/promises';
import { type DescriptorFile, descriptorKind, readDescriptorFile } from '../licensed/descriptor-file.ts';
import { type Edition, editionOf } from '../licensed/edition.ts';
import { DESCRIPTOR_KINDS, type DescriptorKind, storedText } from '../licensed/licensed-cpt.ts';
import { type Problem, ProblemError } from '../problems.ts';
import { collect, MOST_TABLE_BYTES } from '../releases/streams.ts';
import { tableText } from '../releases/text.ts';
import { walkPaths } from '../releases/walk.ts';
import { type ZipEntry, zipEntries } from '../releases/zip.ts';
import { counted, figure } from '../text.ts';
import { assureWritable, writeAtomically } from './atomic-write.ts';
import { bold } from './colors.ts';
import { licensedFolder, licensedPath } from './licensed-folder.ts';
import { plainProblem } from './problem-line.ts';
import { ProblemLines } from './problem-lines.ts';
import { screenWidth } from './screen.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

interface ImportRequest {
  readonly paths: readonly string[];
  readonly year: number | null;
  readonly json: boolean;
}

/** A file found, and how it is named within its folder or archive. */
interface Found {
  readonly file: string;
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

interface Imported {
  readonly path: string;
  readonly edition: Edition;
}

interface ImportReport {
  readonly used: readonly { readonly kind: DescriptorKind; readonly file: string; readonly codes: number }[];
  readonly notUsed: readonly string[];
  readonly problems: readonly Problem[];
  /** null where nothing was written. */
  readonly imported: Imported | null;
}

/** Reads a licensed user's CPT files into their data folder and gives the exit status. Nothing is asked. */
export async function runImportCpt({ paths, year, json }: ImportRequest): Promise<0 | 2> {
  const report = await importFrom(paths, year);
  process.stdout.write(json ? reportJson(report) : reportText(report, screenWidth()));
  const lines = new ProblemLines();
  process.stderr.write(report.problems.map((problem) => lines.line(problem)).join(''));
  if (report.imported === null && !json) process.stderr.write('columnone: nothing was imported.\n');
  return report.imported === null ? 2 : 0;
}

async function importFrom(paths: readonly string[], year: number | null): Promise<ImportReport> {
  const walked = await walkPaths(paths);
  const found: Found[] = [];
  const problems: Problem[] = [...walked.problems];
  for (const file of walked.files) found.push(...(await withEntries(file.name, file.open, problems)));
  const chosen = DESCRIPTOR_KINDS.flatMap((kind) => best(kind, found, problems) ?? []);
  const read: { readonly file: DescriptorFile; readonly from: string }[] = [];
  for (const { file, name, open } of chosen) {
    const text = tableText(await collect(open(), MOST_TABLE_BYTES, file)).replace(/^\ufeff/, '');
    const result = readDescriptorFile(file, name, text);
    if ('kind' in result) read.push({ file: result, from: file });
    else problems.push(...result);
  }
  const used = read.map(({ file, from }) => ({ kind: file.kind, file: from, codes: file.descriptors.size }));
  const notUsed = found.filter((one) => !chosen.includes(one)).map(({ file }) => file);
  if (problems.length > 0) return { used, notUsed, problems, imported: null };
  const edition =
    read.length === 0
      ? new ProblemError('licensed-none', 'No file is named as the AMA names its CPT descriptor files.')
      : editionOf(
          read.map(({ file }) => file),
          year,
        );
  if ('code' in edition) return { used, notUsed, problems: [edition], imported: null };
  return { used, notUsed, problems, imported: await written(edition) };
}

/** The file itself, or what is in it where it is a zip archive. */
async function withEntries(
  file: string,
  open: () => AsyncIterable<Uint8Array>,
  problems: Problem[],
): Promise<readonly Found[]> {
  const name = file.split(/[/\\]/).pop() ?? file;
  if (!/\.zip$/i.test(name)) return [{ file, name, open }];
  try {
    const entries: readonly ZipEntry[] = await zipEntries(await collect(open(), MOST_TABLE_BYTES, file), file);
    return entries.map((entry) => ({
      file: `${file}!${entry.name}`,
      name: entry.name.split('/').pop() ?? entry.name,
      open: () => entry.open(),
    }));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    problems.push(error);
    return [];
  }
}

/** The best file of a kind: of several the one in upper and lower case. Two of one name are of two editions. */
function best(kind: DescriptorKind, found: readonly Found[], problems: Problem[]): Found | null {
  const ranked = found.flatMap((one) => {
    const known = /\.(txt|tab)$/i.test(one.name) ? descriptorKind(one.name) : null;
    return known?.kind === kind ? [{ one, rank: known.rank }] : [];
  });
  const [first, second] = ranked.sort((a, b) => a.rank - b.rank);
  if (second?.rank === first?.rank && second !== undefined) {
    const message = `there is another file of ${kind} descriptors: ${second.one.file}`;
    problems.push({ code: 'licensed-several', message, file: first.one.file });
  }
  return first?.one ?? null;
}

const OWNER_ONLY = 0o600;

async function written(edition: Edition): Promise<Imported> {
  const path = licensedPath(edition.year);
  // What keeps the folder from being made is said by what comes next.
  await mkdir(licensedFolder(), { recursive: true, mode: 0o700 }).catch(() => {});
  await assureWritable(path, true);
  const text = storedText(edition.year, edition.notice, edition.descriptors);
  await writeAtomically(path, new TextEncoder().encode(text), OWNER_ONLY);
  return { path, edition };
}

const LICENCE =
  'The licence is yours: this copy stays in your data folder, columnone lookup shows it on your terminal, and it goes into no codebook, document, export or report.';

function reportText({ used, notUsed, imported }: ImportReport, width: number): string {
  const columns = [{ title: 'kind' }, { title: 'codes', align: 'right' as const }, { title: 'file' }];
  const rows = used.map(({ kind, codes, file }) => [kind, figure(codes), file]);
  return [
    used.length === 0 ? '' : table(columns, rows, width),
    notUsed.length === 0 ? '' : `${wrap(`not used: ${notUsed.join(', ')}`, width, 0)}\n`,
    imported === null ? '' : importedText(imported, width),
  ].join('');
}

function importedText({ path, edition }: Imported, width: number): string {
  const { year, notice, descriptors } = edition;
  return [
    `\n${bold(`CPT ${year}`)}  ${counted(descriptors.size, 'code')} imported\n`,
    `${wrap(`written to ${path}`, width, 0)}\n${wrap(LICENCE, width, 0)}\n${wrap(notice, width, 0)}\n`,
  ].join('');
}

/** The same for machines, without any descriptor. */
function reportJson({ used, notUsed, problems, imported }: ImportReport): string {
  const document = {
    out: imported?.path ?? null,
    year: imported?.edition.year ?? null,
    notice: imported?.edition.notice ?? null,
    codes: imported?.edition.descriptors.size ?? null,
    files: used,
    notUsed,
    problems: problems.map(plainProblem),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
