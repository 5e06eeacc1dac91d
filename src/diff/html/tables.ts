import { meaningOf } from '../../codes/decode-record.ts';
import { capital, escaped } from '../../html/escape.ts';
import type { ReleaseKind } from '../../releases/release.ts';
import { figure } from '../../text.ts';
import type { Change, ChangeClass, FieldChange, ReleaseDiff } from '../change.ts';
import { fieldName, shownValue } from '../fields.ts';
import { className, titleName } from '../names.ts';
import { wordChanges } from '../words.ts';

/** Rows of one class that are shown; a browser takes many more, a person does not. */
const MOST_ROWS = 1_000;

/** The first changes of one class, as far as they are shown. */
export function firstRows(changes: Iterable<Change>): ReadonlyMap<ChangeClass, readonly Change[]> {
  const rows = new Map<ChangeClass, Change[]>();
  for (const change of changes) {
    const list = rows.get(change.change) ?? [];
    if (list.length < MOST_ROWS) list.push(change);
    rows.set(change.change, list);
  }
  return rows;
}

/** All changes of one class as a table under its own summary. */
export function classTable(
  change: ChangeClass,
  rows: readonly Change[],
  { kind, counts }: ReleaseDiff,
  command: string,
  table: string,
): string {
  const total = counts[change];
  const name = capital(className(change, kind));
  const left = total - rows.length;
  const note =
    left === 0
      ? ''
      : `<p class="note">The first ${figure(rows.length)} rows are shown; ${figure(left)} more are left out. All of them: <code>${escaped(command)} --only ${change} --csv</code></p>`;
  const isBrief = change !== 'revised' && change !== 'changed';
  return `<details open class="${change}"><summary><span class="mark"></span>${name}: ${figure(total)}</summary>
${note}<div class="scroll" tabindex="0" role="region" aria-label="${name}: ${escaped(table)}">
${isBrief ? briefTable(change, rows, kind) : detailTable(rows, kind)}</div></details>`;
}

const DAYS: Partial<Record<ChangeClass, string>> = { added: 'From', discontinued: 'Last day', reactivated: 'From' };

function briefTable(change: ChangeClass, rows: readonly Change[], kind: ReleaseKind): string {
  const day = DAYS[change];
  const instead = change === 'discontinued' && rows.some((row) => successors(row) !== '');
  const other = rows.some((row) => row.other !== '');
  const titled = rows.some(({ title }) => title !== '');
  const detailed = rows.some((row) => more(row) !== '');
  const head = [
    other ? 'Codes' : 'Code',
    ...(day === undefined ? [] : [day]),
    ...(instead ? ['Instead'] : []),
    ...(titled ? [capital(titleName(kind))] : []),
    ...(detailed ? ['Details'] : []),
  ];
  const body = rows.map((row) => {
    const cells = [
      codeCell(row),
      ...(day === undefined
        ? []
        : [
            `<td class="day"${row.effective === null ? '' : ` data-label="${day.toLowerCase()}"`}>${dayHtml(row)}</td>`,
          ]),
      ...(instead ? [`<td class="code" data-label="instead">${escaped(successors(row))}</td>`] : []),
      ...(titled ? [`<td class="title">${escaped(row.title)}</td>`] : []),
      ...(detailed ? [`<td class="words">${more(row)}</td>`] : []),
    ];
    return `<tr>${cells.join('')}</tr>`;
  });
  return tableOf(head, body);
}

function detailTable(rows: readonly Change[], kind: ReleaseKind): string {
  const titled = rows.some(({ title }) => title !== '');
  const head = [
    rows.some(({ other }) => other !== '') ? 'Codes' : 'Code',
    ...(titled ? [capital(titleName(kind))] : []),
    'Changed',
  ];
  const body = rows.map((row) => {
    const title = titled ? `<td class="title">${escaped(row.title)}</td>` : '';
    return `<tr>${codeCell(row)}${title}<td class="words"><dl>${row.fields.map(fieldItem).join('')}</dl></td></tr>`;
  });
  return tableOf(head, body);
}

/** A code that ends without a last day has only gone from the list. */
const dayHtml = ({ change, printedBy, effective }: Change): string =>
  effective ?? (change === 'discontinued' && printedBy === 'before' ? 'no longer listed' : '');

const tableOf = (head: readonly string[], body: readonly string[]): string =>
  `<table class="stack"><thead><tr>${head.map((title) => `<th scope="col">${title}</th>`).join('')}</tr></thead>
<tbody>${body.join('\n')}</tbody></table>`;

const codeCell = ({ code, other }: Change): string =>
  `<td class="code">${escaped(code)}${other === '' ? '' : ` / ${escaped(other)}`}</td>`;

/** Of a code that ends, the codes that CMS names in its cross references. */
const successors = ({ fields }: Change): string =>
  fields
    .filter(({ field, after }) => field.startsWith('crossReference') && after !== '')
    .map(({ after }) => after)
    .join(', ');

/** Of a row that came or went so many fields are shown: a fee schedule has one for each state. */
const MOST_FIELDS = 12;

/** What is not in a column of its own. */
const IN_COLUMNS = /^(shortDescription|addedDate|terminationDate|effective|deletion|crossReference\d?|rationale)$/;

function more({ fields, title, printedBy }: Change): string {
  const long = fields.find(({ field }) => field === 'longDescription');
  if (long !== undefined && printedBy !== 'both') return escaped(long.after || long.before);
  return fields
    .filter(({ field }) => title === '' || !IN_COLUMNS.test(field))
    .slice(0, MOST_FIELDS)
    .map(({ field, before, after }) => {
      const was = printedBy === 'both' ? `${valueHtml(field, before)} → ` : '';
      return `${escaped(fieldName(field))} ${was}${valueHtml(field, printedBy === 'before' ? before : after)}`;
    })
    .join('<br>');
}

function fieldItem({ field, before, after }: FieldChange): string {
  return `<dt>${escaped(fieldName(field))}</dt><dd>${isText(before, after) ? wordsHtml(before, after) : `${valueHtml(field, before)} → ${valueHtml(field, after)}`}</dd>`;
}

const isText = (before: string, after: string): boolean => before !== '' && after !== '' && /\s/.test(before + after);

const wordsHtml = (before: string, after: string): string =>
  wordChanges(before, after)
    .map(({ kind, text }) => {
      const html = escaped(text);
      if (kind === 'same' || text.trim() === '') return kind === 'removed' ? '' : html;
      const [, start, words, end] = /^(\s*)([\s\S]*?)(\s*)$/.exec(html) as RegExpExecArray;
      return `${start}${kind === 'removed' ? `<del>${words}</del>` : `<ins>${words}</ins>`}${end}`;
    })
    .join('');

function valueHtml(field: string, value: string): string {
  if (value === '') return '<span class="soft">none</span>';
  const meaning = meaningOf(field, value);
  const shown = escaped(shownValue(field, value));
  return meaning === '' ? shown : `${shown} <span class="soft">(${escaped(meaning)})</span>`;
}
