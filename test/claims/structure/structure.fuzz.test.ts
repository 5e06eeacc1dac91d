import { describe, expect, test } from 'vitest';
import { bytesOf } from '../../../src/claims/text.ts';
import { acknowledge } from '../../../src/claims/x12/ack/implementation-ack.ts';
import { checkStructure, createStructureChecker } from '../../../src/claims/x12/structure/checker.ts';
import type { InterchangeReport } from '../../../src/claims/x12/structure/report.ts';
import { below, FUZZ_RUNS, mutate, type Random, randomFrom } from '../../support/fuzz.ts';
import { errorsOf, INSTITUTIONAL, PROFESSIONAL, shown, written } from './base.ts';
import { readAcknowledgment } from './read-acknowledgment.ts';

const SEEDS = [
  bytesOf(written(PROFESSIONAL)),
  bytesOf(written(INSTITUTIONAL)),
  bytesOf(written(PROFESSIONAL).repeat(2)),
];
const WORDS =
  'ISA* GS* ST*837* SE*45*0001~ GE*1*101~ IEA*1*000000101~ HL*1**20*1~ CLM* LX*1~ SV1* SV2* NM1*85* REF*EI* ~ * : ^'.split(
    ' ',
  );

const inPieces = (bytes: Uint8Array, random: Random): InterchangeReport[] => {
  const reports: InterchangeReport[] = [];
  const checker = createStructureChecker({ onInterchange: (report) => reports.push(report) });
  for (let at = 0; at < bytes.length; ) {
    const end = at + 1 + below(random, 200);
    checker.write(bytes.subarray(at, end));
    at = end;
  }
  checker.end();
  return reports;
};

describe('mutated input', () => {
  test('never throws, gives the same in pieces, and is answered well-formed', () => {
    const random = randomFrom(20260901);
    for (let run = 0; run < FUZZ_RUNS; run++) {
      const bytes = mutate(SEEDS[below(random, SEEDS.length)], random, WORDS);
      const whole = checkStructure(bytes);
      const place = `run ${run}`;
      expect(errorsOf(inPieces(bytes, random), true).map(shown), place).toEqual(errorsOf(whole, true).map(shown));
      for (const report of whole) {
        const text = acknowledge(report, { date: '20260902', time: '1015', control: 1 });
        if (text !== '') expect(readAcknowledgment(text).wellFormed, place).toBe(true);
      }
      for (const { offset } of errorsOf(whole)) expect(offset, place).toBeLessThanOrEqual(bytes.length);
    }
  });
});
