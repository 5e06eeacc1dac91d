import { NO_UNIT } from '../../codebook/descriptor-table.ts';
import { codeSet } from '../../codes/code-set.ts';
import { NOT_A_DAY } from '../../codes/day.ts';
import { isPackedDrugCode } from '../../codes/drug-codes.ts';
import { packCodeText } from '../../codes/packed.ts';
import { isUnlistedLevelOne } from '../../codes/unlisted-codes.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report, whenOf } from '../define-edit.ts';
import type { FindingSource, Resolution } from '../finding.ts';
import { recordSource } from '../record-source.ts';

type Reason =
  | 'no-data'
  | 'not-described'
  | 'drug-not-described'
  | 'dose-not-described'
  | 'drug-without-ndc'
  | 'drug-units';

const FIRST_LEVEL_TWO = packCodeText('A0000');
/** Skin substitutes are billed by the square centimetre, whatever they are. */
const BY_AREA = codeSet('A2001-A2999 Q4100');

/**
 * A code for what has no code of its own says nothing: the claim has to describe the service. Of a drug it names the drug
 * and the dose, its National Drug Code, and one unit.
 */
export const unlistedCode = defineEdit<Reason>({
  id: 'unlisted-code',
  title: 'Unlisted and not otherwise classified codes',
  since: '0.2.0',
  sources: [
    { document: 'ASC X12N 005010X222A1 and 005010X223A2', section: 'SV101-7, SV202-7' },
    { document: 'CMS, Medicare FFS editing: "Not Otherwise Classified" code set' },
    { document: 'CMS list of HCPCS codes not otherwise classified', section: 'one row a code' },
    {
      document: 'Medicare Claims Processing Manual',
      section: 'chapter 26, section 10.4 (item 19); chapter 17, section 90.3',
    },
    {
      document: 'Palmetto GBA JJ Part B, Unclassified or not otherwise classified drug codes',
      section: 'required documentation: name, dosage, NDC; SV101-7',
    },
    { document: 'Noridian JE Part B, Unlisted procedure and not otherwise classified codes' },
  ],
  needs: ['hcpcs', 'hcpcs-noc'],
  stage: 'syntax',
  messages: {
    'no-data': {
      outcome: 'info',
      means: 'A line has a Level II code, and neither a HCPCS release nor CMS’s list of unclassified codes is loaded.',
      say: () =>
        'Neither a HCPCS release nor CMS’s list of codes not otherwise classified is loaded: whether Level II codes need a description was not checked.',
    },
    'not-described': {
      outcome: 'return',
      means: 'A code for what has no code of its own, and the line describes nothing.',
      needsDay: true,
      say: ({ code }) =>
        `${code} is for what has no code of its own: the line needs a description of the service (SV101-7, SV202-7 or a note).`,
      source: nocSource,
      resolutions: corrected,
    },
    'drug-not-described': {
      outcome: 'return',
      means: 'A code for a drug that has no code of its own, and the line names no drug.',
      needsDay: true,
      say: ({ code }) =>
        `${code} is for a drug that has no code of its own: the line needs the name of the drug and the dose (SV101-7, SV202-7 or a note).`,
      source: nocSource,
      resolutions: corrected,
    },
    'dose-not-described': {
      outcome: 'review',
      means: 'A code for a drug not otherwise specified that states its dose, and the line describes nothing.',
      needsDay: true,
      say: ({ code }) =>
        `${code} is for a drug that is not otherwise specified: where the payer’s list of such codes has it, the line needs a description (SV101-7, SV202-7).`,
      source: nocSource,
      resolutions: corrected,
    },
    'drug-without-ndc': {
      outcome: 'review',
      means: 'A code for a drug that has no code of its own, without a National Drug Code.',
      needsDay: true,
      say: ({ code }) => `${code} is for a drug that has no code of its own: the line names no National Drug Code.`,
      source: nocSource,
      resolutions: corrected,
    },
    'drug-units': {
      outcome: 'review',
      means: 'A code for a drug that has no code of its own, with other than one unit.',
      needsDay: true,
      say: ({ code, detail }) =>
        `${detail} units of ${code}, which is for a drug that has no code of its own: the whole dose is one unit.`,
      source: nocSource,
      resolutions: () => [{ kind: 'units', most: 1 }],
    },
  },
  check(input, report) {
    const { claim } = input;
    let isUnknown = false;
    for (let line = 0; line < claim.ownLines; line++) {
      const code = claim.code[line];
      if (code < FIRST_LEVEL_TWO) {
        if (isUnlistedLevelOne(code) && claim.clinical.isDescribed[line] === 0) report.add('not-described', line);
      } else if (input.records.descriptors === null && input.records.notClassified === null) isUnknown = true;
      else if (isNotClassified(input, line)) checkLine(input, line, report);
    }
    if (isUnknown) report.add('no-data', -1);
  },
});

function isNotClassified({ claim, records: { descriptors, notClassified } }: CheckInput, line: number): boolean {
  const code = claim.code[line];
  const day = claim.from[line];
  if (day === NOT_A_DAY) return false;
  if (notClassified?.has(code, day)) return true;
  const row = descriptors?.find(code, day) ?? -1;
  return row >= 0 && descriptors !== null && descriptors.isUnlisted(row);
}

function checkLine(input: CheckInput, line: number, report: Report<Reason>): void {
  const { clinical, code, units } = input.claim;
  const isDescribed = clinical.isDescribed[line] === 1;
  if (!isPackedDrugCode(code[line]) || BY_AREA.has(code[line])) {
    if (!isDescribed) report.add('not-described', line);
  } else if (hasDose(input, line)) {
    if (!isDescribed) report.add('dose-not-described', line);
  } else {
    if (!isDescribed) report.add('drug-not-described', line);
    if (clinical.ndc[line] === -1) report.add('drug-without-ndc', line);
    if (units[line] > 0 && units[line] !== 1) report.add('drug-units', line, -1, -1, units[line]);
  }
}

/** Whether one unit of the code is a stated dose, as of a salt or form not otherwise specified. */
function hasDose({ claim, records: { descriptors } }: CheckInput, line: number): boolean {
  const row = descriptors?.find(claim.code[line], claim.from[line]) ?? -1;
  return row >= 0 && descriptors !== null && descriptors.doseUnit(row) !== NO_UNIT;
}

/** CMS's list where it has the code, else the HCPCS record whose words say so; none of Level I codes. */
function nocSource(facts: FindingFacts): FindingSource | null {
  const listed = recordSource(facts, 'hcpcs-noc', facts.code, ['longDescription']);
  if (listed !== null) return listed;
  const answer = facts.codebook.code(facts.code, whenOf(facts));
  if (answer.status !== 'listed') return null;
  const { release, fields } = answer.entry;
  return { release: release.id, row: { code: facts.code, longDescription: fields.longDescription } };
}

function corrected(): Resolution[] {
  return [{ kind: 'correct-claim' }];
}
