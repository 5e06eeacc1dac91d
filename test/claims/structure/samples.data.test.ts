import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { acknowledge } from '../../../src/claims/x12/ack/implementation-ack.ts';
import { checkStructure } from '../../../src/claims/x12/structure/checker.ts';
import { dataPath, HAS_DATA } from '../../support/data.ts';
import { errorsOf } from './base.ts';
import { readAcknowledgment } from './read-acknowledgment.ts';
import { sampleSummary } from './sample-summary.ts';
import { SAMPLES } from './samples.ts';

const read = (file: string): Uint8Array => new Uint8Array(readFileSync(dataPath('x12', file)));

describe.skipIf(!HAS_DATA)('every X12 sample', () => {
  const files = HAS_DATA
    ? readdirSync(dataPath('x12'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(dataPath('x12').length + 1))
        .sort()
    : [];

  test('stands in the table', () => {
    expect(files).toEqual(Object.keys(SAMPLES).sort());
  });

  test.each(files)('%s gives the codes of the table', (file) => {
    expect(sampleSummary(checkStructure(read(file)))).toBe(SAMPLES[file]);
  });

  test.each(files)('%s is answered as its errors have it', (file) => {
    for (const report of checkStructure(read(file))) {
      const text = acknowledge(report, { date: '20261125', time: '0910', control: 1 });
      if (text === '') continue;
      const answer = readAcknowledgment(text);
      expect(answer.wellFormed).toBe(true);
      if (report.code !== '000')
        expect(answer.ta1).toMatchObject({ control: report.control.padStart(9, '0'), code: report.code });
      else expect(answer.elements).toBe(errorsOf([report]).filter(({ ik403 }) => ik403 !== null).length);
    }
  });

  // Cut at a terminator, a file must end where a trailer is due, unless it ends with one.
  test.each(files.filter((file) => file.includes('837') && read(file).length < 8_000))(
    '%s cut short is told',
    (file) => {
      const bytes = read(file);
      const whole = checkStructure(bytes);
      if (whole.length !== 1) return;
      const terminator = Buffer.from(bytes).toString('latin1').trimEnd().at(-1) ?? '~';
      for (
        let at = bytes.indexOf(terminator.charCodeAt(0));
        at >= 0;
        at = bytes.indexOf(terminator.charCodeAt(0), at + 1)
      ) {
        const rest = Buffer.from(bytes.subarray(at + 1)).toString('latin1');
        if (!rest.includes('IEA')) break;
        const told = errorsOf(checkStructure(bytes.subarray(0, at + 1)));
        expect(
          told.some(({ ta105 }) => ta105 === '023' || ta105 === '022'),
          `cut at ${at}`,
        ).toBe(true);
      }
    },
  );
});
