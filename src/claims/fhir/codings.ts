import type { Part } from './part.ts';
import { type SystemKind, systemOf } from './systems.ts';

/** A coding whose system is known, or which names none. */
export interface Coding {
  readonly kind: SystemKind | null;
  readonly rank: number;
  readonly system: string;
  readonly code: string;
}

/** The codings of a concept that have a code, in their order. */
export const codingsOf = (concept: Part): readonly Coding[] =>
  concept.list('coding').flatMap((part) => {
    const code = part.text('code');
    const system = part.text('system');
    const known = systemOf(system);
    return code === '' ? [] : [{ kind: known?.kind ?? null, rank: known?.rank ?? 0, system, code }];
  });

/** The code that a concept has in a system, by the best of its addresses; '' where it has none. */
export const codeIn = (concept: Part, ...kinds: readonly SystemKind[]): string => bestOf(codingsOf(concept), kinds);

/** The code of the first of the kinds that there is, by the best of its addresses; '' where there is none. */
export function bestOf(codings: readonly Coding[], kinds: readonly SystemKind[]): string {
  for (const wanted of kinds) {
    const [best] = codings.filter(({ kind }) => kind === wanted).sort((a, b) => a.rank - b.rank);
    if (best !== undefined) return best.code;
  }
  return '';
}

/** Every code of a concept, whatever the system, lower case: for small sets of words that many systems share. */
export const wordsOf = (concept: Part): readonly string[] => codingsOf(concept).map(({ code }) => code.toLowerCase());

/** The code of an extension's `valueCoding`, found by its address; '' where there is none. */
export const codeOfExtension = (part: Part, kind: SystemKind): string =>
  part
    .list('extension')
    .filter((extension) => systemOf(extension.text('url'))?.kind === kind)
    .map((extension) => extension.child('valueCoding').text('code'))
    .find((code) => code !== '') ?? '';
