import { HCPCS_FIELDS } from '../releases/release.ts';
import { ascending, below, offsets, sameLength } from './check-columns.ts';
import { PACKED_LIMIT } from './code-index.ts';
import {
  CONTRACTOR_DECIDES,
  contradiction,
  MODIFIERS,
  MOST_CODES,
  MOST_ROW_REFERENCES,
  type MueColumns,
  PAGE_CODES,
  type PtpColumns,
  type Sections,
} from './format.ts';
import { releasesFromJson, type StoredRelease } from './stored-release.ts';

/**
 * Checks that the tables fit together (every list of starts ascends, every number names something there is), so
 * that no query over a file made to harm can run away or fail.
 *
 * @returns the releases
 * @throws ProblemError `codebook-content`
 */
export function checkContent(sections: Sections): readonly StoredRelease[] {
  const releases = releasesFromJson(new TextDecoder().decode(sections.releases.json.slice()));
  if (releases === null) throw contradiction('releases.json', 'is not a list of releases');
  checkShared(sections, releases.length);
  const limits: Limits = {
    codes: sections.codes.packed.length,
    sets: sections.sets.offsets.length - 1,
    strings: sections.strings.offsets.length - 1,
  };
  checkHcpcs(sections.hcpcs, limits);
  checkSeen(sections.seen, limits);
  checkPtp(sections.ptp, limits);
  for (const name of ['mue.professional', 'mue.outpatient', 'mue.dme'] as const) checkMue(name, sections[name], limits);
  checkAddOns(sections.aoc, limits);
  return releases;
}

interface Limits {
  readonly codes: number;
  readonly sets: number;
  readonly strings: number;
}

function checkShared({ strings, sets, codes }: Sections, releases: number): void {
  offsets('strings.offsets', strings.offsets, strings.offsets.length - 1, strings.bytes.length);
  offsets('sets.offsets', sets.offsets, sets.offsets.length - 1, sets.members.length);
  for (let set = 0; set + 1 < sets.offsets.length; set++)
    ascending('sets.members', sets.members, sets.offsets[set], sets.offsets[set + 1]);
  below('sets.members', sets.members, releases);
  ascending('codes.packed', codes.packed, 0, codes.packed.length);
  below('codes.packed', codes.packed, PACKED_LIMIT);
  if (codes.packed.length > MOST_CODES) throw contradiction('codes.packed', 'holds too many codes');
}

function checkHcpcs(hcpcs: Sections['hcpcs'], { codes, sets, strings }: Limits): void {
  const { set, added, terminated, field, text, fieldOffsets } = hcpcs;
  offsets('hcpcs.offsets', hcpcs.offsets, codes + MODIFIERS, set.length);
  sameLength('hcpcs.added', set, added, terminated);
  below('hcpcs.set', set, sets);
  offsets('hcpcs.fieldOffsets', fieldOffsets, set.length, field.length);
  sameLength('hcpcs.text', field, text);
  below('hcpcs.field', field, HCPCS_FIELDS.length);
  below('hcpcs.text', text, strings);
}

function checkSeen(seen: Sections['seen'], { codes, sets }: Limits): void {
  offsets('seen.offsets', seen.offsets, codes, seen.set.length);
  sameLength('seen.from', seen.set, seen.from, seen.to, seen.applies);
  below('seen.set', seen.set, sets);
}

function checkPtp(table: PtpColumns, { codes, sets, strings }: Limits): void {
  offsets('ptp.offsets', table.offsets, codes, table.page.length);
  sameLength('ptp.block', table.page, table.block);
  offsets('ptp.blockOffsets', table.blockOffsets, table.blockOffsets.length - 1, table.columnTwo.length);
  below('ptp.block', table.block, table.blockOffsets.length - 1);
  sameLength('ptp.window', table.columnTwo, table.window, table.note);
  below('ptp.window', table.window, table.windowSet.length);
  below('ptp.note', table.note, table.noteRationale.length);
  checkPages(table, codes);
  sameLength('ptp.windowSet', table.windowSet, table.windowEffective, table.windowDeletion, table.windowIndicator);
  below('ptp.windowSet', table.windowSet, sets);
  if (!table.windowIndicator.every((indicator) => indicator === 0 || indicator === 1 || indicator === 9))
    throw contradiction('ptp.windowIndicator', 'holds what is no indicator');
  sameLength('ptp.noteRationale', table.noteRationale, table.notePrior1996);
  below('ptp.noteRationale', table.noteRationale, strings);
}

/** Every page's rows are pairs with a code there is, and every row has a reference below the limit. */
function checkPages({ page, block, blockOffsets, columnTwo }: PtpColumns, codes: number): void {
  const lastPage = Math.floor((codes - 1) / PAGE_CODES);
  const codesOnLast = codes - lastPage * PAGE_CODES;
  below('ptp.page', page, lastPage + 1);
  // Many pages may share a block: each is looked at once.
  const looked = new Uint8Array(blockOffsets.length - 1);
  for (let place = page.indexOf(lastPage); place >= 0; place = page.indexOf(lastPage, place + 1)) {
    const b = block[place];
    if (looked[b] === 1) continue;
    looked[b] = 1;
    below('ptp.columnTwo', columnTwo.subarray(blockOffsets[b], blockOffsets[b + 1]), codesOnLast);
  }
  let longest = 0;
  for (let b = 0; b + 1 < blockOffsets.length; b++) longest = Math.max(longest, blockOffsets[b + 1] - blockOffsets[b]);
  if (page.length * longest > MOST_ROW_REFERENCES) throw contradiction('ptp.page', 'has too many rows');
}

function checkMue(name: string, table: MueColumns, { codes, sets, strings }: Limits): void {
  offsets(`${name}.offsets`, table.offsets, codes, table.set.length);
  sameLength(`${name}.value`, table.set, table.value, table.mai, table.rationale);
  below(`${name}.mai`, table.mai, 4);
  below(`${name}.rationale`, table.rationale, strings);
  below(`${name}.set`, table.set, sets);
}

function checkAddOns(table: Sections['aoc'], { codes, sets }: Limits): void {
  offsets('aoc.offsets', table.offsets, codes, table.set.length);
  sameLength('aoc.primary', table.set, table.primary, table.type, table.effective, table.deletion);
  below('aoc.set', table.set, sets);
  if (!table.primary.every((code) => code < codes || code === CONTRACTOR_DECIDES))
    throw contradiction('aoc.primary', 'names a code that there is not');
  if (!table.type.every((type) => type >= 1 && type <= 3)) throw contradiction('aoc.type', 'holds what is no type');
}
