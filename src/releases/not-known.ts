import { headerKey } from './text.ts';

/** What a file is that is not read (yet), told by its first text; null where nothing of it is known. */
export function otherText(text: string): string | null {
  return TEXTS.find(([words]) => words.test(text))?.[1] ?? null;
}

const notYet = (what: string): string => `not read yet: ${what}`;

/** In this order: the first that fits. */
const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^\s*ISA[^A-Za-z0-9\s]/, 'an X12 interchange, no release'],
  [/^\s*[{[][\s\S]*"resourceType"\s*:/, 'a FHIR resource, no release'],
  [/^\s*[{[]/, 'JSON, no release'],
  [/^\s*</, 'XML or HTML, no release'],
  [/HCPCS\s+CORRECTIONS/i, notYet('HCPCS corrections')],
  [/type of change|^HCPC(\/MOD)?,ACTION CD,/im, notYet('HCPCS transaction report')],
  [/NOC CODES/i, notYet('HCPCS not-otherwise-classified codes')],
  [/^\s*PROCESSING NOTES/i, notYet('HCPCS processing notes')],
  [/CMS RIF REPORT|record layout/i, 'a description of a record layout, no release'],
  [/rbcs_/i, notYet('RBCS categories')],
  [/^\d{5} [A-Z]\d[0-9A-Z]{1,5}\s+[01] /m, notYet('ICD-10-CM order file')],
  [/Physician Fee Schedule|rvu_|geographic practice cost|gpci_|anes_cf|status,pctc/i, notYet('physician fee schedule')],
  [/^HCPCS,Mod,Mod2,JURIS/im, notYet('DMEPOS fee schedule')],
  [/^\d{5}\s+\d\d\s+[A-Z][A-Z .,*()/-]+\s+\d{4}\s*$/m, notYet('anesthesia conversion factors')],
  [/read ?me|update information|CENTERS FOR MEDICARE/i, 'a README, no release'],
];

/** The same by the first bytes; null for text. */
export function otherBinary(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8)).toString('latin1');
  if (start.startsWith('%PDF')) return 'a PDF, no release';
  if (start.startsWith('\xd0\xcf\x11\xe0')) return 'an Excel 97 or Word 97 file: save it as xlsx, txt or csv';
  if (start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff')) return 'UTF-16 text: save it as UTF-8';
  const sample = bytes.subarray(0, 4096);
  return sample.includes(0) ? 'a binary file, no release' : null;
}

/** A zip archive that is a document of its own. */
export function otherArchive(names: readonly string[]): string | null {
  if (names.includes('word/document.xml')) return 'a Word document, no release';
  if (names.includes('ppt/presentation.xml')) return 'a PowerPoint file, no release';
  if (names.includes('xl/workbook.bin')) return 'a binary Excel workbook: save it as xlsx';
  return null;
}

/** Whether a reason leaves it open that the file is a release: of a kind still to come, or to be saved anew. */
export const mayBeRelease = (reason: string): boolean => /^not read yet|: save it as /.test(reason);

/** Names of the files that say nothing of themselves by content, for the list alone. */
export const isReadme = (name: string): boolean => headerKey(name).includes('readme');
