import { type X12Interchange, X12Parser } from 'node-x12';
import { createClaimReader } from '../../src/claims/index.ts';
import type { Codebook } from '../../src/codebook/codebook.ts';
import { Checker } from '../../src/edits/checker.ts';
import type { ClaimAcknowledgmentProfile } from '../../src/remit/acknowledgment-profile.ts';
import { DEFAULT_ACKNOWLEDGMENT } from '../../src/remit/acknowledgment-profile.ts';
import { ClaimAcknowledgmentWriter } from '../../src/remit/claim-acknowledgment.ts';
import { RemittanceWriter } from '../../src/remit/remittance.ts';

export const OPTIONS = { date: '20260902', time: '1015', control: 902, sender: 'PAYER', receiver: 'CLINIC' };

export interface Answered {
  readonly acknowledgment: string;
  readonly remittance: string;
  /** Charges of the claims that were read: CLM02, or that of the lines. */
  readonly cents: number;
  readonly claims: number;
}

/** Both answers to a file, read in pieces of a size. */
export function answersTo(
  codebook: Codebook,
  bytes: Uint8Array,
  profile: Partial<ClaimAcknowledgmentProfile> = {},
  size = 1 << 16,
): Answered {
  const checker = new Checker(codebook);
  const decoder = new TextDecoder();
  const written = { acknowledgment: '', remittance: '' };
  const into = (name: keyof typeof written) => (piece: string | Uint8Array) => {
    written[name] += typeof piece === 'string' ? piece : decoder.decode(piece);
  };
  const acknowledgment = new ClaimAcknowledgmentWriter(
    checker,
    { ...OPTIONS, profile: { ...DEFAULT_ACKNOWLEDGMENT, ...profile } },
    into('acknowledgment'),
  );
  const remittance = new RemittanceWriter(checker, OPTIONS, into('remittance'));
  let cents = 0;
  let claims = 0;
  const reader = createClaimReader({
    onClaim: (coded) => {
      checker.check(coded);
      acknowledgment.add(coded);
      remittance.add(coded);
      const { charge, lines } = coded.toClaim();
      cents += charge ?? lines.reduce((sum, line) => sum + (line.charge ?? 0), 0);
      claims++;
    },
    onProblem: () => {},
  });
  for (let at = 0; at < bytes.length; at += size) reader.write(bytes.subarray(at, at + size));
  reader.end();
  acknowledgment.end();
  remittance.end();
  return { ...written, cents, claims };
}

/** What node-x12, which compares counts and control numbers, reads of each interchange: the tags of each transaction set. */
export const tagsByOther = (text: string): string[] =>
  text
    .split(/(?=^ISA)/m)
    .filter((interchange) => interchange !== '')
    .flatMap((interchange) =>
      (new X12Parser(true).parse(interchange) as X12Interchange).functionalGroups.flatMap(({ transactions }) =>
        transactions.map(({ segments }) => segments.map(({ tag }) => tag).join(' ')),
      ),
    );
