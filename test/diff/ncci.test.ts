import { describe, expect, it } from 'vitest';
import { dayOf, OPEN_DAY } from '../../src/codes/day.ts';
import type { Change } from '../../src/diff/change.ts';
import { diffAddOns } from '../../src/diff/diff-aoc.ts';
import { diffMue } from '../../src/diff/diff-mue.ts';
import { diffPtp } from '../../src/diff/diff-ptp.ts';
import { tally } from '../../src/diff/tallies.ts';
import {
  addOnRelease,
  mueRelease,
  type PlainAddOn,
  type PlainMue,
  type PlainPair,
  ptpRelease,
  quarter,
} from '../codebook/releases.ts';

const before = { period: quarter(2024, 3) };
const after = { period: quarter(2024, 4) };
const day = dayOf(2024, 10, 1);

/** `added 11042/97597 deletion:→2024-09-30`, one a change. */
const told = (changes: Iterable<Change>): string[] =>
  Array.from(changes, ({ change, code, other, fields }) =>
    [
      change,
      other === '' ? code : `${code}/${other}`,
      ...fields.map((field) => `${field.field}:${field.before}→${field.after}`),
    ].join(' '),
  );

describe('pairs', () => {
  const pair: PlainPair = {
    columnOne: '11042',
    columnTwo: '97597',
    effective: 0,
    deletion: OPEN_DAY,
    indicator: 1,
    rationale: 'Standards',
  };
  const diff = (a: PlainPair[], b: PlainPair[]) => diffPtp(ptpRelease(before, a), ptpRelease(after, b));

  it.each<[string, PlainPair[], PlainPair[], string[]]>([
    ['are the same', [pair], [pair], []],
    [
      'are added',
      [],
      [{ ...pair, effective: day }],
      ['added 11042/97597 effective:→2024-10-01 modifierIndicator:→1 rationale:→Standards'],
    ],
    ['are deleted', [pair], [{ ...pair, deletion: day - 1 }], ['discontinued 11042/97597 deletion:→2024-09-30']],
    [
      'are deleted as of the day they began',
      [pair],
      [{ ...pair, deletion: 0, indicator: 9 }],
      ['discontinued 11042/97597 deletion:→1996-01-01 modifierIndicator:1→9'],
    ],
    [
      'are added and deleted at once',
      [],
      [{ ...pair, deletion: 100 }],
      ['discontinued 11042/97597 effective:→1996-01-01 deletion:→1996-04-10 modifierIndicator:→1 rationale:→Standards'],
    ],
    [
      'are no longer printed',
      [{ ...pair, deletion: 100 }],
      [],
      ['removed 11042/97597 effective:1996-01-01→ deletion:1996-04-10→ modifierIndicator:1→ rationale:Standards→'],
    ],
    ['come back', [{ ...pair, deletion: day }], [pair], ['reactivated 11042/97597 deletion:2024-10-01→']],
    [
      'end on another day',
      [{ ...pair, deletion: day }],
      [{ ...pair, deletion: day + 1 }],
      ['changed 11042/97597 deletion:2024-10-01→2024-10-02'],
    ],
    ['have another indicator', [pair], [{ ...pair, indicator: 0 }], ['changed 11042/97597 modifierIndicator:1→0']],
    [
      'have another rationale',
      [pair],
      [{ ...pair, rationale: 'Misuse' }],
      ['changed 11042/97597 rationale:Standards→Misuse'],
    ],
    ['existed before 1996 after all', [pair], [{ ...pair, prior1996: true }], ['changed 11042/97597 prior1996:→yes']],
    [
      'begin anew after they ended',
      [{ ...pair, deletion: 100 }],
      [
        { ...pair, deletion: 100 },
        { ...pair, effective: day },
      ],
      ['added 11042/97597 effective:→2024-10-01 modifierIndicator:→1 rationale:→Standards'],
    ],
    [
      'turn round',
      [pair],
      [{ ...pair, columnOne: '97597', columnTwo: '11042' }],
      [
        'removed 11042/97597 effective:1996-01-01→ modifierIndicator:1→ rationale:Standards→',
        'added 97597/11042 effective:→1996-01-01 modifierIndicator:→1 rationale:→Standards',
      ],
    ],
  ])('%s', (_, a, b, expected) => expect(told(diff(a, b).changes)).toEqual(expected));

  it('are found whatever their order in the files', () => {
    const many = ['99213', '11042', 'J0135', '0042T'].map((columnOne) => ({ ...pair, columnOne }));
    const changed = many.map((each) => ({ ...each, indicator: 0 as const }));
    const expected = told(diff(many, changed).changes);
    expect(expected).toHaveLength(4);
    expect(told(diff([...many].reverse(), changed).changes)).toEqual(expected);
    expect(told(diff(many, [...changed].reverse()).changes)).toEqual(expected);
  });

  it('are compared by the text of their rationale, not by its number', () => {
    const other = { ...pair, columnTwo: 'J0135', rationale: 'Misuse' };
    expect(diff([pair, other], [other, pair]).total).toBe(0);
  });

  it('are counted by rationale and by range of codes', () => {
    const { byRationale, bySection } = tally(
      diff(
        [pair],
        [
          { ...pair, deletion: day },
          { ...pair, columnOne: 'J0135' },
        ],
      ),
    );
    expect([...byRationale]).toEqual([['Standards', { added: 1, discontinued: 1 }]]);
    expect([...bySection.keys()]).toEqual(['10000–19999', 'J']);
  });
});

describe('MUE values', () => {
  const row: PlainMue = { code: '11042', value: 3, mai: 2, rationale: 'Clinical: Data' };
  const diff = (a: PlainMue[], b: PlainMue[]) => diffMue(mueRelease(before, a), mueRelease(after, b));

  it.each<[string, PlainMue[], PlainMue[], string[]]>([
    ['are the same', [row], [row], []],
    ['are added', [], [row], ['added 11042 value:→3 mai:→2 rationale:→Clinical: Data']],
    ['of 0 are added', [], [{ ...row, value: 0, mai: null, rationale: '' }], ['added 11042 value:→0']],
    ['are removed', [row], [], ['removed 11042 value:3→ mai:2→ rationale:Clinical: Data→']],
    ['are raised', [row], [{ ...row, value: 4 }], ['changed 11042 value:3→4']],
    ['have another indicator', [row], [{ ...row, mai: 3 }], ['changed 11042 mai:2→3']],
    [
      'have another rationale',
      [row],
      [{ ...row, rationale: 'CMS Policy' }],
      ['changed 11042 rationale:Clinical: Data→CMS Policy'],
    ],
  ])('%s', (_, a, b, expected) => expect(told(diff(a, b).changes)).toEqual(expected));

  it('are counted as raised and lowered', () => {
    const rows = [row, { ...row, code: '97597' }, { ...row, code: 'J0135' }];
    const { raised, lowered } = tally(
      diff(rows, [
        { ...rows[0], value: 9 },
        { ...rows[1], value: 10 },
        { ...rows[2], value: 2 },
      ]),
    );
    expect([raised, lowered]).toEqual([2, 1]);
  });
});

describe('add-on code edits', () => {
  const row: PlainAddOn = { addOn: '11045', primary: '11042', type: 1, effective: 0, deletion: OPEN_DAY };
  const diff = (a: PlainAddOn[], b: PlainAddOn[]) => diffAddOns(addOnRelease(before, a), addOnRelease(after, b));

  it.each<[string, PlainAddOn[], PlainAddOn[], string[]]>([
    ['are the same', [row], [row], []],
    ['are added', [], [{ ...row, effective: day }], ['added 11045/11042 type:→1 effective:→2024-10-01']],
    ['end', [row], [{ ...row, deletion: day }], ['discontinued 11045/11042 deletion:→2024-10-01']],
    ['are taken back', [{ ...row, deletion: day }], [row], ['reactivated 11045/11042 deletion:2024-10-01→']],
    ['are no longer printed', [row], [], ['removed 11045/11042 type:1→ effective:1996-01-01→']],
    ['are of another type', [row], [{ ...row, type: 3 }], ['changed 11045/11042 type:1→3']],
    [
      'leave the primary to the contractor',
      [],
      [{ ...row, primary: null, effective: null, deletion: null }],
      ['added 11045/CCCCC type:→1'],
    ],
  ])('%s', (_, a, b, expected) => expect(told(diff(a, b).changes)).toEqual(expected));

  it('of one add-on code and primary: the rows that are the same belong together', () => {
    const rows = [
      { ...row, deletion: 100 },
      { ...row, effective: 200 },
    ];
    expect(told(diff(rows, [rows[0], { ...rows[1], deletion: day }]).changes)).toEqual([
      'discontinued 11045/11042 deletion:→2024-10-01',
    ]);
  });
});
