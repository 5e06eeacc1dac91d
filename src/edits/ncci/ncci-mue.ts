import type { MueTable, MueValue } from '../../codebook/codebook.ts';
import { isoDay, NOT_A_DAY } from '../../codes/day.ts';
import { NOT_FOR_BILL_TYPE_MEANS, notForBillType } from '../bill-type.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from '../define-edit.ts';
import type { FindingSource, Resolution } from '../finding.ts';
import { MUE_FURTHER_LINES } from '../modifier-sets.ts';
import { SETTING_WORDS } from '../setting-words.ts';
import { areUnits, countedUnits, isFraction, tidy, unitsOfRun } from './mue-units.ts';

type Reason =
  | 'no-data'
  | 'not-for-bill-type'
  | 'units-invalid'
  | 'units-not-whole'
  | 'never-payable'
  | 'line-units'
  | 'day-units-absolute'
  | 'day-units'
  | 'day-units-cut-back';

/**
 * The most units of a code that are paid for one beneficiary on one day. Adjudication indicator 1 (and files
 * without one, as Medicaid's) looks at each line; 2 and 3 at all lines of the code, day and provider, over claims
 * where history is given, and deny all of them (or, by policy, what is above the value). A value of 0: never
 * payable in that setting. No row: no value is published, which is not to say that there is none.
 */
export const ncciMue = defineEdit<Reason>({
  id: 'ncci-mue',
  title: 'NCCI medically unlikely edits',
  since: '0.1.0',
  sources: [
    { document: 'NCCI Policy Manual for Medicare Services', section: 'chapter I, section V' },
    { document: 'CMS CR 8853 (Revised Modification to the Medically Unlikely Edit Program)' },
    { document: 'NCCI Technical Guidance Manual for Medicaid Services', date: '2021-02-28' },
    { document: 'CMS CR 7065, transmittal 2103 (fractional mileage on ambulance claims)', date: '2011-01-01' },
    { document: 'NCCI MUE files, one row a code', section: 'value, adjudication indicator, rationale' },
  ],
  needs: ['ncci-mue'],
  stage: 'MUE by day',
  messages: {
    'no-data': {
      outcome: 'info',
      means: 'No MUE table is loaded for the setting, or a line is dated outside of the quarters loaded.',
      say: ({ setting, tables }) => {
        const table = tables.mue[setting];
        return table === null
          ? `No MUE table for ${SETTING_WORDS[setting]} is loaded: units were not checked.`
          : `The MUE values loaded are known from ${isoDay(table.knownFrom)} to ${isoDay(table.knownTo)}; lines dated outside of these quarters were not checked.`;
      },
    },
    'not-for-bill-type': {
      outcome: 'info',
      means: NOT_FOR_BILL_TYPE_MEANS,
      say: (facts) => notForBillType(facts, 'medically unlikely edits for outpatient hospitals', 'units'),
    },
    'units-invalid': {
      outcome: 'return',
      means: 'The line has no units of service, no number above 0, or one too long for a claim.',
      stage: 'syntax',
      say: ({ detail }) =>
        Number.isNaN(detail)
          ? 'The line has no valid number of units of service.'
          : `${detail} is no valid number of units of service.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'units-not-whole': {
      outcome: 'review',
      means: 'A fraction of a unit; only minutes of anesthesia and miles of transport may have one.',
      stage: 'syntax',
      say: ({ detail }) => `${detail} units: units of service are whole numbers.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'never-payable': {
      outcome: 'deny',
      means: 'The MUE of the code is 0: it is never payable in the setting.',
      stage: 'MUE by line',
      say: (facts) => `${facts.code} has an MUE of 0 for ${SETTING_WORDS[facts.setting]}: it is not paid to them.`,
      source: mueSource,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'line-units': {
      outcome: 'deny',
      means: 'More units on one line than the MUE (adjudication indicator 1, or none): the whole line is denied.',
      stage: 'MUE by line',
      say: (facts) =>
        `${facts.detail} units of ${facts.code} a day on one line; its MUE is ${mueOf(facts).value} a line.`,
      source: mueSource,
      resolutions: (facts) => [...mostUnits(facts), { kind: 'split-lines', modifiers: MUE_FURTHER_LINES }],
    },
    'day-units-absolute': {
      outcome: 'deny',
      means: 'More units on one day than the MUE (adjudication indicator 2): set by policy, nothing gets more paid.',
      say: (facts) =>
        `${facts.detail} units of ${facts.code} on one day; its MUE is ${mueOf(facts).value} a day, set by policy: neither a modifier nor an appeal gets more paid.`,
      source: mueSource,
      resolutions: mostUnits,
    },
    'day-units': {
      outcome: 'deny',
      means:
        'More units on one day than the MUE (adjudication indicator 3): all lines denied, review on documentation.',
      say: (facts) =>
        `${facts.detail} units of ${facts.code} on one day; its MUE is ${mueOf(facts).value} a day. More may be paid on review if the record supports it.`,
      source: mueSource,
      resolutions: (facts) => [...mostUnits(facts), { kind: 'documentation' }],
    },
    'day-units-cut-back': {
      outcome: 'deny',
      means: 'By policy only the units above the day’s MUE are denied, on the last lines that have them.',
      say: (facts) =>
        `${facts.detail} units of ${facts.code} on this line are above its MUE of ${mueOf(facts).value} a day and are not paid.`,
      source: mueSource,
      resolutions: mostUnits,
    },
  },
  check(input, report) {
    const { claim, lines } = input;
    if (!input.outpatient.units) report.add('not-for-bill-type', -1, -1, -1, claim.facility);
    const table = input.outpatient.units ? input.tables.mue[input.setting] : null;
    let isOutside = table === null && input.outpatient.units && claim.ownLines > 0;
    for (let line = 0; line < claim.ownLines; line++) {
      if (!areUnits(claim.units[line])) report.add('units-invalid', line, -1, -1, claim.units[line]);
      else if (isFraction(claim, line)) report.add('units-not-whole', line, -1, -1, claim.units[line]);
      if (table !== null && claim.from[line] !== NOT_A_DAY && !isKnown(table, claim.from[line])) isOutside = true;
    }
    if (isOutside) report.add('no-data', -1);
    for (let service = 0; table !== null && service < lines.serviceCount; service++) {
      if (isKnown(table, lines.serviceDay(service))) checkService(input, table, service, report);
    }
  },
});

const isKnown = (table: MueTable, day: number): boolean => day >= table.knownFrom && day <= table.knownTo;

function checkService(input: CheckInput, table: MueTable, service: number, report: Report<Reason>): void {
  const { lines } = input;
  const day = lines.serviceDay(service);
  for (let run = lines.serviceStart[service]; run < lines.serviceStart[service + 1]; run++) {
    const id = lines.runCode(run);
    const row = id < 0 ? -1 : table.find(id, day);
    if (row < 0) continue;
    const value = table.value(row);
    const mai = table.mai(row);
    if (value === 0) reportEach(input, run, row, 'never-payable', report);
    else if (mai < 2) checkLines(input, run, row, value, report);
    else {
      const units = unitsOfRun(input, run, null, 0);
      if (units <= value) continue;
      if (input.policy.mue.day === 'cut-back') cutBack(input, run, row, value, report);
      else reportEach(input, run, row, mai === 2 ? 'day-units-absolute' : 'day-units', report, units);
    }
  }
}

/** A finding on each of the claim's own lines of the run that counts, with the same number. */
function reportEach(
  input: CheckInput,
  run: number,
  row: number,
  reason: Reason,
  report: Report<Reason>,
  detail = 0,
): void {
  const { claim, lines } = input;
  for (let i = lines.runStart[run]; i < lines.runStart[run + 1]; i++) {
    const line = lines.order[i];
    if (line < claim.ownLines && countedUnits(input, line) > 0) report.add(reason, line, row, -1, detail);
  }
}

function checkLines(input: CheckInput, run: number, row: number, value: number, report: Report<Reason>): void {
  const { claim, lines } = input;
  for (let i = lines.runStart[run]; i < lines.runStart[run + 1]; i++) {
    const line = lines.order[i];
    const units = countedUnits(input, line);
    if (line < claim.ownLines && units > value) report.add('line-units', line, row, -1, units);
  }
}

/** What earlier claims reported is paid first, then the lines in their order, each for what is left. */
function cutBack(input: CheckInput, run: number, row: number, value: number, report: Report<Reason>): void {
  const { claim, lines } = input;
  let left = value;
  for (let i = lines.runStart[run]; i < lines.runStart[run + 1]; i++) {
    if (lines.order[i] >= claim.ownLines) left -= countedUnits(input, lines.order[i]);
  }
  for (let i = lines.runStart[run]; i < lines.runStart[run + 1]; i++) {
    const line = lines.order[i];
    if (line >= claim.ownLines) continue;
    const units = countedUnits(input, line);
    const paid = Math.min(units, Math.max(0, left));
    left -= units;
    const above = tidy(units - paid);
    if (above > 0) report.add('day-units-cut-back', line, row, -1, above);
  }
}

const mueOf = (facts: FindingFacts): MueValue => facts.codebook.mueRow(facts.setting, facts.row, facts.asOf);

function mueSource(facts: FindingFacts): FindingSource {
  const { release, code, value, mai, rationale, from, to } = mueOf(facts);
  return { release: release.id, row: { code, value, mai, rationale, from: isoDay(from), to: isoDay(to) } };
}

function mostUnits(facts: FindingFacts): Resolution[] {
  return [{ kind: 'units', most: mueOf(facts).value }];
}
