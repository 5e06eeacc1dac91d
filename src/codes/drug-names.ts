import type { Mention } from './drug-mentions.ts';
import { FORMS, LEAD, NO_BRAND, NOT_CLASSIFIED, ROUTES } from './drug-words.ts';

/** The names in a drug's descriptor. */
export interface DrugNames {
  readonly substance: string;
  /** The substances of a combination, one for a single drug. */
  readonly parts: readonly string[];
  readonly brands: readonly string[];
}

/** Words after which a substance's name has ended. */
const END_OF_NAME =
  / (?:for|through|administered|containing|provided|via|per|used|not|intended|to be|code may|up to|less than|greater than|over|biosimilar)\b.*$/;
const JOINED = / and | with |(?<=[a-z)] ?)\/(?=[a-z])/;

/**
 * Finds the substance: what is left of the first part between commas when amounts, parentheses, and the words for
 * how it is given are taken away.
 *
 * @param text lower case
 */
export function nameOf(text: string, mentions: readonly Mention[]): DrugNames {
  const { outside, inside } = withoutParentheses(blanked(text, mentions));
  const segments = outside
    .replace(LEAD, '')
    // `ocrelizumab, 1 mg and hyaluronidase-ocsq`: with the amount gone, the comma parts what belongs together.
    .replace(/, +and /g, ' and ')
    .split(/[,;]/)
    .map((segment) => cleaned(segment))
    .filter((segment) => segment !== '' && segment.replace(NOT_CLASSIFIED, '') !== '');
  const parts = combination(segments, mentions) ?? (segments[0] ?? '').split(JOINED).map(cleaned);
  return {
    substance: parts.length > 1 ? parts.join(' and ') : (parts[0] ?? ''),
    parts: parts.filter((part) => part !== ''),
    brands: inside.filter((words) => words !== '' && words.length < 40 && !NO_BRAND.test(words)),
  };
}

/** `imipenem 4 mg, cilastatin 4 mg and relebactam 2 mg`: names that a comma parts, each with its amount. */
function combination(segments: readonly string[], mentions: readonly Mention[]): string[] | null {
  const joinedAt = segments.findIndex((segment) => JOINED.test(segment));
  const amounts = mentions.filter(({ inParentheses }) => !inParentheses).length;
  if (joinedAt < 1 || amounts < joinedAt + 2) return null;
  return segments
    .slice(0, joinedAt + 1)
    .flatMap((segment) => segment.split(JOINED))
    .map(cleaned);
}

/** The amounts taken out, so that `1 mg daunorubicin` and `daunorubicin 1 mg` leave the same. */
function blanked(text: string, mentions: readonly Mention[]): string {
  let left = '';
  let end = 0;
  for (const mention of mentions) {
    if (mention.start < end) continue;
    // What comes after the billing unit is said of it, not of the substance.
    left += `${text.slice(end, mention.start)}${mention.isPer ? ', ' : ' '}`;
    end = mention.end;
  }
  return left + text.slice(end);
}

function withoutParentheses(text: string): { outside: string; inside: string[] } {
  const inside: string[] = [];
  let outside = text;
  for (let before = ''; before !== outside; ) {
    before = outside;
    // What is attached to a word is part of it: `f(ab)2`, `capsule(s)`.
    outside = outside.replace(/(?<![a-z])\(([^()]*)\)/g, (_, words: string) => {
      inside.push(words.trim());
      return ' ';
    });
  }
  return { outside, inside };
}

const AROUND = [...ROUTES, ...FORMS].filter((word) => word !== 'liposomal' && word !== 'pegylated');
const FROM_HERE = new RegExp(`(?:^| )(?:${AROUND.join('|')}|iv)s?(?= |$).*$`);

const cleaned = (segment: string): string =>
  segment
    .replace(/\s+/g, ' ')
    .replaceAll(' -', '-')
    .trim()
    .replace(END_OF_NAME, '')
    .replace(/ [\d.]+ ?m?c?g$/, '')
    .replace(FROM_HERE, '')
    .replace(/ injection$/, '')
    .replace(/^(?:inj|liposomal)\b\.?/, '')
    .replace(/^[\s/.-]+|[\s/-]+$/g, '')
    .trim();

/** The words of a list that a text has, as whole words; a pattern is made only of those that are in it at all. */
export const wordsIn = (text: string, words: readonly string[]): string[] =>
  words.filter((word) => text.includes(word) && new RegExp(`(?<![\\w-])${word}s?(?![\\w-])`).test(text));
