import type { AddOnAnswer, Codebook, CodeEntry, MueAnswer, When } from '../codebook/codebook.ts';
import { isAmbulanceTrip } from '../codes/ambulance-modifiers.ts';
import { type Code, parseCode } from '../codes/code.ts';
import { type Day, isoDay, isoDayOrOpen, NOT_A_DAY, OPEN_DAY } from '../codes/day.ts';
import { levelOneModifierFrom } from '../codes/level-one-modifiers.ts';
import { packCodeText, packModifierText } from '../codes/packed.ts';
import type { Setting } from '../codes/setting.ts';
import { ACTION, COVERAGE, PRICING, TYPE_OF_SERVICE } from './record-values.ts';

/** How a code stands on a date; each is a different answer. */
export type CodeStatus =
  | 'valid'
  | 'not-yet-valid'
  | 'terminated'
  /** Listed, inside its first and last day, and yet not in force. */
  | 'not-in-force'
  /** Level I: rows of the NCCI tables name it on the date; no licensed list is loaded. */
  | 'seen'
  /** Level I: such rows exist, none of them in force on the date. */
  | 'seen-on-other-dates'
  | 'unknown'
  | 'not-loaded'
  | 'malformed';

/** Those that let a lookup end with exit status 0. */
export const FINE: readonly CodeStatus[] = ['valid', 'seen'];

interface Named {
  readonly code: string;
  readonly name: string;
}

/** All that is known of one code on one date: what `lookup --json` prints. */
export interface CodeFacts {
  readonly asked: string;
  readonly code: string | null;
  readonly status: CodeStatus;
  /** Why, where the status does not say it all. */
  readonly reason: string | null;
  readonly kind: Code['kind'];
  readonly level: 'I' | 'II' | null;
  readonly category: string | null;
  readonly section: string | null;
  readonly steward: string | null;
  readonly description: string | null;
  readonly shortDescription: string | null;
  /** Release that describes it on the date. */
  readonly release: string | null;
  readonly from: string | null;
  /** null while no termination date is published. */
  readonly to: string | null;
  /** Release that says from when to when. */
  readonly windowRelease: string | null;
  /** Releases that name a Level I code. */
  readonly namedBy: readonly string[];
  readonly coverage: Named | null;
  readonly pricing: readonly Named[];
  readonly typesOfService: readonly Named[];
  readonly betos: string | null;
  readonly crossReferences: readonly string[];
  readonly action: (Named & { readonly effective: string | null }) | null;
  readonly mue: Readonly<Record<Setting, MueFacts>> | null;
  readonly addOn: AddOnFacts | null;
}

export interface MueFacts {
  readonly status: MueAnswer['status'];
  readonly value: number | null;
  readonly mai: 1 | 2 | 3 | null;
  readonly rationale: string | null;
  readonly release: string | null;
  readonly reason: string | null;
}

export interface AddOnFacts {
  readonly status: AddOnAnswer['status'];
  readonly type: 1 | 2 | 3 | null;
  readonly primaries: readonly string[];
  /** Whether CMS leaves (further) primaries to the contractor. */
  readonly contractorDecides: boolean;
  readonly release: string | null;
}

/** All keys in the order in which they are printed. */
const NOTHING: CodeFacts = {
  asked: '',
  code: null,
  status: 'malformed',
  reason: null,
  kind: 'invalid',
  level: null,
  category: null,
  section: null,
  steward: null,
  description: null,
  shortDescription: null,
  release: null,
  from: null,
  to: null,
  windowRelease: null,
  namedBy: [],
  coverage: null,
  pricing: [],
  typesOfService: [],
  betos: null,
  crossReferences: [],
  action: null,
  mue: null,
  addOn: null,
};

/** What the codebook knows of a text as a code, on a date as of a date. */
export function codeFacts(codebook: Codebook, asked: string, when: When): CodeFacts {
  const parsed = parseCode(asked);
  if (parsed.kind === 'invalid') return malformed(asked, parsed.message);
  const { code, kind, level, category, section, steward } = parsed;
  const known = kind === 'modifier' && level === 'I' ? levelOneModifier(code, when.on) : answered(codebook, code, when);
  const limits =
    kind === 'modifier' ? {} : { mue: mueFacts(codebook, code, when), addOn: addOnFacts(codebook, code, when) };
  return { ...NOTHING, asked, code, kind, level, category, section, steward, ...known, ...limits };
}

function malformed(asked: string, reason: string): CodeFacts {
  return { ...NOTHING, asked, reason };
}

type Known = Pick<CodeFacts, 'status'> & Partial<CodeFacts>;

function levelOneModifier(code: string, on: Day): Known {
  const from = levelOneModifierFrom(packModifierText(code));
  const reason = 'Known by number alone: the descriptors of Level I modifiers are licensed by the AMA.';
  // Day 0 stands for "before any claim here": the true first day of those is not published.
  const since = from === NOT_A_DAY || from === 0 ? null : isoDay(from);
  return { status: on >= from ? 'valid' : 'not-yet-valid', reason, from: since };
}

function answered(codebook: Codebook, code: string, when: When): Known {
  const answer = codebook.code(code, when);
  switch (answer.status) {
    case 'listed':
      return { status: standing(answer.entry, answer.inForce, when.on), ...entryFacts(answer.entry) };
    case 'seen': {
      const { from, to, releases } = answer.evidence;
      return {
        status: when.on >= from && (to === OPEN_DAY || when.on <= to) ? 'seen' : 'seen-on-other-dates',
        reason: 'No licensed CPT list is loaded; the NCCI tables name the code.',
        from: isoDay(from),
        to: isoDayOrOpen(to),
        namedBy: releases.map(({ id }) => id),
      };
    }
    default:
      return { status: answer.status, reason: answer.reason + tripNote(code) };
  }
}

/** No release lists the two letters of an ambulance trip; on transport codes they are a modifier all the same. */
function tripNote(code: string): string {
  if (!isAmbulanceTrip(packCodeText('A0021'), packModifierText(code))) return '';
  return ` On ambulance codes it names a trip: origin ${code[0]}, destination ${code[1]}.`;
}

function standing({ from, to }: CodeEntry, inForce: boolean, on: Day): CodeStatus {
  if (inForce) return 'valid';
  if (on < from) return 'not-yet-valid';
  return to !== OPEN_DAY && on > to ? 'terminated' : 'not-in-force';
}

function entryFacts({ fields, release, windowRelease, from, to }: CodeEntry): Partial<CodeFacts> {
  const named = (code: string, names: Readonly<Record<string, string>>): Named => ({ code, name: names[code] ?? '' });
  const filled = (codes: readonly string[]): string[] => codes.filter((code) => code !== '');
  const f = fields;
  return {
    description: f.longDescription,
    shortDescription: f.shortDescription,
    release: release.id,
    from: isoDay(from),
    to: isoDayOrOpen(to),
    windowRelease: windowRelease.id,
    coverage: f.coverage === '' ? null : named(f.coverage, COVERAGE),
    pricing: filled([f.pricingIndicator1, f.pricingIndicator2, f.pricingIndicator3, f.pricingIndicator4]).map((code) =>
      named(code, PRICING),
    ),
    typesOfService: filled([
      f.typeOfService1,
      f.typeOfService2,
      f.typeOfService3,
      f.typeOfService4,
      f.typeOfService5,
    ]).map((code) => named(code, TYPE_OF_SERVICE)),
    betos: f.betos === '' ? null : f.betos,
    crossReferences: filled([
      f.crossReference1,
      f.crossReference2,
      f.crossReference3,
      f.crossReference4,
      f.crossReference5,
    ]),
    action: f.actionCode === '' ? null : { ...named(f.actionCode, ACTION), effective: isoOf(f.actionEffectiveDate) },
  };
}

/** `20241001` as `2024-10-01`; what is printed otherwise as it is. */
const isoOf = (printed: string): string | null =>
  printed === '' ? null : printed.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');

function mueFacts(codebook: Codebook, code: string, when: When): Record<Setting, MueFacts> {
  const of = (setting: Setting): MueFacts => {
    const nothing = { value: null, mai: null, rationale: null, release: null, reason: null };
    const answer = codebook.mue(code, { ...when, setting });
    switch (answer.status) {
      case 'listed': {
        const { value, mai, rationale, release } = answer.mue;
        return { status: 'listed', value, mai, rationale, release: release.id, reason: null };
      }
      case 'unpublished':
        return { ...nothing, status: 'unpublished', release: answer.release.id };
      case 'no-data':
        return { ...nothing, status: 'no-data', reason: answer.reason };
    }
  };
  return { professional: of('professional'), outpatient: of('outpatient'), dme: of('dme') };
}

function addOnFacts(codebook: Codebook, code: string, when: When): AddOnFacts {
  const { status, rows } = codebook.addOn(code, when);
  const primaries = [...new Set(rows.flatMap(({ primary }) => (primary === null ? [] : [primary])))];
  return {
    status,
    type: rows[0]?.type ?? null,
    primaries,
    contractorDecides: rows.some(({ primary }) => primary === null),
    release: rows[0]?.release.id ?? null,
  };
}
