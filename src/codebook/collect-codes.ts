import { packCodeText, packModifierText } from '../codes/packed.ts';
import { ProblemError } from '../problems.ts';
import type { HcpcsRecord, Release } from '../releases/release.ts';
import { PACKED_LIMIT } from './code-index.ts';
import { MOST_CODES } from './format.ts';

/** Every code that any release names, packed, ascending. */
export function collectCodes(releases: readonly Release[]): Uint32Array {
  const bits = new Uint32Array(Math.ceil(PACKED_LIMIT / 32));
  for (const release of releases) for (const codes of codesOf(release)) mark(bits, codes, release);
  const packed = marked(bits);
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

function mark(bits: Uint32Array, codes: ArrayLike<number>, release: Release): void {
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i];
    if (!(code >= 0 && code < PACKED_LIMIT)) {
      const file = release.sources[0]?.name;
      throw new ProblemError(
        'release-unfit',
        `Row ${i + 1} names a code that is none.`,
        file === undefined ? {} : { file },
      );
    }
    bits[code >>> 5] |= 1 << (code & 31);
  }
}

function marked(bits: Uint32Array): Uint32Array {
  const codes: number[] = [];
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]; rest !== 0; rest = (rest & (rest - 1)) >>> 0) {
      codes.push(word * 32 + 31 - Math.clz32(rest & -rest));
    }
  }
  return Uint32Array.from(codes);
}
