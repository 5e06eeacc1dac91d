import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { columnone, ROOT, scratch } from './support.ts';

const folder = scratch();

/** Values of a person that stand in the broken inputs below; no output may hold one. */
const PERSONAL = ['QUIXANO', 'Alonsa', 'MBR777555', '19470229', '1947-02-29', 'Mancha Street'];

const json = (changed: object): string =>
  JSON.stringify({
    id: 'A1',
    subscriber: { memberId: 'MBR777555', lastName: 'QUIXANO', firstName: 'Alonsa', birthDate: '1947-02-29', sex: 'F' },
    lines: [{ code: 'J0135', units: 2, from: '2024-07-01' }],
    ...changed,
  });

const HEADER = 'claim,code,units,from,member id,last name,first name,birth date';
const ROW = 'A1,J0135,2,2024-07-01,MBR777555,QUIXANO,Alonsa,1947-02-29';

/** The sample's first claims about the person, with a birth date that is none. */
const X12 = readFileSync(join(ROOT, 'samples/claims/clinic.837'), 'latin1')
  .replaceAll(/NM1\*(IL|QC)\*1\*[^~]*/g, 'NM1*$1*1*QUIXANO*Alonsa****MI*MBR777555')
  .replaceAll(/N3\*[^~]*/g, 'N3*Mancha Street')
  .replaceAll(/DMG\*D8\*\d{8}/g, 'DMG*D8*19470229');

const INPUTS: Readonly<Record<string, string>> = {
  'date.json': json({}),
  'kinds.json': json({ subscriber: { memberId: ['MBR777555'], lastName: { QUIXANO: 1 }, sex: 'QUIXANO' } }),
  'patient.json': json({ patient: 'QUIXANO Alonsa', payer: 'MBR777555', billingProvider: ['QUIXANO'] }),
  'lines.json': json({ lines: [{ code: 'J0135', units: 'QUIXANO', from: '1947-02-29', charge: 'Alonsa' }] }),
  'cut.json': json({}).slice(0, -20),
  'quote.json': json({}).replace('"QUIXANO"', 'QUIXANO"'),
  'date.csv': `${HEADER}\n${ROW}\n`,
  'cells.csv': `${HEADER}\n${ROW},MBR777555,QUIXANO\n${ROW.replace('QUIXANO', 'QUIXANO Alonsa')}\n`,
  'quote.csv': `${HEADER}\n${ROW.replace('QUIXANO', '"QUIXANO')}\n`,
  'headless.csv': `${ROW}\n${ROW}\n`,
  'date.837': X12,
  'cut.837': X12.slice(0, X12.indexOf('QUIXANO', 2_000) + 4),
  'no-isa.837': X12.slice(X12.indexOf('ST*')),
  'segments.837': X12.replaceAll('NM1*IL*', 'QUIXANO*').replaceAll('HL*', 'HL*MBR777555*'),
  'noise.txt': PERSONAL.join(' '),
};

it.each(['text', 'json', 'ndjson'])('what is said of broken input as %s names no person', (format) => {
  for (const [name, content] of Object.entries(INPUTS)) writeFileSync(join(folder, name), content, 'latin1');
  const { stdout, stderr, status } = columnone(['check', '--format', format, folder]);
  expect(status).toBe(2);
  expect(stderr.match(/^columnone: /gm)?.length).toBeGreaterThan(10);
  // Of one code, standard error tells three a file; JSON has them all.
  if (format === 'json') expect(JSON.parse(stdout).problems.length).toBeGreaterThan(20);
  for (const value of PERSONAL) expect(stdout + stderr).not.toContain(value);
});
