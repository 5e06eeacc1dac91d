import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const tree = mkdtempSync(join(tmpdir(), 'columnone-boundaries-'));
copyFileSync(join(ROOT, 'biome.json'), join(tree, 'biome.json'));
afterAll(() => rmSync(tree, { recursive: true }));

/** What Biome, with the project's own configuration, says of a planted file. */
function lint(files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  try {
    const paths = Object.keys(files);
    return execFileSync(join(ROOT, 'node_modules/.bin/biome'), ['lint', '--colors=off', ...paths], {
      cwd: tree,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return `${stdout}${stderr}`;
  }
}

const importing = (source: string): string => `import { planted } from '${source}';\nexport const it = planted;\n`;

describe('the import order', () => {
  it.each([
    ['codes', '../claims/claim.ts'],
    ['codes', '../codebook/open.ts'],
    ['claims', '../releases/release.ts'],
    ['claims', '../codebook/codebook.ts'],
    ['releases', '../claims/claim.ts'],
    ['releases', '../codebook/compile.ts'],
    ['codebook', '../edits/edits.ts'],
    ['edits', '../cli/main.ts'],
    ['edits', '../server/main.ts'],
    ['edits', '../registry/open.ts'],
    ['batch', '../server/main.ts'],
    ['fhir', '../stewardship/panel.ts'],
    ['registry', '../stewardship/panel.ts'],
    ['stewardship', '../server/main.ts'],
    ['fetch', '../codebook/open.ts'],
    ['codebook', '../fetch/index.ts'],
    ['codebook', '../history/history.ts'],
    ['search', '../edits/edits.ts'],
    ['search', 'node:fs'],
    ['diff', '../history/history.ts'],
    ['history', '../search/entry.ts'],
    ['edits', '../licensed/licensed-cpt.ts'],
    ['licensed', '../codebook/open.ts'],
    ['html', '../diff/document.ts'],
    ['report', '../cli/check-text.ts'],
    ['report', 'node:fs'],
    ['explain', '../report/check-page.ts'],
    ['edits', '../explain/index.ts'],
    ['server', '../licensed/licensed-cpt.ts'],
    ['server', '../cli/main.ts'],
    ['cli', '../../web/main.ts'],
    ['codes', 'node:fs'],
    ['claims', 'node:fs/promises'],
    ['codebook', 'node:crypto'],
    ['edits', 'node:path'],
    ['remit', '../fhir/lookup.ts'],
    ['remit', 'node:fs'],
    ['edits', '../remit/remittance.ts'],
  ])('src/%s may not import %s', (folder, source) => {
    expect(lint({ [`src/${folder}/planted.ts`]: importing(source) })).toContain('noRestrictedImports');
  });

  it.each([
    ['claims', '../codes/day.ts'],
    ['releases', 'node:fs'],
    ['codebook', '../releases/release.ts'],
    ['edits', '../claims/claim.ts'],
    ['remit', '../edits/checker.ts'],
    ['edits', '../codebook/codebook.ts'],
    ['fetch', '../releases/period.ts'],
    ['history', '../diff/word-changes.ts'],
    ['explain', '../edits/check-claim.ts'],
    ['diff', '../codebook/codebook.ts'],
    ['fhir', '../search/entry.ts'],
    ['server', '../fhir/lookup.ts'],
    ['server', '../fetch/index.ts'],
    ['cli', '../server/main.ts'],
  ])('src/%s may import %s', (folder, source) => {
    expect(lint({ [`src/${folder}/planted.ts`]: importing(source) })).not.toContain('noRestrictedImports');
  });

  it('has no cycles', () => {
    const cycle = { 'src/codes/a.ts': importing('./b.ts'), 'src/codes/b.ts': importing('./a.ts') };
    expect(lint(cycle)).toContain('noImportCycles');
  });
});
