import { CLAIM_SETTINGS, type ClaimSetting, type Setting } from '../../codes/setting.ts';
import type { Claim, ClaimLine, InstitutionalFacts, Person, Provider } from '../claim.ts';
import { contradicts, facilityOf, NO_FACTS, settingOfFacts, withFrequency } from '../facility.ts';
import { amountOf, modifiersOf, numberOf, pointersOf } from '../values.ts';
import type { Column } from './columns.ts';

/** One row: cells by column, and where a cell that cannot be read is told. */
export interface Row {
  readonly cell: (column: Column) => string;
  readonly bad: (column: Column, expected: string) => void;
  readonly date: (text: string) => string | null | undefined;
  /** Whether diagnoses are of ICD-9-CM. */
  readonly icd9: boolean;
}

const DATE = 'a date (YYYY-MM-DD)';

/** A claim without its lines, from its first row. */
export function claimOfRow(row: Row, id: string, setting: Setting): Omit<Claim, 'lines' | 'place'> {
  const { cell } = row;
  const facts = factsOf(row);
  const given = settingOf(row);
  const frequency = frequencyOf(row, facts);
  return {
    id,
    type: facts === null ? 'professional' : 'institutional',
    setting: given ?? (facts === null || facts.typeOfBill === '' ? setting : settingOfFacts(facts)),
    frequency,
    originalReference: cell('originalreference'),
    placeOfService: cell('placeofservice').padStart(cell('placeofservice') === '' ? 0 : 2, '0'),
    charge: read(row, 'totalcharge', amountOf, 'an amount of dollars') ?? null,
    billingProvider: {
      ...providerOf(cell('billingnpi')),
      taxonomy: cell('billingtaxonomy') || null,
      name: cell('billingname'),
    },
    renderingProvider: null,
    referringProvider: null,
    subscriber: personOf(row),
    patient: null,
    payer: payerOf(row),
    diagnoses: diagnosesOf(row),
    institutional: facts && withFrequency(facts, frequency),
  };
}

function diagnosesOf({ cell, icd9 }: Row): Claim['diagnoses'] {
  const [principal, other] = icd9 ? ['BK', 'BF'] : ['ABK', 'ABF'];
  return modifiersOf(cell('diagnoses'))
    .filter((code) => code !== '')
    .map((code, i) => ({ qualifier: i === 0 ? principal : other, code: code.replace('.', '') }));
}

export function lineOfRow(row: Row, position: number): ClaimLine {
  const { cell } = row;
  const from = read(row, 'from', row.date, DATE) ?? null;
  const npi = cell('renderingnpi');
  const number = read(row, 'line', numberOf, 'a number') ?? position;
  return {
    number: Number.isInteger(number) && number >= 0 && number <= 0x7fffffff ? number : position,
    revenueCode: cell('revenuecode'),
    code: cell('code'),
    qualifier: cell('qualifier') || (cell('code') === '' && cell('revenuecode') !== '' ? '' : 'HC'),
    modifiers: modifiersOfRow(row),
    description: cell('description'),
    units: read(row, 'units', numberOf, 'a number') ?? null,
    unitBasis: cell('unitbasis') || 'UN',
    charge: read(row, 'charge', amountOf, 'an amount of dollars') ?? null,
    from,
    to: cell('to') === '' ? from : (read(row, 'to', row.date, DATE) ?? null),
    placeOfService: cell('placeofservice').padStart(cell('placeofservice') === '' ? 0 : 2, '0'),
    diagnosisPointers: read(row, 'pointers', pointersOf, 'a list of diagnosis pointers') ?? [],
    renderingProvider:
      npi === '' && cell('renderingtaxonomy') === ''
        ? null
        : { ...providerOf(npi), taxonomy: cell('renderingtaxonomy') || null, name: '' },
    drug: drugOf(row),
    controlNumber: cell('controlnumber'),
  };
}

function read<T>(row: Row, column: Column, reader: (text: string) => T | undefined, expected: string): T | undefined {
  const text = row.cell(column);
  if (text === '') return undefined;
  const value = reader(text);
  if (value === undefined) row.bad(column, expected);
  return value;
}

/** `modifiers` holds all of them; else `modifier1` to `modifier4`. */
function modifiersOfRow({ cell }: Row): readonly string[] {
  if (cell('modifiers') !== '') return modifiersOf(cell('modifiers'));
  const modifiers = [cell('modifier1'), cell('modifier2'), cell('modifier3'), cell('modifier4')];
  while (modifiers.at(-1) === '') modifiers.pop();
  return modifiers;
}

function settingOf(row: Row): ClaimSetting | undefined {
  const text = row.cell('setting').toLowerCase();
  const setting = CLAIM_SETTINGS.find((each) => each === text);
  if (setting === undefined && text !== '') row.bad('setting', 'professional, outpatient, dme or facility');
  return setting;
}

/** What makes the claim an institutional one: a type of bill, a revenue code, or the setting of a facility. */
function factsOf(row: Row): InstitutionalFacts | null {
  const { cell } = row;
  const isFacility = /^(outpatient|facility)$/i.test(cell('setting'));
  if (cell('typeofbill') === '' && cell('revenuecode') === '' && !isFacility) return null;
  const typeOfBill = read(row, 'typeofbill', billOf, 'a type of bill (131)') ?? '';
  const statementFrom = read(row, 'statementfrom', row.date, DATE) ?? null;
  const statementTo = read(row, 'statementto', row.date, DATE) ?? statementFrom;
  return { ...NO_FACTS, typeOfBill, statementFrom, statementTo };
}

/** The frequency of the type of bill, else that of its own cell. */
function frequencyOf(row: Row, facts: InstitutionalFacts | null): string {
  const cell = row.cell('frequency');
  if (cell !== '' && facts !== null && contradicts(facts, cell)) row.bad('frequency', 'that of the type of bill');
  return facts?.typeOfBill.slice(2) || cell || '1';
}

const billOf = (text: string): string | undefined => (facilityOf(text) < 0 ? undefined : text.replace(/^0/, ''));

function providerOf(text: string): Omit<Provider, 'taxonomy' | 'name'> {
  const isNpi = /^\d{10}$/.test(text);
  return { npi: isNpi ? text : null, identifier: isNpi ? null : text || null };
}

function personOf(row: Row): Person {
  return {
    memberId: row.cell('memberid'),
    lastName: row.cell('lastname'),
    firstName: row.cell('firstname'),
    birthDate: read(row, 'birthdate', row.date, DATE) ?? null,
    sex: row.cell('sex').slice(0, 1).toUpperCase() || null,
  };
}

function payerOf({ cell }: Row): Claim['payer'] {
  const payer = { identifier: cell('payer'), name: cell('payername'), filingIndicator: cell('filingindicator') };
  return Object.values(payer).some((value) => value !== '') ? payer : null;
}

function drugOf(row: Row): ClaimLine['drug'] {
  const ndc = row.cell('ndc').replaceAll('-', '');
  if (ndc === '') return null;
  return { ndc, quantity: read(row, 'ndcquantity', numberOf, 'a number') ?? null, unit: row.cell('ndcunit') };
}
