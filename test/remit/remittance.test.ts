import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { CodedClaim } from '../../src/claims/coded-claim.ts';
import { encodeClaim } from '../../src/claims/encode.ts';
import { type Codebook, compile, openCodebook } from '../../src/codebook/index.ts';
import { checkClaim } from '../../src/edits/check-claim.ts';
import { Checker } from '../../src/edits/checker.ts';
import { readReleases } from '../../src/releases/index.ts';
import { balances, claimPayment } from '../../src/remit/payment.ts';
import { DEFAULT_REMITTANCE, estimatedRemittance } from '../../src/remit/remittance.ts';
import { arbitraryClaim, arbitraryInstitutionalClaim } from '../support/arbitrary-claim.ts';
import { answersTo, OPTIONS, tagsByOther } from './answer.ts';
import { imbalances, type PaidClaim, paid, readAnswers, transactionsOf } from './read-answer.ts';

const ROOT = join(import.meta.dirname, '../..');
const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(join(ROOT, 'samples/claims', name)));
const clinic = sample('clinic.837');
const changed = (from: string, to: string): Uint8Array =>
  new TextEncoder().encode(new TextDecoder().decode(clinic).replace(from, to));

let codebook: Codebook;
beforeAll(async () => {
  codebook = await openCodebook(compile((await readReleases([join(ROOT, 'samples/releases')])).releases));
});

const paidIn = (bytes: Uint8Array): PaidClaim[] =>
  transactionsOf(answersTo(codebook, bytes).remittance).flatMap((transaction) => paid(transaction));
const claimOf = (bytes: Uint8Array, id: string): PaidClaim => paidIn(bytes).find((claim) => claim.id === id)!;
const charges = (claims: readonly PaidClaim[]): number => claims.reduce((sum, { charge }) => sum + Math.abs(charge), 0);

const anyClaim = fc.oneof(arbitraryClaim, arbitraryInstitutionalClaim);

describe('an 835', () => {
  test.each(['clinic.837', 'hospital.837', 'claims.csv', 'claims.json'])('of %s is the golden one', async (name) => {
    const { remittance, claims, cents } = answersTo(codebook, sample(name));
    await expect(remittance).toMatchFileSnapshot(`golden/${name}.835`);
    const transactions = transactionsOf(remittance);
    expect(tagsByOther(remittance)).toHaveLength(transactions.length);
    expect(transactions.flatMap(imbalances)).toEqual([]);
    const all = transactions.flatMap(paid);
    expect([all.length, charges(all)]).toEqual([claims, cents]);
  });

  test('pays nothing and says so', () => {
    const [{ segments, st }] = transactionsOf(answersTo(codebook, clinic).remittance);
    expect(segments[0]).toEqual(['BPR', 'H', '0', 'C', 'NON', ...Array<string>(11).fill(''), '20260902']);
    expect(st).toEqual(['ST', '835', '0001']);
  });

  test('adjusts each line for the edit that denies or returns it, or as not adjudicated', () => {
    expect(claimOf(clinic, 'CLEAN-02').lines.map(({ codes }) => codes)).toEqual(['OA-101', 'OA-101']);
    expect(claimOf(clinic, 'CODE-04').lines.map(({ codes }) => codes)).toEqual(['OA-101', 'CO-181 M20']);
    expect(claimOf(clinic, 'MUE-14').lines.map(({ codes }) => codes)).toEqual(['CO-151 N362']);
    expect(
      claimOf(clinic, 'PTP-08')
        .lines.map(({ codes }) => codes)
        .sort(),
    ).toEqual(['CO-236', 'OA-101']);
    expect(paidIn(clinic).every(({ status }) => status === '25')).toBe(true);
  });

  test('says the same of each line as the findings do', () => {
    fc.assert(
      fc.property(anyClaim, (claim) => {
        const { findings, lines } = checkClaim(codebook, claim);
        const checker = new Checker(codebook);
        const coded = new CodedClaim();
        encodeClaim(claim, coded);
        checker.check(coded);
        const said = claim.lines.map((_, i) => checker.adjustment(i));
        const expected = lines.map(({ disposition, decidedBy, line }) => {
          if (disposition === 'pay' || disposition === 'review') return null;
          const of = findings.find(
            (finding) => finding.line === line && finding.edit === decidedBy && finding.outcome === disposition,
          )!;
          return { carc: of.carc, rarc: of.rarc, group: of.group };
        });
        expect(said).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test('adjusts a claim whose charge is not that of its lines, and says which way', () => {
    const bytes = changed('CLM*CLEAN-02*107.4*', 'CLM*CLEAN-02*100*');
    expect(claimOf(bytes, 'CLEAN-02')).toMatchObject({ charge: 10000, adjusted: -740 });
    const text = answersTo(codebook, bytes).remittance;
    expect(text).toContain('CLP*CLEAN-02*25*100*0**MB*000000902-2*11*1~\nCAS*CO*16*-7.4~\n');
    expect(text).toContain('MOA***M54~\n');
    expect(transactionsOf(text).flatMap(imbalances)).toEqual([]);
  });

  test('takes a voided claim back', () => {
    const claim = claimOf(changed('192.5***11:B:1*Y*A*Y*Y~', '192.5***11:B:8*Y*A*Y*Y~\nREF*F8*ICN1~'), 'CLEAN-01');
    expect(claim).toMatchObject({ status: '22', charge: -19250, paid: 0 });
    expect(claim.lines.map((line) => [line.charge, line.adjusted])).toEqual([
      [-16850, -16850],
      [-2400, -2400],
    ]);
  });

  test('is a transaction set for each billing provider', () => {
    const text = new TextDecoder().decode(clinic);
    const other = text.replaceAll('1999999018', '1999999125').replace('ST*837*0001', 'ST*837*0002');
    const two = text.slice(0, text.indexOf('GE*')) + other.slice(other.indexOf('ST*'), other.indexOf('GE*'));
    const answer = answersTo(codebook, new TextEncoder().encode(two)).remittance;
    const payees = transactionsOf(answer).map(
      ({ segments }) => segments.find(([id, is]) => id === 'N1' && is === 'PE')?.[4],
    );
    expect(payees).toEqual(['1999999018', '1999999125']);
    expect(readAnswers(answer)[0].groups[0].transactions.map(({ st }) => st[2])).toEqual(['0001', '0002']);
  });

  test('has what the profile says of the payer', () => {
    const profile = {
      ...DEFAULT_REMITTANCE,
      originator: '1512345678',
      address: { street: '9 PLAZA', city: 'COLUMBUS', state: 'OH', postalCode: '43215' },
      contact: { name: 'DESK', telephone: '5555550199' },
    };
    const claims = [fc.sample(arbitraryClaim, { numRuns: 1, seed: 7 })[0]];
    const text = estimatedRemittance(new Checker(codebook), claims, { ...OPTIONS, profile });
    expect(text).toMatch(
      /\nN3\*9 PLAZA~\nN4\*COLUMBUS\*OH\*43215~\n(REF\*2U\*[^~]*~\n)?PER\*BL\*DESK\*TE\*5555550199~\nN1\*PE/,
    );
    expect(text).toContain('*1512345678~');
  });

  test('balances, whatever the claims', () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { minLength: 1, maxLength: 5 }), (claims) => {
        const text = estimatedRemittance(new Checker(codebook), claims, OPTIONS);
        const transactions = transactionsOf(text);
        expect(transactions.flatMap(imbalances)).toEqual([]);
        expect(transactions.flatMap(paid)).toHaveLength(claims.length);
        expect(tagsByOther(text)).toHaveLength(transactions.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('balances', () => {
  const claim = fc.sample(arbitraryClaim, { numRuns: 1, seed: 3 })[0];
  const payment = claimPayment({ ...claim, charge: 300, lines: [{ ...claim.lines[0], charge: 300 }] }, () => null);
  const [line] = payment.lines;

  test('finds nothing in what adds up', () => {
    expect(balances(payment)).toEqual([]);
  });

  test.each([
    ['a line', { ...payment, lines: [{ ...line, charge: 301 }] }],
    ['an adjustment of the claim', { ...payment, adjustments: [{ group: 'CO', carc: '16', amount: 1 }] }],
    ['a payment', { ...payment, paid: 1, charge: 301 }],
  ])('finds %s that is a cent off', (_, wrong) => {
    expect(balances(wrong).map(({ off }) => Math.abs(off))).toContain(1);
  });
});
