import type { Codebook, When } from '../codebook/codebook.ts';
import { isoDay } from '../codes/day.ts';
import { withDot } from '../codes/diagnosis.ts';
import type { KnownFacts } from './code-facts.ts';

/** ICD-10-CM is published for a federal fiscal year; on other dates it may say otherwise. */
export function diagnosisFacts(codebook: Codebook, key: string, when: When): KnownFacts {
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
