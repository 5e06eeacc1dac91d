import type { Claim } from '../claims/claim.ts';
import { claimResource } from '../claims/fhir/write.ts';
import { claimAsJson } from '../claims/json/claim-output.ts';
import { Writer837 } from '../claims/x12/write/write-837.ts';

/** Puts claims into a format, piece by piece. */
export interface Target {
  claim(claim: Claim): string;
  end(): string;
  /** Claims with a value that the format cannot hold as it is. */
  readonly replaced: number;
}

/** Claims as an 837 that is made anew, `now` in ISO form: what the claims do not hold is not in it. */
export function target837(now: string): Target {
  return new Writer837({
    sender: 'COLUMNONE',
    receiver: 'RECEIVER',
    date: now.slice(0, 10),
    time: now.slice(11, 16).replace(':', ''),
    controlNumber: 1,
    usage: 'T',
  });
}

export function targetJson(): Target {
  let before = '[\n';
  return {
    claim(claim) {
      const text = before + JSON.stringify(claimAsJson(claim));
      before = ',\n';
      return text;
    },
    end: () => (before === '[\n' ? '[]\n' : '\n]\n'),
    replaced: 0,
  };
}

export const targetNdjson = (): Target => ({
  claim: (claim) => `${JSON.stringify(claimAsJson(claim))}\n`,
  end: () => '',
  replaced: 0,
});

/** FHIR R4 Claims, one a line, `now` in ISO form. */
export const targetFhir = (now: string): Target => ({
  claim: (claim) => `${JSON.stringify(claimResource(claim, { version: 'R4', created: now }))}\n`,
  end: () => '',
  replaced: 0,
});
