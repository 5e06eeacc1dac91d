import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { CodedClaim } from '../../src/claims/coded-claim.ts';
import { encodeClaim } from '../../src/claims/encode.ts';
import { PROBLEMS } from '../../src/problems.ts';
import { arbitraryClaim, arbitraryInstitutionalClaim } from '../support/arbitrary-claim.ts';
import { codedValues, type Reading, readBytes } from '../support/coded.ts';
import { below, FUZZ_RUNS, mutate, type Random, randomFrom } from '../support/fuzz.ts';
import { rewrite } from '../support/rewrite.ts';
import { USUAL_FORM, write837p } from '../support/write-837p.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const claims = fc.sample(arbitraryClaim, { seed: 11, numRuns: 40 });

const institutional = fc.sample(arbitraryInstitutionalClaim, { seed: 12, numRuns: 40 });

const INSTITUTIONAL_SEEDS = institutional
  .slice(0, 30)
  .map((claim, i) => encode(write837p([claim, institutional[i + 10]], form(i))));
const X12_SEEDS = claims.slice(0, 30).map((claim, i) => encode(write837p([claim, claims[i + 10]], form(i))));
const X12_WORDS =
  '~ * : ISA* GS* ST*837*0001*005010X222A1~ SE*10*0001~ GE*1*1~ IEA*1*000000001~ HL*3*2*22*0~ HL*4*3*23*0~ CLM*X*1***11:B:1~ LX*1~ SV1*HC:99213*1*UN*1~ SBR*S~ DTP*472*D8*20240701~ NM1*82*1*A*B****XX*1234567893~ PRV*PE*PXC*207Q00000X~ REF*G2*X~ \r\n > | \u00ef\u00bb\u00bf'.split(
    ' ',
  );

const INSTITUTIONAL_WORDS = [
  ...X12_WORDS,
  ...'ST*837*0001*005010X223A2~ CLM*X*1***13:A:1~ CLM*X*1***0131:A:7~ SV2*0450*HC:99284*1*UN*1~ SV2*0250**1*UN*1~ DTP*434*RD8*20240701-20240703~ CL1*1*1*01~ HI*BE:A1:::1~ REF*F8*X~'.split(
    ' ',
  ),
];

const JSON_SEEDS = [
  [minimal('A1'), minimal('A2')],
  { claims: [minimal('A1'), { ...minimal('A2'), patient: {}, payer: null }] },
  minimal('A1'),
].flatMap((value) => [encode(JSON.stringify(value)), encode(JSON.stringify(value, null, 1))]);
const JSON_LINES = encode(['A1', 'A2', 'A3'].map((id) => JSON.stringify(minimal(id))).join('\n'));
const JSON_WORDS =
  '{ } [ ] " , : \\ null true -1 1e999 {"claims":[ "lines":[ "id":7 {"resourceType":"Claim"} \n{ __proto__ "charge":"1.5"'.split(
    ' ',
  );

const CSV_SEEDS = [
  'claim,line,code,modifiers,units,charge,from,to,birth date\nA1,1,99213,25,1,120.00,2024-07-01,,1950-01-01\nA1,2,"J1885","25,59",2,5,7/1/2024,,\nA2,1,J0135,,x,,2024-07-01,,\n',
  'claim;code;units\r\nA1;J0135;2\r\n"A2";"J0""135";1\r\n',
].map(encode);
const CSV_WORDS = ', ; " "" \n \r\n claim code A1 2024-07-01 "a\nb" 1e9 -5'.split(' ');

function minimal(id: string) {
  return { id, charge: '12.50', lines: [{ code: 'J0135', modifiers: '25,59', units: 2, from: '2024-07-01' }] };
}

function form(i: number) {
  return i % 3 === 0 ? { ...USUAL_FORM, between: '' } : i % 3 === 1 ? USUAL_FORM : { ...USUAL_FORM, component: '>' };
}

describe('mutated files never break a reader', () => {
  test.each([
    ['837P', X12_SEEDS, X12_WORDS],
    ['837I', INSTITUTIONAL_SEEDS, INSTITUTIONAL_WORDS],
    ['JSON', [...JSON_SEEDS, JSON_LINES, JSON_LINES], JSON_WORDS],
    ['CSV', CSV_SEEDS, CSV_WORDS],
  ] as const)(
    '%s',
    (_, seeds, words) => {
      const random = randomFrom(20240701);
      for (let run = 0; run < FUZZ_RUNS; run++) {
        const bytes = mutate(seeds[below(random, seeds.length)], random, words);
        const whole = readBytes(bytes);
        checkProblems(whole, bytes);
        checkClaims(whole);
        expect(readBytes(bytes, cuts(random, bytes.length))).toEqual(whole);
      }
    },
    3_600_000,
  );
});

describe('mutated files pass through', () => {
  test.each([
    ['837P', X12_SEEDS, X12_WORDS],
    ['837I', INSTITUTIONAL_SEEDS, INSTITUTIONAL_WORDS],
  ] as const)(
    '%s: byte for byte, and corrected in codes alone',
    (_, seeds, words) => {
      const random = randomFrom(20240702);
      for (let run = 0; run < FUZZ_RUNS / 5; run++) {
        const bytes = mutate(seeds[below(random, seeds.length)], random, words);
        if (readBytes(bytes).problems.some(({ code }) => code === 'claims-unknown-format')) continue;
        expect(rewrite(bytes, false, cuts(random, bytes.length)).bytes).toEqual(bytes);
        const corrected = rewrite(bytes, true, cuts(random, bytes.length)).bytes;
        expect(bare(corrected)).toBe(bare(bytes));
        // What was corrected is as it should be: a second time nothing is changed.
        expect(rewrite(corrected, true).changes).toEqual([]);
      }
    },
    3_600_000,
  );
});

/** Bytes as text without what a correction may change: case, blanks and hyphens. */
const bare = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes).replace(/[\s-]/g, '').toUpperCase();

const cuts = (random: Random, length: number): number[] =>
  Array.from({ length: 1 + below(random, 6) }, () => below(random, length + 1)).sort((a, b) => a - b);

function checkProblems({ claims: read, problems }: Reading, bytes: Uint8Array): void {
  // Never silent: a file without claims has at least one problem.
  if (read.length + problems.length === 0) throw new Error('neither claim nor problem');
  for (const { code, message, offset = 0, segment = 0, line = 1 } of problems) {
    if (!(code in PROBLEMS) || message === '') throw new Error(`no such problem: ${code}`);
    const inFile = offset >= 0 && offset <= bytes.length && segment >= 0 && line >= 1 && line <= bytes.length + 1;
    if (!inFile) throw new Error(`${code} stands outside of the file: ${offset}, ${segment}, ${line}`);
  }
}

/** What was read as numbers is what the whole claim says, and every value has its shape. */
function checkClaims({ claims: read, coded }: Reading): void {
  read.forEach((claim, i) => {
    checkShape(claim);
    if (!isPlain(JSON.stringify(claim))) return;
    const into = new CodedClaim();
    encodeClaim(claim, into);
    expect(codedValues(into)).toEqual(coded[i]);
  });
}

/** Printable ASCII: elsewhere bytes and text may differ in what is blank. */
const isPlain = (text: string): boolean => /^[ -~]*$/.test(text) && !/\\[^"\\]/.test(text);

function checkShape(claim: Claim): void {
  const date = (text: string | null) => text === null || /^\d{4}-\d\d-\d\d$/.test(text);
  const money = (value: number | null) => value === null || Number.isSafeInteger(value);
  const fine =
    claim.lines.length > 0 &&
    money(claim.charge) &&
    claim.lines.every(
      (line) =>
        Number.isInteger(line.number) &&
        date(line.from) &&
        date(line.to) &&
        money(line.charge) &&
        line.modifiers.at(-1) !== '' &&
        !Number.isNaN(line.units),
    );
  if (!fine) throw new Error(`a claim out of shape: ${JSON.stringify(claim)}`);
}
