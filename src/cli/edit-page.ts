import { readFileSync } from 'node:fs';

/** What an edit's page in the documentation says of it: what, why and what to do, each a paragraph. */
export interface EditPage {
  readonly what: string;
  readonly why: string;
  readonly whatToDo: string;
}

const OPENING = /\*\*What\.\*\* ([\s\S]*?)\n\n\*\*Why\.\*\* ([\s\S]*?)\n\n\*\*What to do\.\*\* ([\s\S]*?)\n\n/;

/** The opening of `docs/edits/<id>.md`, which comes with the package. */
export function editPage(id: string): EditPage {
  const page = readFileSync(new URL(`../../docs/edits/${id}.md`, import.meta.url), 'utf8');
  const [, what = '', why = '', whatToDo = ''] = OPENING.exec(page)?.map(plain) ?? [];
  return { what, why, whatToDo };
}

/** Without line breaks and the marks of links and emphasis. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[`*]/g, '')
    .trim();
