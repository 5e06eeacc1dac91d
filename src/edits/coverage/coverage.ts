import { POINTER_SLOTS, ROLE_OTHER, ROLE_PRINCIPAL } from '../../claims/clinical-facts.ts';
import type { CoveragePolicy, DiagnosisGroup } from '../../codebook/coverage-table.ts';
import { isoDay, isoDayOrOpen, NOT_A_DAY } from '../../codes/day.ts';
import { packModifierText } from '../../codes/packed.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from '../define-edit.ts';
import type { FindingSource } from '../finding.ts';
import { SEVERAL, SUPPORTED, verdictOf } from './verdict.ts';

type Reason =
  | 'no-data'
  | 'state-unknown'
  | 'earlier-version'
  | 'not-supported'
  | 'not-supported-notified'
  | 'several-needed'
  | 'expected-denial'
  | 'statutory-exclusion';

const [GA, GY, GZ] = ['GA', 'GY', 'GZ'].map(packModifierText);

/**
 * Medical necessity: a code that a billing and coding article of the contractor for the state lists is supported when
 * a diagnosis that the line points to is among those the article covers, and not among those it does not. GA says that
 * the patient was told in writing (an ABN is on file) and makes the patient liable; GZ says that a denial is expected
 * and no ABN is on file, GY that the item is excluded by statute: lines with either are denied unseen. Codes that no
 * article lists are not judged: no policy is known, which is not to say that all is covered.
 */
export const coverage = defineEdit<Reason>({
  id: 'coverage',
  title: 'Coverage (medical necessity)',
  since: '0.2.0',
  sources: [
    { document: 'Medicare Coverage Database, billing and coding articles', section: 'ICD-10-CM codes that support' },
    { document: 'Medicare Program Integrity Manual', section: 'chapter 13 (local coverage determinations)' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 30, section 50 (ABN)' },
    { document: 'CMS CR 7228, transmittal 2148 (automatic denial of lines with GZ)', date: '2011-07-01' },
    { document: 'Medicare Claims Processing Manual', section: 'chapter 23, section 20.9.1.1 (GA, GY, GZ)' },
  ],
  needs: ['coverage-articles'],
  stage: 'the rest',
  messages: {
    'no-data': {
      outcome: 'info',
      means: 'No export of the Medicare Coverage Database is loaded.',
      say: () => 'No coverage articles are loaded: medical necessity was not checked.',
    },
    'state-unknown': {
      outcome: 'info',
      means: 'An article lists the code, and the claim does not say in which state the service was given.',
      say: ({ code }) =>
        `There are coverage articles on ${code}, but the claim says no state: whose articles hold is unknown.`,
      source: articleSource,
    },
    'earlier-version': {
      outcome: 'info',
      means: 'The date of service is before the version of the article that is loaded.',
      needsDay: true,
      say: (facts) =>
        `${nameOf(facts)} was revised on ${isoDay(policyOf(facts).from)}; the version before it, which held on the date of service, is not loaded.`,
      source: articleSource,
    },
    'not-supported': {
      outcome: 'deny',
      means: 'None of the line’s diagnoses is among those by which the article supports the code, or one is excluded.',
      say: (facts) =>
        `None of the diagnoses of the line supports ${facts.code} by ${nameOf(facts)} of the contractor for the state.`,
      source: articleSource,
      resolutions: () => [{ kind: 'documentation' }, { kind: 'correct-claim' }],
    },
    'not-supported-notified': {
      outcome: 'deny',
      means: 'The same with GA: the patient was told in writing beforehand and is liable.',
      say: (facts) =>
        `None of the diagnoses of the line supports ${facts.code} by ${nameOf(facts)}; with GA (ABN on file) the patient is liable.`,
      source: articleSource,
      resolutions: () => [{ kind: 'documentation' }, { kind: 'correct-claim' }],
    },
    'several-needed': {
      outcome: 'review',
      means: 'A diagnosis is listed in a group whose paragraph speaks of several diagnoses together.',
      say: (facts) =>
        `${nameOf(facts)} supports ${facts.code} by several diagnoses together: see the paragraph of its group.`,
      source: articleSource,
      resolutions: () => [{ kind: 'documentation' }],
    },
    'expected-denial': {
      outcome: 'deny',
      means: 'GZ: a denial as not reasonable and necessary is expected, and no ABN is on file.',
      say: ({ code }) => `${code} with GZ is denied unseen: the provider expects it and has no ABN on file.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'statutory-exclusion': {
      outcome: 'deny',
      means: 'GY: the item or service is excluded by statute or is no benefit of Medicare.',
      say: ({ code }) => `${code} with GY is denied unseen as excluded by statute or no benefit of Medicare.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
  },
  check(input, report) {
    const { claim, lines, records } = input;
    let asks = false;
    for (let line = 0; line < claim.ownLines; line++) {
      if (claim.code[line] < 0) continue;
      if (claim.modifierCount[line] > 0) {
        if (lines.hasModifier(line, GY)) {
          report.add('statutory-exclusion', line);
          continue;
        }
        if (lines.hasModifier(line, GZ)) report.add('expected-denial', line);
      }
      asks = true;
      const policies = records.coverage?.policies(claim.code[line]);
      if (policies !== undefined && policies.length > 0) checkLine(input, line, policies, report);
    }
    if (asks && records.coverage === null) report.add('no-data', -1);
  },
});

function checkLine(input: CheckInput, line: number, policies: readonly CoveragePolicy[], report: Report<Reason>): void {
  const { claim, lines } = input;
  const day = claim.from[line];
  const { state } = claim.clinical;
  if (day === NOT_A_DAY) return;
  if (state < 0) {
    report.add('state-unknown', line, policies[0].row);
    return;
  }
  let against: CoveragePolicy | null = null;
  let several: CoveragePolicy | null = null;
  let earlier: CoveragePolicy | null = null;
  for (const policy of policies) {
    if (!policy.isIn(state) || day > policy.to || !policy.listsDiagnoses) continue;
    if (day < policy.from) {
      if (day >= policy.firstDay) earlier = policy;
      continue;
    }
    const verdict = verdictOf(policy, (group) => hasAny(input, line, group));
    if (verdict === SUPPORTED) return;
    if (verdict === SEVERAL) several ??= policy;
    else against ??= policy;
  }
  if (several !== null) report.add('several-needed', line, several.row);
  else if (against !== null) {
    report.add(lines.hasModifier(line, GA) ? 'not-supported-notified' : 'not-supported', line, against.row);
  } else if (earlier !== null) report.add('earlier-version', line, earlier.row);
}

/** Whether a diagnosis of the line is in the group: one it points to, or any of an institutional claim. */
function hasAny({ claim }: CheckInput, line: number, group: DiagnosisGroup): boolean {
  const { clinical } = claim;
  if (claim.isInstitutional) {
    for (let i = 0; i < clinical.diagnosisCount; i++) {
      const role = clinical.diagnosisRole[i];
      if ((role === ROLE_PRINCIPAL || role === ROLE_OTHER) && group.has(clinical.diagnosis[i])) return true;
    }
    return false;
  }
  const start = line * POINTER_SLOTS;
  const end = start + Math.min(POINTER_SLOTS, clinical.pointerCount[line]);
  for (let slot = start; slot < end; slot++) {
    const pointer = clinical.pointer[slot];
    if (pointer >= 1 && pointer <= clinical.diagnosisCount && group.has(clinical.diagnosis[pointer - 1])) return true;
  }
  return false;
}

function policyOf({ records, row }: FindingFacts): CoveragePolicy {
  const policy = records.coverage?.policy(row);
  if (policy === undefined) throw new RangeError('a finding names an article that is not loaded');
  return policy;
}

/** `article A52451 (Billing and Coding: …, L33777)`. */
function nameOf(facts: FindingFacts): string {
  const { id, title, lcds } = policyOf(facts);
  return `article ${id} (${title}${lcds === '' ? '' : `, ${lcds.replaceAll(' ', ', ')}`})`;
}

function articleSource(facts: FindingFacts): FindingSource | null {
  const { records, code } = facts;
  if (records.coverage === null) return null;
  const { id, version, title, lcds, contractors, from, to } = policyOf(facts);
  return {
    release: records.coverage.release.id,
    row: { code, key: id, version, title, lcds, contractors, from: isoDay(from), to: isoDayOrOpen(to) },
  };
}
