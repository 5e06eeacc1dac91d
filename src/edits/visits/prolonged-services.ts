import { type PackedCode, packCodeText, unpackCode } from '../../codes/packed.ts';
import { PROLONGED_SERVICES, PROLONGED_UNIT, type ProlongedService } from '../../codes/prolonged-services.ts';
import { type CheckInput, defineEdit, type FindingFacts, type Report } from '../define-edit.ts';

type Reason =
  | 'other-payers-code'
  | 'base-missing'
  | 'lower-level'
  | 'not-together'
  | 'more-than-time'
  | 'minutes-needed';

/** A code's facts by packed code. */
interface Packed {
  readonly service: ProlongedService;
  readonly bases: readonly PackedCode[];
  readonly minutes: readonly (number | null)[];
  readonly notWith: readonly PackedCode[];
}

const BY_CODE: ReadonlyMap<PackedCode, Packed> = new Map(
  PROLONGED_SERVICES.map((service) => [
    packCodeText(service.code),
    {
      service,
      bases: Object.keys(service.bases).map(packCodeText),
      minutes: Object.values(service.bases),
      notWith: service.notWith.map(packCodeText),
    },
  ]),
);

/** Nearly all lines are none of these, and are told by one comparison or two. */
const FIRST_CPT = packCodeText('99415');
const LAST_CPT = packCodeText('99418');
const FIRST_CMS = packCodeText('G0316');
const LAST_CMS = packCodeText('G2212');
const MINUTES_A_DAY = 1440;
const UNIT_SLOTS = 1000;

const prolongedOf = (code: PackedCode): Packed | undefined =>
  (code >= FIRST_CPT && code <= LAST_CPT) || (code >= FIRST_CMS && code <= LAST_CMS) ? BY_CODE.get(code) : undefined;

/**
 * A prolonged service stands beside a visit of the highest level of its family, by the same provider on the same day.
 * Medicare takes CMS's codes, other payers CPT's; never both, nor others that its descriptor rules out. Minutes are not
 * on a claim: what the units say they were is told, and refused where no day has so many.
 */
export const prolongedServices = defineEdit<Reason>({
  id: 'prolonged-services',
  title: 'Prolonged services',
  since: '0.2.0',
  sources: [
    { document: 'HCPCS Level II', section: 'descriptors of G2212, G0316, G0317 and G0318' },
    { document: 'CMS, CY 2021 physician fee schedule final rule, 85 FR 84472', section: 'G2212' },
    { document: 'CMS, CY 2023 physician fee schedule final rule, 87 FR 69404', section: 'table 24' },
    { document: 'Medicare physician fee schedule', section: 'status of 99417 and 99418: I' },
  ],
  needs: [],
  stage: 'the rest',
  messages: {
    'other-payers-code': {
      outcome: 'deny',
      means: 'CPT’s code to Medicare, or CMS’s code where the policy takes CPT’s (visits.prolonged).',
      say: ({ code, policy }) =>
        policy.visits.prolonged === 'medicare'
          ? `Medicare does not take ${code}: it has codes of its own for prolonged services.`
          : `${code} is Medicare’s code: this payer takes CPT’s for prolonged services.`,
      resolutions: ({ detail }) =>
        detail > 0 ? [{ kind: 'code', codes: [unpackCode(detail)] }] : [{ kind: 'correct-claim' }],
    },
    'base-missing': {
      outcome: 'deny',
      means: 'No visit of the day that the code prolongs.',
      say: ({ code }) => `${code} stands beside no visit of the day that it prolongs: ${basesOf(code).join(', ')}.`,
      resolutions: ({ code }) => [{ kind: 'primary', codes: basesOf(code) }],
    },
    'lower-level': {
      outcome: 'deny',
      means: 'Beside a visit that is not of the highest level of its family.',
      say: ({ code, detail }) =>
        `${code} stands beside ${unpackCode(detail)}: a visit is prolonged only from the highest level on (${basesOf(code).join(', ')}).`,
      resolutions: ({ code }) => [{ kind: 'primary', codes: basesOf(code) }],
    },
    'not-together': {
      outcome: 'deny',
      means: 'Beside another prolonged service that is ruled out on the same day.',
      say: ({ code, detail }) => `${code} and ${unpackCode(detail)} are not reported for one day.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'more-than-time': {
      outcome: 'deny',
      means: 'More units than the days that count have minutes for.',
      say: (facts) =>
        `${unitsOf(facts)} units of ${facts.code} beside ${baseOf(facts)} mean ${minutesOf(facts)} minutes, more than the days that count have.`,
      resolutions: () => [{ kind: 'correct-claim' }],
    },
    'minutes-needed': {
      outcome: 'info',
      means: 'How many minutes the units say that the visit took: the record has to show them.',
      say: (facts) =>
        `${unitsOf(facts)} ${unitsOf(facts) === 1 ? 'unit' : 'units'} of ${facts.code} beside ${baseOf(facts)}: the record has to show at least ${minutesOf(facts)} minutes.`,
    },
  },
  check(input, report) {
    const { claim } = input;
    if (claim.isInstitutional || input.setting !== 'professional') return;
    for (let line = 0; line < claim.ownLines; line++) {
      const prolonged = prolongedOf(claim.code[line]);
      if (prolonged !== undefined && input.lines.runOfLine[line] >= 0) checkLine(input, line, prolonged, report);
    }
  },
});

function checkLine(input: CheckInput, line: number, prolonged: Packed, report: Report<Reason>): void {
  const { claim, policy } = input;
  const base = besideOf(input, line, prolonged.bases);
  const by = prolonged.service.by;
  if (by !== null && policy.visits.prolonged !== 'either' && by !== policy.visits.prolonged) {
    report.add('other-payers-code', line, -1, -1, base < 0 ? 0 : otherCode(by, claim.code[base]));
  }
  const barred = besideOf(input, line, prolonged.notWith);
  if (barred >= 0) report.add('not-together', line, -1, barred, claim.code[barred]);
  if (base >= 0) checkMinutes(input, line, base, prolonged, report);
  else {
    const lower = lowerVisit(input, line, prolonged);
    if (lower >= 0) report.add('lower-level', line, -1, lower, claim.code[lower]);
    else report.add('base-missing', line);
  }
}

function checkMinutes(input: CheckInput, line: number, base: number, prolonged: Packed, report: Report<Reason>): void {
  const { claim } = input;
  const at = prolonged.bases.indexOf(claim.code[base]);
  const first = prolonged.minutes[at];
  const units = claim.units[line];
  if (first === null || !Number.isInteger(units) || units < 1 || units >= UNIT_SLOTS) return;
  const minutes = first + (units - 1) * PROLONGED_UNIT;
  const reason = minutes > MINUTES_A_DAY * prolonged.service.days ? 'more-than-time' : 'minutes-needed';
  report.add(reason, line, -1, base, at * UNIT_SLOTS + units);
}

/** A line of the same service with one of the codes, -1 where there is none. */
function besideOf({ claim, lines }: CheckInput, line: number, codes: readonly PackedCode[]): number {
  const service = lines.serviceOfRun(lines.runOfLine[line]);
  const end = lines.runStart[lines.serviceStart[service + 1]];
  for (let i = lines.runStart[lines.serviceStart[service]]; i < end; i++) {
    if (lines.order[i] !== line && codes.includes(claim.code[lines.order[i]])) return lines.order[i];
  }
  return -1;
}

/** A line of the same service with a lower visit of the families that the code prolongs: up to four numbers below. */
function lowerVisit({ claim, lines }: CheckInput, line: number, { bases, minutes }: Packed): number {
  if (minutes[0] === null) return -1;
  const service = lines.serviceOfRun(lines.runOfLine[line]);
  const end = lines.runStart[lines.serviceStart[service + 1]];
  for (let i = lines.runStart[lines.serviceStart[service]]; i < end; i++) {
    const code = claim.code[lines.order[i]];
    for (const base of bases) if (code < base && Math.floor(code / 36) === Math.floor(base / 36)) return lines.order[i];
  }
  return -1;
}

/** The code of the other payers that prolongs the same visit, 0 for none. */
function otherCode(by: ProlongedService['by'], base: PackedCode): PackedCode {
  for (const [code, { service, bases }] of BY_CODE) {
    if (service.by !== null && service.by !== by && bases.includes(base)) return code;
  }
  return 0;
}

const factsOf = ({ code }: Pick<FindingFacts, 'code'>): Packed => BY_CODE.get(packCodeText(code)) as Packed;
const basesOf = (code: string): readonly string[] => Object.keys(factsOf({ code }).service.bases);
const unitsOf = ({ detail }: FindingFacts): number => detail % UNIT_SLOTS;
const baseOf = (facts: FindingFacts): string => basesOf(facts.code)[Math.floor(facts.detail / UNIT_SLOTS)];
const minutesOf = (facts: FindingFacts): number =>
  (factsOf(facts).minutes[Math.floor(facts.detail / UNIT_SLOTS)] ?? 0) + (unitsOf(facts) - 1) * PROLONGED_UNIT;
