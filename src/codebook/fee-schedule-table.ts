import type { Day } from '../codes/day.ts';
import { type PackedCode, packCodeText, packModifierText } from '../codes/packed.ts';
import { CodeIndex } from './code-index.ts';
import type { CodebookRelease } from './codebook.ts';
import type { RecordContext } from './record-answer.ts';
import { DatedSheets, placeOf, type RecordSheet } from './record-sheet.ts';

/** Global days (field 19 of the fee schedule) as numbers: 0, 10 and 90 are days, the rest are these. */
const GLOBAL_MMM = 251;
const GLOBAL_YYY = 252;
export const GLOBAL_ZZZ = 253;
const GLOBAL_XXX = 254;
const GLOBAL_NONE = 255;
/** An indicator that is blank or no digit. */
export const NO_INDICATOR = 9;
/** The row of a code without a modifier. */
export const NO_MODIFIER = -1;

const GLOBALS: Readonly<Record<string, number>> = {
  '000': 0,
  '010': 10,
  '090': 90,
  MMM: GLOBAL_MMM,
  XXX: GLOBAL_XXX,
  YYY: GLOBAL_YYY,
  ZZZ: GLOBAL_ZZZ,
};
/**
 * The Medicare physician fee schedule in numbers: of each code (and code with 26, TC or 53) its indicators and relative
 * values, by release. On a day the newest release that has begun speaks; row references hold their release.
 */
export class FeeScheduleTable {
  private readonly sheets: DatedSheets<'pfs', FeeSheet>;

  constructor(context: RecordContext) {
    this.sheets = new DatedSheets('pfs', context, (sheet) => new FeeSheet(sheet));
  }

  /** First day of the first release and last day of the last one. */
  get knownFrom(): Day {
    return this.sheets.knownFrom;
  }

  get knownTo(): Day {
    return this.sheets.knownTo;
  }

  /** Whether the release that has begun last also reaches to the day: between releases some may be missing. */
  isKnown(day: Day): boolean {
    return this.sheets.reaching(day) >= 0;
  }

  /** Row of a code on a day; -1 where the release does not list it or none had begun. */
  find(code: PackedCode, modifier: number, day: Day): number {
    const number = this.sheets.on(day);
    const row = number < 0 ? -1 : this.sheets.at(number).find(code, modifier);
    return this.sheets.reference(number, row);
  }

  release(row: number): CodebookRelease {
    return this.sheets.releaseOf(row);
  }

  /** `CODE` or `CODE-MOD`. */
  key(row: number): string {
    return this.sheets.sheetOf(row).key(placeOf(row));
  }

  /** The columns of a row's release, and its place in them. */
  columns(row: number): FeeColumns {
    return this.sheets.sheetOf(row);
  }

  at(row: number): number {
    return placeOf(row);
  }

  /** Status (ASCII code of `A`, `B`, `R` …). */
  status(row: number): number {
    return this.columns(row).status[placeOf(row)];
  }

  pcTc(row: number): number {
    return this.columns(row).pcTc[placeOf(row)];
  }

  /** 0, 10, 90 or one of the GLOBAL constants. */
  globalDays(row: number): number {
    return this.columns(row).globalDays[placeOf(row)];
  }

  multiple(row: number): number {
    return this.columns(row).multiple[placeOf(row)];
  }

  bilateral(row: number): number {
    return this.columns(row).bilateral[placeOf(row)];
  }

  assistant(row: number): number {
    return this.columns(row).assistant[placeOf(row)];
  }

  coSurgery(row: number): number {
    return this.columns(row).coSurgery[placeOf(row)];
  }

  team(row: number): number {
    return this.columns(row).team[placeOf(row)];
  }

  /** Packed code of the base of its family of endoscopies, -1 for none. */
  endoscopicBase(row: number): PackedCode {
    return this.columns(row).endoscopicBase[placeOf(row)];
  }
}

/** One release's columns, by row. Relative values are as printed; percentages are shares of 1. */
export interface FeeColumns {
  readonly status: Uint8Array;
  readonly pcTc: Uint8Array;
  readonly globalDays: Uint8Array;
  readonly multiple: Uint8Array;
  readonly bilateral: Uint8Array;
  readonly assistant: Uint8Array;
  readonly coSurgery: Uint8Array;
  readonly team: Uint8Array;
  readonly imagingFamily: Uint8Array;
  readonly endoscopicBase: Int32Array;
  readonly workRvu: Float64Array;
  readonly nonFacilityPeRvu: Float64Array;
  readonly facilityPeRvu: Float64Array;
  readonly mpRvu: Float64Array;
  readonly preOperative: Float64Array;
  readonly intraOperative: Float64Array;
  readonly postOperative: Float64Array;
  readonly conversionFactor: Float64Array;
  /** Of participants in a qualifying alternative payment model; 0 where the release has none. */
  readonly conversionFactorQualifyingApm: Float64Array;
  /** Values of the cap by the outpatient prospective payment system; 0 where there is none. */
  readonly oppsNonFacilityPe: Float64Array;
  readonly oppsFacilityPe: Float64Array;
  readonly oppsMp: Float64Array;
  /** 1 where the service is rarely or never done in a facility. */
  readonly facilityNa: Uint8Array;
}

class FeeSheet implements FeeColumns {
  readonly status: Uint8Array;
  readonly pcTc: Uint8Array;
  readonly globalDays: Uint8Array;
  readonly multiple: Uint8Array;
  readonly bilateral: Uint8Array;
  readonly assistant: Uint8Array;
  readonly coSurgery: Uint8Array;
  readonly team: Uint8Array;
  readonly imagingFamily: Uint8Array;
  readonly endoscopicBase: Int32Array;
  private money: Pick<FeeColumns, MoneyColumn> | null = null;
  private na: Uint8Array | null = null;
  private readonly sheet: RecordSheet<'pfs'>;
  private readonly codes: CodeIndex;
  /** First row of each code, and the modifiers of the rows. */
  private readonly firstRow: Int32Array;
  private readonly modifier: Int32Array;

  constructor(sheet: RecordSheet<'pfs'>) {
    const digits = (field: Parameters<typeof sheet.fill>[0]): Uint8Array => {
      const column = new Uint8Array(sheet.count);
      sheet.fill(field, indicatorOf, NO_INDICATOR, column);
      return column;
    };
    this.sheet = sheet;
    this.status = new Uint8Array(sheet.count);
    sheet.fill('status', (text) => text.charCodeAt(0), 0, this.status);
    this.globalDays = new Uint8Array(sheet.count);
    sheet.fill('globalDays', (text) => GLOBALS[text.padStart(3, '0')] ?? GLOBAL_NONE, GLOBAL_NONE, this.globalDays);
    this.pcTc = digits('pcTc');
    this.multiple = digits('multipleProcedure');
    this.bilateral = digits('bilateralSurgery');
    this.assistant = digits('assistantSurgery');
    this.coSurgery = digits('coSurgery');
    this.team = digits('teamSurgery');
    this.imagingFamily = new Uint8Array(sheet.count);
    sheet.fill('imagingFamily', Number, 99, this.imagingFamily);
    this.endoscopicBase = new Int32Array(sheet.count);
    sheet.fill('endoscopicBase', packCodeText, -1, this.endoscopicBase);
    const { codes, firstRow, modifier } = keysOf(sheet);
    this.codes = codes;
    this.firstRow = firstRow;
    this.modifier = modifier;
  }

  key(row: number): string {
    return this.sheet.key(row);
  }

  /** The code's row with the modifier; -1 where there is none. */
  find(code: PackedCode, modifier: number): number {
    const id = this.codes.id(code);
    if (id < 0) return -1;
    for (let row = this.firstRow[id]; row < this.firstRow[id + 1]; row++)
      if (this.modifier[row] === modifier) return row;
    return -1;
  }

  get workRvu(): Float64Array {
    return this.amounts().workRvu;
  }

  get nonFacilityPeRvu(): Float64Array {
    return this.amounts().nonFacilityPeRvu;
  }

  get facilityPeRvu(): Float64Array {
    return this.amounts().facilityPeRvu;
  }

  get mpRvu(): Float64Array {
    return this.amounts().mpRvu;
  }

  get preOperative(): Float64Array {
    return this.amounts().preOperative;
  }

  get intraOperative(): Float64Array {
    return this.amounts().intraOperative;
  }

  get postOperative(): Float64Array {
    return this.amounts().postOperative;
  }

  get conversionFactor(): Float64Array {
    return this.amounts().conversionFactor;
  }

  get conversionFactorQualifyingApm(): Float64Array {
    return this.amounts().conversionFactorQualifyingApm;
  }

  get oppsNonFacilityPe(): Float64Array {
    return this.amounts().oppsNonFacilityPe;
  }

  get oppsFacilityPe(): Float64Array {
    return this.amounts().oppsFacilityPe;
  }

  get oppsMp(): Float64Array {
    return this.amounts().oppsMp;
  }

  get facilityNa(): Uint8Array {
    if (this.na === null) {
      this.na = new Uint8Array(this.sheet.count);
      this.sheet.fill('facilityNaIndicator', (text) => (text === 'NA' ? 1 : 0), 0, this.na);
    }
    return this.na;
  }

  /** The columns of money, read when first asked for. */
  private amounts(): Pick<FeeColumns, MoneyColumn> {
    if (this.money !== null) return this.money;
    const columns = MONEY_COLUMNS.map((field) => {
      const column = new Float64Array(this.sheet.count);
      this.sheet.fill(field, Number, 0, column);
      return [field, column] as const;
    });
    this.money = Object.fromEntries(columns) as Record<MoneyColumn, Float64Array>;
    return this.money;
  }
}

const MONEY_COLUMNS = [
  'workRvu',
  'nonFacilityPeRvu',
  'facilityPeRvu',
  'mpRvu',
  'preOperative',
  'intraOperative',
  'postOperative',
  'conversionFactor',
  'conversionFactorQualifyingApm',
  'oppsNonFacilityPe',
  'oppsFacilityPe',
  'oppsMp',
] as const;
type MoneyColumn = (typeof MONEY_COLUMNS)[number];

const indicatorOf = (text: string): number => (/^\d$/.test(text) ? Number(text) : NO_INDICATOR);

/** The codes of keys `CODE` and `CODE-MOD`, which ascend, and where the rows of each begin. */
function keysOf(sheet: RecordSheet<'pfs'>): { codes: CodeIndex; firstRow: Int32Array; modifier: Int32Array } {
  const packed = new Uint32Array(sheet.count);
  const firstRow = new Int32Array(sheet.count + 1);
  const modifier = new Int32Array(sheet.count);
  let count = 0;
  for (let row = 0; row < sheet.count; row++) {
    const key = sheet.key(row);
    const code = packCodeText(key.slice(0, 5));
    modifier[row] = key.length > 5 ? packModifierText(key.slice(6)) : NO_MODIFIER;
    if (count > 0 && packed[count - 1] === code) continue;
    packed[count] = code;
    firstRow[count++] = row;
  }
  firstRow[count] = sheet.count;
  return { codes: new CodeIndex(packed.slice(0, count)), firstRow, modifier };
}
