import type { z } from 'zod';
import { ProblemError } from '../problems.ts';
import { EDIT_ORDER, type EditId } from './finding.ts';
import type { Policy } from './policy.ts';
import { DEFAULT_PROFILE, type Profile } from './profile.ts';
import { type ProfileFile, profileFile } from './profile-schema.ts';
import { PROFILES } from './profiles/index.ts';
import type { UserRule } from './rules/user-rule.ts';

/**
 * Reads a payer's profile from JSON.
 *
 * @throws ProblemError `profile-invalid`: what is wrong, at which place of the file
 *
 * @example
 * const profile = readProfile(readFileSync('payer.json', 'utf8'), 'payer.json')
 * new Checker(codebook, { profile })
 */
export function readProfile(text: string, file: string): Profile {
  const result = profileFile.safeParse(parsed(text, file));
  if (!result.success) throw new ProblemError('profile-invalid', reasonsOf(result.error.issues), { file });
  return profileOf(result.data);
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const { message } = error as Error;
    throw new ProblemError('profile-invalid', `the file is not JSON: ${message.slice(0, 120)}`, { file });
  }
}

const MOST_REASONS = 5;

function reasonsOf(issues: readonly z.core.$ZodIssue[]): string {
  const reasons = issues.slice(0, MOST_REASONS).map(reasonOf);
  const more = issues.length > MOST_REASONS ? `; and ${issues.length - MOST_REASONS} more` : '';
  return `${reasons.join('; ')}${more}`;
}

/** `rules[2].when.all[0].code[1]: "9921" is no code …` */
function reasonOf(issue: z.core.$ZodIssue): string {
  const at = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const where = at === '' ? 'the profile' : at.replace(/^\./, '');
  if (issue.code === 'unrecognized_keys') return `${where} has the unknown name "${issue.keys[0].slice(0, 40)}"`;
  return `${where}: ${issue.code === 'invalid_type' ? `is not ${issue.expected}` : issue.message}`;
}

function profileOf(given: ProfileFile): Profile {
  const base = PROFILES.find(({ id }) => id === given.extends) ?? DEFAULT_PROFILE;
  const { extends: _, edits, policy, adjustments = {}, outcomes = {}, ...rest } = given;
  return {
    ...base,
    ...(withoutUndefined(rest) as Partial<Profile>),
    edits: editsOf(base.edits, edits),
    policy: merged(base.policy, policy ?? {}) as Policy,
    adjustments: merged(base.adjustments, adjustments) as Profile['adjustments'],
    outcomes: merged(base.outcomes ?? {}, outcomes) as NonNullable<Profile['outcomes']>,
    exceptions: [...(base.exceptions ?? []), ...((given.exceptions ?? []) as NonNullable<Profile['exceptions']>)],
    rules: [...(base.rules ?? []), ...((given.rules ?? []) as readonly UserRule[])],
  };
}

/** In the published order, whatever that of the file; a profile with rules applies them. */
function editsOf(base: readonly EditId[], given: ProfileFile['edits']): readonly EditId[] {
  const chosen = new Set(Array.isArray(given) ? given : [...base, ...(given?.add ?? [])]);
  if (!Array.isArray(given)) for (const id of given?.remove ?? []) chosen.delete(id);
  for (const id of ['code-equivalents', 'user-rules'] as const) chosen.add(id);
  return EDIT_ORDER.filter((id) => chosen.has(id));
}

/** One level of objects of the second laid over those of the first. */
function merged(base: object, over: object): object {
  const result: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(over)) {
    if (value === undefined) continue;
    const old = result[name];
    result[name] =
      typeof value === 'object' && typeof old === 'object' && old !== null
        ? { ...old, ...withoutUndefined(value) }
        : value;
  }
  return result;
}

const withoutUndefined = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
