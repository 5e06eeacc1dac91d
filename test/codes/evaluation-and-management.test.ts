import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/codes/day.ts';
import { evaluationAndManagementOf } from '../../src/codes/evaluation-and-management.ts';
import { EM_ROWS } from '../../src/codes/evaluation-and-management-codes.ts';
import { packCodeText } from '../../src/codes/packed.ts';
import { isEvaluationAndManagement } from '../../src/edits/evaluation-and-management.ts';

const on = (code: string, date: string) => evaluationAndManagementOf(code, parseDay(date));
const time = (code: string, date: string) => {
  const found = on(code, date)?.time;
  return found ? `${found.kind} ${found.minutes}${found.most === null ? '' : ` ${found.most}`}` : null;
};

describe('evaluation and management by number', () => {
  // Both sides of each year in which a threshold changed.
  it.each([
    ['99202', '2020-12-31', 'typical 20'],
    ['99202', '2021-01-01', 'from to 15 29'],
    ['99202', '2023-12-31', 'from to 15 29'],
    ['99202', '2024-01-01', 'at least 15'],
    ['99205', '2024-01-01', 'at least 60'],
    ['99211', '2020-12-31', 'typical 5'],
    ['99211', '2021-01-01', null],
    ['99215', '2022-06-01', 'from to 40 54'],
    ['99221', '2022-12-31', 'typical 30'],
    ['99221', '2023-01-01', 'at least 40'],
    ['99233', '2023-01-01', 'at least 50'],
    ['99236', '2023-01-01', 'at least 85'],
    ['99239', '2023-01-01', 'more than 30'],
    ['99245', '2023-01-01', 'at least 55'],
    ['99255', '2023-01-01', 'at least 80'],
    ['99285', '2023-01-01', null],
    ['99291', '2024-01-01', 'from to 30 74'],
    ['99306', '2023-12-31', 'at least 45'],
    ['99306', '2024-01-01', 'at least 50'],
    ['99308', '2023-12-31', 'at least 15'],
    ['99308', '2024-01-01', 'at least 20'],
    ['99350', '2023-01-01', 'at least 60'],
    ['99417', '2024-01-01', 'each further 15'],
    ['G2212', '2024-01-01', 'each further 15'],
  ])('%s on %s: %s', (code, date, expected) => {
    expect(time(code, date)).toBe(expected);
  });

  it('gives family, patient and decision making', () => {
    expect(on('99204', '2024-01-01')).toMatchObject({
      family: 'office or other outpatient visit',
      patient: 'new',
      decisionMaking: 'moderate',
      since: 2024,
    });
    expect(on('99283', '2022-12-31')?.decisionMaking).toBe('moderate');
    expect(on('99283', '2023-01-01')?.decisionMaking).toBe('low');
  });

  it.each([
    ['99201', '2020-12-31', '2021-01-01'],
    ['99241', '2022-12-31', '2023-01-01'],
    ['99354', '2022-12-31', '2023-01-01'],
    ['99441', '2024-12-31', '2025-01-01'],
  ])('%s was last valid on %s', (code, last, after) => {
    expect([on(code, last)?.isCurrent, on(code, after)?.isCurrent]).toEqual([true, false]);
  });

  it('knows when new ones began', () => {
    expect([on('98000', '2024-12-31')?.isCurrent, on('98000', '2025-01-01')?.isCurrent]).toEqual([false, true]);
  });

  it.each(['99200', '11042', 'J0135', '9921', ''])('%j is none', (code) => {
    expect(on(code, '2024-01-01')).toBeNull();
  });

  it('names the rule that set what it says', () => {
    for (const { code } of EM_ROWS) {
      for (const date of ['2019-01-01', '2021-01-01', '2023-01-01', '2025-01-01']) {
        expect(on(code, date)?.source).toMatch(/^CPT/);
      }
    }
  });

  it('has each code once, and those of the CPT section are evaluation and management to the edits too', () => {
    const codes = EM_ROWS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const section = codes.filter((code) => code >= '99201' && code <= '99499');
    expect(section.length).toBeGreaterThan(150);
    expect(section.filter((code) => !isEvaluationAndManagement(packCodeText(code)))).toEqual([]);
  });
});
