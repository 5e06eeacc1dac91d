import { type Day, NOT_A_DAY, parseDay } from '../codes/day.ts';
import { packCodeText, packModifierText } from '../codes/packed.ts';
import { SHAPE_MALFORMED, shapeOf } from '../codes/packed-shape.ts';
import type { HcpcsContent } from './content.ts';
import { type FileFindings, quoted } from './findings-in-file.ts';
import {
  ACTION_CODE,
  ACTION_CODES,
  ACTION_EFFECTIVE_DATE,
  ADDED_DATE,
  DECIDING_DATES,
  FIRST_OF_MODIFIER,
  FIRST_OF_PROCEDURE,
  LONG_DESCRIPTION,
  MORE_OF_MODIFIER,
  MORE_OF_PROCEDURE,
  OTHER_DATES,
  TERMINATION_DATE,
} from './hcpcs-layout.ts';
import { HCPCS_FIELDS, type HcpcsRecord } from './release.ts';

/** A record as one line of text or one row of a sheet gives it, fields trimmed. */
interface RawRecord {
  readonly code: string;
  readonly sequence: string;
  readonly recordId: string;
  readonly line: number;
}

interface Entry extends RawRecord {
  readonly fields: string[];
  /** Pieces of the long description with their sequence numbers. */
  readonly pieces: { sequence: string; text: string }[];
}

/** Whether the identification code marks a first record; null where it is none of CMS's four. */
export function isFirstRecord(recordId: string): boolean | null {
  if (recordId === FIRST_OF_PROCEDURE || recordId === FIRST_OF_MODIFIER) return true;
  if (recordId === MORE_OF_PROCEDURE || recordId === MORE_OF_MODIFIER) return false;
  return null;
}

/**
 * Puts first records and their continuations together. CMS breaks long descriptions between words and pads each
 * piece: pieces are joined by one space (so they equal the spreadsheets of 2017, 2018 and 2019 but for runs of
 * spaces at a break).
 */
export class HcpcsRecords {
  readonly #findings: FileFindings;
  readonly #records = new Map<string, HcpcsRecord>();
  #open: Entry | null = null;
  #last = '';
  #latest: Day = NOT_A_DAY;

  constructor(findings: FileFindings) {
    this.#findings = findings;
  }

  /** A first record; `fields` in the order of HCPCS_FIELDS, trimmed. */
  first(record: RawRecord, fields: string[]): void {
    this.#close();
    if (!this.#codeIsRight(record) || !this.#datesAreRight(record, fields)) return;
    this.#checkFields(record, fields);
    this.#open = { ...record, fields, pieces: [{ sequence: record.sequence, text: fields[LONG_DESCRIPTION] }] };
  }

  /** A continuation with its piece of the long description. */
  more(record: RawRecord, text: string): void {
    const open = this.#open;
    const first = record.recordId === MORE_OF_MODIFIER ? FIRST_OF_MODIFIER : FIRST_OF_PROCEDURE;
    if (open === null || open.code !== record.code || open.recordId !== first) {
      const message = `a continuation of ${quoted(record.code)} does not follow its first record`;
      this.#findings.problem('hcpcs-continuation', message, record.line);
      return;
    }
    if (record.sequence <= open.pieces[open.pieces.length - 1].sequence) {
      const message = 'continuation records were not in the order of their sequence numbers and were put in it';
      this.#findings.oddity('continuations-out-of-order', message, record.line);
    }
    open.pieces.push({ sequence: record.sequence, text });
  }

  /** The rest of an entry that could not be read is not reported again. */
  skip(): void {
    this.#close();
  }

  end(): HcpcsContent {
    this.#close();
    const records = [...this.#records.values()];
    if (records.length === 0 && this.#findings.problems().length === 0) {
      this.#findings.problem('release-without-rows', 'it holds no HCPCS record');
    }
    return { kind: 'hcpcs', records, rowCount: records.length, latest: this.#latest };
  }

  #codeIsRight({ code, recordId, line }: RawRecord): boolean {
    const right =
      recordId === FIRST_OF_MODIFIER ? packModifierText(code) >= 0 : shapeOf(packCodeText(code)) !== SHAPE_MALFORMED;
    if (!right) {
      const what = recordId === FIRST_OF_MODIFIER ? 'modifier' : 'code';
      this.#findings.problem('hcpcs-code', `${quoted(code)} is no ${what}`, line);
    }
    return right;
  }

  #datesAreRight({ code, line }: RawRecord, fields: readonly string[]): boolean {
    for (const field of DECIDING_DATES) {
      if (fields[field] === '' || isDate(fields[field])) continue;
      const message = `${HCPCS_FIELDS[field]} of ${code} is ${quoted(fields[field])}`;
      this.#findings.problem('hcpcs-date', message, line);
      return false;
    }
    if (fields[ADDED_DATE] === '') {
      this.#findings.oddity('no-added-date', `no added date, first at ${code}`, line);
    }
    return true;
  }

  #checkFields({ code, line }: RawRecord, fields: readonly string[]): void {
    const [added, ended] = [fields[ADDED_DATE], fields[TERMINATION_DATE]];
    if (ended !== '' && added !== '' && ended < added) {
      this.#findings.oddity('ends-before-it-begins', `terminated before it was added, first ${code}`, line);
    }
    if (fields[ACTION_CODE].length !== 1 || !ACTION_CODES.includes(fields[ACTION_CODE])) {
      const message = `action code ${quoted(fields[ACTION_CODE])} is not in CMS's layout, first at ${code}`;
      this.#findings.oddity('unknown-action-code', message, line);
    }
    for (const field of OTHER_DATES) {
      if (fields[field] === '' || isDate(fields[field])) continue;
      const message = `${HCPCS_FIELDS[field]} is no date, first ${quoted(fields[field])} at ${code}`;
      this.#findings.oddity('payment-group-date', message, line);
    }
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null) return;
    if (open.pieces.length > 1) open.fields[LONG_DESCRIPTION] = joined(open.pieces);
    const isModifier = open.recordId === FIRST_OF_MODIFIER;
    const { code, fields, line, sequence } = open;
    this.#noteOrder(isModifier ? `   ${code}` : code, line);
    const before = this.#records.get(code);
    if (before === undefined) this.#keep({ code, isModifier, sequence, fields, line });
    else if (sameFields(before, fields)) {
      this.#findings.oddity('duplicate-row', `the same record twice, first ${code}; read once`, line);
    } else {
      const message = `${code} is here a second time with other fields than in line ${before.line}`;
      this.#findings.problem('hcpcs-duplicate', message, line);
    }
  }

  #keep(record: HcpcsRecord): void {
    this.#records.set(record.code, record);
    for (const field of [ADDED_DATE, ACTION_EFFECTIVE_DATE]) {
      if (record.fields[field] !== '') this.#latest = Math.max(this.#latest, parseDay(record.fields[field]));
    }
  }

  #noteOrder(key: string, line: number): void {
    if (key < this.#last) {
      this.#findings.oddity('not-in-order', `records are not in the order of their codes, first ${key.trim()}`, line);
    }
    this.#last = key;
  }
}

const isDate = (text: string): boolean => /^\d{8}$/.test(text) && parseDay(text) !== NOT_A_DAY;

const joined = (pieces: readonly { sequence: string; text: string }[]): string =>
  pieces
    .toSorted((a, b) => (a.sequence < b.sequence ? -1 : a.sequence > b.sequence ? 1 : 0))
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ');

const sameFields = (record: HcpcsRecord, fields: readonly string[]): boolean =>
  record.fields.every((field, i) => field === fields[i]);
