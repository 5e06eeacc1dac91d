import type { Provider } from '../claim.ts';
import { codingsOf } from './codings.ts';
import type { Part } from './part.ts';
import { NO_PROVIDER, providerAt, taxonomyOf } from './parties.ts';
import type { References } from './references.ts';
import { sequenceOf } from './values.ts';

/** What members of a care team are on a claim. */
export type TeamRole = 'rendering' | 'referring' | 'attending' | 'operating' | 'otherOperating';

interface Member {
  readonly sequence: number;
  readonly role: TeamRole | null;
  /** Among members of one role the smallest counts. */
  readonly rank: number;
  readonly provider: Provider;
}

/**
 * Role codes of CARIN Blue Button and of HL7. `primary` is HL7's word for who rendered the service, and CARIN's for
 * the primary care provider, who has no part in the claim.
 */
const ROLES: Readonly<Record<string, readonly [TeamRole, number]>> = {
  rendering: ['rendering', 0],
  performing: ['rendering', 1],
  referring: ['referring', 0],
  attending: ['attending', 0],
  operating: ['operating', 0],
  otheroperating: ['otherOperating', 0],
};

/** The care team of a claim: who is who for all of it, and for its lines. */
export class CareTeam {
  private readonly members: readonly Member[];
  private readonly rendering: ReadonlyMap<number, readonly Member[]>;
  /** Sequence numbers that lines name. */
  private readonly ofLines: ReadonlySet<number>;

  constructor(resource: Part, references: References) {
    this.members = resource.list('careTeam').map((part) => memberOf(part, references));
    this.rendering = Map.groupBy(
      this.members.filter(({ role }) => role === 'rendering'),
      ({ sequence }) => sequence,
    );
    this.ofLines = new Set(resource.list('item').flatMap(teamOfLine));
  }

  /** Who has a role in the whole claim: the first whom no line names as its own. */
  ofClaim(role: TeamRole): Provider | null {
    return best(this.members.filter((member) => member.role === role && !this.isOfLine(member)));
  }

  /** Who rendered a line, where the line names one. */
  ofLine(item: Part): Provider | null {
    return best(teamOfLine(item).flatMap((sequence) => this.rendering.get(sequence) ?? []));
  }

  private isOfLine({ role, sequence }: Member): boolean {
    return role === 'rendering' && this.ofLines.has(sequence);
  }
}

const best = (members: readonly Member[]): Provider | null =>
  members.toSorted((a, b) => a.rank - b.rank)[0]?.provider ?? null;

/** `careTeamSequence`, and STU3's `careTeamLinkId`. */
function teamOfLine(item: Part): readonly number[] {
  const { value } = item.firstOf('careTeamSequence', 'careTeamLinkId');
  return Array.isArray(value) ? value.filter((each) => typeof each === 'number') : [];
}

function memberOf(part: Part, references: References): Member {
  const [role, rank] = roleOf(part.child('role'));
  const reference = part.child('provider');
  const provider = reference.isGiven ? providerAt(reference, references) : NO_PROVIDER;
  const taxonomy = taxonomyOf(part) ?? provider.taxonomy;
  return { sequence: sequenceOf(part.child('sequence')), role, rank, provider: { ...provider, taxonomy } };
}

function roleOf(concept: Part): readonly [TeamRole | null, number] {
  for (const { kind, code } of codingsOf(concept)) {
    const word = code.toLowerCase();
    if (Object.hasOwn(ROLES, word)) return ROLES[word];
    if (word === 'primary' && kind === 'careTeamRoleOfHl7') return ['rendering', 2];
  }
  return [null, 0];
}
