import type { EditId } from '../../src/edits/finding.ts';
import type { EditCase } from './case.ts';
import { cases as codeValidity } from './code-validity.ts';
import { cases as coverage } from './coverage.ts';
import { cases as modifierValidity } from './modifier-validity.ts';
import { cases as ncciAoc } from './ncci-aoc.ts';
import { cases as ncciMue } from './ncci-mue.ts';
import { cases as ncciPtp } from './ncci-ptp.ts';

/** Every edit's table of cases. */
export const CASES: Readonly<Record<EditId, readonly EditCase[]>> = {
  'code-validity': codeValidity,
  'modifier-validity': modifierValidity,
  'ncci-ptp': ncciPtp,
  'ncci-mue': ncciMue,
  'ncci-aoc': ncciAoc,
  coverage,
};
