import { Parser } from 'htmlparser2';

export interface Link {
  readonly url: URL;
  /** What a person reads of it. */
  readonly text: string;
}

/** A form as a browser would send it by its button. */
export interface Form {
  readonly action: URL;
  readonly method: 'GET' | 'POST';
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** The links of a page that can be fetched, in its order, each address once. */
export function linksIn(html: string, page: URL): readonly Link[] {
  const links = new Map<string, Link>();
  let base = page;
  let open: { url: URL; text: string } | null = null;
  const end = (): void => {
    if (open !== null && !links.has(open.url.href)) links.set(open.url.href, { ...open, text: tidy(open.text) });
    open = null;
  };
  const parser = new Parser({
    onopentag(name, { href }) {
      if (name === 'base') base = fetchable(href, page) ?? base;
      if (name !== 'a') return;
      end();
      const url = fetchable(href, base);
      if (url !== null) open = { url, text: '' };
    },
    ontext(text) {
      if (open !== null) open.text += text;
    },
    onclosetag(name) {
      if (name === 'a') end();
    },
    onend: end,
  });
  parser.end(html);
  return [...links.values()];
}

/** The form of a page whose button accepts; null where there is none. */
export function acceptForm(html: string, page: URL): Form | null {
  let form: { action: URL; method: 'GET' | 'POST'; fields: [string, string][]; accepts: boolean } | null = null;
  let found: Form | null = null;
  const end = (): void => {
    if (form?.accepts && found === null) found = { action: form.action, method: form.method, fields: form.fields };
    form = null;
  };
  const parser = new Parser({
    onopentag(tag, { action, method, type, name, value = '' }) {
      if (tag === 'form') {
        end();
        const url = fetchable(action || page.href, page);
        if (url !== null)
          form = { action: url, method: method?.toUpperCase() === 'POST' ? 'POST' : 'GET', fields: [], accepts: false };
      } else if (form !== null && (tag === 'input' || tag === 'button')) {
        const isButton = tag === 'button' || type === 'submit';
        if (isButton && !ACCEPTS.test(value)) return;
        if (isButton) form.accepts = true;
        if (name) form.fields.push([name, value]);
      }
    },
    onclosetag(tag) {
      if (tag === 'form') end();
    },
    onend: end,
  });
  parser.end(html);
  return found;
}

/** `Accept`, `I accept`, and not `Don't Accept`. */
const ACCEPTS = /^\s*(i\s+)?(accept|agree)\b/i;

const tidy = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The address meant, without its fragment; null for what is none, or of no kind that is fetched (`mailto:`). */
function fetchable(href: string | undefined, base: URL): URL | null {
  const url = href === undefined ? null : URL.parse(href.trim(), base);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  url.hash = '';
  return url;
}
