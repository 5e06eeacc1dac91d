import { dayFromDigits, isoDay, NOT_A_DAY } from '../../codes/day.ts';
import type { BeneficiaryBytes } from '../beneficiary.ts';
import type { ClaimBytes } from './claim-bytes.ts';
import type { Context } from './context.ts';
import { trimmedEnd, trimmedStart } from './elements.ts';
import { packedText, SegmentScan } from './segment-scan.ts';

const [SUBSCRIBER, PATIENT] = ['IL', 'QC'].map(packedText);
const BAR = 124;

/** Ranges of a person's elements in the bytes of the level. */
interface PersonFound {
  readonly lastName: [number, number];
  readonly firstName: [number, number];
  readonly memberId: [number, number];
  readonly birthDate: [number, number];
}

/**
 * Gathers the key of the current claim's beneficiary from the bytes of the levels above it, byte for byte what
 * `beneficiaryKey` says in text.
 */
export class BeneficiaryScan extends SegmentScan {
  private into!: BeneficiaryBytes;
  private isAscii = true;
  private readonly found: PersonFound = { lastName: [0, 0], firstName: [0, 0], memberId: [0, 0], birthDate: [0, 0] };

  /** False where a name is not ASCII: then only the text can tell what its capitals are. */
  read(into: BeneficiaryBytes): boolean {
    const { levels } = this.source as ClaimBytes;
    this.into = into;
    this.isAscii = true;
    into.clear();
    this.find(levels.subscriber, SUBSCRIBER);
    this.put(this.found.memberId);
    if (into.isEmpty) this.putPerson();
    if (this.find(levels.patient, PATIENT)) {
      into.byte(BAR);
      this.put(this.found.memberId);
      into.byte(BAR);
      this.putPerson();
    }
    return this.isAscii;
  }

  private find(level: Context, entity: number): boolean {
    for (const range of Object.values(this.found)) range[0] = range[1] = 0;
    return this.person(level, entity, this.takeName, this.takeDemographics);
  }

  private readonly takeName = (at: number): void => {
    this.split(at);
    this.take(this.found.lastName, 3);
    this.take(this.found.firstName, 4);
    this.take(this.found.memberId, 9);
  };

  private readonly takeDemographics = (at: number): void => {
    this.split(at);
    this.take(this.found.birthDate, 2);
  };

  private take(range: [number, number], element: number): void {
    range[0] = this.starts[element];
    range[1] = this.ends[element];
  }

  private putPerson(): void {
    const { lastName, firstName, birthDate } = this.found;
    this.put(lastName);
    this.into.byte(BAR);
    this.put(firstName);
    this.into.byte(BAR);
    const day = birthDate[1] - birthDate[0] === 8 ? dayFromDigits(this.bytes, birthDate[0]) : NOT_A_DAY;
    if (day !== NOT_A_DAY) this.into.text(isoDay(day));
  }

  /** Trimmed and in capitals. */
  private put([from, to]: readonly [number, number]): void {
    const { bytes } = this;
    const end = trimmedEnd(bytes, from, to);
    for (let i = trimmedStart(bytes, from, to); i < end; i++) {
      const byte = bytes[i];
      if (byte >= 0x80) this.isAscii = false;
      this.into.byte(byte >= 97 && byte <= 122 ? byte - 32 : byte);
    }
  }
}
