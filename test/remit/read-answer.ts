/** A reader of 277CA and 835 for tests, apart from the code that writes them: by splitting alone, money as cents. */

export interface AnswerRead {
  readonly isa: readonly string[];
  readonly groups: readonly { readonly gs: readonly string[]; readonly transactions: readonly Transaction[] }[];
}

export interface Transaction {
  readonly st: readonly string[];
  readonly segments: readonly (readonly string[])[];
}

/** Every interchange of the text; throws where counts, nesting or control numbers are wrong. */
export function readAnswers(text: string): AnswerRead[] {
  const answers: {
    isa: string[];
    groups: { gs: string[]; transactions: { st: string[]; segments: string[][] }[] }[];
  }[] = [];
  const segments = text.split('~\n').slice(0, -1);
  let open: string[][] | null = null;
  for (const segment of segments) {
    const elements = segment.split('*');
    const answer = answers.at(-1);
    const group = answer?.groups.at(-1);
    const transaction = group?.transactions.at(-1);
    switch (elements[0]) {
      case 'ISA':
        if (segment.length !== 105) throw new Error('ISA is not as wide as it must be');
        answers.push({ isa: elements, groups: [] });
        break;
      case 'GS':
        answer!.groups.push({ gs: elements, transactions: [] });
        break;
      case 'ST':
        open = [];
        group!.transactions.push({ st: elements, segments: open });
        break;
      case 'SE':
        if (Number(elements[1]) !== open!.length + 2)
          throw new Error(`SE01 is ${elements[1]}, not ${open!.length + 2}`);
        if (elements[2] !== transaction!.st[2]) throw new Error('SE02 is not ST02');
        open = null;
        break;
      case 'GE':
        if (open !== null) throw new Error('GE within a transaction set');
        if (Number(elements[1]) !== group!.transactions.length || elements[2] !== group!.gs[6]) throw new Error('GE');
        break;
      case 'IEA':
        if (Number(elements[1]) !== answer!.groups.length || elements[2] !== answer!.isa[13]) throw new Error('IEA');
        break;
      default:
        if (open === null) throw new Error(`${elements[0]} outside of a transaction set`);
        open.push(elements);
    }
  }
  return answers;
}

export const transactionsOf = (text: string): Transaction[] =>
  readAnswers(text).flatMap(({ groups }) => groups.flatMap(({ transactions }) => transactions));

const centsOf = (text = '0'): number => {
  if (!/^-?\d+(\.\d{1,2})?$/.test(text)) throw new Error(`${text} is no amount`);
  return Math.round(Number(text) * 100);
};

export interface Level {
  readonly accepted: number;
  readonly refused: number;
  readonly acceptedCents: number;
  readonly refusedCents: number;
}

export interface AcknowledgedClaim {
  readonly id: string;
  readonly accepted: boolean;
  readonly cents: number;
  /** Every composite of STC01, STC10 and STC11 of the claim. */
  readonly statuses: readonly string[];
  readonly text: string;
  readonly lines: readonly {
    readonly service: string;
    readonly statuses: readonly string[];
    readonly number: string;
  }[];
  readonly segments: readonly (readonly string[])[];
}

export interface Acknowledged {
  readonly total: Level;
  readonly said: readonly {
    readonly name: string;
    readonly level: Level | null;
    readonly claims: AcknowledgedClaim[];
  }[];
}

/** A 277CA by its levels; HL must count on and name the level above. */
export function acknowledged({ segments }: Transaction): Acknowledged {
  const levels: (readonly string[])[][] = [];
  for (const segment of segments) {
    if (segment[0] === 'HL') levels.push([segment]);
    else levels.at(-1)?.push(segment);
  }
  let provider = '';
  for (const [i, [hl]] of levels.entries()) {
    const parent = { '20': '', '21': '1', '19': '2', PT: provider }[hl[3]];
    if (hl[1] !== String(i + 1) || hl[2] !== parent) throw new Error(`HL ${hl.join('*')}`);
    if (hl[3] === '19') provider = hl[1];
  }
  const [, receiver, ...rest] = levels;
  const said: { name: string; level: Level | null; claims: AcknowledgedClaim[] }[] = [];
  for (const level of rest) {
    if (level[0][3] === '19') said.push({ name: level[1].slice(3).join('*'), level: levelOf(level), claims: [] });
    else said.at(-1)!.claims.push(claimOf(level));
  }
  return { total: levelOf(receiver)!, said };
}

function levelOf(level: readonly (readonly string[])[]): Level | null {
  if (!level.some(([id]) => id === 'STC')) return null;
  const of = (id: string, ...codes: string[]): string | undefined =>
    level.find(([segment, code]) => segment === id && codes.includes(code))?.[2];
  return {
    accepted: Number(of('QTY', '90', 'QA') ?? 0),
    refused: Number(of('QTY', 'AA', 'QC') ?? 0),
    acceptedCents: centsOf(of('AMT', 'YU')),
    refusedCents: centsOf(of('AMT', 'YY')),
  };
}

const statusesOf = (stc: readonly string[]): string[] => [stc[1], stc[10], stc[11]].filter((status) => !!status);

function claimOf(level: readonly (readonly string[])[]): AcknowledgedClaim {
  const stc = level.find(([id]) => id === 'STC')!;
  const lines = level.flatMap((segment, i) =>
    segment[0] === 'SVC' ? [{ service: segment[1], statuses: statusesOf(level[i + 1]), number: level[i + 2][2] }] : [],
  );
  return {
    id: level.find(([id]) => id === 'TRN')?.[2] ?? '',
    accepted: stc[3] === 'WQ',
    cents: centsOf(stc[4]),
    statuses: statusesOf(stc),
    text: stc[12] ?? '',
    lines,
    segments: level,
  };
}

export interface PaidClaim {
  readonly id: string;
  readonly status: string;
  readonly charge: number;
  readonly paid: number;
  readonly adjusted: number;
  readonly lines: readonly {
    readonly charge: number;
    readonly paid: number;
    readonly adjusted: number;
    readonly codes: string;
  }[];
}

/** An 835 by its claims. */
export function paid({ segments }: Transaction): PaidClaim[] {
  const claims: {
    id: string;
    status: string;
    charge: number;
    paid: number;
    adjusted: number;
    lines: { charge: number; paid: number; adjusted: number; codes: string }[];
  }[] = [];
  for (const segment of segments) {
    const claim = claims.at(-1);
    const line = claim?.lines.at(-1);
    if (segment[0] === 'CLP') {
      claims.push({
        id: segment[1],
        status: segment[2],
        charge: centsOf(segment[3]),
        paid: centsOf(segment[4]),
        adjusted: 0,
        lines: [],
      });
    } else if (segment[0] === 'SVC') {
      claim!.lines.push({ charge: centsOf(segment[2]), paid: centsOf(segment[3]), adjusted: 0, codes: '' });
    } else if (segment[0] === 'CAS') {
      const of = line ?? claim!;
      of.adjusted += centsOf(segment[3]);
      if (line !== undefined) line.codes += `${segment[1]}-${segment[2]}`;
    } else if (segment[0] === 'LQ') line!.codes += ` ${segment[2]}`;
  }
  return claims;
}

/** What does not add up in an 835 as it stands: line, claim and transaction set. */
export function imbalances(transaction: Transaction): string[] {
  const claims = paid(transaction);
  const wrong: string[] = [];
  for (const { id, charge, paid: claimPaid, adjusted, lines } of claims) {
    for (const line of lines) if (line.charge - line.adjusted !== line.paid) wrong.push(`${id} line`);
    const sum = (of: 'charge' | 'paid' | 'adjusted'): number => lines.reduce((total, line) => total + line[of], 0);
    if (charge - adjusted - sum('adjusted') !== claimPaid) wrong.push(`${id} claim`);
    if (sum('paid') !== claimPaid) wrong.push(`${id} payments`);
  }
  const bpr = transaction.segments.find(([id]) => id === 'BPR')!;
  if (centsOf(bpr[2]) !== claims.reduce((total, claim) => total + claim.paid, 0)) wrong.push('BPR02');
  return wrong;
}
