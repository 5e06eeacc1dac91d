import { OTHER_CODES } from './data-elements.ts';
import { type ElementSpec, type Guide, type LoopSpec, packText } from './guide.ts';

/**
 * Codes of an element that X12 certainly has: those that a guide uses somewhere, and some more. X12's own lists
 * are not free.
 */
export function knownCodes(guides: readonly Guide[]): ReadonlyMap<string, ReadonlySet<number>> {
  const known = new Map<string, Set<number>>();
  const add = (number: string, codes: Iterable<number>): void => {
    const set = known.get(number) ?? new Set();
    for (const code of codes) set.add(code);
    known.set(number, set);
  };
  for (const [number, codes] of Object.entries(OTHER_CODES)) add(number, codes.split(' ').map(packText));
  for (const element of guides.flatMap(({ loop }) => elementsOf(loop))) add(element.number, element.codes);
  return known;
}

function elementsOf(loop: LoopSpec): ElementSpec[] {
  return loop.nodes.flatMap((node) =>
    node.loop !== null
      ? elementsOf(node.loop)
      : node.segment.elements.flatMap((element) => [element, ...(element.parts?.elements ?? [])]),
  );
}
