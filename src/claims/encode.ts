import { NOT_A_DAY, parseDay } from '../codes/day.ts';
import { packCode, packModifierText } from '../codes/packed.ts';
import { CLAIM_SETTINGS } from '../codes/setting.ts';
import type { Claim, ClaimLine, Person, Provider } from './claim.ts';
import {
  type CodedClaim,
  EMPTY_MODIFIER,
  MODIFIER_SLOTS,
  providerNumber,
  type SettingCode,
  taxonomyNumber,
  UNIT_BASIS_MINUTES,
  UNIT_BASIS_OTHER,
  UNIT_BASIS_UNITS,
} from './coded-claim.ts';
import { facilityOf, revenueNumber } from './facility.ts';
import { bytesOf } from './text.ts';

/**
 * Fills a coded claim from a claim. The texts that messages quote are copied into its own small byte array;
 * `toClaim` gives the claim itself.
 *
 * @example
 * const coded = new CodedClaim()
 * encodeClaim(claim, coded)
 */
export function encodeClaim(claim: Claim, into: CodedClaim): void {
  const texts = new Texts();
  into.clear();
  [into.idStart, into.idEnd] = texts.add(claim.id);
  into.offset = claim.place?.offset ?? -1;
  into.segment = claim.place?.segment ?? claim.place?.line ?? 0;
  into.setting = settingCode(claim);
  into.isInstitutional = claim.type === 'institutional';
  into.facility = facilityOf(claim.institutional?.typeOfBill ?? '');
  into.statementFrom = dayOrNone(claim.institutional?.statementFrom ?? null);
  into.statementTo = dayOrNone(claim.institutional?.statementTo ?? null);
  into.frequency = claim.frequency.length === 1 ? claim.frequency.charCodeAt(0) & 0xff : 0;
  into.placeOfService = placeNumber(claim.placeOfService);
  into.billing = numberOf(claim.billingProvider);
  into.billingTaxonomy = taxonomyOf(claim.billingProvider);
  for (const line of claim.lines) encodeLine(claim, line, into, into.addLine(), texts);
  into.ownLines = into.lineCount;
  into.bytes = texts.bytes();
  into.toClaim = () => claim;
}

/**
 * Appends the lines of earlier claims of the same beneficiary, which the caller picks: first those of a day of the
 * claim's by the same billing provider in the same setting, then the others.
 */
export function addHistory(coded: CodedClaim, earlier: readonly Claim[]): void {
  coded.hasHistory = true;
  for (const claim of earlier) {
    coded.historyClaims.push(claim.id);
    coded.historyBilling.push(numberOf(claim.billingProvider));
    coded.historySetting.push(settingCode(claim));
  }
  for (const isBeside of [true, false]) {
    earlier.forEach((claim, index) => {
      addEarlier(coded, claim, index, isBeside);
    });
  }
}

/** The lines of an earlier claim that are of one service with the claim's own, or those that are not. */
function addEarlier(coded: CodedClaim, claim: Claim, index: number, wanted: boolean): void {
  const isOfProvider = coded.historyBilling[index] === coded.billing && coded.historySetting[index] === coded.setting;
  for (const line of claim.lines) {
    const isBeside = isOfProvider && hasDay(coded, dayOfLine(claim, line));
    if (isBeside !== wanted) continue;
    const at = isBeside ? coded.addLine() : coded.addPastLine();
    encodeLine(claim, line, coded, at, null);
    coded.historyClaim[at] = index;
  }
}

function hasDay({ from, ownLines }: CodedClaim, day: number): boolean {
  for (let line = 0; line < ownLines; line++) if (from[line] === day) return true;
  return false;
}

/** The first day of a line, or the statement's where an institutional line has none. */
function dayOfLine({ institutional }: Claim, { from }: ClaimLine): number {
  const day = dayOrNone(from);
  return day !== NOT_A_DAY || institutional === null ? day : dayOrNone(institutional.statementFrom);
}

/**
 * Text that is equal for two claims of one beneficiary: the subscriber's member id, and for a dependent the
 * patient's name and birth date with it. Where there is no member id, the subscriber's name and birth date
 * stand for it. It holds personal data: keep it out of messages.
 */
export function beneficiaryKey({ subscriber, patient }: Claim): string {
  const member = normal(subscriber.memberId);
  const holder = member === '' ? whoIs(subscriber) : member;
  return patient === null ? holder : `${holder}|${normal(patient.memberId)}|${whoIs(patient)}`;
}

const whoIs = ({ lastName, firstName, birthDate }: Person): string =>
  `${normal(lastName)}|${normal(firstName)}|${birthDate ?? ''}`;

const normal = (text: string): string => text.trim().toUpperCase();

/** Fills line `at`; its texts are kept where `texts` is given. */
function encodeLine(claim: Claim, line: ClaimLine, into: CodedClaim, at: number, texts: Texts | null): void {
  const code = bytesOf(line.code);
  into.number[at] = line.number;
  into.revenue[at] = revenueNumber(line.revenueCode);
  into.code[at] = packCode(code, 0, code.length);
  if (texts !== null) [into.codeStart[at], into.codeEnd[at]] = texts.add(line.code);
  encodeModifiers(line.modifiers, into, at);
  into.units[at] = line.units ?? Number.NaN;
  into.unitBasis[at] = unitBasisNumber(line.unitBasis);
  into.charge[at] = line.charge ?? Number.NaN;
  encodeDates(claim, line, into, at);
  into.place[at] = placeNumber(line.placeOfService === '' ? claim.placeOfService : line.placeOfService);
  const rendering = line.renderingProvider ?? claim.renderingProvider;
  into.rendering[at] = rendering === null ? 0 : numberOf(rendering);
  into.renderingTaxonomy[at] = rendering === null ? 0 : taxonomyOf(rendering);
}

/** A line's own dates, or the statement's where an institutional line has none. */
function encodeDates({ institutional }: Claim, line: ClaimLine, into: CodedClaim, at: number): void {
  into.from[at] = dayOrNone(line.from);
  into.to[at] = dayOrNone(line.to);
  if (into.from[at] !== NOT_A_DAY || institutional === null) return;
  into.from[at] = dayOrNone(institutional.statementFrom);
  into.to[at] = dayOrNone(institutional.statementTo);
}

function encodeModifiers(modifiers: readonly string[], into: CodedClaim, line: number): void {
  const first = line * MODIFIER_SLOTS;
  let count = 0;
  modifiers.slice(0, MODIFIER_SLOTS).forEach((modifier, slot) => {
    into.modifiers[first + slot] = modifier === '' ? EMPTY_MODIFIER : packModifierText(modifier);
    if (modifier !== '') count = slot + 1;
  });
  into.modifierCount[line] = count;
}

/** The number of a provider by its NPI, else by its other identifier; 0 where it has neither. */
function numberOf({ npi, identifier }: Provider): number {
  const bytes = bytesOf(npi ?? identifier ?? '');
  return providerNumber(bytes, 0, bytes.length);
}

function taxonomyOf({ taxonomy }: Provider): number {
  const bytes = bytesOf(taxonomy ?? '');
  return taxonomyNumber(bytes, 0, bytes.length);
}

const settingCode = ({ setting }: Claim): SettingCode => Math.max(0, CLAIM_SETTINGS.indexOf(setting)) as SettingCode;
const dayOrNone = (date: string | null): number => (date === null ? NOT_A_DAY : parseDay(date));
const placeNumber = (text: string): number => (/^\d\d$/.test(text) ? Number(text) : -1);

function unitBasisNumber(text: string): number {
  if (text === 'UN') return UNIT_BASIS_UNITS;
  return text === 'MJ' ? UNIT_BASIS_MINUTES : UNIT_BASIS_OTHER;
}

/** Texts gathered one after the other into one byte array. */
class Texts {
  private readonly parts: Uint8Array[] = [];
  private length = 0;

  add(text: string): [number, number] {
    const part = bytesOf(text);
    const start = this.length;
    this.parts.push(part);
    this.length += part.length;
    return [start, this.length];
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
}
