import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { EM_ROWS } from '../../src/codes/evaluation-and-management-codes.ts';
import { dataPath, HAS_DATA } from '../support/data.ts';

describe.skipIf(!HAS_DATA)('the evaluation and management codes of the 2025 fee schedule', () => {
  const listed = (): Set<string> => {
    const text = gunzipSync(readFileSync(dataPath('fee-schedule', 'PPRRVU2025_Oct.nodesc.csv.gz'))).toString('latin1');
    return new Set([...text.matchAll(/^([0-9A-Z]\d{3}[0-9A-Z]),/gm)].map(([, code]) => code));
  };

  it('are the current ones here, and none that has ended', () => {
    const codes = listed();
    expect(codes.size).toBeGreaterThan(15_000);
    const wrong = EM_ROWS.filter(({ code, lastYear }) => codes.has(code) === (lastYear !== null && lastYear < 2025));
    expect(wrong).toEqual([]);
  });

  it('are all here', () => {
    const ours = new Set(EM_ROWS.map(({ code }) => code));
    const section = [...listed()].filter((code) => code >= '99202' && code <= '99499' && /^\d+$/.test(code));
    expect(section.length).toBeGreaterThan(150);
    expect(section.filter((code) => !ours.has(code))).toEqual([]);
  });
});
