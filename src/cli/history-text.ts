import type { Codebook } from '../codebook/codebook.ts';
import { isoDay } from '../codes/day.ts';
import { meaningOf } from '../codes/decode-record.ts';
import { fieldName, shownValue } from '../diff/fields.ts';
import { wordChanges } from '../diff/words.ts';
import type { FieldChange } from '../history/field-changes.ts';
import type { CodeHistory, HistoryEvent, MueState } from '../history/history.ts';
import { counted } from '../text.ts';
import { bold, type Colour, cyan, dim, green, red, yellow } from './colors.ts';
import { markedText } from './marked-text.ts';
import { printable } from './printable.ts';
import { wrap, wrapColoured } from './wrap.ts';

const PLAIN: Colour = (text) => text;
/** Day in force, day published, and the gaps before and after. */
const INDENT = 26;
const MOST_PRIMARIES = 12;

/** What an event is in words, its colour, and what changed. */
interface Told {
  readonly words: string;
  readonly colour: Colour;
  readonly changes?: readonly FieldChange[];
}

/** A code's history for a person: one event a line, the latest last. */
export function historyText(history: CodeHistory, codebook: Codebook, width: number): string {
  const { code, events } = history;
  if (code.kind === 'invalid') return `${bold(printable(code.text))}  ${red(wrap(code.message, width, 7))}\n`;
  const title = `${bold(code.code)}  ${wrap(headline(history), width, code.code.length + 2)}`.trimEnd();
  if (events.length === 0) {
    const answer = codebook.code(code.code, { on: 0 });
    const reason = 'reason' in answer ? answer.reason : 'The releases loaded tell nothing of it.';
    return `${title}\n  ${yellow(wrap(reason, width, 2))}\n`;
  }
  const head = bold(`  ${'in force'.padEnd(12)}${'published'.padEnd(12)}what`);
  return `${title}\n${head}\n${events.map((event) => eventText(event, width)).join('')}`;
}

/** The newest descriptor. */
function headline({ code, events }: CodeHistory): string {
  let words = '';
  for (const event of events) {
    if (event.kind === 'added') words = event.descriptor;
    if (event.kind !== 'revised' && event.kind !== 'listed-again') continue;
    words = event.changes.find(({ attribute }) => attribute === 'longDescription')?.after[0] ?? words;
  }
  if (words !== '' || code.kind === 'invalid') return words;
  return code.level === 'I' ? 'Level I (CPT), known by number alone' : '';
}

function eventText(event: HistoryEvent, width: number): string {
  const { words, colour, changes = [] } = toldOf(event);
  const days = `  ${isoDay(event.inForce).padEnd(12)}${dim(isoDay(event.published).padEnd(12))}`;
  const indent = ' '.repeat(INDENT);
  const details = changes.map((change) => changeText(change, width - INDENT).replaceAll(/^/gm, indent));
  const line = `${days}${wrapColoured(words, width, INDENT, colour)}  ${dim(event.release.id)}`;
  return [line, ...details].map((text) => `${text}\n`).join('');
}

function toldOf(event: HistoryEvent): Told {
  const plain = (words: string, colour: Colour, changes: readonly FieldChange[] = []): Told => ({
    words,
    colour,
    changes,
  });
  switch (event.kind) {
    case 'added':
      return plain(event.known ? 'added, before the oldest release loaded' : 'added', green);
    case 'revised':
      return plain('descriptor revised', cyan, event.changes);
    case 'changed':
      return plain(`${groupsOf(event.changes)} changed`, PLAIN, event.changes);
    case 'discontinued': {
      const successors = event.successors.length > 0 ? `; see ${event.successors.join(', ')}` : '';
      const moved = event.before === null ? '' : ` (it had been ${isoDay(event.before)})`;
      return plain(`discontinued: this is its last day${moved}${successors}`, red);
    }
    case 'reactivated':
      return plain(`reactivated: its last day had been ${isoDay(event.before)}`, green);
    case 'unlisted':
      return plain(
        event.ended ? 'no longer listed after it had ended' : 'no longer listed, with no last day given',
        yellow,
      );
    case 'listed-again':
      return plain('listed again', green, event.changes);
    case 'mue':
      return plain(`MUE ${event.setting}: ${mueWords(event.before, event.after)}`, PLAIN);
    case 'add-on':
      return plain(addOnWords(event), PLAIN);
    case 'payment':
      return plain(paymentWords(event), PLAIN, event.changes);
    case 'sunset': {
      const converted = event.convertedTo.length > 0 ? `; converted to ${event.convertedTo.join(', ')}` : '';
      const how = event.isPublished ? '' : ' unless it is extended';
      return plain(`category III: lapses after this day${how}${converted}`, yellow);
    }
    case 'named':
      return plain('named by NCCI tables from this day', PLAIN);
    case 'no-longer-named':
      return plain('the last day on which NCCI tables name it', yellow);
  }
}

const groupsOf = (changes: readonly FieldChange[]): string =>
  [...new Set(changes.map(({ group }) => group))].join(', ');

const mueState = ({ value, mai }: MueState): string =>
  `${counted(value, 'unit')}${mai === null ? '' : ` (MAI ${mai})`}`;

function mueWords(before: MueState | null, after: MueState | null): string {
  if (after === null) return 'no value is published any more';
  return before === null ? `at most ${mueState(after)}` : `${mueState(before)} to ${mueState(after)}`;
}

function addOnWords({ begins, primaries }: HistoryEvent & { kind: 'add-on' }): string {
  const named = primaries.filter((primary) => primary !== null);
  const decides = named.length < primaries.length ? 'primaries the contractor decides on' : '';
  const shown = named.slice(0, MOST_PRIMARIES).join(', ');
  const more = named.length > MOST_PRIMARIES ? ` and ${named.length - MOST_PRIMARIES} more` : '';
  const with_ = [named.length > 0 ? `${shown}${more}` : '', decides].filter((text) => text !== '').join(', ');
  return begins ? `add-on code to ${with_}` : `the last day as an add-on code to ${with_}`;
}

function paymentWords({ table, listed, first }: HistoryEvent & { kind: 'payment' }): string {
  const name = table === 'pfs' ? 'physician fee schedule' : 'drug prices (ASP)';
  if (!listed) return `no longer in the ${name}`;
  return first ? `in the ${name}` : `${name} changed`;
}

/** Descriptors word by word, other attributes value by value; no line passes `width`. */
function changeText({ attribute, group, before, after }: FieldChange, width: number): string {
  const label = `${fieldName(attribute)}: `;
  if (group === 'descriptor' && before.length > 0 && after.length > 0) {
    return markedText(label, wordChanges(before[0], after[0]), width);
  }
  return wrap(`${label}${valuesText(attribute, before)} → ${valuesText(attribute, after)}`, width, 2);
}

/** `51 drugs, 57 priced by the contractor, other`; `none` where the field is blank. */
function valuesText(attribute: string, values: readonly string[]): string {
  const words = values.map((value) => `${shownValue(attribute, value)} ${meaningOf(attribute, value)}`.trim());
  return words.length === 0 ? 'none' : words.join(', ');
}
