import { CPT_NOTICE } from '../../codes/cpt-notice.ts';
import { anchor, capital, escaped } from '../../html/escape.ts';
import { pageHead } from '../../html/page-head.ts';
import { STYLE } from '../../html/style.ts';
import { toneStyle } from '../../html/tones.ts';
import { figure } from '../../text.ts';
import { CHANGE_CLASSES } from '../change.ts';
import { type ComparedTable, type DiffDocument, namesLevelOne, type Origin, shortId } from '../document.ts';
import { className } from '../names.ts';
import { reportSection } from './report-section.ts';
import { tableSection } from './table-section.ts';
import { TONES } from './tones.ts';

/** The document as one HTML page that needs nothing else. */
export async function diffPage(document: DiffDocument): Promise<string> {
  const { tables, remarks, unpaired } = document;
  const title = `What changed from ${sideTitle(tables, 'beforeId')} to ${sideTitle(tables, 'afterId')}`;
  const sections: string[] = [];
  for (const compared of tables) {
    sections.push(await tableSection(compared, commandOf(document, compared)));
    if (compared.report !== null) sections.push(reportSection(compared.report));
  }
  return `${pageHead(title, STYLE + toneStyle(TONES))}</head>
<body><header><h1>${escaped(title)}</h1>
<p class="soft">Told by the rows of both releases; CMS's ACTION CD, which speaks of the last quarter only, decides nothing.</p></header>
<main>${[...remarks, ...unpaired.map(({ id, side }) => `${id} is only on the ${side === 'before' ? 'earlier' : 'later'} side.`)].map((remark) => `<p class="note">${escaped(remark)}</p>`).join('\n')}
${tables.length > 1 ? overview(tables) : ''}
${sections.join('\n')}
${sourcesSection(document)}</main>
<footer>${namesLevelOne(document) ? `<p>${CPT_NOTICE}</p>` : ''}<p>Made by Column One from public files of the Centers for Medicare &amp; Medicaid Services.</p></footer>
<script>${SCRIPT}</script></body></html>
`;
}

/** The command that gives all rows of a table. */
function commandOf({ before, after }: DiffDocument, { table, beforeId, afterId }: ComparedTable): string {
  const name = ({ codebook, path }: Origin, id: string): string => (codebook === null ? fileName(path) : id);
  return `columnone diff ${name(before, beforeId)} ${name(after, afterId)} --kind ${table.split('/')[0]}`;
}

/** A file's name, without where it lies on someone's machine. */
const fileName = (path: string | null): string => path?.replace(/^.*[/\\]/, '') ?? '';

function sideTitle(tables: readonly ComparedTable[], side: 'beforeId' | 'afterId'): string {
  if (tables.length === 1) return tables[0][side];
  const labels = new Set(tables.map(({ diff }) => (side === 'beforeId' ? diff.before : diff.after).period.label));
  return labels.size === 1 ? [...labels][0] : `${figure(tables.length)} releases`;
}

function overview(tables: readonly ComparedTable[]): string {
  const classes = CHANGE_CLASSES.filter((change) => tables.some(({ diff }) => diff.counts[change] > 0));
  const rows = tables.map(
    ({ table, beforeId, afterId, diff }) =>
      `<tr><td class="id"><a href="#${anchor(table)}">${escaped(table)}</a></td><td class="id">${escaped(shortId(table, beforeId))}</td><td class="id">${escaped(shortId(table, afterId))}</td>${[...classes.map((change) => diff.counts[change]), diff.unchanged].map((value) => `<td class="number">${figure(value)}</td>`).join('')}</tr>`,
  );
  return `<nav aria-label="Tables"><div class="scroll" tabindex="0" role="region" aria-label="All tables"><table><caption>All tables</caption><thead><tr><th scope="col">Table</th><th scope="col">Before</th><th scope="col">After</th>${classes.map((change) => `<th scope="col" class="number">${capital(className(change, 'hcpcs'))}</th>`).join('')}<th scope="col" class="number">Same</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></div></nav>`;
}

function sourcesSection({ before, after, tables }: DiffDocument): string {
  const rows = tables.flatMap(({ beforeId, afterId, diff }) =>
    [
      { id: beforeId, release: diff.before },
      { id: afterId, release: diff.after },
    ].flatMap(({ id, release }) =>
      release.sources.map(
        ({ name, sha256 }) =>
          `<tr><td class="id">${escaped(id)}</td><td>${escaped(name)}</td><td class="words"><code>${escaped(sha256)}</code></td></tr>`,
      ),
    ),
  );
  return `<section aria-labelledby="sources"><h2 id="sources">Sources</h2>
<p>Before: ${originHtml(before)}<br>After: ${originHtml(after)}</p>
<div class="scroll" tabindex="0" role="region" aria-label="Files"><table><caption>Files that the releases were read from</caption><thead><tr><th scope="col">Release</th><th scope="col">File</th><th scope="col">SHA-256</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></div></section>`;
}

/** The codebook's id, which names its content, or the name of a file. */
const originHtml = ({ codebook, path }: Origin): string =>
  codebook === null ? escaped(fileName(path)) : `codebook <code>${escaped(codebook)}</code>`;

/** Hides the rows without the words looked for, and says how many are left. */
const SCRIPT = `
for (const input of document.querySelectorAll('input[data-filter]')) {
  const lists = document.getElementById(input.dataset.filter);
  const rows = [...lists.querySelectorAll('tbody tr')];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const status = input.parentElement.querySelector('[role=status]');
  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let left = 0;
    rows.forEach((row, i) => {
      row.hidden = !words.every((word) => texts[i].includes(word));
      if (!row.hidden) left++;
    });
    status.textContent = words.length ? left + ' of ' + rows.length + ' rows' : '';
  });
}
`;
