/** What a TA1 or 999 says, read back without the project's own readers. */
export interface ReadAcknowledgment {
  /** Counts and control numbers of all trailers are right, and each segment stands where it may. */
  readonly wellFormed: boolean;
  readonly ta1: { readonly control: string; readonly verdict: string; readonly code: string } | null;
  /** AK1 to AK9 of each group. */
  readonly groups: readonly {
    readonly group: string;
    readonly transactions: readonly {
      readonly control: string;
      readonly verdict: string;
      readonly codes: readonly string[];
    }[];
    readonly ak9: readonly string[];
  }[];
  /** IK3 and IK4 segments in all. */
  readonly segments: number;
  readonly elements: number;
}

/** What may stand after each segment of a 999 (005010X231A1). */
const NEXT: Readonly<Record<string, string>> = {
  ISA: 'TA1 GS IEA',
  TA1: 'GS IEA',
  GS: 'ST',
  ST: 'AK1',
  AK1: 'AK2 AK9',
  AK2: 'IK3 IK5',
  IK3: 'CTX IK4 IK3 IK5',
  CTX: 'CTX IK4 IK3 IK5',
  IK4: 'CTX IK4 IK3 IK5',
  IK5: 'AK2 AK9',
  AK9: 'SE',
  SE: 'ST GE',
  GE: 'GS IEA',
  IEA: '',
};

export function readAcknowledgment(text: string): ReadAcknowledgment {
  const segments = text
    .trim()
    .split('~')
    .map((segment) => segment.trim().split('*'))
    .filter(([id]) => id !== '');
  const groups: {
    group: string;
    transactions: { control: string; verdict: string; codes: string[] }[];
    ak9: string[];
  }[] = [];
  let ta1: ReadAcknowledgment['ta1'] = null;
  let wellFormed = true;
  const assert = (condition: boolean): void => {
    wellFormed &&= condition;
  };
  let start = 0;
  segments.forEach(([id, ...elements], i) => {
    const next = segments[i + 1]?.[0] ?? '';
    assert((NEXT[id] ?? '-').split(' ').includes(next));
    if (id === 'TA1') ta1 = { control: elements[0], verdict: elements[3], code: elements[4] };
    if (id === 'ISA') assert(segments[i].join('*').length === 105);
    if (id === 'ST') start = i;
    if (id === 'SE') assert(elements[0] === String(i - start + 1) && elements[1] === segments[start][2]);
    if (id === 'AK1') groups.push({ group: elements[1], transactions: [], ak9: [] });
    if (id === 'AK2') groups.at(-1)?.transactions.push({ control: elements[1], verdict: '', codes: [] });
    const transaction = groups.at(-1)?.transactions.at(-1);
    if (id === 'IK5' && transaction !== undefined) [transaction.verdict, ...transaction.codes] = elements;
    const group = groups.at(-1);
    if (id === 'AK9' && group !== undefined) group.ak9 = elements;
    if (id === 'GE') assert(elements[0] === '1');
    if (id === 'IEA')
      assert(elements[0] === String(segments.filter(([gs]) => gs === 'GS').length) && elements[1] === segments[0][13]);
  });
  const count = (id: string): number => segments.filter(([of]) => of === id).length;
  return { wellFormed, ta1, groups, segments: count('IK3'), elements: count('IK4') };
}
