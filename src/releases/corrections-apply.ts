import { dayOf, isoDay, NOT_A_DAY } from '../codes/day.ts';
import { type Described, type Instruction, instructionOf } from './corrections-actions.ts';
import { CORRECTION_FIELDS } from './corrections-table.ts';
import { quoted } from './findings-in-file.ts';
import type { RecordField, TableRecord } from './record-tables.ts';
import { HCPCS_FIELDS, type HcpcsField, type HcpcsRecord, type Oddity } from './release.ts';

/** The releases before the one that is corrected. */
export interface EarlierReleases {
  /** The record of a code in the release of a year; null where that release is not here or does not list it. */
  inYear(year: string, code: string): HcpcsRecord | null;
  /** The newest record of a code in any of them. */
  newest(code: string): HcpcsRecord | null;
}

export interface Corrected {
  readonly records: readonly HcpcsRecord[];
  /** What could not be applied as it is printed. */
  readonly oddities: readonly Oddity[];
  readonly counts: Readonly<Record<Outcome, number>>;
}

type Outcome = 'added' | 'changed' | 'removed' | 'unchanged';

/** Fields by name while a record is changed. */
type Fields = Record<HcpcsField, string>;

/**
 * Applies one corrections document to the records of a release. What the document does not say stays as it is; what it
 * says twice is so once: applied again, it changes nothing.
 */
export function applyCorrections(
  records: readonly HcpcsRecord[],
  corrections: readonly TableRecord[],
  earlier: EarlierReleases,
  /** Codes that earlier documents of the same release took out. */
  removed: ReadonlySet<string> = new Set(),
): Corrected {
  const byCode = new Map(records.map((record) => [record.code, record]));
  const oddities: Oddity[] = [];
  const counts = { added: 0, changed: 0, removed: 0, unchanged: 0 };
  for (const correction of corrections) {
    const before = byCode.get(correction.key) ?? null;
    const step = new Step(correction, before, earlier);
    const after = step.result(removed);
    oddities.push(...step.oddities);
    if (after === undefined) continue;
    counts[outcomeOf(before, after)] += 1;
    if (after === null) byCode.delete(correction.key);
    else byCode.set(correction.key, after);
  }
  return { records: inOrder(records, byCode), oddities, counts };
}

function outcomeOf(before: HcpcsRecord | null, after: HcpcsRecord | null): Outcome {
  if (before === null) return after === null ? 'unchanged' : 'added';
  if (after === null) return 'removed';
  return before.fields.every((field, i) => field === after.fields[i]) ? 'unchanged' : 'changed';
}

/** What was there in its order; what is new before the first code that is greater. */
function inOrder(records: readonly HcpcsRecord[], byCode: ReadonlyMap<string, HcpcsRecord>): readonly HcpcsRecord[] {
  const known = new Set(records.map(({ code }) => code));
  const kept = records.flatMap(({ code }) => byCode.get(code) ?? []);
  for (const record of byCode.values()) {
    if (known.has(record.code)) continue;
    const place = kept.findIndex(({ code }) => code.padStart(5) > record.code.padStart(5));
    kept.splice(place < 0 ? kept.length : place, 0, record);
  }
  return kept;
}

/** One line of a document, on its way to a record. */
class Step {
  readonly oddities: Oddity[] = [];
  readonly #correction: TableRecord;
  readonly #before: HcpcsRecord | null;
  readonly #earlier: EarlierReleases;

  constructor(correction: TableRecord, before: HcpcsRecord | null, earlier: EarlierReleases) {
    this.#correction = correction;
    this.#before = before;
    this.#earlier = earlier;
  }

  /** The record after it; null where it is taken out; undefined where nothing can be done. */
  result(removed: ReadonlySet<string>): HcpcsRecord | null | undefined {
    const instruction = instructionOf(this.#text('action'));
    if (instruction === null) return this.#odd('not-understood', `${quoted(this.#text('action'))} is not understood`);
    const before = this.#before;
    if (before === null) {
      if (instruction.is === 'add') return this.#added();
      if (instruction.is === 'restore') return this.#restored();
      if (instruction.is === 'remove' && removed.has(this.#correction.key)) return null;
      return this.#odd('of-absent-code', `the release does not list it (${this.#text('action')})`);
    }
    if (instruction.is === 'remove') return null;
    const fields = fieldsOf(before);
    if (instruction.is === 'add') this.#noteIfAnother(fields);
    else this.#follow(instruction, fields);
    this.#takeOver(fields);
    return { ...before, fields: HCPCS_FIELDS.map((field) => fields[field]) };
  }

  #added(): HcpcsRecord {
    const fields = Object.fromEntries(HCPCS_FIELDS.map((field) => [field, ''])) as Fields;
    this.#takeOver(fields);
    const day = this.#date('effectiveDate') ?? '';
    Object.assign(fields, { addedDate: day, actionEffectiveDate: day, actionCode: 'A' });
    const { key, line } = this.#correction;
    const isModifier = key.length === 2;
    return { code: key, isModifier, sequence: '00100', fields: HCPCS_FIELDS.map((field) => fields[field]), line };
  }

  #restored(): HcpcsRecord | undefined {
    const record = this.#earlier.newest(this.#correction.key);
    return record ?? this.#odd('needs-release', 'it is to be added back, and no earlier release that lists it is here');
  }

  /** A code that is to be added and is there with another date was added by someone else: worth a look. */
  #noteIfAnother(fields: Fields): void {
    const day = this.#date('effectiveDate');
    if (day === null || day === fields.addedDate) return;
    this.#odd('of-present-code', `it is to be added and is there since ${quoted(fields.addedDate)}`);
  }

  #follow(instruction: Instruction, fields: Fields): void {
    switch (instruction.is) {
      case 'end':
        this.#end(fields);
        return;
      case 'describe':
        if (instruction.fields.every((field) => this.#isGiven(field)))
          fields.actionEffectiveDate = this.#date('effectiveDate') ?? fields.actionEffectiveDate;
        return;
      case 'asc':
        this.#setAsc(fields, instruction.indicator);
        return;
      case 'no-asc':
        if (fields.ascPaymentGroup !== instruction.indicator && fields.ascPaymentGroup !== '')
          this.#odd('of-absent-value', `ascPaymentGroup is ${quoted(fields.ascPaymentGroup)}`);
        else Object.assign(fields, { ascPaymentGroup: '', ascPaymentGroupEffectiveDate: '' });
        return;
      case 'xref':
        this.#changeXref(fields, instruction.code);
        return;
      case 'no-xref':
        setList(
          fields,
          'crossReference',
          listOf(fields, 'crossReference').filter((code) => code !== instruction.code),
        );
        return;
      case 'lab':
        addTo(fields, 'labCertification', instruction.certification);
        return;
      case 'set':
        Object.assign(fields, instruction.values);
        if (instruction.dated) fields.actionEffectiveDate = this.#date('effectiveDate') ?? fields.actionEffectiveDate;
        return;
      case 'revert':
        this.#revert(fields, instruction.year);
        return;
      case 'restore':
      case 'add':
      case 'remove':
        return;
    }
  }

  #isGiven(field: Described): boolean {
    if (this.#text(field) === '') this.#odd('without-value', `${field} is to be revised and is not given`);
    return this.#text(field) !== '' && !this.#correction.cut?.includes(CORRECTION_FIELDS.indexOf(field));
  }

  /** As CMS records a discontinued code: the action takes effect the day after the code's last. */
  #end(fields: Fields): void {
    const effective = this.#date('effectiveDate');
    if (effective === null) return;
    const day = dayOf(Number(effective.slice(0, 4)), Number(effective.slice(4, 6)), Number(effective.slice(6)));
    const terminationDate = isoDay(day - 1).replaceAll('-', '');
    Object.assign(fields, { terminationDate, actionEffectiveDate: effective, actionCode: 'D' });
  }

  #setAsc(fields: Fields, indicator: string | null): void {
    if (indicator !== null) fields.ascPaymentGroup = indicator;
    const date = this.#text('ascPaymentGroupEffectiveDate') === '' ? this.#date('effectiveDate') : null;
    if (date !== null) fields.ascPaymentGroupEffectiveDate = date;
  }

  #changeXref(fields: Fields, code: string): void {
    const codes = listOf(fields, 'crossReference');
    if (codes.includes(code)) return;
    if (codes.length <= 1) setList(fields, 'crossReference', [code]);
    else this.#odd('not-understood', `it has ${codes.length} cross references; which becomes ${code} is not said`);
  }

  #revert(fields: Fields, year: string): void {
    const record = this.#earlier.inYear(year, this.#correction.key);
    if (record === null) {
      this.#odd('needs-release', `it is to be as in ${year}, and no release of ${year} that lists it is here`);
      return;
    }
    const { longDescription, shortDescription, actionEffectiveDate, actionCode } = fieldsOf(record);
    Object.assign(fields, { longDescription, shortDescription, actionEffectiveDate, actionCode });
  }

  /** The columns that are filled, whatever the ACTION: CMS fills those that change. */
  #takeOver(fields: Fields): void {
    for (const [i, field] of CORRECTION_FIELDS.entries()) {
      const text = this.#correction.fields[i];
      if (text === '' || field === 'action' || field === 'effectiveDate') continue;
      if (this.#correction.cut?.includes(i)) this.#odd('cut', `${field} fills its column and may be cut off`);
      else this.#takeOverField(fields, field, text);
    }
  }

  #takeOverField(fields: Fields, field: RecordField<'hcpcs-corrections'>, text: string): void {
    switch (field) {
      case 'typeOfService':
      case 'pricingIndicator':
        setList(fields, field, text.split(/[,\s]+/));
        return;
      case 'crossReference':
      case 'labCertification':
        addTo(fields, field, text);
        return;
      case 'ascPaymentGroupEffectiveDate':
        fields.ascPaymentGroupEffectiveDate = this.#date(field) ?? fields.ascPaymentGroupEffectiveDate;
        return;
      case 'comments': {
        const statute = /^Statute (\S+)$/i.exec(text)?.[1];
        if (statute !== undefined) fields.statute = statute;
        else this.#odd('comment', `the comment ${quoted(text)} is not applied`);
        return;
      }
      case 'action':
      case 'effectiveDate':
        return;
      default:
        fields[field] = text;
    }
  }

  #text(field: RecordField<'hcpcs-corrections'>): string {
    return this.#correction.fields[CORRECTION_FIELDS.indexOf(field)];
  }

  /** `YYYYMMDD` of a date as printed; null, and noted, where it is none. */
  #date(field: 'effectiveDate' | 'ascPaymentGroupEffectiveDate'): string | null {
    const text = this.#text(field);
    const date = compactDate(text);
    if (date === null) this.#odd('date', `${field} is ${quoted(text)}: no date, not applied`);
    return date;
  }

  #odd(code: string, message: string): undefined {
    const { key, line } = this.#correction;
    this.oddities.push({ code: `correction-${code}`, message: `${key}: ${message}`, line });
  }
}

/** `20170101` of `01/01/2017`. */
function compactDate(text: string): string | null {
  const match = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text);
  if (match === null) return null;
  const [, month, day, year] = match;
  return dayOf(Number(year), Number(month), Number(day)) === NOT_A_DAY ? null : year + month + day;
}

const fieldsOf = ({ fields }: HcpcsRecord): Fields =>
  Object.fromEntries(HCPCS_FIELDS.map((field, i) => [field, fields[i]])) as Fields;

/** Fields that the record numbers: `crossReference1` to `crossReference5`. */
type Stem = 'crossReference' | 'labCertification' | 'typeOfService' | 'pricingIndicator';

const numbered = (stem: Stem): readonly HcpcsField[] =>
  HCPCS_FIELDS.filter((field) => field.startsWith(stem) && /^\d$/.test(field.slice(stem.length)));

const listOf = (fields: Fields, stem: Stem): readonly string[] =>
  numbered(stem).flatMap((field) => (fields[field] === '' ? [] : [fields[field]]));

function setList(fields: Fields, stem: Stem, values: readonly string[]): void {
  for (const [i, field] of numbered(stem).entries()) fields[field] = values[i] ?? '';
}

function addTo(fields: Fields, stem: Stem, value: string): void {
  const values = listOf(fields, stem);
  if (!values.includes(value)) setList(fields, stem, [...values, value]);
}
