import { type Day, isoDay, NOT_A_DAY } from '../codes/day.ts';
import { knownDaysOf } from '../edits/known-days.ts';
import { type CodeFacts, codeFacts, FINE } from './code-facts.ts';
import { codeText } from './code-text.ts';
import { openChosenCodebook } from './codebook-source.ts';
import { dim, yellow } from './colors.ts';
import { licensedLines } from './licensed-lines.ts';
import { screenWidth } from './screen.ts';
import { today } from './today.ts';
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
  const { on = today(), asOf } = request;
  const facts = codes.map((code) => codeFacts(codebook, code, { on, ...(asOf !== undefined && { asOf }) }));
  const asked = { codebook: codebook.id, on: isoDay(on), asOf: asOf === undefined ? null : isoDay(asOf) };
  const remarks = remarksOn(on, knownDaysOf(codebook, asOf).hcpcs);
  const text = request.json
    ? `${JSON.stringify({ ...asked, codes: facts, remarks }, null, 2)}\n`
    : lookupText(facts, remarks, asked, request.on === undefined, screenWidth());
  process.stdout.write(text);
  return facts.every(({ status }) => FINE.includes(status)) ? 0 : 1;
}

const remarksOn = (on: Day, known: Day): string[] =>
  known !== NOT_A_DAY && on > known
    ? [`The HCPCS releases loaded speak through ${isoDay(known)}: what changed since is unknown.`]
    : [];

interface Asked {
  readonly codebook: string;
  readonly on: string;
  readonly asOf: string | null;
}

function lookupText(
  facts: readonly CodeFacts[],
  remarks: readonly string[],
  { codebook, on, asOf }: Asked,
  isToday: boolean,
  width: number,
): string {
  const licensed = licensedLines(facts, width);
  const blocks = facts.map((each, i) => codeText(each, on, width) + licensed[i]);
  const notes = remarks.map((remark) => `${yellow(wrap(remark, width, 0))}\n`);
  const clock = `date of service ${on}${isToday ? ' (today)' : ''}${asOf === null ? '' : `, as of ${asOf}`}`;
  return `${blocks.join('\n')}\n${notes.join('')}${dim(`${clock}; codebook ${codebook.slice(0, 12)}`)}\n`;
}
