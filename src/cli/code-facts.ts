import type { AddOnAnswer, Codebook, CodeEntry, MueAnswer, When } from '../codebook/codebook.ts';
import { codeSuccessors } from '../codebook/successors.ts';
import { isAmbulanceTrip } from '../codes/ambulance-modifiers.ts';
import { type Code, parseCode } from '../codes/code.ts';
import type { Successor } from '../codes/cross-references.ts';
import { type Day, isoDay, isoDayOrOpen, NOT_A_DAY, OPEN_DAY } from '../codes/day.ts';
import { type DecodedRecord, decodeRecord, numbered } from '../codes/decode-record.ts';
import { diagnosisKey, withDot } from '../codes/diagnosis.ts';
import { isDrugCode } from '../codes/drug-codes.ts';
import { type DrugDescriptor, parseDrugDescriptor } from '../codes/drug-descriptor.ts';
import { type EvaluationAndManagement, evaluationAndManagementOf } from '../codes/evaluation-and-management.ts';
import { levelOneModifierFrom } from '../codes/level-one-modifiers.ts';
import { type LevelTwoRange, levelTwoRange } from '../codes/level-two-sections.ts';
import { packCodeText, packModifierText } from '../codes/packed.ts';
import type { Setting } from '../codes/setting.ts';
import { NO_TABLE_FACTS, type TableFacts, tableFacts } from './table-facts.ts';

/** How a code stands on a date; each is a different answer. */
export type CodeStatus =
  | 'valid'
  | 'not-yet-valid'
  | 'terminated'
  /** Listed, inside its first and last day, and yet not in force. */
  | 'not-in-force'
  /** ICD-10-CM: a header, of which one of the codes below it is reported. */
  | 'not-billable'
  /** Level I: rows of the NCCI tables name it on the date; no licensed list is loaded. */
  | 'seen'
  /** Level I: such rows exist, none of them in force on the date. */
  | 'seen-on-other-dates'
  | 'unknown'
  | 'not-loaded'
  | 'malformed';

/** Those that let a lookup end with exit status 0. */
export const FINE: readonly CodeStatus[] = ['valid', 'seen'];

/** All that is known of one code on one date: what `lookup --json` prints. */
export interface CodeFacts extends Omit<DecodedRecord, 'betos'>, TableFacts {
  readonly asked: string;
  readonly code: string | null;
  readonly status: CodeStatus;
  /** Why, where the status does not say it all. */
  readonly reason: string | null;
  readonly kind: Code['kind'] | 'diagnosis';
  readonly level: 'I' | 'II' | null;
  readonly category: string | null;
  readonly section: string | null;
  /** The run of Level II codes under one heading that the code stands in. */
  readonly sectionRange: LevelTwoRange | null;
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
  readonly betos: string | null;
  readonly betosName: string | null;
  readonly crossReferences: readonly string[];
  /** Of a terminated code: the codes that CMS refers to, and theirs where they have ended too. */
  readonly replacedBy: readonly Successor[];
  /** Substance, dose and unit of a drug code; null for all else. */
  readonly drug: Omit<DrugDescriptor, 'kind'> | null;
  readonly evaluationAndManagement: EvaluationAndManagement | null;
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
  sectionRange: null,
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
  multiplePricing: null,
  labCertifications: [],
  typesOfService: [],
  betos: null,
  betosName: null,
  ascGroup: null,
  mogGroup: null,
  mogPolicy: null,
  coverageManual: [],
  carriersManual: [],
  statute: null,
  processingNote: null,
  anesthesiaBaseUnits: null,
  crossReferences: [],
  replacedBy: [],
  action: null,
  drug: null,
  evaluationAndManagement: null,
  ...NO_TABLE_FACTS,
  mue: null,
  addOn: null,
};

/** What the codebook knows of a text as a code, on a date as of a date. */
export function codeFacts(codebook: Codebook, asked: string, when: When): CodeFacts {
  const diagnosis = diagnosisKey(asked);
  if (diagnosis !== null) return { ...NOTHING, asked, ...diagnosisFacts(codebook, diagnosis, when) };
  const parsed = parseCode(asked);
  if (parsed.kind === 'invalid') return malformed(asked, parsed.message);
  const { code, kind, level, category, section, steward } = parsed;
  const known = kind === 'modifier' && level === 'I' ? levelOneModifier(code, when.on) : answered(codebook, code, when);
  const note = known.processingNote ?? null;
  const byNumber = kind === 'modifier' ? {} : factsByNumber(codebook, code, note, when);
  return { ...NOTHING, asked, code, kind, level, category, section, steward, ...known, ...byNumber };
}

/** What is known of a code whether or not a release lists it. */
const factsByNumber = (codebook: Codebook, code: string, note: string | null, when: When): Partial<CodeFacts> => ({
  ...tableFacts(codebook, code, note, when),
  sectionRange: levelTwoRange(code),
  evaluationAndManagement: evaluationAndManagementOf(code, when.on),
  mue: mueFacts(codebook, code, when),
  addOn: addOnFacts(codebook, code, when),
});

/** ICD-10-CM is published for a federal fiscal year; on other dates it may say otherwise. */
function diagnosisFacts(codebook: Codebook, key: string, when: When): Known {
  const answer = codebook.record('icd10cm', key, when);
  const known = { code: withDot(key), kind: 'diagnosis', steward: 'CDC (NCHS) and CMS' } as const;
  if (answer.status === 'not-loaded') {
    const reason = `${known.code} has the form of an ICD-10-CM code, not of a procedure code; no ICD-10-CM release is loaded.`;
    return { ...known, status: 'not-loaded', reason };
  }
  if (answer.status === 'unknown') return { ...known, status: 'unknown', reason: answer.reason };
  const { id, period } = answer.release;
  const { longDescription, shortDescription, billable } = answer.rows[0];
  const covered = period.from <= when.on && when.on <= period.to;
  const reason = covered
    ? null
    : `${id} is for ${isoDay(period.from)} to ${isoDay(period.to)}: what holds on the date is not loaded.`;
  return {
    ...known,
    status: !covered ? 'not-loaded' : billable === '1' ? 'valid' : 'not-billable',
    reason,
    category: billable === '1' ? 'billable code' : 'header',
    description: longDescription,
    shortDescription,
    release: id,
  };
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
      return listed(codebook, answer.entry, standing(answer.entry, answer.inForce, when.on), when);
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

function listed(codebook: Codebook, entry: CodeEntry, status: CodeStatus, when: When): Known {
  const { code, fields, release, windowRelease, from, to } = entry;
  const { betos, ...decoded } = decodeRecord(fields);
  return {
    status,
    description: fields.longDescription,
    shortDescription: fields.shortDescription,
    release: release.id,
    from: isoDay(from),
    to: isoDayOrOpen(to),
    windowRelease: windowRelease.id,
    ...decoded,
    betos: betos?.code ?? null,
    betosName: betos?.name ?? null,
    crossReferences: numbered(fields, 'crossReference'),
    replacedBy: status === 'terminated' ? codeSuccessors(codebook, code, when) : [],
    drug: drugFacts(code, fields.longDescription),
  };
}

function drugFacts(code: string, description: string): CodeFacts['drug'] {
  if (!isDrugCode(code)) return null;
  const { kind, ...drug } = parseDrugDescriptor(description);
  return kind === 'drug' ? (drug as Omit<DrugDescriptor, 'kind'>) : null;
}

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
