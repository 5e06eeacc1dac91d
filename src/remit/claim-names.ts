import type { Claim, Person, Provider } from '../claims/claim.ts';
import type { CodedClaim } from '../claims/coded-claim.ts';
import { bytesOf } from '../claims/text.ts';
import type { ClaimBytes } from '../claims/x12/claim-bytes.ts';
import { prefix, SegmentFound } from '../claims/x12/claim-facts.ts';
import { asciiBytes, type ByteText } from './byte-text.ts';

const BILLING = prefix('NM1', '85');
const SUBSCRIBER = prefix('NM1', 'IL');
const PATIENT = prefix('NM1', 'QC');

const NM1_85 = asciiBytes('NM1*85*');
const NM1_QC = asciiBytes('NM1*QC*1*');
const MEMBER = asciiBytes('*MI*');
const PERSON = asciiBytes('1');
const ORGANIZATION = asciiBytes('2');
const PREFIX_SUFFIX = asciiBytes('****');

/** Longest NM103 to NM107, and NM109. */
const LONGEST_NAME = [60, 35, 25, 10, 10];
const LONGEST_ID = 80;

/** Writes the names that an answer repeats: from the bytes of an 837 where they stand there, else from the claim. */
export class ClaimNames {
  private readonly found = new SegmentFound();
  private readonly other = new SegmentFound();

  /** NM1*85 of the billing provider. */
  billing(claim: CodedClaim, out: ByteText): void {
    const { source } = claim;
    if (source === null) billingOf(claim.toClaim().billingProvider, out);
    else this.billingAt(source, out);
  }

  /** NM1*QC of the patient, with the subscriber's member id where the patient has none. */
  patient(claim: CodedClaim, out: ByteText): void {
    out.put(NM1_QC);
    if (claim.source === null) patientOf(claim.toClaim(), out);
    else this.patientAt(claim.source, out);
    out.end();
  }

  private billingAt(source: ClaimBytes, out: ByteText): void {
    const { found } = this;
    out.put(NM1_85);
    if (found.inLevel(source, source.levels.billing, BILLING)) {
      out.put(isPerson(found) ? PERSON : ORGANIZATION);
      out.separate();
      names(found, out);
      if (!found.isEmpty(9)) {
        out.separate();
        value(found, 8, 2, out);
        out.separate();
        value(found, 9, LONGEST_ID, out);
      }
    }
    out.end();
  }

  private patientAt(source: ClaimBytes, out: ByteText): void {
    const { found, other } = this;
    const hasSubscriber = other.inLevel(source, source.levels.subscriber, SUBSCRIBER);
    const isDependent = found.inLevel(source, source.levels.patient, PATIENT);
    if (isDependent) names(found, out);
    else if (hasSubscriber) names(other, out);
    const named = isDependent && !found.isEmpty(9) ? found : other;
    if (named.isEmpty(9)) return;
    out.put(MEMBER);
    value(named, 9, LONGEST_ID, out);
  }
}

const isPerson = (nm1: SegmentFound): boolean => nm1.bytes[nm1.start(2)] === 49;

/** NM103 to NM107. */
function names(nm1: SegmentFound, out: ByteText): void {
  for (let element = 3; element <= 7; element++) {
    if (element > 3) out.separate();
    value(nm1, element, LONGEST_NAME[element - 3], out);
  }
}

const value = (nm1: SegmentFound, element: number, most: number, out: ByteText): void =>
  out.value(nm1.bytes, nm1.start(element), nm1.end(element), most);

function text(of: string, most: number, out: ByteText): void {
  const bytes = bytesOf(of);
  out.value(bytes, 0, bytes.length, most);
}

/** A provider's name in a claim is one text, whoever it is. */
function billingOf({ npi, identifier, name }: Provider, out: ByteText): void {
  out.put(NM1_85);
  out.put(ORGANIZATION);
  out.separate();
  const id = npi ?? identifier ?? '';
  text(name || id, LONGEST_NAME[0], out);
  if (id !== '') {
    out.put(PREFIX_SUFFIX);
    out.separate();
    text(npi === null ? 'SV' : 'XX', 2, out);
    out.separate();
    text(id, LONGEST_ID, out);
  }
  out.end();
}

function patientOf({ subscriber, patient }: Claim, out: ByteText): void {
  const { lastName, firstName, memberId }: Person = patient ?? subscriber;
  text(lastName, LONGEST_NAME[0], out);
  out.separate();
  text(firstName, LONGEST_NAME[1], out);
  const id = memberId || subscriber.memberId;
  if (id === '') return;
  out.put(PREFIX_SUFFIX.subarray(1));
  out.put(MEMBER);
  text(id, LONGEST_ID, out);
}
