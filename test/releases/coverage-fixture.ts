import { entry, zip } from './fixtures.ts';

/** A small export of the Medicare Coverage Database in CMS's layout; all of it is made up. */

const csv = (header: string, ...rows: readonly string[]): string => [header, ...rows, ''].join('\r\n');

const CONTRACTOR = 'contractor_id,contractor_type_id,contractor_version';

/** Tables that articles and determinations share. */
const PLACES: Readonly<Record<string, string>> = {
  'state_lookup.csv': csv(
    'state_id,state_abbrev,description',
    '36,OH,Ohio',
    '18,KY,Kentucky',
    '60,DN,New York - Downstate',
    '5,CA,California',
  ),
  'contractor.csv': csv(
    `${CONTRACTOR},contractor_number,contractor_bus_name`,
    '238,9,1,15202,"Example Contractor, LLC"',
    '240,9,1,13102,Another Contractor',
  ),
  'contractor_jurisdiction.csv': csv(
    `${CONTRACTOR},state_id,active_date,term_date`,
    '238,9,1,36,2011-01-01,',
    '238,9,1,18,2011-01-01,',
    '240,9,1,60,2011-01-01,',
    '240,9,1,5,2011-01-01,2015-01-01 00:00:00',
  ),
  'update_period.csv': csv('start_date,end_date', '2024-10-11 00:00:00,2024-10-17 00:00:00'),
};

export const ARTICLES: Readonly<Record<string, string>> = {
  ...PLACES,
  'article.csv': csv(
    'article_id,article_version,title,article_type,status,article_eff_date,article_end_date,article_rev_eff_date,article_rev_end_date,date_retired,description',
    '90001,4,Billing and Coding: Heart Tests,6,A,2015-10-01 00:00:00,,2024-03-01 00:00:00,,,"<p>A page,\r\nof <b>HTML</b></p>"',
    '90002,1,Billing and Coding: Caf\u00e9 Visits,6,A,2020-01-01 00:00:00,,,,2024-12-31 00:00:00,',
  ),
  'article_x_hcpc_code.csv': csv(
    'article_id,article_version,hcpc_code_id,hcpc_code_version,hcpc_code_group,range,long_description,short_description',
    '90001,4,93000,1,1,,ZEBRA LONG,ZEBRA',
    '90001,4,93010,1,1,,ZEBRA LONG,ZEBRA',
    '90002,1,XX000,1,1,,Not Applicable,Not Applicable',
    '90002,1,J3301,1,1,,Injection,Injection',
  ),
  'article_x_icd10_covered.csv': csv(
    'article_id,article_version,icd10_code_id,icd10_code_version,icd10_covered_group,range,description,asterisk',
    '90001,4,I10,1,1,,Essential (primary) hypertension,N',
    '90001,4,I11.0,1,2,,Hypertensive heart disease with heart failure,N',
    '90002,1,XX000,1,1,,Not Applicable,N',
  ),
  'article_x_icd10_covered_group.csv': csv(
    'article_id,article_version,icd10_covered_group,paragraph,icd10_covered_ast',
    '90001,4,1,<p>The following support:</p>,',
    '90001,4,2,"<p>These must be reported with&nbsp;a code, in addition to one of group 1.</p>",',
  ),
  'article_x_icd10_noncovered.csv': csv(
    'article_id,article_version,icd10_code_id,icd10_code_version,icd10_noncovered_group,range,description',
    '90002,1,L98.9,1,1,,Disorder of the skin,',
  ).replace(/,\r\n$/, '\r\n'),
  'article_x_contractor.csv': csv(`article_id,article_version,${CONTRACTOR}`, '90001,4,238,9,1', '90002,1,240,9,1'),
  'article_related_documents.csv': csv('article_id,article_version,r_article_id,r_lcd_id', '90001,4,,80001'),
};

export const LCDS: Readonly<Record<string, string>> = {
  ...PLACES,
  'lcd.csv': csv(
    'lcd_id,lcd_version,title,status,orig_det_eff_date,ent_det_end_date,rev_eff_date,rev_end_date,date_retired',
    '80001,12,Heart Tests,A,10/01/2015,,03/01/2024,,',
  ),
  'lcd_x_contractor.csv': csv(`lcd_id,lcd_version,${CONTRACTOR}`, '80001,12,238,9,1'),
};

export const NCDS: Readonly<Record<string, string>> = {
  'update_period.csv': PLACES['update_period.csv'],
  'ncd_trkg.csv': csv(
    'NCD_id,NCD_vrsn_num,NCD_mnl_sect,NCD_mnl_sect_title,cvrg_lvl_cd,NCD_efctv_dt,NCD_trmntn_dt',
    '100,2,20.15,Electrocardiographic Services,R,2004-08-26 00:00:00,',
  ),
};

/** The tables zipped, as CMS does, within a zip. */
export function coverageZip(tables: Readonly<Record<string, string>>, inner = 'current_article_csv.zip'): Uint8Array {
  const archive = zip(...Object.entries(tables).map(([name, text]) => entry(name, Buffer.from(text, 'latin1'))));
  return zip(entry('readme_first.txt', 'See the data dictionary.'), entry(inner, archive));
}
