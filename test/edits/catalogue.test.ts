import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Edit, RuleSource } from '../../src/edits/define-edit.ts';
import { EDITS } from '../../src/edits/edits.ts';
import { EDIT_ORDER } from '../../src/edits/finding.ts';
import { DEFAULT_PROFILE } from '../../src/edits/profile.ts';
import { RESOLUTION_ORDER } from '../../src/edits/stages.ts';
import { CASES } from '../cases/index.ts';
import { markdownTable } from '../support/markdown-table.ts';

const DOCS = join(import.meta.dirname, '../../docs/edits');

function adjustment({ id, messages }: Edit, reason: string): string {
  if (messages[reason].outcome === 'info') return '';
  const words = DEFAULT_PROFILE.adjustments[id];
  const { group, carc, rarc } = words[reason] ?? words['*'];
  return `${group}-${carc}${rarc === null ? '' : ` ${rarc}`}`;
}

function reasonsTable(edit: Edit): string {
  const rows = edit.reasons.map((reason) => {
    const { outcome, means } = edit.messages[reason];
    return [`\`${reason}\``, outcome, means, adjustment(edit, reason)];
  });
  return markdownTable(['reason', 'outcome', 'what it means', 'Medicare'], rows);
}

const sourceText = ({ document, section, date }: RuleSource): string =>
  `- ${[document, section, date].filter((part) => part !== undefined).join(', ')}`;

/** The page with the catalogue's tables between its marks. */
function withTables(page: string, edit: Edit): string {
  const put = (text: string, mark: string, table: string) =>
    text.replace(
      new RegExp(`<!-- ${mark} -->[^]*<!-- /${mark} -->`),
      () => `<!-- ${mark} -->\n\n${table}\n\n<!-- /${mark} -->`,
    );
  return put(put(page, 'reasons', reasonsTable(edit)), 'sources', edit.sources.map(sourceText).join('\n'));
}

describe.each(EDITS.map((edit) => [edit.id, edit] as const))('%s', (id, edit) => {
  it('has a page with its reasons and sources', () => {
    const path = join(DOCS, `${id}.md`);
    const page = readFileSync(path, 'utf8');
    expect(page).toMatch(
      new RegExp(`^# ${id}\n\n\\*\\*What\\.\\*\\* .*\\*\\*Why\\.\\*\\* .*\\*\\*What to do\\.\\*\\* `, 's'),
    );
    for (const mark of ['reasons', 'sources']) expect(page).toContain(`<!-- ${mark} -->`);
    const wanted = withTables(page, edit);
    if (process.env.COLUMNONE_UPDATE_GOLDEN === '1') writeFileSync(path, wanted);
    expect(readFileSync(path, 'utf8')).toBe(wanted);
  });

  it('has a table of cases, each with the sentence it shows', () => {
    expect(CASES[id].length).toBeGreaterThan(20);
    for (const { name, rule } of CASES[id]) {
      expect(name).not.toBe('');
      expect(rule).toMatch(/\S/);
    }
  });

  it('has a place in the payer profile for what it denies, returns or puts to review, and none too many', () => {
    const words = DEFAULT_PROFILE.adjustments[id];
    for (const reason of edit.reasons) {
      if (edit.messages[reason].outcome !== 'info') expect(words[reason] ?? words['*']).toBeDefined();
    }
    for (const reason of Object.keys(words)) expect(['*', ...edit.reasons]).toContain(reason);
  });

  it('says what each reason means and where the rule comes from', () => {
    for (const reason of edit.reasons) {
      expect(reason).toMatch(/^[a-z][a-z-]*[a-z]$/);
      expect(edit.messages[reason].means).toMatch(/^.+\.$/);
      expect(edit.messages[reason].means).not.toContain('|');
    }
    expect(edit.sources.length).toBeGreaterThan(0);
    expect(edit.since).toMatch(/^\d+\.\d+\.\d+$/);
    expect(RESOLUTION_ORDER).toContain(edit.stage);
  });
});

describe('the pages of the edits', () => {
  const readme = readFileSync(join(DOCS, 'README.md'), 'utf8');

  it('name every edit and the order of resolution', () => {
    for (const id of EDIT_ORDER) expect(readme).toContain(`[${id}](${id}.md)`);
    expect(readme.replace(/\s+/g, ' ')).toContain(RESOLUTION_ORDER.join(' → '));
  });

  it('name every setting of the profile with its default first', () => {
    const page = readFileSync(join(DOCS, 'profile.md'), 'utf8').replace(/ +/g, ' ');
    const settings = Object.fromEntries(
      Object.entries(DEFAULT_PROFILE.policy).flatMap(([name, value]) =>
        typeof value === 'object'
          ? Object.entries(value).map(([part, chosen]) => [`${name}.${part}`, chosen] as const)
          : [[name, value] as const],
      ),
    );
    for (const [name, value] of Object.entries(settings)) expect(page).toContain(`| \`${name}\` | \`${value}\``);
  });
});
