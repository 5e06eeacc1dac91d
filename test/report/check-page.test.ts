import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Codebook } from '../../src/codebook/codebook.ts';
import { compile } from '../../src/codebook/compile.ts';
import { openCodebook } from '../../src/codebook/open.ts';
import { CPT_NOTICE } from '../../src/codes/cpt-notice.ts';
import type { ClaimRecord, DataBlock } from '../../src/report/data-blocks.ts';
import { codebookOf } from '../cases/tables/index.ts';
import { sampleReleases } from '../codebook/sample-releases.ts';
import { CLAIMS, pageOf } from './sample-page.ts';

const GOLDEN = join(import.meta.dirname, 'check-page.txt');

let codebook: Codebook;
let pieces: string[] = [];
let page = '';

beforeAll(async () => {
  codebook = await openCodebook(await compile(sampleReleases()));
  pieces = await pageOf(codebook, CLAIMS);
  page = pieces.join('');
});

const blocksOf = (html: string): DataBlock[] =>
  [...html.matchAll(/<script type="application\/json" data-claims>(.*?)<\/script>/gs)].map(([, json]) =>
    JSON.parse(json),
  );
const claimsOf = (html: string): ClaimRecord[] => blocksOf(html).flatMap(({ claims }) => claims);

/** Elements with what identifies them, and their text; data, style and script left out. */
function skeleton(html: string): string {
  const lines: string[] = [];
  let depth = 0;
  let silent = 0;
  const VOID = ['meta', 'input', 'br', '!doctype'];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (VOID.includes(name)) return;
      if (['style', 'script', 'svg'].includes(name)) silent++;
      const kept = ['id', 'class', 'role', 'aria-label', 'aria-labelledby', 'for', 'scope', 'lang']
        .filter((key) => attributes[key] !== undefined)
        .map((key) => ` ${key}=${attributes[key]}`);
      if (silent === 0 || silent === 1) lines.push(`${'  '.repeat(depth)}<${name}${kept.join('')}>`);
      depth++;
    },
    ontext(text) {
      const shown = text.replaceAll(/\b[0-9a-f]{64}\b/g, '<sha-256>').trim();
      if (silent === 0 && shown !== '') lines.push(`${'  '.repeat(depth)}${shown}`);
    },
    onclosetag(name) {
      if (VOID.includes(name)) return;
      depth--;
      if (['style', 'script', 'svg'].includes(name)) silent--;
    },
  });
  parser.end(html);
  return `${lines.join('\n')}\n`;
}

describe('the page of a check', () => {
  it('has the parts of its golden file', () => {
    if (process.env.COLUMNONE_UPDATE_GOLDEN === '1' || !existsSync(GOLDEN)) writeFileSync(GOLDEN, skeleton(page));
    expect(skeleton(page)).toBe(readFileSync(GOLDEN, 'utf8'));
  });

  it('is well formed, and every id that is named is there once', () => {
    const open: string[] = [];
    const ids: string[] = [];
    const VOID = ['meta', 'input', 'br', '!doctype'];
    const parser = new Parser({
      onopentag(name, { id }) {
        if (id !== undefined) ids.push(id);
        if (!VOID.includes(name)) open.push(name);
      },
      onclosetag(name, isImplied) {
        if (!VOID.includes(name)) expect([name, isImplied]).toEqual([open.pop(), false]);
      },
    });
    parser.end(page);
    expect(open).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of page.matchAll(/(?:href="#|aria-labelledby="|label for=")([^"]+)"/g)) expect(ids).toContain(id);
  });

  it('loads nothing from anywhere', () => {
    expect(page).not.toMatch(/https?:|\bsrc=|@import|url\(|<link|<iframe|<object|<img/i);
    expect(page).toContain("default-src 'none'");
  });

  it('holds no name, birth date, member id, folder or identifier that is no NPI, and says so', () => {
    for (const personal of ['ROEHAMPTON', 'QUENTINA', '1950-01-31', 'MEMBER-', '12-SSN', '/home/someone', 'I10']) {
      expect(page).not.toContain(personal);
    }
    expect(page.replaceAll(/\s+/g, ' ')).toContain('no names, birth dates or member ids');
    expect(page).toContain(CPT_NOTICE);
  });

  it('shows hostile text as data that cannot end its element', () => {
    const scripts = page.match(/<\/script/g) ?? [];
    expect(scripts).toHaveLength((page.match(/<script/g) ?? []).length);
    expect(page).not.toContain('<b>A3');
    expect(claimsOf(page).map(([id]) => id)).toContain('<b>A3</b>');
  });

  it('has every claim with a finding on a line, its lines and what was found', () => {
    const [first] = claimsOf(page);
    const { texts } = blocksOf(page)[0];
    const [id, setting, provider, lines, findings] = first;
    expect([id, setting, provider]).toEqual(['A1', 'professional', '1234567893']);
    expect(lines).toEqual([
      [1, 'J0135', 1, '2024-07-01', 12050, 0, '1245319599'],
      [2, 'G0008', 1, '2024-10-02', 6025, 3, ''],
    ]);
    const denied = findings.find(([line]) => line === 1);
    expect(texts[denied?.[3] ?? -1]).toMatch(/G0008/);
  });

  it('counts what was charged on lines denied or returned, and those without a charge', () => {
    expect(page).toContain('<b>$70.25</b>charged on lines denied or returned');
    expect(page).toContain('1 of these lines name no charge.');
  });

  it('is written as the claims come: the data first, the figures last', async () => {
    const many = Array.from({ length: 6_000 }, (_, i) => `C${i},1,Z9999,,1,5,2024-07-01,1234567893,,,,,,,`);
    const written = await pageOf(codebook, [CLAIMS.split('\n')[0], ...many, ''].join('\n'));
    const lengths = written.slice(0, -1).map(({ length }) => length);
    expect(lengths.filter((length) => length > 0).length).toBeGreaterThan(2);
    expect(Math.max(...lengths)).toBeLessThan(1 << 20);
    const whole = written.join('');
    expect(claimsOf(whole)).toHaveLength(6_000);
    expect(whole.indexOf('<body>')).toBeGreaterThan(whole.lastIndexOf('<script type="application/json"'));
    // Texts are written once for all claims.
    expect(blocksOf(whole).flatMap(({ texts }) => texts).length).toBeLessThan(20);
  });

  it('stops at a number of findings that a browser takes, says so, and counts them all', async () => {
    const rows = Array.from({ length: 101_000 }, (_, i) => `C${i},1,Z9999,,1,1,2024-07-01,,,,,,,,`);
    const whole = (await pageOf(codebook, [CLAIMS.split('\n')[0], ...rows, ''].join('\n'))).join('');
    const shown = claimsOf(whole);
    const found = shown.reduce((sum, [, , , , findings]) => sum + findings.length, 0);
    expect(found).toBeLessThanOrEqual(100_000);
    expect(found).toBeGreaterThan(99_990);
    expect(whole).toContain(`${(101_000 - shown.length).toLocaleString('en-US')} more are in the figures above alone`);
    expect(whole).toContain('<b>101,000</b>claims');
    expect(whole).toContain('<b>$101,000.00</b>');
  });

  it('says when nothing was found, and what could not be read', async () => {
    const clean = (await pageOf(codebook, 'claim,code,units,from,unots\nA1,J0135,1,2024-11-01,\n')).join('');
    expect(clean).toContain('No line has a finding.');
    expect(clean).toContain('A CSV header that cannot be used');
    expect(clean).toContain('claims.csv, line 1: The column &#34;unots&#34; is not known');
    expect(clean).not.toContain('id="list"');
  });

  it('names the layout that a table was read by', async () => {
    const header = 'clm_id|line_num|prf_physn_npi|line_srvc_cnt|hcpcs_cd';
    const whole = (await pageOf(codebook, `${header}\n1|1|1245319599|2|J0135\n`)).join('');
    expect(whole).toContain('claims.csv was read as CMS research files, carrier claims.');
  });
});

describe('with a fee schedule', () => {
  it('says what Medicare allows of the lines not paid', async () => {
    const lines = [
      'claim,line,code,units,charge,from,place,billing npi',
      'F1,1,11042,1,500,2024-10-15,11,1234567893',
      'F1,2,99213,1,200,2024-10-15,11,',
      '',
    ];
    const found = (await pageOf(await codebookOf('quarters'), lines.join('\n'))).join('');
    expect(found).toContain('<b>$90.87</b>at stake by what Medicare allows');
    expect(found).toContain('<th scope="col" class="number">At stake</th>');
    expect(found).not.toContain('Money is what was charged');
    expect(page).not.toContain('At stake</th>');
  });
});
