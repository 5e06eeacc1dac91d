import { type Day, isoDay, NOT_A_DAY } from '../codes/day.ts';
import { knownDaysOf } from '../edits/known-days.ts';
import { codeFacts, FINE } from './code-facts.ts';
import { openChosenCodebook } from './codebook-source.ts';
import { today } from './today.ts';

export interface LookupRequest {
  readonly codebook?: string;
  readonly on?: Day;
  readonly asOf?: Day;
  readonly json?: boolean;
}

/** Prints what is known of the codes and gives the exit status. */
export async function runLookup(codes: readonly string[], request: LookupRequest): Promise<0 | 1> {
  const { codebook } = await openChosenCodebook(request.codebook);
  const { on = today(), asOf } = request;
  const when = { on, ...(asOf !== undefined && { asOf }) };
  const facts = await Promise.all(codes.map((code) => codeFacts(codebook, code, when)));
  const asked = { codebook: codebook.id, on: isoDay(on), asOf: asOf === undefined ? null : isoDay(asOf) };
  const remarks = remarksOn(on, knownDaysOf(codebook, asOf).hcpcs);
  const text = request.json
    ? `${JSON.stringify({ ...asked, codes: facts, remarks }, null, 2)}\n`
    : await (await import('./lookup-text.ts')).lookupText(facts, remarks, {
        ...asked,
        isToday: request.on === undefined,
      });
  process.stdout.write(text);
  return facts.every(({ status }) => FINE.includes(status)) ? 0 : 1;
}

const remarksOn = (on: Day, known: Day): string[] =>
  known !== NOT_A_DAY && on > known
    ? [`The HCPCS releases loaded speak through ${isoDay(known)}: what changed since is unknown.`]
    : [];
