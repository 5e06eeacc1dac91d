import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryClaim } from '../support/arbitrary-claim.ts';
import { problemCodes, readText } from '../support/coded.ts';

const minimal = (id: string) => ({ id, lines: [{ code: 'J0135', units: 2, from: '2024-07-01' }] });
const text = JSON.stringify;

describe('JSON claims', () => {
  test('the smallest claim gets every default', () => {
    const { claims, problems } = readText(text(minimal('A1')));
    expect(problems).toEqual([]);
    expect(claims).toEqual([
      {
        id: 'A1',
        type: 'professional',
        setting: 'professional',
        frequency: '1',
        originalReference: '',
        placeOfService: '',
        charge: null,
        billingProvider: { npi: null, identifier: null, taxonomy: null, name: '' },
        renderingProvider: null,
        referringProvider: null,
        subscriber: { memberId: '', lastName: '', firstName: '', birthDate: null, sex: null },
        patient: null,
        payer: null,
        diagnoses: [],
        institutional: null,
        lines: [
          {
            number: 1,
            revenueCode: '',
            code: 'J0135',
            qualifier: 'HC',
            modifiers: [],
            description: '',
            units: 2,
            unitBasis: 'UN',
            charge: null,
            from: '2024-07-01',
            to: '2024-07-01',
            placeOfService: '',
            diagnosisPointers: [],
            renderingProvider: null,
            drug: null,
            controlNumber: '',
          },
        ],
        place: { line: 1, offset: 0 },
      },
    ]);
  });

  const three = ['A1', 'A2', 'A3'].map(minimal);
  test.each([
    ['a list', text(three)],
    ['a list over lines', text(three, null, 2)],
    ['a list without indentation', `[\n${three.map((one) => text(one)).join(',\n')}\n]`],
    ['an object with claims', text({ note: 'x', claims: three, more: { claims: [1] } })],
    ['an object with claims over lines', text({ claims: three }, null, 2)],
    ['a claim a line', three.map((one) => text(one)).join('\n')],
    ['a claim a line, blank lines, CRLF', `\r\n${three.map((one) => text(one)).join('\r\n\r\n')}\r\n`],
    ['claims one after the other over lines', three.map((one) => text(one, null, 2)).join('\n')],
    ['a byte-order mark', `\ufeff${text(three)}`],
  ])('%s', (_, input) => {
    const { claims, problems } = readText(input);
    expect(problems).toEqual([]);
    expect(claims.map(({ id }) => id)).toEqual(['A1', 'A2', 'A3']);
  });

  test.each<[object, object]>([
    [{ modifiers: '25,59' }, { modifiers: ['25', '59'] }],
    [{ modifiers: '59, RT' }, { modifiers: ['59', 'RT'] }],
    [{ modifiers: ['25', '', '59', ''] }, { modifiers: ['25', '', '59'] }],
    [{ modifiers: ['1', '2', '3', '4', '5', '6', '7'] }, { modifiers: ['1', '2', '3', '4', '5', '6', '7'] }],
    [{ charge: '120.5' }, { charge: 12050 }],
    [{ charge: 0.29 }, { charge: 29 }],
    [{ units: '1.5' }, { units: 1.5 }],
    [{ units: -1 }, { units: -1 }],
    [{ units: 1e300 }, { units: 1e300 }],
    [{ units: 1e-7 }, { units: 1e-7 }],
    [{ units: '1.5E+3' }, { units: 1500 }],
    [{ units: null }, { units: null }],
    [
      { from: '20240701', to: '2024-07-03' },
      { from: '2024-07-01', to: '2024-07-03' },
    ],
    [{ from: '2024-02-30' }, { from: null, to: null }],
    [{ diagnosisPointers: 'AB' }, { diagnosisPointers: [1, 2] }],
    [{ diagnosisPointers: '1:3' }, { diagnosisPointers: [1, 3] }],
    [{ renderingProvider: '1234567893' }, { renderingProvider: { npi: '1234567893', identifier: null } }],
    [{ renderingProvider: 'X7' }, { renderingProvider: { npi: null, identifier: 'X7' } }],
    [{ drug: { ndc: '00409379501', quantity: 1.5, unit: 'ML' } }, { drug: { ndc: '00409379501', quantity: 1.5 } }],
  ])('line %j', (fields, expected) => {
    const { claims, problems } = readText(
      text({ id: 'A1', lines: [{ code: 'J0135', from: '2024-07-01', ...fields }] }),
    );
    expect(problems).toEqual([]);
    expect(claims[0].lines[0]).toMatchObject(expected);
  });

  test.each<[string, unknown, string, RegExp]>([
    ['no id', { lines: [{}] }, 'claim-without-id', /id/],
    ['an empty id', { ...minimal(' ') }, 'claim-value', /id is empty/],
    ['no lines', { id: 'A1' }, 'claim-without-lines', /lines/],
    ['an empty list of lines', { id: 'A1', lines: [] }, 'claim-without-lines', /lines is empty/],
    ['units of letters', { id: 'A1', lines: [{ units: 'two' }] }, 'claim-value', /lines\[0\]\.units is not a number/],
    ['units that no double holds', { id: 'A1', lines: [{ units: '1e999' }] }, 'claim-value', /units is not a number/],
    ['a date of letters', { id: 'A1', lines: [{ from: 'July' }] }, 'claim-value', /lines\[0\]\.from is not a date/],
    ['a charge of 3 decimals', { id: 'A1', lines: [{ charge: 1.234 }] }, 'claim-value', /charge is not an amount/],
    ['a misspelt field', { id: 'A1', lines: [{ unit: 2 }] }, 'claim-value', /unknown field "unit"/],
    ['a line that is none', { id: 'A1', lines: [null] }, 'claim-value', /lines\[0\]/],
    ['a list for a code', { id: 'A1', lines: [{ code: ['J0135'] }] }, 'claim-value', /lines\[0\]\.code/],
    ['a number', 7, 'claim-value', /object/],
    ['a list in the list', [minimal('B1')], 'claim-value', /object/],
    ['null', null, 'claim-value', /object/],
    ['a FHIR claim', { resourceType: 'Claim', id: 'A1' }, 'json-fhir', /FHIR/],
  ])('%s is told, the claims beside it are read', (_, value, code, message) => {
    const reading = readText(text([minimal('A1'), value, minimal('A3')]));
    expect(reading.claims.map(({ id }) => id)).toEqual(['A1', 'A3']);
    expect(reading.problems).toMatchObject([{ code, message: expect.stringMatching(message), line: 1 }]);
    expect(reading.problems[0].message).toContain(code === 'json-fhir' ? 'FHIR' : 'Claim 2');
  });

  test.each([
    [
      'a broken line among lines',
      `${text(minimal('A1'))}\n{"id": "A2", "lines": [}\n${text(minimal('A3'))}`,
      ['A1', 'A3'],
      2,
    ],
    ['a broken first line', `{"id": "A0", "lines": [}\n${text(minimal('A1'))}`, ['A1'], 1],
    ['an unclosed first line', `{"id": "A0", "lines": [{"code": "J01\n${text(minimal('A1'))}`, ['A1'], 1],
    ['a broken element', `[${text(minimal('A1'))},\n{"id":"A2",},\n${text(minimal('A3'))}]`, ['A1', 'A3'], 2],
    ['words in the list', `[${text(minimal('A1'))}, nothing, ${text(minimal('A3'))}]`, ['A1', 'A3'], 1],
    ['a list that does not end', `[${text(minimal('A1'))},\n{"id":"A2"`, ['A1'], 2],
    ['a closing bracket too many', `${text(minimal('A1'))}]`, ['A1'], 1],
    ['nesting without end', `[${text(minimal('A1'))},${'['.repeat(200)}${']'.repeat(200)}]`, ['A1'], 1],
  ])('%s', (_, input, ids, line) => {
    const reading = readText(input);
    expect(reading.claims.map(({ id }) => id)).toEqual(ids);
    expect(problemCodes(reading)).toEqual(['json-syntax']);
    expect(reading.problems[0].line).toBe(line);
  });

  test('a claim over the limit is dropped, the next one read', () => {
    const huge = `{"id":"A1","lines":[{"code":"${'X'.repeat(17_000_000)}"}]}`;
    const inList = readText(`[${huge},${text(minimal('A2'))}]`);
    const byLine = readText(`${text(minimal('A0'))}\n${huge}\n${text(minimal('A2'))}`);
    expect(problemCodes(inList)).toEqual(['claim-too-large']);
    expect(problemCodes(byLine)).toEqual(['claim-too-large']);
    expect([...inList.claims, ...byLine.claims].map(({ id }) => id)).toEqual(['A2', 'A0', 'A2']);
  });

  test('no personal data in problems', () => {
    const { problems } = readText('{"id":"A1","subscriber":{"lastName":"SECRET","birthDate":"SECRET"},"lines":[}');
    expect(text(problems)).not.toContain('SECRET');
  });

  test('any claim written as JSON in dollars is the same claim', () => {
    const dollars = (cents: number | null) => (cents === null ? null : (cents / 100).toFixed(2));
    fc.assert(
      fc.property(arbitraryClaim, (claim) => {
        // Trailing cents are exact below 2^53 / 100 alone when they pass through a division.
        const lines = claim.lines.map((line) => ({ ...line, charge: dollars(line.charge) }));
        const { claims, problems } = readText(text({ ...claim, charge: dollars(claim.charge), lines }));
        expect(problems).toEqual([]);
        expect(claims).toEqual([{ ...claim, place: { line: 1, offset: 0 } }]);
      }),
      { numRuns: 200 },
    );
  });
});
