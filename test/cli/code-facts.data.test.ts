import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeFacts } from '../../src/cli/code-facts.ts';
import type { Codebook } from '../../src/codebook/codebook.ts';
import { compile } from '../../src/codebook/compile.ts';
import { openCodebook } from '../../src/codebook/open.ts';
import { type Day, NOT_A_DAY, parseDay } from '../../src/codes/day.ts';
import { readReleases } from '../../src/releases/index.ts';
import { zipEntries } from '../../src/releases/zip.ts';
import { dataPath, HAS_DATA } from '../support/data.ts';

/** A code as CMS's text file has it, read here by position alone. */
interface Printed {
  readonly description: string;
  readonly terminated: Day;
}

async function printed(zip: string): Promise<Map<string, Printed>> {
  const path = dataPath('hcpcs', zip);
  const entries = await zipEntries(readFileSync(path), path);
  const entry = entries.find(({ name }) => /_ANWEB(?:_disc)?\.txt$/i.test(name));
  if (entry === undefined) throw new Error(`${zip} has no text file`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry.open()) chunks.push(chunk);
  const codes = new Map<string, Printed>();
  for (const line of Buffer.concat(chunks).toString('latin1').split(/\r?\n/)) {
    const code = line.slice(0, 5).trim();
    const row = line.slice(11, 91).trim();
    if (line[10] === '3' || line[10] === '7') {
      codes.set(code, { description: row, terminated: parseDay(line.slice(284, 292)) });
    } else if (line[10] === '4' || line[10] === '8') {
      const first = codes.get(code) as Printed;
      codes.set(code, { ...first, description: `${first.description} ${row}` });
    }
  }
  return codes;
}

const YEARS = [2017, 2018, 2019] as const;
const archive = (year: number): string => `${year}-Alpha-Numeric-HCPCS-File.zip`;
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Of one annual file alone: what CMS corrected after it, and ended in hindsight, is in others. */
async function codebookOf(year: number): Promise<Codebook> {
  const { releases } = await readReleases([dataPath('hcpcs', archive(year))]);
  return openCodebook(compile(releases));
}

describe.skipIf(!HAS_DATA)('what is said of every code', () => {
  it.each(YEARS)('in %i the long descriptor is CMS’s rows joined, and what has ended says so', async (year) => {
    const [codes, codebook] = [await printed(archive(year)), await codebookOf(year)];
    const on = parseDay(`${year}-12-31`);
    const wrong: string[] = [];
    let ended = 0;
    for (const [code, { description, terminated }] of codes) {
      const facts = await codeFacts(codebook, code, { on });
      if (facts.level === 'I') continue;
      if (squeezed(facts.description ?? '') !== squeezed(description)) wrong.push(`${code}: ${facts.description}`);
      const hasEnded = terminated !== NOT_A_DAY && terminated < on;
      if ((facts.status === 'terminated') !== hasEnded) wrong.push(`${code}: ${facts.status}`);
      if (hasEnded) ended++;
    }
    expect(wrong).toEqual([]);
    expect(codes.size).toBeGreaterThan(6_400);
    expect(ended).toBeGreaterThan(100);
  });

  it('names what replaces each code that ended in 2018, where CMS refers to one', async () => {
    const [codes, codebook] = [await printed(archive(2019)), await codebookOf(2019)];
    const on = parseDay('2019-01-01');
    const ended = [...codes].filter(([, { terminated }]) => terminated === parseDay('2018-12-31'));
    const facts = await Promise.all(ended.map(([code]) => codeFacts(codebook, code, { on })));
    const referring = facts.filter(({ crossReferences }) => crossReferences.some((text) => text.length === 5));
    expect(referring.length).toBeGreaterThan(10);
    for (const { crossReferences, replacedBy } of referring) {
      expect(crossReferences).toEqual(expect.arrayContaining([replacedBy[0].code]));
    }
  });
});
