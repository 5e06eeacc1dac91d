import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCode } from '../../src/codes/code.ts';
import { packCodeText } from '../../src/codes/packed.ts';
import { SHAPE_MALFORMED, shapeOf } from '../../src/codes/packed-shape.ts';

const AMA = 'AMA CPT Editorial Panel';

describe('what a text is as a code', () => {
  it.each([
    ['99213', 'I', 'I', AMA],
    ['0001F', 'I', 'II', AMA],
    ['0042T', 'I', 'III', AMA],
    ['0001U', 'I', 'PLA', AMA],
    ['0002M', 'I', 'MAAA', AMA],
    ['0001A', 'I', 'vaccine administration', AMA],
    ['J0135', 'II', 'J', 'CMS'],
    ['U0002', 'II', 'U', 'CMS'],
    ['D0120', 'II', 'D', 'ADA'],
  ])('%s is level %s, category %s, kept by %s', (code, level, category, steward) => {
    expect(parseCode(code)).toMatchObject({ kind: 'procedure', code, level, category, steward });
  });

  it('names the section of a Level II code', () => {
    expect(parseCode('E1399')).toMatchObject({ section: 'Durable medical equipment' });
  });

  it.each([
    ['59', 'I', AMA],
    ['95', 'I', AMA],
    ['P3', 'I', AMA],
    ['RT', 'II', 'CMS'],
    ['XE', 'II', 'CMS'],
    ['JZ', 'II', 'CMS'],
  ])('%s is a modifier of level %s', (code, level, steward) => {
    expect(parseCode(code)).toMatchObject({ kind: 'modifier', code, level, steward });
  });

  it.each([
    [' j0135 ', 'J0135'],
    ['J 0135', 'J0135'],
    ['0042t', '0042T'],
    ['\tlt\n', 'LT'],
  ])('normalises %j', (text, code) => {
    expect(parseCode(text)).toMatchObject({ code });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['J013', 'length'],
    ['J01355', 'length'],
    ['J0-35', 'characters'],
    ['Ü0135', 'characters'],
    ['J013O', 'digits'],
    ['9921X', 'ending'],
    ['99A13', 'digits'],
    ['F0123', 'letter'],
    ['Z0123', 'letter'],
  ])('rejects %j: %s', (text, reason) => {
    const code = parseCode(text);
    expect(code).toMatchObject({ kind: 'invalid', reason });
    expect(code.kind === 'invalid' && code.message).toMatch(/\.$/);
  });

  it('agrees with the shape of the packed code for every text of five letters and digits', () => {
    const five = fc.string({
      unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
      minLength: 5,
      maxLength: 5,
    });
    fc.assert(
      fc.property(five, (text) => {
        expect(parseCode(text).kind === 'invalid').toBe(shapeOf(packCodeText(text)) === SHAPE_MALFORMED);
      }),
      { numRuns: 5_000 },
    );
  });

  it('never throws and never shows an unbounded text back', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3_000 }), (text) => {
        const code = parseCode(text);
        if (code.kind === 'invalid') expect(code.message.length).toBeLessThan(160);
      }),
    );
  });
});
