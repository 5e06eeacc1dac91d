import { type Codebook, compile, openCodebook } from '../../../src/codebook/index.ts';
import { dayOf, OPEN_DAY, parseDay } from '../../../src/codes/day.ts';
import { packCodeText } from '../../../src/codes/packed.ts';
import type { Setting } from '../../../src/codes/setting.ts';
import {
  type AddOnRelease,
  HCPCS_FIELDS,
  type HcpcsRelease,
  type MueRelease,
  type Period,
  type PtpRelease,
  type Release,
} from '../../../src/releases/release.ts';

import { COVERAGE } from './coverage.ts';
import { DIAGNOSES } from './diagnoses.ts';
import { DRUGS } from './drugs.ts';
import { EQUIPMENT } from './equipment.ts';
import { FEES } from './fee-schedule.ts';
import { header, rowsOf } from './rows.ts';

/**
 * The tables of the cases: a few rows each, retyped from facts of CMS's releases by number alone (a note says where
 * a row is made up). Rows are text, a row a line, so that a case can be followed by eye.
 */

const Q2: Period = { label: '2024Q2', from: dayOf(2024, 4, 1), to: dayOf(2024, 6, 30) };
const Q3: Period = { label: '2024Q3', from: dayOf(2024, 7, 1), to: dayOf(2024, 9, 30) };
const Q4: Period = { label: '2024Q4', from: dayOf(2024, 10, 1), to: dayOf(2024, 12, 31) };
const Y2017: Period = { label: '2017', from: dayOf(2017, 1, 1), to: dayOf(2017, 12, 31) };

/**
 * `code added terminated cross-reference certification description`, `-` for none, `_` for a blank; two characters are a
 * modifier.
 */
function hcpcs(period: Period, text: string): HcpcsRelease {
  const records = rowsOf(text).map(
    ([code, added, terminated = '-', reference = '-', certification = '-', description = '-'], line) => {
      const values: Readonly<Record<string, string>> = {
        addedDate: added,
        terminationDate: terminated,
        crossReference1: reference,
        labCertification1: certification,
        longDescription: description.replaceAll('_', ' '),
      };
      const fields = HCPCS_FIELDS.map((field) =>
        values[field] === undefined || values[field] === '-' ? '' : values[field],
      );
      return { code, isModifier: code.length === 2, sequence: '00100', fields, line: line + 1 };
    },
  );
  return { ...header(period, records.length), kind: 'hcpcs', setting: null, records };
}

/** `column-one column-two effective deletion indicator`, `*` for no deletion. */
function ptp(setting: 'professional' | 'outpatient', period: Period, text: string): PtpRelease {
  const rows = rowsOf(text);
  const day = (date: string): number => (date === '*' ? OPEN_DAY : parseDay(date));
  return {
    ...header(period, rows.length),
    kind: 'ncci-ptp',
    setting,
    rows: {
      count: rows.length,
      columnOne: Uint32Array.from(rows, ([one]) => packCodeText(one)),
      columnTwo: Uint32Array.from(rows, ([, two]) => packCodeText(two)),
      effective: Uint16Array.from(rows, ([, , effective]) => day(effective)),
      deletion: Uint16Array.from(rows, ([, , , deletion]) => day(deletion)),
      modifierIndicator: Uint8Array.from(rows, ([, , , , indicator]) => Number(indicator)),
      prior1996: new Uint8Array(rows.length),
      rationale: new Uint8Array(rows.length),
      rationales: ['CPT Manual or CMS manual coding instruction'],
    },
  };
}

/** `code value indicator`, `-` for no indicator. */
function mue(setting: Setting, period: Period, text: string): MueRelease {
  const rows = rowsOf(text).map(([code, value, mai], line) => ({
    code: packCodeText(code),
    value: Number(value),
    mai: mai === '-' ? null : (Number(mai) as 1 | 2 | 3),
    rationale: 'Clinical: Data',
    line: line + 1,
  }));
  return { ...header(period, rows.length), kind: 'ncci-mue', setting, rows };
}

/** `add-on primary type effective deletion`; `CCCCC` for the contractor's own list; dates may be left out. */
function addOns(period: Period, text: string): AddOnRelease {
  const rows = rowsOf(text).map(([addOn, primary, type, effective, deletion], line) => ({
    addOn: packCodeText(addOn),
    primary: primary === 'CCCCC' ? null : packCodeText(primary),
    type: Number(type) as 1 | 2 | 3,
    effective: effective === undefined ? null : parseDay(effective),
    deletion: deletion === undefined ? null : deletion === '*' ? OPEN_DAY : parseDay(deletion),
    line: line + 1,
  }));
  return { ...header(period, rows.length), kind: 'ncci-aoc', setting: null, rows };
}

const CODES_Q3 = `
  A0425 19980101
  A0427 19980101
  A0999 19980101
  A9610 20240101          # made up as to the date
  C9150 20230701 20240930 A9610
  J0135 20050101 - - - Injection,_adalimumab,_20_mg
  J1170 19820101 20240930
  J1885 19930101 - - - Injection,_ketorolac_tromethamine,_per_15_mg
  J1561 20080101 - - - Injection,_immune_globulin,_(gamunex-c/gammaked),_non-lyophilized_(e.g.,_liquid),_500_mg
  J1644 19960101 - - - Injection,_heparin_sodium,_per_1000_units
  J3010 19820101 - - - Injection,_fentanyl_citrate,_0.1_mg
  J3301 19880101 - - - Injection,_triamcinolone_acetonide,_not_otherwise_specified,_10_mg
  J3490 19960101 - - - Unclassified_drugs
  J7030 19820101 - - - Infusion,_normal_saline_solution,_1000_cc
  J9355 20000101 - - - Injection,_trastuzumab,_excludes_biosimilar,_10_mg
  J9999 19820101 - - - Not_otherwise_classified,_antineoplastic_drugs
  C9399 20040101 - - - Unclassified_drugs_or_biologicals
  E1399 19850101 - - - Durable_medical_equipment,_miscellaneous
  G0103 20000101 - - 310 Prostate_cancer_screening;_prostate_specific_antigen_test_(psa)
  G0283 20030101 - - - Electrical_stimulation_(unattended)
  G8701 20110101 - - - Rehabilitation_services_were_not_ordered,_reason_not_otherwise_specified
  Q4100 20090101 - - - Skin_substitute,_not_otherwise_specified
  V2799 20000101 - - - Vision_item_or_service,_miscellaneous
  E0601 19880101
  G0463 20140101
  G0514 20180101
  LT 19820101
  RT 19820101
  E1 19930101
  T1 19930101
  JG 20180101 20241231
  JW 20030101
  JZ 20230101
  QW 19930101
  GA 19960101
  GY 20020101
  GZ 20020101
  KX 20020101
  NU 19840101
  RR 19820101
  UE 19840101
  TC 19830101
  XE 20150101
  XP 20150101
  XS 20150101
  XU 20150101
  QZ 19920101
`;

const PAIRS = `
  11042 97597 19960101 *        1
  11042 99213 20200101 *        1
  20610 99213 20200101 *        1
  80053 80048 19960101 *        0
  80053 82947 19960101 *        1
  94640 94664 19960101 *        1
  94640 94665 19960101 20030331 1
  94640 99213 19960101 20001030 9 # deleted on the day it took effect, in CMS's file
  94640 99213 20001031 *        1
  0001A 90473 20220101 20220101 9
  0001A 0591T 20220101 20231231 1
  99213 0359T 20140701 20181231 1 # 0359T is archived
  11004 57267 19960101 *        1 # the dates of the two directions are made to overlap
  57267 11004 19960101 20170930 1
  76000 01922 19960101 20091231 0 # turned round on 2010-01-01
  01922 76000 20100101 *        1
  64493 64490 20190101 *        1 # made up: over an add-on code's primary
  22630 22612 20190101 *        1
  82947 82962 20190101 *        1 # made up: 80053 over 82947 over 82962
`;

/** What most cases are checked against. */
const QUARTERS: readonly Release[] = [
  hcpcs(Q3, CODES_Q3),
  hcpcs(Q4, `${CODES_Q3}\n A2027 20241001`),
  ptp('professional', Q3, PAIRS),
  ptp('professional', Q4, PAIRS),
  ptp('outpatient', Q4, `${PAIRS}\n 94640 G0463 19960101 * 1\n 94640 G0101 19960101 * 1`),
  mue(
    'professional',
    Q3,
    `
    11042 1 2
    20610 2 3
    27447 1 2
    69210 1 2
    97110 6 3
    99213 2 3
    99486 4 1
    A0425 250 1
    E0601 0 3
    G0463 0 3
    J1885 8 3
    80053 1 3`,
  ),
  mue(
    'professional',
    Q4,
    `
    11042 1 2
    20610 2 3
    27447 1 2
    69210 2 2   # made up: raised
    97110 8 3   # made up: raised
    99213 2 3
    99486 4 1
    E0601 0 3
    G0463 0 3
    J1885 8 3   # A0425 is dropped, made up
    80053 1 3`,
  ),
  mue('outpatient', Q4, 'G0463 4 3\n G0514 1 1\n 11042 1 2'),
  mue('dme', Q4, 'E0601 1 3'),
  addOns(
    Q4,
    `
    22614 22612 1 20130401 *
    22614 22630 1 20130401 *
    22614 22600 1 20130401 20201231 # made up as to its deletion
    99292 99291 1 20130401 *
    64491 64490 1 20130401 *
    20985 CCCCC 2 20130401 *
    44955 CCCCC 2 20130401 *
    64727 64702 3 20130401 *
    64727 64708 3 20130401 *
    88177 0836T 1 20240101 *
    0836T 88177 1 20240101 *`,
  ),
  ...FEES,
  ...COVERAGE,
  ...EQUIPMENT,
  ...DIAGNOSES,
  ...DRUGS,
];

/** Sets of releases that cases name. */
const TABLES = {
  quarters: QUARTERS,
  none: [],
  /** Medicaid's MUE files have no adjudication indicator. */
  medicaid: [mue('professional', Q3, '97110 4 -')],
  /** HCPCS with a gap of years, and none with modifiers. */
  gap: [hcpcs(Y2017, 'J0135 20050101\n J1170 19820101'), hcpcs(Q3, 'J0135 20050101')],
  /** Add-on code rows without dates, of the quarter before the claims. */
  earlier: [addOns(Q2, '22614 22612 1')],
  /** Of one code rows with dates, of another none. */
  halfDated: [addOns(Q2, '22614 22612 1\n 99292 99291 1 20130401 *')],
} as const satisfies Record<string, readonly Release[]>;

export type TablesName = keyof typeof TABLES;

const opened = new Map<TablesName, Promise<Codebook>>();

/** The codebook of a set of tables. */
export function codebookOf(name: TablesName): Promise<Codebook> {
  const codebook = opened.get(name) ?? openCodebook(compile(TABLES[name]));
  opened.set(name, codebook);
  return codebook;
}
