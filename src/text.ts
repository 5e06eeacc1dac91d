/** What `squeezed` would change; most texts have none of it. */
const UNSQUEEZED = /\s\s|[^\S ]|^ | $/;

/**
 * Trimmed, with every run of white space (no-break spaces too) made one space.
 *
 * @example
 * squeezed(' Injection,\n adalimumab ') // 'Injection, adalimumab'
 */
export const squeezed = (text: string): string => (UNSQUEEZED.test(text) ? text.replace(/\s+/g, ' ').trim() : text);
