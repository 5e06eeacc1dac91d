/** Prolonged services: which visits they prolong, and from how many minutes on. By number alone. */
export interface ProlongedService {
  readonly code: string;
  /** Whose code it is: CMS's for Medicare, or CPT's; null for what both take. */
  readonly by: 'medicare' | 'cpt' | null;
  /**
   * The visits that it stands beside, each the highest level of its family, with the minutes at which the first unit is
   * reached; null where the minutes are clinical staff's.
   */
  readonly bases: Readonly<Record<string, number | null>>;
  /** Days on which the time may have been spent, around the visit. */
  readonly days: number;
  /** Codes that may not stand beside it on a day. */
  readonly notWith: readonly string[];
}

/** Minutes of each further unit. */
export const PROLONGED_UNIT = 15;

const STAFF_BASES = Object.fromEntries(
  ['99202', '99203', '99204', '99205', '99212', '99213', '99214', '99215'].map((code) => [code, null]),
);

/**
 * Visits and exclusions of CMS's codes are those of their descriptors (HCPCS Level II). Minutes: CY 2023 physician fee
 * schedule final rule (87 FR 69404), table 24, as AAFP and NGS print it; CPT's are the visit's own time and 15 minutes
 * (CPT 2021, 2023, 2024).
 */
export const PROLONGED_SERVICES: readonly ProlongedService[] = [
  {
    code: 'G2212',
    by: 'medicare',
    bases: { '99205': 89, '99215': 69, '99483': 100 },
    days: 1,
    notWith: ['99358', '99359', '99415', '99416'],
  },
  {
    code: 'G0316',
    by: 'medicare',
    bases: { '99223': 90, '99233': 65, '99236': 110 },
    days: 4,
    notWith: ['99358', '99359', '99418', '99415', '99416'],
  },
  {
    code: 'G0317',
    by: 'medicare',
    bases: { '99306': 95, '99310': 85 },
    days: 5,
    notWith: ['99358', '99359', '99418'],
  },
  {
    code: 'G0318',
    by: 'medicare',
    bases: { '99345': 140, '99350': 110 },
    days: 11,
    notWith: ['99358', '99359', '99417'],
  },
  {
    code: '99417',
    by: 'cpt',
    bases: { '99205': 75, '99215': 55, '99245': 70, '99345': 90, '99350': 75, '99483': 75 },
    days: 1,
    notWith: ['99358', '99359', '99415', '99416', 'G2212', 'G0318'],
  },
  {
    code: '99418',
    by: 'cpt',
    bases: { '99223': 90, '99233': 65, '99236': 100, '99255': 95, '99306': 65, '99310': 60 },
    days: 1,
    notWith: ['99358', '99359', 'G0316', 'G0317'],
  },
  { code: '99415', by: null, bases: STAFF_BASES, days: 1, notWith: ['99417'] },
  { code: '99416', by: null, bases: { '99415': null }, days: 1, notWith: ['99417'] },
];
