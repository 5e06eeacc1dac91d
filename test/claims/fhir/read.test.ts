import { describe, expect, it, test } from 'vitest';
import { bundle, CPT, claim, concept, HCPCS, lineOf, POS, readResources, readText, usd } from './fixtures.ts';

describe('a claim', () => {
  it('is read with its lines', () => {
    const { claims, problems } = readResources(
      claim({
        total: usd(92.1),
        diagnosis: [
          { sequence: 2, diagnosisCodeableConcept: concept('http://hl7.org/fhir/sid/icd-10-cm', 'E11.9') },
          {
            sequence: 1,
            diagnosisCodeableConcept: concept('http://hl7.org/fhir/sid/icd-10-cm', 'M17.11'),
            type: [concept('http://terminology.hl7.org/CodeSystem/ex-diagnosistype', 'principal')],
          },
        ],
        item: [
          {
            sequence: 4,
            productOrService: { ...concept(CPT, '99213'), text: 'Visit' },
            modifier: [concept(CPT, '25'), concept(HCPCS, 'LT')],
            servicedPeriod: { start: '2024-07-01', end: '2024-07-02' },
            locationCodeableConcept: concept(POS, '11'),
            diagnosisSequence: [2, 1],
            quantity: { value: 1.5, unit: 'min', system: 'http://unitsofmeasure.org', code: 'min' },
            net: usd(92.1),
          },
        ],
      }),
    );
    expect(problems).toEqual([]);
    expect(claims).toMatchObject([
      {
        id: 'A1',
        type: 'professional',
        setting: 'professional',
        frequency: '1',
        charge: 9210,
        billingProvider: { npi: '1999999018', identifier: null },
        subscriber: { memberId: 'Patient/ana' },
        diagnoses: [
          { qualifier: 'ABK', code: 'M1711' },
          { qualifier: 'ABF', code: 'E119' },
        ],
        lines: [
          {
            number: 4,
            code: '99213',
            qualifier: 'HC',
            description: 'Visit',
            modifiers: ['25', 'LT'],
            units: 1.5,
            unitBasis: 'MJ',
            charge: 9210,
            from: '2024-07-01',
            to: '2024-07-02',
            placeOfService: '11',
            diagnosisPointers: [2, 1],
          },
        ],
        place: { line: 1, offset: 0, resource: { type: 'Claim', id: 'c1', patient: 'Patient/ana', inBundle: false } },
      },
    ]);
  });

  it('is read in the shape of STU3, as Blue Button 1 has it', () => {
    const { claims, problems } = readResources({
      resourceType: 'ExplanationOfBenefit',
      identifier: [{ system: 'https://bluebutton.cms.gov/resources/variables/clm_id', value: '77' }],
      type: concept('https://bluebutton.cms.gov/resources/codesystem/eob-type', 'CARRIER'),
      diagnosis: [{ sequence: 3, diagnosisCodeableConcept: concept('http://hl7.org/fhir/sid/icd-10', 'A52') }],
      careTeam: [
        {
          sequence: 2,
          provider: { identifier: { system: 'http://hl7.org/fhir/sid/us-npi', value: '1999999026' } },
          role: concept('http://hl7.org/fhir/claimcareteamrole', 'primary'),
        },
      ],
      insurance: { coverage: { reference: 'Coverage/1' } },
      totalCost: { value: 8888.85, code: 'USD' },
      item: [
        {
          sequence: 1,
          careTeamLinkId: [2],
          diagnosisLinkId: [3],
          service: concept('https://bluebutton.cms.gov/resources/codesystem/hcpcs', '92999'),
          servicedDate: '2014-02-03',
          quantity: { value: 1 },
        },
      ],
    });
    expect(problems).toEqual([]);
    expect(claims).toMatchObject([
      {
        id: '77',
        charge: 888885,
        lines: [{ code: '92999', diagnosisPointers: [1], renderingProvider: { npi: '1999999026' } }],
      },
    ]);
  });

  it('is read in the shape of R5', () => {
    const { claims, problems } = readResources(
      claim(
        {
          careTeam: [
            {
              sequence: 1,
              provider: { display: 'ROE, RAE' },
              role: concept('http://terminology.hl7.org/CodeSystem/claimcareteamrole', 'primary'),
              specialty: concept('http://nucc.org/provider-taxonomy', '207Q00000X'),
            },
          ],
          contained: [{ resourceType: 'Coverage', id: 'cov', subscriberId: [{ value: 'M-1' }] }],
          insurance: [{ focal: true, coverage: { reference: '#cov' } }],
        },
        { traceNumber: [{ value: 'T9' }], bodySite: [{ site: [{ concept: { text: 'knee' } }] }] },
      ),
    );
    expect(problems).toEqual([]);
    expect(claims).toMatchObject([
      {
        renderingProvider: { npi: null, identifier: null, taxonomy: '207Q00000X', name: 'ROE, RAE' },
        subscriber: { memberId: 'M-1' },
        lines: [{ controlNumber: 'T9' }],
      },
    ]);
  });

  it('has who is insured, who was treated and who pays from the resources of its Bundle', () => {
    const { claims } = readResources({
      resourceType: 'Bundle',
      entry: [
        {
          fullUrl: 'urn:uuid:1',
          resource: {
            resourceType: 'Patient',
            birthDate: '2015-03-04',
            gender: 'female',
            name: [
              { use: 'nickname', text: 'Kit' },
              { use: 'official', family: 'ROE', given: ['KIT'] },
            ],
            identifier: [{ value: 'MRN-5' }, { system: 'http://hl7.org/fhir/sid/us-mbi', value: '1EG4TE5MK73' }],
          },
        },
        ...bundle(
          claim({
            patient: { reference: 'urn:uuid:1' },
            provider: { reference: 'PractitionerRole/r' },
            insurer: { reference: 'Organization/payer/_history/3' },
            insurance: [
              { focal: false, coverage: { reference: 'Coverage/other' } },
              { focal: true, coverage: { reference: 'Coverage/c' } },
            ],
          }),
          { resourceType: 'Patient', id: 'parent', name: [{ family: 'ROE', given: ['PAT', 'Q'] }], gender: 'male' },
          {
            resourceType: 'Coverage',
            id: 'c',
            subscriberId: 'M-7',
            subscriber: { reference: 'Patient/parent' },
            relationship: { coding: [{ code: 'child' }] },
          },
          { resourceType: 'Organization', id: 'payer', name: 'PLAN', identifier: [{ value: '12502' }] },
          {
            resourceType: 'PractitionerRole',
            id: 'r',
            practitioner: { reference: 'Practitioner/p' },
            organization: { reference: 'Organization/clinic' },
            specialty: [concept('http://nucc.org/provider-taxonomy', '261QP2300X')],
          },
          {
            resourceType: 'Organization',
            id: 'clinic',
            name: 'CLINIC',
            identifier: [
              { value: '00024' },
              { type: concept('http://terminology.hl7.org/CodeSystem/v2-0203', 'NPI'), value: '1999999018' },
            ],
          },
        ).entry,
      ],
    });
    expect(claims).toMatchObject([
      {
        billingProvider: { npi: '1999999018', identifier: null, taxonomy: '261QP2300X', name: 'CLINIC' },
        subscriber: { memberId: 'M-7', lastName: 'ROE', firstName: 'PAT', sex: 'M' },
        patient: { memberId: '1EG4TE5MK73', lastName: 'ROE', firstName: 'KIT', birthDate: '2015-03-04', sex: 'F' },
        payer: { identifier: '12502', name: 'PLAN' },
      },
    ]);
  });
});

describe('codes are picked by the address of their system', () => {
  test.each([
    [HCPCS],
    ['https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets/'],
    [`${HCPCS}|2024`],
    [CPT],
    [`${CPT}/`],
    ['https://bluebutton.cms.gov/resources/codesystem/hcpcs'],
    ['https://bluebutton.cms.gov/resources/variables/hcpcs_cd'],
    ['urn:oid:2.16.840.1.113883.6.285'],
    ['2.16.840.1.113883.6.12'],
  ])('%s', (system) => {
    const { line, codes } = lineOf({ productOrService: concept(system, 'J0135'), modifier: [concept(system, 'JZ')] });
    expect(line).toMatchObject({ code: 'J0135', qualifier: 'HC', modifiers: ['JZ'] });
    expect(codes).toEqual([]);
  });

  it('beside codes of other systems', () => {
    const productOrService = {
      coding: [...concept('http://loinc.org', '4548-4').coding, ...concept(CPT, '83036').coding],
    };
    expect(lineOf({ productOrService })).toMatchObject({ line: { code: '83036' }, codes: [] });
  });

  it('of an unknown system is reported with its place, and the line read without it', () => {
    const read = lineOf({ productOrService: concept('https://payer.example/local', 'X1234') });
    expect(read.line).toMatchObject({ code: '', from: '2024-07-01' });
    expect(read.problems).toMatchObject([
      {
        code: 'fhir-code-system',
        line: 1,
        message: expect.stringMatching(/^Claim\.item\[0\]\.productOrService .*https:\/\/payer\.example\/local/),
      },
    ]);
  });

  it('does not repeat what is no address', () => {
    const read = lineOf({ productOrService: concept('Ana Roe, 1 Main St', 'X1234') });
    expect(read.problems[0].message).toContain('an unknown system');
    expect(read.problems[0].message).not.toContain('Ana');
  });

  test.each([
    ['no system', { coding: [{ code: 'J0135' }] }, 'J0135', 'HC', ['fhir-no-system']],
    ['no coding', { text: 'a drug' }, '', 'HC', ['fhir-code-system']],
    [
      'a reason for none',
      concept('http://terminology.hl7.org/CodeSystem/data-absent-reason', 'unknown'),
      '',
      'HC',
      ['fhir-code-system'],
    ],
    ['an NDC alone', concept('http://hl7.org/fhir/sid/ndc', '00071015523'), '', 'N4', ['fhir-code-system']],
    [
      'a HIPPS code',
      concept(
        'https://www.cms.gov/Medicare/Medicare-Fee-for-Service-Payment/ProspMedicareFeeSvcPmtGen/HIPPSCodes',
        '1AA11',
      ),
      '1AA11',
      'HP',
      [],
    ],
  ])('with %s', (_, productOrService, code, qualifier, problems) => {
    const read = lineOf({ productOrService });
    expect(read.line).toMatchObject({ code, qualifier });
    expect(read.codes).toEqual(problems);
  });

  test.each([
    ['one a concept', [concept(CPT, '25'), concept(HCPCS, 'LT')], ['25', 'LT'], []],
    ['all in one concept', [concept(HCPCS, 'A1', 'A2')], ['A1', 'A2'], []],
    [
      'one under two addresses',
      [{ coding: [...concept(CPT, '59').coding, ...concept(HCPCS, '59').coding] }],
      ['59'],
      [],
    ],
    ['under Blue Button 2’s wrong address', [concept('http://unitsofmeasure.org', 'GG')], ['GG'], []],
    ['without a system', [{ coding: [{ code: '59' }] }], ['59'], ['fhir-no-system']],
    ['of an unknown system', [concept('urn:x', '59'), concept(HCPCS, 'LT')], ['LT'], ['fhir-code-system']],
  ])('modifiers: %s', (_, modifier, modifiers, problems) => {
    const read = lineOf({ modifier });
    expect(read.line.modifiers).toEqual(modifiers);
    expect(read.codes).toEqual(problems);
  });
});

describe('values', () => {
  test.each([
    [0.1, 10],
    [199.99, 19999],
    [1.1, 110],
    [87960930222.08, 8796093022208],
    [12, 1200],
    [-5.25, -525],
  ])('%f dollars are exactly %i cents', (value, cents) => {
    expect(lineOf({ net: usd(value) })).toMatchObject({ line: { charge: cents }, codes: [] });
  });

  test.each([
    ['a fraction of a cent', { net: usd(1.005) }, 'Claim.item[0].net.value'],
    ['another currency', { net: { value: 5, currency: 'EUR' } }, 'Claim.item[0].net'],
    ['an amount as text', { net: { value: '5' } }, 'Claim.item[0].net.value'],
    ['a quantity as text', { quantity: { value: 'two' } }, 'Claim.item[0].quantity.value'],
    ['an unknown unit', { quantity: { value: 1, unit: 'furlong' } }, 'Claim.item[0].quantity'],
    ['a month', { servicedDate: '2024-07' }, 'Claim.item[0].servicedDate'],
    ['a year', { servicedDate: '2024' }, 'Claim.item[0].servicedDate'],
    ['no date', { servicedDate: 'July' }, 'Claim.item[0].servicedDate'],
    ['a day that is none', { servicedDate: '2023-02-29' }, 'Claim.item[0].servicedDate'],
    [
      'a partial start',
      { servicedPeriod: { start: '2024-07', end: '2024-07-03' } },
      'Claim.item[0].servicedPeriod.start',
    ],
  ])('%s is reported with its place', (_, item, path) => {
    const { problems } = lineOf(item);
    expect(problems).toMatchObject([{ code: 'fhir-value', message: expect.stringContaining(`${path} `) }]);
  });

  test.each([
    ['a date and time', { servicedDate: '2024-07-01T23:30:00-05:00' }, '2024-07-01', '2024-07-01'],
    ['a period', { servicedPeriod: { start: '2024-07-01', end: '2024-07-04' } }, '2024-07-01', '2024-07-04'],
    ['an open period', { servicedPeriod: { start: '2024-07-01' } }, '2024-07-01', '2024-07-01'],
    ['a month', { servicedDate: '2024-07' }, null, null],
  ])('of %s', (_, item, from, to) => {
    expect(lineOf(item).line).toMatchObject({ from, to });
  });

  it('a line without a date has that of the claim where it is one day', () => {
    const period = (start: string, end: string) => ({ billablePeriod: { start, end } });
    const none = { servicedDate: undefined };
    expect(lineOf(none, period('2024-07-01', '2024-07-01')).line.from).toBe('2024-07-01');
    expect(lineOf(none, period('2024-07-01', '2024-07-02')).line.from).toBeNull();
    expect(lineOf({ servicedDate: '2024-07' }, period('2024-07-01', '2024-07-01')).line.from).toBeNull();
  });

  it('a charge is price times quantity where no net stands', () => {
    expect(lineOf({ net: undefined, unitPrice: usd(0.35), quantity: { value: 40 } }).line.charge).toBe(1400);
    expect(lineOf({ net: undefined, unitPrice: usd(0.35), quantity: { value: 0.1 } }).line.charge).toBeNull();
  });

  it('of payers: the charge is what was submitted, by Blue Button’s own name where several are', () => {
    const name = 'https://bluebutton.cms.gov/resources/variables';
    const adjudication = [
      {
        category: concept(
          'http://terminology.hl7.org/CodeSystem/adjudication',
          'submitted',
          `${name}/rev_cntr_rate_amt`,
        ),
        amount: usd(5),
      },
      {
        category: concept(
          'http://terminology.hl7.org/CodeSystem/adjudication',
          'submitted',
          `${name}/rev_cntr_tot_chrg_amt`,
        ),
        amount: usd(999.85),
      },
      { category: concept('http://terminology.hl7.org/CodeSystem/adjudication', 'benefit'), amount: usd(1) },
    ];
    expect(lineOf({ adjudication }).line.charge).toBe(99985);
    expect(lineOf({ adjudication: adjudication.slice(0, 1) }).line.charge).toBe(500);
  });

  test.each([
    [
      'a detail',
      {
        detail: [
          {
            productOrService: concept('http://hl7.org/fhir/sid/ndc', '00409189001'),
            quantity: { value: 1.5, unit: 'GR', code: 'g' },
          },
        ],
      },
      { ndc: '00409189001', quantity: 1.5, unit: 'GR' },
    ],
    [
      'the service',
      {
        productOrService: {
          coding: [...concept(HCPCS, 'J0135').coding, ...concept('http://hl7.org/fhir/sid/ndc', '1').coding],
        },
      },
      { ndc: '1', quantity: null, unit: '' },
    ],
    [
      'Blue Button’s extension',
      { extension: [{ url: 'http://hl7.org/fhir/sid/ndc', valueCoding: { code: '2' } }] },
      { ndc: '2', quantity: null, unit: '' },
    ],
    ['nowhere', {}, null],
  ])('an NDC is taken from %s', (_, item, drug) => {
    expect(lineOf(item).line.drug).toEqual(drug);
  });
});

describe('what is not taken up is said', () => {
  test.each([
    [
      'a service within an item',
      { detail: [{ sequence: 1, productOrService: concept(CPT, '99213') }] },
      'Claim.item[0].detail[0]',
    ],
    ['a range of codes', { productOrServiceEnd: concept(HCPCS, 'J0139') }, 'Claim.item[0].productOrServiceEnd'],
  ])('%s', (_, item, path) => {
    expect(lineOf(item).problems).toMatchObject([{ code: 'fhir-not-read', message: expect.stringContaining(path) }]);
  });

  it('a diagnosis without a known code', () => {
    const diagnosis = [
      { sequence: 1, diagnosisCodeableConcept: concept('http://snomed.info/sct', '44054006') },
      { sequence: 2, diagnosisCodeableConcept: concept('http://hl7.org/fhir/sid/icd-10-cm', 'E11.9') },
    ];
    const { line, problems } = lineOf({ diagnosisSequence: [2, 1, 7] }, { diagnosis });
    expect(problems).toMatchObject([
      { code: 'fhir-code-system', message: expect.stringContaining('Claim.diagnosis[0].diagnosisCodeableConcept') },
    ]);
    // The first points at what is left; the others beyond it, at nothing, as they do on the claim.
    expect(line.diagnosisPointers).toEqual([1, 2, 7]);
  });

  test.each([
    ['a claim that is cancelled', claim({ status: 'cancelled' }), 'fhir-passed-over', 'cancelled'],
    ['one entered in error', claim({ status: 'entered-in-error' }), 'fhir-passed-over', 'entered in error'],
    ['a payer’s draft', claim({ resourceType: 'ExplanationOfBenefit', status: 'draft' }), 'fhir-passed-over', 'draft'],
    ['a negative total', claim({ total: usd(-12.5) }), 'fhir-passed-over', 'negative'],
    ['negative quantities', claim({}, { quantity: { value: -2 } }), 'fhir-passed-over', 'negative'],
    ['no id', claim({ id: undefined, identifier: [] }), 'claim-without-id', 'identifier'],
    ['no item', claim({ item: [] }), 'claim-without-lines', 'item'],
    ['another resource', { resourceType: 'Patient', id: 'ana' }, 'fhir-resource', '1 Patient resource'],
    ['no resource', { resourceType: 7 }, 'fhir-not-read', 'resourceType'],
    ['a Bundle without claims', bundle({ resourceType: 'Patient' }), 'fhir-resource', 'Bundle holds no claim'],
    ['a Bundle in a Bundle', bundle(bundle(claim())), 'fhir-not-read', 'Bundle.entry[0].resource'],
  ])('%s', (_, resource, code, words) => {
    const { claims, problems } = readResources(resource);
    expect(claims).toEqual([]);
    expect(problems).toMatchObject([{ code, line: 1, message: expect.stringContaining(words) }]);
  });

  it('a claim of the provider that is a draft is read: it is not sent yet', () => {
    expect(readResources(claim({ status: 'draft' }))).toMatchObject({ claims: [{ id: 'A1' }], problems: [] });
  });

  it('what is no claim for payment is read and told', () => {
    const { claims, problems } = readResources(claim({ use: 'preauthorization' }));
    expect(claims).toHaveLength(1);
    expect(problems).toMatchObject([
      { code: 'fhir-use', message: 'Claim.use is preauthorization: it was read as if it were a claim.' },
    ]);
  });

  it('resources that are no claims are counted by type', () => {
    const { claims, problems } = readResources({ resourceType: 'Patient' }, claim(), { resourceType: 'Patient' });
    expect(claims).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'fhir-resource', line: 1, message: expect.stringMatching(/^2 Patient /) }]);
  });
});

describe('standing of a claim', () => {
  const related = (code: string, more: object) => ({
    related: [
      { relationship: concept('http://terminology.hl7.org/CodeSystem/ex-relatedclaimrelationship', code), ...more },
    ],
  });
  test.each([
    ['none', {}, '1', ''],
    ['prior, by number', related('prior', { reference: { value: 'P-9' } }), '7', 'P-9'],
    ['prior, by identifier', related('prior', { claim: { identifier: { value: 'P-8' } } }), '7', 'P-8'],
    ['prior, by reference', related('prior', { claim: { reference: 'Claim/7' } }), '7', 'Claim/7'],
    ['associated', related('associated', { reference: { value: 'P-9' } }), '1', ''],
    [
      'prior, with frequency 8',
      {
        ...related('prior', { reference: { value: 'P-9' } }),
        supportingInfo: [{ sequence: 1, code: concept('https://codesystem.x12.org/005010/1325', '8') }],
      },
      '8',
      'P-9',
    ],
  ])('related: %s', (_, more, frequency, originalReference) => {
    expect(readResources(claim(more)).claims).toMatchObject([{ frequency, originalReference }]);
  });
});

describe('an institutional claim', () => {
  const type = concept('http://terminology.hl7.org/CodeSystem/claim-type', 'institutional');
  const nubc = (name: string, code: string, more: object = {}) => ({
    code: concept(`https://www.nubc.org/CodeSystem/${name}`, code),
    ...more,
  });

  it('has its facts from supporting information', () => {
    const { claims, problems } = readResources(
      claim(
        {
          type,
          billablePeriod: { start: '2024-07-01', end: '2024-07-05' },
          supportingInfo: [
            nubc('TypeOfBill', '0131'),
            nubc('PatDischargeStatus', '01'),
            nubc('PriorityTypeOfAdmitOrVisit', '3'),
            nubc('PointOfOrigin', '1'),
            nubc('ConditionCodes', '09'),
            nubc('OccurrenceCodes', '11', { timingDate: '2024-06-30' }),
            nubc('OccurrenceSpanCodes', '72', { timingPeriod: { start: '2024-06-01', end: '2024-06-09' } }),
            nubc('ValueCodes', 'A2', { valueQuantity: { value: 12.34 } }),
            {
              category: concept('http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBSupportingInfoType', 'admissionperiod'),
              timingPeriod: { start: '2024-07-01T09:00:00Z' },
            },
          ],
          procedure: [
            {
              sequence: 1,
              date: '2024-07-02',
              procedureCodeableConcept: concept('http://www.cms.gov/Medicare/Coding/ICD10', '0BH17EZ'),
            },
          ],
        },
        {
          servicedDate: undefined,
          productOrService: concept('http://terminology.hl7.org/CodeSystem/data-absent-reason', 'not-applicable'),
          revenue: concept('https://www.nubc.org/CodeSystem/RevenueCodes', '0450'),
        },
      ),
    );
    expect(problems).toEqual([]);
    expect(claims).toMatchObject([
      {
        type: 'institutional',
        setting: 'outpatient',
        frequency: '1',
        institutional: {
          typeOfBill: '131',
          statementFrom: '2024-07-01',
          statementTo: '2024-07-05',
          admissionDate: '2024-07-01',
          admissionType: '3',
          admissionSource: '1',
          patientStatus: '01',
          procedures: [{ qualifier: 'BBQ', code: '0BH17EZ', date: '2024-07-02' }],
          values: [{ code: 'A2', amount: 1234 }],
          occurrences: [{ code: '11', date: '2024-06-30' }],
          occurrenceSpans: [{ code: '72', from: '2024-06-01', to: '2024-06-09' }],
          conditions: ['09'],
        },
        lines: [{ revenueCode: '0450', code: '', qualifier: '', from: null }],
      },
    ]);
  });

  test.each([
    ['inpatient', 'facility'],
    ['outpatient', 'outpatient'],
  ])('without a type of bill: by its subtype %s', (code, setting) => {
    const subType = concept('http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBInstitutionalClaimSubType', code);
    expect(readResources(claim({ type, subType })).claims).toMatchObject([{ setting }]);
  });

  it('has Blue Button’s revenue code, not the one that it puts under NUBC’s address', () => {
    const revenue = {
      coding: [
        ...concept('https://www.nubc.org/CodeSystem/RevenueCodes', 'A').coding,
        ...concept('https://bluebutton.cms.gov/resources/variables/rev_cntr', '0023').coding,
      ],
    };
    expect(lineOf({ revenue }, { type }).line.revenueCode).toBe('0023');
  });
});

describe('files', () => {
  const pretty = (value: object) => JSON.stringify(value, null, 2);

  test.each([
    ['a resource', pretty(claim()), 1],
    ['a Bundle', pretty(bundle(claim(), claim())), 2],
    ['a list', pretty([claim(), claim()]), 2],
    ['lines', [claim(), claim(), claim()].map((each) => JSON.stringify(each)).join('\r\n'), 3],
    [
      'lines with a byte-order mark and a blank one',
      `\ufeff${JSON.stringify(claim())}\n\n${JSON.stringify(claim())}\n`,
      2,
    ],
    ['resources one after the other', pretty(claim()) + pretty(claim()), 2],
    ['elements in order of the alphabet', JSON.stringify(Object.fromEntries(Object.entries(claim()).sort())), 1],
    [
      'a Bundle whose resourceType comes last',
      JSON.stringify(Object.fromEntries(Object.entries(bundle(claim())).sort())),
      1,
    ],
  ])('%s', (_, text, count) => {
    expect(readText(text)).toMatchObject({ claims: Array.from({ length: count }, () => ({ id: 'A1' })), problems: [] });
  });

  it('a broken line is reported, and the others are read', () => {
    const { claims, problems } = readText(
      [claim(), {}, claim()].map((each, i) => (i === 1 ? '{"a":' : JSON.stringify(each))).join('\n'),
    );
    expect(claims.map(({ place }) => place?.line)).toEqual([1, 3]);
    expect(problems).toMatchObject([{ code: 'json-syntax', line: 2 }]);
  });

  it('lines are told of claims and problems within a document', () => {
    const text = pretty(bundle(claim(), claim({}, { servicedDate: '2024-07' })));
    const lines = text.split('\n');
    const { claims, problems } = readText(text);
    expect(lines[(problems[0].line ?? 0) - 1]).toContain('"servicedDate": "2024-07"');
    expect(problems[0].message).toContain('Bundle.entry[1].resource.item[0].servicedDate');
    const second = lines.indexOf('      "resource": {', lines.indexOf('      "resource": {') + 1);
    expect(claims[1].place?.line).toBe(second + 1);
  });

  it('JSON that is a claim of ours is none of FHIR', () => {
    expect(readText('{"id":"A1","lines":[{"code":"J0135"}]}')).toMatchObject({ claims: [{ id: 'A1' }], problems: [] });
  });

  it('a value has no part in a message', () => {
    const { problems } = readResources(
      claim({ patient: { display: 'Ana Roe' }, identifier: [{ value: 'SECRET' }] }, { servicedDate: 'SECRET' }),
    );
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems)).not.toMatch(/SECRET|Ana/);
  });
});
