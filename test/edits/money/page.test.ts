import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { WHY_MEANS } from '../../../src/edits/money/why.ts';
import { markdownTable } from '../../support/markdown-table.ts';

const PAGE = join(import.meta.dirname, '../../../docs/money.md');

it('the page says what each reason means', () => {
  const table = markdownTable(
    ['reason', 'what it means'],
    Object.entries(WHY_MEANS)
      .filter(([reason]) => reason !== 'known')
      .map(([reason, means]) => [`\`${reason}\``, means]),
  );
  if (process.env.COLUMNONE_UPDATE_GOLDEN === '1') {
    const page = readFileSync(PAGE, 'utf8');
    writeFileSync(
      PAGE,
      page.replace(/\| reason [\s\S]*?\n\n/, () => `${table}\n\n`),
    );
  }
  expect(readFileSync(PAGE, 'utf8')).toContain(table);
});
