import { describe, expect, it } from 'vitest';
import { byteSize } from '../../src/cli/screen.ts';
import { table } from '../../src/cli/table.ts';
import { wrap } from '../../src/cli/wrap.ts';
import { spans } from '../../src/report/resolution-text.ts';

describe('table', () => {
  it('makes columns as wide as their cells and wraps the last one', () => {
    const text = table(
      [{ title: 'kind' }, { title: 'rows', align: 'right' }, { title: 'files' }],
      [
        ['hcpcs', '158', 'HCPC2024_JUL_ANWEB.txt'],
        ['ncci-ptp', '1,234', 'one.txt, two.txt, three.txt'],
      ],
      40,
    );
    expect(text).toBe(
      [
        'kind       rows  files',
        'hcpcs       158  HCPC2024_JUL_ANWEB.txt',
        'ncci-ptp  1,234  one.txt, two.txt,',
        '                 three.txt',
        '',
      ].join('\n'),
    );
  });

  it('cuts a name that is wider than the screen, best at _ or -', () => {
    const row = ['ncci-mue', 'MCR_MUE_PractitionerServices_Eff_07-01-2024.csv'];
    const lines = table([{ title: 'kind' }, { title: 'files' }], [row], 40)
      .trimEnd()
      .split('\n');
    expect(lines.slice(1)).toEqual(['ncci-mue  MCR_MUE_PractitionerServices_', '          Eff_07-01-2024.csv']);
  });

  it('shows its head alone without rows', () => {
    expect(table([{ title: 'file' }, { title: 'why' }], [], 80)).toBe('file  why\n');
  });
});

describe('wrap', () => {
  it('breaks at spaces and indents what follows', () => {
    expect(wrap('one two three four five six seven', 24, 4)).toBe('one two three four\n    five six seven');
  });

  it('keeps a word that is longer than a line', () => {
    expect(wrap('x'.repeat(50), 30, 2)).toBe('x'.repeat(50));
  });
});

it.each([
  [['E1', 'E2', 'E3', 'E4', 'FA', 'F1', 'F2', '59'], 'E1–E4 FA F1 F2 59'],
  [['24', '25', '57'], '24 25 57'],
  [[], ''],
])('draws runs of modifiers together: %j', (modifiers, text) => {
  expect(spans(modifiers)).toBe(text);
});

it.each([
  [999, '999 B'],
  [63_400, '63 KB'],
  [53_400_000, '53.4 MB'],
])('says a size: %d', (bytes, text) => {
  expect(byteSize(bytes)).toBe(text);
});
