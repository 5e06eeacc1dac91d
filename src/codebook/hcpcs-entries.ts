import { packCodeText, packModifierText, unpackCode, unpackModifier } from '../codes/packed.ts';
import { HCPCS_FIELDS, type HcpcsField } from '../releases/release.ts';
import type { CodeIndex } from './code-index.ts';
import type { CodebookRelease, HcpcsEntry } from './codebook.ts';
import { MODIFIERS, type Sections } from './format.ts';
import type { Strings } from './strings.ts';

/** What the answers about entries are made from. */
export interface EntryContext {
  readonly sections: Sections;
  readonly strings: Strings;
  readonly codes: CodeIndex;
  readonly releases: readonly CodebookRelease[];
}

/** Everything that HCPCS releases print of a code or modifier, by the first release that does, oldest first. */
export function hcpcsEntries(text: string, context: EntryContext): readonly HcpcsEntry[] {
  const { offsets } = context.sections.hcpcs;
  const code = text.trim().toUpperCase();
  const isModifier = code.length === 2;
  const group = isModifier ? modifierGroup(code, offsets) : context.codes.id(packCodeText(code));
  if (group < 0) return [];
  const entries: HcpcsEntry[] = [];
  for (let row = offsets[group]; row < offsets[group + 1]; row++) {
    const releases = releasesOf(row, context);
    if (releases.length > 0) entries.push({ code, isModifier, fields: hcpcsFields(row, context), releases });
  }
  return entries.sort((a, b) => a.releases[0].index - b.releases[0].index);
}

function modifierGroup(code: string, offsets: Int32Array): number {
  const packed = packModifierText(code);
  return packed < 0 ? -1 : offsets.length - 1 - MODIFIERS + packed;
}

function releasesOf(row: number, { sections: { hcpcs, sets }, releases }: EntryContext): readonly CodebookRelease[] {
  const set = hcpcs.set[row];
  return Array.from(sets.members.subarray(sets.offsets[set], sets.offsets[set + 1]), (index) => releases[index]);
}

/** The fields of a row of the HCPCS section, '' where blank. */
export function hcpcsFields(
  row: number,
  { sections, strings }: Pick<EntryContext, 'sections' | 'strings'>,
): Record<HcpcsField, string> {
  const { fieldOffsets, field, text } = sections.hcpcs;
  const fields = Object.fromEntries(HCPCS_FIELDS.map((name) => [name, ''])) as Record<HcpcsField, string>;
  for (let i = fieldOffsets[row]; i < fieldOffsets[row + 1]; i++)
    fields[HCPCS_FIELDS[field[i]]] = strings.text(text[i]);
  return fields;
}

/** The codes, then the modifiers, that have an entry. */
export function hcpcsCodes({ hcpcs, codes }: Sections): readonly string[] {
  const listed: string[] = [];
  for (let group = 0; group + 1 < hcpcs.offsets.length; group++) {
    if (hcpcs.offsets[group] === hcpcs.offsets[group + 1]) continue;
    const isCode = group < codes.packed.length;
    listed.push(isCode ? unpackCode(codes.packed[group]) : unpackModifier(group - codes.packed.length));
  }
  return listed;
}
