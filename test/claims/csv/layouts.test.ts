import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COLUMNS } from '../../../src/claims/csv/columns.ts';
import { LAYOUTS } from '../../../src/claims/csv/layouts.ts';
import { layoutOf } from '../../../src/claims/csv/mapping.ts';
import { readTable } from '../../support/table-claims.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/claim-formats.md'), 'utf8');

const numbered = (name: string, times: number): string[] =>
  Array.from({ length: times }, (_, i) => name.replace('#', String(i + 1)));

/** A row under a header: cells by name, the others empty. */
const row = (header: string, delimiter: string, cells: Readonly<Record<string, string>>): string => {
  const names = header.split(delimiter);
  for (const name of Object.keys(cells)) if (!names.includes(name)) throw new Error(`no column ${name}`);
  return names.map((name) => cells[name] ?? '').join(delimiter);
};

const RIF_CARRIER =
  'DML_IND|BENE_ID|CLM_ID|CLM_GRP_ID|FINAL_ACTION|NCH_CLM_TYPE_CD|CLM_FROM_DT|CLM_THRU_DT|NCH_CARR_CLM_SBMTD_CHRG_AMT|PRNCPAL_DGNS_CD|ICD_DGNS_CD1|ICD_DGNS_VRSN_CD1|ICD_DGNS_CD2|ICD_DGNS_VRSN_CD2|CARR_CLM_BLG_NPI_NUM|LINE_NUM|PRF_PHYSN_NPI|TAX_NUM|LINE_SRVC_CNT|LINE_PLACE_OF_SRVC_CD|LINE_1ST_EXPNS_DT|LINE_LAST_EXPNS_DT|HCPCS_CD|HCPCS_1ST_MDFR_CD|HCPCS_2ND_MDFR_CD|BETOS_CD|LINE_SBMTD_CHRG_AMT|LINE_ALOWD_CHRG_AMT|LINE_NDC_CD';
const RIF_DME =
  'DML_IND|BENE_ID|CLM_ID|CLM_FROM_DT|CLM_THRU_DT|LINE_NUM|TAX_NUM|LINE_SRVC_CNT|LINE_PLACE_OF_SRVC_CD|LINE_1ST_EXPNS_DT|LINE_LAST_EXPNS_DT|HCPCS_CD|HCPCS_1ST_MDFR_CD|HCPCS_2ND_MDFR_CD|LINE_SBMTD_CHRG_AMT|PRVDR_NUM|PRVDR_NPI|HCPCS_3RD_MDFR_CD|HCPCS_4TH_MDFR_CD';
const RIF_OUTPATIENT =
  'BENE_ID|CLM_ID|CLM_FROM_DT|CLM_THRU_DT|CLM_FAC_TYPE_CD|CLM_SRVC_CLSFCTN_TYPE_CD|CLM_FREQ_CD|ORG_NPI_NUM|CLM_TOT_CHRG_AMT|ICD_DGNS_CD1|CLM_LINE_NUM|REV_CNTR|REV_CNTR_DT|HCPCS_CD|HCPCS_1ST_MDFR_CD|HCPCS_2ND_MDFR_CD|REV_CNTR_UNIT_CNT|REV_CNTR_TOT_CHRG_AMT|RNDRNG_PHYSN_NPI';
const SYNPUF_CARRIER = [
  'DESYNPUF_ID,CLM_ID,CLM_FROM_DT,CLM_THRU_DT',
  ...numbered('ICD9_DGNS_CD_#', 8),
  ...numbered('PRF_PHYSN_NPI_#', 13),
  ...numbered('TAX_NUM_#', 13),
  ...numbered('HCPCS_CD_#', 13),
  ...numbered('LINE_NCH_PMT_AMT_#', 13),
].join(',');
const SYNPUF_OUTPATIENT = [
  'DESYNPUF_ID,CLM_ID,SEGMENT,CLM_FROM_DT,CLM_THRU_DT,PRVDR_NUM,CLM_PMT_AMT',
  ...numbered('ICD9_DGNS_CD_#', 10),
  ...numbered('HCPCS_CD_#', 45),
].join(',');
const CCLF5 =
  'CUR_CLM_UNIQ_ID|CLM_LINE_NUM|BENE_MBI_ID|CLM_FROM_DT|CLM_THRU_DT|CLM_LINE_FROM_DT|CLM_LINE_THRU_DT|CLM_POS_CD|CLM_LINE_HCPCS_CD|RNDRG_PRVDR_NPI_NUM|CLM_LINE_SRVC_UNIT_QTY|HCPCS_1_MDFR_CD|HCPCS_2_MDFR_CD|HCPCS_3_MDFR_CD|HCPCS_4_MDFR_CD|CLM_DGNS_1_CD|CLM_DGNS_2_CD';
const TAF =
  'BENE_ID,MSIS_ID,STATE_CD,CLM_ID,LINE_NUM,LINE_SRVC_BGN_DT,LINE_SRVC_END_DT,LINE_PRCDR_CD,LINE_PRCDR_CD_SYS,LINE_PRCDR_MDFR_CD_1,LINE_PRCDR_MDFR_CD_2,LINE_PRCDR_MDFR_CD_3,LINE_PRCDR_MDFR_CD_4,ACTL_SRVC_QTY,SRVC_PRVDR_NPI,SRVC_PRVDR_TXNMY_CD,NDC,NDC_QTY,NDC_UOM_CD';
const TUVA =
  'claim_id,claim_line_number,claim_type,person_id,member_id,payer,claim_start_date,claim_end_date,claim_line_start_date,claim_line_end_date,place_of_service_code,bill_type_code,revenue_center_code,service_unit_quantity,hcpcs_code,hcpcs_modifier_1,hcpcs_modifier_2,rendering_npi,billing_npi,charge_amount,diagnosis_code_1,diagnosis_code_2';
const SYNTHEA =
  'ID,CLAIMID,CHARGEID,PATIENTID,TYPE,AMOUNT,METHOD,FROMDATE,TODATE,PLACEOFSERVICE,PROCEDURECODE,MODIFIER1,MODIFIER2,DIAGNOSISREF1,DIAGNOSISREF2,DIAGNOSISREF3,DIAGNOSISREF4,UNITS,DEPARTMENTID,NOTES,UNITAMOUNT,TRANSFEROUTID,TRANSFERTYPE,PAYMENTS,ADJUSTMENTS,TRANSFERS,OUTSTANDING,APPOINTMENTID,LINENOTE,PATIENTINSURANCEID,FEESCHEDULEID,PROVIDERID,SUPERVISINGPROVIDERID';
const OMOP =
  'procedure_occurrence_id,person_id,procedure_concept_id,procedure_date,procedure_datetime,procedure_type_concept_id,modifier_concept_id,quantity,provider_id,visit_occurrence_id,visit_detail_id,procedure_source_value,procedure_source_concept_id,modifier_source_value';
const EPIC =
  'TX_ID,TX_TYPE_C_NAME,SERVICE_DATE,PATIENT_ID,VISIT_NUMBER,CPT_CODE,MODIFIER_ONE,MODIFIER_TWO,MODIFIER_THREE,MODIFIER_FOUR,PROCEDURE_QUANTITY,AMOUNT,SERV_PROVIDER_ID,BILLING_PROV_ID';

const line = (header: string, delimiter: string, cells: Readonly<Record<string, string>>): string =>
  `${header}\n${row(header, delimiter, cells)}\n`;

const CASES: readonly [string, string, object][] = [
  [
    'cms-rif-carrier',
    line(RIF_CARRIER, '|', {
      BENE_ID: '-1001',
      CLM_ID: '-77',
      NCH_CARR_CLM_SBMTD_CHRG_AMT: '245.04',
      ICD_DGNS_CD1: 'A02',
      ICD_DGNS_CD2: 'A05',
      CARR_CLM_BLG_NPI_NUM: '1234567893',
      LINE_NUM: '6',
      PRF_PHYSN_NPI: '1245319599',
      LINE_SRVC_CNT: '1.0',
      LINE_PLACE_OF_SRVC_CD: '11',
      LINE_1ST_EXPNS_DT: '27-OCT-2021',
      LINE_LAST_EXPNS_DT: '28-Oct-2021',
      HCPCS_CD: '92999',
      HCPCS_1ST_MDFR_CD: 'LT',
      LINE_SBMTD_CHRG_AMT: '47.84',
    }),
    {
      id: '-77',
      type: 'professional',
      charge: 24504,
      billingProvider: { npi: '1234567893' },
      subscriber: { memberId: '-1001' },
      diagnoses: [
        { qualifier: 'ABK', code: 'A02' },
        { qualifier: 'ABF', code: 'A05' },
      ],
      lines: [
        {
          ...{ number: 6, code: '92999', modifiers: ['LT'], units: 1, charge: 4784, placeOfService: '11' },
          ...{ from: '2021-10-27', to: '2021-10-28', renderingProvider: { npi: '1245319599' } },
        },
      ],
    },
  ],
  [
    'cms-rif-dme',
    line(RIF_DME, '|', {
      CLM_ID: '9',
      LINE_NUM: '1',
      LINE_SRVC_CNT: '60',
      LINE_PLACE_OF_SRVC_CD: '12',
      LINE_1ST_EXPNS_DT: '03-FEB-2014',
      HCPCS_CD: 'E0143',
      HCPCS_1ST_MDFR_CD: 'NU',
      HCPCS_3RD_MDFR_CD: 'KX',
      PRVDR_NPI: '1234567893',
    }),
    {
      setting: 'dme',
      billingProvider: { npi: '1234567893' },
      lines: [{ code: 'E0143', modifiers: ['NU', '', 'KX'], units: 60, from: '2014-02-03', to: '2014-02-03' }],
    },
  ],
  [
    'cms-rif-institutional',
    `${RIF_OUTPATIENT}\n${[
      {
        CLM_LINE_NUM: '1',
        REV_CNTR: '0450',
        REV_CNTR_DT: '25-MAR-2023',
        HCPCS_CD: 'G0463',
        REV_CNTR_UNIT_CNT: '1',
        REV_CNTR_TOT_CHRG_AMT: '100.00',
      },
      { CLM_LINE_NUM: '2', REV_CNTR: '0250', REV_CNTR_UNIT_CNT: '2' },
      { CLM_LINE_NUM: '3', REV_CNTR: '0001', REV_CNTR_TOT_CHRG_AMT: '100.00' },
    ]
      .map((cells) =>
        row(RIF_OUTPATIENT, '|', {
          ...{ CLM_ID: '5', CLM_FROM_DT: '25-MAR-2023', CLM_THRU_DT: '26-MAR-2023', ORG_NPI_NUM: '1234567893' },
          ...{ CLM_FAC_TYPE_CD: '1', CLM_SRVC_CLSFCTN_TYPE_CD: '3', CLM_FREQ_CD: '1' },
          ...cells,
        }),
      )
      .join('\n')}\n`,
    {
      type: 'institutional',
      setting: 'outpatient',
      frequency: '1',
      institutional: { typeOfBill: '131', statementFrom: '2023-03-25', statementTo: '2023-03-26' },
      lines: [
        { number: 1, revenueCode: '0450', code: 'G0463', units: 1, charge: 10000, from: '2023-03-25' },
        { number: 2, revenueCode: '0250', code: '', qualifier: '', from: null },
      ],
    },
  ],
  [
    'de-synpuf-carrier',
    line(SYNPUF_CARRIER, ',', {
      ...{ DESYNPUF_ID: 'D1', CLM_ID: '887', CLM_FROM_DT: '20080110', CLM_THRU_DT: '20080110' },
      ...{ ICD9_DGNS_CD_1: '4019', HCPCS_CD_1: '99213', HCPCS_CD_13: 'J1885' },
      ...{ PRF_PHYSN_NPI_1: '1245319599', PRF_PHYSN_NPI_13: '1234567893', TAX_NUM_1: '123456789' },
    }),
    {
      id: '887',
      diagnoses: [{ qualifier: 'BK', code: '4019' }],
      billingProvider: { npi: null, identifier: '123456789' },
      lines: [
        {
          number: 1,
          code: '99213',
          units: 1,
          from: '2008-01-10',
          charge: null,
          renderingProvider: { npi: '1245319599' },
        },
        { number: 2, code: 'J1885', units: 1, renderingProvider: { npi: '1234567893' } },
      ],
    },
  ],
  [
    'de-synpuf-outpatient',
    line(SYNPUF_OUTPATIENT, ',', {
      ...{ CLM_ID: '12', SEGMENT: '1', CLM_FROM_DT: '20080201', CLM_THRU_DT: '20080203', PRVDR_NUM: '0100XX' },
      ...{ HCPCS_CD_2: '85025', HCPCS_CD_45: 'G0463' },
    }),
    {
      setting: 'outpatient',
      type: 'institutional',
      lines: [
        { code: '85025', units: 1, from: '2008-02-01', to: '2008-02-03' },
        { code: 'G0463', units: 1 },
      ],
    },
  ],
  [
    'cms-cclf5',
    line(CCLF5, '|', {
      ...{ CUR_CLM_UNIQ_ID: '31', CLM_LINE_NUM: '2', BENE_MBI_ID: '1A00A00AA00', CLM_POS_CD: '11' },
      ...{ CLM_LINE_FROM_DT: '2023-05-01', CLM_LINE_HCPCS_CD: '99214', RNDRG_PRVDR_NPI_NUM: '1245319599' },
      ...{ CLM_LINE_SRVC_UNIT_QTY: '1', HCPCS_1_MDFR_CD: '25', CLM_DGNS_1_CD: 'I10' },
    }),
    {
      subscriber: { memberId: '1A00A00AA00' },
      diagnoses: [{ code: 'I10' }],
      lines: [{ number: 2, code: '99214', modifiers: ['25'], units: 1, charge: null, from: '2023-05-01' }],
    },
  ],
  [
    'taf-ot-line',
    line(TAF, ',', {
      ...{ MSIS_ID: 'M1', CLM_ID: 'T1', LINE_NUM: '1', LINE_SRVC_BGN_DT: '2016-07-04', LINE_SRVC_END_DT: '2016-07-05' },
      ...{ LINE_PRCDR_CD: 'A0425', LINE_PRCDR_MDFR_CD_1: 'RH', ACTL_SRVC_QTY: '12.5', SRVC_PRVDR_NPI: '1245319599' },
      ...{ SRVC_PRVDR_TXNMY_CD: '341600000X', NDC: '00409379501', NDC_QTY: '1', NDC_UOM_CD: 'ML' },
    }),
    {
      id: 'T1',
      subscriber: { memberId: 'M1' },
      lines: [
        {
          ...{ code: 'A0425', modifiers: ['RH'], units: 12.5, from: '2016-07-04', to: '2016-07-05' },
          ...{
            renderingProvider: { npi: '1245319599', taxonomy: '341600000X' },
            drug: { ndc: '00409379501', quantity: 1 },
          },
        },
      ],
    },
  ],
  [
    'tuva-medical-claim',
    line(TUVA, ',', {
      ...{ claim_id: 'U1', claim_line_number: '1', claim_type: 'professional', person_id: 'P1', payer: 'medicare' },
      ...{ claim_start_date: '2023-01-02', claim_end_date: '2023-01-02', place_of_service_code: '11' },
      ...{ service_unit_quantity: '4', hcpcs_code: 'J1885', hcpcs_modifier_1: 'JZ', charge_amount: '20' },
      ...{ rendering_npi: '1245319599', billing_npi: '1234567893', diagnosis_code_1: 'M54.5', diagnosis_code_2: 'I10' },
    }),
    {
      type: 'professional',
      payer: { name: 'medicare' },
      subscriber: { memberId: 'P1' },
      diagnoses: [{ code: 'M545' }, { code: 'I10' }],
      lines: [{ code: 'J1885', modifiers: ['JZ'], units: 4, charge: 2000, from: '2023-01-02' }],
    },
  ],
  [
    'synthea-transactions',
    `${SYNTHEA}\n${[
      {
        TYPE: 'CHARGE',
        AMOUNT: '129.16',
        PROCEDURECODE: '99214',
        UNITS: '1',
        UNITAMOUNT: '129.16',
        DIAGNOSISREF1: '1',
        DIAGNOSISREF3: '2',
      },
      { TYPE: 'PAYMENT', METHOD: 'ECHECK', PAYMENTS: '129.16' },
    ]
      .map((cells) =>
        row(SYNTHEA, ',', {
          CLAIMID: 'c-1',
          CHARGEID: '1',
          PATIENTID: 'p-1',
          FROMDATE: '2012-05-13T04:28:51Z',
          ...cells,
        }),
      )
      .join('\n')}\n`,
    {
      id: 'c-1',
      placeOfService: '',
      subscriber: { memberId: 'p-1' },
      lines: [{ number: 1, code: '99214', units: 1, charge: 12916, from: '2012-05-13', diagnosisPointers: [1, 2] }],
    },
  ],
  [
    'omop-procedure-occurrence',
    line(OMOP, ',', {
      ...{ procedure_occurrence_id: '1', person_id: '42', procedure_date: '2020-02-03', visit_occurrence_id: '700' },
      ...{ procedure_source_value: '97110', modifier_source_value: 'GP', provider_id: '12' },
    }),
    {
      id: '700',
      subscriber: { memberId: '42' },
      lines: [
        { code: '97110', modifiers: ['GP'], units: 1, from: '2020-02-03', renderingProvider: { identifier: '12' } },
      ],
    },
  ],
  [
    'epic-transactions',
    `${EPIC}\n${[
      { TX_TYPE_C_NAME: 'Charge', CPT_CODE: '99213', MODIFIER_ONE: '25', PROCEDURE_QUANTITY: '1', AMOUNT: '150' },
      { TX_TYPE_C_NAME: 'Payment', AMOUNT: '-90' },
    ]
      .map((cells) =>
        row(EPIC, ',', {
          TX_ID: '1',
          VISIT_NUMBER: '33',
          SERVICE_DATE: '7/1/2024 12:00:00 AM',
          PATIENT_ID: 'Z1',
          ...cells,
        }),
      )
      .join('\n')}\n`,
    { id: '33', lines: [{ code: '99213', modifiers: ['25'], units: 1, charge: 15000, from: '2024-07-01' }] },
  ],
];

describe('layouts', () => {
  test('each has a case', () => {
    expect(CASES.map(([name]) => name)).toEqual(LAYOUTS.map(({ name }) => name));
  });

  test.each(CASES)('%s', async (name, text, claim) => {
    const { claims, problems, layouts } = await readTable(text);
    expect(problems).toEqual([]);
    expect(layouts).toMatchObject([{ layout: name, mapped: false }]);
    expect(claims).toMatchObject([claim]);
  });

  test.each(LAYOUTS)(
    '$name names our columns, and is found by its signs alone',
    ({ name, columns, repeats, given, signs }) => {
      for (const column of [columns, repeats?.columns ?? {}, given ?? {}].flatMap(Object.keys))
        expect(COLUMNS).toContain(column);
      expect(layoutOf(signs)?.name).toBe(name);
      for (const sign of signs) expect(layoutOf(signs.filter((each) => each !== sign))?.name).not.toBe(name);
    },
  );

  test.each(LAYOUTS)('$name is in the documentation with its signs', ({ name, signs }) => {
    const row = PAGE.split('\n').find((each) => each.startsWith(`| \`${name}\` `)) ?? '';
    expect(row.split('|')[3].trim()).toBe(signs.map((sign) => `\`${sign}\``).join(', '));
  });

  test('column names of practice systems are known without a layout', async () => {
    const text =
      'Claim Number,Service Date,CPT,Mod 1,Mod 2,Units,Charge Amount,POS,Rendering Provider NPI\nA1,7/1/2024,99213,25,,1,"$150.00",11,1245319599\n';
    const { claims, problems, layouts } = await readTable(text);
    expect(problems).toEqual([]);
    expect(layouts).toMatchObject([{ layout: 'columns', used: 9, of: 9 }]);
    expect(claims).toMatchObject([
      { id: 'A1', lines: [{ code: '99213', modifiers: ['25'], charge: 15000, from: '2024-07-01' }] },
    ]);
  });

  test('a row of a wide layout without any code is told', async () => {
    const cells = { CLM_ID: '1', CLM_FROM_DT: '20080110' };
    const { claims, problems } = await readTable(line(SYNPUF_CARRIER, ',', cells));
    expect(claims).toEqual([]);
    expect(problems).toMatchObject([{ code: 'claim-without-lines', line: 2 }]);
  });

  test('a claim of which every row is a total is told as missing', async () => {
    const { problems } = await readTable(line(RIF_OUTPATIENT, '|', { CLM_ID: '1', REV_CNTR: '0001' }));
    expect(problems).toMatchObject([{ code: 'no-claims' }]);
  });

  test('letter case and missing columns do not matter but for the signs', async () => {
    const header = 'clm_id|line_num|prf_physn_npi|line_srvc_cnt|hcpcs_cd';
    const { claims, layouts } = await readTable(`${header}\n1|1|1245319599|2|J1885\n`);
    expect(layouts).toMatchObject([{ layout: 'cms-rif-carrier', used: 5, of: 5 }]);
    expect(claims).toMatchObject([{ lines: [{ code: 'J1885', units: 2, from: null }] }]);
  });
});
