import type { EditCase } from './case.ts';
import { rows } from './rows.ts';

export const cases: readonly EditCase[] = [
  ...rows('One of CMS’s set.', {}, [
    ['an office', ['99213 p11'], []],
    ['a number between', ['99213 p28'], ['1 return unknown']],
    ['nought', ['99213 p00'], ['1 return unknown']],
    ['the last', ['99213 p99'], []],
    ['none', ['99213'], [], { place: '' }],
    ['of the claim', ['99213', '80053'], ['1 return unknown', '2 return unknown'], { place: '59' }],
  ]),
  ...rows('From its first day on.', {}, [
    ['10 the day before', ['99213 2021-12-31 p10'], ['1 return not-yet-valid']],
    ['10 on its first day', ['99213 2022-01-01 p10'], []],
    ['27 the day before', ['99213 2023-09-30 p27'], ['1 return not-yet-valid']],
    ['27 on its first day', ['99213 2023-10-01 p27'], []],
    ['19 the day before', ['99213 2015-12-31 p19'], ['1 return not-yet-valid']],
    ['19 on its first day', ['99213 2016-01-01 p19'], []],
    ['no date', ['99213 ? p27'], []],
  ]),
  ...rows('A technical component is not a practitioner’s in a facility.', {}, [
    ['TC in an office', ['71046:TC p11'], []],
    ['TC for an inpatient', ['71046:TC p21'], ['1 deny technical-in-facility']],
    ['TC in a surgical center', ['71046:TC p24'], ['1 deny technical-in-facility']],
    ['26 for an inpatient', ['71046:26 p21'], []],
    ['a technical component alone for an inpatient', ['36591 p21'], ['1 deny technical-in-facility']],
    ['a technical component alone in an office', ['36591 p11'], []],
    ['TC in a nursing facility (32)', ['71046:TC p32'], []],
    ['TC in a skilled nursing facility (31)', ['71046:TC p31'], ['1 deny technical-in-facility']],
  ]),
  ...rows('Some visits belong to one kind of place.', {}, [
    ['hospital care in an office', ['99223 p11'], ['1 review elsewhere']],
    ['hospital care in a hospital', ['99223 p21'], []],
    ['emergency care in an office', ['99284 p11'], ['1 review elsewhere']],
    ['emergency care in the emergency room', ['99284 p23'], []],
    ['a home visit in an office', ['99348 p11'], ['1 review elsewhere']],
    ['a home visit at home', ['99348 p12'], []],
    ['nursing facility care in an office', ['99308 p11'], ['1 review elsewhere']],
    ['nursing facility care there', ['99308 p32'], []],
    ['an office visit in a hospital', ['99213 p22'], []],
  ]),
  {
    name: 'a facility’s claim',
    rule: 'On practitioners’ claims.',
    typeOfBill: '131',
    claim: ['99284 r0450'],
    expect: [],
  },
];
