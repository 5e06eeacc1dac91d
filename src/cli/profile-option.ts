import { existsSync, readFileSync } from 'node:fs';
import { Option } from 'commander';
import { nearest } from '../claims/csv/near-names.ts';
import type { Profile } from '../edits/profile.ts';
import { PROFILES } from '../edits/profiles/index.ts';
import { ProblemError } from '../problems.ts';
import { unreadable } from '../releases/unreadable.ts';

export const profileOption = (): Option =>
  new Option('--profile <profile>', 'payer: one of columnone profile list, or a file (default: medicare-part-b)');

/** The profile of a name, or of a file; Medicare Part B's where none is asked for. */
export async function chosenProfile(name: string | undefined): Promise<Profile> {
  if (name === undefined) return PROFILES[0];
  const shipped = PROFILES.find(({ id }) => id === name);
  if (shipped !== undefined) return shipped;
  if (existsSync(name)) return profileInFile(name);
  const [near] = nearest(
    name,
    PROFILES.map(({ id }) => id),
    1,
  );
  const hint = near === undefined ? '' : ` Did you mean ${near}?`;
  throw new ProblemError('profile-unknown', `"${name.slice(0, 80)}" is no profile and no file.${hint}`);
}

async function profileInFile(path: string): Promise<Profile> {
  const { readProfile } = await import('../edits/read-profile.ts');
  return readProfile(textOf(path), path);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
}
