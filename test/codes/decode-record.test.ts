import { describe, expect, it } from 'vitest';
import { decodeRecord } from '../../src/codes/decode-record.ts';

describe('a HCPCS record spelled out', () => {
  it('names every coded field', () => {
    const decoded = decodeRecord({
      coverage: 'S',
      pricingIndicator1: '21',
      pricingIndicator2: '57',
      multiplePricingIndicator: 'C',
      labCertification1: '630',
      typeOfService1: '5',
      typeOfService5: 'R',
      betos: 'T1H',
      actionCode: 'R',
      actionEffectiveDate: '20240701',
      ascPaymentGroup: 'YY',
      ascPaymentGroupEffectiveDate: '20190101',
      mogPaymentGroup: '242',
      mogPaymentPolicyIndicator: '6',
      coverageIssuesManual1: '50-20',
      medicareCarriersManual1: '2049',
      statute: '1861(n)',
      processingNote: '0045',
      anesthesiaBaseUnits: '005',
    });
    expect(decoded).toMatchObject({
      coverage: { code: 'S', name: 'not covered by Medicare, by statute' },
      pricing: [{ name: 'clinical laboratory fee schedule, national limit' }, { code: '57' }],
      multiplePricing: { code: 'C' },
      labCertifications: [{ code: '630', name: 'cytology' }],
      typesOfService: [{ name: 'diagnostic laboratory' }, { name: 'rental of DME' }],
      betos: { name: 'lab tests, other (not on the Medicare fee schedule)' },
      action: { code: 'R', name: 'reactivated', effective: '2024-07-01' },
      ascGroup: { code: 'YY', effective: '2019-01-01' },
      mogGroup: { name: 'arthroscopy, level II', effective: null },
      mogPolicy: { code: '6' },
      coverageManual: ['50-20'],
      carriersManual: ['2049'],
      statute: '1861(n)',
      processingNote: '0045',
      anesthesiaBaseUnits: 5,
    });
  });

  it('says nothing of blank fields', () => {
    const blank = decodeRecord({ coverage: '', anesthesiaBaseUnits: '000' });
    for (const value of Object.values(blank)) expect(value === null || (value as []).length === 0).toBe(true);
  });

  it('keeps a value that CMS’s layout does not have, without a name', () => {
    expect(decodeRecord({ labCertification1: '.0' }).labCertifications).toEqual([{ code: '.0', name: '' }]);
    expect(decodeRecord({ actionCode: 'A', actionEffectiveDate: 'soon' }).action?.effective).toBe('soon');
  });
});
