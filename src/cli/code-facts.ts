import type { AddOnAnswer, Codebook, MueAnswer, When } from '../codebook/codebook.ts';
import { type Code, parseCode } from '../codes/code.ts';
import type { Successor } from '../codes/cross-references.ts';
import { isoDay, isoDayOrOpen, OPEN_DAY } from '../codes/day.ts';
import type { DecodedRecord } from '../codes/decode-record.ts';
import { diagnosisKey } from '../codes/diagnosis.ts';
import type { DrugDescriptor } from '../codes/drug-descriptor.ts';
import type { EvaluationAndManagement } from '../codes/evaluation-and-management.ts';
import type { LevelTwoRange } from '../codes/level-two-sections.ts';
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

/**
 * What the codebook knows of a text as a code, on a date as of a date. What only some codes need is loaded for those
 * alone: a process that looks one code up would take a tenth longer to load it all.
 */
export async function codeFacts(codebook: Codebook, asked: string, when: When): Promise<CodeFacts> {
  const diagnosis = diagnosisKey(asked);
  if (diagnosis !== null) {
    const { diagnosisFacts } = await import('./diagnosis-facts.ts');
    return { ...NOTHING, asked, ...diagnosisFacts(codebook, diagnosis, when) };
  }
  const parsed = parseCode(asked);
  if (parsed.kind === 'invalid') return { ...NOTHING, asked, reason: parsed.message };
  const { code, kind, level, category, section, steward } = parsed;
  const own = { asked, code, kind, level, category, section, steward };
  if (kind === 'modifier') return { ...NOTHING, ...own, ...(await modifier(codebook, code, level, when)) };
  const known = await answered(codebook, code, when);
  return { ...NOTHING, ...own, ...known, ...(await factsByNumber(codebook, code, known.processingNote ?? null, when)) };
}

/** What a kind of code adds to NOTHING. */
export type KnownFacts = Pick<CodeFacts, 'status'> & Partial<CodeFacts>;

async function modifier(codebook: Codebook, code: string, level: 'I' | 'II', when: When): Promise<KnownFacts> {
  const { levelOneModifier, tripNote } = await import('./modifier-facts.ts');
  if (level === 'I') return levelOneModifier(code, when.on);
  const known = await answered(codebook, code, when);
  return known.reason ? { ...known, reason: known.reason + tripNote(code) } : known;
}

/** What is known of a code whether or not a release lists it. */
async function factsByNumber(codebook: Codebook, code: string, note: string | null, when: When) {
  return {
    ...(await tableFacts(codebook, code, note, when)),
    sectionRange: /^[A-Z]/.test(code) ? (await import('../codes/level-two-sections.ts')).levelTwoRange(code) : null,
    evaluationAndManagement: MAY_BE_VISIT.test(code) ? await visit(code, when) : null,
    mue: mueFacts(codebook, code, when),
    addOn: addOnFacts(codebook, code, when),
  };
}

/** All evaluation and management codes begin so, as others do. */
const MAY_BE_VISIT = /^(9[89]|G[02])/;

const visit = async (code: string, { on }: When): Promise<EvaluationAndManagement | null> =>
  (await import('../codes/evaluation-and-management.ts')).evaluationAndManagementOf(code, on);

async function answered(codebook: Codebook, code: string, when: When): Promise<KnownFacts> {
  const answer = codebook.code(code, when);
  switch (answer.status) {
    case 'listed':
      return (await import('./listed-facts.ts')).listedFacts(codebook, answer, when);
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
      return { status: answer.status, reason: answer.reason };
  }
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
