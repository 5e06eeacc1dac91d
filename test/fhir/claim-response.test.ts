import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { readClaims } from '../../src/claims/read-claims.ts';
import { openCodebook } from '../../src/codebook/open.ts';
import { checkClaim } from '../../src/edits/check-claim.ts';
import type { CheckResult, Finding, LineDisposition } from '../../src/edits/finding.ts';
import { type ClaimResponseOptions, claimResponse } from '../../src/fhir/index.ts';
import { columnone, expectGolden, ROOT, sampleCodebook, scratch } from '../cli/support.ts';
import { arbitraryClaim, arbitraryInstitutionalClaim } from '../support/arbitrary-claim.ts';
import { faultsInR4, faultsInR5 } from './validate.ts';

const SAMPLE = 'samples/fhir/claims.ndjson';
const R4: ClaimResponseOptions = { version: 'R4', created: '2024-11-25' };
const R5: ClaimResponseOptions = { version: 'R5', created: '2024-11-25T12:00:00Z' };
const folder = scratch();
let codebook = '';
beforeAll(() => {
  codebook = sampleCodebook(folder);
});

const check = (...args: string[]) => columnone(['check', '--codebook', codebook, '--format', 'claimresponse', ...args]);
const WRITTEN = ['--written', '2024-11-25T12:00'];

async function claimsOf(path: string): Promise<Claim[]> {
  const claims: Claim[] = [];
  for await (const { claim } of readClaims(readFileSync(join(ROOT, path)))) if (claim !== undefined) claims.push(claim);
  return claims;
}

describe('an answer', () => {
  it.each([
    'samples/fhir/claims.ndjson',
    'samples/claims/clinic.837',
    'samples/claims/claims.csv',
    'samples/claims/claims.json',
  ])('to each claim of %s is FHIR for readers that are not ours', async (path) => {
    const book = await openCodebook(readFileSync(codebook));
    const claims = await claimsOf(path);
    expect(claims.length).toBeGreaterThan(2);
    for (const claim of claims) {
      const result = checkClaim(book, claim);
      expect(faultsInR4(claimResponse(claim, result, R4))).toEqual([]);
      expect(faultsInR5(claimResponse(claim, result, R5))).toEqual([]);
    }
  });

  it('to any claim is too, and says of each line what the check says', async () => {
    const book = await openCodebook(readFileSync(codebook));
    fc.assert(
      fc.property(fc.oneof(arbitraryClaim, arbitraryInstitutionalClaim), (claim) => {
        const result = checkClaim(book, claim);
        const response = claimResponse(claim, result, R4);
        expect(faultsInR4(response)).toEqual([]);
        expect(faultsInR5(claimResponse(claim, result, R5))).toEqual([]);
        const items = response.item as {
          itemSequence: number;
          adjudication: { reason?: { coding: { code: string }[] } }[];
        }[];
        expect(items.map(({ itemSequence }) => itemSequence)).toEqual(claim.lines.map(({ number }) => number));
        expect(items.map(({ adjudication }) => adjudication[1].reason?.coding[0].code)).toEqual(
          result.lines.map(({ disposition }) => disposition),
        );
        const errors = (response.error ?? []) as object[];
        const notes = (response.processNote ?? []) as object[];
        expect(errors).toHaveLength(
          result.findings.filter(({ outcome }) => outcome === 'deny' || outcome === 'return').length,
        );
        expect(errors.length + notes.length).toBe(result.findings.length);
      }),
      { numRuns: 60 },
    );
  });
});

const line = (number: number, code: string, charge: number | null = 1050): Claim['lines'][number] => ({
  number,
  revenueCode: '',
  code,
  qualifier: 'HC',
  modifiers: [],
  description: '',
  units: 1,
  unitBasis: 'UN',
  charge,
  from: '2024-10-16',
  to: '2024-10-16',
  placeOfService: '11',
  diagnosisPointers: [],
  renderingProvider: null,
  drug: null,
  controlNumber: '',
});
const NOBODY = { memberId: '', lastName: '', firstName: '', birthDate: null, sex: null };
const claimWith = (lines: Claim['lines'], more: Partial<Claim> = {}): Claim => ({
  id: 'A1',
  type: 'professional',
  setting: 'professional',
  frequency: '1',
  originalReference: '',
  placeOfService: '11',
  charge: null,
  billingProvider: { npi: null, identifier: null, taxonomy: null, name: '' },
  renderingProvider: null,
  referringProvider: null,
  subscriber: NOBODY,
  patient: null,
  payer: null,
  diagnoses: [],
  institutional: null,
  lines,
  ...more,
});
const finding = (more: Partial<Finding>): Finding => ({
  claim: 'A1',
  line: 1,
  code: '80048',
  edit: 'ncci-ptp',
  outcome: 'deny',
  reason: 'not-allowed',
  message: 'No.',
  carc: '236',
  rarc: null,
  group: 'CO',
  with: null,
  source: null,
  resolutions: [],
  ...more,
});
const result = (
  dispositions: readonly LineDisposition['disposition'][],
  findings: readonly Finding[] = [],
): CheckResult => ({
  claim: 'A1',
  setting: 'professional',
  codebook: 'c'.repeat(64),
  findings,
  lines: dispositions.map((disposition, i) => ({ line: i + 1, code: '80048', disposition, decidedBy: null })),
  order: [],
  historyUsed: false,
  profile: 'medicare-part-b',
  clean: true,
});
const answer = (claim: Claim, given: CheckResult, options = R4) => claimResponse(claim, given, options);

describe('its outcome', () => {
  const noData = finding({ line: null, outcome: 'info', reason: 'no-data', edit: 'ncci-mue' });
  test.each([
    ['all paid', ['pay', 'pay'], [], 'complete'],
    ['denied', ['deny', 'pay'], [], 'complete'],
    ['one returned', ['return', 'pay'], [], 'partial'],
    ['all returned', ['return', 'return'], [], 'error'],
    ['an edit not run', ['pay', 'pay'], [noData], 'partial'],
  ] as const)('%s', (_, dispositions, findings, outcome) => {
    expect(answer(claimWith([line(1, '80048'), line(2, '80053')]), result(dispositions, findings)).outcome).toBe(
      outcome,
    );
  });

  it('names the edits that were not run, and that no price was', () => {
    const { disposition } = answer(claimWith([line(1, '80048')]), result(['pay'], [noData]));
    expect(disposition).toMatch(/ncci-mue.*no eligibility, price or benefit/);
  });
});

describe('its items', () => {
  it('have submitted charge, disposition, and each reason once', () => {
    const findings = [
      finding({ carc: '151', rarc: 'N362', edit: 'ncci-mue' }),
      finding({}),
      finding({ carc: '236', reason: 'modifier-could' }),
      finding({ outcome: 'review', message: 'Look.' }),
    ];
    const { item } = answer(claimWith([line(1, '80048', 1005)]), result(['deny'], findings));
    expect(item).toMatchObject([
      {
        itemSequence: 1,
        noteNumber: [1],
        adjudication: [
          { category: { coding: [{ code: 'submitted' }] }, amount: { value: 10.05, currency: 'USD' } },
          { reason: { coding: [{ system: 'urn:columnone:disposition', code: 'deny' }] } },
          {
            reason: {
              coding: [{ code: 'CO' }, { system: 'https://x12.org/codes/claim-adjustment-reason-codes', code: '151' }],
            },
          },
          { reason: { coding: [{ code: 'CO' }, { code: '236' }] } },
          { reason: { coding: [{ system: 'https://x12.org/codes/remittance-advice-remark-codes', code: 'N362' }] } },
        ],
      },
    ]);
  });

  it('are numbered by position where two lines have one number, and findings go by code then', () => {
    const claim = claimWith([line(1, '80053'), line(1, '80048')]);
    const response = answer(claim, result(['pay', 'deny'], [finding({})]));
    expect(response.item).toMatchObject([{ itemSequence: 1 }, { itemSequence: 2 }]);
    expect(response.error).toMatchObject([{ itemSequence: 2 }]);
  });

  it('a finding on the whole claim names none', () => {
    const { error } = answer(
      claimWith([line(1, '80048')]),
      result(['return'], [finding({ line: null, outcome: 'return' })]),
    );
    expect(error).toEqual([
      { code: { coding: [{ system: 'urn:columnone:edit', code: 'ncci-ptp.not-allowed' }], text: 'No.' } },
    ]);
  });

  test.each([
    ['R4', 'display'],
    ['R5', { coding: [{ system: 'http://hl7.org/fhir/note-type', code: 'display' }] }],
  ] as const)('notes are of the type that %s knows', (version, type) => {
    const given = result(['pay'], [finding({ outcome: 'info', message: 'Note.' })]);
    const { processNote } = answer(claimWith([line(1, '80048')]), given, { version, created: '2024-11-25' });
    expect(processNote).toEqual([{ number: 1, type, text: 'Note.' }]);
  });
});

describe('its references', () => {
  const resource = {
    type: 'Claim',
    id: 'c1',
    patient: 'Patient/p',
    insurer: 'Organization/i',
    provider: 'Organization/b',
    inBundle: false,
  };
  const known = {
    subscriber: { ...NOBODY, memberId: 'M-1', lastName: 'ROE', firstName: 'ANA' },
    payer: { identifier: '12502', name: 'PLAN', filingIndicator: 'MB' },
    billingProvider: { npi: '1999999018', identifier: null, taxonomy: null, name: 'CLINIC' },
  };

  it('are those of the resource that was given', () => {
    expect(answer(claimWith([line(1, '80048')], { ...known, place: { resource } }), result(['pay']))).toMatchObject({
      request: { reference: 'Claim/c1' },
      patient: { reference: 'Patient/p' },
      insurer: { reference: 'Organization/i' },
      requestor: { reference: 'Organization/b' },
    });
  });

  it('are identifiers for a claim that came in another format', () => {
    expect(answer(claimWith([line(1, '80048')], known), result(['pay']))).toMatchObject({
      request: { type: 'Claim', identifier: { value: 'A1' } },
      patient: { identifier: { value: 'M-1' }, display: 'ROE, ANA' },
      insurer: { identifier: { value: '12502' }, display: 'PLAN' },
      requestor: { identifier: { system: 'http://hl7.org/fhir/sid/us-npi', value: '1999999018' }, display: 'CLINIC' },
    });
  });

  it('of an ExplanationOfBenefit the request is the claim by its number', () => {
    const place = { resource: { ...resource, type: 'ExplanationOfBenefit' } };
    expect(answer(claimWith([line(1, '80048')], { place }), result(['pay'])).request).toEqual({
      type: 'Claim',
      identifier: { value: 'A1' },
    });
  });

  it('say that something is unknown, where FHIR requires it', () => {
    const response = answer(claimWith([line(1, '80048')]), result(['pay']));
    expect(faultsInR4(response)).toEqual([]);
    expect(response.patient).toEqual({
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
    });
  });
});

describe('columnone check --format claimresponse', () => {
  it.each(['R4', 'R5'])('answers the sample in FHIR %s, always the same', (version) => {
    const { status, stdout } = check('--history', '--fhir', version, ...WRITTEN, SAMPLE);
    expect(status).toBe(1);
    expectGolden(`claimresponse-${version}.ndjson`, stdout);
    const faults = version === 'R4' ? faultsInR4 : faultsInR5;
    for (const text of stdout.trimEnd().split('\n')) expect(faults(JSON.parse(text))).toEqual([]);
    expect(check('--history', '--fhir', version, ...WRITTEN, SAMPLE).stdout).toBe(stdout);
  });

  it('answers a Bundle with a Bundle, and what stands beside it by itself', () => {
    const [paid, ...claims] = readFileSync(join(ROOT, SAMPLE), 'utf8')
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text) as { id: string });
    const bundle = (resources: readonly object[]) => ({
      resourceType: 'Bundle',
      type: 'batch',
      entry: resources.map((resource) => ({ resource })),
    });
    const input = [bundle([paid, claims[0]]), bundle([claims[1]]), claims[2]]
      .map((each) => JSON.stringify(each))
      .join('\n');
    const run = columnone(['check', '--codebook', codebook, '--format', 'claimresponse', ...WRITTEN, '-'], { input });
    const answers = run.stdout
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(answers).toMatchObject([
      {
        resourceType: 'Bundle',
        type: 'collection',
        entry: [{ resource: { outcome: 'complete' } }, { resource: { request: { reference: 'Claim/fhir-01' } } }],
      },
      { resourceType: 'Bundle', entry: [{ resource: { request: { reference: 'Claim/fhir-02' } } }] },
      { resourceType: 'ClaimResponse', request: { reference: 'Claim/fhir-03' } },
    ]);
    expect(answers.map(({ entry }) => entry?.length)).toEqual([2, 1, undefined]);
    for (const each of answers) expect(faultsInR4(each)).toEqual([]);
  });

  it('ends a Bundle that comes last', () => {
    const [first] = readFileSync(join(ROOT, SAMPLE), 'utf8').split('\n');
    const input = `{"resourceType":"Bundle","type":"batch","entry":[{"resource":${first}}]}`;
    const { stdout } = columnone(['check', '--codebook', codebook, '--format', 'claimresponse', '-'], { input });
    expect(JSON.parse(stdout)).toMatchObject({
      resourceType: 'Bundle',
      entry: [{ resource: { resourceType: 'ClaimResponse' } }],
    });
  });

  it('tells what was passed over, which makes no exit status', () => {
    const { stderr } = check(...WRITTEN, SAMPLE);
    expect(stderr).toMatch(/line 5.*Claim was passed over: it is cancelled\. \[fhir-passed-over\]/);
  });

  it('answers claims of other formats too', () => {
    const { stdout } = check(...WRITTEN, 'samples/claims/claims.csv');
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(answers).toHaveLength(4);
    expect(answers[0]).toMatchObject({
      created: '2024-11-25T12:00:00Z',
      request: { identifier: { value: 'SHEET-01' } },
    });
  });
});

describe('the readers that are not ours', () => {
  const good = () => answer(claimWith([line(1, '80048')], { charge: 5 }), result(['deny'], [finding({})]));
  test.each([
    ['an unknown element', { bogus: 1 }],
    ['an outcome that is none', { outcome: 'done' }],
    ['a missing patient', { patient: undefined }],
    ['an item that is no list', { item: { itemSequence: 1, adjudication: [] } }],
    ['an item without a number', { item: [{ adjudication: [{ category: { text: 'x' } }] }] }],
  ])('find %s', (_, change) => {
    const bad = JSON.parse(JSON.stringify({ ...good(), ...change }));
    expect(faultsInR4(good())).toEqual([]);
    expect(faultsInR5(good())).toEqual([]);
    expect(faultsInR4(bad)).not.toEqual([]);
    expect(faultsInR5(bad)).not.toEqual([]);
  });
});
