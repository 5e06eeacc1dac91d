import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../src/codebook/compile.ts';
import { readReleases } from '../src/releases/index.ts';
import { DATA, HAS_DATA } from '../test/support/data.ts';

/** A codebook of all reference data, or of the shipped sample where there is none; its path. */
export async function compiledCodebook(folder: string): Promise<string> {
  const releases = HAS_DATA ? DATA : join(import.meta.dirname, '../samples/releases');
  const path = join(folder, 'bench.codebook');
  writeFileSync(path, compile((await readReleases([releases])).releases));
  return path;
}
