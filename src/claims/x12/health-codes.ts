import type { Diagnosis } from '../claim.ts';
import { trim } from '../text.ts';
import type { Segment } from './segments.ts';

/** A composite of an HI segment as its components: qualifier, code, and what goes with the code. */
export type HealthCode = readonly string[];

export const PROFESSIONAL_DIAGNOSES: ReadonlySet<string> = new Set(['ABK', 'ABF', 'BK', 'BF']);
export const INSTITUTIONAL_DIAGNOSES: ReadonlySet<string> = new Set('ABK ABF ABJ APR ABN BK BF BJ PR BN'.split(' '));

/** HI0x-9 of a diagnosis. */
const PRESENT_ON_ADMISSION = 8;

/** All composites of the HI segments, in order. */
export const compositesOf = (segments: readonly Segment[], component: string): HealthCode[] =>
  segments
    .filter(([id]) => id === 'HI')
    .flatMap(([, ...composites]) => composites.map((composite) => composite.split(component)));

/** Those composites that are diagnoses. */
export const diagnosesOf = (codes: readonly HealthCode[], qualifiers: ReadonlySet<string>): Diagnosis[] =>
  codes
    .filter(([qualifier]) => qualifiers.has(qualifier))
    .map((code) => {
      const presentOnAdmission = trim(code[PRESENT_ON_ADMISSION] ?? '');
      return {
        qualifier: code[0],
        code: trim(code[1] ?? '').replace('.', ''),
        ...(presentOnAdmission !== '' && { presentOnAdmission }),
      };
    });
