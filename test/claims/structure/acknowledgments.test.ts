import { type X12Interchange, X12Parser } from 'node-x12';
import { describe, expect, test } from 'vitest';
import { acknowledge } from '../../../src/claims/x12/ack/implementation-ack.ts';
import { writeTa1 } from '../../../src/claims/x12/ack/ta1.ts';
import { checkStructure } from '../../../src/claims/x12/structure/checker.ts';
import { InterchangeWriter, USUAL_DELIMITERS } from '../../../src/claims/x12/write-segments.ts';
import { errorsOf, INSTITUTIONAL, PROFESSIONAL, written } from './base.ts';
import { DAMAGES } from './damages.ts';
import { readAcknowledgment } from './read-acknowledgment.ts';

const STAMP = { date: '20260902', time: '1015', control: 7 };
const answer = (text: string, onErrors: 'reject' | 'accept' = 'reject'): string =>
  checkStructure(text)
    .map((report, i) => acknowledge(report, STAMP, { onErrors }, STAMP.control + i))
    .join('');
const changed = (from: string, to: string, base = PROFESSIONAL): string =>
  written(base.map((segment) => segment.replace(from, to)));

describe('a 999', () => {
  test('accepts a sound file', () => {
    expect(answer(written(PROFESSIONAL))).toBe(
      [
        'ISA*00*          *00*          *ZZ*PAYER01        *ZZ*SUBMITTER01    *260902*1015*^*00501*000000007*0*T*:',
        'GS*FA*PAYER01*SUBMITTER01*20260902*1015*1*X*005010X231A1',
        'ST*999*0001*005010X231A1',
        'AK1*HC*101*005010X222A1',
        'AK2*837*0001*005010X222A1',
        'IK5*A',
        'AK9*A*1*1*1',
        'SE*6*0001',
        'GE*1*1',
        'IEA*1*000000007',
        '',
      ].join('~\n'),
    );
  });

  test('tells of a bad element with its position, number, code and copy, and names the claim', () => {
    const lines = answer(changed('SV1*HC:99213:25', 'SV1*AD:99213:25')).split('~\n');
    expect(lines.slice(5, 10)).toEqual([
      'IK3*SV1*33*2400*8',
      'CTX*CLM01:PCN1',
      'IK4*1:1*235*I6*AD',
      'IK5*R*I5',
      'AK9*R*1*1*0',
    ]);
  });

  test('tells of a missing segment', () => {
    const lines = answer(written(PROFESSIONAL.filter((segment) => segment !== 'N3*1 MAIN ST'))).split('~\n');
    expect(lines.slice(5, 7)).toEqual(['IK3*N3*9*2010AA*3', 'IK5*R*5']);
  });

  test('has one IK3 for all bad elements of a segment', () => {
    const read = readAcknowledgment(
      answer(changed('NM1*85*2', 'NM1*85*Q').replace('*XX*1234567893', '*QQ*1234567893')),
    );
    expect([read.segments, read.elements]).toEqual([1, 2]);
  });

  test('with the profile that accepts errors says E, but refuses what has no sound envelope', () => {
    const element = changed('NM1*85*2', 'NM1*85*Q');
    expect(readAcknowledgment(answer(element, 'accept')).groups[0]).toMatchObject({
      transactions: [{ verdict: 'E', codes: ['5'] }],
      ak9: ['E', '1', '1', '1'],
    });
    const trailer = changed('SE*45*0001', 'SE*45*0002');
    expect(readAcknowledgment(answer(trailer, 'accept')).groups[0].transactions[0]).toMatchObject({
      verdict: 'R',
      codes: ['3'],
    });
  });

  test('accepts a part of a group', () => {
    const set = PROFESSIONAL.slice(2, -2);
    const second = set.map((segment) =>
      segment.replace('ST*837*0001', 'ST*837*0002').replace('SE*45*0001', 'SE*45*0002').replace('DMG*D8', 'DMG*XX'),
    );
    const file = [...PROFESSIONAL.slice(0, 2), ...set, ...second, 'GE*2*101', 'IEA*1*000000101'];
    const { groups } = readAcknowledgment(answer(file.map((segment) => `${segment}~`).join('')));
    expect(groups[0].ak9).toEqual(['P', '2', '2', '1']);
    expect(groups[0].transactions.map(({ verdict }) => verdict)).toEqual(['A', 'R']);
  });

  test('refuses a whole group for an error of its own', () => {
    const { groups } = readAcknowledgment(answer(changed('GE*1*101', 'GE*2*101')));
    expect(groups[0].ak9).toEqual(['R', '2', '1', '0', '5']);
  });

  test('answers each group, and each interchange under a number of its own', () => {
    const group = INSTITUTIONAL.slice(1, -1).map((segment) =>
      segment.replace('*0900*101*X', '*0900*102*X').replace('GE*1*101', 'GE*1*102'),
    );
    const file = [...PROFESSIONAL.slice(0, -1), ...group, 'IEA*2*000000101'].map((segment) => `${segment}~`).join('');
    const second = written(PROFESSIONAL).replaceAll('000000101', '000000102');
    const text = answer(file + second);
    const [first, next] = text.split(/(?=ISA)/);
    expect(readAcknowledgment(first)).toMatchObject({ wellFormed: true, groups: [{ group: '101' }, { group: '102' }] });
    expect(next).toContain('*000000008*0*T*:');
  });

  test('is not answered by another', () => {
    expect(answer(answer(written(PROFESSIONAL)))).toBe('');
  });

  test.each(DAMAGES.map((damage) => [damage.name, damage] as const))(
    'of %s is well formed and complete',
    (_, { segments, counts }) => {
      for (const report of checkStructure(written(segments, counts !== 'kept'))) {
        const read = readAcknowledgment(acknowledge(report, STAMP));
        expect(read.wellFormed).toBe(true);
        if (report.code !== '000') {
          expect(read.ta1).toMatchObject({ verdict: 'R', code: report.code });
          continue;
        }
        const errors = errorsOf([report]).filter(({ ik304 }) => ik304 !== null);
        expect(read.elements).toBe(errors.filter(({ ik403 }) => ik403 !== null).length);
        const [{ transactions }] = report.groups;
        expect(read.groups[0].transactions.map(({ codes }) => codes)).toEqual(
          report.groups[0].supported ? transactions.map(({ codes }) => codes) : [],
        );
        expect(read.groups[0].ak9[0]).toBe(errorsOf([report]).length === 0 ? 'A' : 'R');
      }
    },
  );

  test('is read by node-x12, which compares counts and control numbers', () => {
    const text = answer(changed('SV1*HC:99213:25', 'SV1*AD:99213:25'));
    const [group] = (new X12Parser(true).parse(text) as X12Interchange).functionalGroups;
    expect(group.transactions[0].segments.map(({ tag }) => tag).join(' ')).toBe('AK1 AK2 IK3 CTX IK4 IK5 AK9');
    expect(() => new X12Parser(true).parse(text.replace('SE*9', 'SE*8'))).toThrow(/SE/);
  });
});

describe('a TA1', () => {
  test('accepts or refuses the interchange', () => {
    const [sound] = checkStructure(written(PROFESSIONAL));
    expect(writeTa1(sound, STAMP).split('~\n')[1]).toBe('TA1*000000101*260901*0900*A*000');
    const [bad] = checkStructure(changed('IEA*1*000000101', 'IEA*1*000000999'));
    expect(writeTa1(bad, STAMP).split('~\n').slice(1)).toEqual([
      'TA1*000000101*260901*0900*R*001',
      'IEA*0*000000007',
      '',
    ]);
  });

  test('stands before the 999 where ISA14 asks for it', () => {
    const read = readAcknowledgment(answer(changed('*0*T*:', '*1*T*:')));
    expect(read).toMatchObject({ wellFormed: true, ta1: { verdict: 'A', code: '000' }, groups: [{ group: '101' }] });
  });
});

describe('the writer of segments', () => {
  const head = {
    senderQualifier: 'ZZ',
    sender: 'A',
    receiverQualifier: 'ZZ',
    receiver: 'A NAME OF MORE THAN FIFTEEN',
    date: '20260902',
    time: '1015',
    control: 12,
    usage: 'P',
  };

  test('pads and cuts the ISA to its widths', () => {
    const isa = new InterchangeWriter(head).end().split('\n')[0];
    expect(isa).toHaveLength(106);
    expect(isa.split('*').map((element) => element.length)).toEqual([
      3, 2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 2,
    ]);
  });

  test('leaves no delimiter or control character in a value, and no empty values at the end', () => {
    const writer = new InterchangeWriter(head);
    writer.segment('NTE', 'A*B~C:D^E\nF', ['x:y', '', ''], '', '');
    expect(writer.end().split('\n')[1]).toBe('NTE*A B C D E F*x y~');
  });

  test('refuses delimiters that are the same', () => {
    expect(() => new InterchangeWriter(head, { ...USUAL_DELIMITERS, component: '*' })).toThrow(RangeError);
  });
});
