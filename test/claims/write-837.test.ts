import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { claimAsJson } from '../../src/claims/json/claim-output.ts';
import { type Change, normalisedClaim, normalisedCode, normalisedModifier } from '../../src/claims/normalise.ts';
import { type Envelope837, Writer837 } from '../../src/claims/x12/write/write-837.ts';
import { arbitraryClaim, arbitraryInstitutionalClaim } from '../support/arbitrary-claim.ts';
import { readBytes, readText } from '../support/coded.ts';
import { rewrite } from '../support/rewrite.ts';
import { write837p } from '../support/write-837p.ts';

const ENVELOPE: Envelope837 = {
  sender: 'SUBMITTER01',
  receiver: 'PAYER01',
  date: '2024-07-01',
  time: '0900',
  controlNumber: 7,
  usage: 'T',
};
const anyClaim = fc.oneof(arbitraryClaim, arbitraryInstitutionalClaim);
const withoutPlace = ({ place: _, ...claim }: Claim) => claim;
const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function written(claims: readonly Claim[]): { text: string; replaced: number } {
  const writer = new Writer837(ENVELOPE);
  const text = claims.map((claim) => writer.claim(claim)).join('') + writer.end();
  return { text, replaced: writer.replaced };
}

describe('claims written as an 837', () => {
  test('of both types are read back equal, without a problem', () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { minLength: 1, maxLength: 6 }), (claims) => {
        const { text, replaced } = written(claims);
        const { claims: read, problems } = readText(text);
        expect(problems).toEqual([]);
        expect(read.map(withoutPlace)).toEqual(claims);
        expect(replaced).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  test('have a group for each run of claims of one type', () => {
    const [p] = fc.sample(arbitraryClaim, { seed: 1, numRuns: 1 });
    const [i] = fc.sample(arbitraryInstitutionalClaim, { seed: 1, numRuns: 1 });
    const { text } = written([p, p, i, p]);
    expect(text.match(/^GS\*.*$/gm)?.map((gs) => gs.split('*').at(-1))).toEqual([
      '005010X222A1~',
      '005010X223A2~',
      '005010X222A1~',
    ]);
    expect(text).toContain('IEA*3*000000007~');
  });

  test('hold no delimiter inside of a value', () => {
    const [claim] = fc.sample(arbitraryClaim, { seed: 2, numRuns: 1 });
    const payer = { identifier: 'P*1~', name: 'A:B^C\nD', filingIndicator: '' };
    const { text, replaced } = written([{ ...claim, payer }]);
    const { claims, problems } = readText(text);
    expect(problems).toEqual([]);
    expect(claims[0].payer).toEqual({ identifier: 'P 1', name: 'A B C D', filingIndicator: '' });
    expect(replaced).toBe(1);
  });

  test('have one day where the last of several is not known', () => {
    const [claim] = fc.sample(arbitraryInstitutionalClaim, { seed: 3, numRuns: 1 });
    const facts = claim.institutional;
    if (facts === null) throw new Error('an institutional claim without its facts');
    const { text } = written([
      {
        ...claim,
        institutional: {
          ...facts,
          statementFrom: '2024-07-01',
          statementTo: null,
          occurrenceSpans: [{ code: '74', from: '2024-07-02', to: null }],
        },
        lines: [{ ...claim.lines[0], from: '2024-07-03', to: null }],
      },
    ]);
    const [read] = readText(text).claims;
    expect(read.institutional).toMatchObject({ statementFrom: '2024-07-01', statementTo: '2024-07-01' });
    expect(read.institutional?.occurrenceSpans).toEqual([{ code: '74', from: '2024-07-02', to: '2024-07-02' }]);
    expect(read.lines[0]).toMatchObject({ from: '2024-07-03', to: '2024-07-03' });
  });

  test('none are no file', () => {
    expect(written([]).text).toBe('');
  });
});

test('claims written as JSON are read back equal', () => {
  fc.assert(
    fc.property(fc.array(anyClaim, { minLength: 1, maxLength: 4 }), (claims) => {
      const { claims: read, problems } = readText(claims.map((claim) => JSON.stringify(claimAsJson(claim))).join('\n'));
      expect(problems).toEqual([]);
      expect(read.map(withoutPlace)).toEqual(claims);
    }),
    { numRuns: 200 },
  );
});

describe('normalised', () => {
  test.each([
    ['j1885', 'J1885'],
    [' J 1885 ', 'J1885'],
    ['J-1885', 'J1885'],
    ['0042t', '0042T'],
    ['J1885', null],
    ['99213', null],
    ['99213-25', null],
    ['J188', null],
    ['I1885', null],
    ['Jl885', null],
    ['RT', null],
    ['', null],
  ])('code "%s" is %s', (text, code) => {
    expect(normalisedCode(text)).toBe(code);
  });

  test.each([
    ['rt', 'RT'],
    ['-25', '25'],
    ['2 5', '25'],
    ['25', null],
    ['255', null],
    ['', null],
    ['?', null],
  ])('modifier "%s" is %s', (text, modifier) => {
    expect(normalisedModifier(text)).toBe(modifier);
  });
});

/** Claims whose codes and modifiers are written in every manner. */
const sloppy = fc.array(anyClaim, { minLength: 1, maxLength: 3 }).chain((claims) =>
  fc
    .infiniteStream(
      fc.tuple(
        fc.constantFrom('j1885', 'J-1885', 'J1 885', 'J1885', 'e0601', '99213-25'),
        fc.constantFrom('rt', '-25', 'R T', '59', '?'),
      ),
    )
    .map((stream) =>
      claims.map((claim) => ({
        ...claim,
        lines: claim.lines.map((line) => {
          const [code, modifier] = stream.next().value as [string, string];
          return { ...line, code, modifiers: line.modifiers.length > 3 ? [] : [...line.modifiers, modifier] };
        }),
      })),
    ),
);

describe('an 837 passed through', () => {
  const cutsOf = (shares: readonly number[], length: number) =>
    shares.map((share) => Math.floor(share * length)).sort((a, b) => a - b);
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });

  test('is the same bytes when nothing is applied', () => {
    fc.assert(
      fc.property(sloppy, shares, (claims, cuts) => {
        const bytes = encode(written(claims).text);
        expect(rewrite(bytes, false, cutsOf(cuts, bytes.length)).bytes).toEqual(bytes);
      }),
      { numRuns: 100 },
    );
  });

  test('with corrections holds the normalised claims, and nothing else is changed', () => {
    fc.assert(
      fc.property(sloppy, shares, (claims, cuts) => {
        const bytes = encode(written(claims).text);
        const changes: Change[] = [];
        const due = claims.map((claim) => normalisedClaim(claim, (change) => changes.push(change)));
        const result = rewrite(bytes, true, cutsOf(cuts, bytes.length));
        expect(readBytes(result.bytes).claims.map(withoutPlace)).toEqual(due);
        expect(result.changes).toEqual(changes);
        expect(decode(result.bytes)).toBe(written(due).text);
      }),
      { numRuns: 200 },
    );
  });

  test('changes no code of another code set', () => {
    const [claim] = fc.sample(arbitraryClaim, { seed: 4, numRuns: 1 });
    const line = { ...claim.lines[0], code: 'j1885', modifiers: ['rt'], qualifier: 'ER' };
    const bytes = encode(write837p([{ ...claim, lines: [line] }]));
    expect(rewrite(bytes, true).bytes).toEqual(bytes);
  });

  test('replaces the blanks around a code too, whatever the delimiters', () => {
    const [claim] = fc.sample(arbitraryClaim, { seed: 5, numRuns: 1 });
    const lines = [{ ...claim.lines[0], code: ' j1885 ', modifiers: [' rt', ''], qualifier: 'HC', description: '' }];
    const form = { element: '\x1d', component: '\x1f', terminator: '\x1c', between: '' };
    const text = decode(rewrite(encode(write837p([{ ...claim, lines }], form)), true).bytes);
    expect(text).toContain('HC\x1fJ1885\x1fRT\x1d');
  });

  test('holds back one claim and no more', () => {
    const claims = fc.sample(arbitraryClaim, { seed: 6, numRuns: 300 });
    const bytes = encode(written(claims).text);
    const cuts = Array.from({ length: Math.floor(bytes.length / 500) }, (_, i) => i * 500);
    const longest = Math.max(...claims.map((claim) => written([claim]).text.length));
    expect(rewrite(bytes, true, cuts).mostHeld).toBeLessThan(longest + 500 + 512);
  });
});
