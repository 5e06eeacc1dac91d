import {
  CODED,
  COMPOSITE,
  DATE,
  DECIMAL,
  type ElementSpec,
  FREE,
  type Guide,
  type LoopSpec,
  type Node,
  type Parts,
  PERIOD,
  type SegmentSpec,
  TIME,
  WHOLE,
} from '../../../src/claims/x12/structure/guide.ts';

/**
 * A file of one transaction set written from a guide's table: all that is required, and the situational nodes on
 * the paths given; `left` is left out. Values are the least that each element takes.
 */
export function writeNode(guide: Guide, version: string, paths: readonly (readonly Node[])[], left?: Node): string {
  const chosen = new Set(paths.flat());
  const counts = { level: 0, line: 0 };
  const levels = { billing: 0, subscriber: 0 };
  const segments: string[] = [];
  const loop = (of: LoopSpec): void => {
    for (const node of of.nodes) {
      if (node === left || (node.bit === 0 && !chosen.has(node))) continue;
      if (node.loop !== null) loop(node.loop);
      else segments.push(segment(node.segment, of));
    }
  };
  const segment = (spec: SegmentSpec, of: LoopSpec): string => {
    const values = leastValues(spec);
    if (spec.id === 'HL') hl(values, of);
    if (spec.id === 'LX') values[0] = String(++counts.line);
    if (spec.id === 'CLM') counts.line = 0;
    return [spec.id, ...values].join('*').replace(/\*+$/, '');
  };
  const hl = (values: string[], of: LoopSpec): void => {
    values[0] = String(++counts.level);
    if (of.id === '2000A') levels.billing = counts.level;
    if (of.id === '2000B') {
      levels.subscriber = counts.level;
      values[1] = String(levels.billing);
      values[3] = of.nodes.some((node) => node.loop?.id === '2000C' && chosen.has(node)) ? '1' : '0';
    }
    if (of.id === '2000C') values[1] = String(levels.subscriber);
  };
  loop(guide.loop);
  return [
    'ISA*00*          *00*          *ZZ*SUBMITTER01    *ZZ*PAYER01        *260901*0900*^*00501*000000101*0*T*:',
    `GS*HC*SUBMITTER01*PAYER01*20260901*0900*101*X*${version}`,
    `ST*837*0001*${version}`,
    ...segments,
    `SE*${segments.length + 2}*0001`,
    'GE*1*101',
    'IEA*1*000000101',
  ]
    .map((text) => `${text}~`)
    .join('');
}

function leastValues({ elements, required, relations }: Parts): string[] {
  const wanted = elements.map((_, i) => (required & (1 << (i + 1))) !== 0);
  for (const { kind, first, mask } of relations) {
    const among = elements.flatMap((_, i) => ((mask & (1 << (i + 1))) !== 0 ? [i] : []));
    const asked =
      kind === 'P' ? among.some((i) => wanted[i]) : kind === 'C' || kind === 'L' ? wanted[first - 1] : false;
    if (kind === 'R' && !among.some((i) => wanted[i])) wanted[among[0]] = true;
    if (asked) for (const i of among) wanted[i] = true;
  }
  let format = '';
  return elements.map((element, i) => {
    const value = wanted[i] ? leastValue(element, format) : '';
    if (element.nextIsPeriod) format = value;
    return value;
  });
}

const PERIODS: Readonly<Record<string, string>> = {
  D8: '20260901',
  RD8: '20260901-20260902',
  DT: '202609010800',
  TM: '0800',
};

function leastValue(element: ElementSpec, format: string): string {
  if (element.parts !== null && element.mode === COMPOSITE) {
    return leastValues(element.parts).join(':').replace(/:+$/, '');
  }
  switch (element.mode) {
    case CODED:
      return codeOf(element.codes[0]);
    case PERIOD:
      return PERIODS[format] ?? 'X';
    case DATE:
      return '20260901';
    case TIME:
      return '0900';
    case WHOLE:
    case DECIMAL:
      return '1'.repeat(Math.max(1, element.shortest));
    case FREE:
      return 'A'.repeat(element.shortest);
    default:
      return '';
  }
}

function codeOf(packed: number): string {
  let text = '';
  for (let rest = packed; rest !== 0; rest >>>= 8) text = String.fromCharCode(rest & 0xff) + text;
  return text;
}
