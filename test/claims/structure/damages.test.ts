import { describe, expect, test } from 'vitest';
import { bytesOf } from '../../../src/claims/text.ts';
import { checkStructure, createStructureChecker } from '../../../src/claims/x12/structure/checker.ts';
import type { InterchangeReport } from '../../../src/claims/x12/structure/report.ts';
import { errorsOf, INSTITUTIONAL, PROFESSIONAL, shown, written } from './base.ts';
import { DAMAGES } from './damages.ts';

const codes = (text: string): string => errorsOf(checkStructure(text)).map(shown).join(',');

describe('a damaged file', () => {
  test.each(DAMAGES.map((damage) => [damage.name, damage] as const))('%s', (_, { segments, counts, errors }) => {
    const told = errorsOf(checkStructure(written(segments, counts !== 'kept')));
    expect(told.map(shown).sort()).toEqual(errors === '' ? [] : errors.split(',').sort());
  });

  test('names of damages are told apart', () => {
    expect(new Set(DAMAGES.map(({ name }) => name)).size).toBe(DAMAGES.length);
  });

  test.each(DAMAGES.map((damage) => [damage.name, damage] as const))('%s, in pieces', (_, { segments }) => {
    const bytes = bytesOf(written(segments));
    const reports: InterchangeReport[] = [];
    const checker = createStructureChecker({ onInterchange: (report) => reports.push(report) });
    for (let at = 0; at < bytes.length; at += 7) checker.write(bytes.subarray(at, at + 7));
    checker.end();
    expect(errorsOf(reports).map(shown)).toEqual(errorsOf(checkStructure(bytes)).map(shown));
  });
});

describe('where an error stands', () => {
  test('is the byte of the element, or of the segment', () => {
    const text = written(PROFESSIONAL.map((segment) => segment.replace('NM1*85*2', 'NM1*85*Q')));
    const [error] = errorsOf(checkStructure(text));
    expect(text.slice(error.offset, error.offset + 1)).toBe('Q');
    expect(error).toMatchObject({ element: 2, dataElement: '1065', value: 'Q', loop: '2010AA', claim: null, snip: 1 });
    const doubled = written(PROFESSIONAL.toSpliced(11, 0, 'N3*AGAIN'));
    expect(doubled.slice(errorsOf(checkStructure(doubled))[0].offset)).toMatch(/^N3\*AGAIN/);
  });

  test('a value that may be personal is no part of it', () => {
    const text = written(PROFESSIONAL.map((segment) => segment.replace('CHILD*KIM', `CHILD*${'K'.repeat(36)}`)));
    const [error] = errorsOf(checkStructure(text));
    expect(shown(error)).toBe('NM1 18 2010CA 8 5@4');
    expect(error.value).toBeNull();
    expect(JSON.stringify(error)).not.toContain('KKK');
    expect(error.copy()).toBe('K'.repeat(36));
  });

  test('the claim is named within its loops alone', () => {
    const told = (from: string, to: string) =>
      errorsOf(checkStructure(written(PROFESSIONAL.map((segment) => segment.replace(from, to)))))[0].claim;
    expect(told('SV1*HC:99213', 'SV1*AD:99213')).toBe('PCN1');
    expect(told('N3*2 OAK ST', 'N3')).toBeNull();
  });
});

describe('a file cut short', () => {
  // The trailers from SE on; the bytes of the last segment but its terminator count too.
  test.each([PROFESSIONAL, INSTITUTIONAL])('says which trailers are missing, wherever it is cut', (...segments) => {
    const all = segments as unknown as readonly string[];
    for (let kept = 1; kept < all.length; kept++) {
      const due = ['TA105 023', ...(kept >= 2 && kept < all.length - 1 ? ['AK905 3'] : [])];
      if (kept >= 3 && kept < all.length - 2) due.push('IK502 2');
      const told = errorsOf(checkStructure(written(all.slice(0, kept), false))).map(shown);
      expect(told.sort(), `after ${all[kept - 1]}`).toEqual(due.sort());
    }
  });

  test('within a segment says the same', () => {
    const text = written(PROFESSIONAL.slice(0, 20), false);
    for (let cut = 1; cut < 12; cut++) expect(codes(text.slice(0, -cut))).toBe('AK905 3,TA105 023,IK502 2');
  });
});

describe('several interchanges', () => {
  const sound = written(PROFESSIONAL);
  const other = sound.replaceAll('000000101', '000000102');

  test('two on one line are two', () => {
    const reports = checkStructure((sound + other).replaceAll('\n', ''));
    expect(reports.map(({ control, code }) => [control, code])).toEqual([
      ['000000101', '000'],
      ['000000102', '000'],
    ]);
  });

  test('an ISA before the IEA of the one before', () => {
    const [first, second] = checkStructure(sound.replace(/IEA.*\n/, '') + other);
    expect(errorsOf([first]).map(shown)).toEqual(['TA105 022']);
    expect(errorsOf([second]).map(shown)).toEqual([]);
  });

  test('an ISA within a transaction set', () => {
    const cut = sound.slice(0, sound.indexOf('LX*2'));
    const [first, second] = checkStructure(cut + other);
    expect(errorsOf([first]).map(shown).sort()).toEqual(['AK905 3', 'IK502 2', 'TA105 022']);
    expect(errorsOf([second])).toEqual([]);
  });

  test('one that comes again', () => {
    expect(checkStructure(sound + sound).map(({ code }) => code)).toEqual(['000', '025']);
  });

  test('each with delimiters of its own', () => {
    const another = other.replaceAll('*', '|').replaceAll(':', '>').replaceAll('~\n', '\n');
    expect(errorsOf(checkStructure(sound + another)).map(shown)).toEqual([]);
  });

  test('two groups and transaction sets of one number', () => {
    const group = PROFESSIONAL.slice(1, -1);
    const twice = [PROFESSIONAL[0], ...group, ...group, 'IEA*2*000000101'].map((segment) => `${segment}~`).join('');
    expect(codes(twice)).toBe('AK905 19');
    const set = PROFESSIONAL.slice(2, -2);
    const sets = [...PROFESSIONAL.slice(0, 2), ...set, ...set, 'GE*2*101', 'IEA*1*000000101'];
    expect(codes(sets.map((segment) => `${segment}~`).join(''))).toBe('IK502 23');
  });
});

describe('balancing', () => {
  const findings = (from: string, to: string) => {
    const reports = checkStructure(written(PROFESSIONAL.map((segment) => segment.replace(from, to))));
    expect(errorsOf(reports)).toEqual([]);
    return errorsOf(reports, true).map(
      ({ segmentId, segmentNumber, message }) => `${segmentId} ${segmentNumber} ${message}`,
    );
  };

  test('a claim and its lines', () => {
    expect(findings('CLM*PCN1*200', 'CLM*PCN1*201.50')).toEqual([
      'CLM 22 CLM02 and the sum of the lines differ by 1.50.',
    ]);
    expect(findings('CLM*PCN1*200', 'CLM*PCN1*200.00')).toEqual([]);
  });

  test('a line and what another payer says of it', () => {
    expect(findings('CAS*PR*2*40', 'CAS*PR*2*39')).toEqual([
      'SVD 36 The line and SVD02 with its adjustments differ by 1.00.',
    ]);
    expect(findings('CAS*PR*2*40', 'CAS*PR*2*30**3*10')).toEqual([]);
  });

  test('another payer and its lines', () => {
    expect(findings('AMT*D*80', 'AMT*D*79')).toEqual([
      'AMT 28 AMT*D and what the lines say less CAS of 2320 differ by -1.00.',
    ]);
  });

  test('an 837I', () => {
    const [finding] = errorsOf(checkStructure(written(INSTITUTIONAL.map((s) => s.replace('*800*', '*801*')))), true);
    expect(finding).toMatchObject({ segmentId: 'CLM', snip: 3, ik304: null, claim: 'INST1' });
  });
});

test('a terminator within a segment id does not lead beyond what is held', () => {
  const bytes = bytesOf(written(PROFESSIONAL.map((segment) => segment.replace('CAS*', 'S~*'))));
  const whole = errorsOf(checkStructure(bytes)).map(shown);
  expect(whole).toContain('? 37 2430 1');
  for (let cut = 1; cut < bytes.length; cut++) {
    const reports: InterchangeReport[] = [];
    const checker = createStructureChecker({ onInterchange: (report) => reports.push(report) });
    checker.write(bytes.subarray(0, cut));
    checker.write(bytes.subarray(cut));
    checker.end();
    expect(errorsOf(reports).map(shown)).toEqual(whole);
  }
});
