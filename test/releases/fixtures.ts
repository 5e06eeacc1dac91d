import { crc32, deflateRawSync } from 'node:zlib';
import { HCPCS_LAYOUT, RECORD_WIDTH } from '../../src/releases/hcpcs-layout.ts';
import { type ReadReleases, readReleaseFiles } from '../../src/releases/index.ts';
import type { HcpcsField } from '../../src/releases/release.ts';

/** Small release files in CMS's layouts, made up here. */

/** Never a Buffer: its `slice` is a view, and a mutation would change the fixture itself. */
export const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** Reads files given as name and content; chunks of `chunk` bytes try every boundary. */
export function readAll(files: Readonly<Record<string, Uint8Array | string>>, chunk = 1 << 16): Promise<ReadReleases> {
  return readReleaseFiles(
    Object.entries(files).map(([name, content]) => {
      const bytes = typeof content === 'string' ? bytesOf(content) : content;
      return {
        name,
        size: bytes.length,
        async *open() {
          for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
        },
      };
    }),
  );
}

export const codesOf = ({ problems }: ReadReleases): string[] => problems.map(({ code }) => code);
export const odditiesOf = ({ releases }: ReadReleases): string[] =>
  releases.flatMap(({ oddities }) => oddities.map(({ code }) => code));

type Fields = Readonly<Partial<Record<HcpcsField, string>>>;

/** A first record of 320 characters. */
export function hcpcsRecord(code: string, fields: Fields = {}, sequence = '00100'): string {
  const recordId = code.length === 2 ? '7' : '3';
  const all: Fields = {
    shortDescription: 'Short label',
    coverage: 'C',
    addedDate: '20100101',
    actionEffectiveDate: '20100101',
    actionCode: 'N',
    ...fields,
  };
  let record = `${code.padStart(5)}${sequence}${recordId}`;
  for (const { field, begin, end } of HCPCS_LAYOUT) {
    record = record.padEnd(begin - 1) + (all[field] ?? '').padEnd(end - begin + 1);
  }
  return record.padEnd(RECORD_WIDTH);
}

/** A continuation record with the next piece of the long description. */
export const hcpcsMore = (code: string, sequence: string, piece: string): string =>
  `${code.padStart(5)}${sequence}${code.length === 2 ? '8' : '4'}${piece}`.padEnd(RECORD_WIDTH);

export const hcpcsText = (...records: readonly string[]): string => records.map((record) => `${record}\r\n`).join('');

export const HCPCS = hcpcsText(
  hcpcsRecord('XA', { longDescription: 'A modifier of the test' }),
  hcpcsRecord('A0001', { longDescription: 'First words of a long description that goes on', pricingIndicator1: '00' }),
  hcpcsMore('A0001', '00200', 'in a second record and'),
  hcpcsMore('A0001', '00300', 'in a third'),
  hcpcsRecord('J0002', { longDescription: 'A drug, 10 mg', terminationDate: '20231231', typeOfService1: '1' }),
);

/** The rows of CMS's spreadsheet that say the same as a text. */
export function hcpcsSheet(...records: readonly string[]): string[][] {
  const header = ['HCPC', 'SEQNUM', 'RECID', ...HCPCS_LAYOUT.map(({ column }) => column)];
  const rows = records.map((record) => [
    record.slice(0, 5),
    record.slice(5, 9),
    record[10],
    ...HCPCS_LAYOUT.map(({ begin, end }) => record.slice(begin - 1, end).trim()),
  ]);
  return [header, ...rows];
}

export const PTP_PREAMBLE = [
  'CPT only copyright 2023 American Medical Association.  All rights reserved.\t\t\t\t\t\t',
  'Column1/Column2 Edits\t\t\t\t\t\t',
  'Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale',
  '\t\tprior to 1996\tDate\tDate\t0=not allowed\t',
  '\t\t\t\t*=no data\t1=allowed\t',
  '\t\t\t\t\t9=not applicable\t',
];
export const PTP_ROWS = [
  '11042\t97597\t\t20100101\t*\t1\tMisuse of Column Two code with Column One code',
  '11042\t97598\t*\t19960101\t20191231\t0\tStandards of medical/surgical practice',
  '11042\t97598\t\t20200101\t*\t1\tStandards of medical/surgical practice',
  'G0101\tG0102\t\t20200101\t20200101\t9\tMore extensive procedure',
];
export const ptpText = (rows: readonly string[], preamble: readonly string[] = PTP_PREAMBLE): string =>
  [...preamble, ...rows].map((row) => `${row}\r\n`).join('');
export const PTP = ptpText(PTP_ROWS);

export const mueCsv = (rows: readonly string[], setting = 'Practitioner'): string =>
  [
    '"CPT only copyright 2023 American Medical Association.  All rights reserved.",,,',
    `"HCPCS/\nCPT Code",${setting} Services MUE Values,MUE Adjudication Indicator,MUE Rationale`,
    ...rows,
  ].join('\r\n');
export const MUE = mueCsv([
  'A4206,0,3 Date of Service Edit: Clinical,CMS Policy',
  'J0135,8,2 Date of Service Edit: Policy,Prescribing Information',
]);

export const AOC_TEXT = [
  'CPT only copyright 2023 American Medical Association.  All rights reserved.',
  '20054T             CCCCC             2013091             Contractor Defined Primary Codes',
  '111045             11042             2013001',
  '111045   2019365   11043   2019365   2013001   2018365',
  '333924             33925             2013091   2014365',
].join('\r\n');
export const AOC_CSV = 'primary_code,add_on_code,aoc_edit_type\r\nCCCCC,0054T,2\r\n11042,11045,1\r\n';

interface Stored {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Written into the directory in place of the true ones. */
  readonly checksum?: number;
  readonly declared?: number;
  /** Packed with deflate; stored where left out. */
  readonly packed?: boolean;
}

/** A zip archive. */
export function zip(...entries: readonly Stored[]): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, checksum = crc32(bytes), declared = bytes.length, packed = false } of entries) {
    const data = packed ? deflateRawSync(bytes) : Buffer.from(bytes);
    const path = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(packed ? 8 : 0, 8);
    local.writeUInt32LE(checksum, 14);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(declared, 22);
    local.writeUInt16LE(path.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(packed ? 8 : 0, 10);
    central.writeUInt32LE(checksum, 16);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(declared, 24);
    central.writeUInt16LE(path.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, path, data);
    centrals.push(central, path);
    offset += local.length + path.length + data.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

export const entry = (name: string, content: string | Uint8Array): Stored => ({
  name,
  bytes: typeof content === 'string' ? bytesOf(content) : content,
});

const escaped = (text: string): string => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
const letter = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(65 + column - 26)}`;

/** The XML of a sheet; whole numbers as numbers, the first column inline, the rest as shared strings. */
function sheetXml(rows: readonly (readonly string[])[], shared: Map<string, number>): string {
  const cell = (text: string, row: number, column: number): string => {
    const at = `r="${letter(column)}${row}"`;
    if (text === '') return '';
    if (/^[1-9]\d*$/.test(text)) return `<c ${at}><v>${text}</v></c>`;
    if (column === 0) return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
    if (!shared.has(text)) shared.set(text, shared.size);
    return `<c ${at} t="s"><v>${shared.get(text)}</v></c>`;
  };
  const xml = rows.map(
    (cells, i) => `<row r="${i + 1}">${cells.map((text, c) => cell(text, i + 1, c)).join('')}</row>`,
  );
  return `<worksheet><sheetData>${xml.join('')}</sheetData></worksheet>`;
}

/** The parts of an xlsx file, sheet by sheet. */
export function workbookParts(...sheets: readonly (readonly (readonly string[])[])[]): Stored[] {
  const shared = new Map<string, number>();
  const xml = sheets.map((rows) => sheetXml(rows, shared));
  const number = sheets.map((_, i) => i + 1);
  return [
    entry(
      'xl/workbook.xml',
      `<workbook xmlns:r="r"><sheets>${number.map((i) => `<sheet name="S${i}" r:id="r${i}"/>`).join('')}</sheets></workbook>`,
    ),
    entry(
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${number.map((i) => `<Relationship Id="r${i}" Target="worksheets/sheet${i}.xml"/>`).join('')}</Relationships>`,
    ),
    entry(
      'xl/sharedStrings.xml',
      `<sst>${[...shared.keys()].map((t) => `<si><t>${escaped(t)}</t></si>`).join('')}</sst>`,
    ),
    ...xml.map((text, i) => entry(`xl/worksheets/sheet${i + 1}.xml`, text)),
  ];
}

export const workbook = (...sheets: readonly (readonly (readonly string[])[])[]): Uint8Array =>
  zip(...workbookParts(...sheets));

export const cellsOf = (text: string, delimiter = '\t'): string[][] =>
  text
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(delimiter));
