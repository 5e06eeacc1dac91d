import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, csvText } from '../claims/parquet/tables.ts';
import { columnone, type Run, sampleCodebook, scratch } from './support.ts';

const folder = scratch();
const TABLE = {
  Acct: ['A1', 'A1', 'A2'],
  'Proc Code': ['80053', '80048', 'Z9999'],
  'Svc Dt': ['10/16/2024', '10/16/2024', '10/16/2024'],
  Qty: ['1', '1', '1'],
  Fee: ['14.50', '9.80', '5'],
};
const MAP = 'claim=Acct,code=Proc Code,from=Svc Dt,units=Qty,charge=Fee';
const csv = join(folder, 'export.csv');
const parquet = join(folder, 'export.parquet');
const map = join(folder, 'map.json');
let codebook = '';

const check = (...args: string[]): Run => columnone(['check', '--codebook', codebook, ...args]);

beforeAll(() => {
  codebook = sampleCodebook(folder);
  writeFileSync(csv, csvText(TABLE));
  writeFileSync(parquet, bytesOf(TABLE, { rowGroupSize: 2 }));
  writeFileSync(map, '{ "claim": "Acct", "code": "Proc Code", "from": "Svc Dt", "units": "Qty", "charge": "Fee" }\n');
});

describe('tables of claims', () => {
  it('are read by a map, which is told', () => {
    const { status, stderr, stdout } = check('--map', MAP, '--format', 'ndjson', csv);
    expect(status).toBe(1);
    expect(stderr).toContain('read as columns by their names, and by the map [columns], 5 of 5 columns');
    expect(stderr).not.toContain('\ufffd');
    expect(stdout).toContain('"code":"80048","edit":"ncci-ptp","outcome":"deny"');
  });

  it('are the same from parquet, and with the map in a file', () => {
    const expected = check('--map', MAP, '--format', 'ndjson', csv).stdout;
    const run = check('--map', map, '--format', 'ndjson', parquet);
    expect(run.status).toBe(1);
    expect(run.stdout).toBe(expected);
  });

  it('have their layout in JSON', () => {
    const { layouts } = JSON.parse(check('--map', map, '--format', 'json', csv, parquet).stdout);
    expect(layouts).toMatchObject([
      { file: csv, layout: 'columns', mapped: true, columns: { code: ['Proc Code'] }, used: 5, of: 5 },
      { file: parquet, layout: 'columns' },
    ]);
  });

  it.each([
    ['a field that is none', 'cod=Acct', 'did you mean code'],
    ['no map at all', 'nothing-there', 'neither a file nor a map'],
    ['a folder', folder, 'It is a folder where a file is needed'],
  ])('2 for %s', (_, text, words) => {
    const { status, stderr, stdout } = check('--map', text, csv);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
    expect(stdout).toBe('');
  });

  it('2 for a column that the file does not have, the other files read', () => {
    const other = join(folder, 'other.csv');
    writeFileSync(other, 'claim,code\nB1,Z9999\n');
    const { status, stderr, stdout } = check('--map', MAP, '--format', 'ndjson', other, csv);
    expect(status).toBe(2);
    expect(stderr).toContain('[map-column]');
    expect(stdout).toContain('"claim":"A1"');
  });

  it('2 for parquet on standard input, with what to do', () => {
    const run = columnone(['check', '--codebook', codebook, '-'], { input: readFileSync(parquet) });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('[parquet-whole]');
  });
});

describe('convert', () => {
  it('gives the same claims from CSV and parquet, by a map', () => {
    const args = ['convert', '--map', map, '--to', 'ndjson'];
    const [fromCsv, fromParquet] = [columnone([...args, csv]), columnone([...args, parquet])];
    expect([fromCsv.status, fromParquet.status]).toEqual([0, 0]);
    expect(fromCsv.stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(fromParquet.stdout).toBe(fromCsv.stdout);
    expect(fromParquet.stderr).toContain('by the map');
  });
});

describe('--out', () => {
  it('writes a page that is whole', () => {
    const out = join(folder, 'report.html');
    const run = check('--map', MAP, '--format', 'html', '--out', out, csv);
    expect([run.status, run.stdout]).toEqual([1, '']);
    const page = readFileSync(out, 'utf8');
    expect(page).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    expect(page).toContain('<b>$14.80</b>charged on lines denied or returned');
    expect(page).toContain('export.csv was read as columns by their names and by the map given.');
    expect(page).not.toContain(folder);
  });

  it('is the same as standard output, for every format', () => {
    for (const format of ['html', 'json', 'ndjson', 'text']) {
      const args = ['--map', MAP, '--format', format, '--written', '2024-07-01T12:00', csv];
      const out = join(folder, `out.${format}`);
      expect(check(...args, '--out', out).status).toBe(1);
      expect(readFileSync(out, 'utf8')).toBe(check(...args).stdout);
    }
  });

  it('2 where it cannot be written, and nothing is left behind', () => {
    const out = join(folder, 'no', 'such', 'folder.html');
    const run = check('--format', 'html', '--out', out, csv);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('[file-unwritable]');
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
