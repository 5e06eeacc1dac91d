import type { Reason } from '../search/index.ts';
import { dim, yellow } from './colors.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

/** One code that was found, as `search --json` prints it. */
interface FoundCode {
  readonly code: string;
  /** Of a Level I code `named`: the NCCI tables name it on the date. */
  readonly status: 'valid' | 'named' | 'not-yet-valid' | 'ended';
  readonly level: 'I' | 'II';
  readonly section: string;
  readonly from: string;
  /** null while no end is published. */
  readonly to: string | null;
  readonly isDrug: boolean;
  readonly coverage: string | null;
  readonly description: string | null;
  readonly shortDescription: string | null;
  readonly reason: Reason;
}

export interface Found {
  readonly codebook: string;
  readonly query: string;
  readonly on: string;
  readonly asOf: string | null;
  /** Releases of CMS's index and Table of Drugs whose words were used. */
  readonly vocabulary: readonly string[];
  /** Best first. */
  readonly hits: readonly FoundCode[];
  readonly remarks: readonly string[];
}

const COLUMNS = [{ title: 'code' }, { title: 'status' }, { title: 'what it is' }];
const BY_NUMBER = 'Level I (CPT): by number only, no descriptor is loaded';

/** The codes for a person: each with its standing, what it is, and why it was found. */
export function searchText({ query, hits, on, asOf, codebook, remarks }: Found, width: number): string {
  const rows = hits.map((hit) => [hit.code, status(hit), hit.description ?? hit.shortDescription ?? BY_NUMBER]);
  const codes =
    hits.length === 0
      ? `${wrap(`Nothing was found for ${JSON.stringify(query)}.`, width, 0)}\n`
      : table(
          COLUMNS,
          rows,
          width,
          hits.map(({ reason }) => why(reason)),
        );
  const notes = remarks.map((remark) => `${yellow(wrap(remark, width, 0))}\n`);
  const clock = `as they are on ${on}${asOf === null ? '' : `, as of ${asOf}`}; codebook ${codebook.slice(0, 12)}`;
  return `${codes}\n${notes.join('')}${dim(clock)}\n`;
}

function status({ status: standing, from, to }: FoundCode): string {
  if (standing === 'ended') return `ended ${to}`;
  return standing === 'not-yet-valid' ? `from ${from}` : standing;
}

function why({ by, text, edition, meant, words }: Reason): string {
  const name = meant === '' || meant.toLowerCase() === text.toLowerCase() ? text : `${text}, which is ${meant}`;
  const through: Readonly<Record<Reason['by'], string>> = {
    code: 'by its number',
    descriptor: 'by its descriptor',
    index: `by CMS's Alpha-Numeric Index ${edition}: ${name}`,
    drugs: `by CMS's Table of Drugs ${edition}: ${name}`,
    people: `people say ${name}`,
  };
  const read = words.map(({ asked, read: taken }) => `${asked} read as ${taken}`);
  return [through[by], ...read].join('; ');
}
