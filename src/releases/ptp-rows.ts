import { grown } from '../arrays.ts';
import { type Day, NOT_A_DAY, OPEN_DAY } from '../codes/day.ts';
import type { PackedCode } from '../codes/packed.ts';
import { ProblemError } from '../problems.ts';
import type { PtpContent } from './content.ts';
import { type FileFindings, quoted } from './findings-in-file.ts';
import type { PtpRows } from './release.ts';

/** The rationales CMS prints; another one is noted. From the practitioner and hospital tables of 2024 Q3. */
const KNOWN_RATIONALES = new Set([
  'Anesthesia service included in surgical procedure',
  'CPT Manual or CMS manual coding instruction',
  'CPT Separate procedure definition',
  'CPT "separate procedure" definition',
  'Gender-specific procedures',
  'Gender-specific (formerly designation of sex) procedures',
  'HCPCS/CPT procedure code definition',
  'Laboratory panel',
  'Misuse of Column Two code with Column One code',
  'More extensive procedure',
  'Mutually exclusive procedures',
  'Sequential procedure',
  'Standard preparation/monitoring services for anesthesia',
  'Standards of medical/surgical practice',
]);

const MOST_RATIONALES = 256;

/** Growing columns of PTP rows: no object is made for a row. */
export class GrowingPtpRows {
  readonly #findings: FileFindings;
  readonly #rationales: string[] = [];
  #capacity = 1 << 10;
  #count = 0;
  #columnOne = new Uint32Array(this.#capacity);
  #columnTwo = new Uint32Array(this.#capacity);
  #effective = new Uint16Array(this.#capacity);
  #deletion = new Uint16Array(this.#capacity);
  #modifierIndicator = new Uint8Array(this.#capacity);
  #prior1996 = new Uint8Array(this.#capacity);
  #rationale = new Uint8Array(this.#capacity);
  #latest: Day = NOT_A_DAY;

  constructor(findings: FileFindings) {
    this.#findings = findings;
  }

  /** Number of a rationale text, for `add`; throws `ptp-rationale` at the 257th. */
  rationaleId(text: string, line: number): number {
    const known = this.#rationales.indexOf(text);
    if (known >= 0) return known;
    if (this.#rationales.length === MOST_RATIONALES) {
      const message = `more than ${MOST_RATIONALES} different rationales`;
      throw new ProblemError('ptp-rationale', message, { file: this.#findings.file, line });
    }
    if (!KNOWN_RATIONALES.has(text)) {
      this.#findings.oddity('unknown-rationale', `a rationale not met before: ${quoted(text)}`, line);
    }
    return this.#rationales.push(text) - 1;
  }

  add(
    columnOne: PackedCode,
    columnTwo: PackedCode,
    effective: Day,
    deletion: Day,
    modifierIndicator: number,
    prior1996: number,
    rationale: number,
    line: number,
  ): void {
    const i = this.#count;
    if (i === this.#capacity) this.#grow();
    if (deletion < effective) {
      this.#findings.oddity('deleted-before-effective', 'rows whose deletion precedes their effective date', line);
    }
    this.#columnOne[i] = columnOne;
    this.#columnTwo[i] = columnTwo;
    this.#effective[i] = effective;
    this.#deletion[i] = deletion;
    this.#modifierIndicator[i] = modifierIndicator;
    this.#prior1996[i] = prior1996;
    this.#rationale[i] = rationale;
    if (i > 0) this.#compareWithRowBefore(i, line);
    this.#count = i + 1;
    if (effective > this.#latest) this.#latest = effective;
    if (deletion !== OPEN_DAY && deletion + 1 > this.#latest) this.#latest = deletion + 1;
  }

  end(): PtpContent {
    const count = this.#count;
    if (count === 0 && this.#findings.problems().length === 0) {
      this.#findings.problem('release-without-rows', 'it holds no PTP row');
    }
    const rows: PtpRows = {
      count,
      columnOne: this.#columnOne.slice(0, count),
      columnTwo: this.#columnTwo.slice(0, count),
      effective: this.#effective.slice(0, count),
      deletion: this.#deletion.slice(0, count),
      modifierIndicator: this.#modifierIndicator.slice(0, count),
      prior1996: this.#prior1996.slice(0, count),
      rationale: this.#rationale.slice(0, count),
      rationales: this.#rationales,
    };
    return { kind: 'ncci-ptp', rows, rowCount: count, latest: this.#latest };
  }

  /** CMS sorts by column one, then column two: equal rows stand together, and only neighbours are compared. */
  #compareWithRowBefore(i: number, line: number): void {
    const one = this.#columnOne[i];
    const oneBefore = this.#columnOne[i - 1];
    if (one > oneBefore) return;
    const two = this.#columnTwo[i];
    const twoBefore = this.#columnTwo[i - 1];
    if (one < oneBefore || two < twoBefore) {
      const message = 'rows are not in the order of their codes; a row given twice may go unnoticed';
      this.#findings.oddity('not-in-order', message, line);
    } else if (
      two === twoBefore &&
      this.#effective[i] === this.#effective[i - 1] &&
      this.#deletion[i] === this.#deletion[i - 1] &&
      this.#modifierIndicator[i] === this.#modifierIndicator[i - 1]
    ) {
      if (this.#rationale[i] === this.#rationale[i - 1])
        this.#findings.oddity('duplicate-row', 'rows that say the same as the row before', line);
      else this.#findings.oddity('two-rationales', 'rows that differ from the row before in rationale alone', line);
    }
  }

  #grow(): void {
    this.#capacity *= 2;
    this.#columnOne = grown(this.#columnOne, this.#capacity);
    this.#columnTwo = grown(this.#columnTwo, this.#capacity);
    this.#effective = grown(this.#effective, this.#capacity);
    this.#deletion = grown(this.#deletion, this.#capacity);
    this.#modifierIndicator = grown(this.#modifierIndicator, this.#capacity);
    this.#prior1996 = grown(this.#prior1996, this.#capacity);
    this.#rationale = grown(this.#rationale, this.#capacity);
  }
}
