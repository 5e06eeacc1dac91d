import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/codes/day.ts';
import { EM_ROWS } from '../../src/codes/evaluation-and-management-codes.ts';
import {
  ELEMENT_LEVELS,
  type ElementLevel,
  supportedLevel,
  type VisitRecord,
} from '../../src/codes/supported-level.ts';

const ON = parseDay('2024-10-15');
const asked = (billed: string, record: Partial<VisitRecord>) => supportedLevel({ billed, on: ON, ...record });

describe('by time', () => {
  it.each([
    ['99202', 14, null],
    ['99202', 15, '99202'],
    ['99202', 29, '99202'],
    ['99202', 30, '99203'],
    ['99202', 44, '99203'],
    ['99202', 45, '99204'],
    ['99202', 59, '99204'],
    ['99202', 60, '99205'],
    ['99213', 9, null],
    ['99213', 10, '99212'],
    ['99213', 19, '99212'],
    ['99213', 20, '99213'],
    ['99213', 30, '99214'],
    ['99213', 39, '99214'],
    ['99213', 40, '99215'],
    ['99221', 39, null],
    ['99221', 40, '99221'],
    ['99221', 55, '99222'],
    ['99221', 75, '99223'],
    ['99231', 25, '99231'],
    ['99231', 35, '99232'],
    ['99231', 49, '99232'],
    ['99231', 50, '99233'],
    ['99304', 49, '99305'],
    ['99304', 50, '99306'],
  ])('%s with %i minutes: %s', (billed, minutes, expected) => {
    expect(asked(billed, { minutes })?.byTime).toBe(expected);
  });

  it('does not tell emergency visits apart', () => {
    expect(asked('99283', { minutes: 90 })).toMatchObject({
      byTime: null,
      supported: null,
      verdict: 'lower than billed',
    });
  });
});

describe('by decision making', () => {
  it.each<[string, ElementLevel | undefined, ElementLevel | undefined, ElementLevel | undefined, string | null]>([
    ['99213', 'high', 'high', 'low', '99215'],
    ['99213', 'high', 'low', 'low', '99213'],
    ['99213', 'moderate', 'straightforward', 'moderate', '99214'],
    ['99213', 'high', 'moderate', undefined, '99214'],
    ['99213', 'high', undefined, undefined, null],
    ['99204', 'straightforward', 'straightforward', 'high', '99202'],
    ['99282', 'moderate', 'moderate', 'low', '99284'],
    ['99304', 'low', 'low', 'low', '99304'],
  ])('%s with %s, %s, %s: %s', (billed, problems, data, risk, expected) => {
    const record = {
      ...(problems !== undefined && { problems }),
      ...(data !== undefined && { data }),
      ...(risk !== undefined && { risk }),
    };
    expect(asked(billed, record)?.byDecisionMaking).toBe(expected);
  });

  it('takes the higher of the two', () => {
    const record: Partial<VisitRecord> = { minutes: 20, problems: 'moderate', data: 'moderate', risk: 'low' };
    expect(asked('99214', record)).toMatchObject({ byTime: '99213', supported: '99214', verdict: 'as billed' });
    expect(asked('99215', record)?.verdict).toBe('lower than billed');
    expect(asked('99213', record)?.verdict).toBe('higher than billed');
    expect(asked('99213', {})?.verdict).toBe('not known');
  });
});

describe('prolonged', () => {
  it.each([
    ['99205', 88, 'medicare', null],
    ['99205', 89, 'medicare', { code: 'G2212', units: 1 }],
    ['99205', 103, 'medicare', { code: 'G2212', units: 1 }],
    ['99205', 104, 'medicare', { code: 'G2212', units: 2 }],
    ['99215', 68, 'medicare', null],
    ['99215', 69, 'medicare', { code: 'G2212', units: 1 }],
    ['99205', 74, 'cpt', null],
    ['99205', 75, 'cpt', { code: '99417', units: 1 }],
    ['99215', 54, 'cpt', null],
    ['99215', 55, 'cpt', { code: '99417', units: 1 }],
    ['99214', 69, 'medicare', { code: 'G2212', units: 1 }],
    ['99306', 95, 'medicare', { code: 'G0317', units: 1 }],
    ['99350', 110, 'medicare', { code: 'G0318', units: 1 }],
    ['99285', 500, 'medicare', null],
  ] as const)('%s with %i minutes, %s: %o', (billed, minutes, prolonged, expected) => {
    expect(asked(billed, { minutes, prolonged })?.prolonged ?? null).toEqual(expected);
  });
});

describe('when', () => {
  it.each([
    ['99213', '2020-12-31', null],
    ['99213', '2021-01-01', '99213'],
    ['99221', '2022-12-31', null],
    ['99221', '2023-01-01', '99221'],
  ])('%s on %s: %s', (billed, on, expected) => {
    const found = supportedLevel({ billed, on: parseDay(on), problems: 'low', data: 'low', risk: 'low' });
    expect(found?.byDecisionMaking ?? null).toBe(expected);
  });

  it.each(['99211', '99291', '99238', '11042', 'G0439', '99496', '99999'])('has no levels for %s', (billed) => {
    expect(asked(billed, { minutes: 30 })).toBe(null);
  });
});

it('never goes down with more minutes or more decision making', () => {
  const level = fc.constantFrom(...ELEMENT_LEVELS);
  const codes = fc.constantFrom(...EM_ROWS.map(({ code }) => code));
  const at = (record: VisitRecord): number => {
    const found = supportedLevel(record);
    return found?.supported == null ? -1 : found.family.indexOf(found.supported);
  };
  fc.assert(
    fc.property(codes, fc.nat(200), fc.nat(200), level, level, level, (billed, minutes, more, problems, data, risk) => {
      const record = { billed, on: ON, minutes, problems, data, risk };
      expect(at({ ...record, minutes: minutes + more })).toBeGreaterThanOrEqual(at(record));
      expect(at({ ...record, risk: 'high' })).toBeGreaterThanOrEqual(at(record));
    }),
  );
});
