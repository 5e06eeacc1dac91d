/** Text as HTML content or as a quoted attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** `1,234`. */
export const figure = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** A name that may stand in an id: letters, digits and hyphens. */
export const anchor = (text: string): string => text.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase();
