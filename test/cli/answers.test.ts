import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { acknowledged, imbalances, paid, readAnswers, transactionsOf } from '../remit/read-answer.ts';
import { columnone, ROOT, sampleCodebook, scratch } from './support.ts';

const CLINIC = 'samples/claims/clinic.837';
const folder = scratch();
let codebook: string;
beforeAll(() => {
  codebook = sampleCodebook(folder);
});

const check = (...args: string[]) =>
  columnone(['check', '--codebook', codebook, '--control-number', '902', '--written', '2026-09-02T10:15', ...args]);

describe('check --format 277ca and 835', () => {
  test('write what the library writes, and nothing else', () => {
    for (const format of ['277ca', '835']) {
      const { stdout, stderr, status } = check('--format', format, CLINIC);
      expect(stdout).toBe(readFileSync(join(ROOT, `test/remit/golden/clinic.837.${format}`), 'utf8'));
      expect([stderr, status]).toEqual(['', 1]);
    }
  });

  test('refuse for NCCI edits where asked', () => {
    const refused = (...args: string[]): number =>
      acknowledged(transactionsOf(check('--format', '277ca', ...args, CLINIC).stdout)[0]).total.refused;
    expect(refused()).toBe(4);
    expect(refused('--refuse-ncci')).toBeGreaterThan(4);
  });

  test('name the parties of claims that came in no X12', () => {
    const parties = ['--sender', 'HERE', '--receiver', 'THERE'];
    for (const [args, names] of [
      [[], ['COLUMNONE', 'SUBMITTER']],
      [parties, ['HERE', 'THERE']],
    ] as const) {
      const [{ isa, groups }] = readAnswers(check('--format', '277ca', ...args, 'samples/claims/claims.json').stdout);
      expect([isa[6].trim(), isa[8].trim()]).toEqual(names);
      expect(groups[0].gs.slice(2, 4)).toEqual(names);
    }
  });

  test('a batch that does not fit into memory is answered the same', () => {
    const text = readFileSync(join(ROOT, CLINIC), 'latin1');
    const claims = text.slice(text.indexOf('HL*2*'), text.indexOf('SE*', text.indexOf('CLM*GROUP-22')));
    const times = 11_000;
    const file = join(folder, 'large.837');
    writeFileSync(
      file,
      text.replace(claims, () => claims.repeat(times)),
    );
    const { stdout } = check('--format', '277ca', file);
    expect(stdout.length).toBeGreaterThan(40_000_000);
    const [transaction] = transactionsOf(stdout);
    const { total, said } = acknowledged(transaction);
    expect([total.accepted, total.refused]).toEqual([18 * times, 4 * times]);
    expect(said[0].claims.filter(({ accepted }) => accepted)).toHaveLength(18 * times);
  }, 120_000);

  test('one file, the whole round: the totals of both are those of the claims', () => {
    const charges = [...readFileSync(join(ROOT, CLINIC), 'latin1').matchAll(/^CLM\*[^*]*\*([^*]*)/gm)];
    const submitted = charges.reduce((sum, [, charge]) => sum + Math.round(Number(charge) * 100), 0);
    const { total } = acknowledged(transactionsOf(check('--format', '277ca', CLINIC).stdout)[0]);
    const [advice] = transactionsOf(check('--format', '835', CLINIC).stdout);
    expect(total.acceptedCents + total.refusedCents).toBe(submitted);
    expect(paid(advice).reduce((sum, { charge }) => sum + charge, 0)).toBe(submitted);
    expect(imbalances(advice)).toEqual([]);
  });
});
