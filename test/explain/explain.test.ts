import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/codes/day.ts';
import { EDITS } from '../../src/edits/edits.ts';
import { exampleCode, examplePair, explain, ruleOf } from '../../src/explain/index.ts';
import { claimOf, type EditCase } from '../cases/case.ts';
import { CASES } from '../cases/index.ts';
import { codebookOf } from '../cases/tables/index.ts';
import { checkCase } from '../edits/check-case.ts';

const codebook = await codebookOf('quarters');
const on = parseDay('2024-10-15');

async function explained(row: Partial<EditCase> & Pick<EditCase, 'claim'>, reason: string) {
  const whole: EditCase = { name: '', rule: '', expect: [], ...row };
  const { findings } = await checkCase(whole);
  const finding = findings.find((each) => each.reason === reason);
  if (finding === undefined) throw new Error(`nothing found with ${reason}`);
  return explain(codebook, claimOf(whole), finding);
}

describe('an explanation', () => {
  it('tries out a modifier and says what is then found', async () => {
    const { rule, trials } = await explained({ claim: ['11042', '97597'] }, 'modifier-missing');
    expect(rule).toMatchObject({ edit: 'ncci-ptp', outcome: 'deny', adjustment: { carc: '236', group: 'CO' } });
    expect(trials[0]).toMatchObject({ change: 'modifier 59 on line 2', after: { outcome: 'info' }, resolves: true });
    expect(trials[0].lines[1].modifiers).toEqual(['59']);
  });

  it('tries out fewer units, another code, a primary, a modifier taken off', async () => {
    const units = await explained({ claim: ['20610 x3'] }, 'day-units');
    expect(units.trials).toMatchObject([{ change: '2 units on line 1', after: null, resolves: true }]);
    const code = await explained({ claim: ['C9150'], on: '2024-10-01' }, 'terminated');
    expect(code.trials).toMatchObject([{ change: 'A9610 on line 1', after: null, resolves: true }]);
    const primary = await explained({ claim: ['22614'] }, 'primary-missing');
    expect(primary.trials).toMatchObject([{ change: '22612 on a further line', after: null, resolves: true }]);
    const modifier = await explained({ claim: ['20610:JG'], on: '2025-01-01' }, 'not-in-force');
    expect(modifier.trials).toMatchObject([{ change: 'line 1 without JG', after: null, resolves: true }]);
  });

  it('tries out nothing that only the record can tell', async () => {
    expect((await explained({ claim: ['80053', '80048'] }, 'not-allowed')).trials).toEqual([]);
  });

  it('shows the rows of the pair, the values of the MUE, the windows of the code', async () => {
    const pair = await explained({ claim: ['57267', '11004'], on: '2017-06-01' }, 'modifier-missing');
    expect(pair.history.map(({ row }) => [row.columnOne, row.columnTwo])).toEqual(
      expect.arrayContaining([
        ['11004', '57267'],
        ['57267', '11004'],
      ]),
    );
    const mue = await explained({ claim: ['97110 x8'], on: '2024-09-30' }, 'day-units');
    expect(mue.history.map(({ row }) => [row.value, row.from])).toEqual([
      [6, '2024-07-01'],
      [8, '2024-10-01'],
    ]);
    const code = await explained({ claim: ['C9150'], on: '2024-10-01' }, 'terminated');
    expect(code.history.length).toBeGreaterThan(0);
    for (const { row } of code.history) expect(row.code).toBe('C9150');
  });

  it('can be had of every finding of every case', async () => {
    for (const rows of Object.values(CASES)) {
      for (const row of rows) {
        const { findings } = await checkCase(row);
        for (const finding of findings) {
          const { rule } = explain(await codebookOf(row.tables ?? 'quarters'), claimOf(row), finding);
          expect(rule.means).toMatch(/\.$/);
        }
      }
    }
  }, 120_000);
});

describe('a worked example', () => {
  it('of a pair is what stands against it', () => {
    const { explanations } = examplePair(codebook, '11042', '97597', { on, setting: 'professional' });
    expect(explanations.map(({ finding }) => `${finding.line} ${finding.reason}`)).toEqual(['2 modifier-missing']);
  });

  it('of a code is one unit, and one more than its MUE', () => {
    const [one, above] = exampleCode(codebook, '97110', { on, setting: 'professional' });
    expect(one.explanations).toEqual([]);
    expect(above.lines).toEqual([{ code: '97110', units: 9 }]);
    expect(above.explanations[0].finding.reason).toBe('day-units');
  });

  it('of a code without an MUE is one', () => {
    expect(exampleCode(codebook, '97597', { on, setting: 'professional' })).toHaveLength(1);
  });
});

describe('a rule', () => {
  it('is there for every reason of every edit, and for no other', () => {
    for (const { id, reasons } of EDITS) for (const reason of reasons) expect(ruleOf(id, reason)?.edit).toBe(id);
    expect(ruleOf('ncci-ptp', 'no-such-reason')).toBeNull();
    expect(ruleOf('no-such-edit', 'missing')).toBeNull();
  });
});
