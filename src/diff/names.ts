import type { ReleaseKind } from '../releases/release.ts';
import { figure } from '../text.ts';
import { CHANGE_CLASSES, type ChangeClass, type ChangeCounts } from './change.ts';
import { isCodeKeyed } from './record-profile.ts';
import { MODIFIERS_SECTION, sectionName } from './sections.ts';

const isNcci = (kind: ReleaseKind): boolean => kind.startsWith('ncci');

/** What a class is called: NCCI edits are deleted, codes are discontinued. */
export const className = (change: ChangeClass, kind: ReleaseKind): string =>
  change === 'discontinued' && isNcci(kind) ? 'deleted' : change;

/** What the title of a change is: a code's short description, an edit's rationale. */
export const titleName = (kind: ReleaseKind): string => (isNcci(kind) ? 'rationale' : 'what');

/** `228 added, 52 discontinued`; `no change` for none. */
export function countsText(counts: ChangeCounts, kind: ReleaseKind): string {
  const told = CHANGE_CLASSES.filter((change) => counts[change] > 0);
  if (told.length === 0) return 'no change';
  return told.map((change) => `${figure(counts[change])} ${className(change, kind)}`).join(', ');
}

/** The name of a section where its letters are those of HCPCS codes; '' for modifiers and in other tables. */
export const sectionTitle = (section: string, kind: ReleaseKind): string =>
  section !== MODIFIERS_SECTION && (kind === 'hcpcs' || isNcci(kind) || isCodeKeyed(kind)) ? sectionName(section) : '';
