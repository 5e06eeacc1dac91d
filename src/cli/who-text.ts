import { bold, dim } from './colors.ts';
import { printable } from './printable.ts';
import type { NoCode, WhoFacts } from './who-run.ts';
import { wrap } from './wrap.ts';

const LABEL = 12;

/** Who is in charge of one code, for a person. */
export function whoText(facts: WhoFacts | NoCode, width: number): string {
  const row = ([label, text]: readonly [string, string]): string =>
    `  ${dim(label.padEnd(LABEL))}  ${wrap(text, width, LABEL + 4)}\n`;
  if (facts.code === null) return `${bold(printable(facts.asked))}\n${row(['no code', facts.reason])}`;
  return `${bold(facts.code)}\n${rowsOf(facts).map(row).join('')}`;
}

function rowsOf({ steward, body, owner, note, change, releases, sources }: WhoFacts): [string, string][] {
  const { how, address, contact, cycle, deadlines } = change;
  return [
    ['steward', steward],
    ['decides', body],
    ['owner', owner],
    ...(note === null ? [] : ([['note', note]] satisfies [string, string][])),
    ['to change it', `${how}: ${address}`],
    ...(contact === null ? [] : ([['questions', contact]] satisfies [string, string][])),
    ['cycle', cycle],
    ...deadlines.map(({ what, day }, i): [string, string] => [i === 0 ? 'next closing' : '', `${day} for ${what}`]),
    ...releases.map((release, i): [string, string] => [
      i === 0 ? 'releases' : '',
      `${release.what}, ${release.cadence}: ${release.address}`,
    ]),
    ['by', sources.join('; ')],
  ];
}
