import type { EditCase } from './case.ts';
import { rows } from './rows.ts';

const LIST = { profile: { telehealthCodes: ['99202-99215', 'G0425-G0427', '9083*'] } };

/** A list that holds what is asked here, so that it does not speak. */
const LISTED = { profile: { telehealthCodes: ['99202-99215', 'Q3014'] } };

export const cases: readonly EditCase[] = [
  ...rows('Place 02 or 10, or a modifier.', LISTED, [
    ['place 02', ['99213 p02'], []],
    ['place 10', ['99213 p10'], []],
    ['95 with place 10', ['99213:95 p10'], []],
    ['an office visit', ['99213 p11'], []],
    ['another modifier', ['99213:25 p11'], []],
  ]),
  ...rows('Since 2024 the place says it.', LISTED, [
    ['95 in an office on the last day before', ['99213:95 p11 2023-12-31'], []],
    ['95 in an office on the first day', ['99213:95 p11 2024-01-01'], ['1 review modifier-elsewhere']],
    ['93 in an office', ['99213:93 p11'], ['1 review modifier-elsewhere']],
    ['95 in a hospital, the patient at home', ['99213:95 p22'], []],
    ['95 without a date', ['99213:95 ? p11'], []],
  ]),
  ...rows('Sound alone is for patients at home.', LISTED, [
    ['with place 02 on the last day before', ['99213:93 p02 2024-12-31'], []],
    ['with place 02 on the first day', ['99213:93 p02 2025-01-01'], ['1 review audio-only-elsewhere']],
    ['with place 10', ['99213:93 p10 2025-01-01'], []],
  ]),
  ...rows('Sound and picture, or sound alone.', LISTED, [
    ['both', ['99213:93:95 p10'], ['1 review two-ways']],
    ['FQ and 95', ['99213:FQ:95 p10'], ['1 review two-ways']],
    ['93 and FQ, which say the same', ['99213:93:FQ p10'], ['1 info audio-only-twice']],
    ['FQ alone', ['99213:FQ p10'], []],
  ]),
  ...rows('GT is for critical access hospitals since 2018.', LISTED, [
    ['the day before', ['99213:GT p02 2017-12-31'], []],
    ['the first day', ['99213:GT p02 2018-01-01'], ['1 review hospital-modifier']],
  ]),
  ...rows('GQ is for Alaska and Hawaii.', LISTED, [
    ['Alaska', ['99213:GQ p02'], [], { address: 'AK 99501' }],
    ['Hawaii', ['99213:GQ p02'], [], { address: 'HI 96813' }],
    ['Ohio', ['99213:GQ p02'], ['1 review store-and-forward'], { address: 'OH 44101' }],
    ['a state not given', ['99213:GQ p02'], []],
  ]),
  ...rows('The originating site has its own place.', LISTED, [
    ['in an office', ['Q3014 p11'], []],
    ['at a place of telehealth', ['Q3014 p02'], ['1 review originating-site']],
  ]),
  ...rows('A list says which services may be given so.', LIST, [
    ['on it', ['99213 p10'], []],
    ['the first of a range', ['G0425 p02'], []],
    ['the one before a range', ['G0424 p02'], ['1 deny not-on-list']],
    ['the one after a range', ['G0428 p02'], ['1 deny not-on-list']],
    ['by its beginning', ['90834 p10'], []],
    ['not on it', ['11042 p10'], ['1 deny not-on-list']],
    ['not on it, by its modifier', ['11042:GT p11'], ['1 review hospital-modifier', '1 deny not-on-list']],
    ['not on it, in an office', ['11042 p11'], []],
  ]),
  ...rows('Without a list none is asked, and this is said.', {}, [
    ['at home', ['11042 p10', '99213 p10'], ['- info no-data']],
    ['in an office', ['11042 p11'], []],
    ['no code', [' p10'], []],
  ]),
  {
    name: 'a facility’s claim',
    rule: 'On practitioners’ claims.',
    typeOfBill: '131',
    claim: ['99213:95 r0510'],
    expect: [],
  },
];
