import type { ClaimRecord, DataBlock, FindingRecord, LineRecord } from './data-blocks.ts';

/**
 * What the page does in a browser, written as functions that stand in the page as they are: they may use each other
 * and the page, and nothing that is imported but types.
 */
export const PAGE_SCRIPT: string = [
  readData,
  dataOf,
  makeView,
  haystackOf,
  isShown,
  fillProviders,
  showPage,
  claimElement,
  lineRows,
  findingElement,
  element,
  dollarsText,
  numberText,
  start,
]
  .map(String)
  .concat('start();')
  .join('\n')
  .replaceAll('</', '<\\/');

interface Names {
  readonly edits: readonly { readonly id: string; readonly title: string }[];
  readonly outcomes: readonly { readonly outcome: string; readonly word: string }[];
  readonly dispositions: readonly string[];
}

interface Data {
  readonly names: Names;
  readonly claims: readonly ClaimRecord[];
  readonly texts: readonly string[];
  /** What is looked for in a claim, made when it is first needed. */
  readonly haystacks: string[];
}

interface View {
  /** Indexes of the claims that the filter leaves. */
  matches: number[];
  page: number;
  /** Which claims are unfolded: those with a line denied, returned or to review, all, or none. */
  open: 'objections' | 'all' | 'none';
}

function readData(): Data {
  const claims: ClaimRecord[] = [];
  const texts: string[] = [];
  for (const script of document.querySelectorAll('script[data-claims]')) {
    const block = JSON.parse(script.textContent ?? '') as DataBlock;
    for (const claim of block.claims) claims.push(claim);
    for (const text of block.texts) texts.push(text);
    script.remove();
  }
  return { names: dataOf('names') as Names, claims, texts, haystacks: [] };
}

function dataOf(kind: string): unknown {
  return JSON.parse(document.querySelector(`script[data-${kind}]`)?.textContent ?? '');
}

function makeView(claims: readonly ClaimRecord[]): View {
  return { matches: claims.map((_, i) => i), page: 0, open: 'objections' };
}

function haystackOf(data: Data, index: number): string {
  const known = data.haystacks[index];
  if (known !== undefined) return known;
  const [id, setting, provider, lines, findings] = data.claims[index];
  const parts = [id, setting, provider];
  for (const [, code, , dates, , , rendering] of lines) parts.push(code, dates, rendering);
  for (const [, edit, , ...texts] of findings) {
    parts.push(data.names.edits[edit].title);
    for (const text of texts) parts.push(data.texts[text]);
  }
  data.haystacks[index] = parts.join(' ').toLowerCase();
  return data.haystacks[index];
}

function isShown(
  data: Data,
  index: number,
  asked: { words: string[]; outcome: string; edit: string; provider: string },
): boolean {
  const [, , provider, , findings] = data.claims[index];
  if (asked.provider !== '' && asked.provider !== provider) return false;
  if (asked.outcome !== '' || asked.edit !== '') {
    const found = findings.some(
      ([, edit, outcome]) =>
        (asked.edit === '' || edit === Number(asked.edit)) &&
        (asked.outcome === '' || outcome === Number(asked.outcome)),
    );
    if (!found) return false;
  }
  return asked.words.length === 0 || asked.words.every((word) => haystackOf(data, index).includes(word));
}

/** The billing providers with most claims; those of the rest are found by their number. */
function fillProviders(select: HTMLSelectElement, claims: readonly ClaimRecord[]): void {
  const counts = new Map<string, number>();
  for (const [, , provider] of claims) counts.set(provider, (counts.get(provider) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 200);
  for (const [provider, count] of most) {
    if (provider === '') continue;
    select.append(new Option(`${provider} (${numberText(count)})`, provider));
  }
}

function showPage(data: Data, view: View, size: number, list: HTMLElement): void {
  const from = view.page * size;
  const shown = view.matches.slice(from, from + size);
  list.replaceChildren(...shown.map((index) => claimElement(data, data.claims[index], view.open)));
}

function claimElement(
  data: Data,
  [id, setting, provider, lines, findings]: ClaimRecord,
  open: View['open'],
): HTMLElement {
  const details = element('details', 'claim') as HTMLDetailsElement;
  const summary = element('summary', '');
  summary.append(element('h3', '', id));
  const counts = [0, 0, 0, 0];
  let charged = 0;
  for (const [, , , , charge, disposition] of lines) {
    counts[disposition]++;
    if (disposition > 1) charged += charge ?? 0;
  }
  for (let disposition = 3; disposition > 0; disposition--) {
    if (counts[disposition] === 0) continue;
    const { outcome, word } = data.names.outcomes[disposition];
    summary.append(element('span', `badge ${outcome}`, `${counts[disposition]} ${word}`));
  }
  const lineCount = `${lines.length} line${lines.length === 1 ? '' : 's'}`;
  const by = provider === '' ? '' : `, billed by ${provider}`;
  summary.append(element('span', 'about', `${setting}, ${lineCount}${by}`));
  if (charged > 0) summary.append(element('span', 'stake', `${dollarsText(charged)} at stake`));
  const table = element('table', 'stack');
  table.append(element('caption', '', `Lines of claim ${id}`));
  const head = element('tr', '');
  for (const title of ['Line', 'Code', 'Units', 'Date of service', 'Charge', 'Result']) {
    const cell = element('th', title === 'Units' || title === 'Charge' ? 'number' : '', title);
    cell.setAttribute('scope', 'col');
    head.append(cell);
  }
  const top = element('thead', '');
  top.append(head);
  table.append(top);
  lines.forEach((line, i) => {
    table.append(
      lineRows(
        data,
        line,
        findings.filter((finding) => finding[0] === i),
      ),
    );
  });
  details.append(summary, table);
  const whole = findings.filter((finding) => finding[0] < 0);
  for (const finding of whole) details.append(findingElement(data, finding));
  details.open = open === 'all' || (open === 'objections' && counts[0] < lines.length);
  return details;
}

function lineRows(data: Data, line: LineRecord, findings: readonly FindingRecord[]): HTMLElement {
  const [number, code, units, dates, charge, disposition, rendering] = line;
  const body = element('tbody', '');
  const row = element('tr', 'line');
  const cell = (text: string, kind: string, label: string): HTMLElement => {
    const made = element('td', kind, text);
    if (label !== '') made.setAttribute('data-label', label);
    return made;
  };
  const result = element('td', '');
  const word = disposition === 0 ? 'no objection' : data.names.outcomes[disposition].word;
  result.append(
    element('span', disposition === 0 ? 'soft' : `badge ${data.names.outcomes[disposition].outcome}`, word),
  );
  row.append(
    cell(String(number), '', 'line'),
    cell(code, 'code', ''),
    cell(units === null ? '' : String(units), 'number', 'units'),
    cell(dates, 'day', ''),
    cell(charge === null ? '' : dollarsText(charge), 'number', ''),
    result,
  );
  if (rendering !== '') row.title = `rendered by ${rendering}`;
  body.append(row);
  if (findings.length > 0) {
    const why = element('tr', 'why');
    const whole = element('td', '') as HTMLTableCellElement;
    whole.colSpan = 6;
    whole.append(...findings.map((finding) => findingElement(data, finding)));
    why.append(whole);
    body.append(why);
  }
  return body;
}

function findingElement(data: Data, finding: FindingRecord): HTMLElement {
  const [, edit, outcome, message, why, adjustment, resolve] = finding;
  const { outcome: tone, word } = data.names.outcomes[outcome];
  const made = element('div', `finding ${tone}`);
  made.append(element('p', 'edit', `${data.names.edits[edit].title}: ${word}`), element('p', '', data.texts[message]));
  const list = element('dl', '');
  for (const [term, text] of [
    ['By', data.texts[why]],
    ['Remittance', data.texts[adjustment]],
    ['To resolve', data.texts[resolve]],
  ]) {
    if (text !== '') list.append(element('dt', '', term), element('dd', '', text));
  }
  if (list.childElementCount > 0) made.append(list);
  return made;
}

function element(name: string, kind: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  if (kind !== '') made.className = kind;
  if (text !== '') made.textContent = text;
  return made;
}

function numberText(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

function dollarsText(cents: number): string {
  const whole = numberText(Math.trunc(Math.abs(cents) / 100));
  return `${cents < 0 ? '\u2212' : ''}$${whole}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
}

function start(): void {
  const list = document.getElementById('list');
  if (list === null) return;
  const size = 20;
  const mostPrinted = 500;
  const data = readData();
  const view = makeView(data.claims);
  const byId = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
  const words = byId<HTMLInputElement>('words');
  const selects = ['outcome', 'edit', 'provider'].map((id) => byId<HTMLSelectElement>(id));
  const fold = byId<HTMLButtonElement>('fold');
  fillProviders(selects[2], data.claims);
  const show = (): void => {
    const pages = Math.max(1, Math.ceil(view.matches.length / size));
    showPage(data, view, size, list);
    const all = numberText(data.claims.length);
    byId('status').textContent = `${numberText(view.matches.length)} of ${all} claims`;
    byId('page').textContent = `Page ${numberText(view.page + 1)} of ${numberText(pages)}`;
    byId<HTMLButtonElement>('previous').disabled = view.page === 0;
    byId<HTMLButtonElement>('next').disabled = view.page >= pages - 1;
    byId('pages').hidden = pages === 1;
    fold.textContent = view.open === 'none' ? 'Open all' : 'Close all';
  };
  const filter = (): void => {
    const [outcome, edit, provider] = selects.map(({ value }) => value);
    const asked = { words: words.value.toLowerCase().split(/\s+/).filter(Boolean), outcome, edit, provider };
    view.matches = data.claims.map((_, i) => i).filter((i) => isShown(data, i, asked));
    view.page = 0;
    show();
  };
  const turn = (by: number): void => {
    view.page += by;
    show();
    byId('claims').scrollIntoView();
  };
  let waiting = 0;
  words.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, data.claims.length > 5000 ? 250 : 0) as unknown as number;
  });
  for (const select of selects) select.addEventListener('change', filter);
  byId('controls').addEventListener('submit', (event) => event.preventDefault());
  byId('controls').addEventListener('reset', () => setTimeout(filter));
  byId('previous').addEventListener('click', () => turn(-1));
  byId('next').addEventListener('click', () => turn(1));
  fold.addEventListener('click', () => {
    view.open = view.open === 'none' ? 'all' : 'none';
    show();
  });
  addEventListener('beforeprint', () => showPage(data, { ...view, page: 0, open: 'all' }, mostPrinted, list));
  addEventListener('afterprint', show);
  show();
}
