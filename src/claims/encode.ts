import { NOT_A_DAY, parseDay } from '../codes/day.ts';
import { packCode, packModifierText } from '../codes/packed.ts';
import { CLAIM_SETTINGS } from '../codes/setting.ts';
import type { Claim, ClaimLine, Provider } from './claim.ts';
import {
  type CodedClaim,
  EMPTY_MODIFIER,
  MODIFIER_SLOTS,
  providerNumber,
  type SettingCode,
  taxonomyNumber,
  UNIT_BASIS_DAYS,
  UNIT_BASIS_MINUTES,
  UNIT_BASIS_MISSING,
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
  into.setting = Math.max(0, CLAIM_SETTINGS.indexOf(claim.setting)) as SettingCode;
  into.isInstitutional = claim.type === 'institutional';
  into.facility = facilityOf(claim.institutional?.typeOfBill ?? '');
  into.statementFrom = dayOrNone(claim.institutional?.statementFrom ?? null);
  into.statementTo = dayOrNone(claim.institutional?.statementTo ?? null);
  into.frequency = claim.frequency.length === 1 ? claim.frequency.charCodeAt(0) & 0xff : 0;
  into.placeOfService = placeNumber(claim.placeOfService);
  into.billing = numberOf(claim.billingProvider);
  into.billingTaxonomy = taxonomyOf(claim.billingProvider);
  for (const line of claim.lines) encodeLine(claim, line, into, texts);
  into.ownLines = into.lineCount;
  into.bytes = texts.bytes();
  into.toClaim = () => claim;
}

function encodeLine(claim: Claim, line: ClaimLine, into: CodedClaim, texts: Texts): void {
  const at = into.addLine();
  const code = bytesOf(line.code);
  into.number[at] = line.number;
  into.revenue[at] = revenueNumber(line.revenueCode);
  into.code[at] = packCode(code, 0, code.length);
  [into.codeStart[at], into.codeEnd[at]] = texts.add(line.code);
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

const dayOrNone = (date: string | null): number => (date === null ? NOT_A_DAY : parseDay(date));
const placeNumber = (text: string): number => (/^\d\d$/.test(text) ? Number(text) : -1);

function unitBasisNumber(text: string): number {
  switch (text) {
    case 'UN':
      return UNIT_BASIS_UNITS;
    case 'MJ':
      return UNIT_BASIS_MINUTES;
    case 'DA':
      return UNIT_BASIS_DAYS;
    default:
      return text === '' ? UNIT_BASIS_MISSING : UNIT_BASIS_OTHER;
  }
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
