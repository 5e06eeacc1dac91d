/** How an X12 file is punctuated. */
export interface X12Form {
  readonly element: string;
  readonly component: string;
  readonly terminator: string;
  /** What stands between segments, for people to read. */
  readonly between: string;
}

export const USUAL_FORM: X12Form = { element: '*', component: ':', terminator: '~', between: '\n' };

/** ISA11. No element is repeated here, but a value with it in would be misread. */
export const REPETITION = '^';

/** A segment to be written: its id, then its elements; a composite element is a list of components. */
export type Segment = readonly (string | readonly string[])[];

/** The text of a segment with its terminator, without what is empty at the end of it and of its composites. */
export function segmentText(segment: Segment, form: X12Form): string {
  const elements = segment.map((element) =>
    typeof element === 'string' ? element : withoutEmptyEnd(element).join(form.component),
  );
  const [id, ...filled] = withoutEmptyEnd(elements);
  // A segment of nothing keeps its first separator: without one it would be none.
  return [id, ...(filled.length === 0 ? [''] : filled)].join(form.element) + form.terminator + form.between;
}

function withoutEmptyEnd(texts: readonly string[]): readonly string[] {
  let end = texts.length;
  while (end > 0 && texts[end - 1] === '') end--;
  return texts.slice(0, end);
}

/**
 * A segment whose values can be written in a form: a character of a value that would end it (a delimiter, or a
 * control character) becomes a blank. `onReplaced` is told when that happened.
 */
export function writable(segment: Segment, form: X12Form, onReplaced: () => void): Segment {
  const delimiters = form.element + form.component + form.terminator + REPETITION;
  const clean = (value: string): string => {
    let text = '';
    for (const character of value) text += character < ' ' || delimiters.includes(character) ? ' ' : character;
    if (text !== value) onReplaced();
    return text;
  };
  return segment.map((element) => (typeof element === 'string' ? clean(element) : element.map(clean)));
}
