import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EDITS } from '../../src/edits/edits.ts';
import { DEFAULT_PROFILE } from '../../src/edits/profile.ts';
import { DEFAULT_ACKNOWLEDGMENT } from '../../src/remit/acknowledgment-profile.ts';
import { CLAIM_STATUS } from '../../src/remit/claim-status.ts';
import { markdownTable } from '../support/markdown-table.ts';

const page = (name: string): string => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8');

const refusals = EDITS.flatMap(({ id }) =>
  Object.entries(CLAIM_STATUS[id] ?? {}).map(([reason, { category, line, claim, clinical }]) => [
    `\`${id}\``,
    `\`${reason}\``,
    `${category}:${line}`,
    clinical ? `${category}:${claim}` : 'A3:247',
    clinical ? '`--refuse-ncci`' : 'always',
  ]),
);

const adjustments = EDITS.filter(({ id }) => DEFAULT_PROFILE.edits.includes(id)).flatMap(({ id, reasons, messages }) =>
  reasons
    .filter((reason) => ['deny', 'return'].includes(messages[reason].outcome))
    .map((reason) => {
      const { group, carc, rarc } = DEFAULT_PROFILE.adjustments[id][reason] ?? DEFAULT_PROFILE.adjustments[id]['*'];
      return [`\`${id}\``, `\`${reason}\``, messages[reason].outcome, `${group}-${carc}`, rarc ?? ''];
    }),
);

describe('the pages', () => {
  test('list what a claim is refused for', () => {
    expect(page('acknowledgments-277ca.md')).toContain(
      markdownTable(['edit', 'reason', 'line', 'claim', 'when'], refusals),
    );
  });

  test('list what a line is adjusted for', () => {
    expect(page('estimated-remittance.md')).toContain(
      markdownTable(['edit', 'reason', 'outcome', 'CAS', 'remark'], adjustments),
    );
  });

  test('list every switch with its default', () => {
    for (const [name, value] of Object.entries(DEFAULT_ACKNOWLEDGMENT)) {
      const cell = typeof value === 'boolean' ? `**${value}**` : `**\`${value}\`**`;
      expect(page('acknowledgments-277ca.md')).toMatch(
        new RegExp(`^\\| \`${name}\` +\\| ${cell.replaceAll('*', '\\*')}`, 'm'),
      );
    }
  });
});

describe('the statuses', () => {
  test('are of reasons that there are, and none of those that only ask for a review', () => {
    for (const { id, messages } of EDITS.filter((edit) => CLAIM_STATUS[edit.id] !== undefined)) {
      for (const reason of Object.keys(CLAIM_STATUS[id] ?? {})) {
        expect(['deny', 'return'], `${id} ${reason}`).toContain(messages[reason]?.outcome);
      }
      for (const [reason, { outcome }] of Object.entries(messages)) {
        if (['deny', 'return'].includes(outcome)) expect(CLAIM_STATUS[id], `${id} ${reason}`).toHaveProperty(reason);
      }
    }
  });
});
