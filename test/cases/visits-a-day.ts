import type { EditCase } from './case.ts';

const ORTHOPAEDIST = '@1245319599/207X00000X';
const PARTNER = '@1558444216/207X00000X';
const CARDIOLOGIST = '@1558444216/207RC0000X';
const ONE = 'One visit a day by one physician or specialty of a group.';

export const cases: readonly EditCase[] = [
  { name: 'one visit', rule: ONE, claim: ['99213', '20610'], expect: [] },
  {
    name: 'two office visits',
    rule: ONE,
    claim: ['99213', '99212'],
    expect: ['2 deny second-visit with 1'],
  },
  {
    name: 'two office visits, the second with 25',
    rule: 'An unrelated problem at another time: documentation.',
    claim: ['99213', '99212:25'],
    expect: ['2 review separate-by-modifier with 1'],
  },
  { name: 'on two days', rule: 'A day.', claim: ['99213', '99212 2024-10-16'], expect: [] },
  {
    name: 'the same code twice',
    rule: ONE,
    claim: ['99213', '99213'],
    expect: ['2 deny second-visit with 1'],
  },
  {
    name: 'three visits',
    rule: 'Each two of them.',
    claim: ['99212', '99213', '99214'],
    expect: ['2 deny second-visit with 1', '3 deny second-visit with 1', '3 deny second-visit with 2'],
  },
  {
    name: 'by two of one group and specialty',
    rule: ONE,
    claim: [`99213 ${ORTHOPAEDIST}`, `99212 ${PARTNER}`],
    expect: ['2 deny second-visit with 1'],
  },
  {
    name: 'by two specialties',
    rule: 'Different specialties are paid each.',
    claim: [`99213 ${ORTHOPAEDIST}`, `99213 ${CARDIOLOGIST}`],
    expect: [],
  },
  {
    name: 'by two of one specialty, by NPI alone',
    rule: 'Who is one provider is a setting.',
    claim: [`99213 ${ORTHOPAEDIST}`, `99212 ${PARTNER}`],
    policy: { provider: 'rendering' },
    expect: [],
  },
  {
    name: 'on an earlier claim',
    rule: 'Across claims.',
    claim: ['99212'],
    history: { EARLIER: ['99213'] },
    expect: ['1 deny second-visit with 1@EARLIER'],
  },
  {
    name: 'on an earlier claim of another day',
    rule: 'A day.',
    claim: ['99212'],
    history: { EARLIER: ['99213 2024-10-14'] },
    expect: [],
  },
  // Admission and discharge
  {
    name: 'office visit and admission',
    rule: 'Visits that led to an admission are part of the initial hospital care.',
    claim: ['99214', '99222'],
    place: '21',
    expect: ['1 deny part-of-admission with 2'],
  },
  {
    name: 'emergency visit and admission',
    rule: 'Visits that led to an admission are part of the initial hospital care.',
    claim: ['99222', '99285'],
    expect: ['2 deny part-of-admission with 1'],
  },
  {
    name: 'office visit with 25 and admission',
    rule: 'With 25: documentation.',
    claim: ['99214:25', '99222'],
    expect: ['1 review separate-by-modifier with 2'],
  },
  {
    name: 'admission and hospital visit',
    rule: ONE,
    claim: ['99222', '99232'],
    expect: ['2 deny second-visit with 1'],
  },
  {
    name: 'hospital visit and discharge',
    rule: 'The discharge day takes the hospital visit in.',
    claim: ['99232', '99238'],
    expect: ['1 deny with-discharge with 2'],
  },
  {
    name: 'admission claimed, office visit on an earlier claim',
    rule: 'History lines are never reported on.',
    claim: ['99222'],
    history: { EARLIER: ['99214'] },
    expect: [],
  },
  {
    name: 'discharge and admission to a nursing facility',
    rule: 'Both are paid.',
    claim: ['99238', '99305'],
    expect: [],
  },
  // Critical care
  {
    name: 'critical care and a visit',
    rule: 'A visit beside critical care needs 25.',
    claim: ['99291', '99232'],
    expect: ['2 review with-critical-care with 1'],
  },
  {
    name: 'critical care and a visit with 25',
    rule: 'A visit beside critical care needs 25.',
    claim: ['99291', '99232:25'],
    expect: [],
  },
  { name: 'critical care and its add-on', rule: 'An add-on code is no visit.', claim: ['99291', '99292'], expect: [] },
  // Preventive
  {
    name: 'preventive visit and a problem',
    rule: 'The visit for the problem needs 25.',
    claim: ['G0439', '99213'],
    expect: ['2 review preventive-and-problem with 1'],
  },
  {
    name: 'preventive visit and a problem with 25',
    rule: 'The visit for the problem needs 25.',
    claim: ['G0439', '99213:25'],
    expect: [],
  },
  {
    name: '25 on the preventive visit',
    rule: 'On the visit for the problem.',
    claim: ['99397:25', '99213'],
    expect: ['2 review preventive-and-problem with 1'],
  },
  { name: 'annual wellness visit and a physical', rule: 'Two services.', claim: ['G0439', '99397'], expect: [] },
  {
    name: 'two physicals',
    rule: ONE,
    claim: ['99396', '99397'],
    expect: ['2 deny second-visit with 1'],
  },
  {
    name: 'at a hospital',
    rule: 'The physicians’ rule.',
    claim: ['99213', '99212'],
    setting: 'outpatient',
    expect: [],
  },
  { name: 'prolonged services', rule: 'No visits.', claim: ['99215', 'G2212', '99497'], expect: [] },
];
