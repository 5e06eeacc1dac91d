import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DESCRIPTOR_KINDS, type LicensedCpt, storedCpt } from '../licensed/licensed-cpt.ts';
import { ProblemError } from '../problems.ts';
import { dim } from './colors.ts';
import { licensedFolder } from './licensed-folder.ts';
import { printable } from './printable.ts';
import { problemLine } from './problem-line.ts';
import { wrap } from './wrap.ts';

const LABEL = 12;

/**
 * For each code its descriptors in the user's own licensed copy, with the copyright notice right below them; '' where
 * there are none. For text on a terminal alone: no document, export or report may hold it.
 */
export function licensedLines(codes: readonly { readonly code: string | null }[], width: number): readonly string[] {
  const cpt = codes.some(({ code }) => /^\d{4}[0-9A-Z]$/.test(code ?? '')) ? newestCpt() : null;
  return codes.map(({ code }) => (cpt === null || code === null ? '' : descriptorLines(code, cpt, width)));
}

function descriptorLines(code: string, cpt: LicensedCpt, width: number): string {
  const descriptors = cpt.descriptor(code);
  if (descriptors === null) return '';
  const rows = DESCRIPTOR_KINDS.map((kind) => {
    const text = descriptors[kind];
    return text === null ? '' : row(`CPT ${kind}`, text, width);
  });
  return `${rows.join('')}${row('', cpt.notice, width)}`;
}

const row = (label: string, text: string, width: number): string =>
  `  ${dim(label.padEnd(LABEL))}  ${wrap(printable(text), width, LABEL + 4)}\n`;

/** The edition with the latest year; null where none was imported, or it cannot be read, which is then said. */
function newestCpt(): LicensedCpt | null {
  try {
    const path = newestPath(licensedFolder());
    return path === null ? null : cptIn(path);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    process.stderr.write(`${problemLine(error)}\n`);
    return null;
  }
}

function newestPath(folder: string): string | null {
  const names = read(folder, () => readdirSync(folder)) ?? [];
  const newest = names
    .filter((name) => /^cpt-\d{4}\.json$/.test(name))
    .sort()
    .at(-1);
  return newest === undefined ? null : join(folder, newest);
}

function cptIn(path: string): LicensedCpt {
  const cpt = storedCpt(read(path, () => readFileSync(path, 'utf8')) ?? '');
  if (cpt === null) throw broken(path, 'It holds no CPT descriptors that could be read.');
  return cpt;
}

/** What is read; null where there is no such thing, which is so until something is imported. */
function read<T>(path: string, reading: () => T): T | null {
  try {
    return reading();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw broken(path, `The imported CPT descriptors could not be read (${code}).`);
  }
}

const broken = (file: string, message: string): ProblemError => new ProblemError('licensed-broken', message, { file });
