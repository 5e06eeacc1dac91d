import type { Resolution } from '../edits/finding.ts';

const MOST_CODES = 12;

/** What would resolve a finding, as a phrase. */
export function resolutionText(resolution: Resolution): string {
  switch (resolution.kind) {
    case 'modifier':
      return `where the record supports it, a modifier on line ${[...resolution.lines].sort((a, b) => a - b).join(' or ')}: ${spans(resolution.modifiers)}`;
    case 'units':
      return `at most ${resolution.most} unit${resolution.most === 1 ? '' : 's'}`;
    case 'split-lines':
      return `further units on further lines with one of ${spans(resolution.modifiers)}`;
    case 'primary':
      return `bill a primary code: ${listed(resolution.codes)}`;
    case 'code':
      return `use ${resolution.codes.join(' or ')}`;
    case 'remove-modifier':
      return `take off ${resolution.modifiers.join(' or ')}`;
    case 'documentation':
      return 'documentation that supports it';
    case 'correct-claim':
      return 'correct the claim';
  }
}

const listed = (codes: readonly string[]): string =>
  codes.length > MOST_CODES
    ? `${codes.slice(0, MOST_CODES).join(', ')} and ${codes.length - MOST_CODES} more`
    : codes.join(', ');

/**
 * Modifiers with runs of one letter and following digits drawn together.
 *
 * @example
 * spans(['E1', 'E2', 'E3', 'FA', '59']) // 'E1–E3 FA 59'
 */
export function spans(modifiers: readonly string[]): string {
  const runs: string[][] = [];
  for (const modifier of modifiers) {
    const run = runs.at(-1);
    if (run !== undefined && follows(run[run.length - 1], modifier)) run.push(modifier);
    else runs.push([modifier]);
  }
  return runs.map((run) => (run.length < 3 ? run.join(' ') : `${run[0]}–${run[run.length - 1]}`)).join(' ');
}

const follows = (before: string, modifier: string): boolean =>
  /^[A-Z]\d$/.test(before) && modifier === `${before[0]}${Number(before[1]) + 1}`;
