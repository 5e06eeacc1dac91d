import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { X12Parser } from 'node-x12';
import { describe, expect, test } from 'vitest';
import { X12parser } from 'x12-parser';
import type { Claim } from '../../src/claims/claim.ts';
import { CodedClaim } from '../../src/claims/coded-claim.ts';
import { encodeClaim } from '../../src/claims/encode.ts';
import { Writer837 } from '../../src/claims/x12/write/write-837.ts';
import { codedValues, type Reading, readBytes } from '../support/coded.ts';
import { dataPath, HAS_DATA } from '../support/data.ts';
import { rewrite } from '../support/rewrite.ts';
import { SAMPLES } from './samples.ts';

const read = (file: string): Uint8Array => new Uint8Array(readFileSync(dataPath('x12', file)));

/** `837-x12_valid.txt 2 2 x12-count x12-hierarchy`, as the table has it. */
function summary({ claims, problems }: Reading): string {
  const codes = new Map<string, number>();
  for (const { code } of problems) codes.set(code, (codes.get(code) ?? 0) + 1);
  const told = [...codes].map(([code, times]) => (times === 1 ? code : `${code}×${times}`)).sort();
  return [claims.length, claims.reduce((sum, { lines }) => sum + lines.length, 0), ...told].join(' ');
}

describe.skipIf(!HAS_DATA)('every X12 sample', () => {
  const files = HAS_DATA
    ? readdirSync(dataPath('x12'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(dataPath('x12').length + 1))
        .sort()
    : [];

  test('stands in the table', () => {
    expect(files).toEqual(Object.keys(SAMPLES).sort());
  });

  test.each(files)('%s gives the claims, lines and problems of the table', (file) => {
    expect(summary(readBytes(read(file)))).toBe(SAMPLES[file]);
  });

  test.each(files)('%s reads the same in pieces, and as numbers as in whole', (file) => {
    const bytes = read(file);
    const whole = readBytes(bytes);
    const step = bytes.length > 20_000 ? 1009 : 13;
    const cuts = Array.from({ length: Math.floor(bytes.length / step) }, (_, i) => i * step);
    expect(readBytes(bytes, cuts)).toEqual(whole);
    const into = new CodedClaim();
    const encoded = whole.claims.map((claim) => {
      encodeClaim(claim, into);
      return codedValues(into);
    });
    expect(encoded).toEqual(whole.coded);
  });
});

describe.skipIf(!HAS_DATA)('every X12 sample', () => {
  const files = Object.keys(SAMPLES);

  test.each(files)('%s passes through byte for byte, whatever the pieces', (file) => {
    const bytes = read(file);
    const cuts = Array.from({ length: Math.floor(bytes.length / 997) }, (_, i) => i * 997);
    expect(rewrite(bytes, false, cuts).bytes).toEqual(bytes);
    expect(rewrite(bytes, true, cuts)).toMatchObject({ bytes, changes: [] });
  });

  test.each(files)('%s: its claims written anew are read back the same', (file) => {
    const { claims } = readBytes(read(file));
    const writer = new Writer837(ENVELOPE);
    const text = claims.map((claim) => writer.claim(claim)).join('') + writer.end();
    if (claims.length === 0) expect(text).toBe('');
    else {
      const again = readBytes(new TextEncoder().encode(text));
      expect(again.claims.map(expressible)).toEqual(claims.map(expressible));
      expect(again.problems).toEqual([]);
    }
  });
});

const ENVELOPE = {
  sender: 'S',
  receiver: 'R',
  date: '2024-07-01',
  time: '0900',
  controlNumber: 1,
  usage: 'T',
} as const;

/** A claim without what its kind of 837 cannot say: places and pointers of institutional lines that came in SV1. */
const expressible = ({ place: _, lines, ...claim }: Claim) => ({
  ...claim,
  lines: lines.map((line) =>
    claim.type === 'institutional' ? { ...line, placeOfService: '', diagnosisPointers: [] } : line,
  ),
});

/** What each claim's own lines say, as other readers' bare segments have it. */
interface BareClaim {
  readonly id: string;
  readonly charge: string;
  readonly lines: { revenue: string; service: string[]; dates: string[] }[];
}

/** Gathers claims from segments alone, without regard to loops: SV1 and SV2 stand in claims only. */
function gather(segments: Iterable<readonly string[]>): BareClaim[] {
  const claims: BareClaim[] = [];
  for (const [id, ...elements] of segments) {
    if (id === 'CLM') claims.push({ id: elements[0], charge: elements[1], lines: [] });
    if (id === 'SV1') claims.at(-1)?.lines.push({ revenue: '', service: elements, dates: [] });
    if (id === 'SV2') claims.at(-1)?.lines.push({ revenue: elements[0], service: elements.slice(1, 5), dates: [] });
    if (id === 'DTP' && elements[0] === '472') claims.at(-1)?.lines.at(-1)?.dates.push(elements[2]);
  }
  return claims;
}

function bare(claim: Claim): object {
  return {
    id: claim.id,
    charge: claim.charge,
    lines: claim.lines.map((line) => ({
      revenue: line.revenueCode,
      procedure: [line.qualifier, line.code, ...line.modifiers].join(':').replace(/^:$/, ''),
      charge: line.charge,
      unitBasis: line.unitBasis,
      units: line.units,
      place: line.placeOfService,
      from: line.from,
    })),
  };
}

function bareOfOther({ id, charge, lines }: BareClaim): object {
  const cents = (text: string) => Math.round(Number(text) * 100);
  return {
    id,
    charge: cents(charge),
    lines: lines.map(({ revenue, service, dates }) => ({
      revenue,
      procedure: (service[0] ?? '').split(':').slice(0, 6).join(':').replace(/:+$/, ''),
      charge: cents(service[1]),
      unitBasis: service[2],
      units: Number(service[3]),
      place: service[4] ?? '',
      from: dates[0]?.replace(/^(\d{4})(\d\d)(\d\d).*/, '$1-$2-$3') ?? null,
    })),
  };
}

interface NodeX12Segment {
  readonly tag: string;
  readonly elements: readonly { readonly value: string }[];
}

const segmentsOfNodeX12 = (bytes: Uint8Array): Promise<string[][]> =>
  collect<NodeX12Segment>(bytes, new X12Parser(false), ({ tag, elements }) => [tag, ...elements.map((e) => e.value)]);

/** x12-parser gives `{ name, '1': first component, '1-1': second … }`. */
const segmentsOfX12Parser = (bytes: Uint8Array): Promise<string[][]> =>
  collect<Record<string, string>>(bytes, new X12parser(), (segment) => {
    const elements: string[] = [];
    for (const [key, value] of Object.entries(segment)) {
      const [number, component] = key.split('-').map(Number);
      if (key === 'name' || Number.isNaN(number) || typeof value !== 'string') continue;
      elements[number - 1] = component === undefined ? value : `${elements[number - 1]}:${value}`;
    }
    return [segment.name, ...Array.from(elements, (element) => element ?? '')];
  });

async function collect<T>(
  bytes: Uint8Array,
  parser: NodeJS.ReadWriteStream,
  elementsOf: (segment: T) => string[],
): Promise<string[][]> {
  const segments: string[][] = [];
  const sink = new Writable({
    objectMode: true,
    write(segment, _encoding, done) {
      segments.push(elementsOf(segment as T));
      done();
    },
  });
  await pipeline(Readable.from([Buffer.from(bytes)]), parser, sink);
  return segments;
}

/** Files in plain form, which other readers take too: usual delimiters, claims without oddities. */
const PLAIN = Object.keys(SAMPLES).filter(
  (file) => /^[1-9]\d* \d+$/.test(SAMPLES[file]) || file === 'more/imsweb/837-x12_many_claims.txt',
);

describe.skipIf(!HAS_DATA)('other readers see the same segments', () => {
  test.each(PLAIN)('node-x12: %s', async (file) => {
    const others = gather(await segmentsOfNodeX12(read(file)));
    expect(readBytes(read(file)).claims.map(bare)).toEqual(others.map(bareOfOther));
  });

  test.each(PLAIN)('x12-parser: %s', async (file) => {
    const others = gather(await segmentsOfX12Parser(read(file)));
    expect(readBytes(read(file)).claims.map(bare)).toEqual(others.map(bareOfOther));
  });
});
