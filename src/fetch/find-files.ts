import { ProblemError } from '../problems.ts';
import type { Period } from '../releases/release.ts';
import { linksInCatalogue } from './catalogue.ts';
import { gateAt, type Source } from './gate.ts';
import { type Link, linksIn } from './links.ts';
import { addressOn, ask, type Net, persist, textOf } from './net.ts';
import { overlaps, periodOfFile } from './period-of-file.ts';
import type { License, Site, SiteId } from './sites.ts';

/** A file that a site offers. */
export interface FoundFile extends Source {
  readonly site: SiteId;
  readonly series: string;
  /** As it is to be called on disk: the last part of its address. */
  readonly name: string;
  readonly period: Period;
}

/** The catalogue of data.cms.gov is the largest page. */
const MOST_PAGE = 2 ** 26;

/** The period asked for, or the newest of each series. */
export type Wanted = Period | 'latest';

export interface Found {
  /** What is wanted. */
  readonly files: readonly FoundFile[];
  /** The periods that the site has, where it has none that is wanted; newest first. */
  readonly instead: readonly string[];
}

/** Looks on a site's page (and the pages it leads to) for the files of a period. */
export async function findFiles(site: Site, wanted: Wanted, net: Net): Promise<Found> {
  const links = await linksOn(new URL(site.page), site, net);
  if (site.subpage === undefined) return filesAmong(links, site, wanted, net);
  const pages = links.flatMap(({ url, text }) => {
    const period = site.subpage?.test(url.pathname) ? periodOfFile(site.period, [lastPart(url), text]) : null;
    return period === null ? [] : [{ url, period }];
  });
  if (pages.length === 0) throw nothingOn(site, 'It leads to no page of a release.');
  const chosen = choose(pages, wanted);
  if (chosen.length === 0) return { files: [], instead: labels(pages) };
  const inner: Link[] = [];
  for (const { url } of chosen) inner.push(...(await linksOn(url, site, net)));
  return filesAmong(inner, site, wanted, net);
}

async function linksOn(page: URL, site: Site, net: Net): Promise<readonly Link[]> {
  return persist(page, net, async () => {
    const answer = await ask(page, {}, site.hosts, net);
    if (answer.status !== 200) {
      await answer.drop();
      throw new ProblemError('site-refused', `The page of ${site.id} answered ${answer.status}.`, {
        file: answer.url.href,
      });
    }
    const text = await textOf(answer, MOST_PAGE);
    if (site.form === 'html') return linksIn(text, answer.url);
    const links = linksInCatalogue(text, site.form.dcat, answer.url);
    if (links === null) throw nothingOn(site, 'It is not the catalogue that it was.');
    return links;
  });
}

function filesAmong(links: readonly Link[], site: Site, wanted: Wanted, net: Net): Found {
  const all = filesOf(links, site, net);
  if (all.length === 0) throw nothingOn(site, 'It has no link to a file of this kind.');
  const files = [...Map.groupBy(all, ({ series }) => series).values()].flatMap((series) => choose(series, wanted));
  return { files, instead: files.length === 0 ? labels(all) : [] };
}

function filesOf(links: readonly Link[], site: Site, net: Net): readonly FoundFile[] {
  const files = new Map<string, FoundFile>();
  for (const { url: link, text } of links) {
    const gate = gateAt(link);
    const url = addressOn(gate?.file ?? link, site.hosts, net);
    const name = safeName(lastPart(url));
    const series = name === null ? undefined : site.series.find(({ file }) => file.test(name));
    const period = name === null ? null : periodOfFile(site.period, [name, text]);
    if (name === null || series === undefined || period === null) continue;
    const license: License = gate?.license ?? site.license;
    const file = {
      site: site.id,
      series: series.name,
      name,
      period,
      url,
      gate: gate && link,
      hosts: site.hosts,
      license,
    };
    // A link through the licence page is surer than a direct one to the same file.
    if (!files.has(url.href) || gate !== null) files.set(url.href, file);
  }
  return [...files.values()];
}

/** What is of the newest period, or of the one asked for: a year has its quarters, a quarter the year it is in. */
function choose<T extends { readonly period: Period }>(all: readonly T[], wanted: Wanted): readonly T[] {
  if (wanted !== 'latest') return all.filter(({ period }) => overlaps(period, wanted));
  const newest = Math.max(...all.map(({ period }) => period.from));
  return all.filter(({ period }) => period.from === newest);
}

const labels = (all: readonly { readonly period: Period }[]): readonly string[] => [
  ...new Set(all.toSorted((a, b) => b.period.from - a.period.from).map(({ period }) => period.label)),
];

const nothingOn = ({ id, page }: Site, message: string): ProblemError =>
  new ProblemError('site-changed', `${message} (${id})`, { file: page });

function lastPart({ pathname }: URL): string {
  const last = pathname.replace(/\/+$/, '').split('/').pop() ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** A name that is one on every system and leads into no other folder; null where nothing is left of it. */
function safeName(name: string): string | null {
  const safe = name.replaceAll(/[^\w.() +-]/g, '_').replace(/^[. ]+|[. ]+$/g, '');
  return safe === '' || safe.length > 200 || /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(safe) ? null : safe;
}
