import { DMEPOS_FEES } from '../../src/releases/dmepos-states.ts';
import type { ReadReleases, RecordField, RecordKind, RecordRelease } from '../../src/releases/index.ts';
import { RECORD_TABLES } from '../../src/releases/index.ts';

/** Small files in the layouts of CMS's payment tables and of ICD-10-CM, made up here. */

/** The one release of a kind. */
export function recordsOf(read: ReadReleases, kind: RecordKind): RecordRelease {
  const found = read.releases.filter((release) => release.kind === kind);
  if (found.length !== 1) throw new Error(`${found.length} releases of ${kind}: ${JSON.stringify(read.problems)}`);
  return found[0] as RecordRelease;
}

/** The fields of the rows under a key, by name; blank ones left out. */
export function rowsOf<K extends RecordKind>(
  release: RecordRelease,
  key: string,
): Partial<Record<RecordField<K>, string>>[] {
  const names: readonly string[] = RECORD_TABLES[release.kind];
  return release.records
    .filter((record) => record.key === key)
    .map(({ fields }) => Object.fromEntries(fields.map((field, i) => [names[i], field]).filter(([, text]) => text)));
}

const PFS_TITLES = [
  ',,2025 National Physician Fee Schedule Relative Value File October Release,,,,,,,,,,,,,,,,,,,,,,,,,,,,',
  ',,"CPT codes and descriptions only are copyright 2024, American Medical Association.",,,,,,,,,,,,,,,,,,,,,,,,,,,,',
  ',, ,,,,,,,,,,,,,,,,,,,,,,,,,,,,',
  ',,RELEASED 09/11/2025,,,,,,,,,,,,,,,,,,,,,,,,,,,,',
  ',, , ,,,,,,,,,,,,,,,,,,,,,,,,,NON-FACILITY,FACILITY,',
  ',,,,NOT USED,,,,,,,,,,,,,,,,,,,,,PHYSICIAN,,DIAGNOSTIC,PE USED,PE USED,MP USED',
  ',,,,FOR,,,NON-FAC,,FACILITY ,,,,,,,,,,,,,,,,SUPERVISION OF,,IMAGING,FOR OPPS,FOR OPPS,FOR OPPS',
  ',,,STATUS,MEDICARE ,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,PCTC,GLOB,PRE,INTRA,POST,MULT,BILAT,ASST,CO-,TEAM,ENDO,CONV,DIAGNOSTIC,CALCULATION,FAMILY,PAYMENT,PAYMENT,PAYMENT',
  'HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT',
];
export const PFS_ROWS = [
  '11042,,Zebra words,A,,1.01,2.50,,0.60,,0.11,3.62,1.72,0,000,0.00,0.00,0.00,2,0,1,0,0,,32.3465,09,0,99,0.00,0.00,0.00',
  '43235,53,"Zebra, words",A,+,1.05,NA,NA,0.61,NA,0.12,3.62,1.72,0,000,0.10,0.80,0.10,3,0,1,0,0,43200,32.3465,09,0,88,3.26,3.26,0.04'.replace(
    ',NA,NA,',
    ',0.55,NA,',
  ),
  'G0101,,Public words,A,,0.45,0.66,,0.30,,0.06,1.17,0.81,0,XXX,0.00,0.00,0.00,0,0,0,0,0,,32.3465,6A,0,99,0.00,0.00,0.00',
];
export const pfsCsv = (rows: readonly string[] = PFS_ROWS): string => [...PFS_TITLES, ...rows, ''].join('\r\n');

/** A record of the text, from the cells of a row of the csv. */
export function pfsLine(row: string): string {
  const cells = row.replace(/"[^"]*"|(?<=^[^,]*,[^,]*,)[^,]*/, 'words').split(',');
  const fields = cells.map((cell, i) => (i >= 15 && i <= 17 ? cell.replace(/^0/, '') : cell));
  const [code, mod, , status, notUsed, work, nonFac, nonFacNa, fac, facNa, mp, total, facTotal, ...rest] = fields;
  const [pcTc, days, pre, intra, post, mult, bilat, asst, co, team, base, factor, supervision, flag, family] = rest;
  const [oppsNonFac, oppsFac, oppsMp] = rest.slice(15);
  return [
    `${code}${mod.padEnd(2)}${'Zebra words'.padEnd(50)}${status}${notUsed.padEnd(1)}`,
    `${work.padStart(6)}${nonFac.padStart(7)}${nonFacNa.padEnd(3)}${fac.padStart(6)}${facNa.padEnd(2)}${mp.padStart(6)}`,
    `${total.padStart(7)}${facTotal.padStart(6)}${pcTc}${days}${pre}${intra}${post}${mult}${bilat}${asst}${co}${team}`,
    `${base.padEnd(11)}${factor.padStart(9)} ${supervision}${flag} ${family}`,
    `${oppsNonFac.padStart(10)}${oppsFac.padStart(7)}${oppsMp.padStart(7)}`,
  ].join('');
}
export const pfsText = (rows: readonly string[] = PFS_ROWS): string =>
  [
    'HDR2025 National Physician Fee Schedule Relative Value File October Release',
    'HDRRELEASED 09/11/2025',
    ...rows.map(pfsLine),
    '',
  ].join('\r\n');

export const GPCI_TEXT = [
  'ADDENDUM E. FINAL CY 2025 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE AND MEDICARE LOCALITY',
  '',
  'Medicare Admi State  Locality      Locality Name      2025 PW GPCI2025 PE GPCI2025 MP GPCI',
  '10112           AL      00   ALABAMA            1.000       0.869       0.575',
  '01112           CA      05   SAN FRANCISCO-OAKLAND (ALAMEDA/CONTRA COSTA CNTY)  1.100  1.300  0.400',
  '*Work GPCI reflects a floor.',
  '',
].join('\r\n');
export const GPCI_CSV = [
  'ADDENDUM E',
  'Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name,2025 PW GPCI (without 1.0 Floor),2025 PW GPCI (with 1.0 Floor),2025 PE GPCI,2025 MP GPCI',
  '10112,AL,00,ALABAMA,0.985,1,0.869,0.575',
  '1112,CA,5,SAN FRANCISCO,1.1,1.1,1.3,0.4',
  '',
].join('\r\n');

export const ANESTHESIA_TEXT = [
  '10112       00    ALABAMA                                                1931',
  '01112       05    SAN FRANCISCO-OAKLAND (SAN FRANCISCO CNTY)             2145',
  '',
].join('\r\n');
export const ANESTHESIA_CSV = [
  'Contractor,Locality,Locality Name,National Anes CF of 20.3178',
  '10112,00,ALABAMA,19.31',
  '01112,05,SAN FRANCISCO-OAKLAND (SAN FRANCISCO CNTY),21.45',
  '\x1a,,',
].join('\r\n');

export const RBCS_CSV = [
  'HCPCS_Cd,RBCS_Id,RBCS_Cat,RBCS_Cat_Desc,RBCS_Cat_Subcat,RBCS_Subcat_Desc,RBCS_FamNumb,RBCS_Family_Desc,RBCS_Major_Ind,HCPCS_Cd_Add_Dt,HCPCS_Cd_End_Dt,RBCS_Latest_Assignment,First_RBCS_Release_Year,RBCS_Analysis_Start_Dt,RBCS_Analysis_End_Dt,Alt_Assignment_Method,RBCS_Id_Ever_Reassigned',
  '11042,PK001N,P,Procedure,PK,Skin,001,Debridement,O,01/01/1989,12/31/9999,1,2020,01/01/2014,12/31/9999,0,1',
  '11042,PK000N,P,Procedure,PK,Skin,000,No Family,O,01/01/1989,12/31/9999,0,2020,01/01/2014,12/31/2018,0,1',
  'J0135,RI001N,R,Treatment,RI,Injections,001,"Drugs, other",N,01/01/2005,12/31/9999,1,2020,01/01/2014,12/31/9999,0,0',
  '',
].join('\n');

export const icdLine = (order: number, code: string, billable: 0 | 1, short: string, long = short): string =>
  `${String(order).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${short.padEnd(60)} ${long}`;
export const ICD10CM = [
  icdLine(1, 'A00', 0, 'Cholera'),
  icdLine(2, 'A000', 1, 'Cholera due to Vibrio cholerae 01, biovar cholerae'),
  icdLine(3, 'A001', 1, 'Cholera of a kind', 'Cholera of a kind that is told at length'),
  icdLine(4, 'S72001A', 1, 'Fx unsp part of neck of right femur, init', 'Fracture of neck of right femur, initial'),
  '',
].join('\r\n');

export const addendaLine = (action: string, code: string, billable: 0 | 1, short: string, long = short): string =>
  `${`${action}:`.padEnd(13)}${billable} ${code.padEnd(7)} ${short.padEnd(60)} ${long}`;

export const ASP_CSV = [
  'Payment Allowance Limits for Medicare Part B Drugs,,,,,,,,,,',
  '"Effective July 1, 2025 through September 30, 2025",,,,,,,,,,',
  'HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage,Vaccine AWP%,Vaccine Limit,Blood AWP%,Blood limit,Clotting Factor,Notes',
  '90371,Zebra words,1 ML,138.873,20%,,,,,,',
  'J0135,Adalimumab injection,20 MG,"1,234.567",20%,,,,,,see note',
  'J7190,Factor viii,1 IU,,,,,,,*,',
  '',
].join('\r\n');

export const ndcCsv = (crosswalk: string, rows: readonly string[]): string =>
  [
    `"July 2025 ${crosswalk} NDC-HCPCS Crosswalk",,,,,,,,,`,
    '_2025_CODE,Short Description,LABELER NAME,NDC2,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,BILLUNITS,BILLUNITSPKG',
    ...rows,
    '',
  ].join('\r\n');
export const NDC_ROWS = [
  'J0135,Adalimumab injection,ABBVIE,00074-4339-02,Humira,20 MG,0.8,2,2,4',
  '90371,Zebra words,GRIFOLS,13533-0636-05,HyperHEP B,1 ML,5,1,5,5',
];
export const NDC_NOC = [
  'July 2025 NOC NDC-HCPCS Crosswalk,,,,,,,,',
  'Drug Generic Name,LABELER NAME,NDC or ALTERNATE ID,Drug Name,Dosage,PKG SIZE,PKG QTY,BILLUNITS,BILLUNITSPKG',
  'Vasopressin,LONG GROVE,81298-8610-03,Vasopressin,20 UNITS,1,10,1,10',
  '',
].join('\r\n');

export const dmeposCsv = (rows: readonly (readonly [string, string, string])[]): string =>
  [
    '2025 DMEPOS Fee Schedule',
    ['HCPCS', 'Mod', 'Mod2', 'JURIS', 'CATG', 'Ceiling', 'Floor', ...DMEPOS_FEES, 'Description'].join(','),
    ...rows.map((codes) =>
      [...codes, 'D', 'IN', '9', '8', ...DMEPOS_FEES.map((_, i) => i / 100), '"Bed, a"'].join(','),
    ),
    '',
  ].join('\r\n');
