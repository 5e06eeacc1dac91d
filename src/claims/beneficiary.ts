import type { Claim, Person } from './claim.ts';
import { hash52 } from './hash52.ts';
import { bytesOf } from './text.ts';

/**
 * Text that is equal for two claims of one beneficiary: the subscriber's member id, and for a dependent the
 * patient's name and birth date with it. Where there is no member id, the subscriber's name and birth date
 * stand for it. It holds personal data: keep it out of messages.
 */
export function beneficiaryKey({ subscriber, patient }: Claim): string {
  const member = normal(subscriber.memberId);
  const holder = member === '' ? whoIs(subscriber) : member;
  return patient === null ? holder : `${holder}|${normal(patient.memberId)}|${whoIs(patient)}`;
}

const whoIs = ({ lastName, firstName, birthDate }: Person): string =>
  `${normal(lastName)}|${normal(firstName)}|${birthDate ?? ''}`;

const normal = (text: string): string => text.trim().toUpperCase();

/** The key of a beneficiary as bytes, gathered without making text; reused from claim to claim. */
export class BeneficiaryBytes {
  private bytes = new Uint8Array(256);
  private length = 0;

  clear(): void {
    this.length = 0;
  }

  get isEmpty(): boolean {
    return this.length === 0;
  }

  text(text: string): void {
    const bytes = bytesOf(text);
    for (let i = 0; i < bytes.length; i++) this.byte(bytes[i]);
  }

  byte(byte: number): void {
    if (this.length === this.bytes.length) this.grow();
    this.bytes[this.length++] = byte;
  }

  /** Two numbers that are equal for equal keys; for two different ones of a hundred million, hardly ever both. */
  get hash(): number {
    return hash52(this.bytes, 0, this.length);
  }

  get check(): number {
    let check = 0;
    for (let i = 0; i < this.length; i++) check = (Math.imul(check, 31) + this.bytes[i]) | 0;
    return check;
  }

  private grow(): void {
    const longer = new Uint8Array(this.bytes.length * 2);
    longer.set(this.bytes);
    this.bytes = longer;
  }
}
