import type { EditCase } from './case.ts';

const ORTHOPAEDICS = '207X00000X';
const FIRST = '@1245319599/207X00000X';
const SECOND = '@1558444216/207X00000X';
const CARDIOLOGIST = '@1558444216/207RC0000X';
const WITHIN = 'Within three years, by the same group and specialty: established.';

export const cases: readonly EditCase[] = [
  {
    name: 'no earlier claims given',
    rule: 'Unknown without history.',
    claim: ['99203'],
    expect: ['1 info no-history'],
  },
  { name: 'an established patient code', rule: 'Only new patient codes are asked.', claim: ['99213'], expect: [] },
  { name: 'history without the patient', rule: 'None in three years: new.', claim: ['99203'], history: {}, expect: [] },
  {
    name: 'history of another patient',
    rule: 'Of the same beneficiary.',
    claim: ['99203'],
    history: { 'EARLIER/M2': ['99213 2024-01-10'] },
    expect: [],
  },
  // Three years
  {
    name: 'the day after the same day three years before',
    rule: WITHIN,
    claim: ['99203'],
    history: { EARLIER: ['99213 2021-10-16'] },
    expect: ['1 deny established with 1@EARLIER'],
    lines: ['deny new-patient'],
  },
  {
    name: 'the same day three years before',
    rule: 'On the anniversary: for review.',
    claim: ['99203'],
    history: { EARLIER: ['99213 2021-10-15'] },
    expect: ['1 review three-years-to-the-day with 1@EARLIER'],
  },
  {
    name: 'the day before the same day three years before',
    rule: 'More than three years: new.',
    claim: ['99203'],
    history: { EARLIER: ['99213 2021-10-14'] },
    expect: [],
  },
  {
    name: 'three years before 29 February',
    rule: 'A year without that day: its last of February.',
    claim: ['99203'],
    on: '2024-02-29',
    history: { EARLIER: ['99213 2021-02-28'] },
    expect: ['1 review three-years-to-the-day with 1@EARLIER'],
  },
  {
    name: 'a stay that ended within three years',
    rule: 'The last day of the service counts.',
    claim: ['99203'],
    history: { EARLIER: ['99232 x4 2021-10-13..2021-10-16'] },
    expect: ['1 deny established with 1@EARLIER'],
  },
  {
    name: 'on the same day',
    rule: 'Previous services count, not those of the day.',
    claim: ['99203'],
    history: { EARLIER: ['99213'] },
    expect: [],
  },
  {
    name: 'on the day before',
    rule: WITHIN,
    claim: ['99203'],
    history: { EARLIER: ['99213 2024-10-14'] },
    expect: ['1 deny established with 1@EARLIER'],
  },
  {
    name: 'afterwards',
    rule: 'Previous services count, not later ones.',
    claim: ['99203'],
    history: { EARLIER: ['99213 2024-10-16'] },
    expect: [],
  },
  {
    name: 'two within three years',
    rule: 'The latest one is named.',
    claim: ['99203'],
    history: { A: ['99213 2022-05-01', '99213 2023-05-01'], B: ['99213 2022-07-01'] },
    expect: ['1 deny established with 2@A'],
  },
  {
    name: 'on the claim itself',
    rule: WITHIN,
    claim: ['99203', '99213 2024-10-10'],
    expect: ['1 deny established with 2'],
  },
  // Who
  {
    name: 'another of the same group and specialty',
    rule: WITHIN,
    claim: [`99203 ${FIRST}`],
    history: { EARLIER: [`99213 2023-03-01 ${SECOND}`] },
    expect: ['1 deny established with 1@EARLIER'],
  },
  {
    name: 'another specialty of the group',
    rule: 'Of the same specialty.',
    claim: [`99203 ${FIRST}`],
    history: { EARLIER: [`99213 2023-03-01 ${CARDIOLOGIST}`] },
    expect: [],
  },
  {
    name: 'another of the same specialty, by NPI alone',
    rule: 'Who is one provider is a setting.',
    claim: [`99203 ${FIRST}`],
    history: { EARLIER: [`99213 2023-03-01 ${SECOND}`] },
    policy: { provider: 'rendering' },
    expect: [],
  },
  {
    name: 'the billing provider, without a rendering one',
    rule: 'Without a rendering provider the billing provider renders.',
    claim: ['99203'],
    billingTaxonomy: ORTHOPAEDICS,
    history: { EARLIER: [`99213 2023-03-01 ${SECOND}`] },
    expect: ['1 deny established with 1@EARLIER'],
  },
  // What
  {
    name: 'a surgical procedure',
    rule: 'Another face-to-face service, as a surgical procedure.',
    claim: ['99203'],
    history: { EARLIER: ['20610 2023-03-01'] },
    expect: ['1 deny established with 1@EARLIER'],
  },
  {
    name: 'psychotherapy',
    rule: 'What is mostly face to face: for review.',
    claim: ['99203'],
    history: { EARLIER: ['90834 2023-03-01'] },
    expect: ['1 review other-service with 1@EARLIER'],
  },
  {
    name: 'a visit before psychotherapy',
    rule: 'A visit decides.',
    claim: ['99203'],
    history: { EARLIER: ['99213 2022-03-01', '90834 2023-03-01'] },
    expect: ['1 deny established with 1@EARLIER'],
  },
  {
    name: 'an X-ray read',
    rule: 'An interpretation of a test is none.',
    claim: ['99203'],
    history: { EARLIER: ['71046:26 2023-03-01'] },
    expect: [],
  },
  {
    name: 'a test of the medicine section read',
    rule: 'An interpretation of a test is none.',
    claim: ['99203'],
    history: { EARLIER: ['95810:26 2023-03-01', '94010:TC 2023-03-01'] },
    expect: [],
  },
  {
    name: 'a laboratory test',
    rule: 'Not face to face.',
    claim: ['99203'],
    history: { EARLIER: ['80053 2023-03-01'] },
    expect: [],
  },
  {
    name: 'a digital visit',
    rule: 'Not face to face.',
    claim: ['99203'],
    history: { EARLIER: ['99422 2023-03-01'] },
    expect: [],
  },
  // Which codes
  {
    name: 'an eye visit, a home visit, a preventive visit',
    rule: 'New patient codes.',
    claim: ['92004', '99345', '99385', '99386 2024-10-16'],
    history: { EARLIER: ['99213 2023-03-01'] },
    expect: [
      '1 deny established with 1@EARLIER',
      '2 deny established with 1@EARLIER',
      '3 deny established with 1@EARLIER',
      '4 deny established with 3',
    ],
  },
  {
    name: 'at a hospital',
    rule: 'The physicians’ rule; hospitals bill by other ones.',
    claim: ['99203'],
    setting: 'outpatient',
    history: { EARLIER: ['99213 2023-03-01'] },
    expect: [],
  },
];
