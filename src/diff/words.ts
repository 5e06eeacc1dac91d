import { diffWordsWithSpace } from 'diff';

/** A stretch of words that both texts have, or one of them. */
export interface WordPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * The words that one text has and the other has not, in reading order.
 *
 * @example
 * wordChanges('per two days', 'per day') // 'per ' same, 'two days' removed, 'day' added
 */
export const wordChanges = (before: string, after: string): readonly WordPiece[] =>
  joined(
    diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    })),
  );

/** A lone space between two changed stretches is part of them: so is read what was replaced as a whole. */
function joined(pieces: readonly WordPiece[]): readonly WordPiece[] {
  const result: WordPiece[] = [];
  let removed = '';
  let added = '';
  const close = (): void => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [i, { kind, text }] of pieces.entries()) {
    const between = kind === 'same' && text.trim() === '' && i > 0 && i + 1 < pieces.length;
    if (kind !== 'added' && (kind === 'removed' || between)) removed += text;
    if (kind !== 'removed' && (kind === 'added' || between)) added += text;
    if (kind === 'same' && !between) {
      close();
      result.push({ kind, text });
    }
  }
  close();
  return result;
}
