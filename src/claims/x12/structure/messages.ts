import type { ProblemCode } from '../../../problems.ts';
import type { ElementSpec } from './guide.ts';

/** What an error code of the 999 means here: its problem, SNIP type and words. */
interface Meaning {
  readonly problem: ProblemCode;
  readonly snip: 1 | 2;
  readonly words: (at: SegmentWords & ElementWords) => string;
}

interface SegmentWords {
  readonly id: string;
  readonly loop: string;
}

interface ElementWords {
  /** `NM109`, `CLM05-2`. */
  readonly element: string;
  readonly spec: ElementSpec | null;
}

const inLoop = (loop: string): string => (loop === '' ? 'the transaction set' : `loop ${loop}`);

/** IK304. */
const SEGMENT_MEANINGS: Readonly<Record<string, Meaning>> = {
  '1': { problem: 'structure-segment-unknown', snip: 1, words: () => 'What stands here is no segment of X12.' },
  '2': {
    problem: 'structure-segment-place',
    snip: 2,
    words: ({ id, loop }) => `${id} is not expected here, in ${inLoop(loop)}.`,
  },
  '3': {
    problem: 'structure-segment-missing',
    snip: 2,
    words: ({ id, loop }) => `${id} is missing from ${inLoop(loop)}.`,
  },
  '4': {
    problem: 'structure-repeats',
    snip: 2,
    words: ({ loop }) => `Loop ${loop} occurs more often than the guide allows.`,
  },
  '5': {
    problem: 'structure-repeats',
    snip: 2,
    words: ({ id, loop }) => `${id} occurs more often in ${inLoop(loop)} than the guide allows.`,
  },
  '6': { problem: 'structure-segment-unknown', snip: 1, words: ({ id }) => `${id} is no segment of an 837.` },
  '7': {
    problem: 'structure-segment-place',
    snip: 2,
    words: ({ id, loop }) => `${id} stands too late in ${inLoop(loop)}: other segments come after it.`,
  },
  I4: { problem: 'structure-segment-not-used', snip: 2, words: ({ id }) => `The guide does not use ${id}.` },
};

/** IK403. */
const ELEMENT_MEANINGS: Readonly<Record<string, Meaning>> = {
  '1': { problem: 'structure-element-missing', snip: 2, words: ({ element }) => `${element} is missing.` },
  '2': {
    problem: 'structure-element-missing',
    snip: 1,
    words: ({ element }) => `${element} is missing, which another element asks for.`,
  },
  '3': {
    problem: 'structure-element-extra',
    snip: 1,
    words: ({ id, element }) => `${element} is one more than ${id} has.`,
  },
  '4': {
    problem: 'structure-element-value',
    snip: 1,
    words: ({ element, spec }) => `${element} is shorter than ${spec?.shortest}.`,
  },
  '5': {
    problem: 'structure-element-value',
    snip: 1,
    words: ({ element, spec }) => `${element} is longer than ${spec?.longest}.`,
  },
  '6': {
    problem: 'structure-element-value',
    snip: 1,
    words: ({ element }) => `${element} has a character that may not stand there.`,
  },
  '7': { problem: 'structure-element-value', snip: 1, words: ({ element }) => `${element} is no code of X12 for it.` },
  '8': { problem: 'structure-element-value', snip: 1, words: ({ element }) => `${element} is no date in its format.` },
  '9': { problem: 'structure-element-value', snip: 1, words: ({ element }) => `${element} is no time of day.` },
  '10': {
    problem: 'structure-element-extra',
    snip: 1,
    words: ({ element }) => `${element} may not stand beside another element that is there.`,
  },
  '12': { problem: 'structure-element-extra', snip: 1, words: ({ element }) => `${element} does not repeat.` },
  '13': { problem: 'structure-element-extra', snip: 1, words: ({ element }) => `${element} has too many components.` },
  I6: {
    problem: 'structure-element-value',
    snip: 2,
    words: ({ element }) => `The guide does not use this code for ${element}.`,
  },
  I10: { problem: 'structure-element-extra', snip: 2, words: ({ element }) => `The guide does not use ${element}.` },
  I12: {
    problem: 'structure-numbering',
    snip: 2,
    words: ({ element }) => `${element} does not have the number that the guide asks for.`,
  },
};

export interface Told {
  readonly problem: ProblemCode;
  readonly message: string;
  readonly snip: 1 | 2;
}

export function tellSegment(code: string, id: string, loop: string): Told {
  return told(SEGMENT_MEANINGS[code], { id, loop, element: '', spec: null });
}

export function tellElement(
  code: string,
  id: string,
  loop: string,
  position: number,
  component: number,
  spec: ElementSpec | null,
): Told {
  const element = `${id}${String(position).padStart(2, '0')}${component === 0 ? '' : `-${component}`}`;
  return told(ELEMENT_MEANINGS[code], { id, loop, element, spec });
}

const told = ({ problem, snip, words }: Meaning, at: SegmentWords & ElementWords): Told => ({
  problem,
  snip,
  message: words(at),
});
