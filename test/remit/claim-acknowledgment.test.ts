import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { readClaims } from '../../src/claims/read-claims.ts';
import { type Codebook, compile, openCodebook } from '../../src/codebook/index.ts';
import { Checker } from '../../src/edits/checker.ts';
import { readReleases } from '../../src/releases/index.ts';
import { DEFAULT_ACKNOWLEDGMENT } from '../../src/remit/acknowledgment-profile.ts';
import { claimAcknowledgment } from '../../src/remit/claim-acknowledgment.ts';
import { arbitraryClaim, arbitraryInstitutionalClaim } from '../support/arbitrary-claim.ts';
import { answersTo, OPTIONS, tagsByOther } from './answer.ts';
import { type AcknowledgedClaim, acknowledged, type Level, readAnswers, transactionsOf } from './read-answer.ts';

const ROOT = join(import.meta.dirname, '../..');
const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(join(ROOT, 'samples/claims', name)));
const clinic = sample('clinic.837');
const changed = (...pairs: [string, string][]): Uint8Array =>
  new TextEncoder().encode(
    pairs.reduce((text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`no ${from}`);
      return text.replaceAll(from, to);
    }, new TextDecoder().decode(clinic)),
  );

let codebook: Codebook;
beforeAll(async () => {
  codebook = await openCodebook(compile((await readReleases([join(ROOT, 'samples/releases')])).releases));
});

const claimsOf = (text: string): AcknowledgedClaim[] =>
  transactionsOf(text).flatMap((transaction) => acknowledged(transaction).said.flatMap(({ claims }) => claims));
const claimOf = (text: string, id: string): AcknowledgedClaim => claimsOf(text).find((claim) => claim.id === id)!;

const counted = (claims: readonly AcknowledgedClaim[]): Level => {
  const sum = (wanted: boolean): number =>
    claims.filter(({ accepted }) => accepted === wanted).reduce((total, { cents }) => total + cents, 0);
  const accepted = claims.filter((claim) => claim.accepted).length;
  return { accepted, refused: claims.length - accepted, acceptedCents: sum(true), refusedCents: sum(false) };
};

/** Each level says what its claims are. */
function expectBalanced(text: string): Level {
  let all: AcknowledgedClaim[] = [];
  for (const transaction of transactionsOf(text)) {
    const { total, said } = acknowledged(transaction);
    for (const { level, claims } of said) if (level !== null) expect(level).toEqual(counted(claims));
    const claims = said.flatMap((provider) => provider.claims);
    expect(total).toEqual(counted(claims));
    all = [...all, ...claims];
  }
  return counted(all);
}

describe('a 277CA', () => {
  test.each(['clinic.837', 'hospital.837', 'claims.csv', 'claims.json'])('of %s is the golden one', async (name) => {
    const { acknowledgment, claims, cents } = answersTo(codebook, sample(name));
    await expect(acknowledgment).toMatchFileSnapshot(`golden/${name}.277ca`);
    expect(tagsByOther(acknowledgment)).toHaveLength(transactionsOf(acknowledgment).length);
    const { accepted, refused, acceptedCents, refusedCents } = expectBalanced(acknowledgment);
    expect([accepted + refused, acceptedCents + refusedCents]).toEqual([claims, cents]);
  });

  test('goes back to the sender, and names its batch', () => {
    const [{ isa, groups }] = readAnswers(answersTo(codebook, clinic).acknowledgment);
    expect([isa[6].trim(), isa[8].trim(), isa[13], isa[15]]).toEqual(['SAMPLEPAYER', 'SAMPLECLINIC', '000000902', 'T']);
    expect(groups[0].gs.slice(1, 4)).toEqual(['HN', 'SAMPLEPAYER', 'SAMPLECLINIC']);
    const traces = groups[0].transactions[0].segments.filter(([id]) => id === 'TRN').map(([, , trace]) => trace);
    expect(traces[1]).toBe('SAMPLE0001');
  });

  test('refuses codes that are none, and no claim for an NCCI edit', () => {
    const { acknowledgment } = answersTo(codebook, clinic);
    const refused = claimsOf(acknowledgment).filter(({ accepted }) => !accepted);
    expect(refused.map(({ id }) => id)).toEqual(['CODE-04', 'CODE-05', 'MODIFIER-06', 'MUE-16']);
    expect(claimOf(acknowledgment, 'CODE-04').lines).toEqual([
      { service: 'HC:J1170', statuses: ['A7:507'], number: 'CODE-04.2' },
    ]);
    expect(claimOf(acknowledgment, 'CODE-04').statuses).toEqual(['A3:247']);
    expect(claimOf(acknowledgment, 'MODIFIER-06').lines.at(-1)).toEqual({
      service: 'HC:20610:RT:GA:KX:XS',
      statuses: ['A7:453', 'A8:453'],
      number: 'MODIFIER-06.5',
    });
    expect(claimOf(acknowledgment, 'PTP-07').statuses).toEqual(['A2:20:PR']);
  });

  test('refuses for NCCI edits where asked, with words on the claim alone', () => {
    const { acknowledgment } = answersTo(codebook, clinic, { refuse: 'validity-and-ncci' });
    const claim = claimOf(acknowledgment, 'PTP-08');
    expect(claim).toMatchObject({ accepted: false, statuses: ['A7:448'] });
    expect(claim.lines.map(({ statuses }) => statuses)).toEqual([['A7:454']]);
    expect(claim.text).toMatch(/^LINE \d .*modifier/);
    const withText = claim.segments.filter(([id, ...elements]) => id === 'STC' && elements.length > 11);
    expect(withText).toHaveLength(1);
    expectBalanced(acknowledgment);
  });

  test('refuses a claim whose charge is missing or not that of its lines', () => {
    const { acknowledgment } = answersTo(
      codebook,
      changed(['CLM*CLEAN-01*192.5*', 'CLM*CLEAN-01**'], ['CLM*CLEAN-02*107.4*', 'CLM*CLEAN-02*107.39*']),
    );
    expect(claimOf(acknowledgment, 'CLEAN-01')).toMatchObject({ accepted: false, statuses: ['A6:178'], cents: 19250 });
    expect(claimOf(acknowledgment, 'CLEAN-02')).toMatchObject({ accepted: false, statuses: ['A7:178'], cents: 10739 });
    const lenient = answersTo(codebook, changed(['CLM*CLEAN-02*107.4*', 'CLM*CLEAN-02*107.39*']), { balance: false });
    expect(claimOf(lenient.acknowledgment, 'CLEAN-02').accepted).toBe(true);
  });

  test('says on the claim what is wrong with a line that it cannot name', () => {
    const { acknowledgment } = answersTo(codebook, changed(['SV1*HC:G0444*', 'SV1*HC*']));
    expect(claimOf(acknowledgment, 'CLEAN-01')).toMatchObject({ statuses: ['A6:454', 'A3:247'], lines: [] });
  });

  test('repeats the number of a clearing house and names a bill by its type', () => {
    const { acknowledgment } = answersTo(codebook, changed(['HI*ABK:Z0000', 'REF*D9*CH*1~\nHI*ABK:Z0000']));
    expect(claimOf(acknowledgment, 'CLEAN-01').segments).toContainEqual(['REF', 'D9', 'CH']);
    const hospital = claimsOf(answersTo(codebook, sample('hospital.837')).acknowledgment);
    for (const { segments } of hospital) expect(segments.find(([, is]) => is === 'BLT')?.[2]).toMatch(/^\d\d\d$/);
  });

  test('opens a level for each billing provider, an interchange for each interchange', () => {
    const other = changed(
      ['1999999018', '1999999125'],
      ['RIVERBEND CLINIC', 'OTHER CLINIC'],
      ['000000001', '000000002'],
    );
    const both = new Uint8Array([...clinic, ...other]);
    const { acknowledgment } = answersTo(codebook, both, {}, 700);
    const answers = readAnswers(acknowledgment);
    expect(answers.map(({ isa }) => isa[13])).toEqual(['000000902', '000000903']);
    const names = transactionsOf(acknowledgment).flatMap((transaction) =>
      acknowledged(transaction).said.map((of) => of.name),
    );
    expect(names).toEqual(['RIVERBEND CLINIC*****XX*1999999018', 'OTHER CLINIC*****XX*1999999125']);
    expect(expectBalanced(acknowledgment).accepted).toBe(36);
  });

  test('has the switches of its profile', () => {
    const said = (profile: object, pattern: RegExp): number =>
      [...answersTo(codebook, clinic, profile).acknowledgment.matchAll(pattern)].length;
    expect(said({}, /^STC\*A1:19:PR/gm)).toBe(2);
    expect(said({ entity: false, received: '20' }, /^STC\*A1:20\*/gm)).toBe(2);
    expect(said({ providers: false }, /^(STC\*A1|QTY\*Q)/gm)).toBe(1);
    expect(said({ lines: false }, /^SVC/gm)).toBe(0);
    expect(said({ lines: false }, /^STC\*A7:507\*/gm)).toBe(2);
    expect(said({ claimStatus: 'first-line' }, /^STC\*A3:247/gm)).toBe(0);
    expect(said({ freeText: false }, /LINE \d/g)).toBe(0);
    expect(said({ lineDates: true }, /^STC\*A7:507\*20260902\*U~/gm)).toBe(4);
    expect(said({}, /^REF\*1K/gm)).toBe(18);
    expect(said({ claimNumbers: 'all' }, /^REF\*1K/gm)).toBe(22);
    expect(said({ claimNumbers: 'none' }, /^REF\*1K/gm)).toBe(0);
    expect(said({ sourceQualifier: '46' }, /^NM1\*PR\*2\*SAMPLE PAYER\*{5}46\*/gm)).toBe(1);
  });

  test.each(['clinic.837', 'hospital.837'])(
    'says of the claims of %s as values what it says of their bytes',
    async (name) => {
      const claims: Claim[] = [];
      for await (const { claim } of readClaims(sample(name))) if (claim !== undefined) claims.push(claim);
      const profile = { ...DEFAULT_ACKNOWLEDGMENT, refuse: 'validity-and-ncci' } as const;
      const values = claimAcknowledgment(new Checker(codebook), claims, { ...OPTIONS, profile });
      const bytes = answersTo(codebook, sample(name), profile).acknowledgment;
      const blocks = (text: string): string => text.slice(text.search(/^HL\*4\*/m), text.search(/^SE\*/m));
      expect(blocks(values)).toBe(blocks(bytes));
      expect(blocks(values)).toContain('SVC*HC:');
    },
  );

  test('has levels that balance, whatever the claims', () => {
    const claims = fc.array(fc.oneof(arbitraryClaim, arbitraryInstitutionalClaim), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(claims, fc.boolean(), (given, ncci) => {
        const profile = { ...DEFAULT_ACKNOWLEDGMENT, refuse: ncci ? 'validity-and-ncci' : 'validity' } as const;
        const text = claimAcknowledgment(new Checker(codebook), given, { ...OPTIONS, profile });
        const { accepted, refused } = expectBalanced(text);
        expect(accepted + refused).toBe(given.length);
        expect(tagsByOther(text)).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });
});
