import { packCodeText } from '../codes/packed.ts';
import { SHAPE_LEVEL_ONE, shapeOf } from '../codes/packed-shape.ts';
import type { Problem } from '../problems.ts';
import type { DescriptorKind } from './licensed-cpt.ts';

/** One of the AMA's files of CPT descriptors. */
export interface DescriptorFile {
  readonly kind: DescriptorKind;
  /** Its own copyright line, and the latest year in it; null where it has none. */
  readonly notice: string | null;
  readonly year: number | null;
  readonly descriptors: ReadonlyMap<string, string>;
}

/** How a line of one kind of file is laid out. */
interface Layout {
  readonly kind: DescriptorKind;
  /** Columns between tabs. */
  readonly columns: number;
  /** The column of the code. */
  readonly codeAt: number;
  /** Codes and descriptors with a space between them, instead of a tab. */
  readonly spaced?: true;
  /** Long descriptors in lines of 72 characters, numbered after the code (LONGUF, LONGULF). */
  readonly numbered?: true;
  /** The most characters a descriptor of the kind has. */
  readonly most?: number;
}

/** The names the AMA gives its files, the better of two of a kind first (upper and lower case before upper alone). */
const LAYOUTS: readonly (readonly [name: RegExp, layout: Layout])[] = [
  [/^longult/i, { kind: 'long', columns: 2, codeAt: 0 }],
  [/^longulf/i, { kind: 'long', columns: 1, codeAt: 0, numbered: true }],
  [/^longut/i, { kind: 'long', columns: 2, codeAt: 0 }],
  [/^longuf/i, { kind: 'long', columns: 1, codeAt: 0, numbered: true }],
  [/^medu/i, { kind: 'medium', columns: 2, codeAt: 0, spaced: true, most: 48 }],
  [/^shortu/i, { kind: 'short', columns: 2, codeAt: 0, spaced: true, most: 28 }],
  [/^consumer ?descriptor/i, { kind: 'consumer', columns: 3, codeAt: 1 }],
];

/** The kind of a file by the name the AMA gives it, and its place among those of the kind; null for other names. */
export function descriptorKind(name: string): { readonly kind: DescriptorKind; readonly rank: number } | null {
  const rank = LAYOUTS.findIndex(([pattern]) => pattern.test(name));
  return rank < 0 ? null : { kind: LAYOUTS[rank][1].kind, rank };
}

const NOTICE = /copyright.*American Medical Association/i;
const YEARS = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
const MOST_PROBLEMS = 20;

/**
 * Reads one of the AMA's files, named as the AMA names it: a copyright notice, then a line a code. A line that is not
 * laid out as its kind is a problem, and then nothing of the file is given. No message repeats a descriptor.
 */
export function readDescriptorFile(file: string, name: string, text: string): DescriptorFile | readonly Problem[] {
  const layout = LAYOUTS.find(([pattern]) => pattern.test(name))?.[1];
  if (layout === undefined) throw new Error(`${name} is not named as the AMA names its files`);
  const problems: Problem[] = [];
  const descriptors = new Map<string, string>();
  const above: string[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '') return;
    if (descriptors.size === 0 && problems.length === 0 && isAbove(line)) {
      above.push(line.trim());
      return;
    }
    const wrong = add(line, layout, descriptors);
    if (wrong !== null) problems.push({ code: 'licensed-columns', message: wrong, file, line: i + 1 });
  });
  if (problems.length === 0 && descriptors.size === 0) {
    problems.push({ code: 'licensed-columns', message: 'no line has a CPT code where the file should', file });
  }
  if (problems.length > MOST_PROBLEMS) {
    const message = `and ${problems.length - MOST_PROBLEMS} more lines`;
    return [...problems.slice(0, MOST_PROBLEMS), { code: 'more-problems', message, file }];
  }
  if (problems.length > 0) return problems;
  const notice = above.find((line) => NOTICE.test(line))?.replace(/\s+/g, ' ') ?? null;
  const years = notice?.match(YEARS)?.map(Number) ?? [];
  return { kind: layout.kind, notice, year: years.length === 0 ? null : Math.max(...years), descriptors };
}

/** A line of the notice, or of titles: no code where one begins, no columns, or the titles of the consumer file. */
const isAbove = (line: string): boolean =>
  /^concept ?id\t/i.test(line) || (!line.includes('\t') && !isCode(line.slice(0, 5)));

const isCode = (text: string): boolean => shapeOf(packCodeText(text)) === SHAPE_LEVEL_ONE;

/** Adds a line's descriptor; says what is wrong with the line where something is. */
function add(line: string, layout: Layout, descriptors: Map<string, string>): string | null {
  const cells = cellsOf(line, layout);
  if (cells.length !== layout.columns) {
    return `the line has ${cells.length} columns, a file of ${layout.kind} descriptors has ${layout.columns}`;
  }
  if (layout.numbered) return addNumbered(line, descriptors);
  const code = cells[layout.codeAt].trim();
  const descriptor = (cells.at(-1) ?? '').trim();
  if (!isCode(code)) return `column ${layout.codeAt + 1} holds no CPT code`;
  if (descriptor === '') return `${code} has no descriptor`;
  if (layout.most !== undefined && descriptor.length > layout.most) {
    return `${code} has ${descriptor.length} characters, a ${layout.kind} descriptor has at most ${layout.most}`;
  }
  if (descriptors.has(code) && descriptors.get(code) !== descriptor) return `${code} is here twice`;
  descriptors.set(code, descriptor);
  return null;
}

/** Medium and short descriptors stand after the code and one space; some distributions have a tab there. */
function cellsOf(line: string, { spaced }: Layout): readonly string[] {
  const cells = line.split('\t');
  return spaced && cells.length === 1 && line[5] === ' ' ? [line.slice(0, 5), line.slice(6)] : cells;
}

/** `CCCCCnn text`: code, number of the line, text that goes on in the next line. */
function addNumbered(line: string, descriptors: Map<string, string>): string | null {
  const [, code, number, text] = /^(.{5})(\d\d) (.*\S)\s*$/.exec(line) ?? [];
  if (code === undefined || !isCode(code)) return 'the line does not begin with a CPT code and its line number';
  const before = descriptors.get(code);
  if ((number === '01') !== (before === undefined)) return `line ${number} of ${code} is out of order`;
  descriptors.set(code, before === undefined ? text : `${before} ${text}`);
  return null;
}
