/**
 * The addresses by which FHIR data names code systems and identifier systems. One kind has several: the one of HL7's
 * terminology first wherever senders give one meaning under two addresses, then CMS's own Blue Button ones (versions
 * 1, 2 and 3), older ones and object identifiers. Sources: HL7 Terminology (THO) 6; CARIN Blue Button 2; the
 * ExplanationOfBenefit samples of CMSgov/beneficiary-fhir-data.
 */
const BLUE_BUTTON = 'https://bluebutton.cms.gov/resources';
const CMS = 'https://bluebutton.cms.gov/fhir/CodeSystem';
const NUBC = 'https://www.nubc.org/CodeSystem';
const THO = 'http://terminology.hl7.org/CodeSystem';
const CARIN = 'http://hl7.org/fhir/us/carin-bb/CodeSystem';

const ADDRESSES = {
  hcpcs: [
    'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
    `${BLUE_BUTTON}/codesystem/hcpcs`,
    `${BLUE_BUTTON}/variables/hcpcs_cd`,
    'http://www.cms.gov/Medicare/Coding/MedHCPCSGenInfo',
    `${THO}/HCPCS-all-codes`,
    'urn:oid:2.16.840.1.113883.6.285',
    'urn:oid:2.16.840.1.113883.6.14',
  ],
  cpt: ['http://www.ama-assn.org/go/cpt', 'urn:oid:2.16.840.1.113883.6.12'],
  cdt: ['http://www.ada.org/cdt', 'urn:oid:2.16.840.1.113883.6.13'],
  /** Beside those of HCPCS and CPT, of which modifiers are a part. */
  modifier: [
    ...['1st', '2nd', '3rd', '4th'].map((which) => `${BLUE_BUTTON}/variables/hcpcs_${which}_mdfr_cd`),
    `${BLUE_BUTTON}/codesystem/hcpcs-modifier`,
  ],
  hipps: ['https://www.cms.gov/Medicare/Medicare-Fee-for-Service-Payment/ProspMedicareFeeSvcPmtGen/HIPPSCodes'],
  ndc: ['http://hl7.org/fhir/sid/ndc', 'urn:oid:2.16.840.1.113883.6.69'],
  // ICD-10 without -cm: Blue Button names both that way, and an American claim has no other.
  icd10cm: ['http://hl7.org/fhir/sid/icd-10-cm', 'urn:oid:2.16.840.1.113883.6.90', 'http://hl7.org/fhir/sid/icd-10'],
  icd9cm: [
    'http://hl7.org/fhir/sid/icd-9-cm',
    'http://hl7.org/fhir/sid/icd-9-cm/diagnosis',
    'http://hl7.org/fhir/sid/icd-9-cm/procedure',
    'urn:oid:2.16.840.1.113883.6.103',
    'urn:oid:2.16.840.1.113883.6.104',
  ],
  icd10pcs: [
    'http://www.cms.gov/Medicare/Coding/ICD10',
    'http://hl7.org/fhir/sid/icd-10-pcs',
    'urn:oid:2.16.840.1.113883.6.4',
  ],
  placeOfService: [
    'https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set',
    'https://www.cms.gov/Medicare/Coding/place-of-service-codes',
    `${BLUE_BUTTON}/variables/line_place_of_srvc_cd`,
    `${THO}/ex-serviceplace`,
    'urn:oid:2.16.840.1.113883.6.50',
  ],
  // Blue Button 2 gives the deductible code under NUBC's address, so its own come first.
  revenue: [`${BLUE_BUTTON}/variables/rev_cntr`, `${CMS}/CLM-REV-CNTR-CD`, `${NUBC}/RevenueCodes`],
  npi: [
    'http://hl7.org/fhir/sid/us-npi',
    'urn:oid:2.16.840.1.113883.4.6',
    `${BLUE_BUTTON}/variables/carr_clm_blg_npi_num`,
    `${BLUE_BUTTON}/variables/org_npi_num`,
  ],
  member: ['http://hl7.org/fhir/sid/us-mbi', 'http://hl7.org/fhir/sid/us-medicare', 'urn:oid:2.16.840.1.113883.4.927'],
  claimGroup: [`${BLUE_BUTTON}/identifier/claim-group`],
  taxonomy: ['http://nucc.org/provider-taxonomy', 'urn:oid:2.16.840.1.113883.6.101'],
  claimType: [`${THO}/claim-type`, 'http://hl7.org/fhir/ex-claimtype', `${THO}/ex-claimtype`],
  eobType: [`${BLUE_BUTTON}/codesystem/eob-type`, `${CMS}/EOB-TYPE`],
  institutionalSubType: [`${CARIN}/C4BBInstitutionalClaimSubType`],
  careTeamRole: [`${CARIN}/C4BBClaimCareTeamRole`],
  careTeamRoleOfHl7: [`${THO}/claimcareteamrole`, 'http://hl7.org/fhir/claimcareteamrole'],
  typeOfBill: [`${NUBC}/TypeOfBill`],
  facilityType: [`${BLUE_BUTTON}/variables/clm_fac_type_cd`],
  serviceClassification: [`${BLUE_BUTTON}/variables/clm_srvc_clsfctn_type_cd`],
  frequency: ['https://codesystem.x12.org/005010/1325', `${BLUE_BUTTON}/variables/clm_freq_cd`],
  patientStatus: [
    `${NUBC}/PatDischargeStatus`,
    `${CMS}/BENE-PTNT-STUS-CD`,
    `${BLUE_BUTTON}/variables/ptnt_dschrg_stus_cd`,
  ],
  admissionType: [
    `${NUBC}/PriorityTypeOfAdmitOrVisit`,
    `${CMS}/CLM-ADMSN-TYPE-CD`,
    `${BLUE_BUTTON}/variables/clm_ip_admsn_type_cd`,
  ],
  admissionSource: [`${NUBC}/PointOfOrigin`, `${CMS}/CLM-ADMSN-SRC-CD`, `${BLUE_BUTTON}/variables/clm_src_ip_admsn_cd`],
  drg: [
    'https://www.cms.gov/Medicare/Medicare-Fee-for-Service-Payment/AcuteInpatientPPS/MS-DRG-Classifications-and-Software',
    `${BLUE_BUTTON}/variables/clm_drg_cd`,
  ],
  condition: [`${NUBC}/ConditionCodes`, `${CMS}/CLM-RLT-COND-CD`],
  value: [`${NUBC}/ValueCodes`],
  occurrence: [`${NUBC}/OccurrenceCodes`],
  occurrenceSpan: [`${NUBC}/OccurrenceSpanCodes`],
  presentOnAdmission: [
    'https://www.cms.gov/Medicare/Medicare-Fee-for-Service-Payment/HospitalAcqCond/Coding',
    ...Array.from({ length: 25 }, (_, i) => `${BLUE_BUTTON}/variables/clm_poa_ind_sw${i + 1}`),
    ...Array.from({ length: 12 }, (_, i) => `${BLUE_BUTTON}/variables/clm_e_poa_ind_sw${i + 1}`),
  ],
  ucum: ['http://unitsofmeasure.org', 'urn:oid:2.16.840.1.113883.6.8'],
  unitOfX12: ['https://codesystem.x12.org/005010/355'],
  filingIndicator: ['https://codesystem.x12.org/005010/1032'],
  adjudication: [`${THO}/adjudication`, 'http://hl7.org/fhir/adjudication'],
  absent: [`${THO}/data-absent-reason`, 'http://hl7.org/fhir/data-absent-reason'],
  /** Ours, for what FHIR has no place for. */
  setting: ['urn:columnone:setting'],
  fact: ['urn:columnone:fact'],
} as const satisfies Record<string, readonly string[]>;

/** What an address names. */
export type SystemKind = keyof typeof ADDRESSES;

interface System {
  readonly kind: SystemKind;
  readonly rank: number;
}

const LISTED: readonly (readonly [string, System])[] = Object.entries(ADDRESSES).flatMap(([kind, addresses]) =>
  addresses.map((address, rank) => [address, { kind: kind as SystemKind, rank }] as const),
);
/** By the address as it is listed, which is how nearly all senders write it, and by its bare form. */
const AS_LISTED: ReadonlyMap<string, System> = new Map(LISTED);
const BARE: ReadonlyMap<string, System> = new Map(LISTED.map(([address, system]) => [bare(address), system]));

/**
 * What an address names, and how far down the list of its kind it stands; undefined for an unknown one. Letter case,
 * http or https, a version (`|2024`) and a slash at the end do not matter.
 */
export const systemOf = (address: string): System | undefined => AS_LISTED.get(address) ?? BARE.get(bare(address));

/** The address by which a kind of system is written. */
export const addressOf = (kind: SystemKind): string => ADDRESSES[kind][0];

function bare(address: string): string {
  const [url] = address.trim().split('|', 1);
  return url
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^(?=[0-2](\.\d+)+$)/, 'urn:oid:')
    .replace(/\/+$/, '');
}

/** Before the qualifier of a product or service that is neither HCPCS nor NDC nor HIPPS (X12 element 235). */
export const QUALIFIER_SYSTEM = 'urn:columnone:qualifier:';
/** NDC of a drug that is billed by a HCPCS code, as Blue Button writes it: an extension with this address. */
export const NDC_EXTENSION = 'http://hl7.org/fhir/sid/ndc';
/** Where R5 has a trace number, R4 has this extension for it. */
export const TRACE_NUMBER_EXTENSION = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Claim.item.traceNumber';
export const ABSENT_EXTENSION = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
