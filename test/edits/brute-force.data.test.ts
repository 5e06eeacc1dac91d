import { beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { CodedClaim } from '../../src/claims/coded-claim.ts';
import { encodeClaim } from '../../src/claims/encode.ts';
import { type Codebook, compile, openCodebook } from '../../src/codebook/index.ts';
import { checkClaim } from '../../src/edits/check-claim.ts';
import { Checker } from '../../src/edits/checker.ts';
import type { Finding } from '../../src/edits/finding.ts';
import { readReleases } from '../../src/releases/index.ts';
import { bruteForce, mueTable, type PtpRow, ptpRows, ptpTable, type Tables } from '../support/brute-force.ts';
import { dataPath, HAS_DATA } from '../support/data.ts';
import { below, randomFrom } from '../support/fuzz.ts';
import { pairClaim, type Sources } from '../support/pair-claims.ts';

/** Claims of each setting. */
const CLAIMS = 30_000;
const SAMPLED_ROWS = 1_500;

interface Setting {
  readonly setting: Claim['setting'];
  readonly file: string;
  /** A newer file with a few pairs: of these its rows count alone. */
  readonly excerpt: string | null;
  readonly mue: string;
}

const SETTINGS: readonly Setting[] = [
  {
    setting: 'professional',
    file: 'ccipra-v302r0.txt.gz',
    excerpt: 'ccipra-v322r0-f1.excerpt.txt',
    mue: 'mue-prac-2024q3.csv',
  },
  { setting: 'outpatient', file: 'ccioph-v302r0.txt.gz', excerpt: null, mue: 'mue-out-2024q3.csv' },
];

/** Rows at random over the file, and all of the excerpt. */
function sampleRows({ file, excerpt }: Setting, seed: number): PtpRow[] {
  const random = randomFrom(seed);
  const sampled: PtpRow[] = [];
  let seen = 0;
  for (const row of ptpRows(file)) {
    seen++;
    if (sampled.length < SAMPLED_ROWS) sampled.push(row);
    else if (random() < SAMPLED_ROWS / seen) sampled[below(random, SAMPLED_ROWS)] = row;
  }
  return excerpt === null ? sampled : [...sampled, ...ptpRows(excerpt)];
}

function prepare(each: Setting, seed: number): { tables: Tables; sources: Sources } {
  const rows = sampleRows(each, seed);
  const mue = mueTable(each.mue);
  const ofPairs = new Set(rows.flatMap(({ one, two }) => [one, two]));
  // Few codes have an MUE by line: of these more.
  const byLine = [...mue].filter(([, { mai }]) => mai === '1').map(([code]) => code);
  const codes = [...ofPairs, ...Array.from({ length: 8 }, () => byLine).flat()];
  const wanted = new Set(codes);
  const ptp = ptpTable(each.file, wanted);
  if (each.excerpt !== null) for (const [pair, newer] of ptpTable(each.excerpt, wanted)) ptp.set(pair, newer);
  const tables = {
    setting: each.setting,
    ptp,
    ptpUntil: '2024-09-30',
    mue,
    mueFrom: '2024-07-01',
    mueUntil: '2024-09-30',
  };
  return { tables, sources: { rows, codes, mue } };
}

const inShort = (findings: readonly Finding[]): string[] =>
  findings
    .filter(({ edit }) => edit === 'ncci-ptp' || edit === 'ncci-mue')
    .map(({ line, edit, outcome, reason, with: other }) =>
      [line ?? '-', edit, outcome, reason, other?.line ?? '-'].join(' '),
    )
    .sort();

describe.skipIf(!HAS_DATA)('PTP and MUE findings', () => {
  let codebook: Codebook;
  beforeAll(async () => {
    const files = SETTINGS.flatMap(({ file, excerpt, mue }) => [file, mue, ...(excerpt === null ? [] : [excerpt])]);
    const { releases, problems } = await readReleases(files.map((file) => dataPath('ncci', file)));
    expect(problems).toEqual([]);
    codebook = await openCodebook(compile(releases));
  });

  it.each(SETTINGS)(`equal those of brute force on ${CLAIMS} claims: $setting`, (each) => {
    const { tables, sources } = prepare(each, 20_240_701);
    const random = randomFrom(1996);
    const checker = new Checker(codebook);
    const coded = new CodedClaim();
    const counts: Record<string, number> = {};
    for (let i = 0; i < CLAIMS; i++) {
      const claim = pairClaim(random, `C${i}`, each.setting, sources);
      const expected = bruteForce(claim, tables);
      encodeClaim(claim, coded);
      checker.check(coded);
      const found = inShort(checker.findings());
      if (found.join() !== expected.join()) expect({ claim, found }).toEqual({ claim, found: expected });
      if (i % 10 === 0) expect(inShort(checkClaim(codebook, claim).findings)).toEqual(found);
      for (const finding of found) {
        const reason = finding.split(' ').slice(1, 4).join(' ');
        counts[reason] = (counts[reason] ?? 0) + 1;
      }
    }
    // The claims are such that they show every verdict many times over.
    console.info(each.setting, counts);
    for (const reason of [
      'ncci-ptp deny not-allowed',
      'ncci-ptp deny modifier-missing',
      'ncci-ptp info bypassed',
      'ncci-ptp info bypassed-same-site',
      'ncci-ptp info no-data',
      'ncci-mue deny line-units',
      'ncci-mue deny day-units',
      'ncci-mue deny day-units-absolute',
      'ncci-mue deny never-payable',
      'ncci-mue return units-invalid',
      'ncci-mue info no-data',
    ]) {
      expect(counts[reason], reason).toBeGreaterThan(100);
    }
  });
});
