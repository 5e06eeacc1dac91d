import { type PackedDiagnosis, packDiagnosisText, pastPrefix } from '../../codes/packed-diagnosis.ts';

/** Classes of diagnoses by age, in full years, of the Medicare Code Editor. */
export interface AgeClass {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export const NEWBORN: AgeClass = { name: 'newborns (age 0)', from: 0, to: 0 };
const PEDIATRIC: AgeClass = { name: 'ages 0 to 17', from: 0, to: 17 };
export const MATERNITY: AgeClass = { name: 'ages 9 to 64', from: 9, to: 64 };
export const ADULT: AgeClass = { name: 'ages 15 to 124', from: 15, to: 124 };

/**
 * The lists of the Medicare Code Editor, version 37 (fiscal year 2020), as beginnings where all codes below one are
 * listed; of the adult list the part between M80.0 and N52.34 is left out.
 */
const LISTS: readonly (readonly [AgeClass, string])[] = [
  [NEWBORN, 'A33 E8411 H0453 N470 Z0011 Z05 Z38'],
  [
    PEDIATRIC,
    'A4851 B082 C933 E301 E308 F642 F843 G937 H260 L122 L2083 L211 L444 L704 N922 R0481 R1083 R620 R6251 R681 T7402 T7412 T7422 T7432 T744 T7452 T7462 T7492 T7602 T7612 T7622 T7632 T7652 T7662 T7692 Z0012 Z002 Z003 Z007 Z0442 Z0472 Z6221 Z623 Z69010 Z69020 Z72810 Z7381 Z762',
  ],
  [MATERNITY, 'A34 C58 D392 F53 M830 O Z037 Z3201 Z33 Z34 Z36 Z37 Z39 Z3A'],
  [
    ADULT,
    'A1814 C915 E2831 F015 F039 F69 G112 G1221 G301 H0203 H0213 H25 H3111 H3530 H3531 H3532 H3544 H4382 I230 I231 I232 I233 I236 I237 I238 I251 I257 I25810 I25812 I2583 I510 I672 I70 I83 I868 I972 J60 J61 J8482 K311 K70 M061 M421 M720 M800 N5234 N5235 N5236 N5237 N5239 N528 N529 N601 N6481 N6482 N650 N651 R4181 R54 R627 R6882 R972 T7401 T7411 T7421 T7431 T7451 T7461 T7491 T7601 T7611 T7621 T7631 T7651 T7661 T7691 Z0000 Z0001 Z0441 Z0471 Z3144 Z421 Z561 Z681 Z682 Z683 Z684 Z72811 Z780 Z8651 Z9141 Z9182 Z9852',
  ],
];

const RANGES = LISTS.flatMap(([ageClass, list]) =>
  list.split(' ').map((beginning) => {
    const from = packDiagnosisText(beginning);
    return { ageClass, from, past: pastPrefix(from) };
  }),
).sort((a, b) => a.from - b.from);
const FROM = Float64Array.from(RANGES, ({ from }) => from);

/** The class that a diagnosis is of; null for those of any age. */
export function ageClassOf(diagnosis: PackedDiagnosis): AgeClass | null {
  let low = 0;
  let high = FROM.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (FROM[middle] <= diagnosis) low = middle + 1;
    else high = middle;
  }
  const range = RANGES[low - 1];
  return range !== undefined && diagnosis < range.past ? range.ageClass : null;
}
