import { ProblemError } from '../problems.ts';
import { RECORD_KINDS, type RecordKind } from '../releases/record-tables.ts';

/**
 * The codebook file, little-endian throughout:
 *
 * - header, 32 bytes: magic, format version (u32), number of sections (u32), length of the file (u32), where the
 *   core ends (u32), 8 zero bytes
 * - section table, 72 bytes a section: name (28 bytes ASCII, zero-padded), bytes an element (u32), offset (u32),
 *   length in bytes (u32), SHA-256 of the section (32 bytes)
 * - the sections in the order of `COLUMNS`, each at the next multiple of 8, the bytes between them zero: the core,
 *   which is read and checked whole when the codebook is opened
 * - the shelves, laid the same way: tables of records, each read when first asked for; see shelf.ts
 *
 * The SHA-256 of header and table names the content, since the table holds every section's SHA-256.
 *
 * A row that several releases print alike is stored once with the id of the set of these releases. `offsets` is
 * always a list of row numbers, one more than there are groups: group g has the rows [offsets[g], offsets[g + 1]).
 */

export const MAGIC: Uint8Array = new TextEncoder().encode('COLUMN1\n');
export const FORMAT_VERSION = 2;
/** Where in the header the end of the core stands. */
export const CORE_END_AT = 20;
export const HEADER_BYTES = 32;
export const NAME_BYTES = 28;
export const ENTRY_BYTES = NAME_BYTES + 12 + 32;

/** Codes are numbered densely from 0 in 16 bits; the last number stands for CONTRACTOR_DECIDES. */
export const MOST_CODES = 0xffff;
/** Release numbers are 16 bits. */
export const MOST_RELEASES = 0xffff;
/** Column-two ids in a page of PTP rows. */
export const PAGE_CODES = 256;
/** Row references are pages times places in a block, below 2^31. */
export const MOST_ROW_REFERENCES = 0x7fffffff;
/** In place of a primary's id where CMS prints `CCCCC`. */
export const CONTRACTOR_DECIDES = 0xffff;
/** Modifiers, by packed value, are the HCPCS groups after the codes. */
export const MODIFIERS = 36 * 36;

/** `id`: unsigned, in the narrowest width that holds the values. */
export type ElementType = 'u8' | 'u16' | 'u32' | 'i32' | 'id';

/**
 * NCCI procedure-to-procedure rows of all settings. Edits are made for families of codes, so that many codes have
 * the same rows over a stretch of the code set: the rows of a column-one code are divided into pages of 256
 * column-two ids, and pages with the same rows share one block. That takes millions of rows to a tenth.
 */
const PTP = {
  /** Pages by column one. */
  offsets: 'i32',
  /** Of a page: column-two ids divided by 256, ascending. */
  page: 'u8',
  /** Of a page: the block with its rows. */
  block: 'id',
  /** Rows by block: by column two, then oldest first. */
  blockOffsets: 'i32',
  /** Of a row: column-two id modulo 256. */
  columnTwo: 'u8',
  /** Of a row: dates, indicator and releases. */
  window: 'id',
  /** Of a row: rationale and mark. */
  note: 'id',
  windowEffective: 'u16',
  windowDeletion: 'u16',
  windowIndicator: 'u8',
  windowSet: 'id',
  noteRationale: 'id',
  notePrior1996: 'u8',
} as const satisfies Record<string, ElementType>;

/** Medically unlikely edits by code. */
const MUE = {
  offsets: 'i32',
  value: 'id',
  /** 0 where the file has none. */
  mai: 'u8',
  rationale: 'id',
  set: 'id',
} as const satisfies Record<string, ElementType>;

const COLUMNS = {
  /** JSON, see stored-release.ts. */
  releases: { json: 'u8' },
  /** UTF-8; the offsets count bytes. */
  strings: { offsets: 'i32', bytes: 'u8' },
  /** Sets of releases: ascending release numbers. */
  sets: { offsets: 'i32', members: 'u16' },
  /** Packed, ascending; the place in it is the code's id. */
  codes: { packed: 'u32' },
  /** HCPCS records by code id, then by modifier. Only fields that are not blank are stored. */
  hcpcs: {
    offsets: 'i32',
    set: 'id',
    /** Day, or NOT_A_DAY where blank. */
    added: 'i32',
    terminated: 'i32',
    fieldOffsets: 'i32',
    /** Place in HCPCS_FIELDS. */
    field: 'u8',
    text: 'id',
  },
  /** Days on which NCCI rows name a code that HCPCS Level II does not list. */
  seen: {
    offsets: 'i32',
    from: 'i32',
    to: 'i32',
    /** 0 where only rows that never apply (indicator 9) name it. */
    applies: 'u8',
    set: 'id',
  },
  ptp: PTP,
  'mue.professional': MUE,
  'mue.outpatient': MUE,
  'mue.dme': MUE,
  /** Add-on codes' rows. */
  aoc: {
    offsets: 'i32',
    /** Code id or CONTRACTOR_DECIDES. */
    primary: 'u16',
    type: 'u8',
    /** Day, or NOT_A_DAY where the file gives none. */
    effective: 'i32',
    deletion: 'i32',
    set: 'id',
  },
} as const satisfies Record<string, Record<string, ElementType>>;

export type IdArray = Uint8Array | Uint16Array | Uint32Array;
export type ElementArray = IdArray | Int32Array;

interface Arrays {
  readonly u8: Uint8Array;
  readonly u16: Uint16Array;
  readonly u32: Uint32Array;
  readonly i32: Int32Array;
  readonly id: IdArray;
}

type Columns<T extends Record<string, ElementType>> = { readonly [C in keyof T]: Arrays[T[C]] };

/** Everything in a codebook, as typed arrays. */
export type Sections = { readonly [G in keyof typeof COLUMNS]: Columns<(typeof COLUMNS)[G]> };
export type PtpColumns = Sections['ptp'];
export type MueColumns = Sections['mue.professional'];

export interface SectionLayout {
  readonly name: string;
  readonly group: string;
  readonly column: string;
  readonly type: ElementType;
}

/** The sections of the core in the order of the file. */
export const LAYOUT: readonly SectionLayout[] = Object.entries(COLUMNS).flatMap(([group, columns]) =>
  Object.entries<ElementType>(columns).map(([column, type]) => ({ name: `${group}.${column}`, group, column, type })),
);

/** Names of the shelves, in the order of the file; one of which no release is in the codebook is left out. */
export const SHELVES: readonly { readonly kind: RecordKind; readonly name: string }[] = RECORD_KINDS.map((kind) => ({
  kind,
  name: `records.${kind}`,
}));

/** Where the section table of so many sections ends. */
export const tableEnd = (sections: number): number => HEADER_BYTES + sections * ENTRY_BYTES;

/** A section that cannot be what the compiler wrote, although its bytes are what the table says. */
export const contradiction = (section: string, what: string): ProblemError =>
  new ProblemError('codebook-content', `Section ${section} ${what}, although its checksum is right.`);

/** The next multiple of 8. */
export const aligned = (offset: number): number => Math.ceil(offset / 8) * 8;

const HEX_DIGITS = '0123456789abcdef';

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += HEX_DIGITS[bytes[i] >> 4] + HEX_DIGITS[bytes[i] & 15];
  return text;
}
