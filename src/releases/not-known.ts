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
  [/HCPCS\s+CORRECTIONS/i, notYet('HCPCS corrections of another layout')],
  [/type of change|^HCPC(\/MOD)?,ACTION CD,/im, notYet('a HCPCS transaction report of another layout')],
  [/NOC CODES/i, notYet('HCPCS not-otherwise-classified codes of another layout')],
  [/^\s*PROCESSING NOTES/i, notYet('HCPCS processing notes of another layout')],
  [/CMS RIF REPORT|record layout/i, 'a description of a record layout, no release'],
  [/^HCPCS,MOD,PROCSTAT|^[0-9A-Z]{5}( {2}|[0-9A-Z]{2})[A-Z] \d{5} {2}\d\d/im, notYet('OPPS payment caps')],
  [/Fee Schedule Area/i, notYet('counties by payment locality')],
  [/^"?(HCPCS)"?,"?Mod"?,"?(Mod2|JURIS)/im, notYet('a DMEPOS fee schedule of another layout')],
  [/^\d{5} [0-9A-HX][0-9A-Z]{2,6} +[01] /m, notYet('ICD-10-PCS order file')],
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
