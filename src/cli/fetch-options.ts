import { type Command, InvalidArgumentError, Option } from 'commander';
import { isLoopback, parsePeriod, SITE_IDS, type SiteId, type Wanted } from '../fetch/index.ts';
import { jsonOption } from './options.ts';

/** What `fetch` and `update` are asked for. */
export interface FetchFlags {
  readonly only?: readonly SiteId[];
  readonly site?: URL;
  readonly acceptAmaLicense?: boolean;
  readonly json?: boolean;
}

/** The argument and the options that `fetch` and `update` share. */
export function addFetchOptions(command: Command): Command {
  return command
    .argument('[period]', 'a quarter (2024Q3), a year (2024) or latest', parseWanted, 'latest')
    .addOption(
      new Option('--only <what>', `some of these, with commas between: ${SITE_IDS.join(', ')}`).argParser(parseOnly),
    )
    .option('--accept-ama-license', 'accept the licence of the AMA, which is shown')
    .addOption(new Option('--site <url>', 'a copy of the sites, asked in their place').argParser(parseSite))
    .addOption(jsonOption());
}

function parseWanted(text: string): Wanted {
  const wanted = text === 'latest' ? 'latest' : parsePeriod(text);
  if (wanted === null) throw new InvalidArgumentError(`${text} is no period; give it as 2024Q3, 2024 or latest.`);
  return wanted;
}

function parseOnly(text: string): readonly SiteId[] {
  return text.split(',').map((part) => {
    const site = SITE_IDS.find((id) => id === part.trim());
    if (site === undefined) throw new InvalidArgumentError(`${part} is none of ${SITE_IDS.join(', ')}.`);
    return site;
  });
}

function parseSite(text: string): URL {
  const url = URL.parse(text);
  if (url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)))) return url;
  throw new InvalidArgumentError(`${text} is no https address (http is only for this machine itself).`);
}
