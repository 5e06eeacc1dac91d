import { ProblemError } from '../problems.ts';
import { acceptForm } from './links.ts';
import { type Answer, ask, type Net, type Request, textOf } from './net.ts';
import { GATE_FILE, GATES, type License } from './sites.ts';

/** A licence page before a file, as its address tells it. */
interface Gate {
  readonly license: License;
  readonly file: URL;
}

const MOST_PAGE = 2 ** 22;

/** The licence page that an address is; null where it is none. */
export function gateAt(url: URL): Gate | null {
  const gate = GATES.find(({ path }) => path.test(url.pathname));
  const file = gate === undefined ? null : URL.parse(url.searchParams.get(GATE_FILE) ?? '', url);
  return gate === undefined || file === null ? null : { license: gate.license, file };
}

export interface Source {
  /** The file itself. */
  readonly url: URL;
  /** The licence page that leads to it; null where its link is direct. */
  readonly gate: URL | null;
  readonly hosts: readonly string[];
  readonly license: License;
}

/**
 * Asks for a file, through its licence page where it has one: only for a licence that the user has accepted, and
 * by the form with which a person accepts it there.
 */
export async function askForFile(
  source: Source,
  request: Request,
  accepted: ReadonlySet<License>,
  net: Net,
): Promise<Answer> {
  assureAccepted(source.license, source.url, accepted);
  if (source.gate !== null) return throughGate(source.gate, source, request, accepted, net);
  const answer = await ask(source.url, request, source.hosts, net);
  if (gateAt(answer.url) === null) return answer;
  // A direct link that the site leads to the licence page after all.
  await answer.drop();
  return throughGate(answer.url, source, request, accepted, net);
}

async function throughGate(
  gate: URL,
  { hosts }: Source,
  request: Request,
  accepted: ReadonlySet<License>,
  net: Net,
): Promise<Answer> {
  assureAccepted(gateAt(gate)?.license ?? 'none', gate, accepted);
  const page = await ask(gate, {}, hosts, net);
  const form = page.status === 200 ? acceptForm(await textOf(page, MOST_PAGE), page.url) : null;
  if (form === null) {
    await page.drop();
    throw new ProblemError('license-page', `It has no form with which the licence is accepted (${page.status}).`, {
      file: gate.href,
    });
  }
  const fields = new URLSearchParams(form.fields.map(([name, value]) => [name, value]));
  const action = new URL(form.action);
  if (form.method === 'GET') action.search = String(fields);
  const sent: Request = form.method === 'GET' ? request : { ...request, method: 'POST', body: fields };
  const answer = await ask(action, sent, hosts, net);
  if (gateAt(answer.url) === null) return answer;
  await answer.drop();
  throw new ProblemError('license-page', 'It asks for the licence again after it was accepted.', { file: gate.href });
}

function assureAccepted(license: License, { href }: URL, accepted: ReadonlySet<License>): void {
  if (license === 'none' || accepted.has(license)) return;
  throw new ProblemError(
    'license-not-accepted',
    `It is given under the licence of the ${license}, which was not accepted.`,
    {
      file: href,
    },
  );
}
