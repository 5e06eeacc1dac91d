import { expect, it } from 'vitest';
import { columnone } from './support.ts';

const level = (...args: string[]) => columnone(['level', '--on', '2024-10-15', ...args]);

it.each([
  [['99205', '--minutes', '88'], 0, null],
  [['99205', '--minutes', '89'], 0, 'G2212 x1'],
  [['99215', '--minutes', '55', '--prolonged', 'cpt'], 0, '99417 x1'],
  [['99215', '--minutes', '39'], 1, null],
  [['99213', '--problems', 'moderate', '--data', 'low', '--risk', 'moderate'], 0, null],
  [['99213'], 1, null],
  [['11042', '--minutes', '20'], 1, null],
] as const)('%j', (args, status, prolonged) => {
  const run = level(...args);
  expect([run.status, run.stderr]).toEqual([status, '']);
  expect(/^prolonged +(.*)$/m.exec(run.stdout)?.[1] ?? null).toBe(prolonged);
});

it('says level by level, in text and as JSON', () => {
  const args = ['99215', '--minutes', '39', '--problems', 'high', '--risk', 'low'];
  expect(level(...args).stdout).toBe(
    'billed              99215\nby time             99214\nby decision making  99213\nsupported           99214: lower than billed\n',
  );
  expect(JSON.parse(level(...args, '--json').stdout)).toMatchObject({
    on: '2024-10-15',
    billed: '99215',
    level: { byTime: '99214', byDecisionMaking: '99213', supported: '99214' },
  });
});

it.each([
  ['--minutes', 'ten'],
  ['--risk', 'great'],
  ['--on', '2024-02-30'],
])('takes no %s %s', (...args) => {
  expect(level('99215', ...args).status).toBe(2);
});
