import { SETTINGS } from '../codes/setting.ts';
import { RELEASE_KINDS } from '../releases/release.ts';
import type { CodebookRelease } from './codebook.ts';

/** A release as the codebook file describes it, in JSON; its place in the list is its number. */
export type StoredRelease = Omit<CodebookRelease, 'index'>;

/** Not by zod: opening a codebook takes less time than loading that. */
type Shape = (value: unknown) => boolean;

const text: Shape = (value) => typeof value === 'string';
const whole: Shape = (value) => Number.isSafeInteger(value);
const day: Shape = (value) => whole(value) && Math.abs(value as number) < 1_000_000;
const yesOrNo: Shape = (value) => typeof value === 'boolean';
const oneOf =
  (values: readonly unknown[]): Shape =>
  (value) =>
    values.includes(value);
const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || shape(value);
const nullable =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value);
const list =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape);
const object =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).every((key) => Object.hasOwn(shapes, key)) &&
    Object.entries(shapes).every(([key, shape]) => shape((value as Record<string, unknown>)[key]));

const RELEASES = list(
  object({
    id: text,
    kind: oneOf(RELEASE_KINDS),
    setting: nullable(oneOf(SETTINGS)),
    period: object({ label: text, from: day, to: day }),
    published: day,
    print: whole,
    partial: yesOrNo,
    supersededBy: nullable(text),
    rowCount: whole,
    codes: whole,
    modifiers: whole,
    sources: list(object({ name: text, sha256: text, bytes: whole, form: text, part: nullable(whole), rows: whole })),
    oddities: list(object({ code: text, message: text, line: optional(whole) })),
  }),
);

/** The JSON text of the list, its properties always in the same order. */
export function releasesToJson(releases: readonly StoredRelease[]): string {
  return JSON.stringify(
    releases.map((release) => ({
      id: release.id,
      kind: release.kind,
      setting: release.setting,
      period: { label: release.period.label, from: release.period.from, to: release.period.to },
      published: release.published,
      print: release.print,
      partial: release.partial,
      supersededBy: release.supersededBy,
      rowCount: release.rowCount,
      codes: release.codes,
      modifiers: release.modifiers,
      sources: release.sources.map(({ name, sha256, bytes, form, part, rows }) => ({
        name,
        sha256,
        bytes,
        form,
        part,
        rows,
      })),
      oddities: release.oddities.map(({ code, message, line }) => ({ code, message, line })),
    })),
  );
}

/** The list back from its JSON text; null where it is not one. */
export function releasesFromJson(json: string): readonly StoredRelease[] | null {
  try {
    const value: unknown = JSON.parse(json);
    return RELEASES(value) ? (value as StoredRelease[]) : null;
  } catch {
    return null;
  }
}
