import { describe, expect, it, test } from 'vitest';
import { addressOf, systemOf } from '../../../src/claims/fhir/systems.ts';

describe('the addresses of systems', () => {
  test.each([
    ['http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', 'hcpcs'],
    ['http://www.ama-assn.org/go/cpt', 'cpt'],
    ['http://hl7.org/fhir/sid/icd-10-cm', 'icd10cm'],
    ['https://bluebutton.cms.gov/resources/codesystem/hcpcs', 'hcpcs'],
    ['https://bluebutton.cms.gov/resources/variables/hcpcs_cd', 'hcpcs'],
    ['urn:oid:2.16.840.1.113883.6.285', 'hcpcs'],
    ['HTTPS://WWW.CMS.GOV/medicare/coding/hcpcsreleasecodesets/|2024', 'hcpcs'],
    ['http://hl7.org/fhir/sid/us-npi', 'npi'],
    ['http://nucc.org/provider-taxonomy', 'taxonomy'],
    ['https://bluebutton.cms.gov/resources/variables/clm_poa_ind_sw12', 'presentOnAdmission'],
    ['', undefined],
    ['http://loinc.org', undefined],
    ['constructor', undefined],
  ])('%s', (address, kind) => {
    expect(systemOf(address)?.kind).toBe(kind);
  });

  it('the address that is written is one that is read', () => {
    for (const kind of ['hcpcs', 'cpt', 'ndc', 'frequency', 'setting', 'fact'] as const) {
      expect(systemOf(addressOf(kind))?.kind).toBe(kind);
    }
  });
});
