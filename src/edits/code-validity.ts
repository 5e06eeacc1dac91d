import type { CodeEntry, HcpcsTable } from '../codebook/codebook.ts';
import { isoDay, isoDayOrOpen, NOT_A_DAY, OPEN_DAY } from '../codes/day.ts';
import { SHAPE_DENTAL, SHAPE_LEVEL_TWO, SHAPE_MALFORMED, shapeOf } from '../codes/packed-shape.ts';
import { defineEdit, type FindingFacts, type Report, whenOf } from './define-edit.ts';
import type { FindingSource, Resolution } from './finding.ts';

type Reason =
  | 'no-data'
  | 'missing'
  | 'malformed'
  | 'date-missing'
  | 'unknown'
  | 'unknown-outside-releases'
  | 'not-yet-valid'
  | 'terminated'
  | 'level-one-unlisted'
  | 'level-one-past-last-row'
  | 'dental-not-loaded';

/**
 * A code must exist and be in force on the (first) date of service, whatever the date of submission; there
 * is no grace period. Level II codes are judged by CMS's releases. Level I codes are judged by their shape
 * and by the NCCI tables that name them, and the finding says so, because CMS publishes no list of them.
 */
export const codeValidity = defineEdit<Reason>({
  id: 'code-validity',
  title: 'Code validity',
  since: '0.1.0',
  sources: [
    { document: 'Medicare Claims Processing Manual', section: 'chapter 23, section 20.3' },
    { document: 'CMS HCPCS Level II Alpha-Numeric File, record layout', date: '2018-10-31' },
    { document: '45 CFR 162.1002 (medical data code sets)' },
  ],
  needs: ['hcpcs'],
  messages: {
    'no-data': {
      outcome: 'info',
      say: () => 'No HCPCS release is loaded: Level II codes were not checked.',
    },
    missing: {
      outcome: 'return',
      say: () => 'The line has no procedure code.',
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    malformed: {
      outcome: 'return',
      say: ({ code }) =>
        `"${code}" is not a code: a code is five digits, four digits and A, F, M, T or U, or a letter and four digits.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'date-missing': {
      outcome: 'return',
      say: () => 'The line has no valid date of service, so nothing that depends on it could be checked.',
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    unknown: {
      outcome: 'deny',
      say: ({ code, tables }) =>
        `${code} is in no HCPCS Level II release from ${isoDay(known(tables.hcpcs).knownFrom)} to ${isoDay(known(tables.hcpcs).knownTo)}.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'unknown-outside-releases': {
      outcome: 'review',
      say: ({ code, tables }) =>
        `${code} is in no HCPCS Level II release loaded, but the date of service lies outside of them (${isoDay(known(tables.hcpcs).knownFrom)} to ${isoDay(known(tables.hcpcs).knownTo)}).`,
    },
    'not-yet-valid': {
      needsDay: true,
      outcome: 'deny',
      say: (facts) => `${facts.code} is valid from ${isoDay(entryOf(facts).from)}, after the date of service.`,
      source: codeSource,
    },
    terminated: {
      needsDay: true,
      outcome: 'deny',
      say: (facts) => {
        const successors = successorsOf(entryOf(facts));
        const instead = successors.length > 0 ? ` CMS refers to ${successors.join(', ')}.` : '';
        return `${facts.code} was valid through ${isoDayOrOpen(entryOf(facts).to)}, before the date of service.${instead}`;
      },
      source: codeSource,
      resolutions: (facts): Resolution[] => {
        const codes = successorsOf(entryOf(facts));
        return codes.length > 0 ? [{ kind: 'code', codes }] : [{ kind: 'correct-claim' }];
      },
    },
    'level-one-unlisted': {
      outcome: 'review',
      say: ({ code }) =>
        `${code} has the shape of a Level I (CPT) code, but no table loaded names it; no licensed CPT list is loaded to confirm it.`,
    },
    'level-one-past-last-row': {
      needsDay: true,
      outcome: 'review',
      say: (facts) => {
        const { code, codebook } = facts;
        const answer = codebook.code(code, whenOf(facts));
        const last = answer.status === 'seen' ? isoDayOrOpen(answer.evidence.to) : null;
        return `${code} is a Level I (CPT) code whose last row in the NCCI tables ended on ${last}: it was probably deleted then. No licensed CPT list is loaded to confirm it.`;
      },
    },
    'dental-not-loaded': {
      outcome: 'info',
      say: ({ code }) => `${code} is a dental code, kept by the American Dental Association; its list is not loaded.`,
    },
  },
  check({ claim, lines, tables }, report) {
    let absent = false;
    for (let line = 0; line < claim.ownLines; line++) {
      if (claim.codeStart[line] === claim.codeEnd[line]) report.add('missing', line);
      else if (claim.from[line] === NOT_A_DAY) report.add('date-missing', line);
      const shape = shapeOf(claim.code[line]);
      if (shape === SHAPE_MALFORMED) {
        if (claim.codeStart[line] !== claim.codeEnd[line]) report.add('malformed', line);
        continue;
      }
      if (tables.hcpcs === null) absent ||= shape === SHAPE_LEVEL_TWO;
      else if (claim.from[line] !== NOT_A_DAY)
        checkInForce(tables.hcpcs, lines.codeId[line], shape, claim.from[line], line, report);
    }
    if (absent) report.add('no-data', -1);
  },
});

function checkInForce(
  table: HcpcsTable,
  id: number,
  shape: number,
  day: number,
  line: number,
  report: Report<Reason>,
): void {
  const listed = id >= 0 && table.from(id) <= table.to(id);
  if (listed) {
    if (table.inForce(id, day)) return;
    report.add(day < table.from(id) ? 'not-yet-valid' : 'terminated', line);
  } else if (shape === SHAPE_DENTAL) report.add('dental-not-loaded', line);
  else if (shape === SHAPE_LEVEL_TWO) {
    const outside = day < table.knownFrom || day > table.knownTo;
    report.add(outside ? 'unknown-outside-releases' : 'unknown', line);
  } else if (id < 0 || table.seenFrom(id) > table.seenTo(id)) report.add('level-one-unlisted', line);
  else if (table.seenTo(id) !== OPEN_DAY && day > table.seenTo(id)) {
    report.add('level-one-past-last-row', line);
  }
}

function known(table: HcpcsTable | null): HcpcsTable {
  if (table === null) throw new Error('a finding of code-validity without its table');
  return table;
}

function entryOf(facts: FindingFacts): CodeEntry {
  const answer = facts.codebook.code(facts.code, whenOf(facts));
  if (answer.status !== 'listed') throw new Error(`${facts.code} is not listed`);
  return answer.entry;
}

function codeSource(facts: FindingFacts): FindingSource {
  const entry = entryOf(facts);
  return {
    release: entry.windowRelease.id,
    row: { code: facts.code, from: isoDay(entry.from), to: isoDayOrOpen(entry.to) },
  };
}

/** The codes that the record cross-references: where CMS names a successor, it names it there. */
function successorsOf(entry: CodeEntry): string[] {
  const { crossReference1, crossReference2, crossReference3, crossReference4, crossReference5 } = entry.fields;
  return [crossReference1, crossReference2, crossReference3, crossReference4, crossReference5].filter((x) => x !== '');
}
