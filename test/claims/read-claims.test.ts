import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { type ClaimInput, type ClaimItem, readClaims } from '../../src/claims/index.ts';

const TEXT = 'claim,code,units,from\nA1,J0135,2,2024-07-01\n,J0136,1,2024-07-01\nA2,J1885,1,2024-07-01\n';
const BYTES = new TextEncoder().encode(TEXT);

async function itemsOf(input: ClaimInput): Promise<ClaimItem[]> {
  const items: ClaimItem[] = [];
  for await (const item of readClaims(input, { file: 'some.csv', setting: 'dme' })) items.push(item);
  return items;
}

async function* pieces(): AsyncIterable<Uint8Array> {
  for (let at = 0; at < BYTES.length; at += 7) yield BYTES.subarray(at, at + 7);
}

const stream = () =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(BYTES.subarray(0, 30));
      controller.enqueue(BYTES.subarray(30));
      controller.close();
    },
  });

describe('readClaims', () => {
  test.each<[string, () => ClaimInput]>([
    ['text', () => TEXT],
    ['bytes', () => BYTES],
    ['an async iterable', pieces],
    ['a web stream', stream],
    [
      'a web stream that cannot be iterated',
      () => {
        const plain = stream();
        return { getReader: () => plain.getReader() } as unknown as ReadableStream<Uint8Array>;
      },
    ],
  ])('takes %s', async (_, input) => {
    const items = await itemsOf(input());
    expect(items.map(({ claim, problem }) => claim?.id ?? problem?.code)).toEqual(['claim-without-id', 'A1', 'A2']);
    // A claim is complete when the next one begins, after the problem with a row between them.
    expect(items[1].claim).toMatchObject({ setting: 'dme', place: { file: 'some.csv', line: 2 } });
    expect(items[0].problem).toMatchObject({ file: 'some.csv', line: 3 });
  });
});

describe('claims/ runs outside of Node', () => {
  const root = join(import.meta.dirname, '../../src/claims');

  test('it bundles for a browser', async () => {
    const bundle = await build({
      entryPoints: [join(root, 'index.ts')],
      bundle: true,
      platform: 'browser',
      format: 'esm',
      write: false,
      logLevel: 'silent',
    });
    expect(bundle.outputFiles[0].text).not.toMatch(/from\s*["']node:/);
  });

  test('no file imports a Node module', () => {
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) expect(readFileSync(join(root, file), 'utf8')).not.toMatch(/from 'node:/);
  });
});
