import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossReference, crossReferences, type Standing, successorsOf } from '../../src/codes/cross-references.ts';

describe('cross-references', () => {
  it.each([
    ['A0425', { kind: 'code', code: 'A0425' }],
    ['99406', { kind: 'code', code: '99406' }],
    ['QM', { kind: 'modifier', code: 'QM' }],
    ['CPT', { kind: 'text', text: 'CPT' }],
    ['A0425-A0429', { kind: 'range', first: 'A0425', last: 'A0429' }],
    ['A0429-A0425', { kind: 'text', text: 'A0429-A0425' }],
    ['see A0425', { kind: 'text', text: 'see A0425' }],
  ])('%s', (text, expected) => {
    expect(crossReference(text)).toEqual(expected);
  });

  it('come in the order printed, blanks left out', () => {
    const read = crossReferences({ crossReference1: 'J1940', crossReference2: '', crossReference3: 'CPT' });
    expect(read.map(({ kind }) => kind)).toEqual(['code', 'text']);
  });
});

describe('successors', () => {
  const known =
    (standings: Record<string, [string, ...string[]]>) =>
    (code: string): Standing => {
      const [status, ...refersTo] = standings[code] ?? ['unknown'];
      return { status, refersTo };
    };
  const codes = (standings: Record<string, [string, ...string[]]>) =>
    successorsOf('A', known(standings)).map(({ code, status, from }) => `${from}>${code} ${status}`);

  it('are followed while they have ended', () => {
    expect(
      codes({ A: ['terminated', 'B'], B: ['terminated', 'C', 'D'], C: ['valid', 'E'], D: ['not-loaded'] }),
    ).toEqual(['A>B terminated', 'B>C valid', 'B>D not-loaded']);
  });

  it('are named once where codes refer to each other', () => {
    expect(codes({ A: ['terminated', 'B', 'A'], B: ['terminated', 'A'] })).toEqual(['A>B terminated']);
  });

  it('end on any graph of references', () => {
    const graph = fc.dictionary(
      fc.constantFrom('A', 'B', 'C', 'D', 'E'),
      fc.array(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { maxLength: 5 }),
    );
    fc.assert(
      fc.property(graph, (edges) => {
        const found = successorsOf('A', (code) => ({ status: 'terminated', refersTo: edges[code] ?? [] }));
        expect(new Set(found.map(({ code }) => code)).size).toBe(found.length);
        expect(found.map(({ code }) => code)).not.toContain('A');
      }),
    );
  });
});
