/**
 * Who decides about which codes, as public pages and rules of CMS, the AMA and the ADA say (read for this table in
 * 2026; addresses move, the bodies seldom). Sources stand in each entry.
 */

/** How to ask for a new code, a change or an end. */
export interface ChangeRequest {
  readonly how: string;
  readonly address: string;
  readonly contact: string | null;
  /** How often requests are taken and decided. */
  readonly cycle: string;
  /** Which days close a cycle, where they can be reckoned (`deadlinesAfter`). */
  readonly deadlines: readonly DeadlineRule[];
}

/** What closes when. */
export interface DeadlineRule {
  readonly what: string;
  readonly on: 'first business day of the quarter' | 'first business day of January and July' | '1 November';
}

export interface ReleaseSource {
  readonly what: string;
  readonly address: string;
  readonly cadence: string;
}

export interface StewardshipFacts {
  readonly steward: string;
  /** The body that decides. */
  readonly body: string;
  /** Who owns the codes and their descriptors, and what that means for use. */
  readonly owner: string;
  readonly change: ChangeRequest;
  readonly releases: readonly ReleaseSource[];
  /** What is particular to these codes. */
  readonly note: string | null;
  /** Rules and documents that say so. */
  readonly sources: readonly string[];
}

export type StewardshipId =
  | 'hcpcs'
  | 'hcpcs-outpatient'
  | 'hcpcs-medicare'
  | 'hcpcs-medicaid'
  | 'hcpcs-private'
  | 'hcpcs-modifier'
  | 'cdt'
  | 'cpt-one'
  | 'cpt-two'
  | 'cpt-three'
  | 'cpt-pla'
  | 'cpt-maaa'
  | 'cpt-vaccine'
  | 'cpt-modifier';

const CMS = 'https://www.cms.gov/medicare/coding-billing/healthcare-common-procedure-system';
const AMA = 'https://www.ama-assn.org';
const HIPAA_HCPCS = '45 CFR 162.1002 (HCPCS as a HIPAA code set)';

const HCPCS: StewardshipFacts = {
  steward: 'Centers for Medicare & Medicaid Services (CMS)',
  body: 'CMS HCPCS Workgroup, after a public meeting for items that are no drugs',
  owner: 'CMS; in the public domain',
  change: {
    how: 'application in MEARIS, for a new code, a change or an end',
    address: 'https://mearis.cms.gov',
    contact: 'HCPCS@cms.hhs.gov',
    cycle: 'drugs and biologicals every quarter; other items and services twice a year',
    deadlines: [
      { what: 'drugs and biologicals', on: 'first business day of the quarter' },
      { what: 'other items and services', on: 'first business day of January and July' },
    ],
  },
  releases: [
    { what: 'HCPCS Alpha-Numeric files', address: `${CMS}/quarterly-update`, cadence: 'every quarter' },
    {
      what: 'coding decisions',
      address: `${CMS}/current-prior-years-level-ii-coding-decisions`,
      cadence: 'after every cycle',
    },
  ],
  note: null,
  sources: ['CMS, HCPCS Level II Coding Procedures', '42 CFR 414.40(a)', HIPAA_HCPCS],
};

const CPT: StewardshipFacts = {
  steward: 'American Medical Association (AMA)',
  body: 'CPT Editorial Panel',
  owner: 'AMA, by copyright: the descriptors need a license; numbers alone are shown here',
  change: {
    how: 'code change application to the CPT Editorial Panel',
    address: `${AMA}/about/cpt-editorial-panel/cpt-code-process`,
    contact: null,
    cycle: 'three meetings a year, applications about three months before; new codes mostly each January',
    deadlines: [],
  },
  releases: [
    { what: 'CPT code set, licensed', address: `${AMA}/practice-management/cpt`, cadence: 'every January' },
    {
      what: 'NCCI tables and the physician fee schedule of CMS, which name its numbers',
      address: 'https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits',
      cadence: 'every quarter',
    },
  ],
  note: null,
  sources: ['AMA, The CPT code process', HIPAA_HCPCS.replace('HCPCS as', 'CPT as')],
};

const cpt = (what: string, cadence: string, path: string, note: string): StewardshipFacts => ({
  ...CPT,
  releases: [{ what, address: `${AMA}${path}`, cadence }, CPT.releases[1]],
  note,
});

export const STEWARDSHIPS: Readonly<Record<StewardshipId, StewardshipFacts>> = {
  hcpcs: HCPCS,
  'hcpcs-outpatient': {
    ...HCPCS,
    body: 'CMS, for the hospital outpatient prospective payment system',
    change: {
      ...HCPCS.change,
      how: 'application in MEARIS for pass-through payment or a new technology APC',
      cycle: 'every quarter',
      deadlines: [],
    },
    note: 'C codes are for hospital outpatient claims; most are replaced by a permanent code in time.',
    sources: [...HCPCS.sources, '42 CFR part 419'],
  },
  'hcpcs-medicare': {
    ...HCPCS,
    note: 'G, K and Q codes are temporary national codes that CMS sets for its own programs; others may use them.',
  },
  'hcpcs-medicaid': {
    ...HCPCS,
    note: 'H and T codes are for state Medicaid agencies, which ask for them; Medicare does not pay by them.',
  },
  'hcpcs-private': {
    ...HCPCS,
    note: 'S codes are for private payers, which ask for them; Medicare does not pay by them.',
  },
  'hcpcs-modifier': { ...HCPCS, note: 'Modifiers are asked for and decided as codes are.' },
  cdt: {
    steward: 'American Dental Association (ADA)',
    body: 'ADA Code Maintenance Committee (CMC)',
    owner: 'ADA, by copyright: nomenclature and descriptors need a license',
    change: {
      how: 'CDT Code Action Request form with a copyright assignment, by email',
      address: 'https://www.ada.org/publications/cdt/request-to-change-to-the-code',
      contact: 'dentalcode@ada.org',
      cycle: 'once a year: the committee meets in March, changes take effect the next January',
      deadlines: [{ what: 'requests for the next March meeting', on: '1 November' }],
    },
    releases: [{ what: 'CDT, licensed', address: 'https://www.ada.org/publications/cdt', cadence: 'every January' }],
    note: 'D codes are a code set of their own; CMS no longer prints them in the HCPCS files.',
    sources: ['ADA, Code Maintenance Committee', '45 CFR 162.1002 (CDT as a HIPAA code set)'],
  },
  'cpt-one': CPT,
  'cpt-two': cpt(
    'category II codes',
    'as accepted, up to three times a year',
    '/practice-management/cpt',
    'Category II codes report performance measures and are not paid.',
  ),
  'cpt-three': cpt(
    'category III codes',
    'published each January and July, in use half a year later',
    '/practice-management/cpt',
    'Category III codes lapse after five years unless extended or turned into category I codes.',
  ),
  'cpt-pla': {
    ...cpt(
      'proprietary laboratory analyses (PLA) codes',
      'every quarter',
      '/practice-management/cpt/cpt-pla-codes',
      'PLA codes name one test of one laboratory or maker, which asks for them.',
    ),
    change: {
      ...CPT.change,
      how: 'PLA application by the laboratory or maker',
      address: `${AMA}/practice-management/cpt/cpt-pla-codes`,
      cycle: 'every quarter',
    },
  },
  'cpt-maaa': cpt(
    'multianalyte assays (MAAA) codes',
    'as accepted, up to three times a year',
    '/practice-management/cpt',
    'Administrative MAAA codes are for assays without a category I code.',
  ),
  'cpt-vaccine': cpt(
    'vaccine and immunization codes',
    'as accepted',
    '/practice-management/cpt',
    'Codes of four digits and A were for giving COVID-19 vaccines, one for each product and dose.',
  ),
  'cpt-modifier': CPT,
};
