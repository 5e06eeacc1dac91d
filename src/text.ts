/** What `squeezed` would change; most texts have none of it. */
const UNSQUEEZED = /\s\s|[^\S ]|^ | $/;

/**
 * Trimmed, with every run of white space (no-break spaces too) made one space.
 *
 * @example
 * squeezed(' Injection,\n adalimumab ') // 'Injection, adalimumab'
 */
export const squeezed = (text: string): string => (UNSQUEEZED.test(text) ? text.replace(/\s+/g, ' ').trim() : text);

/**
 * A number with commas: `1,234`, `1,234.0625`. Not by Intl, which takes 20 ms to load.
 *
 * @example
 * figure(1234567) // '1,234,567'
 */
export const figure = (value: number | string): string => String(value).replace(/(?<!\.\d*)\B(?=(\d{3})+(?!\d))/g, ',');

/** `1 line`, `1,234 lines`. */
export const counted = (value: number, word: string, plural = `${word}s`): string =>
  `${figure(value)} ${value === 1 ? word : plural}`;
