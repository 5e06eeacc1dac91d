/**
 * The one catalogue of everything that can be wrong with an input or a call: a stable code, what it means
 * and what to do. `docs/problems.md` is held equal to it by a test.
 */

/** Where in the input something is wrong; every part that is known is given. */
export interface Place {
  /** The file as the user named it; inside a zip `archive.zip!entry`. */
  readonly file?: string;
  /** Line (text files) or row (spreadsheets), from 1. */
  readonly line?: number;
  /** Segment of an X12 interchange file, from 1. */
  readonly segment?: number;
  /** Byte from the start of the file, from 0. */
  readonly offset?: number;
}

/** One thing wrong, as a value. */
export interface Problem extends Place {
  readonly code: ProblemCode;
  /** What is wrong, in one sentence for a person, without personal data. */
  readonly message: string;
}

interface ProblemKind {
  readonly title: string;
  readonly action: string;
  /** Set where nothing of the input was left out: worth mending, but no claim is missing. */
  readonly harmless?: true;
}

/** Every problem code with its title and what to do about it. Grouped by the folder that raises it. */
export const PROBLEMS = {
  // releases/
  'release-empty': {
    title: 'A release file that is empty',
    action: 'Download the file again; its name says that it is a release.',
  },
  'release-not-as-named': {
    title: 'A file named like a release that holds none',
    action: 'Look whether the download was cut or is another file; rename or remove it.',
  },
  'release-without-rows': {
    title: 'A release without rows',
    action: 'Download the file again; nothing follows its header.',
  },
  'release-period-unknown': {
    title: 'A release of an unknown quarter',
    action: 'Rename the file (or its folder) so that its name bears the quarter, such as 2024q3.',
  },
  'release-setting-unknown': {
    title: 'A release of an unknown setting',
    action: 'Rename the file (or its folder) so that its name says practitioner or outpatient.',
  },
  'releases-conflict': {
    title: 'Two files that claim to be the same release',
    action: 'Remove one of them, or name a reprint _v2.',
  },
  'gzip-broken': { title: 'A broken gzip file', action: 'Download the file again.' },
  'zip-broken': { title: 'A broken zip archive', action: 'Download the archive again.' },
  'zip-unsafe-name': {
    title: 'A zip archive that names a file outside itself',
    action: 'Do not unpack it; get the archive from CMS.',
  },
  'archive-too-large': {
    title: 'An archive that unpacks to more than any release holds',
    action: 'Get the archive from CMS; if it is right, unpack it yourself and give the files.',
  },
  'xlsx-broken': { title: 'A broken spreadsheet', action: 'Download the file again, or save it anew as xlsx.' },
  'xlsx-several-sheets': {
    title: 'A spreadsheet with more than one sheet of rows',
    action: 'Save each sheet as a file of its own.',
  },
  'pdf-broken': { title: 'A broken PDF', action: 'Download the file again.' },
  'table-syntax': { title: 'A broken csv file', action: 'Correct the row at the line named, often an open quote.' },
  'table-columns': {
    title: 'A table without a column it needs',
    action: 'Give the file with all columns CMS publishes.',
  },
  'line-too-long': { title: 'A line longer than any record', action: 'Look whether the line ends were lost.' },
  'hcpcs-record': { title: 'A line that is no HCPCS record', action: 'Download the file again, or mend the line.' },
  'hcpcs-width': {
    title: 'A HCPCS record of the wrong width',
    action: 'Download the file again; a record is 320 characters wide.',
  },
  'hcpcs-record-id': {
    title: 'An unknown HCPCS record identification code',
    action: 'Mend the record: 3 and 4 mark procedures, 7 and 8 modifiers.',
  },
  'hcpcs-continuation': {
    title: 'A HCPCS continuation without its first record',
    action: 'Download the file again; a record was lost.',
  },
  'hcpcs-code': { title: 'A HCPCS record whose code is none', action: 'Mend the code of the record.' },
  'hcpcs-date': { title: 'A HCPCS record with a bad date', action: 'Mend the date: YYYYMMDD or blank.' },
  'hcpcs-duplicate': {
    title: 'A HCPCS code twice with different fields',
    action: 'Remove the record that is not right.',
  },
  'ptp-columns': { title: 'A PTP row with the wrong number of columns', action: 'Mend the row: seven columns.' },
  'ptp-code': { title: 'A PTP row whose code is none', action: 'Mend the code of the row.' },
  'ptp-date': {
    title: 'A PTP row with a bad date',
    action: 'Mend the date: YYYYMMDD from 1996-01-01 on, * for no deletion.',
  },
  'ptp-modifier-indicator': {
    title: 'A PTP row with an unknown modifier indicator',
    action: 'Mend the indicator: 0, 1 or 9.',
  },
  'ptp-rationale': { title: 'A PTP file with too many rationales', action: 'Look whether the columns are in order.' },
  'mue-code': { title: 'An MUE row whose code is none', action: 'Mend the code of the row.' },
  'mue-value': { title: 'An MUE value that is no number', action: 'Mend the value: a whole number from 0 on.' },
  'mue-indicator': {
    title: 'An MUE row with an unknown adjudication indicator',
    action: 'Mend the indicator: 1, 2 or 3.',
  },
  'mue-duplicate': { title: 'A code with two MUE values', action: 'Remove the row that is not right.' },
  'aoc-row': { title: 'A line that is no add-on code edit', action: 'Download the file again, or mend the line.' },
  'aoc-code': { title: 'An add-on code row whose code is none', action: 'Mend the code of the row.' },
  'aoc-type': { title: 'An add-on code row of an unknown type', action: 'Mend the type: 1, 2 or 3.' },
  'aoc-date': { title: 'An add-on code row with a bad date', action: 'Mend the date: YYYYDDD (year and day of year).' },
  'record-columns': {
    title: 'A row of a table with the wrong columns',
    action: 'Mend the row, or download the file again: a separator or some characters were lost.',
  },
  'record-key': {
    title: 'A row of a table without a proper code or key',
    action: 'Mend the code (contractor and locality, NDC) of the row.',
  },
  'record-value': {
    title: 'A row of a table with a value that its column cannot hold',
    action: 'Mend the value, or look whether the columns are in order.',
  },
  'record-duplicate': {
    title: 'A key twice in a table, with different values',
    action: 'Remove the row that is not right.',
  },
  'icd-line': {
    title: 'A line that is none of an ICD-10-CM order file',
    action: 'Download the file again, or mend the line.',
  },
  'more-problems': { title: 'More problems in the same file', action: 'Mend those listed first.' },
  // codebook/
  'codebook-unrecognised': { title: 'Not a codebook', action: 'Give a file written by `columnone build`.' },
  'codebook-newer': {
    title: 'A codebook of a newer format',
    action: 'Update columnone, or build the codebook again with this version.',
  },
  'codebook-older': {
    title: 'A codebook of an older format',
    action: 'Build the codebook again with this version: columnone build PATH...',
  },
  'codebook-truncated': {
    title: 'A codebook that was cut off',
    action: 'Copy the file again, or build the codebook again.',
  },
  'codebook-checksum': {
    title: 'A codebook whose bytes were changed',
    action: 'Copy the file again, or build the codebook again.',
  },
  'codebook-sections': {
    title: 'A codebook whose table of sections contradicts itself',
    action: 'Build the codebook again.',
  },
  'codebook-content': {
    title: 'A codebook whose tables contradict each other',
    action: 'Build the codebook again.',
  },
  'codebook-too-large': {
    title: 'More than a codebook can hold',
    action: 'Build the codebook from fewer releases.',
  },
  'release-unfit': {
    title: 'A release that cannot be compiled',
    action: 'Read the release with one of the readers, which refuse such rows with their line.',
  },
  'no-such-row': {
    title: 'A row reference that the codebook does not have',
    action: 'Use a row reference only with the codebook, setting and as-of date that gave it.',
  },
  // claims/
  'claims-unknown-format': {
    title: 'No claim format recognised',
    action:
      'Give an 837 (begins with ISA), FHIR or JSON (begin with { or [) or CSV (a header row with claim and code).',
  },
  'claims-utf-16': { title: 'A claim file in UTF-16', action: 'Save the file as UTF-8 or plain ASCII.' },
  'claim-too-large': {
    title: 'A claim larger than the reader holds',
    action: 'Look whether a terminator or closing bracket is missing; the claim was not read.',
  },
  'claim-without-id': {
    title: 'A claim without an id',
    action: 'Give every claim its patient control number (CLM01, `id`, column `claim`).',
  },
  'claim-without-lines': {
    title: 'A claim without lines',
    action: 'Add its service lines; there was nothing to read.',
  },
  'claim-amount': {
    title: 'An amount that is no amount',
    action: 'Give money as dollars with at most two decimals; the amount was taken as not given.',
  },
  'claim-value': {
    title: 'A value that cannot be read',
    action: 'Correct the value at the place named; the message says what became of the claim.',
  },
  'json-syntax': { title: 'Broken JSON', action: 'Correct the JSON at the place named.' },
  'json-fhir': {
    title: 'A FHIR resource among JSON claims',
    action: 'Give FHIR resources in a file of their own, or with resourceType as the first element.',
  },
  'fhir-value': {
    title: 'A FHIR element whose value cannot be read',
    action:
      'Correct the element at the path named (whole days, dollars with two decimals); the claim was read without it.',
  },
  'fhir-code-system': {
    title: 'A FHIR concept without a code of a system that is known',
    action: 'Give the code under one of the addresses in docs/fhir-claims.md; the claim was read without it.',
  },
  'fhir-no-system': {
    title: 'A FHIR coding that names no system',
    action: 'Name the code system; the code was taken for one of HCPCS.',
    harmless: true,
  },
  'fhir-not-read': {
    title: 'A FHIR element that is not taken up',
    action: 'Give what stands at the path named in the form that the message says; it was not checked.',
  },
  'fhir-sequence': {
    title: 'A FHIR item without a sequence number',
    action: 'Number the items from 1; this one was numbered by its position.',
    harmless: true,
  },
  'fhir-use': {
    title: 'A FHIR resource that is no claim for HCPCS services',
    action: 'Look at its findings with that in mind: prior authorizations and pharmacy claims are read as claims.',
    harmless: true,
  },
  'fhir-passed-over': {
    title: 'A FHIR claim that asks for nothing',
    action: 'Nothing, if it is meant: cancelled claims, those entered in error, and reversals are not checked.',
    harmless: true,
  },
  'fhir-resource': {
    title: 'FHIR resources that are no claims',
    action: 'Nothing, if it is meant: only Claim and ExplanationOfBenefit are checked.',
    harmless: true,
  },
  'csv-header': {
    title: 'A CSV header that cannot be used',
    action: 'Name the columns as docs/claim-formats.md lists them; claim and code are required.',
  },
  'csv-date-order': {
    title: 'Dates with the day first',
    action:
      'Write dates as YYYY-MM-DD: with slashes they are read month first, and those above may have been read wrongly.',
  },
  'map-invalid': {
    title: 'A map of columns that cannot be used',
    action: 'Give field=Column pairs, or JSON; docs/claim-formats.md lists the fields.',
  },
  'map-column': {
    title: 'A map that names a column which the file does not have',
    action: 'Write the column as the header of the file does; an empty name leaves a field out.',
  },
  'parquet-broken': {
    title: 'A parquet file that cannot be read',
    action: 'Write or copy the file again; what was read before the place named is in the answer.',
  },
  'parquet-value': {
    title: 'A parquet column whose values are no single texts or numbers',
    action: 'Give the column as text, number, date or a list of those; it was taken as not given.',
  },
  'parquet-whole': {
    title: 'A parquet file that came as a stream',
    action: 'Give the file itself by its name, not packed and not by standard input: its end must be read first.',
  },
  'csv-claim-split': {
    title: 'Rows of one claim that do not stand together',
    action:
      'Sort the rows by claim, or give each claim an id of its own; edits compared only lines that stand together.',
  },
  'csv-syntax': { title: 'Broken CSV', action: 'Correct the row at the line named, often an open quote.' },
  'x12-no-isa': {
    title: 'No interchange header where one is due',
    action: 'Begin each interchange with its ISA segment and end it with IEA.',
  },
  'x12-isa': {
    title: 'An interchange header that names no delimiters',
    action: 'Give ISA its sixteen elements and a terminator; the interchange was not read.',
  },
  'x12-cut': {
    title: 'An X12 file that ends too early',
    action: 'Send the file again; a claim in which it ends was not read.',
  },
  'x12-count': {
    title: 'A wrong count in a trailer',
    action: 'Look for lost segments; the claims were read, but one may lack lines.',
  },
  'x12-control-number': {
    title: 'Control numbers of header and trailer differ',
    action: 'Look for lost or mixed segments; the claims were read, but one may lack lines.',
  },
  'x12-envelope': {
    title: 'Envelope segments out of place',
    action:
      'Nest ISA, GS, ST, SE, GE and IEA properly; a claim in the middle of which one stands was read only up to there and lacks the lines after it.',
  },
  'x12-not-837p': {
    title: 'A transaction other than a professional or institutional claim',
    action:
      'Give 837P (005010X222) or 837I (005010X223) transactions; this one was passed over, those beside it were read.',
  },
  'x12-separator': {
    title: 'Another component separator than ISA16 names',
    action: 'Let ISA16 name the separator in use; the claims were read with the one found.',
    harmless: true,
  },
  'x12-segment': {
    title: 'A segment that an 837 does not have',
    action: 'Correct the segment; it was passed over and the claim read without it.',
  },
  'x12-segment-too-long': {
    title: 'A segment without an end',
    action: 'Look for the missing terminator; reading went on at the next ISA.',
  },
  'x12-loop': {
    title: 'A service line outside of a claim',
    action: 'Look for a lost CLM segment; the line was not read.',
  },
  'x12-line-number': {
    title: 'A service line without a proper number',
    action: 'Number lines with LX; the line was read and numbered by its position.',
    harmless: true,
  },
  'x12-service': {
    title: 'A service segment of the other kind of claim',
    action: 'Give lines of institutional claims in SV2, with a revenue code; the line was read without one.',
    harmless: true,
  },
  'x12-bill-type': {
    title: 'A type of bill that is not two digits',
    action: 'Give CLM05-1 the two digits of the facility type; the frequency stands in CLM05-3.',
    harmless: true,
  },
  'x12-hierarchy': {
    title: 'A hierarchical level with the wrong parent',
    action: 'Let HL02 name the HL above; the claims were read with providers and people by position.',
    harmless: true,
  },
  // claims/x12/structure
  'structure-interchange': {
    title: 'An interchange that cannot be taken (TA1)',
    action: 'Mend the ISA or IEA segment named and send the interchange again, under a new control number.',
  },
  'structure-group': {
    title: 'A functional group that cannot be taken (AK9)',
    action: 'Mend the GS or GE segment named; all transaction sets of the group are refused with it.',
  },
  'structure-transaction': {
    title: 'A transaction set whose ST or SE is wrong (IK5)',
    action: 'Mend the ST or SE segment named; look for lost segments where a count is wrong.',
  },
  'structure-segment-missing': {
    title: 'A segment or loop that the guide requires is missing',
    action: 'Add it to the loop named, at the latest where the message points.',
  },
  'structure-segment-unknown': {
    title: 'A segment that an 837 does not have',
    action: 'Remove it, or look for a lost terminator before it.',
  },
  'structure-segment-not-used': {
    title: 'A segment that this guide does not use',
    action: 'Remove it: 837P and 837I leave out some segments of the standard.',
  },
  'structure-segment-place': {
    title: 'A segment out of its place',
    action: 'Move it to where the guide has it; before it the segment that begins its loop may be lost.',
  },
  'structure-repeats': {
    title: 'A segment or loop that occurs too often',
    action: 'Keep as many as the guide allows; split the claim where it needs more.',
  },
  'structure-element-missing': {
    title: 'An element that must be there is missing',
    action: 'Give the element.',
  },
  'structure-element-extra': {
    title: 'An element, component or repetition that may not be there',
    action: 'Remove it; look for a delimiter within a value.',
  },
  'structure-element-value': {
    title: 'An element with a value that it cannot have',
    action: 'Give a value of the length, characters and codes that the guide asks for.',
  },
  'structure-numbering': {
    title: 'Levels or lines that are not numbered in order',
    action: 'Count HL01 and LX01 up from 1; HL02 names the level above, HL04 says whether one is below.',
  },
  'structure-balance': {
    title: 'Amounts of a claim that do not add up',
    action: 'Compare the amounts named; the structure is accepted all the same.',
    harmless: true,
  },
  // fetch/
  'site-unreachable': {
    title: 'A site that cannot be reached',
    action: 'Look at your connection and run the command again: what has come stays and is resumed.',
  },
  'site-refused': {
    title: 'An address that a site does not serve',
    action: 'Look at it in a browser: CMS may have moved it. Files fetched by hand are read by `columnone build`.',
  },
  'site-changed': {
    title: 'A page without the links it had',
    action: 'Look at it in a browser and fetch its files by hand; src/fetch/sites.ts has the address to mend.',
  },
  'site-not-allowed': {
    title: 'An address on a host that files may not come from, or without https',
    action: 'Do not fetch it: a link or a redirect leads away from the site.',
  },
  'period-not-published': {
    title: 'A period that no site has',
    action: 'Name one that is published, or leave it out for the newest; older files are on the pages of archives.',
  },
  'license-not-accepted': {
    title: 'A file under a licence that was not accepted',
    action: 'Read the licence; accept the AMA’s with --accept-ama-license, or leave its files out with --only.',
  },
  'license-page': {
    title: 'A licence page that cannot be gone through',
    action: 'Accept the licence in a browser, fetch the file by hand and give it to `columnone build`.',
  },
  'download-too-large': {
    title: 'A download larger than it may be',
    action: 'Look at the address in a browser: it may be another file than it was.',
  },
  'download-not-as-named': {
    title: 'A download that is not the file it is named',
    action: 'Look at the address in a browser: a page may stand before the file.',
  },
  'fetch-record-broken': {
    title: 'A broken record of what was fetched',
    action: 'Move fetched.json away: files that are there are then compared by content, and none is written over.',
  },
  'data-folder-busy': {
    title: 'A data folder that another run is using',
    action: 'Wait until it has ended; if no columnone is running, remove the file named.',
  },
  // cli/
  'file-unreadable': { title: 'A file cannot be read', action: 'Check the path and your rights to the file.' },
  'no-claims': { title: 'No claim in the input', action: 'Give a file that holds an 837, FHIR, JSON or CSV claim.' },
  'file-unwritable': {
    title: 'A file cannot be written',
    action: 'Check the path, your rights to the folder and the space on the disk.',
  },
  'licensed-columns': {
    title: 'A licensed CPT file that is not laid out as its kind',
    action: 'Give the file as the AMA distributes it, under its own name; nothing of it was imported.',
  },
  'licensed-year': {
    title: 'Licensed CPT files of an unknown year, or of several',
    action: 'Give the files of one edition, and --year YEAR where they do not say it.',
  },
  'licensed-several': {
    title: 'Two licensed CPT files of one kind',
    action: 'Give the files of one edition alone.',
  },
  'licensed-none': {
    title: 'No licensed CPT file in the input',
    action: 'Give LONGULT.txt, MEDU.txt, SHORTU.txt or ConsumerDescriptor.txt, or the folder or zip they came in.',
  },
  'licensed-broken': {
    title: 'Imported CPT descriptors that cannot be read',
    action: 'Import your licensed files again: columnone import-cpt PATH...',
  },
  'no-releases': {
    title: 'No release in the input',
    action: 'Give release files as CMS publishes them, or a folder of them.',
  },
  'release-unknown': {
    title: 'A release that is not there',
    action: 'Take a name that `columnone releases` lists, or give the path of a file.',
  },
  'nothing-to-compare': {
    title: 'Two sides that have no table in common',
    action: 'Name releases of one kind and setting, or codebooks that hold such.',
  },
  'profile-invalid': {
    title: 'A profile that is not one',
    action:
      'Correct what the message names; columnone profile validate FILE checks again, docs/profiles.md has every name.',
  },
  'profile-unknown': {
    title: 'No profile of that name',
    action: 'Give one of those that columnone profile list shows, or the name of a file.',
  },
  'not-explained': {
    title: 'Nothing that can be explained',
    action: 'Give a claim file, one or two codes, an edit such as ncci-ptp, or a reason such as ncci-ptp/not-allowed.',
  },
  'not-a-pair': {
    title: 'Not two codes',
    action: 'Give two different codes of five characters, such as: columnone pair 11042 97597.',
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Whether a problem left nothing of the input out. */
export const isHarmless = ({ code }: Problem): boolean => (PROBLEMS[code] as ProblemKind).harmless === true;

/** Thrown for broken files and callers' mistakes; expected outcomes are values instead. */
export class ProblemError extends Error implements Problem {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly file?: string;
  readonly line?: number;
  readonly segment?: number;
  readonly offset?: number;

  constructor(code: ProblemCode, message: string, place: Place = {}) {
    super(message);
    this.code = code;
    Object.assign(this, place);
  }
}

/** `file:12: message (code)`, the one form in which problems are shown to a person. */
export function formatProblem(problem: Problem): string {
  const where: string[] = [];
  if (problem.file !== undefined) where.push(problem.file);
  if (problem.line !== undefined) where.push(`line ${problem.line}`);
  if (problem.segment !== undefined) where.push(`segment ${problem.segment}`);
  if (problem.offset !== undefined) where.push(`byte ${problem.offset}`);
  const place = where.length > 0 ? `${where.join(', ')}: ` : '';
  return `${place}${problem.message} [${problem.code}]`;
}
