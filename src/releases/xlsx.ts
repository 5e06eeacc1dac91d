import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ProblemError } from '../problems.ts';
import type { Chunks } from './streams.ts';
import type { ZipEntry } from './zip.ts';

/** Takes a row, blank cells as ''; false ends the reading. */
type OnSheetRow = (row: number, cells: readonly string[]) => boolean;

export interface Sheet {
  readonly name: string;
  read(onRow: OnSheetRow): Promise<void>;
}

/** A release has at most 48 columns; cells further right are not read. */
const MOST_COLUMNS = 256;
/** Text of all shared strings together: published files stay below 2 MB. */
const MOST_SHARED = 2 ** 27;
const WORKBOOK = 'xl/workbook.xml';

/** Whether a zip archive is a spreadsheet. */
export const isWorkbook = (entries: readonly ZipEntry[]): boolean => entries.some(({ name }) => name === WORKBOOK);

/**
 * Sheets of an xlsx file in the order of their tabs. Rows stream; the table of shared strings is held. Throws
 * `xlsx-broken`.
 */
export async function workbookSheets(entries: readonly ZipEntry[], file: string): Promise<readonly Sheet[]> {
  const part = (name: string): ZipEntry | undefined => entries.find((entry) => entry.name === name);
  const targets = await relationships(part('xl/_rels/workbook.xml.rels'), file);
  const strings = await sharedStrings(part('xl/sharedStrings.xml'), file);
  const sheets: Sheet[] = [];
  await readXml(part(WORKBOOK) as ZipEntry, file, (parser) => {
    parser.on('opentag', ({ name, attributes }) => {
      if (local(name) !== 'sheet') return;
      const id = Object.keys(attributes).find((key) => key === 'r:id' || key.endsWith(':id'));
      const entry = part(targets.get(id === undefined ? '' : String(attributes[id])) ?? '');
      if (entry === undefined) return;
      const title = String(attributes.name ?? '');
      sheets.push({ name: title, read: (onRow) => readSheet(entry, strings, `${file}!${title}`, onRow) });
    });
    return () => true;
  });
  return sheets;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Relationship id → name of the part in the archive. */
async function relationships(entry: ZipEntry | undefined, file: string): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  if (entry === undefined) return targets;
  await readXml(entry, file, (parser) => {
    parser.on('opentag', ({ attributes: { Id, Target } }) => {
      if (Id === undefined || Target === undefined) return;
      const target = String(Target);
      targets.set(String(Id), target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    });
    return () => true;
  });
  return targets;
}

async function sharedStrings(entry: ZipEntry | undefined, file: string): Promise<readonly string[]> {
  const strings: string[] = [];
  if (entry === undefined) return strings;
  if (entry.bytes > MOST_SHARED) throw broken(file, 'its table of texts is larger than any release');
  await readXml(entry, file, (parser) => {
    const texts = new TextCollector();
    parser.on('opentag', ({ name }) => texts.open(local(name)));
    parser.on('text', (piece) => texts.add(piece));
    parser.on('closetag', ({ name }) => {
      texts.close(local(name));
      if (local(name) === 'si') strings.push(texts.take());
    });
    return () => true;
  });
  return strings;
}

/** Collects the text of `<t>` and `<v>`, but for phonetic hints (`<rPh>`), until it is taken. */
class TextCollector {
  #text = '';
  #inText = false;
  #inHint = false;

  open(name: string): void {
    if (name === 't' || name === 'v') this.#inText = true;
    else if (name === 'rPh') this.#inHint = true;
  }

  add(piece: string): void {
    if (this.#inText && !this.#inHint) this.#text += piece;
  }

  close(name: string): void {
    if (name === 't' || name === 'v') this.#inText = false;
    else if (name === 'rPh') this.#inHint = false;
  }

  /** The text so far, with the `_x000D_` of Excel made the characters they stand for. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    if (!text.includes('_x')) return text;
    return text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

async function readSheet(entry: ZipEntry, strings: readonly string[], file: string, onRow: OnSheetRow): Promise<void> {
  await readXml(entry, file, (parser) => {
    const texts = new TextCollector();
    let row = 0;
    let cells: string[] = [];
    let column = -1;
    let type = '';
    let going = true;
    parser.on('opentag', (tag) => {
      const name = local(tag.name);
      texts.open(name);
      if (name === 'row') {
        row = rowNumber(tag, row);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = columnNumber(String(tag.attributes.r ?? ''), column);
        type = String(tag.attributes.t ?? 'n');
        texts.take();
      }
    });
    parser.on('text', (piece) => texts.add(piece));
    parser.on('closetag', (tag) => {
      const name = local(tag.name);
      texts.close(name);
      if (name === 'c' && column < MOST_COLUMNS) {
        const text = texts.take();
        if (text === '') return;
        while (cells.length < column) cells.push('');
        cells[column] = cellText(type, text, strings, file, row);
      } else if (name === 'row' && going) going = onRow(row, cells);
    });
    return () => going;
  });
}

/** `r="12"`, or the next row where it is not given. */
function rowNumber({ attributes: { r } }: SaxesTagPlain, before: number): number {
  const given = Number(r);
  return Number.isSafeInteger(given) && given > before ? given : before + 1;
}

/** `AB12` → 27, counted from 0; the next column where it is not given. */
function columnNumber(reference: string, before: number): number {
  let column = 0;
  for (let i = 0; i < reference.length && i < 4; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column > 0 ? column - 1 : before + 1;
}

function cellText(type: string, text: string, strings: readonly string[], file: string, row: number): string {
  if (type === 's') {
    const shared = strings[Number(text)];
    if (shared === undefined)
      throw broken(file, `a cell names a text that is not in the file: ${text.slice(0, 20)}`, row);
    return shared;
  }
  // Numbers may be written as 1.9960101E7.
  if (type === 'n' && /[.Ee]/.test(text)) return String(Number(text));
  return text;
}

/** Parses a part while `going()`; the rest of it is not unpacked. */
async function readXml(entry: ZipEntry, file: string, attach: (parser: SaxesParser) => () => boolean): Promise<void> {
  const parser = new SaxesParser();
  const going = attach(parser);
  const decoder = new TextDecoder('utf-8');
  parser.on('error', (error) => {
    throw broken(file, `${entry.name}: ${error.message}`);
  });
  for await (const chunk of entry.open() as Chunks) {
    parser.write(decoder.decode(chunk, { stream: true }));
    if (!going()) return;
  }
  parser.write(decoder.decode()).close();
}

const broken = (file: string, message: string, row?: number): ProblemError =>
  new ProblemError('xlsx-broken', message, { file, ...(row !== undefined && { line: row }) });
