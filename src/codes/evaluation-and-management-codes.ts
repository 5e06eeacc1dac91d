/**
 * The evaluation and management codes of CPT by number: family, patient, medical decision making and time. Numbers
 * and facts alone, in our own words; no descriptor of the AMA's. Sources of a row's changes stand in `CHANGES`.
 */

/** How much decision making a visit takes; before 2021 (office) and 2023 (all others) one of three key components. */
export type DecisionMaking = 'straightforward' | 'straightforward or low' | 'low' | 'moderate' | 'high';

/** How a code's time is meant. */
export type VisitTimeKind =
  /** What such a visit took as a rule; it decided only where counseling dominated. */
  | 'typical'
  /** Has to be met or exceeded where the code is chosen by time. */
  | 'at least'
  | 'from to'
  | 'at most'
  | 'more than'
  /** The first so many minutes. */
  | 'first'
  /** So many minutes are one unit. */
  | 'each'
  /** Each further so many minutes, beside another code. */
  | 'each further';

type TimeRow = readonly [kind: VisitTimeKind, minutes: number, most?: number];

/** First year of what follows; 0 for always. */
export type EraRow = readonly [fromYear: number, decisionMaking: DecisionMaking | null, time: TimeRow | null];

/** A family's codes. `lastYear`: last calendar year in which the code was valid. */
export interface EmRow {
  readonly code: string;
  readonly family: string;
  readonly patient: 'new' | 'established' | null;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** Oldest first. */
  readonly eras: readonly EraRow[];
}

/** Which rule changed what in the year that a row's era begins. */
export const CHANGES: Readonly<Record<number, string>> = {
  0: 'CPT; Medicare Claims Processing Manual, chapter 12, section 30.6',
  2021: 'CPT 2021; CMS, CY 2020 physician fee schedule final rule, 84 FR 62568',
  2023: 'CPT 2023; CMS, CY 2023 physician fee schedule final rule, 87 FR 69404',
  2024: 'CPT 2024; CMS, CY 2024 physician fee schedule final rule, 88 FR 78818',
  2025: 'CPT 2025; CMS, CY 2025 physician fee schedule final rule, 89 FR 97710',
};

type Valid = { readonly since?: number; readonly until?: number };
const SF = 'straightforward';
const SF_LOW = 'straightforward or low';

const rows = (family: string, patient: EmRow['patient']) => {
  return (code: string, eras: readonly EraRow[], { since, until }: Valid = {}): EmRow => ({
    code,
    family,
    patient,
    firstYear: since ?? null,
    lastYear: until ?? null,
    eras,
  });
};

/** A visit whose typical time became, in 2023, the time to be met. */
const in2023 = (mdm: DecisionMaking, typical: number, atLeast: number): readonly EraRow[] => [
  [0, mdm, ['typical', typical]],
  [2023, mdm, ['at least', atLeast]],
];
/** An office visit: typical until 2020, a range from 2021, its lower end from 2024. */
const office = (mdm: DecisionMaking, typical: number, from: number, to: number): readonly EraRow[] => [
  [0, mdm, ['typical', typical]],
  [2021, mdm, ['from to', from, to]],
  [2024, mdm, ['at least', from]],
];
const always = (mdm: DecisionMaking | null, time: TimeRow | null): readonly EraRow[] => [[0, mdm, time]];
const UNTIL_2022: Valid = { until: 2022 };

const newOffice = rows('office or other outpatient visit', 'new');
const oldOffice = rows('office or other outpatient visit', 'established');
const observation = rows('observation care', null);
const initialHospital = rows('hospital inpatient or observation care, initial', null);
const laterHospital = rows('hospital inpatient or observation care, subsequent', null);
const sameDayHospital = rows('hospital inpatient or observation care, admission and discharge on one day', null);
const hospitalDischarge = rows('hospital discharge day', null);
const officeConsult = rows('outpatient consultation', null);
const hospitalConsult = rows('inpatient consultation', null);
const emergency = rows('emergency department visit', null);
const critical = rows('critical care', null);
const initialNursing = rows('nursing facility care, initial', null);
const laterNursing = rows('nursing facility care, subsequent', null);
const nursingDischarge = rows('nursing facility discharge', null);
const annualNursing = rows('nursing facility assessment, annual', null);
const newRestHome = rows('domiciliary or rest home visit', 'new');
const oldRestHome = rows('domiciliary or rest home visit', 'established');
const newHome = rows('home or residence visit', 'new');
const oldHome = rows('home or residence visit', 'established');
const prolonged = rows('prolonged service', null);
const preventiveNew = rows('preventive visit', 'new');
const preventiveOld = rows('preventive visit', 'established');
const counseling = rows('preventive counseling', null);
const groupCounseling = rows('preventive counseling, group', null);
const behavior = rows('behavior change intervention', null);
const telephone = rows('telephone service', 'established');
const digital = rows('online digital service', 'established');
const planning = rows('advance care planning', null);
const transition = rows('transitional care management', null);
const newVideo = rows('telemedicine visit, audio and video', 'new');
const oldVideo = rows('telemedicine visit, audio and video', 'established');
const newAudio = rows('telemedicine visit, audio only', 'new');
const oldAudio = rows('telemedicine visit, audio only', 'established');
const checkIn = rows('brief communication', 'established');

const other = (code: string, family: string, time: TimeRow | null, valid?: Valid): EmRow =>
  rows(family, null)(code, always(null, time), valid);
const OVERSIGHT = 'care plan oversight';
const TEAM = 'medical team conference';
const BETWEEN = 'interprofessional consultation';
const CARE = 'care management';
const BEHAVIORAL = 'behavioral health integration';
const REMOTE = 'remote monitoring';
const NEWBORN = 'newborn care';
const YOUNG = 'neonatal and pediatric critical and intensive care';

/** Decision making of the emergency department's visits moved down by one in 2023; they have no times. */
const emergencyIn2023 = (before: DecisionMaking, after: DecisionMaking | null): readonly EraRow[] => [
  [0, before, null],
  [2023, after, null],
];
const SINCE_2025: Valid = { since: 2025 };

export const EM_ROWS: readonly EmRow[] = [
  newOffice('99201', always(SF, ['typical', 10]), { until: 2020 }),
  newOffice('99202', office(SF, 20, 15, 29)),
  newOffice('99203', office('low', 30, 30, 44)),
  newOffice('99204', office('moderate', 45, 45, 59)),
  newOffice('99205', office('high', 60, 60, 74)),
  oldOffice('99211', [
    [0, null, ['typical', 5]],
    [2021, null, null],
  ]),
  oldOffice('99212', office(SF, 10, 10, 19)),
  oldOffice('99213', office('low', 15, 20, 29)),
  oldOffice('99214', office('moderate', 25, 30, 39)),
  oldOffice('99215', office('high', 40, 40, 54)),

  observation('99217', always(null, null), UNTIL_2022),
  observation('99218', always(SF_LOW, ['typical', 30]), UNTIL_2022),
  observation('99219', always('moderate', ['typical', 50]), UNTIL_2022),
  observation('99220', always('high', ['typical', 70]), UNTIL_2022),
  observation('99224', always(SF_LOW, ['typical', 15]), UNTIL_2022),
  observation('99225', always('moderate', ['typical', 25]), UNTIL_2022),
  observation('99226', always('high', ['typical', 35]), UNTIL_2022),
  initialHospital('99221', in2023(SF_LOW, 30, 40)),
  initialHospital('99222', in2023('moderate', 50, 55)),
  initialHospital('99223', in2023('high', 70, 75)),
  laterHospital('99231', in2023(SF_LOW, 15, 25)),
  laterHospital('99232', in2023('moderate', 25, 35)),
  laterHospital('99233', in2023('high', 35, 50)),
  sameDayHospital('99234', in2023(SF_LOW, 40, 45)),
  sameDayHospital('99235', in2023('moderate', 50, 70)),
  sameDayHospital('99236', in2023('high', 55, 85)),
  hospitalDischarge('99238', always(null, ['at most', 30])),
  hospitalDischarge('99239', always(null, ['more than', 30])),

  officeConsult('99241', always(SF, ['typical', 15]), UNTIL_2022),
  officeConsult('99242', in2023(SF, 30, 20)),
  officeConsult('99243', in2023('low', 40, 30)),
  officeConsult('99244', in2023('moderate', 60, 40)),
  officeConsult('99245', in2023('high', 80, 55)),
  hospitalConsult('99251', always(SF, ['typical', 20]), UNTIL_2022),
  hospitalConsult('99252', in2023(SF, 40, 35)),
  hospitalConsult('99253', in2023('low', 55, 45)),
  hospitalConsult('99254', in2023('moderate', 80, 60)),
  hospitalConsult('99255', in2023('high', 110, 80)),

  emergency('99281', emergencyIn2023(SF, null)),
  emergency('99282', emergencyIn2023('low', SF)),
  emergency('99283', emergencyIn2023('moderate', 'low')),
  emergency('99284', always('moderate', null)),
  emergency('99285', always('high', null)),
  critical('99291', always(null, ['from to', 30, 74])),
  critical('99292', always(null, ['each further', 30])),

  initialNursing('99304', in2023(SF_LOW, 25, 25)),
  initialNursing('99305', in2023('moderate', 35, 35)),
  initialNursing('99306', [...in2023('high', 45, 45), [2024, 'high', ['at least', 50]]]),
  laterNursing('99307', in2023(SF, 10, 10)),
  laterNursing('99308', [...in2023('low', 15, 15), [2024, 'low', ['at least', 20]]]),
  laterNursing('99309', in2023('moderate', 25, 30)),
  laterNursing('99310', in2023('high', 35, 45)),
  nursingDischarge('99315', always(null, ['at most', 30])),
  nursingDischarge('99316', always(null, ['more than', 30])),
  annualNursing('99318', always(null, ['typical', 30]), UNTIL_2022),

  newRestHome('99324', always(SF, ['typical', 20]), UNTIL_2022),
  newRestHome('99325', always('low', ['typical', 30]), UNTIL_2022),
  newRestHome('99326', always('moderate', ['typical', 45]), UNTIL_2022),
  newRestHome('99327', always('moderate', ['typical', 60]), UNTIL_2022),
  newRestHome('99328', always('high', ['typical', 75]), UNTIL_2022),
  oldRestHome('99334', always(SF, ['typical', 15]), UNTIL_2022),
  oldRestHome('99335', always('low', ['typical', 25]), UNTIL_2022),
  oldRestHome('99336', always('moderate', ['typical', 40]), UNTIL_2022),
  oldRestHome('99337', always('high', ['typical', 60]), UNTIL_2022),
  newHome('99341', in2023(SF, 20, 15)),
  newHome('99342', in2023('low', 30, 30)),
  newHome('99343', always('moderate', ['typical', 45]), UNTIL_2022),
  newHome('99344', in2023('moderate', 60, 60)),
  newHome('99345', in2023('high', 75, 75)),
  oldHome('99347', in2023(SF, 15, 20)),
  oldHome('99348', in2023('low', 25, 30)),
  oldHome('99349', in2023('moderate', 40, 40)),
  oldHome('99350', in2023('high', 60, 60)),

  prolonged('99354', always(null, ['first', 60]), UNTIL_2022),
  prolonged('99355', always(null, ['each further', 30]), UNTIL_2022),
  prolonged('99356', always(null, ['first', 60]), UNTIL_2022),
  prolonged('99357', always(null, ['each further', 30]), UNTIL_2022),
  prolonged('99358', always(null, ['first', 60])),
  prolonged('99359', always(null, ['each further', 30])),
  prolonged('99415', always(null, ['first', 60]), { since: 2016 }),
  prolonged('99416', always(null, ['each further', 30]), { since: 2016 }),
  prolonged('99417', always(null, ['each further', 15]), { since: 2021 }),
  prolonged('99418', always(null, ['each further', 15]), { since: 2023 }),
  // CMS's own, which Medicare takes in the place of 99417 and 99418.
  prolonged('G2212', always(null, ['each further', 15]), { since: 2021 }),
  prolonged('G0316', always(null, ['each further', 15]), { since: 2023 }),
  prolonged('G0317', always(null, ['each further', 15]), { since: 2023 }),
  prolonged('G0318', always(null, ['each further', 15]), { since: 2023 }),

  ...['99381', '99382', '99383', '99384', '99385', '99386', '99387'].map((code) =>
    preventiveNew(code, always(null, null)),
  ),
  ...['99391', '99392', '99393', '99394', '99395', '99396', '99397'].map((code) =>
    preventiveOld(code, always(null, null)),
  ),
  counseling('99401', always(null, ['typical', 15])),
  counseling('99402', always(null, ['typical', 30])),
  counseling('99403', always(null, ['typical', 45])),
  counseling('99404', always(null, ['typical', 60])),
  behavior('99406', always(null, ['more than', 3, 10])),
  behavior('99407', always(null, ['more than', 10])),
  behavior('99408', always(null, ['from to', 15, 30])),
  behavior('99409', always(null, ['more than', 30])),
  groupCounseling('99411', always(null, ['typical', 30])),
  groupCounseling('99412', always(null, ['typical', 60])),

  digital('99421', always(null, ['from to', 5, 10]), { since: 2020 }),
  digital('99422', always(null, ['from to', 11, 20]), { since: 2020 }),
  digital('99423', always(null, ['at least', 21]), { since: 2020 }),
  telephone('99441', always(null, ['from to', 5, 10]), { until: 2024 }),
  telephone('99442', always(null, ['from to', 11, 20]), { until: 2024 }),
  telephone('99443', always(null, ['from to', 21, 30]), { until: 2024 }),
  transition('99495', always('moderate', null), { since: 2013 }),
  transition('99496', always('high', null), { since: 2013 }),
  planning('99497', always(null, ['first', 30]), { since: 2015 }),
  planning('99498', always(null, ['each further', 30]), { since: 2015 }),

  newVideo('98000', always(SF, ['at least', 15]), SINCE_2025),
  newVideo('98001', always('low', ['at least', 30]), SINCE_2025),
  newVideo('98002', always('moderate', ['at least', 45]), SINCE_2025),
  newVideo('98003', always('high', ['at least', 60]), SINCE_2025),
  oldVideo('98004', always(SF, ['at least', 10]), SINCE_2025),
  oldVideo('98005', always('low', ['at least', 20]), SINCE_2025),
  oldVideo('98006', always('moderate', ['at least', 30]), SINCE_2025),
  oldVideo('98007', always('high', ['at least', 40]), SINCE_2025),
  newAudio('98008', always(SF, ['at least', 15]), SINCE_2025),
  newAudio('98009', always('low', ['at least', 30]), SINCE_2025),
  newAudio('98010', always('moderate', ['at least', 45]), SINCE_2025),
  newAudio('98011', always('high', ['at least', 60]), SINCE_2025),
  oldAudio('98012', always(SF, ['more than', 10]), SINCE_2025),
  oldAudio('98013', always('low', ['at least', 20]), SINCE_2025),
  oldAudio('98014', always('moderate', ['at least', 30]), SINCE_2025),
  oldAudio('98015', always('high', ['at least', 40]), SINCE_2025),
  checkIn('98016', always(null, ['from to', 5, 10]), SINCE_2025),

  other('99288', 'direction of emergency care', null),
  other('99360', 'physician standby', ['each', 30]),
  other('99366', TEAM, ['at least', 30]),
  other('99367', TEAM, ['at least', 30]),
  other('99368', TEAM, ['at least', 30]),
  other('99339', OVERSIGHT, ['from to', 15, 29], UNTIL_2022),
  other('99340', OVERSIGHT, ['at least', 30], UNTIL_2022),
  other('99374', OVERSIGHT, ['from to', 15, 29]),
  other('99375', OVERSIGHT, ['at least', 30]),
  other('99377', OVERSIGHT, ['from to', 15, 29]),
  other('99378', OVERSIGHT, ['at least', 30]),
  other('99379', OVERSIGHT, ['from to', 15, 29]),
  other('99380', OVERSIGHT, ['at least', 30]),
  other('99424', CARE, ['first', 30], { since: 2022 }),
  other('99425', CARE, ['each further', 30], { since: 2022 }),
  other('99426', CARE, ['first', 30], { since: 2022 }),
  other('99427', CARE, ['each further', 30], { since: 2022 }),
  other('99429', 'preventive service, unlisted', null),
  other('99437', CARE, ['each further', 30], { since: 2022 }),
  other('99439', CARE, ['each further', 20], { since: 2021 }),
  other('99446', BETWEEN, ['from to', 5, 10]),
  other('99447', BETWEEN, ['from to', 11, 20]),
  other('99448', BETWEEN, ['from to', 21, 30]),
  other('99449', BETWEEN, ['at least', 31]),
  other('99450', 'life or disability evaluation', null),
  other('99451', BETWEEN, ['at least', 5], { since: 2019 }),
  other('99452', BETWEEN, null, { since: 2019 }),
  other('99453', REMOTE, null, { since: 2019 }),
  other('99454', REMOTE, null, { since: 2019 }),
  other('99455', 'work related or disability examination', null),
  other('99456', 'work related or disability examination', null),
  other('99457', REMOTE, ['first', 20], { since: 2019 }),
  other('99458', REMOTE, ['each further', 20], { since: 2020 }),
  other('99459', 'pelvic examination', null, { since: 2024 }),
  ...['99460', '99461', '99462', '99463', '99464', '99465'].map((code) => other(code, NEWBORN, null)),
  other('99466', 'pediatric critical care transport', ['from to', 30, 74]),
  other('99467', 'pediatric critical care transport', ['each further', 30]),
  ...['99468', '99469', '99471', '99472', '99475', '99476', '99477', '99478', '99479', '99480'].map((code) =>
    other(code, YOUNG, null),
  ),
  other('99473', 'self-measured blood pressure', null, { since: 2020 }),
  other('99474', 'self-measured blood pressure', null, { since: 2020 }),
  rows('cognitive assessment and care planning', null)(
    '99483',
    [
      [0, null, ['typical', 50]],
      [2023, null, ['typical', 60]],
    ],
    { since: 2018 },
  ),
  other('99484', BEHAVIORAL, ['at least', 20], { since: 2018 }),
  other('99485', 'direction of pediatric transport', ['first', 30]),
  other('99486', 'direction of pediatric transport', ['each further', 30]),
  other('99487', CARE, ['first', 60]),
  other('99489', CARE, ['each further', 30]),
  other('99490', CARE, ['first', 20], { since: 2015 }),
  other('99491', CARE, ['first', 30], { since: 2019 }),
  other('99492', BEHAVIORAL, ['first', 70], { since: 2018 }),
  other('99493', BEHAVIORAL, ['first', 60], { since: 2018 }),
  other('99494', BEHAVIORAL, ['each further', 30], { since: 2018 }),
  other('99499', 'evaluation and management service, unlisted', null),
];
