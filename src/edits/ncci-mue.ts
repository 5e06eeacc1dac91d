import { UNIT_BASIS_MINUTES } from '../claims/coded-claim.ts';
import type { MueTable, MueValue } from '../codebook/codebook.ts';
import { isoDay, NOT_A_DAY } from '../codes/day.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from './define-edit.ts';
import type { FindingSource, Resolution } from './finding.ts';
import { MODIFIER_55, MUE_FURTHER_LINES } from './modifier-sets.ts';

type Reason = 'no-data' | 'units-invalid' | 'never-payable' | 'line-units' | 'day-units-absolute' | 'day-units';

/**
 * The most units of a code that are paid for one beneficiary on one day. Adjudication indicator 1 (and
 * files without one, as Medicaid's) looks at each line; 2 and 3 at all lines of the code, day and provider,
 * over claims where history is given, and deny all of them.
 */
export const ncciMue = defineEdit<Reason>({
  id: 'ncci-mue',
  title: 'NCCI medically unlikely edits',
  since: '0.1.0',
  sources: [
    { document: 'NCCI Policy Manual for Medicare Services', section: 'chapter I, section V' },
    { document: 'CMS CR 8853 (MUE adjudication indicators)', date: '2014-08-15' },
  ],
  needs: ['ncci-mue'],
  messages: {
    'no-data': {
      outcome: 'info',
      say: ({ setting, detail, tables }) => {
        const table = tables.mue[setting];
        return table === null || detail === NOT_A_DAY
          ? `No MUE table for the setting ${setting} is loaded: units were not checked.`
          : `The MUE values loaded are known from ${isoDay(table.knownFrom)} to ${isoDay(table.knownTo)}; lines dated outside of these quarters were not checked.`;
      },
    },
    'units-invalid': {
      outcome: 'return',
      say: ({ detail }) =>
        Number.isNaN(detail)
          ? 'The line has no units of service.'
          : `${detail} is no valid number of units of service.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'never-payable': {
      outcome: 'deny',
      say: (facts) => `${facts.code} has an MUE of 0: it is not payable in the setting ${facts.setting}.`,
      source: mueSource,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'line-units': {
      outcome: 'deny',
      say: (facts) => `${facts.detail} units of ${facts.code} on one line; its MUE is ${mueOf(facts).value} a line.`,
      source: mueSource,
      resolutions: (facts) => [...mostUnits(facts), { kind: 'split-lines', modifiers: MUE_FURTHER_LINES }],
    },
    'day-units-absolute': {
      outcome: 'deny',
      say: (facts) =>
        `${facts.detail} units of ${facts.code} on one day; its MUE is ${mueOf(facts).value} a day, set by policy: nothing resolves more.`,
      source: mueSource,
      resolutions: mostUnits,
    },
    'day-units': {
      outcome: 'deny',
      say: (facts) =>
        `${facts.detail} units of ${facts.code} on one day; its MUE is ${mueOf(facts).value} a day. More is reviewed on documentation.`,
      source: mueSource,
      resolutions: (facts) => [...mostUnits(facts), { kind: 'documentation' }],
    },
  },
  check(input, report) {
    const { claim, lines } = input;
    const table = input.tables.mue[input.setting];
    let outside = NOT_A_DAY;
    for (let line = 0; line < claim.ownLines; line++) {
      if (!(claim.units[line] > 0)) report.add('units-invalid', line, -1, -1, claim.units[line]);
      const day = claim.from[line];
      if (table === null || day === NOT_A_DAY) continue;
      if (day < table.knownFrom || day > table.knownTo) outside = day;
      else if (lines.codeId[line] >= 0 && claim.units[line] > 0) checkUnits(input, table, line, report);
    }
    if (table === null ? claim.ownLines > 0 : outside !== NOT_A_DAY) report.add('no-data', -1, -1, -1, outside);
  },
});

function checkUnits(input: CheckInput, table: MueTable, line: number, report: Report<Reason>): void {
  const { claim, lines } = input;
  const row = table.find(lines.codeId[line], claim.from[line]);
  if (row < 0 || isExempt(input, line)) return;
  const value = table.value(row);
  const mai = table.mai(row);
  if (value === 0) report.add('never-payable', line, row, -1, claim.units[line]);
  else if (mai < 2) {
    const units = unitsPerDay(input, line);
    if (units > value) report.add('line-units', line, row, -1, units);
  } else {
    const units = unitsOfDay(input, line);
    if (units > value) report.add(mai === 2 ? 'day-units-absolute' : 'day-units', line, row, -1, units);
  }
}

/** All units of the line's code, day and provider, over lines and earlier claims. */
function unitsOfDay(input: CheckInput, line: number): number {
  const { claim, lines } = input;
  let units = 0;
  for (let other = 0; other < claim.lineCount; other++) {
    if (lines.codeId[other] !== lines.codeId[line] || !lines.sameService(line, other)) continue;
    if (claim.units[other] > 0 && !isExempt(input, other)) units += unitsPerDay(input, other);
  }
  return units;
}

/** Units of a line with a range of dates are spread over its days, rounded up. */
function unitsPerDay({ claim }: CheckInput, line: number): number {
  const days = claim.to[line] === NOT_A_DAY ? 1 : claim.to[line] - claim.from[line] + 1;
  return days > 1 ? Math.ceil(claim.units[line] / days) : claim.units[line];
}

/** Anesthesia minutes are not MUE units, and postoperative care alone (modifier 55) is exempt. */
function isExempt({ claim, lines }: CheckInput, line: number): boolean {
  return claim.unitBasis[line] === UNIT_BASIS_MINUTES || lines.hasModifier(line, MODIFIER_55);
}

const mueOf = (facts: FindingFacts): MueValue => facts.codebook.mueRow(facts.setting, facts.row, facts.asOf);

function mueSource(facts: FindingFacts): FindingSource {
  const mue = mueOf(facts);
  return {
    release: mue.release.id,
    row: {
      code: mue.code,
      value: mue.value,
      mai: mue.mai,
      rationale: mue.rationale,
      from: isoDay(mue.from),
      to: isoDay(mue.to),
    },
  };
}

const mostUnits = (facts: FindingFacts): Resolution[] => [{ kind: 'units', most: mueOf(facts).value }];
