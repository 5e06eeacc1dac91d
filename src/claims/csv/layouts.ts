import type { Column } from './columns.ts';

/** Where a layout has a column's text: in one column, in the first of several that is filled, or in several together. */
export type Source =
  | string
  | { readonly first: readonly string[] }
  | { readonly together: readonly string[]; readonly between: string };

/** A file that others publish or export: its columns, and which of ours each of them is. */
export interface Layout {
  readonly name: string;
  readonly title: string;
  /** Headers that no other layout has together. */
  readonly signs: readonly string[];
  readonly columns: Readonly<Partial<Record<Column, Source>>>;
  /** Lines that stand side by side in one row: `#` is the number of the line, from 1. */
  readonly repeats?: { readonly times: number; readonly columns: Readonly<Partial<Record<Column, string>>> };
  /** Which rows are lines, by one of their cells. */
  readonly rows?: { readonly header: string; readonly are?: readonly string[]; readonly areNot?: readonly string[] };
  /** What stands for an empty or missing cell. */
  readonly given?: Readonly<Partial<Record<Column, string>>>;
  /** Diagnoses are of ICD-9-CM. */
  readonly icd9?: true;
  /** What a person should know of claims from it. */
  readonly remarks: readonly string[];
}

const numbered = (header: string, times: number): string[] =>
  Array.from({ length: times }, (_, i) => header.replace('#', String(i + 1)));

const list = (header: string, times: number): Source => ({ together: numbered(header, times), between: ' ' });

/** Revenue centre 0001 is the total of the claim, no line. */
const NO_TOTALS = { header: 'REV_CNTR', areNot: ['0001', '001', '1'] };
const NO_TOTAL_LINE = 'Rows of revenue centre 0001, which are totals, were passed over.';
const RIF_CLAIM = { first: ['CLM_ID', 'CLAIM_NO'] };
const RIF_MEMBER = { first: ['BENE_ID', 'DESY_SORT_KEY'] };

/** Columns that RIF files of carriers and of equipment suppliers share. */
const RIF_SUPPLIER_COLUMNS: Layout['columns'] = {
  claim: RIF_CLAIM,
  line: 'LINE_NUM',
  code: 'HCPCS_CD',
  modifier1: 'HCPCS_1ST_MDFR_CD',
  modifier2: 'HCPCS_2ND_MDFR_CD',
  modifier3: 'HCPCS_3RD_MDFR_CD',
  modifier4: 'HCPCS_4TH_MDFR_CD',
  units: 'LINE_SRVC_CNT',
  charge: 'LINE_SBMTD_CHRG_AMT',
  from: { first: ['LINE_1ST_EXPNS_DT', 'LINE_LAST_EXPNS_DT', 'CLM_FROM_DT'] },
  to: { first: ['LINE_LAST_EXPNS_DT', 'CLM_THRU_DT'] },
  placeofservice: 'LINE_PLACE_OF_SRVC_CD',
  ndc: 'LINE_NDC_CD',
  totalcharge: 'NCH_CARR_CLM_SBMTD_CHRG_AMT',
  memberid: RIF_MEMBER,
  diagnoses: list('ICD_DGNS_CD#', 12),
};

/** Layouts by their headers; the first whose signs a header has is taken. */
export const LAYOUTS: readonly Layout[] = [
  {
    name: 'cms-rif-carrier',
    title: 'CMS research files, carrier claims',
    signs: ['HCPCS_CD', 'LINE_NUM', 'LINE_SRVC_CNT', 'PRF_PHYSN_NPI'],
    columns: { ...RIF_SUPPLIER_COLUMNS, billingnpi: 'CARR_CLM_BLG_NPI_NUM', renderingnpi: 'PRF_PHYSN_NPI' },
    remarks: [],
  },
  {
    name: 'cms-rif-dme',
    title: 'CMS research files, durable medical equipment claims',
    signs: ['HCPCS_CD', 'LINE_NUM', 'LINE_SRVC_CNT', 'PRVDR_NPI'],
    columns: { ...RIF_SUPPLIER_COLUMNS, billingnpi: 'PRVDR_NPI' },
    given: { setting: 'dme' },
    remarks: [],
  },
  {
    name: 'cms-rif-institutional',
    title: 'CMS research files, outpatient and other institutional claims',
    signs: ['HCPCS_CD', 'REV_CNTR', 'REV_CNTR_UNIT_CNT'],
    columns: {
      claim: RIF_CLAIM,
      line: 'CLM_LINE_NUM',
      revenuecode: 'REV_CNTR',
      code: 'HCPCS_CD',
      modifier1: 'HCPCS_1ST_MDFR_CD',
      modifier2: 'HCPCS_2ND_MDFR_CD',
      modifier3: 'HCPCS_3RD_MDFR_CD',
      modifier4: 'HCPCS_4TH_MDFR_CD',
      units: 'REV_CNTR_UNIT_CNT',
      charge: 'REV_CNTR_TOT_CHRG_AMT',
      from: 'REV_CNTR_DT',
      renderingnpi: 'RNDRNG_PHYSN_NPI',
      typeofbill: { together: ['CLM_FAC_TYPE_CD', 'CLM_SRVC_CLSFCTN_TYPE_CD', 'CLM_FREQ_CD'], between: '' },
      statementfrom: 'CLM_FROM_DT',
      statementto: 'CLM_THRU_DT',
      totalcharge: 'CLM_TOT_CHRG_AMT',
      billingnpi: 'ORG_NPI_NUM',
      memberid: RIF_MEMBER,
      diagnoses: list('ICD_DGNS_CD#', 25),
    },
    rows: NO_TOTALS,
    remarks: [NO_TOTAL_LINE],
  },
  {
    name: 'de-synpuf-carrier',
    title: 'CMS DE-SynPUF, carrier claims',
    signs: ['DESYNPUF_ID', 'CLM_ID', 'HCPCS_CD_1', 'LINE_NCH_PMT_AMT_1'],
    columns: {
      claim: 'CLM_ID',
      from: 'CLM_FROM_DT',
      to: 'CLM_THRU_DT',
      memberid: 'DESYNPUF_ID',
      diagnoses: list('ICD9_DGNS_CD_#', 8),
      billingnpi: 'TAX_NUM_1',
    },
    repeats: { times: 13, columns: { code: 'HCPCS_CD_#', renderingnpi: 'PRF_PHYSN_NPI_#' } },
    given: { units: '1' },
    icd9: true,
    remarks: [
      'The files have no units, modifiers and charges: every line was taken as one unit, its charge as not given.',
    ],
  },
  {
    name: 'de-synpuf-outpatient',
    title: 'CMS DE-SynPUF, outpatient claims',
    signs: ['DESYNPUF_ID', 'CLM_ID', 'SEGMENT', 'HCPCS_CD_1'],
    columns: {
      claim: 'CLM_ID',
      from: 'CLM_FROM_DT',
      to: 'CLM_THRU_DT',
      statementfrom: 'CLM_FROM_DT',
      statementto: 'CLM_THRU_DT',
      memberid: 'DESYNPUF_ID',
      diagnoses: list('ICD9_DGNS_CD_#', 10),
      billingnpi: 'PRVDR_NUM',
    },
    repeats: { times: 45, columns: { code: 'HCPCS_CD_#' } },
    given: { units: '1', setting: 'outpatient' },
    icd9: true,
    remarks: [
      'The files have no units, modifiers, charges and types of bill: every line was taken as one unit of an outpatient claim, its charge as not given.',
    ],
  },
  {
    name: 'cms-cclf5',
    title: 'CMS claim and claim line feed, Part B physicians (CCLF5)',
    signs: ['CUR_CLM_UNIQ_ID', 'CLM_LINE_HCPCS_CD', 'CLM_LINE_SRVC_UNIT_QTY', 'CLM_POS_CD'],
    columns: {
      claim: 'CUR_CLM_UNIQ_ID',
      line: 'CLM_LINE_NUM',
      code: 'CLM_LINE_HCPCS_CD',
      modifier1: 'HCPCS_1_MDFR_CD',
      modifier2: 'HCPCS_2_MDFR_CD',
      modifier3: 'HCPCS_3_MDFR_CD',
      modifier4: 'HCPCS_4_MDFR_CD',
      units: 'CLM_LINE_SRVC_UNIT_QTY',
      from: { first: ['CLM_LINE_FROM_DT', 'CLM_FROM_DT'] },
      to: { first: ['CLM_LINE_THRU_DT', 'CLM_THRU_DT'] },
      placeofservice: 'CLM_POS_CD',
      renderingnpi: 'RNDRG_PRVDR_NPI_NUM',
      memberid: 'BENE_MBI_ID',
      diagnoses: list('CLM_DGNS_#_CD', 12),
    },
    remarks: ['The feed has no submitted charges; allowed amounts were not taken for them.'],
  },
  {
    name: 'taf-ot-line',
    title: 'T-MSIS analytic files, other services lines',
    signs: ['CLM_ID', 'LINE_PRCDR_CD', 'LINE_SRVC_BGN_DT'],
    columns: {
      claim: 'CLM_ID',
      line: 'LINE_NUM',
      code: 'LINE_PRCDR_CD',
      modifier1: 'LINE_PRCDR_MDFR_CD_1',
      modifier2: 'LINE_PRCDR_MDFR_CD_2',
      modifier3: 'LINE_PRCDR_MDFR_CD_3',
      modifier4: 'LINE_PRCDR_MDFR_CD_4',
      units: { first: ['ACTL_SRVC_QTY', 'ALOWD_SRVC_QTY'] },
      charge: 'LINE_BILLED_AMT',
      from: { first: ['LINE_SRVC_BGN_DT', 'LINE_SRVC_END_DT'] },
      to: 'LINE_SRVC_END_DT',
      placeofservice: 'POS_CD',
      renderingnpi: 'SRVC_PRVDR_NPI',
      renderingtaxonomy: 'SRVC_PRVDR_TXNMY_CD',
      billingnpi: 'BLG_PRVDR_NPI',
      billingtaxonomy: 'BLG_PRVDR_TXNMY_CD',
      ndc: 'NDC',
      ndcquantity: 'NDC_QTY',
      ndcunit: 'NDC_UOM_CD',
      memberid: { first: ['BENE_ID', 'MSIS_ID'] },
      diagnoses: list('DGNS_CD_#', 2),
    },
    remarks: [
      'Place of service, billing provider and diagnoses stand in the header file: join it to have them checked.',
    ],
  },
  {
    name: 'tuva-medical-claim',
    title: 'Tuva, medical_claim',
    signs: ['claim_id', 'claim_line_number', 'hcpcs_code', 'service_unit_quantity'],
    columns: {
      claim: 'claim_id',
      line: 'claim_line_number',
      revenuecode: 'revenue_center_code',
      code: 'hcpcs_code',
      modifiers: list('hcpcs_modifier_#', 5),
      units: 'service_unit_quantity',
      charge: 'charge_amount',
      from: { first: ['claim_line_start_date', 'claim_start_date'] },
      to: { first: ['claim_line_end_date', 'claim_end_date'] },
      placeofservice: 'place_of_service_code',
      renderingnpi: { first: ['rendering_npi', 'rendering_id'] },
      billingnpi: { first: ['billing_npi', 'billing_id'] },
      typeofbill: 'bill_type_code',
      statementfrom: 'claim_start_date',
      statementto: 'claim_end_date',
      memberid: { first: ['member_id', 'person_id', 'patient_id'] },
      payername: 'payer',
      diagnoses: list('diagnosis_code_#', 25),
    },
    remarks: [],
  },
  {
    name: 'synthea-transactions',
    title: 'Synthea, claims_transactions.csv',
    signs: ['CLAIMID', 'CHARGEID', 'PROCEDURECODE', 'UNITAMOUNT'],
    columns: {
      claim: 'CLAIMID',
      line: 'CHARGEID',
      code: 'PROCEDURECODE',
      modifier1: 'MODIFIER1',
      modifier2: 'MODIFIER2',
      units: 'UNITS',
      charge: 'AMOUNT',
      from: 'FROMDATE',
      to: 'TODATE',
      pointers: { together: numbered('DIAGNOSISREF#', 4), between: ' ' },
      renderingnpi: 'PROVIDERID',
      memberid: 'PATIENTID',
    },
    rows: { header: 'TYPE', are: ['CHARGE'] },
    remarks: ['Only rows of type CHARGE are lines. Most of its procedure codes are SNOMED CT, which is not HCPCS.'],
  },
  {
    name: 'omop-procedure-occurrence',
    title: 'OMOP, procedure_occurrence',
    signs: ['procedure_occurrence_id', 'procedure_source_value', 'visit_occurrence_id', 'procedure_date'],
    columns: {
      claim: 'visit_occurrence_id',
      code: 'procedure_source_value',
      modifiers: 'modifier_source_value',
      units: 'quantity',
      from: 'procedure_date',
      to: 'procedure_end_date',
      renderingnpi: 'provider_id',
      memberid: 'person_id',
    },
    given: { units: '1' },
    remarks: [
      'A visit was taken for a claim. A quantity that is left out is one. Codes are source values, which need not be HCPCS.',
    ],
  },
  {
    name: 'epic-transactions',
    title: 'Epic Clarity, professional billing transactions',
    signs: ['TX_ID', 'CPT_CODE', 'MODIFIER_ONE', 'PROCEDURE_QUANTITY'],
    columns: {
      claim: { first: ['VISIT_NUMBER', 'PAT_ENC_CSN_ID', 'TX_ID'] },
      code: 'CPT_CODE',
      modifier1: 'MODIFIER_ONE',
      modifier2: 'MODIFIER_TWO',
      modifier3: 'MODIFIER_THREE',
      modifier4: 'MODIFIER_FOUR',
      units: 'PROCEDURE_QUANTITY',
      charge: 'AMOUNT',
      from: 'SERVICE_DATE',
      renderingnpi: 'SERV_PROVIDER_ID',
      billingnpi: 'BILLING_PROV_ID',
      memberid: 'PATIENT_ID',
    },
    rows: { header: 'TX_TYPE_C_NAME', are: ['Charge'] },
    remarks: ['A visit was taken for a claim. Only charges are lines, where TX_TYPE_C_NAME tells them from payments.'],
  },
];
