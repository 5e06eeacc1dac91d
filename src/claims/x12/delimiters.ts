/** The three delimiters of an interchange that an 837 needs, as byte values. */
export interface Delimiters {
  readonly element: number;
  readonly component: number;
  readonly terminator: number;
}

/** An interchange header: its delimiters and where its terminator stands; null where it names none. */
export interface InterchangeHeader extends Delimiters {
  readonly terminatorAt: number;
}

/** Whether `ISA` and a separator stand here. */
export const isHeader = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 73 && bytes[at + 1] === 83 && bytes[at + 2] === 65 && isDelimiter(bytes[at + 3]);

/** Bytes from `ISA` on in which its end must be found; a proper header has 106. */
export const HEADER_REACH = 512;
const ELEMENTS = 16;

const isBlank = (c: number): boolean => c <= 32;
const isLetterOrDigit = (c: number): boolean =>
  (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c >= 128;
const isDelimiter = (c: number | undefined): c is number =>
  c !== undefined && c !== 0 && c !== 32 && !isLetterOrDigit(c);

/**
 * Reads the delimiters from an ISA segment by its content, not its width: the separator is the byte after
 * `ISA`; the sixteenth separator is followed by the component separator (ISA16) and the terminator. Senders
 * that pad an element too little or too much are read so. Where elements are missing or added, the
 * terminator is what stands before the `GS` or `TA1` that follows, and ISA16 what stands before it.
 */
export function readHeader(bytes: Uint8Array, at: number, end: number): InterchangeHeader | null {
  const element = bytes[at + 3];
  if (at + 4 > end || !isDelimiter(element)) return null;
  const reach = nextHeader(bytes, at + 4, Math.min(end, at + HEADER_REACH));
  return byCount(bytes, at, reach, element) ?? byNextSegment(bytes, at, reach, element);
}

/** Position of the next `ISA` that begins a segment, else `end`. */
function nextHeader(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at + 4 <= end; at++) if (isHeader(bytes, at) && !isLetterOrDigit(bytes[at - 1])) return at;
  return end;
}

function byCount(bytes: Uint8Array, at: number, end: number, element: number): InterchangeHeader | null {
  let separators = 0;
  for (let i = at + 3; i + 2 < end; i++) {
    if (bytes[i] !== element || ++separators < ELEMENTS) continue;
    const component = bytes[i + 1];
    const terminator = bytes[i + 2];
    if (!isDelimiter(component) || !isDelimiter(terminator)) return null;
    if (component === element || terminator === element || terminator === component) return null;
    return segmentFollows(bytes, i + 3, end, element) ? { element, component, terminator, terminatorAt: i + 2 } : null;
  }
  return null;
}

/** Whether what follows the header (after blanks) is a segment that may, or nothing. */
function segmentFollows(bytes: Uint8Array, from: number, end: number, element: number): boolean {
  let at = from;
  while (at < end && isBlank(bytes[at])) at++;
  return at + 3 >= end || idEnds(bytes, at, element);
}

/** Whether two or three letters or digits and a separator stand here. */
function idEnds(bytes: Uint8Array, at: number, element: number): boolean {
  const second = isLetterOrDigit(bytes[at]) && isLetterOrDigit(bytes[at + 1]);
  return second && (bytes[at + 2] === element || (isLetterOrDigit(bytes[at + 2]) && bytes[at + 3] === element));
}

function byNextSegment(bytes: Uint8Array, at: number, end: number, element: number): InterchangeHeader | null {
  for (let i = at + 8; i + 3 < end; i++) {
    const isGroup = bytes[i] === 71 && bytes[i + 1] === 83 && bytes[i + 2] === element;
    const isTa1 = bytes[i] === 84 && bytes[i + 1] === 65 && bytes[i + 2] === 49 && bytes[i + 3] === element;
    if (!isGroup && !isTa1) continue;
    let terminatorAt = i - 1;
    while (bytes[terminatorAt] === 13 || bytes[terminatorAt] === 10 || bytes[terminatorAt] === 32) terminatorAt--;
    // A line break is the terminator where a letter or ISA16 alone stands before it.
    if (!isDelimiter(bytes[terminatorAt]) || bytes[terminatorAt - 1] === element) terminatorAt++;
    const terminator = bytes[terminatorAt];
    const component = bytes[terminatorAt - 1];
    if (!isDelimiter(terminator) || !isDelimiter(component) || terminator === element || terminator === component)
      return null;
    return { element, component: component === element ? 58 : component, terminator, terminatorAt };
  }
  return null;
}

/** Segments with which a file may begin whose interchange header is lost. */
const FIRST_IDS = ['GS', 'ST', 'BHT', 'HL', 'CLM', 'NM1', 'TA1'];
/** Segments of which one follows early in such a file. */
const NEXT_IDS = new Set('ST BHT NM1 HL PRV N3 N4 PER REF SBR DMG CLM HI DTP LX SV1 GE IEA SE'.split(' '));

/** Whether the bytes begin with a segment that could stand in an 837 without its ISA. */
export function beginsWithSegment(bytes: Uint8Array, at: number): boolean {
  const text = String.fromCharCode(...bytes.subarray(at, at + 4));
  return FIRST_IDS.some((id) => {
    const next = text.charCodeAt(id.length);
    return (
      text.startsWith(id) &&
      isDelimiter(Number.isNaN(next) ? undefined : next) &&
      next > 32 &&
      !',;'.includes(text[id.length])
    );
  });
}

/**
 * Delimiters of a file whose ISA is lost, guessed from its first two segments; null where they cannot be
 * told. The component separator is taken as `:`.
 */
export function guessDelimiters(bytes: Uint8Array, at: number, end: number): Delimiters | null {
  const idLength = isLetterOrDigit(bytes[at + 2]) ? 3 : 2;
  const element = bytes[at + idLength];
  for (let i = at + idLength + 1; i + 4 < end; i++) {
    if (bytes[i] === element || !isDelimiter(bytes[i])) continue;
    let next = i + 1;
    while (next < end && isBlank(bytes[next])) next++;
    if (next + 4 <= end && NEXT_IDS.has(idAt(bytes, next, element))) {
      return { element, component: 58, terminator: bytes[i] };
    }
  }
  return null;
}

/** The segment id at a position, '' where none stands. */
function idAt(bytes: Uint8Array, at: number, element: number): string {
  if (!idEnds(bytes, at, element)) return '';
  return String.fromCharCode(...bytes.subarray(at, bytes[at + 2] === element ? at + 2 : at + 3));
}
