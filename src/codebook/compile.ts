import type { Setting } from '../codes/setting.ts';
import { RECORD_KINDS, type RecordKind } from '../releases/record-tables.ts';
import type { Release, ReleaseKind } from '../releases/release.ts';
import { CodeIndex } from './code-index.ts';
import { collectCodes } from './collect-codes.ts';
import type { CompileContext, Numbered } from './compile-parts.ts';
import { compilePtp } from './compile-ptp.ts';
import { compileRecords } from './compile-records.ts';
import { compileSeen } from './compile-seen.ts';
import { compileAddOns, compileHcpcs, compileMue } from './compile-tables.ts';
import type { Sections } from './format.ts';
import { describeReleases, orderReleases } from './release-order.ts';
import { ReleaseSets } from './release-sets.ts';
import { releasesToJson } from './stored-release.ts';
import { StringTable } from './string-table.ts';
import { writeSections } from './write-sections.ts';

/**
 * Compiles releases to a codebook file. The same releases, in whatever order, give the same bytes.
 *
 * @throws ProblemError `release-unfit` for rows that no reader gives, `codebook-too-large` for more than 65,535
 * codes or releases
 * @example
 * const { releases } = await readReleases(['downloads/']);
 * await writeFile('columnone.codebook', compile(releases));
 */
export function compile(releases: readonly Release[]): Uint8Array {
  const ordered = orderReleases(releases);
  const packed = collectCodes(ordered);
  const strings = new StringTable();
  const sets = new ReleaseSets();
  const context: CompileContext = { codes: new CodeIndex(packed), codeCount: packed.length, strings, sets };
  const numbered = ordered.map((release, index) => ({ release, index }));
  const tables = compileTables(numbered, packed, context);
  const shelves = compileShelves(numbered, context);
  const core = {
    releases: { json: new TextEncoder().encode(releasesToJson(describeReleases(ordered))) },
    strings: strings.columns(),
    sets: sets.columns(),
    codes: { packed },
    ...tables,
  };
  return writeSections(core, shelves);
}

function compileTables(
  numbered: readonly Numbered<Release>[],
  packed: Uint32Array,
  context: CompileContext,
): Omit<Sections, 'releases' | 'strings' | 'sets' | 'codes'> {
  const mue = (setting: Setting) => compileMue(ofTable(numbered, 'ncci-mue', setting), context);
  return {
    hcpcs: compileHcpcs(ofTable(numbered, 'hcpcs', null), context),
    seen: compileSeen(numbered, packed, context),
    ptp: compilePtp(
      [...ofTable(numbered, 'ncci-ptp', 'professional'), ...ofTable(numbered, 'ncci-ptp', 'outpatient')],
      context,
    ),
    'mue.professional': mue('professional'),
    'mue.outpatient': mue('outpatient'),
    'mue.dme': mue('dme'),
    aoc: compileAddOns(ofTable(numbered, 'ncci-aoc', null), context),
  };
}

/** Of the kinds that there are releases of. */
function compileShelves(numbered: readonly Numbered<Release>[], context: CompileContext) {
  const shelves = new Map<RecordKind, Uint8Array>();
  for (const kind of RECORD_KINDS) {
    const releases = ofTable(numbered, kind, null);
    if (releases.length > 0) shelves.set(kind, compileRecords(kind, releases, context));
  }
  return shelves;
}

function ofTable<K extends ReleaseKind>(
  releases: readonly Numbered<Release>[],
  kind: K,
  setting: Setting | null,
): readonly Numbered<Extract<Release, { kind: K }>>[] {
  return releases.filter(
    (entry): entry is Numbered<Extract<Release, { kind: K }>> =>
      entry.release.kind === kind && entry.release.setting === setting,
  );
}
