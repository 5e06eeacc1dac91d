import { ProblemError } from '../problems.ts';
import { narrow } from './compile-parts.ts';
import { MOST_ROW_REFERENCES, PAGE_CODES, type PtpColumns } from './format.ts';

/** PTP rows by column one, then column two, then oldest first. */
export interface PtpRowColumns {
  readonly columnOne: Uint16Array;
  readonly columnTwo: Uint16Array;
  readonly window: Uint32Array;
  readonly note: Uint32Array;
}

type Blocks = Pick<PtpColumns, 'offsets' | 'page' | 'block' | 'blockOffsets' | 'columnTwo' | 'window' | 'note'>;

/** Divides the rows into pages and stores pages with the same rows once. */
export function shareBlocks(rows: PtpRowColumns, codeCount: number): Blocks {
  const offsets = new Int32Array(codeCount + 1);
  const pages: number[] = [];
  const blocks: number[] = [];
  const shared = new SharedBlocks(rows);
  for (let start = 0, end = 0; start < rows.columnOne.length; start = end) {
    end = endOfPage(rows, start);
    offsets[rows.columnOne[start] + 1]++;
    pages.push(Math.floor(rows.columnTwo[start] / PAGE_CODES));
    blocks.push(shared.number(start, end));
  }
  for (let code = 0; code < codeCount; code++) offsets[code + 1] += offsets[code];
  if (pages.length * shared.longest > MOST_ROW_REFERENCES) {
    throw new ProblemError('codebook-too-large', `PTP rows of ${pages.length} stretches of codes.`);
  }
  return { offsets, page: Uint8Array.from(pages), block: narrow(blocks), ...shared.columns() };
}

function endOfPage({ columnOne, columnTwo }: PtpRowColumns, start: number): number {
  const page = Math.floor(columnTwo[start] / PAGE_CODES);
  let end = start + 1;
  while (
    end < columnOne.length &&
    columnOne[end] === columnOne[start] &&
    Math.floor(columnTwo[end] / PAGE_CODES) === page
  ) {
    end++;
  }
  return end;
}

/** Blocks numbered as they come up; each is kept as the rows that first had its content. */
class SharedBlocks {
  longest = 0;
  private readonly rows: PtpRowColumns;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** By a hash of the content the blocks that have it. */
  private readonly byHash = new Map<number, number[]>();

  constructor(rows: PtpRowColumns) {
    this.rows = rows;
  }

  get count(): number {
    return this.starts.length;
  }

  number(start: number, end: number): number {
    const hash = this.hash(start, end);
    const candidates = this.byHash.get(hash);
    const known = candidates?.find((block) => this.hasRows(block, start, end));
    if (known !== undefined) return known;
    const block = this.starts.push(start) - 1;
    this.ends.push(end);
    this.longest = Math.max(this.longest, end - start);
    if (candidates) candidates.push(block);
    else this.byHash.set(hash, [block]);
    return block;
  }

  columns(): Pick<Blocks, 'blockOffsets' | 'columnTwo' | 'window' | 'note'> {
    const blockOffsets = new Int32Array(this.count + 1);
    for (let b = 0; b < this.count; b++) blockOffsets[b + 1] = blockOffsets[b] + this.ends[b] - this.starts[b];
    const size = blockOffsets[this.count];
    const columnTwo = new Uint8Array(size);
    const window = new Uint32Array(size);
    const note = new Uint32Array(size);
    for (let b = 0; b < this.count; b++) {
      // A byte array keeps a column-two id modulo 256.
      columnTwo.set(this.rows.columnTwo.subarray(this.starts[b], this.ends[b]), blockOffsets[b]);
      window.set(this.rows.window.subarray(this.starts[b], this.ends[b]), blockOffsets[b]);
      note.set(this.rows.note.subarray(this.starts[b], this.ends[b]), blockOffsets[b]);
    }
    return { blockOffsets, columnTwo, window: narrow(window), note: narrow(note) };
  }

  private hash(start: number, end: number): number {
    const { columnTwo, window, note } = this.rows;
    let hash = end - start;
    for (let row = start; row < end; row++) {
      hash = Math.imul(hash ^ (columnTwo[row] % PAGE_CODES), 0x01000193);
      hash = Math.imul(hash ^ window[row], 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 15) ^ note[row], 0xc2b2ae35);
    }
    return hash;
  }

  private hasRows(block: number, start: number, end: number): boolean {
    const { columnTwo, window, note } = this.rows;
    const shift = this.starts[block] - start;
    if (this.ends[block] - this.starts[block] !== end - start) return false;
    for (let row = start; row < end; row++) {
      const other = row + shift;
      if ((columnTwo[row] ^ columnTwo[other]) % PAGE_CODES !== 0) return false;
      if (window[row] !== window[other] || note[row] !== note[other]) return false;
    }
    return true;
  }
}
