import { type Day, isoDay, NOT_A_DAY } from '../codes/day.ts';
import { knownDaysOf } from '../edits/known-days.ts';
import { codeFacts, FINE } from './code-facts.ts';
import { codeText } from './code-text.ts';
import { openChosenCodebook } from './codebook-source.ts';
import { dim, yellow } from './colors.ts';
import { today } from './options.ts';
import { screenWidth } from './screen.ts';
import { wrap } from './wrap.ts';

export interface LookupRequest {
  readonly codebook?: string;
  readonly on?: Day;
  readonly asOf?: Day;
  readonly json?: boolean;
}

/** Prints what is known of the codes and gives the exit status. */
export async function runLookup(codes: readonly string[], request: LookupRequest): Promise<0 | 1> {
  const { codebook } = await openChosenCodebook(request.codebook);
  const on = request.on ?? today();
  const when = request.asOf === undefined ? { on } : { on, asOf: request.asOf };
  const facts = codes.map((code) => codeFacts(codebook, code, when));
  const asOf = request.asOf === undefined ? null : isoDay(request.asOf);
  const known = knownDaysOf(codebook, request.asOf).hcpcs;
  const remarks =
    known !== NOT_A_DAY && on > known
      ? [`The HCPCS releases loaded speak through ${isoDay(known)}: what changed since is unknown.`]
      : [];
  if (request.json) {
    const document = { codebook: codebook.id, on: isoDay(on), asOf, codes: facts, remarks };
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  } else {
    const width = screenWidth();
    const clock = `date of service ${isoDay(on)}${request.on === undefined ? ' (today)' : ''}${asOf === null ? '' : `, as of ${asOf}`}`;
    const blocks = facts.map((each) => codeText(each, isoDay(on), width));
    const notes = remarks.map((remark) => `${yellow(wrap(remark, width, 0))}\n`).join('');
    process.stdout.write(`${blocks.join('\n')}\n${notes}${dim(`${clock}; codebook ${codebook.id.slice(0, 12)}`)}\n`);
  }
  return facts.every(({ status }) => FINE.includes(status)) ? 0 : 1;
}
