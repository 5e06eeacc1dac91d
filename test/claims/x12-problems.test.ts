import { describe, expect, test } from 'vitest';
import { problemCodes, readBytes, readText } from '../support/coded.ts';

const ISA =
  'ISA*00*          *00*          *ZZ*SUBMITTER01    *ZZ*PAYER01        *240701*0900*^*00501*000000101*0*T*:~';
const GS = 'GS*HC*SUBMITTER01*PAYER01*20240701*0900*101*X*005010X222A1~';
const ST = 'ST*837*0001*005010X222A1~';
const HEAD = 'BHT*0019*00*B1*20240701*0900*CH~';
const BILLING = 'HL*1**20*1~NM1*85*2*EXAMPLE CLINIC*****XX*1234567893~';
const SUBSCRIBER = 'HL*2*1*22*0~SBR*P*18*******MB~NM1*IL*1*SAMPLE*PAT****MI*1EG4TE5MK73~';
const CLM = 'CLM*A1*120***11:B:1*Y*A*Y*Y~HI*ABK:I10~';
const LINE = 'LX*1~SV1*HC:99213*120*UN*1***1~DTP*472*D8*20240701~';
const LEVELS = HEAD + BILLING + SUBSCRIBER;

/** ST to SE with the right count. */
const transaction = (body: string, st = ST): string => {
  const segments = (st + body).split('~').length;
  return `${st}${body}SE*${segments}*0001~`;
};
const interchange = (...transactions: string[]): string =>
  `${ISA}${GS}${transactions.join('')}GE*${transactions.length}*101~IEA*1*000000101~`;
const GOOD = transaction(LEVELS + CLM + LINE);

describe('an 837P as it should be', () => {
  test('is read without a problem', () => {
    const { claims, problems } = readText(interchange(GOOD));
    expect(problems).toEqual([]);
    expect(claims).toMatchObject([
      { id: 'A1', lines: [{ code: '99213', units: 1, from: '2024-07-01', charge: 12000 }] },
    ]);
  });

  test.each([
    ['lines between segments', (text: string) => text.replaceAll('~', '~\r\n\r\n  ')],
    ['blank lines before and after', (text: string) => `\n\r\n ${text}\n\n\n`],
    ['a byte-order mark', (text: string) => `\ufeff${text}`],
    ['a narrow ISA', (text: string) => text.replace('          *00', '         *00')],
    ['a wide ISA', (text: string) => text.replace('PAYER01        ', 'PAYER01          ')],
    ['an ISA without padding', (text: string) => text.replace(/ISA.*?:~/, (isa) => isa.replaceAll(' ', ''))],
    ['an ISA with an element too few', (text: string) => text.replace('*0*T*:~', '*T*:~').replace('000000101~', '0~')],
    ['no terminator at the very end', (text: string) => text.slice(0, -1)],
    ['no terminator but a line break', (text: string) => `${text.slice(0, -1)}\n`],
    ['another version of the guide', (text: string) => text.replaceAll('X222A1', 'X222A2')],
    ['the guide of the group alone', (text: string) => text.replace('*0001*005010X222A1', '*0001')],
  ])('%s is tolerated', (_, change) => {
    const { claims, problems } = readText(change(interchange(GOOD)));
    // ISA13 stands elsewhere where an element is missing.
    expect(problems.filter(({ code }) => code !== 'x12-control-number')).toEqual([]);
    expect(claims).toHaveLength(1);
    expect(claims[0].lines).toHaveLength(1);
  });

  test('with many interchanges, groups and transactions', () => {
    const { claims, problems } = readText(`${interchange(GOOD, GOOD)}\n${interchange(GOOD)}${interchange(GOOD)}`);
    expect(problems).toEqual([]);
    expect(claims).toHaveLength(4);
  });

  test('with other delimiters in the second interchange', () => {
    const other = interchange(GOOD).replaceAll('*', '|').replaceAll(':', '>').replaceAll('~', '\n');
    const { claims, problems } = readText(interchange(GOOD) + other);
    expect(problems).toEqual([]);
    expect(claims.map(({ lines }) => lines[0].code)).toEqual(['99213', '99213']);
  });
});

describe('each fault is told, and the claims that can be read are', () => {
  test.each<[string, string, string[], number]>([
    ['cut inside a segment', interchange(GOOD).slice(0, -60), ['x12-cut'], 0],
    ['cut in the second claim', (ISA + GS + ST + LEVELS + CLM + LINE + CLM + LINE).slice(0, -5), ['x12-cut'], 1],
    ['cut after a segment of a claim', ISA + GS + ST + LEVELS + CLM + LINE, ['x12-cut'], 0],
    ['without GE and IEA', ISA + GS + GOOD, ['x12-cut'], 1],
    ['without IEA', `${ISA}${GS}${GOOD}GE*1*101~`, ['x12-cut'], 1],
    ['without SE', `${ISA}${GS}${ST}${LEVELS}${CLM}${LINE}GE*1*101~IEA*1*000000101~`, ['x12-envelope'], 1],
    ['a wrong SE count', interchange(GOOD.replace(/SE\*\d+/, 'SE*14')), ['x12-count'], 1],
    ['an SE count of letters', interchange(GOOD.replace(/SE\*\d+/, 'SE*XX')), ['x12-count'], 1],
    ['a wrong GE count', interchange(GOOD).replace('GE*1*', 'GE*2*'), ['x12-count'], 1],
    ['a wrong IEA count', interchange(GOOD).replace('IEA*1', 'IEA*7'), ['x12-count'], 1],
    ['another SE02', interchange(GOOD.replace(/(SE\*\d+\*)0001/, '$10002')), ['x12-control-number'], 1],
    ['another GE02', interchange(GOOD).replace('GE*1*101', 'GE*1*102'), ['x12-control-number'], 1],
    ['another IEA02', interchange(GOOD).replace('IEA*1*000000101', 'IEA*1*000000102'), ['x12-control-number'], 1],
    ['a claim without lines', interchange(transaction(LEVELS + CLM + CLM + LINE)), ['claim-without-lines'], 1],
    ['a claim without id', interchange(transaction(LEVELS + CLM.replace('A1', '') + LINE)), ['claim-without-id'], 1],
    ['a line before any claim', interchange(transaction(LEVELS + LINE + CLM + LINE)), ['x12-loop'], 1],
    [
      'a line number of letters',
      interchange(transaction(LEVELS + CLM + LINE.replace('LX*1', 'LX*A'))),
      ['x12-line-number'],
      1,
    ],
    ['a line without LX', interchange(transaction(LEVELS + CLM + LINE.replace('LX*1~', ''))), ['x12-line-number'], 1],
    [
      'a charge of letters',
      interchange(transaction(LEVELS + CLM + LINE.replace('*120*', '*12O*'))),
      ['claim-amount'],
      1,
    ],
    [
      'a charge of three decimals',
      interchange(transaction(LEVELS + CLM + LINE.replace('*120*', '*1.205*'))),
      ['claim-amount'],
      1,
    ],
    [
      'another component separator',
      interchange(transaction(LEVELS + CLM + LINE).replaceAll(':', '>')),
      ['x12-separator'],
      1,
    ],
    ['a segment that is none', interchange(transaction(`${LEVELS}${CLM}FOO*1~${LINE}`)), ['x12-segment'], 1],
    ['a segment without id', interchange(transaction(`${LEVELS}${CLM}*1~${LINE}`)), ['x12-segment'], 1],
    [
      'a level with the wrong parent',
      interchange(transaction(LEVELS.replace('HL*2*1', 'HL*2*9') + CLM + LINE)),
      ['x12-hierarchy'],
      1,
    ],
    ['no ISA', interchange(GOOD).slice(ISA.length), ['x12-no-isa'], 1],
    ['neither ISA nor GS', GOOD, ['x12-no-isa'], 1],
    ['text before ISA', `Dear payer,\nsee below\n${interchange(GOOD)}`, ['x12-no-isa'], 1],
    ['text between interchanges', `${interchange(GOOD)}and then\n${interchange(GOOD)}`, ['x12-no-isa'], 2],
    ['ISA that names no delimiters', `ISA*00*HELLO~${interchange(GOOD)}`, ['x12-isa'], 1],
    ['two ISA', ISA + interchange(GOOD), ['x12-envelope'], 1],
    ['SE alone', interchange(`${GOOD}SE*1*0001~`), ['x12-envelope'], 1],
  ])('%s', (_, text, codes, claims) => {
    const reading = readText(text);
    expect(problemCodes(reading)).toEqual(codes);
    expect(reading.claims).toHaveLength(claims);
  });

  test('a component separator that has been used is kept', () => {
    const odd = LINE.replace('HC:99213', 'HC>99213');
    const reading = readText(interchange(transaction(LEVELS + CLM + odd + LINE.replace('LX*1', 'LX*2'))));
    expect(reading.problems).toEqual([]);
    expect(reading.claims[0].lines.map(({ code }) => code)).toEqual(['', '99213']);
  });

  test('names the segment and the byte', () => {
    const text = interchange(transaction(LEVELS + CLM + LINE + CLM + LINE + CLM));
    const [problem] = readText(text).problems;
    expect(problem).toMatchObject({ code: 'claim-without-lines', offset: text.lastIndexOf('CLM'), segment: 20 });
  });

  test('carries no personal data', () => {
    const bad = transaction(`${LEVELS}${CLM}${LINE.replace('*120*', '*SECRET*')}`);
    expect(JSON.stringify(readText(interchange(bad)).problems)).not.toMatch(/SECRET|SAMPLE|1EG4/);
  });
});

describe('other transactions', () => {
  const other = (set: string, guide: string) => transaction('CLM*X1*1~LX*1~', `ST*${set}*0001*${guide}~`);

  test.each([
    ['837', '005010X224A2', 'dental'],
    ['837', '004010X098A1', '4010'],
    ['837', '005010X999', 'another guide'],
    ['835', '005010X221A1', 'remittance'],
    ['277', '005010X214', '277'],
    ['999', '005010X231A1', '999'],
    ['123', '', 'unknown kind'],
  ])('%s %s is named and passed over, its neighbours are read', (set, guide, word) => {
    const reading = readText(interchange(GOOD, other(set, guide || 'X'), GOOD));
    expect(reading.claims).toHaveLength(2);
    expect(reading.problems).toMatchObject([{ code: 'x12-not-837p', message: expect.stringContaining(word) }]);
  });

  test('TA1 is named', () => {
    const reading = readText(`${ISA}TA1*000000905*240701*0900*R*006~IEA*0*000000101~`);
    expect(problemCodes(reading)).toEqual(['x12-not-837p']);
  });
});

describe('files that hold nothing to read', () => {
  test.each<[string, Uint8Array | string, string]>([
    ['no bytes', '', 'no-claims'],
    ['blanks', ' \r\n\t\n', 'no-claims'],
    ['envelopes alone', interchange(), 'no-claims'],
    ['forty bytes', ISA.slice(0, 40), 'x12-isa'],
    ['prose', 'There is nothing to see here.', 'claims-unknown-format'],
    ['noise', Uint8Array.from({ length: 3000 }, (_, i) => (i * i * 31 + 200) % 253), 'claims-unknown-format'],
    ['UTF-16 with its mark', new Uint8Array(Buffer.from(`\ufeff${ISA}`, 'utf16le')), 'claims-utf-16'],
    ['UTF-16 without it', new Uint8Array(Buffer.from(ISA, 'utf16le')), 'claims-utf-16'],
  ])('%s', (_, input, code) => {
    const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
    const reading = readBytes(bytes);
    expect(problemCodes(reading)).toEqual([code]);
    expect(reading.claims).toEqual([]);
  });
});

describe('a claim or segment without end', () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  const padding = 'K3*X~';

  test('a claim over the limit is dropped, the next one read', () => {
    const huge = CLM + padding.repeat(4_000_000) + LINE;
    const reading = readBytes(encode(interchange(transaction(LEVELS + huge + CLM + LINE))));
    expect(problemCodes(reading)).toEqual(['claim-too-large']);
    expect(reading.claims).toHaveLength(1);
  });

  test('a segment over the limit ends the interchange, the next one is read', () => {
    const text = `${ISA}${GS}${ST}${LEVELS}${CLM}NTE*ADD*${'X'.repeat(40_000_000)}~${interchange(GOOD)}`;
    const reading = readBytes(encode(text));
    expect(problemCodes(reading)).toEqual(['claim-too-large', 'x12-segment-too-long']);
    expect(reading.claims).toHaveLength(1);
  });
});

describe('values as edits will see them', () => {
  const line = (sv1: string, dtp = 'DTP*472*D8*20240701~') =>
    readText(interchange(transaction(`${LEVELS}${CLM}LX*1~${sv1}~${dtp}`))).claims[0].lines[0];

  test.each<[string, object]>([
    ['SV1*HC:j0135:rt*1*UN*1', { code: 'j0135', modifiers: ['rt'] }],
    ['SV1*HC: 99213 : 25 *1*UN*1', { code: '99213', modifiers: ['25'] }],
    ['SV1*HC:99213:25:59:76:77:91*1*UN*1', { modifiers: ['25', '59', '76', '77', '91'], description: '' }],
    ['SV1*HC:99213:25:59:76:77:91:XS*1*UN*1', { modifiers: ['25', '59', '76', '77', '91', 'XS'] }],
    ['SV1*HC:99213:25:59:76:77:TUBE*1*UN*1', { modifiers: ['25', '59', '76', '77'], description: 'TUBE' }],
    ['SV1*HC:J3490:::::O2*1*UN*1', { modifiers: [], description: 'O2' }],
    ['SV1*HC:99213::59*1*UN*1', { modifiers: ['', '59'] }],
    ['SV1*HC:99213*1*UN*0', { units: 0 }],
    ['SV1*HC:99213*1*UN*-3', { units: -3 }],
    ['SV1*HC:99213*1*UN*1.5', { units: 1.5 }],
    ['SV1*HC:99213*1*UN*1000000000', { units: 1e9 }],
    ['SV1*HC:99213*1*UN*1,5', { units: null }],
    ['SV1*HC:99213*1*UN*', { units: null }],
    ['SV1*HC:99213*0.29*UN*1', { charge: 29 }],
    ['SV1*HC:99213*1.1*UN*1', { charge: 110 }],
    ['SV1*HC:99213*4503599627370.97*UN*1', { charge: 450_359_962_737_097 }],
    ['SV1*HC*1*UN*1', { code: '', charge: 100 }],
    ['SV1**1*UN*1', { code: '', charge: 100 }],
    ['SV1', { code: '', charge: null }],
  ])('%s', (sv1, expected) => {
    expect(line(sv1)).toMatchObject(expected);
  });

  test.each([
    ['DTP*472*D8*20240230~', null, null],
    ['DTP*472*D8*2024070~', null, null],
    ['DTP*472*D8*~', null, null],
    ['DTP*472~', null, null],
    ['DTP*471*D8*20240701~', null, null],
    ['DTP*472*RD8*20240701-20240705~', '2024-07-01', '2024-07-05'],
    ['DTP*472*RD8*20240701-20240732~', '2024-07-01', null],
    ['DTP*472*RD8*20240732-20240705~', null, null],
    ['DTP*472*D8*20240702~DTP*472*D8*20240703~', '2024-07-02', '2024-07-02'],
    ['DTP*472*D8*99999999~DTP*472*D8*20240703~', '2024-07-03', '2024-07-03'],
  ])('%s', (dtp, from, to) => {
    expect(line('SV1*HC:99213*1*UN*1', dtp)).toMatchObject({ from, to });
  });
});
