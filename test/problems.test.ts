import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem, isHarmless, PROBLEMS, type ProblemCode } from '../src/problems.ts';
import { markdownTable } from './support/markdown-table.ts';

const PAGE = join(import.meta.dirname, '../docs/problems.md');
const SOURCE = join(import.meta.dirname, '../src');

const page = (): string => {
  const codes = Object.keys(PROBLEMS) as ProblemCode[];
  const rows = codes.map((code) => {
    const mark = isHarmless({ code, message: '' }) ? ' *' : '';
    return [`\`${code}\`${mark}`, PROBLEMS[code].title, PROBLEMS[code].action];
  });
  return [
    '# Problems',
    '',
    'What can be wrong with an input or a call. A problem is shown as `file, line 12: message [code]`; the codes are',
    'stable. Broken claims in a file are reported and the rest are still checked; broken release files are refused.',
    'With a star: nothing of the input was left out, so that it changes no exit status.',
    '',
    markdownTable(['code', 'what is wrong', 'what to do'], rows),
    '',
  ].join('\n');
};

describe('the catalogue of problems', () => {
  it('is what docs/problems.md says', () => {
    if (process.env.COLUMNONE_UPDATE_GOLDEN === '1') writeFileSync(PAGE, page());
    expect(readFileSync(PAGE, 'utf8')).toBe(page());
  });

  it('has no code that nothing raises', () => {
    const source = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && name !== 'problems.ts')
      .map((name) => readFileSync(join(SOURCE, name), 'utf8'))
      .join('');
    expect(Object.keys(PROBLEMS).filter((code) => !source.includes(`'${code}'`))).toEqual([]);
  });

  it('says what to do about each', () => {
    for (const { title, action } of Object.values(PROBLEMS)) {
      expect(title).toMatch(/^[A-Z]/);
      expect(action).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('shows the place before the message and the code after it', () => {
    const problem = { code: 'x12-cut', message: 'No.', file: 'a.837', segment: 3, offset: 90 } as const;
    expect(formatProblem(problem)).toBe('a.837, segment 3, byte 90: No. [x12-cut]');
  });
});
