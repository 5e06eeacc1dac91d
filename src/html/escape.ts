/** Text as HTML content or as a quoted attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A name that may stand in an id: letters, digits and hyphens. */
export const anchor = (text: string): string => text.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase();

/** With a capital letter first. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
