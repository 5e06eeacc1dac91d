import type { Claim, ClaimLine, Provider } from '../../src/claims/claim.ts';
import type { MueRow, PtpRow } from './brute-force.ts';
import { below, type Random } from './fuzz.ts';

/** Claims drawn from real pairs, with what decides them near its boundaries. */

const MODIFIERS =
  '59 59 59 XE XP XS XU RT RT LT LT E1 F3 T5 LC RC 24 25 25 57 58 78 79 27 91 76 77 22 50 51 55 26 GA QZ'.split(' ');
const DAYS = '2019-06-30 2019-07-01 2024-07-01 2024-07-15 2024-08-20 2024-09-30 2024-10-01 2024-06-30 2026-08-01'.split(
  ' ',
);
const NPIS = ['1245319599', '1558444216', '1234567893'];
const TAXONOMIES = [null, null, '207X00000X', '208600000X'];

const pick = <T>(random: Random, from: readonly T[]): T => from[below(random, from.length)];

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

function dayNear(random: Random, { from, to }: PtpRow): string {
  const edges = [shifted(from, -1), from, to === '9999-12-31' ? '2024-09-30' : to];
  if (to !== '9999-12-31') edges.push(shifted(to, 1), shifted(to, -1));
  return random() < 0.5 ? pick(random, DAYS) : pick(random, edges);
}

function provider(random: Random): Provider {
  return { npi: pick(random, NPIS), identifier: null, taxonomy: pick(random, TAXONOMIES), name: 'EXAMPLE' };
}

export interface Sources {
  readonly rows: readonly PtpRow[];
  readonly codes: readonly string[];
  readonly mue: ReadonlyMap<string, MueRow>;
}

/** A claim with both codes of one to three rows, further lines of the same codes, and some others. */
export function pairClaim(random: Random, id: string, setting: Claim['setting'], sources: Sources): Claim {
  const rows = Array.from({ length: 1 + below(random, 3) }, () => pick(random, sources.rows));
  const codes = rows.flatMap(({ one, two }) => [one, two]);
  while (random() < 0.4) codes.push(pick(random, random() < 0.6 ? codes : sources.codes));
  if (random() < 0.01) for (let i = 0; i < 60; i++) codes.push(pick(random, random() < 0.5 ? codes : sources.codes));
  codes.sort(() => random() - 0.5);
  const day = dayNear(random, rows[0]);
  const manyProviders = random() < 0.3;
  return {
    id,
    type: setting === 'outpatient' ? 'institutional' : 'professional',
    setting,
    frequency: '1',
    originalReference: '',
    placeOfService: '11',
    charge: null,
    billingProvider: provider(random),
    renderingProvider: random() < 0.5 ? provider(random) : null,
    referringProvider: null,
    subscriber: { memberId: 'M1', lastName: 'SAMPLE', firstName: 'PAT', birthDate: null, sex: null },
    patient: null,
    payer: null,
    diagnoses: [],
    institutional: null,
    lines: codes.map((code, i) => line(random, code, i + 1, day, manyProviders, sources)),
  };
}

function line(
  random: Random,
  code: string,
  number: number,
  claimDay: string,
  manyProviders: boolean,
  sources: Sources,
): ClaimLine {
  const from = random() < 0.9 ? claimDay : random() < 0.9 ? pick(random, DAYS) : null;
  const days = random() < 0.9 ? 0 : below(random, 4) - 1;
  return {
    number,
    revenueCode: '',
    code,
    qualifier: 'HC',
    modifiers: Array.from({ length: random() < 0.4 ? 1 + below(random, 3) : 0 }, () => pick(random, MODIFIERS)),
    description: '',
    units: units(random, sources.mue.get(code)),
    unitBasis: random() < 0.97 ? 'UN' : 'MJ',
    charge: null,
    from,
    to: from === null ? null : shifted(from, days),
    placeOfService: '',
    diagnosisPointers: [],
    renderingProvider: manyProviders && random() < 0.6 ? provider(random) : null,
    drug: null,
    controlNumber: '',
  };
}

function units(random: Random, mue: MueRow | undefined): number | null {
  if (random() < 0.01) return pick(random, [null, 0, -1]);
  const near = mue === undefined || random() < 0.5 ? 1 : mue.value + below(random, 3) - 1;
  return Math.max(1, near);
}
