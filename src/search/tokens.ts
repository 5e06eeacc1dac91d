/** Signs that stand for words, and a slip of CMS's: a replacement that made every "inj" of its Table of Drugs an "IV". */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  // w/o, w/c and the like are one word each.
  [/\b([a-z])\s?\/\s?([a-z])\b/g, '$1$2'],
  [/\bivection/g, 'injection'],
  [/(\d),(?=\d{3}\b)/g, '$1'],
];

/** Words that say nothing of what is looked for. */
const EMPTY: ReadonlySet<string> = new Set(
  'a an and any at be by for from in is it my of on or per the to w with'.split(' '),
);

const MARKS = /[\u0300-\u036f]/g;
/** A hyphenated word, a number, a word. */
const WORD = /[a-z]+(?:-[a-z]+)+|\d+(?:\.\d+)?|\.\d+|[a-z]+/g;

/**
 * The words of a text as they are compared: lower case, without plural, numbers by themselves (`10mg` is `10`, `mg`),
 * the parts of a hyphenated word also as one (`solu-medrol` is `solu`, `medrol`, `solumedrol`).
 */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const piece of plain(text).match(WORD) ?? []) {
    if (/^[\d.]/.test(piece)) words.push(String(Number(piece)));
    else if (piece.includes('-')) {
      for (const part of piece.split('-')) words.push(singular(part));
      words.push(singular(piece.replaceAll('-', '')));
    } else words.push(singular(piece));
  }
  const telling = words.filter((word) => !EMPTY.has(word));
  return telling.length > 0 ? telling : words;
}

function plain(text: string): string {
  let lower = text.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: whether it is ASCII
  if (/[^\x00-\x7f]/.test(lower)) lower = lower.normalize('NFKD').replace(MARKS, '').replaceAll('’', "'");
  if (lower.includes("'")) lower = lower.replace(/'s?\b/g, '');
  for (const [sign, words] of SIGNS) lower = lower.replace(sign, words);
  return lower;
}

/** Without the ending of the plural: that one and many are the same word is all that matters. */
function singular(word: string): string {
  if (word.length <= 3 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
