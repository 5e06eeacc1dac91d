import type { CodeFacts } from './code-facts.ts';
import { codeText } from './code-text.ts';
import { dim, yellow } from './colors.ts';
import { screenWidth } from './screen.ts';
import { wrap } from './wrap.ts';

interface Asked {
  readonly codebook: string;
  readonly on: string;
  readonly asOf: string | null;
  /** Whether the date is today's, because none was given. */
  readonly isToday: boolean;
}

/** A look-up's answer for a person, as wide as the screen. */
export async function lookupText(
  facts: readonly CodeFacts[],
  remarks: readonly string[],
  { codebook, on, asOf, isToday }: Asked,
): Promise<string> {
  const width = screenWidth();
  const licensed = await licensedLines(facts, width);
  const blocks = facts.map((each, i) => codeText(each, on, width) + licensed[i]);
  const notes = remarks.map((remark) => `${yellow(wrap(remark, width, 0))}\n`);
  const clock = `date of service ${on}${isToday ? ' (today)' : ''}${asOf === null ? '' : `, as of ${asOf}`}`;
  return `${blocks.join('\n')}\n${notes.join('')}${dim(`${clock}; codebook ${codebook.slice(0, 12)}`)}\n`;
}

/** Only codes of Level I have any. */
async function licensedLines(facts: readonly CodeFacts[], width: number): Promise<readonly string[]> {
  if (facts.every(({ level }) => level !== 'I')) return facts.map(() => '');
  return (await import('./licensed-lines.ts')).licensedLines(facts, width);
}
