import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SITES, type SiteId } from '../../src/fetch/sites.ts';

/** A file that the stand-in offers, as a site of CMS's does. */
export interface Offered {
  readonly site: SiteId;
  readonly name: string;
  bytes: Uint8Array;
  /** Behind the page of the AMA's licence, to which its link leads, or only a redirect. */
  readonly gated?: boolean | 'by redirect';
  /** The last part of the page's address, where the site has a page for each period. */
  readonly subpage?: string;
  /** The text of its link; its name where left out. */
  readonly text?: string;
}

/** How the stand-in misbehaves; may be changed between requests. */
interface Manners {
  /** Breaks a connection when so many bytes of a file were sent over it. */
  dropAfter: number | null;
  /** Answers so many requests for files with 503 first. */
  busy: number;
  ranges: boolean;
  /** Knows If-None-Match and If-Modified-Since. */
  conditions: boolean;
  tags: 'strong' | 'weak' | 'none';
  /** Adds to the Content-Length that is told. */
  lengthError: number;
  /** Leads each request for a file to this address. */
  redirectTo: string | null;
  /** Milliseconds between two pieces of a file. */
  slow: number;
  /** Has lost the form on its licence page. */
  noForm: boolean;
  /** Answers a request for a file and then sends nothing of it. */
  silent: boolean;
}

const MANNERS: Manners = {
  dropAfter: null,
  busy: 0,
  ranges: true,
  conditions: true,
  tags: 'strong',
  lengthError: 0,
  redirectTo: null,
  slow: 0,
  noForm: false,
  silent: false,
};

const PIECE = 1 << 14;
const LAST_MODIFIED = 'Tue, 01 Oct 2024 12:00:00 GMT';

export interface StandIn {
  /** Its root, for `--site`. */
  readonly url: string;
  readonly manners: Manners;
  /** What was asked, as `GET /path` with the range behind it where one was asked for. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** A site on this machine with the pages of all of CMS's, at the same paths, with links to the files given. */
export async function standInSite(files: readonly Offered[]): Promise<StandIn> {
  const manners = { ...MANNERS };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push([request.method, request.url, request.headers.range].filter((part) => part !== undefined).join(' '));
    answer(request, response, files, manners).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, manners, asked, close: () => closed(server) };
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  files: readonly Offered[],
  manners: Manners,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const file = files.find(({ name }) => url.pathname === pathOf(name));
  if (file !== undefined) return answerFile(request, response, url, file, manners);
  const page = url.pathname === '/license/ama' ? licensePage(url, manners) : pageAt(url.pathname, files);
  response.writeHead(page === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(page ?? 'There is nothing here.');
}

const pathOf = (name: string): string => `/files/zip/${encodeURIComponent(name)}`;

/** As CMS's: two forms without a method, the one that accepts with a hidden field. */
function licensePage(url: URL, { noForm }: Manners): string {
  if (noForm) return '<html><body><h1>License</h1></body></html>';
  const file = url.searchParams.get('file') ?? '';
  return `<html><body><h1>License</h1>
    <form action="" style="display: inline;"><input type="hidden" name="ReferURL" value="/">
      <input type="submit" name="Cancel" value="Don't Accept"></form>
    <form action="${file}" style="display: inline;"><input type="hidden" name="agree" value="yes">
      <input type="submit" data-license="ama" name="next" value="Accept"></form></body></html>`;
}

function pageAt(path: string, files: readonly Offered[]): string | null {
  const site = SITES.find(({ page }) => path.startsWith(new URL(page).pathname));
  if (site === undefined) return null;
  const inner = path.slice(new URL(site.page).pathname.length).replace(/^\//, '');
  const own = files.filter((file) => file.site === site.id);
  if (site.form !== 'html') return catalogue(site.form.dcat, own);
  const subpages = new Set(own.flatMap(({ subpage }) => (inner === '' && subpage !== undefined ? [subpage] : [])));
  const links = [
    ...[...subpages].map((name) => `<a href="${new URL(site.page).pathname}/${name}">${name}</a>`),
    ...own.filter(({ subpage }) => (subpage ?? '') === inner).map(linkTo),
  ];
  return `<!DOCTYPE html><html><body><!-- <a href="/files/zip/in-a-comment.zip">no</a> -->
    <nav><a href="mailto:someone@example.org">mail</a><a href="/about">About</a></nav>
    <ul>${links.map((link) => `<li>${link}</li>`).join('\n')}</ul></body></html>`;
}

const linkTo = ({ name, gated, text = name }: Offered): string =>
  `<a href="https://www.cms.gov${gated === true ? `/license/ama?file=${pathOf(name)}` : pathOf(name)}"><span>${text}</span>&nbsp;(ZIP)</a>`;

const catalogue = (title: string, files: readonly Offered[]): string =>
  JSON.stringify({
    dataset: [
      { title: 'Another', distribution: [{ title: 'x', downloadURL: 'https://data.cms.gov/files/zip/other.csv' }] },
      {
        title,
        distribution: files.map(({ name }) => ({ title: name, downloadURL: `https://data.cms.gov${pathOf(name)}` })),
      },
    ],
  });

async function answerFile(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { name, bytes, gated }: Offered,
  manners: Manners,
): Promise<void> {
  if (manners.busy > 0) {
    manners.busy -= 1;
    response.writeHead(503).end();
    return;
  }
  const target =
    manners.redirectTo ??
    (gated && url.searchParams.get('agree') !== 'yes' ? `/license/ama?file=${pathOf(name)}` : null);
  if (target !== null) {
    response.writeHead(302, { location: target }).end();
    return;
  }
  const tag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
  const validators = {
    ...(manners.tags !== 'none' && { etag: manners.tags === 'weak' ? `W/${tag}` : tag }),
    ...(manners.tags !== 'none' && { 'last-modified': LAST_MODIFIED }),
  };
  const { range, 'if-range': ifRange, 'if-none-match': ifNoneMatch } = request.headers;
  if (manners.conditions && manners.tags !== 'none' && ifNoneMatch === validators.etag) {
    response.writeHead(304, validators).end();
    return;
  }
  const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
  const isPart = manners.ranges && range !== undefined && Object.values(validators).some((each) => each === ifRange);
  if (isPart && from >= bytes.length) {
    response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
    return;
  }
  const body = isPart ? bytes.subarray(from) : bytes;
  response.writeHead(isPart ? 206 : 200, {
    ...validators,
    'content-type': 'application/zip',
    'content-length': body.length + manners.lengthError,
    ...(isPart && { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
  });
  if (request.method === 'HEAD') response.end();
  else await send(response, body, manners);
}

async function send(response: ServerResponse, body: Uint8Array, manners: Manners): Promise<void> {
  if (manners.silent) return response.flushHeaders();
  const end = Math.min(body.length, manners.dropAfter ?? Number.POSITIVE_INFINITY);
  for (let at = 0; at < end && !response.destroyed; at += PIECE) {
    if (!response.write(body.subarray(at, Math.min(end, at + PIECE)))) {
      const waited = new AbortController();
      const { signal } = waited;
      await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]);
      waited.abort();
    }
    if (manners.slow > 0) await sleep(manners.slow);
  }
  if (end < body.length || manners.lengthError !== 0) response.socket?.destroySoon();
  else response.end();
}
