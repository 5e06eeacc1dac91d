import { parseCode } from '../codes/code.ts';
import { type Day, isoDay } from '../codes/day.ts';
import { deadlinesAfter } from '../codes/deadlines.ts';
import { type Stewardship, stewardOf } from '../codes/stewards.ts';
import { screenWidth } from './screen.ts';
import { today } from './today.ts';
import { whoText } from './who-text.ts';

export interface WhoRequest {
  readonly on?: Day;
  readonly json?: boolean;
}

/** Who is in charge of what was asked about: what `who --json` prints. */
export type WhoFacts = Omit<Stewardship, 'code' | 'id' | 'change'> & {
  readonly asked: string;
  readonly code: string;
  readonly change: Omit<Stewardship['change'], 'deadlines'> & {
    readonly deadlines: readonly { readonly what: string; readonly day: string }[];
  };
};

/** What is no code, and why. */
export interface NoCode {
  readonly asked: string;
  readonly code: null;
  readonly reason: string;
}

/** Prints who is in charge of the codes and gives the exit status. */
export function runWho(codes: readonly string[], { on = today(), json }: WhoRequest): 0 | 1 {
  const facts = codes.map((code) => whoFacts(code, on));
  const text = json
    ? `${JSON.stringify({ on: isoDay(on), codes: facts }, null, 2)}\n`
    : `${facts.map((each) => whoText(each, screenWidth())).join('\n')}`;
  process.stdout.write(text);
  return facts.every(({ code }) => code !== null) ? 0 : 1;
}

function whoFacts(asked: string, on: Day): WhoFacts | NoCode {
  const stewardship = stewardOf(asked);
  if (stewardship === null) return { asked, code: null, reason: `${noCode(asked)}${localNote(asked)}` };
  const { id, change, ...facts } = stewardship;
  const deadlines = deadlinesAfter(change.deadlines, on).map(({ what, day }) => ({ what, day: isoDay(day) }));
  return { asked, ...facts, change: { ...change, deadlines } };
}

function noCode(asked: string): string {
  const parsed = parseCode(asked);
  return parsed.kind === 'invalid' ? parsed.message : '';
}

/** HIPAA ended the local codes of payers (HCPCS Level III, W to Z); claims of old may still show one. */
const localNote = (asked: string): string =>
  /^\s*[W-Z]\d{4}\s*$/i.test(asked)
    ? ' Codes from W to Z were a payer’s own, HCPCS Level III, which ended with 2003: ask that payer.'
    : '';
