import { EDITS } from '../edits/edits.ts';
import { adjustmentOf } from '../edits/finding-texts.ts';
import type { Profile } from '../edits/profile.ts';
import { PROFILES } from '../edits/profiles/index.ts';
import { outcomeOf } from '../edits/verdicts.ts';
import { ProblemError } from '../problems.ts';
import { counted } from '../text.ts';
import { bold, dim } from './colors.ts';
import { chosenProfile } from './profile-option.ts';
import { screenWidth } from './screen.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

const print = (text: string): void => void process.stdout.write(text);
const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

export function listProfiles(json: boolean): void {
  const rows = PROFILES.map(({ id, title, about = '', edits, rules = [] }) => ({
    id,
    title,
    about,
    edits,
    rules: rules.length,
  }));
  const cells = rows.map(({ id, title, edits, about }) => [id, title, String(edits.length), about]);
  const columns = [
    { title: 'profile' },
    { title: 'payer' },
    { title: 'edits', align: 'right' as const },
    { title: 'for' },
  ];
  print(json ? jsonText({ profiles: rows }) : table(columns, cells, screenWidth()));
}

export const showProfile = async (name: string): Promise<void> => print(jsonText(await chosenProfile(name)));

export async function validateProfile(file: string): Promise<void> {
  const { id, title, edits, rules = [] } = await chosenProfile(file);
  print(`${bold(id)}  ${title}: valid, ${counted(edits.length, 'edit')}, ${counted(rules.length, 'rule')}\n`);
}

/** What an edit amounts to under a profile, reason by reason. */
interface ReasonFacts {
  readonly reason: string;
  readonly outcome: string;
  readonly adjustment: string;
  readonly means: string;
}

export async function explainProfile(name: string, id: string | undefined, json: boolean): Promise<void> {
  const profile = await chosenProfile(name);
  print(id === undefined ? explainedWhole(profile, json) : explainedEdit(profile, id, json));
}

function explainedWhole(profile: Profile, json: boolean): string {
  const { title, about = '', edits, policy, exceptions = [], localCodes = [], equivalents = [], rules = [] } = profile;
  const facts = EDITS.map((edit) => ({ id: edit.id, title: edit.title, applied: edits.includes(edit.id) }));
  if (json)
    return jsonText({
      id: profile.id,
      title,
      about,
      policy,
      edits: facts,
      exceptions,
      localCodes,
      equivalents,
      rules,
    });
  const width = screenWidth();
  const rows = facts.map((edit) => [edit.applied ? 'applied' : 'left out', edit.id, edit.title]);
  return [
    `${bold(profile.id)}  ${title}\n${about === '' ? '' : `${wrap(about, width, 0)}\n`}\n`,
    table([{ title: '' }, { title: 'edit' }, { title: 'what it looks at' }], rows, width),
    section('choices', policyRows(policy), ['setting', 'value'], width),
    section(
      'exceptions',
      exceptions.map(({ edit, codes = ['any code'], because }) => [edit, codes.join(' '), because]),
      ['edit', 'codes', 'because'],
      width,
    ),
    section(
      'local codes',
      localCodes.map(({ code, from, to = 'open', description }) => [code, from, to, description]),
      ['code', 'from', 'last day', 'what'],
      width,
    ),
    section(
      'equivalents',
      equivalents.map(({ code, use, because }) => [code, use.join(' '), because]),
      ['code', 'use', 'because'],
      width,
    ),
    section(
      'rules',
      rules.map(({ id: rule, outcome, title: what, source }) => [rule, outcome, `${what} (${source})`]),
      ['rule', 'outcome', 'what'],
      width,
    ),
    `\n${dim('columnone profile explain PROFILE EDIT shows an edit reason by reason')}\n`,
  ].join('');
}

function section(
  title: string,
  rows: readonly (readonly string[])[],
  columns: readonly string[],
  width: number,
): string {
  if (rows.length === 0) return '';
  return `\n${bold(title)}\n${table(
    columns.map((column) => ({ title: column })),
    rows,
    width,
  )}`;
}

/** `ptp.modifierLine` and its value. */
const policyRows = (policy: Profile['policy']): string[][] =>
  Object.entries(policy).flatMap(([name, value]) =>
    typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value).map(([inner, of]) => [`${name}.${inner}`, String(of)])
      : [[name, String(value)]],
  );

function explainedEdit(profile: Profile, id: string, json: boolean): string {
  const order = EDITS.findIndex((edit) => edit.id === id);
  if (order < 0) {
    throw new ProblemError(
      'not-explained',
      `"${id.slice(0, 60)}" is no edit; there are ${EDITS.map((edit) => edit.id).join(', ')}.`,
    );
  }
  const { title, reasons, messages } = EDITS[order];
  const facts = reasons.map((reason): ReasonFacts => {
    const outcome = outcomeOf(profile, order, reason);
    const words = adjustmentOf(profile, order, reason, 0);
    const adjustment =
      words === null ? '' : `${words.group}-${words.carc}${words.rarc === null ? '' : ` ${words.rarc}`}`;
    return { reason, outcome, adjustment, means: messages[reason].means };
  });
  const applied = profile.edits.includes(EDITS[order].id);
  if (json) return jsonText({ profile: profile.id, edit: id, title, applied, reasons: facts });
  const rows = facts.map(({ reason, outcome, adjustment, means }) => [reason, outcome, adjustment, means]);
  const columns = ['reason', 'outcome', 'remittance', 'what it means'].map((column) => ({ title: column }));
  return `${bold(id)}  ${title}${applied ? '' : ' (left out)'}\n${table(columns, rows, screenWidth())}`;
}
