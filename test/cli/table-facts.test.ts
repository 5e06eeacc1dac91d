import { describe, expect, it } from 'vitest';
import { codeFacts } from '../../src/cli/code-facts.ts';
import { codeText } from '../../src/cli/code-text.ts';
import { compile } from '../../src/codebook/compile.ts';
import { openCodebook } from '../../src/codebook/open.ts';
import { dayOf } from '../../src/codes/day.ts';
import { EM_ROWS } from '../../src/codes/evaluation-and-management-codes.ts';
import { RECORD_TABLES } from '../../src/releases/record-tables.ts';
import { hcpcsRelease, quarter, recordRelease } from '../codebook/releases.ts';

const period = quarter(2024, 3);
const year = { label: '2024', from: dayOf(2023, 10, 1), to: dayOf(2024, 9, 30) };

/** A fee schedule row by the names of its fields. */
const fees = (key: string, fields: Partial<Record<(typeof RECORD_TABLES)['pfs'][number], string>>) =>
  [key, ...RECORD_TABLES.pfs.map((name) => fields[name] ?? '')] as const;

const codebook = await openCodebook(
  compile([
    hcpcsRelease({ period, sha256: 'h' }, [
      { code: 'J3490', longDescription: 'Unclassified drugs', processingNote: '0088' },
      { code: 'G0008', processingNote: '0099' },
    ]),
    recordRelease({ period, sha256: 'n' }, 'hcpcs-notes', [['0088', 'An invented note.']]),
    recordRelease({ period, sha256: 'c' }, 'hcpcs-noc', [['J3490', 'Unclassified drugs']]),
    recordRelease({ period, sha256: 'p' }, 'pfs', [
      fees('G0008', {
        status: 'A',
        globalDays: '010',
        coSurgery: '0',
        workRvu: '1.00',
        nonFacilityTotal: '2.75',
        facilityTotal: '0.00',
        conversionFactor: '32.3465',
      }),
      fees('J3490', { status: 'E' }),
    ]),
    recordRelease({ period, sha256: 'a' }, 'asp', [['G0008', 'Invented', '10 MG', '1.234']]),
    recordRelease({ period, sha256: 'r' }, 'rbcs', [
      ['G0008', '', '', 'Treatment', '', 'Old', '', '', '', '', '', '', '', '2014-01-01'],
      ['G0008', '', '', 'Treatment', '', 'New', '', '', '', '', '', '', '', '2024-08-01'],
    ]),
    recordRelease({ period: year, sha256: 'i' }, 'icd10cm', [
      ['E11', '1', '0', 'Type 2 diabetes mellitus', 'Type 2 diabetes mellitus'],
      ['E119', '2', '1', 'Type 2 diab w/o complications', 'Type 2 diabetes mellitus without complications'],
    ]),
  ]),
);

const facts = (code: string, month = 8, day = 1, yearOf = 2024) =>
  codeFacts(codebook, code, { on: dayOf(yearOf, month, day) });

describe('what tables beside HCPCS say of a code', () => {
  it('gives the text of its processing note, where the notes have it', async () => {
    expect(await facts('J3490')).toMatchObject({ processingNote: '0088', processingNoteText: 'An invented note.' });
    expect(await facts('G0008')).toMatchObject({ processingNote: '0099', processingNoteText: null });
  });

  it('says that it is not otherwise classified', async () => {
    expect((await facts('J3490')).notOtherwiseClassified).toBe('hcpcs-noc/2024Q3');
    expect((await facts('G0008')).notOtherwiseClassified).toBeNull();
  });

  it('prices it by relative values and conversion factor, to the cent', async () => {
    // 2.75 times 32.3465 is 88.952875.
    expect((await facts('G0008')).feeSchedule).toMatchObject({
      status: 'A',
      nonFacilityCents: 8895,
      facilityCents: null,
    });
    expect((await facts('J3490')).feeSchedule).toMatchObject({ status: 'E', nonFacilityCents: null });
    expect((await facts('G0009')).feeSchedule).toBeNull();
  });

  it('shows rules only where an indicator ties one', async () => {
    const text = codeText(await facts('G0008'), '2024-08-01', 200);
    expect(text).toContain('global 010 that day and ten after; co-surgeon 0 not permitted\n');
    expect(text).toContain('$88.95 outside a facility, no amount in one');
    expect(text).toContain('$1.234 for 10 MG');
    expect(codeText(await facts('J3490'), '2024-08-01', 200)).not.toContain('rules');
  });

  it('takes the category that had begun by the day', async () => {
    expect((await facts('G0008', 7, 31)).rbcs?.subcategory).toBe('Old');
    expect((await facts('G0008', 8, 1)).rbcs?.subcategory).toBe('New');
  });
});

describe('an ICD-10-CM code', () => {
  it.each([
    ['on the first day of the year', 2023, 10, 1, 'valid'],
    ['on the last', 2024, 9, 30, 'valid'],
    ['the day before', 2023, 9, 30, 'not-loaded'],
    ['the day after', 2024, 10, 1, 'not-loaded'],
  ])('stands %s', async (_, yearOf, month, day, status) => {
    expect(await facts('E11.9', month, day, yearOf)).toMatchObject({
      status,
      code: 'E11.9',
      kind: 'diagnosis',
      description: 'Type 2 diabetes mellitus without complications',
    });
  });

  it('is told from a header and from one that is not listed', async () => {
    expect((await facts('E11')).status).toBe('not-billable');
    expect((await facts('E11.8')).status).toBe('unknown');
  });

  it('cannot be told without a release', async () => {
    const without = await openCodebook(compile([hcpcsRelease({ period, sha256: 'h' }, [{ code: 'J3490' }])]));
    const { status, reason } = await codeFacts(without, 'E11.9', { on: dayOf(2024, 8, 1) });
    expect(status).toBe('not-loaded');
    expect(reason).toContain('ICD-10-CM');
  });
});

describe('an evaluation and management code', () => {
  it('is told by its number, whichever it is', async () => {
    const told = await Promise.all(EM_ROWS.map(async ({ code }) => (await facts(code)).evaluationAndManagement?.code));
    expect(told).toEqual(EM_ROWS.map(({ code }) => code));
    expect((await facts('G0008')).evaluationAndManagement).toBeNull();
  });
});
