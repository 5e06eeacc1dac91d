import type { Claim, ClaimLine } from '../claims/claim.ts';
import type { Codebook } from '../codebook/codebook.ts';
import { type CheckClaimOptions, checkClaim } from '../edits/check-claim.ts';
import type { Finding, Outcome, Resolution } from '../edits/finding.ts';

/** A resolution tried out on the claim: what was changed, and what is then found in the place of the finding. */
export interface Trial {
  /** `modifier 59 on line 2`. */
  readonly change: string;
  /** The lines as they would then stand. */
  readonly lines: readonly ClaimLine[];
  /** What the same edit then says of the line; null where it says nothing. */
  readonly after: { readonly outcome: Outcome; readonly message: string } | null;
  /** Whether the line is no worse than a note by this edit. */
  readonly resolves: boolean;
}

/** A claim changed as a resolution says, in words. */
interface Changed {
  readonly change: string;
  readonly claim: Claim;
}

/**
 * Tries out what would resolve a finding, one change for each resolution: the first modifier that is offered on the
 * first line it is offered for, the most units, the first primary or other code. Documentation and corrections that
 * only the record can tell are not tried.
 *
 * @example
 * tryResolutions(codebook, claim, finding) // [{ change: 'modifier 59 on line 2', resolves: true, … }]
 */
export function tryResolutions(
  codebook: Codebook,
  claim: Claim,
  finding: Finding,
  options: CheckClaimOptions = {},
): readonly Trial[] {
  return finding.resolutions.flatMap((resolution) => {
    const changed = changedBy(claim, finding, resolution);
    return changed === null ? [] : [trialOf(codebook, changed, finding, options)];
  });
}

function trialOf(codebook: Codebook, { change, claim }: Changed, finding: Finding, options: CheckClaimOptions): Trial {
  const found = checkClaim(codebook, claim, options).findings.filter(
    ({ edit, line, with: other }) =>
      edit === finding.edit && line === finding.line && (finding.with === null || other?.line === finding.with.line),
  );
  const gravest = found.toSorted((a, b) => WEIGHT.indexOf(b.outcome) - WEIGHT.indexOf(a.outcome))[0];
  return {
    change,
    lines: claim.lines,
    after: gravest === undefined ? null : { outcome: gravest.outcome, message: gravest.message },
    resolves: gravest === undefined || gravest.outcome === 'info',
  };
}

const WEIGHT: readonly Outcome[] = ['info', 'review', 'return', 'deny'];

function changedBy(claim: Claim, finding: Finding, resolution: Resolution): Changed | null {
  const { line } = finding;
  if (line === null) return null;
  switch (resolution.kind) {
    case 'modifier': {
      const [modifier] = resolution.modifiers;
      const [on] = resolution.lines;
      return {
        change: `modifier ${modifier} on line ${on}`,
        claim: withLine(claim, on, (old) => ({ ...old, modifiers: [modifier, ...old.modifiers] })),
      };
    }
    case 'remove-modifier': {
      const { modifiers } = resolution;
      const kept = (old: ClaimLine) => old.modifiers.filter((each) => !modifiers.includes(each.toUpperCase()));
      return {
        change: `line ${line} without ${modifiers.join(' and ')}`,
        claim: withLine(claim, line, (old) => ({ ...old, modifiers: kept(old) })),
      };
    }
    case 'units':
      return {
        change: `${resolution.most} unit${resolution.most === 1 ? '' : 's'} on line ${line}`,
        claim:
          resolution.most === 0
            ? without(claim, line)
            : withLine(claim, line, (old) => ({ ...old, units: resolution.most })),
      };
    case 'code': {
      const [code] = resolution.codes;
      return { change: `${code} on line ${line}`, claim: withLine(claim, line, (old) => ({ ...old, code })) };
    }
    case 'primary': {
      const [code] = resolution.codes;
      return {
        change: `${code} on a further line`,
        claim: withFurther(claim, line, (old) => ({ ...old, code, modifiers: [] })),
      };
    }
    default:
      return null;
  }
}

const withLine = (claim: Claim, number: number, change: (line: ClaimLine) => ClaimLine): Claim => ({
  ...claim,
  lines: claim.lines.map((line) => (line.number === number ? change(line) : line)),
});

const without = (claim: Claim, number: number): Claim => ({
  ...claim,
  lines: claim.lines.filter((line) => line.number !== number),
});

/** The claim with one line more, made from line `number`. */
function withFurther(claim: Claim, number: number, make: (line: ClaimLine) => ClaimLine): Claim {
  const like = claim.lines.find((line) => line.number === number);
  if (like === undefined) return claim;
  const last = Math.max(...claim.lines.map((line) => line.number));
  return { ...claim, lines: [...claim.lines, { ...make(like), number: last + 1 }] };
}
