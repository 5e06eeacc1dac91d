import type { ReleaseKind } from '../releases/release.ts';

/**
 * Where CMS publishes what a codebook is made of: the one place to mend when CMS moves a page. The addresses, the
 * names of the files and the way through the licence were checked on 2026-11-25 against public code and notes of
 * August to October 2026 that fetched from them, not against the live pages.
 */

export const SITE_IDS = [
  'hcpcs',
  'hcpcs-annual',
  'ncci-ptp',
  'ncci-mue',
  'ncci-aoc',
  'pfs',
  'asp',
  'icd10cm',
  'rbcs',
] as const;
export type SiteId = (typeof SITE_IDS)[number];

export type License = 'none' | 'AMA' | 'ADA';

/** How the name of a file (or the text of its link) says the period it is for. */
export type PeriodRule =
  /** As `releases/` reads the names of release files; the kind says which forms count. */
  | { readonly by: 'release-name'; readonly kind: ReleaseKind }
  /** rvu26c: the letters a to d are the quarters of the year. */
  | { readonly by: 'rvu-letter' }
  /** 2026-code-descriptions…: the fiscal year from 1 October 2025; april-1-2026-…: the rest of it. */
  | { readonly by: 'fiscal-year' }
  | { readonly by: 'year' };

/** Files that belong together: of each series the newest period is fetched by itself. */
interface Series {
  readonly name: string;
  /** Looked for in the last part of the file's address. */
  readonly file: RegExp;
}

export interface Site {
  readonly id: SiteId;
  readonly title: string;
  readonly page: string;
  /** `html`: links of the page; `dcat`: a catalogue in JSON, of which the dataset with this title is taken. */
  readonly form: 'html' | { readonly dcat: string };
  /** Where the page leads to pages of one period each: the end of their address. */
  readonly subpage?: RegExp;
  readonly series: readonly Series[];
  readonly period: PeriodRule;
  /** What must be accepted before its files, whether or not a link leads through a licence page. */
  readonly license: License;
  /** Hosts that its pages and files may come from; nothing is fetched from another. */
  readonly hosts: readonly string[];
  /** Set for what was published once and for all: fetched only for a period that is named. */
  readonly archive?: true;
}

const CMS = 'https://www.cms.gov';
const NCCI = `${CMS}/medicare/coding-billing/national-correct-coding-initiative-ncci-edits`;
const CMS_HOSTS = ['www.cms.gov', 'downloads.cms.gov', 'download.cms.gov'];

export const SITES: readonly Site[] = [
  {
    id: 'hcpcs',
    title: 'HCPCS Level II, quarterly update',
    page: `${CMS}/medicare/coding-billing/healthcare-common-procedure-system/quarterly-update`,
    form: 'html',
    // october-2026-alpha-numeric-hcpcs-file.zip, october-2023-alpha-numeric-hcpcs-files.zip
    series: [{ name: 'codes', file: /alpha-numeric-hcpcs-files?[\w-]*\.zip$/i }],
    period: { by: 'release-name', kind: 'hcpcs' },
    license: 'none',
    hosts: CMS_HOSTS,
  },
  {
    id: 'hcpcs-annual',
    title: 'HCPCS Level II, release code sets of past years',
    page: `${CMS}/medicare/coding-billing/healthcare-common-procedure-system/alpha-numeric`,
    form: 'html',
    subpage: /\/20\d\d-alpha-numeric-hcpcs-file$/i,
    series: [{ name: 'codes', file: /alpha-numeric-hcpcs-file[\w-]*\.zip$/i }],
    period: { by: 'release-name', kind: 'hcpcs' },
    license: 'none',
    hosts: CMS_HOSTS,
    archive: true,
  },
  {
    id: 'ncci-ptp',
    title: 'NCCI procedure-to-procedure edits, Medicare',
    page: `${NCCI}/medicare-ncci-procedure-procedure-ptp-edits`,
    form: 'html',
    // medicare-ncci-2026q4-practitioner-ptp-edits-ccipra-v323r0-f1.zip to -f4; the lists of changes have no version.
    series: [
      { name: 'professional', file: /^(?!.*medicaid).*ccipra-v\d{3}r\d[\w-]*\.zip$/i },
      { name: 'outpatient', file: /^(?!.*medicaid).*ccioph-v\d{3}r\d[\w-]*\.zip$/i },
    ],
    period: { by: 'release-name', kind: 'ncci-ptp' },
    license: 'AMA',
    hosts: CMS_HOSTS,
  },
  {
    id: 'ncci-mue',
    title: 'NCCI medically unlikely edits, Medicare',
    page: `${NCCI}/medicare-ncci-medically-unlikely-edits-mues`,
    form: 'html',
    // medicare-ncci-2026-q4-practitioner-services-mue-table.zip
    series: [
      { name: 'professional', file: /^(?!.*medicaid).*practitioner-services-mue-table[\w-]*\.zip$/i },
      { name: 'outpatient', file: /^(?!.*medicaid).*outpatient-hospital-services-mue-table[\w-]*\.zip$/i },
      { name: 'dme', file: /^(?!.*medicaid).*dme-supplier-services-mue-table[\w-]*\.zip$/i },
    ],
    period: { by: 'release-name', kind: 'ncci-mue' },
    license: 'AMA',
    hosts: CMS_HOSTS,
  },
  {
    id: 'ncci-aoc',
    title: 'NCCI add-on code edits, Medicare',
    page: `${NCCI}/medicare-ncci-add-code-edits`,
    form: 'html',
    // add-code-edits-medicare-effective-07012026.zip, add-code-edits-replacement-file-medicare-effective-….zip
    series: [{ name: 'edits', file: /^(?!.*medicaid).*add-(on-)?code-edits[\w-]*\.zip$/i }],
    period: { by: 'release-name', kind: 'ncci-aoc' },
    license: 'AMA',
    hosts: CMS_HOSTS,
  },
  {
    id: 'pfs',
    title: 'Physician fee schedule, relative value files',
    page: `${CMS}/medicare/payment/fee-schedules/physician/pfs-relative-value-files`,
    form: 'html',
    subpage: /\/rvu\d\d[a-d]r?$/i,
    // rvu26c-updated-06-30-2026.zip
    series: [{ name: 'values', file: /^rvu\d\d[a-d][\w-]*\.zip$/i }],
    period: { by: 'rvu-letter' },
    license: 'AMA',
    hosts: CMS_HOSTS,
  },
  {
    id: 'asp',
    title: 'Part B drug payment limits and NDC crosswalk',
    page: `${CMS}/medicare/payment/part-b-drugs/asp-pricing-files`,
    form: 'html',
    // july-2026-asp-pricing-file.zip, october-2025-asp-pricing-final-file.zip, january-2026-ndc-hcpcs-crosswalk.zip
    series: [
      { name: 'limits', file: /^(?!.*noc).*asp-pricing[\w-]*\.zip$/i },
      { name: 'crosswalk', file: /ndc-hcpcs-crosswalk[\w-]*\.zip$/i },
    ],
    period: { by: 'release-name', kind: 'hcpcs' },
    license: 'AMA',
    hosts: CMS_HOSTS,
  },
  {
    id: 'icd10cm',
    title: 'ICD-10-CM, code descriptions in tabular order',
    page: `${CMS}/medicare/coding-billing/icd-10-codes`,
    form: 'html',
    // 2027-code-descriptions-tabular-order.zip, april-1-2026-code-descriptions-tabular-order.zip
    series: [{ name: 'codes', file: /code-descriptions-tabular-order[\w-]*\.zip$/i }],
    period: { by: 'fiscal-year' },
    license: 'none',
    hosts: CMS_HOSTS,
  },
  {
    id: 'rbcs',
    title: 'Restructured BETOS classification',
    // The page of the dataset is drawn by a script and has no links; the catalogue of the whole site has them.
    page: 'https://data.cms.gov/data.json',
    form: { dcat: 'Restructured BETOS Classification System' },
    series: [{ name: 'categories', file: /^rbcs.*\.csv$/i }],
    period: { by: 'year' },
    license: 'none',
    hosts: ['data.cms.gov'],
  },
];

/**
 * Pages that ask for a licence before a file: `/license/ama?file=/files/zip/x.zip` (seen in 2025 and 2026;
 * before that `/apps/ama/license.asp?file=…`). The page has a form whose button says Accept; sending it gives the file.
 */
export const GATES: readonly { readonly path: RegExp; readonly license: License }[] = [
  { path: /^\/(license\/ama|apps\/ama\/license\.asp)$/i, license: 'AMA' },
  { path: /^\/(license\/ada|apps\/ada\/license\.asp)$/i, license: 'ADA' },
];

/** The parameter of a gate's address that names the file. */
export const GATE_FILE = 'file';

/** Where the full text of the licence stands, shown with any of its files. */
export const AMA_TERMS = `${CMS}/license/ama`;
