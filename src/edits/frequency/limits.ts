import { type PackedCode, packCodeText } from '../../codes/packed.ts';

/** How often Medicare pays a service to a beneficiary, whoever gives it. */
export interface Limit {
  /** Codes that count as the same service. */
  readonly same: readonly PackedCode[];
  /** Calendar months from that of the last one to that from which it is paid again; 0 for once in a lifetime. */
  readonly months: number;
  /** The same for patients of high risk or need; equal where it makes no difference. */
  readonly atRisk: number;
  /** The most times in twelve months, where it is more than one. */
  readonly most: number;
  /** Other services that have to be some months ago too. */
  readonly after: readonly PackedCode[] | undefined;
  readonly afterMonths: number;
}

interface Rule {
  /** The codes that are limited, each as all of them together. */
  readonly codes: string;
  readonly months: number;
  readonly atRisk?: number;
  readonly most?: number;
  /** Codes that are counted as the same service and not limited here. */
  readonly alike?: string;
  readonly after?: string;
  readonly afterMonths?: number;
}

/**
 * Preventive services by number (Medicare Claims Processing Manual, chapter 18; MLN006559, Medicare Preventive Services;
 * national coverage determinations 210 and following). "Eleven full months after the month of the last one" makes a
 * service payable again from the first day of the twelfth month on.
 */
const RULES: readonly Rule[] = [
  // Welcome to Medicare and annual wellness visits.
  { codes: 'G0402', months: 0 },
  { codes: 'G0438', months: 0, after: 'G0402', afterMonths: 12 },
  { codes: 'G0439', months: 12, alike: 'G0438', after: 'G0402', afterMonths: 12 },
  // Once in a lifetime: aneurysm, electrocardiogram of the first visit.
  { codes: 'G0389 76706', months: 0 },
  { codes: 'G0403', months: 0 },
  // Depression, alcohol, cardiovascular behavior, obesity, tobacco is left to its own units.
  { codes: 'G0444', months: 12 },
  { codes: 'G0442', months: 12 },
  { codes: 'G0443', months: 12, most: 4 },
  { codes: 'G0446', months: 12 },
  { codes: 'G0447 G0473', months: 12, most: 22 },
  { codes: 'G0445', months: 6 },
  // Prostate.
  { codes: 'G0102', months: 12 },
  { codes: 'G0103', months: 12 },
  // Breast, cervix.
  { codes: '77067 G0202', months: 12 },
  { codes: 'G0101', months: 24, atRisk: 12 },
  { codes: 'Q0091', months: 24, atRisk: 12 },
  // Colon.
  { codes: 'G0328 82270', months: 12 },
  { codes: '81528 G0464', months: 36 },
  { codes: 'G0104', months: 48 },
  { codes: 'G0105', months: 24 },
  { codes: 'G0121', months: 120, after: 'G0104', afterMonths: 48 },
  // Eyes, bones, lungs.
  { codes: 'G0117 G0118', months: 12 },
  { codes: '77080', months: 24, atRisk: 0 },
  { codes: '71271 G0297', months: 12 },
  // Hepatitis B, C, HIV.
  { codes: 'G0499', months: 12 },
  { codes: 'G0472', months: 0 },
  { codes: 'G0432 G0433 G0435 G0475', months: 12 },
];

const packed = (codes: string): readonly PackedCode[] => codes.split(' ').map(packCodeText);

const BY_CODE: ReadonlyMap<PackedCode, Limit> = new Map(
  RULES.flatMap(({ codes, months, atRisk = months, most = 1, alike = '', after, afterMonths = 0 }) => {
    const same = packed(`${codes} ${alike}`.trim());
    const limit: Limit = {
      same,
      months,
      atRisk,
      most,
      after: after === undefined ? undefined : packed(after),
      afterMonths,
    };
    return packed(codes).map((code) => [code, limit] as const);
  }),
);

/** The limit of a code, undefined where it has none. */
export const limitOf = (code: PackedCode): Limit | undefined => BY_CODE.get(code);
