import type { EditCase } from './case.ts';

const TRIP = 'Origin and destination on the transport and on its miles.';
const PAIR = 'A transport and its mileage on the same day.';
const KIND = 'A0425 by land, A0435 by aeroplane, A0436 by helicopter.';
const TENTHS = 'Below 100 miles to a tenth, from 100 whole, since 2011-01-01.';
const DEAD = 'QL: the base rate, no miles.';
const ARRANGED = 'Providers say QM or QN on each line.';
const WHERE = 'Destinations that are mostly not covered.';

export const cases: readonly EditCase[] = [
  { name: 'a trip home to hospital', rule: PAIR, claim: ['A0427:RH', 'A0425:RH x12.3'], expect: [] },
  { name: 'there and back', rule: PAIR, claim: ['A0428:RH', 'A0425:RH x5', 'A0428:HR', 'A0425:HR x5'], expect: [] },
  {
    name: 'no origin and destination',
    rule: TRIP,
    claim: ['A0427', 'A0425 x12'],
    expect: ['1 return trip-missing', '2 return trip-missing'],
    lines: ['return ambulance', 'return ambulance'],
  },
  { name: 'none on the mileage', rule: TRIP, claim: ['A0427:RH', 'A0425 x12'], expect: ['2 return trip-missing'] },
  {
    name: 'the trip as second modifier',
    rule: TRIP,
    claim: ['A0427:GM:RH', 'A0425:RH x12'],
    expect: ['1 info several-patients'],
  },
  {
    name: 'X as the origin',
    rule: 'X is a destination only.',
    claim: ['A0427:XH', 'A0425:XH x12'],
    expect: ['1 return trip-missing', '2 return trip-missing'],
  },
  { name: 'X as the destination', rule: 'X is a destination only.', claim: ['A0427:RX', 'A0425:RX x12'], expect: [] },
  {
    name: 'mileage of another trip',
    rule: TRIP,
    claim: ['A0427:RH', 'A0425:SH x12'],
    expect: ['2 review trip-differs'],
  },
  { name: 'mileage alone', rule: PAIR, claim: ['A0425:RH x12'], expect: ['1 return mileage-alone'] },
  {
    name: 'mileage of another day',
    rule: PAIR,
    claim: ['A0427:RH', 'A0425:RH x12 2024-10-16'],
    expect: ['1 review mileage-missing', '2 return mileage-alone'],
  },
  {
    name: 'the transport on an earlier claim',
    rule: PAIR,
    history: { EARLIER: ['A0427:RH'] },
    claim: ['A0425:RH x12'],
    expect: [],
  },
  { name: 'a transport alone', rule: PAIR, claim: ['A0427:RH'], expect: ['1 review mileage-missing'] },
  { name: 'a response without a transport', rule: 'Nobody was carried.', claim: ['A0998'], expect: [] },
  { name: 'waiting time', rule: 'Nobody is carried by waiting.', claim: ['A0420'], expect: [] },
  { name: 'by helicopter', rule: KIND, claim: ['A0431:SH', 'A0436:SH x40'], expect: [] },
  { name: 'by aeroplane', rule: KIND, claim: ['A0430:IH', 'A0435:IH x200'], expect: [] },
  {
    name: 'by helicopter, miles by land',
    rule: KIND,
    claim: ['A0431:SH', 'A0425:SH x40'],
    expect: ['2 review mileage-of-another-kind'],
  },
  {
    name: 'by land, miles by aeroplane',
    rule: KIND,
    claim: ['A0427:SH', 'A0435:SH x40'],
    expect: ['2 review mileage-of-another-kind'],
  },
  {
    name: 'by land and by helicopter',
    rule: KIND,
    claim: ['A0427:SI', 'A0425:SI x3', 'A0431:IH', 'A0436:IH x40'],
    expect: [],
  },
  { name: 'no miles', rule: 'Mileage has miles.', claim: ['A0427:RH', 'A0425:RH x0'], expect: ['2 return no-miles'] },
  { name: 'a tenth of a mile', rule: TENTHS, claim: ['A0427:RH', 'A0425:RH x0.1'], expect: [] },
  {
    name: 'a hundredth of a mile',
    rule: TENTHS,
    claim: ['A0427:RH', 'A0425:RH x12.34'],
    expect: ['2 return miles-not-rounded'],
  },
  { name: '99.9 miles', rule: TENTHS, claim: ['A0427:RH', 'A0425:RH x99.9'], expect: [] },
  { name: '100 miles', rule: TENTHS, claim: ['A0427:RH', 'A0425:RH x100'], expect: [] },
  { name: '100.1 miles', rule: TENTHS, claim: ['A0427:RH', 'A0425:RH x100.1'], expect: ['2 return miles-not-rounded'] },
  { name: 'the last day before', rule: TENTHS, on: '2010-12-31', claim: ['A0427:RH', 'A0425:RH x100.1'], expect: [] },
  {
    name: 'the first day',
    rule: TENTHS,
    on: '2011-01-01',
    claim: ['A0427:RH', 'A0425:RH x100.1'],
    expect: ['2 return miles-not-rounded'],
  },
  { name: 'a patient who died', rule: DEAD, claim: ['A0429:QL'], expect: [] },
  {
    name: 'a patient who died, with miles',
    rule: DEAD,
    claim: ['A0429:QL', 'A0425:QL x5'],
    expect: ['2 review mileage-of-the-dead'],
  },
  {
    name: 'a patient who died, with miles and a trip',
    rule: DEAD,
    claim: ['A0429:QL', 'A0425:RH x5'],
    expect: ['2 review mileage-of-the-dead'],
  },
  {
    name: 'a hospital without QM and QN',
    rule: ARRANGED,
    typeOfBill: '131',
    claim: ['A0427:RH r0540', 'A0425:RH:QN x5 r0540'],
    expect: ['1 return arrangement-missing'],
  },
  {
    name: 'a hospital under arrangement',
    rule: ARRANGED,
    typeOfBill: '131',
    claim: ['A0427:RH:QM r0540', 'A0425:RH:QM x5 r0540'],
    expect: [],
  },
  { name: 'an inpatient', rule: 'Part B alone.', typeOfBill: '111', claim: ['A0427:RH r0540'], expect: [] },
  {
    name: 'a supplier with QN',
    rule: ARRANGED,
    claim: ['A0427:RH:QN', 'A0425:RH x5'],
    expect: ['1 review arrangement-elsewhere'],
  },
  {
    name: 'to a physician’s office',
    rule: WHERE,
    claim: ['A0428:RP', 'A0425:RP x5'],
    expect: ['1 review destination-doubtful'],
  },
  {
    name: 'to a diagnostic site',
    rule: WHERE,
    claim: ['A0428:ND', 'A0425:ND x5'],
    expect: ['1 review destination-doubtful'],
  },
  { name: 'to dialysis', rule: WHERE, claim: ['A0428:RJ', 'A0425:RJ x5'], expect: [] },
  { name: 'to a nursing facility', rule: WHERE, claim: ['A0428:HN', 'A0425:HN x5'], expect: [] },
  { name: 'not covered, by its own word', rule: WHERE, claim: ['A0428:RP:GY', 'A0425:RP:GY x5'], expect: [] },
  {
    name: 'miles that Medicare does not cover',
    rule: 'Noncovered mileage stands alone.',
    claim: ['A0888 x5.55'],
    expect: ['1 return miles-not-rounded'],
  },
  {
    name: 'no dates',
    rule: 'Undated lines are compared with none.',
    claim: ['A0427:RH ?', 'A0425:SH x5 ?'],
    expect: [],
  },
  {
    name: 'a supplier of equipment',
    rule: 'Ambulance services are no equipment.',
    setting: 'dme',
    claim: ['A0427'],
    expect: [],
  },
];
