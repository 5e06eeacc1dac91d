import { normalisedCode } from '../../claims/normalise.ts';
import type { CodeEntry, HcpcsTable } from '../../codebook/codebook.ts';
import { isoDay, NOT_A_DAY, OPEN_DAY } from '../../codes/day.ts';
import { SHAPE_DENTAL, SHAPE_LEVEL_ONE, SHAPE_LEVEL_TWO, SHAPE_MALFORMED, shapeOf } from '../../codes/packed-shape.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report, whenOf } from '../define-edit.ts';
import type { FindingSource, Resolution } from '../finding.ts';
import type { LocalCode } from '../profile.ts';

type Reason =
  | 'no-data'
  | 'void-claim'
  | 'missing'
  | 'malformed'
  | 'date-missing'
  | 'dates-reversed'
  | 'unknown'
  | 'unknown-outside-releases'
  | 'not-yet-valid'
  | 'terminated'
  | 'level-one-unlisted'
  | 'level-one-past-last-row'
  | 'dental-not-loaded'
  | 'local-code'
  | 'local-code-not-in-force';

/** Of what is no code at most this much is said back. */
const SHOWN = 20;

/**
 * A code must exist and be in force on the (first) date of service, whatever the date of submission; there is no
 * grace period. Level II codes are judged by CMS's releases. Level I codes are judged by their shape and by the
 * NCCI tables that name them, and the finding says so, because CMS publishes no list of them.
 */
export const codeValidity = defineEdit<Reason>({
  id: 'code-validity',
  title: 'Code validity',
  since: '0.1.0',
  sources: [
    {
      document: 'Medicare Claims Processing Manual',
      section: 'chapter 23, sections 20.3 and 20.4 (deleted codes)',
      date: '2020-07-10',
    },
    { document: 'CMS HCPCS Level II Alpha-Numeric File, record layout', date: '2018-10-31' },
    { document: '45 CFR 162.1000(a) and 162.1002 (medical data code sets)' },
    { document: 'ASC X12 005010X222A1, CLM05-3: claim frequency code 8 (void)' },
  ],
  needs: ['hcpcs'],
  stage: 'code and modifier validity',
  messages: {
    'no-data': {
      outcome: 'info',
      means: 'No HCPCS release is loaded, or a Level II code is dated after the last one loaded.',
      say: ({ tables, detail }) =>
        tables.hcpcs === null
          ? 'No HCPCS release is loaded: Level II codes were not checked.'
          : `The HCPCS releases loaded speak through ${isoDay(detail)}: for later lines, codes terminated since are unknown.`,
    },
    'void-claim': {
      outcome: 'info',
      means: 'The claim voids an earlier one (frequency 8): it asks for no payment, and no edit was run.',
      stage: 'syntax',
      say: () => 'The claim voids an earlier one (frequency 8) and asks for no payment: its lines were not checked.',
    },
    missing: {
      outcome: 'return',
      means: 'The line has no procedure code and, on an institutional claim, no revenue code either.',
      stage: 'syntax',
      say: () => 'The line has no procedure code.',
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    malformed: {
      outcome: 'return',
      means: 'What stands as the code has the shape of none.',
      stage: 'syntax',
      say: ({ code }) =>
        `"${code.length > SHOWN ? `${code.slice(0, SHOWN)}…` : code}" is not a code: a code is five digits, four digits and A, F, M, T or U, or a letter and four digits.`,
      resolutions: ({ code }) => {
        const meant = normalisedCode(code);
        return meant === null ? [{ kind: 'correct-claim' }] : [{ kind: 'code', codes: [meant] }];
      },
    },
    'date-missing': {
      outcome: 'return',
      means: 'The line has no date of service, or one that the calendar does not have.',
      stage: 'syntax',
      say: () => 'The line has no valid date of service, so nothing that depends on it could be checked.',
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'dates-reversed': {
      outcome: 'return',
      means: 'The dates of service end before they begin.',
      stage: 'syntax',
      say: () => 'The dates of service end before they begin; the line was checked on the first of them.',
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    unknown: {
      outcome: 'deny',
      means: 'A Level II code that no release lists, on a date that a loaded release covers.',
      say: ({ code, tables }) => `${code} is in no HCPCS Level II release${spanOf(tables.hcpcs)}.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'unknown-outside-releases': {
      outcome: 'review',
      means: 'A Level II code that no release lists, on a date that no loaded release covers.',
      say: ({ code }) => `No HCPCS Level II release loaded covers the date of service, and none lists ${code}.`,
    },
    'not-yet-valid': {
      outcome: 'deny',
      means: 'The date of service is before the first day of a Level II code.',
      needsDay: true,
      say: (facts) => `${facts.code} is valid from ${dayText(entryOf(facts)?.from)}, after the date of service.`,
      source: codeSource,
    },
    terminated: {
      outcome: 'deny',
      means: 'The date of service is after the last day of a Level II code; there is no grace period.',
      needsDay: true,
      say: (facts) => {
        const entry = entryOf(facts);
        const successors = successorsOf(entry);
        const instead = successors.length > 0 ? ` CMS refers to ${successors.join(', ')}.` : '';
        return `${facts.code} was valid through ${dayText(entry?.to)}, before the date of service.${instead}`;
      },
      source: codeSource,
      resolutions: (facts): Resolution[] => {
        const codes = successorsOf(entryOf(facts)).filter((code) => mayBeUsed(code, facts));
        return codes.length > 0 ? [{ kind: 'code', codes }] : [{ kind: 'correct-claim' }];
      },
    },
    'level-one-unlisted': {
      outcome: 'review',
      means: 'The shape of a Level I (CPT) code, which no table loaded names; no licensed list is loaded.',
      say: ({ code }) =>
        `${code} has the shape of a Level I (CPT) code, but no table loaded names it; no licensed CPT list is loaded to confirm it.`,
    },
    'level-one-past-last-row': {
      outcome: 'review',
      means: 'A Level I (CPT) code, dated after the last NCCI row that names it ended: probably deleted.',
      needsDay: true,
      say: (facts) => {
        const { code, codebook } = facts;
        const answer = codebook.code(code, whenOf(facts));
        const last = answer.status === 'seen' ? dayText(answer.evidence.to) : 'an earlier day';
        return `${code} is a Level I (CPT) code whose last row in the NCCI tables ended on ${last}: it was probably deleted then. No licensed CPT list is loaded to confirm it.`;
      },
    },
    'dental-not-loaded': {
      outcome: 'info',
      means: 'A dental code (D and four digits): the ADA’s list is not loaded.',
      say: ({ code }) => `${code} is a dental code, kept by the American Dental Association; its list is not loaded.`,
    },
    'local-code': {
      outcome: 'info',
      means: 'A code of the payer’s own, as its profile has it.',
      say: (facts) => `${facts.code} is a local code of this payer: ${localOf(facts).description}.`,
      source: localSource,
    },
    'local-code-not-in-force': {
      outcome: 'deny',
      means: 'A code of the payer’s own, on a day on which its profile does not have it.',
      needsDay: true,
      say: (facts) => {
        const { from, to } = localOf(facts);
        return `${facts.code} is a local code of this payer, valid from ${from}${to === undefined ? '' : ` through ${to}`}.`;
      },
      source: localSource,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
  },
  check(input, report) {
    const { claim, lines, known, tables } = input;
    let isAbsent = false;
    let isNewer = false;
    for (let line = 0; line < claim.ownLines; line++) {
      const day = claim.from[line];
      if (day === NOT_A_DAY) report.add('date-missing', line);
      else if (claim.to[line] < day && claim.to[line] !== NOT_A_DAY) report.add('dates-reversed', line);
      if (isLocal(input, line, report)) continue;
      const shape = checkShape(input, line, report);
      if (shape === SHAPE_LEVEL_TWO) {
        if (tables.hcpcs === null) isAbsent = true;
        else if (day !== NOT_A_DAY) {
          checkLevelTwo(tables.hcpcs, lines.codeId[line], day, line, report);
          if (day > known.hcpcs) isNewer = true;
        }
      } else if (shape === SHAPE_LEVEL_ONE) {
        checkLevelOne(tables.hcpcs, lines.codeId[line], day, line, report);
      } else if (shape === SHAPE_DENTAL) checkDental(tables.hcpcs, lines.codeId[line], day, line, report);
    }
    if (isAbsent) report.add('no-data', -1);
    else if (isNewer) report.add('no-data', -1, -1, -1, known.hcpcs);
  },
});

/** Whether the payer has the code as its own; whether it is in force is reported. */
function isLocal({ claim, payer }: CheckInput, line: number, report: Report<Reason>): boolean {
  if (payer.localCodes.size === 0) return false;
  const windows = payer.localCodes.get(claim.code[line]);
  const day = claim.from[line];
  if (windows === undefined || day === NOT_A_DAY) return windows !== undefined;
  const inForce = windows.find(({ from, to }) => day >= from && day <= to);
  const { number } = inForce ?? windows[windows.length - 1];
  report.add(inForce === undefined ? 'local-code-not-in-force' : 'local-code', line, -1, -1, number);
  return true;
}

function localOf({ profile, detail }: FindingFacts): LocalCode {
  const local = profile.localCodes?.[detail];
  if (local === undefined) throw new RangeError('a finding names a local code that the profile does not have');
  return local;
}

function localSource(facts: FindingFacts): FindingSource {
  const { code, from, to = null } = localOf(facts);
  return { release: `profile/${facts.profile.id}`, row: { code, from, to } };
}

function checkShape({ claim }: CheckInput, line: number, report: Report<Reason>): number {
  const shape = shapeOf(claim.code[line]);
  if (shape !== SHAPE_MALFORMED) return shape;
  if (claim.codeStart[line] !== claim.codeEnd[line]) report.add('malformed', line);
  // A revenue code alone is a whole institutional line (room, supplies): 005010X223, SV202 is situational.
  else if (claim.revenue[line] < 0) report.add('missing', line);
  return shape;
}

function checkLevelTwo(table: HcpcsTable, id: number, day: number, line: number, report: Report<Reason>): void {
  if (id >= 0 && table.inForce(id, day)) return;
  if (isListed(table, id)) report.add(day < table.from(id) ? 'not-yet-valid' : 'terminated', line);
  else report.add(table.covers(day) ? 'unknown' : 'unknown-outside-releases', line);
}

/** Without a HCPCS release there are no spans: that a table names the code is all that is known. */
function checkLevelOne(table: HcpcsTable | null, id: number, day: number, line: number, report: Report<Reason>): void {
  const isSeen = id >= 0 && (table === null || table.seenFrom(id) <= table.seenTo(id));
  if (!isSeen) report.add('level-one-unlisted', line);
  else if (table !== null && day !== NOT_A_DAY && day > table.seenTo(id) && table.seenTo(id) !== OPEN_DAY) {
    report.add('level-one-past-last-row', line);
  }
}

/** Older HCPCS releases listed dental codes; where one does, it says when. */
function checkDental(table: HcpcsTable | null, id: number, day: number, line: number, report: Report<Reason>): void {
  if (table === null || !isListed(table, id)) report.add('dental-not-loaded', line);
  else if (day !== NOT_A_DAY) checkLevelTwo(table, id, day, line, report);
}

const isListed = (table: HcpcsTable, id: number): boolean => id >= 0 && table.from(id) <= table.to(id);

const dayText = (day: number | undefined): string =>
  day === undefined || day === OPEN_DAY || day === NOT_A_DAY ? 'another day' : isoDay(day);

const spanOf = (table: HcpcsTable | null): string =>
  table === null ? '' : ` from ${isoDay(table.knownFrom)} to ${isoDay(table.knownTo)}`;

function entryOf(facts: FindingFacts): CodeEntry | undefined {
  const answer = facts.codebook.code(facts.code, whenOf(facts));
  return answer.status === 'listed' ? answer.entry : undefined;
}

function codeSource(facts: FindingFacts): FindingSource | null {
  const entry = entryOf(facts);
  if (entry === undefined) return null;
  const to = entry.to === OPEN_DAY ? null : isoDay(entry.to);
  return { release: entry.windowRelease.id, row: { code: facts.code, from: isoDay(entry.from), to } };
}

/** The codes that the record cross-references: where CMS names a successor, it names it there. */
function successorsOf(entry: CodeEntry | undefined): string[] {
  if (entry === undefined) return [];
  const { crossReference1, crossReference2, crossReference3, crossReference4, crossReference5 } = entry.fields;
  return [crossReference1, crossReference2, crossReference3, crossReference4, crossReference5].filter((x) => x !== '');
}

/** Whether nothing says that the code was not in force on the date of service. */
function mayBeUsed(code: string, facts: FindingFacts): boolean {
  const answer = facts.codebook.code(code, whenOf(facts));
  return answer.status !== 'listed' || answer.inForce;
}
