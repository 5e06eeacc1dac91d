import { packCodeText, packModifierText } from '../codes/packed.ts';
import { ProblemError } from '../problems.ts';
import type { HcpcsRecord, Release } from '../releases/release.ts';
import { PACKED_LIMIT } from './code-index.ts';
import { MOST_CODES } from './format.ts';

/** Every code that any release names, packed, ascending. */
export function collectCodes(releases: readonly Release[]): Uint32Array {
  const pages: Pages = [];
  for (const release of releases) for (const codes of codesOf(release)) mark(pages, codes, release);
  const packed = marked(pages);
  if (packed.length > MOST_CODES) {
    throw new ProblemError('codebook-too-large', `${packed.length} different codes; a codebook holds ${MOST_CODES}.`);
  }
  return packed;
}

function codesOf(release: Release): readonly ArrayLike<number>[] {
  switch (release.kind) {
    case 'hcpcs':
      return [release.records.filter(({ isModifier }) => !isModifier).map(packedCode)];
    case 'ncci-ptp': {
      const { columnOne, columnTwo, count } = release.rows;
      return [columnOne.subarray(0, count), columnTwo.subarray(0, count)];
    }
    case 'ncci-mue':
      return [release.rows.map(({ code }) => code)];
    case 'ncci-aoc':
      return [release.rows.flatMap(({ addOn, primary }) => (primary === null ? [addOn] : [addOn, primary]))];
    default:
      return [];
  }
}

/** The packed code of a HCPCS procedure record. */
export function packedCode({ code, line }: HcpcsRecord): number {
  const packed = packCodeText(code);
  if (packed < 0) throw new ProblemError('release-unfit', `"${code}" is not a code of five characters.`, { line });
  return packed;
}

/** The packed value of a HCPCS modifier record. */
export function packedModifier({ code, line }: HcpcsRecord): number {
  const packed = packModifierText(code);
  if (packed < 0) throw new ProblemError('release-unfit', `"${code}" is not a modifier of two characters.`, { line });
  return packed;
}

/** By three first characters one byte for each two last ones. */
type Pages = (Uint8Array | undefined)[];
const PAGE = 36 * 36;

function mark(pages: Pages, codes: ArrayLike<number>, release: Release): void {
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i];
    if (!(code >= 0 && code < PACKED_LIMIT)) throw unfit(release, i);
    const page = (code / PAGE) | 0;
    const marks = pages[page] ?? new Uint8Array(PAGE);
    marks[code - page * PAGE] = 1;
    pages[page] = marks;
  }
}

function unfit({ sources }: Release, row: number): ProblemError {
  const file = sources[0]?.name;
  return new ProblemError('release-unfit', `Row ${row + 1} names what is no code.`, file === undefined ? {} : { file });
}

function marked(pages: Pages): Uint32Array {
  const codes: number[] = [];
  for (let page = 0; page < pages.length; page++) {
    pages[page]?.forEach((marked, last) => {
      if (marked === 1) codes.push(page * PAGE + last);
    });
  }
  return Uint32Array.from(codes);
}
