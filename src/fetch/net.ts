import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError } from '../problems.ts';

/** How long to wait, in milliseconds, and how often to try. */
export interface Patience {
  /** For an answer to begin. */
  readonly answer: number;
  /** Between two pieces of an answer. */
  readonly silence: number;
  /** Tries in a row that bring nothing new. */
  readonly tries: number;
  /** Before the second try; doubled for each further one. */
  readonly pause: number;
}

export const PATIENCE: Patience = { answer: 60_000, silence: 60_000, tries: 4, pause: 1_000 };

export interface Net {
  /** A site that stands in for all of them, its origin in the place of theirs; null for the sites themselves. */
  readonly standIn: URL | null;
  readonly patience: Patience;
}

export interface Request {
  readonly method?: 'GET' | 'HEAD' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: URLSearchParams;
}

/** An answer, after redirects. */
export interface Answer {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  /** Ends with `Passing` where the connection breaks or falls silent. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Gives the connection up without the rest of the body. */
  drop(): Promise<void>;
}

/** A fault that may be gone at the next try: a broken connection, a server that is busy. */
export class Passing extends Error {
  override readonly name = 'Passing';
  /** Milliseconds that the server asks to wait. */
  readonly wait: number | null;

  constructor(message: string, wait: number | null = null) {
    super(message);
    this.wait = wait;
  }
}

const MOST_REDIRECTS = 5;
const MOST_WAIT = 60_000;
const BUSY = new Set([408, 425, 429, 500, 502, 503, 504]);
const REDIRECT = new Set([301, 302, 303, 307, 308]);

/** Whether plain http does no harm there: the machine itself. */
export const isLoopback = ({ hostname }: URL): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/** The address to ask for one of a site's: the same path on the stand-in, where there is one. */
export function addressOn(url: URL, hosts: readonly string[], { standIn }: Net): URL {
  return standIn !== null && hosts.includes(url.hostname)
    ? new URL(url.pathname + url.search, standIn)
    : url.protocol === 'http:' && !isLoopback(url)
      ? new URL(url.href.replace(/^http:/, 'https:'))
      : url;
}

/**
 * Asks once and follows redirects, within the hosts alone. Throws `Passing` for what may be tried again and a
 * problem for what may not; any other status is given back.
 */
export async function ask(url: URL, request: Request, hosts: readonly string[], net: Net): Promise<Answer> {
  let at = addressOn(url, hosts, net);
  let { method = 'GET', body } = request;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    assureAllowed(at, hosts, net);
    const answer = await askOnce(at, { ...request, method, ...(body && { body }) }, net.patience);
    if (BUSY.has(answer.status)) {
      await answer.drop();
      throw new Passing(`it answered ${answer.status}`, retryAfter(answer.headers));
    }
    const location = REDIRECT.has(answer.status) ? answer.headers.get('location') : null;
    if (location === null) return answer;
    await answer.drop();
    const next = URL.parse(location, at);
    if (next === null) throw new ProblemError('site-refused', `It redirects to no address (${location}).`, place(at));
    if (method === 'POST' && answer.status !== 307 && answer.status !== 308) {
      method = 'GET';
      body = undefined;
    }
    at = addressOn(next, hosts, net);
  }
  throw new ProblemError('site-refused', `It redirects more than ${MOST_REDIRECTS} times.`, place(url));
}

/** A line that breaks after every few bytes gets further each time, and yet nowhere. */
const MOST_TRIES = 100;

/** Does something until it is done, again after each passing fault, as long as patience lasts or it gets further. */
export async function persist<T>(
  url: URL,
  { patience }: Net,
  attempt: () => Promise<T>,
  reached: () => number = () => 0,
): Promise<T> {
  let inVain = 0;
  for (let tries = 1; ; tries++) {
    const before = reached();
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Passing)) throw error;
      inVain = reached() > before ? 1 : inVain + 1;
      if (inVain >= patience.tries || tries >= MOST_TRIES) {
        throw new ProblemError('site-unreachable', `Tried ${tries} times: ${error.message}.`, place(url));
      }
      await sleep(Math.min(MOST_WAIT, error.wait ?? patience.pause * 2 ** (inVain - 1)));
    }
  }
}

/** A whole text of at most `most` bytes. */
export async function textOf(answer: Answer, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body) {
    bytes += chunk.length;
    if (bytes > most) throw new ProblemError('download-too-large', `It is more than ${most} bytes.`, place(answer.url));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const place = ({ href }: URL): { readonly file: string } => ({ file: href });

function assureAllowed(url: URL, hosts: readonly string[], { standIn }: Net): void {
  const isOwn = standIn === null ? hosts.includes(url.hostname) && url.port === '' : url.host === standIn.host;
  if (!isOwn) {
    throw new ProblemError(
      'site-not-allowed',
      `${url.host} is none of the hosts that this file may come from.`,
      place(url),
    );
  }
  if (url.protocol !== 'https:' && !(standIn !== null && isLoopback(url))) {
    throw new ProblemError('site-not-allowed', 'It is not an https address.', place(url));
  }
}

async function askOnce(url: URL, { method, headers = {}, body }: Request, patience: Patience): Promise<Answer> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience.answer);
  try {
    const response = await fetch(url, {
      method: method ?? 'GET',
      // `identity`: lengths and ranges are of the file itself.
      headers: { 'user-agent': 'columnone', 'accept-encoding': 'identity', ...headers },
      body: body ?? null,
      redirect: 'manual',
      signal: stop.signal,
    });
    return {
      url,
      status: response.status,
      headers: response.headers,
      body: piecesOf(response, stop, patience.silence),
      drop: async () => {
        // Nothing more is wanted of it, and it may have ended by itself.
        await response.body?.cancel().catch(() => {});
      },
    };
  } catch (error) {
    throw new Passing(stop.signal.aborted ? `no answer for ${patience.answer / 1_000} s` : reasonOf(error));
  } finally {
    clearTimeout(timer);
  }
}

async function* piecesOf({ body }: Response, stop: AbortController, silence: number): AsyncGenerator<Uint8Array> {
  let timer = setTimeout(() => stop.abort(), silence);
  try {
    for await (const chunk of body ?? []) {
      clearTimeout(timer);
      yield chunk;
      timer = setTimeout(() => stop.abort(), silence);
    }
  } catch (error) {
    throw new Passing(stop.signal.aborted ? `nothing more came for ${silence / 1_000} s` : reasonOf(error));
  } finally {
    clearTimeout(timer);
  }
}

/** What broke, from the innermost cause: fetch itself only says `fetch failed`. */
function reasonOf(error: unknown): string {
  const cause = (error as { cause?: unknown }).cause ?? error;
  const { code, message } = cause as { code?: string; message?: string };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its name cannot be resolved';
  if (code === 'ECONNREFUSED') return 'the connection was refused';
  return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' ? 'the connection broke' : (message ?? String(cause));
}

/** `Retry-After` in seconds, as milliseconds. */
function retryAfter(headers: Headers): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}
