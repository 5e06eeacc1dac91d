import type { AddOnTable } from '../codebook/codebook.ts';
import { isoDay, NOT_A_DAY, OPEN_DAY } from '../codes/day.ts';
import { packCodeText } from '../codes/packed.ts';
import { type CheckInput, defineEdit, type FindingFacts, whenOf } from './define-edit.ts';
import type { FindingSource, Resolution } from './finding.ts';

type Reason =
  | 'no-data'
  | 'primary-missing'
  | 'no-other-service'
  | 'primary-not-listed'
  | 'contractor-decides'
  | 'primary-denied';

/** Critical care: the add-on code may follow a group member's primary code, whatever the specialty. */
const ANY_OF_GROUP = packCodeText('99292');

/**
 * An add-on code is payable only beside one of its primary codes, itself payable, on the same day by the
 * same provider. Type 1: CMS lists all primaries. Type 2: the contractor decides (`CCCCC`). Type 3: CMS
 * lists some of them.
 */
export const ncciAoc = defineEdit<Reason>({
  id: 'ncci-aoc',
  title: 'NCCI add-on code edits',
  since: '0.1.0',
  sources: [
    { document: 'NCCI Policy Manual for Medicare Services', section: 'chapter I, section R' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 12, section 30' },
    { document: 'CMS CR 7501 (National Correct Coding Initiative add-on codes)', date: '2012-07-20' },
  ],
  needs: ['ncci-aoc'],
  messages: {
    'no-data': { outcome: 'info', say: () => 'No add-on code table is loaded: add-on codes were not checked.' },
    'primary-missing': {
      needsDay: true,
      outcome: 'deny',
      say: ({ code }) => `${code} is an add-on code and none of its primary codes stands on the same day.`,
      source: addOnSource,
      resolutions: primaries,
    },
    'no-other-service': {
      needsDay: true,
      outcome: 'deny',
      say: ({ code }) => `${code} is an add-on code and no other service stands on the same day.`,
      source: addOnSource,
      resolutions: primaries,
    },
    'primary-not-listed': {
      needsDay: true,
      outcome: 'review',
      say: ({ code }) =>
        `${code} is an add-on code of type 3: none of its listed primary codes stands on the same day, and the contractor decides whether another service counts.`,
      source: addOnSource,
      resolutions: primaries,
    },
    'contractor-decides': {
      outcome: 'review',
      say: ({ code }) =>
        `${code} is an add-on code of type 2: CMS lists no primary codes for it, the contractor decides whether the other services count.`,
      source: addOnSource,
    },
    'primary-denied': {
      needsDay: true,
      outcome: 'deny',
      say: ({ code }) => `${code} is an add-on code and falls with its primary code, which is denied.`,
      source: addOnSource,
      resolutions: primaries,
    },
  },
  check(input, report) {
    const { claim, lines, tables } = input;
    if (tables.addOn === null) {
      if (claim.ownLines > 0) report.add('no-data', -1);
      return;
    }
    for (let line = 0; line < claim.ownLines; line++) {
      const id = lines.codeId[line];
      if (id < 0 || claim.from[line] === NOT_A_DAY) continue;
      if (tables.addOn.start(id) === tables.addOn.end(id)) continue;
      const verdict = judgeAddOn(input, tables.addOn, line, always);
      if (verdict !== null && verdict.reason !== null) report.add(verdict.reason, line, verdict.row);
    }
  },
});

const always = (): boolean => true;

interface Verdict {
  /** null where the add-on code stands beside a primary that counts. */
  readonly reason: Exclude<Reason, 'no-data' | 'primary-denied'> | null;
  /** The row that says so: the matching one, or the first in force. */
  readonly row: number;
}

/**
 * What the table says of an add-on line, given which lines are payable; null where no row of the code is in
 * force on its day.
 */
export function judgeAddOn(
  input: CheckInput,
  table: AddOnTable,
  line: number,
  payable: (line: number) => boolean,
): Verdict | null {
  const { claim, lines } = input;
  const end = table.end(lines.codeId[line]);
  let first = -1;
  for (let row = table.start(lines.codeId[line]); row < end; row++) {
    if (!table.inForce(row, claim.from[line])) continue;
    if (first < 0) first = row;
    if (table.primary(row) >= 0 && primaryStands(input, table.primary(row), line, payable))
      return { reason: null, row };
  }
  if (first < 0) return null;
  const type = table.type(first);
  if (type === 1) return { reason: 'primary-missing', row: first };
  if (!otherServiceStands(input, table, line, payable)) return { reason: 'no-other-service', row: first };
  return { reason: type === 2 ? 'contractor-decides' : 'primary-not-listed', row: first };
}

function primaryStands(input: CheckInput, primary: number, line: number, payable: (line: number) => boolean): boolean {
  const { claim, lines } = input;
  for (let other = 0; other < claim.lineCount; other++) {
    if (lines.codeId[other] === primary && other !== line && isBeside(input, line, other) && payable(other))
      return true;
  }
  return false;
}

function otherServiceStands(
  input: CheckInput,
  table: AddOnTable,
  line: number,
  payable: (line: number) => boolean,
): boolean {
  const { claim, lines } = input;
  for (let other = 0; other < claim.lineCount; other++) {
    const id = lines.codeId[other];
    if (id < 0 || id === lines.codeId[line] || table.start(id) !== table.end(id)) continue;
    if (isBeside(input, line, other) && payable(other)) return true;
  }
  return false;
}

function isBeside({ claim, lines }: CheckInput, line: number, other: number): boolean {
  if (claim.code[line] === ANY_OF_GROUP) return claim.from[line] === claim.from[other];
  return lines.sameService(line, other);
}

function addOnSource(facts: FindingFacts): FindingSource {
  const row = facts.codebook.addOnRow(facts.row, facts.asOf);
  return {
    release: row.release.id,
    row: {
      addOn: row.addOn,
      primary: row.primary,
      type: row.type,
      effective: row.effective === null ? null : isoDay(row.effective),
      deletion: row.deletion === null || row.deletion === OPEN_DAY ? null : isoDay(row.deletion),
    },
  };
}

function primaries(facts: FindingFacts): Resolution[] {
  const codes = facts.codebook
    .addOn(facts.code, whenOf(facts))
    .rows.flatMap((row) => (row.primary === null ? [] : [row.primary]));
  return codes.length > 0 ? [{ kind: 'primary', codes }] : [{ kind: 'documentation' }];
}
