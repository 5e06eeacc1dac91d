import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { compressors } from 'hyparquet-compressors';
import type { BasicType } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { parseColumnMap } from '../../../src/claims/csv/column-map.ts';
import { createClaimReader } from '../../../src/claims/index.ts';
import { readParquet } from '../../../src/claims/parquet/reader.ts';
import { sourceOfBytes } from '../../../src/claims/parquet/source.ts';
import { openTable } from '../../../src/claims/parquet/table.ts';
import { placeless, readTable } from '../../support/table-claims.ts';
import { arbitraryTable } from './arbitrary-table.ts';
import { bytesOf, csvText, jsonText, type Table, tableOf } from './tables.ts';

const COLUMNS: Table = {
  claim: ['A1', 'A1', 'A2'],
  code: ['99213', 'J1885', 'J0135'],
  units: ['1', '4', '2'],
};

const written = (name: string, type: BasicType, data: unknown[], more: object = {}): Uint8Array =>
  bytesOf({ claim: ['A1'], code: ['J0135'] }, { extra: [{ name, type, data, nullable: true }], ...more });

describe('parquet claims', () => {
  test('are told by their first bytes and read like CSV; rows are counted from 1', async () => {
    const { claims, problems, layouts } = await readTable(bytesOf(COLUMNS));
    expect(problems).toEqual([]);
    expect(layouts).toMatchObject([{ layout: 'columns', used: 3, of: 3 }]);
    expect(claims).toMatchObject([
      {
        id: 'A1',
        place: { line: 1 },
        lines: [
          { code: '99213', units: 1 },
          { code: 'J1885', units: 4 },
        ],
      },
      { id: 'A2', place: { line: 3 }, lines: [{ units: 2 }] },
    ]);
  });

  test.each([
    ['whole number', 'units', 'INT32', [7], { units: 7 }],
    ['large number', 'billing npi', 'INT64', [1234567893n], {}],
    ['double', 'charge', 'DOUBLE', [0.1 + 0.2], { charge: 30 }],
    ['float', 'charge', 'FLOAT', [Math.fround(120.3)], { charge: 12030 }],
    ['NaN', 'charge', 'DOUBLE', [Number.NaN], { charge: null }],
    ['null', 'charge', 'DOUBLE', [null], { charge: null }],
    ['timestamp', 'from', 'TIMESTAMP', [new Date('2024-07-01T23:59:00Z')], { from: '2024-07-01' }],
    ['timestamp before 1970', 'from', 'TIMESTAMP', [new Date('1969-12-31T01:00:00Z')], { from: '1969-12-31' }],
    ['text', 'from', 'STRING', ['7/1/2024'], { from: '2024-07-01' }],
    ['bytes', 'from', 'BYTE_ARRAY', [new TextEncoder().encode('20240701')], { from: '2024-07-01' }],
  ] as const)('a %s', async (_, name, type, data, line) => {
    const { claims, problems } = await readTable(written(name, type, [...data]));
    expect(problems).toEqual([]);
    expect(claims).toMatchObject([{ lines: [{ code: 'J0135', ...line }] }]);
  });

  test('decimals are exact, dates are days', async () => {
    const bytes = bytesOf(
      { claim: ['A1'], code: ['J0135'] },
      {
        extra: [
          { name: 'charge', data: [19.99] },
          { name: 'from', data: [19905] },
        ],
        schema: [
          { name: 'root', num_children: 4 },
          { name: 'claim', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
          { name: 'code', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
          {
            name: 'charge',
            type: 'INT32',
            converted_type: 'DECIMAL',
            scale: 2,
            precision: 9,
            repetition_type: 'REQUIRED',
          },
          { name: 'from', type: 'INT32', converted_type: 'DATE', repetition_type: 'REQUIRED' },
        ],
      },
    );
    const { claims, problems } = await readTable(bytes);
    expect(problems).toEqual([]);
    expect(claims).toMatchObject([{ lines: [{ charge: 1999, from: '2024-07-01' }] }]);
  });

  test('values with parts of their own are told once and taken as not given', async () => {
    const bytes = bytesOf(
      { claim: ['A1', 'A2'], code: ['J0135', 'J0135'] },
      {
        extra: [{ name: 'units', data: [{ of: 1 }, { of: 2 }] }],
        schema: [
          { name: 'root', num_children: 3 },
          { name: 'claim', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
          { name: 'code', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
          { name: 'units', num_children: 1, repetition_type: 'REQUIRED' },
          { name: 'of', type: 'INT32', repetition_type: 'REQUIRED' },
        ],
      },
    );
    const { claims, problems } = await readTable(bytes);
    expect(claims.map(({ lines }) => lines[0].units)).toEqual([null, null]);
    expect(problems).toMatchObject([{ code: 'parquet-value', line: 1, message: expect.stringContaining('"units"') }]);
  });

  test('a list is read as its values with commas', async () => {
    const bytes = bytesOf(
      { claim: ['A1', 'A2'], code: ['J0135', 'J0135'] },
      {
        extra: [{ name: 'modifiers', data: [['59', 'RT'], []] }],
        schema: [
          { name: 'root', num_children: 3 },
          { name: 'claim', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
          { name: 'code', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
          { name: 'modifiers', num_children: 1, repetition_type: 'REQUIRED', converted_type: 'LIST' },
          { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
          { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
        ],
      },
    );
    const { claims, problems } = await readTable(bytes);
    expect(problems).toEqual([]);
    expect(claims.map(({ lines }) => lines[0].modifiers)).toEqual([['59', 'RT'], []]);
  });

  test.each([
    ['none', 'UNCOMPRESSED', undefined],
    ['snappy', 'SNAPPY', undefined],
    ['gzip', 'GZIP', (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes))],
    ['zstd', 'ZSTD', (bytes: Uint8Array) => new Uint8Array(zstdCompressSync(bytes))],
    ['brotli', 'BROTLI', (bytes: Uint8Array) => new Uint8Array(brotliCompressSync(bytes))],
  ] as const)('compression: %s', async (_, codec, compress) => {
    expect(Object.keys(compressors).concat('UNCOMPRESSED')).toContain(codec);
    const rows = Array.from({ length: 500 }, (_, i) => i);
    const table = { claim: rows.map((i) => `C${i}`), code: rows.map(() => 'J0135'), units: rows.map(String) };
    const bytes = bytesOf(table, { codec, ...(compress && { compressors: { [codec]: compress } }) });
    const { claims, problems } = await readTable(bytes);
    expect(problems).toEqual([]);
    expect(claims.map(({ lines }) => lines[0].units)).toEqual(rows);
  });

  test('row groups are read one at a time, claims across them as one', async () => {
    const table = { claim: ['A', 'A', 'A', 'B', 'B'], code: ['J0135', 'J0135', 'J0135', 'J0135', 'J0135'] };
    const bytes = bytesOf(table, { rowGroupSize: 2 });
    const asked: [number, number][] = [];
    const source = sourceOfBytes(bytes);
    const counted = {
      ...source,
      slice: (start: number, end = bytes.length) => {
        asked.push([start, end]);
        return source.slice(start, end);
      },
    };
    const lines: number[] = [];
    const turns: number[] = [];
    const options = {
      onClaim: (claim: { ownLines: number }) => lines.push(claim.ownLines),
      onProblem: (problem: object) => expect(problem).toBeUndefined(),
    };
    for await (const rows of readParquet(openTable(counted), options)) turns.push(rows);
    expect(lines).toEqual([3, 2]);
    expect(turns).toEqual([2, 4, 5]);
    // The end of the file, then each of two columns of three groups, once.
    expect(asked.slice(1).length).toBeGreaterThanOrEqual(6);
  });

  test('only the columns that are used are read', async () => {
    const noise = {
      name: 'note',
      type: 'STRING' as const,
      data: Array.from({ length: 3 }, (_, i) => `n${i}`.repeat(5000)),
    };
    const bytes = bytesOf(COLUMNS, { extra: [noise], codec: 'UNCOMPRESSED' });
    let asked = 0;
    const source = sourceOfBytes(bytes);
    const counted = {
      ...source,
      slice: (start: number, end = bytes.length) => {
        // Not the end of the file, which is read whole where the file is small.
        if (end !== bytes.length) asked += end - start;
        return source.slice(start, end);
      },
    };
    let claims = 0;
    const map = parseColumnMap('units=units');
    for await (const _ of readParquet(openTable(counted), { map, onClaim: () => claims++, onProblem: () => {} }));
    expect(claims).toBe(2);
    expect(asked).toBeLessThan(5000);
  });

  test.each([
    ['cut', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 3)],
    ['only its first word', (bytes: Uint8Array) => bytes.subarray(0, 4)],
    [
      'with an end of zeros',
      (bytes: Uint8Array) =>
        Uint8Array.from(bytes, (byte, i) => (i > bytes.length - 40 && i < bytes.length - 8 ? 0 : byte)),
    ],
    [
      'with a length beyond the file',
      (bytes: Uint8Array) =>
        Uint8Array.from(bytes, (byte, i) => (i >= bytes.length - 8 && i < bytes.length - 4 ? 0xff : byte)),
    ],
  ])('%s: broken, and told', async (_, broken) => {
    const { claims, problems } = await readTable(broken(bytesOf(COLUMNS)));
    expect(claims).toEqual([]);
    expect(problems).toMatchObject([{ code: 'parquet-broken' }]);
  });

  test('a codec that is not known is told with its rows', async () => {
    const bytes = bytesOf(COLUMNS, { codec: 'LZO', compressors: { LZO: (input: Uint8Array) => input } });
    const { problems } = await readTable(bytes);
    expect(problems).toMatchObject([{ code: 'parquet-broken', line: 1, message: expect.stringContaining('LZO') }]);
  });

  test('a stream of it is refused', () => {
    const problems: string[] = [];
    const reader = createClaimReader({ onClaim: () => {}, onProblem: ({ code }) => problems.push(code) });
    for (const byte of bytesOf(COLUMNS)) reader.write(Uint8Array.of(byte));
    reader.end();
    expect(problems).toEqual(['parquet-whole']);
  });

  test('layouts and maps are those of CSV', async () => {
    const rif = {
      CLM_ID: ['7'],
      LINE_NUM: ['1'],
      PRF_PHYSN_NPI: ['1245319599'],
      LINE_SRVC_CNT: ['3'],
      HCPCS_CD: ['J1885'],
    };
    const { claims, layouts } = await readTable(bytesOf(rif));
    expect(layouts).toMatchObject([{ layout: 'cms-rif-carrier' }]);
    expect(claims).toMatchObject([{ id: '7', lines: [{ units: 3 }] }]);
    const mapped = await readTable(bytesOf({ Acct: ['1'], Proc: ['J0135'] }), parseColumnMap('claim=Acct,code=Proc'));
    expect(mapped.claims).toMatchObject([{ id: '1', lines: [{ code: 'J0135' }] }]);
  });
});

describe('the same claims', () => {
  test('whatever the order of the columns', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTable, fc.infiniteStream(fc.nat()), async (rows, numbers) => {
        const table = tableOf(rows);
        const names = Object.keys(table);
        const order = new Map(names.map((name) => [name, numbers.next().value as number]));
        const shuffled = names.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
        const other = Object.fromEntries(shuffled.map((name) => [name, table[name]]));
        expect(await readTable(csvText(other))).toMatchObject({ claims: (await readTable(csvText(table))).claims });
      }),
      { numRuns: 60 },
    );
  });

  test('from CSV, parquet and JSON', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTable, async (rows) => {
        const table = tableOf(rows);
        const csv = await readTable(csvText(table));
        const parquet = await readTable(bytesOf(table, { rowGroupSize: 3 }));
        const json = await readTable(jsonText(rows));
        expect(csv.problems).toEqual([]);
        expect(parquet.problems).toEqual([]);
        expect(json.problems).toEqual([]);
        expect(parquet.claims.map(placeless)).toEqual(csv.claims.map(placeless));
        expect(json.claims.map(placeless)).toEqual(csv.claims.map(placeless));
      }),
      { numRuns: 60 },
    );
  });
});
