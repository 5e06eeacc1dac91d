import { describe, expect, it } from 'vitest';
import { type TermRow, vocabularyOf } from '../../src/search/index.ts';
import type { Phrase } from '../../src/search/vocabulary.ts';

const row = (term: string, codes: string, see = ''): TermRow => ({ term, codes, see });

const ROWS = [
  row('Infliximab, IVection', 'J1745'),
  row('Remicade', '', 'Infliximab, IVection'),
  row('Old name', '', 'Remicade'),
  row('Factor IX (recombinant)', 'J7195'),
  row('Factor IX (purified, non-recombinant)', 'J7193'),
  row('Benefix', '', 'Factor IX, recombinant'),
  row('Succinylcholine chloride', 'J0330'),
  row('Surostrin', '', 'Succinycholine chloride'),
  row('Metaproterenol sulfate, unit dose form', 'J7669'),
  row('Alupent', '', 'Metaproterenol sulfate or Metaproterenol, compounded'),
  row('Round', '', 'Trip'),
  row('Trip', '', 'Round'),
  row('Gone', '', 'Nothing at all'),
];

const phrase = (text: string): Phrase | undefined =>
  vocabularyOf([{ name: 'drugs', edition: '2018', rows: ROWS }], []).phrases.find((one) => one.text === text);

describe('a brand name has the codes of the name it refers to', () => {
  it.each([
    ['directly', 'Remicade', 'J1745', 'Infliximab'],
    ['along a chain', 'Old name', 'J1745', 'Infliximab'],
    ['where the row has more words, the row with the fewest more', 'Benefix', 'J7195', 'Factor IX'],
    ['over a slip of the pen', 'Surostrin', 'J0330', 'Succinylcholine chloride'],
    ['where one of two names has a row', 'Alupent', 'J7669', 'Metaproterenol sulfate'],
  ])('%s', (_, brand, codes, meant) => {
    expect(phrase(brand)).toMatchObject({ codes, meant, from: 'drugs', edition: '2018' });
  });

  it.each(['Round', 'Gone'])('%s leads nowhere, and ends', (brand) => {
    expect(phrase(brand)?.codes).toBe('');
  });
});

it('what two editions say alike is there once, from the first', () => {
  const rows = [row('Cane', 'E0100')];
  const { phrases } = vocabularyOf(
    [
      { name: 'index', edition: '2018', rows: [...rows, row('Walker', 'E0143')] },
      { name: 'index', edition: '2017', rows: [...rows, row('Walker', 'E0130')] },
    ],
    [],
  );
  const of = (text: string) => phrases.filter((one) => one.from === 'index' && one.text === text);
  expect(of('Cane').map(({ edition }) => edition)).toEqual(['2018']);
  expect(of('Walker').map(({ edition }) => edition)).toEqual(['2018', '2017']);
});
