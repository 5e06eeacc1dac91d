import { parse } from 'csv-parse/sync';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { diffText } from '../../src/cli/diff-text.ts';
import { CPT_NOTICE } from '../../src/codes/cpt-notice.ts';
import { CHANGE_CLASSES } from '../../src/diff/change.ts';
import { CSV_COLUMNS, csvLines } from '../../src/diff/csv.ts';
import { diffRecords } from '../../src/diff/diff-records.ts';
import type { DiffDocument } from '../../src/diff/document.ts';
import { filtered } from '../../src/diff/filter.ts';
import { diffPage } from '../../src/diff/html/page.ts';
import { jsonPieces } from '../../src/diff/json.ts';
import { quarter, recordRelease } from '../codebook/releases.ts';
import { HOSTILE, sampleDocument } from './sample-document.ts';

const document = sampleDocument();
const period = quarter(2024, 4);
const csv = [...csvLines(document)].join('');
const json = [...jsonPieces(document)].join('');
const page = await diffPage(document);
const text = diffText(document, 100, true);

describe('every form of output', () => {
  it.each(Object.entries({ csv, json, page, text }))('%s has no licensed text, and says where one was', (_, output) => {
    expect(output).not.toMatch(/zzyzx|frobnicator/i);
    expect(output).toMatch(/licensed text/);
    expect(output).toContain('99213');
  });

  it.each(Object.entries({ json, page, text }))('%s says whose the CPT codes are', (_, output) => {
    expect(output.replaceAll(/\s+/g, ' ')).toContain(CPT_NOTICE);
  });

  it('no notice where no CPT code stands', async () => {
    const [before, after] = ['One', 'Another'].map((text) =>
      recordRelease({ period }, 'icd10cm', [['A00', '1', '1', text]]),
    );
    const [table] = document.tables;
    const own = {
      ...document,
      tables: [{ ...table, table: 'icd10cm', diff: diffRecords(before, after), report: null }],
    };
    expect(await diffPage(own)).not.toContain('copyright the American Medical');
    expect(JSON.parse([...jsonPieces(own)].join('')).notice).toBeNull();
  });

  it('has no path of the machine, the page least of all', () => {
    expect(page).not.toContain('/home/someone');
    expect(page).toContain('2024q4.zip');
  });
});

describe('csv', () => {
  it('read back is the changes', () => {
    const rows = parse(csv, { columns: true, record_delimiter: '\r\n' }) as Record<
      (typeof CSV_COLUMNS)[number],
      string
    >[];
    expect(Object.keys(rows[0])).toEqual([...CSV_COLUMNS]);
    const back = rows.map((row) => ({
      ...{ table: row.table, change: row.change, code: row.code, other: row.other_code, title: row.title },
      fields: row.fields.split('\n').map((field, i) => ({
        ...{ field, before: row.before_values.split('\n')[i], after: row.after_values.split('\n')[i] },
      })),
    }));
    const changes = document.tables.flatMap(({ table, diff }) =>
      Array.from(diff.changes, ({ change, code, other, title, fields }) => ({
        table,
        change,
        code,
        other,
        title,
        fields,
      })),
    );
    expect(back).toEqual(changes);
    expect(changes.some(({ title }) => title === HOSTILE)).toBe(true);
  });
});

describe('json', () => {
  it('is one document with every change and every file', () => {
    const { before, after, remarks, unpaired, tables } = JSON.parse(json);
    expect({ before, after, remarks, unpaired }).toEqual({
      ...{ before: document.before, after: document.after, remarks: document.remarks, unpaired: document.unpaired },
    });
    for (const [i, table] of tables.entries()) {
      const { diff } = document.tables[i];
      expect(table.changes).toEqual([...diff.changes]);
      expect(table.counts).toEqual(diff.counts);
      expect(table.before.sources[0].sha256).toBe(diff.before.sources[0].sha256);
    }
    expect(tables[0].report.differences).toEqual([
      { code: '99213', cms: 'N', cmsText: 'No Change', ours: 'C', reason: 'one-word' },
      { code: 'D0120', cms: 'none', cmsText: '', ours: 'none', reason: 'gone' },
    ]);
  });
});

describe('the page', () => {
  it('is well formed: every element is closed in order, every id is there once', () => {
    const open: string[] = [];
    const ids: string[] = [];
    const VOID = ['meta', 'input', 'br', '!doctype'];
    const parser = new Parser(
      {
        onopentag(name, { id }) {
          if (id !== undefined) ids.push(id);
          if (!VOID.includes(name)) open.push(name);
        },
        onclosetag(name, isImplied) {
          if (VOID.includes(name)) return;
          expect([name, isImplied]).toEqual([open.pop(), false]);
        },
      },
      { recognizeSelfClosing: true },
    );
    parser.end(page);
    expect(open).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of page.matchAll(/(?:href="#|aria-labelledby="|data-filter="|label for=")([^"]+)"/g))
      expect(ids).toContain(id);
  });

  it('loads nothing from anywhere', () => {
    expect(page).not.toMatch(/https?:|\bsrc=|@import|url\(|<link|<iframe|<object|<img/i);
    expect(page).toContain("default-src 'none'");
  });

  it('shows hostile text as text', () => {
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toContain('alert("x")');
    expect(page).toContain('&#60;script&#62;');
  });

  it('names both releases, their files with SHA-256, and the codebook', () => {
    for (const words of [
      'hcpcs/2024Q3',
      '<code>a1</code>',
      '<code>a2</code>',
      'a'.repeat(64),
      'superseded',
      'rbcs/2024',
    ])
      expect(page).toContain(words);
  });

  it('has a chart for the eye with its words for who does not see it', () => {
    expect(page.match(/<figure>/g)?.length).toBeGreaterThanOrEqual(4);
    expect(page.match(/role="img" aria-label="[^"]+"/g)?.length).toBe(page.match(/<svg /g)?.length);
  });

  it('is the same page again', async () => {
    expect(await diffPage(sampleDocument())).toBe(page);
  });

  it('leaves rows out beyond a thousand, and says so and where they are', async () => {
    const [table] = document.tables;
    const [change] = table.diff.changes;
    const changes = Array.from({ length: 1_001 }, (_, i) => ({
      ...change,
      change: 'added' as const,
      code: `J${1000 + i}`,
    }));
    const counts = { ...table.diff.counts, added: changes.length };
    const long = await diffPage({
      ...document,
      tables: [{ ...table, diff: { ...table.diff, changes, counts, total: 1_001 } }],
    });
    expect(long).toContain('J1999');
    expect(long).not.toContain('J2000');
    expect(long).toContain('1 more are left out');
    expect(long).toContain('--only added --csv');
  });
});

describe('a filter', () => {
  const [{ diff }] = document.tables;
  const codes = (filter: Parameters<typeof filtered>[1]): string[] =>
    Array.from(filtered(diff, filter).changes, ({ code }) => code);

  it.each<[string, Parameters<typeof filtered>[1], string[]]>([
    ['a letter', { only: null, codes: [{ from: 'J', to: 'J' }] }, ['J0135']],
    ['a range, both ends in it', { only: null, codes: [{ from: 'G0008', to: 'J0135' }] }, ['G0008', 'J0135']],
    ['a range that ends before', { only: null, codes: [{ from: 'G0008', to: 'J0134' }] }, ['G0008']],
    ['a range of beginnings', { only: null, codes: [{ from: 'D01', to: 'G0' }] }, ['D0120', 'D0140', 'G0008']],
    ['a modifier', { only: null, codes: [{ from: 'XS', to: 'XS' }] }, ['XS']],
    ['classes', { only: ['added', 'discontinued'], codes: null }, ['XS', 'D0120', 'D0140', 'G0008']],
    ['both', { only: ['added'], codes: [{ from: 'D', to: 'D' }] }, ['D0140']],
  ])('of %s', (_, filter, expected) => {
    expect(codes(filter)).toEqual(expected);
    const { counts, total } = filtered(diff, filter);
    expect([total, CHANGE_CLASSES.reduce((sum, change) => sum + counts[change], 0)]).toEqual([
      expected.length,
      expected.length,
    ]);
  });

  it('finds a pair by either code', () => {
    const table = document.tables.find(
      ({ table: name }) => name === 'ncci-ptp/professional',
    ) as DiffDocument['tables'][number];
    const found = filtered(table.diff, { only: null, codes: [{ from: 'J', to: 'J' }] });
    expect(Array.from(found.changes, ({ code, other }) => [code, other])).toEqual([['11042', 'J0135']]);
  });
});
