/**
 * A licensed user's CPT descriptors. They belong to the AMA: nothing but the text that a person reads on their own
 * terminal may hold one, always with the copyright notice; src/cli alone imports this folder.
 */

/** The descriptors of one code; null where the user's files have none of the kind. */
export interface CptDescriptors {
  readonly long: string | null;
  readonly medium: string | null;
  readonly short: string | null;
  readonly consumer: string | null;
}

export type DescriptorKind = keyof CptDescriptors;
export const DESCRIPTOR_KINDS: readonly DescriptorKind[] = ['long', 'medium', 'short', 'consumer'];

/** One imported edition. */
export interface LicensedCpt {
  /** Of the copyright notice. */
  readonly year: number;
  /** To be shown wherever a descriptor is. */
  readonly notice: string;
  has(code: string): boolean;
  /** null where the edition does not list the code. */
  descriptor(code: string): CptDescriptors | null;
}

type Stored = readonly [long: string | null, medium: string | null, short: string | null, consumer: string | null];

export function licensedCpt(
  year: number,
  notice: string,
  descriptors: ReadonlyMap<string, CptDescriptors>,
): LicensedCpt {
  return {
    year,
    notice,
    has: (code) => descriptors.has(code),
    descriptor: (code) => descriptors.get(code) ?? null,
  };
}

const FORMAT = 1;

/** The text of the file an edition is kept in. */
export function storedText(year: number, notice: string, descriptors: ReadonlyMap<string, CptDescriptors>): string {
  const codes = [...descriptors].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, of]) => [code, asStored(of)]);
  return `${JSON.stringify({ format: FORMAT, year, notice, codes: Object.fromEntries(codes) })}\n`;
}

const asStored = ({ long, medium, short, consumer }: CptDescriptors): Stored => [long, medium, short, consumer];

/** The edition kept in such a file; null where the text is none. */
export function storedCpt(text: string): LicensedCpt | null {
  const stored = parsedOrNull(text);
  if (!isStored(stored)) return null;
  const descriptors = Object.entries(stored.codes).map(
    ([code, [long, medium, short, consumer]]) => [code, { long, medium, short, consumer }] as const,
  );
  return licensedCpt(stored.year, stored.notice, new Map(descriptors));
}

interface StoredEdition {
  readonly year: number;
  readonly notice: string;
  readonly codes: Readonly<Record<string, Stored>>;
}

function isStored(value: unknown): value is StoredEdition {
  if (typeof value !== 'object' || value === null) return false;
  const { format, year, notice, codes } = value as Record<string, unknown>;
  if (format !== FORMAT || typeof year !== 'number' || typeof notice !== 'string' || notice === '') return false;
  return typeof codes === 'object' && codes !== null && Object.values(codes).every(isStoredCode);
}

const isStoredCode = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 4 && value.every((text) => text === null || typeof text === 'string');

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
