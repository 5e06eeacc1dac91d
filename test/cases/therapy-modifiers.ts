import type { EditCase } from './case.ts';

const ALWAYS = 'GN, GO or GP on codes that are always therapy.';
const ONE = 'At most one of them.';
const DISCIPLINE = 'Evaluations belong to one discipline, from 2018-01-01.';
const ASSISTANT = 'CQ with GP, CO with GO, from 2020-01-01.';
const NONE = 'What is no therapy has no therapy modifier.';
const THERAPIST = 'All services of a therapist are under a plan.';
const PT = '@1245319599/225100000X';

export const cases: readonly EditCase[] = [
  { name: 'exercise with GP', rule: ALWAYS, claim: ['97110:GP x2'], expect: [] },
  { name: 'exercise with GO', rule: ALWAYS, claim: ['97110:GO x2'], expect: [] },
  {
    name: 'exercise without',
    rule: ALWAYS,
    claim: ['97110 x2'],
    expect: ['1 return plan-missing'],
    lines: ['return therapy-modifiers'],
  },
  {
    name: 'exercise by a physician without',
    rule: 'Regardless of who furnishes it.',
    claim: ['97110 x2 @1245319599/207X00000X'],
    expect: ['1 return plan-missing'],
  },
  { name: 'exercise with another modifier', rule: ALWAYS, claim: ['97110:59 x2'], expect: ['1 return plan-missing'] },
  { name: 'stimulation without', rule: ALWAYS, claim: ['G0283'], expect: ['1 return plan-missing'] },
  {
    name: 'a bundled code that is always therapy',
    rule: 'Further codes by policy.',
    claim: ['92606'],
    expect: ['1 return plan-missing'],
  },
  {
    name: 'a payer without further codes',
    rule: 'Further codes by policy.',
    policy: { therapy: { always: [] } },
    claim: ['92606'],
    expect: [],
  },
  { name: 'hot packs', rule: 'Codes without indicator 5 that no list has pass.', claim: ['97010'], expect: [] },
  { name: 'a visit without', rule: ALWAYS, claim: ['99213'], expect: [] },
  {
    name: 'a hospital without',
    rule: 'Facilities that give outpatient therapy too.',
    typeOfBill: '131',
    claim: ['97110 r0420'],
    expect: ['1 return plan-missing'],
  },
  {
    name: 'an inpatient without',
    rule: 'Outpatient therapy alone.',
    typeOfBill: '111',
    claim: ['97110 r0420'],
    expect: [],
  },
  { name: 'a supplier', rule: 'Outpatient therapy alone.', setting: 'dme', claim: ['97110'], expect: [] },
  { name: 'GP and GO', rule: ONE, claim: ['97110:GP:GO'], expect: ['1 return two-plans'] },
  { name: 'GP twice', rule: ONE, claim: ['97110:GP:GP'], expect: [] },
  { name: 'a physical therapy evaluation with GP', rule: DISCIPLINE, claim: ['97161:GP'], expect: [] },
  {
    name: 'a physical therapy evaluation with GO',
    rule: DISCIPLINE,
    claim: ['97161:GO'],
    expect: ['1 return other-discipline'],
  },
  {
    name: 'an occupational therapy evaluation with GP',
    rule: DISCIPLINE,
    claim: ['97165:GP'],
    expect: ['1 return other-discipline'],
  },
  { name: 'a speech evaluation with GP', rule: DISCIPLINE, claim: ['92523:GP'], expect: ['1 return other-discipline'] },
  { name: 'a speech treatment with GO', rule: 'Treatments belong to none.', claim: ['92526:GO'], expect: [] },
  { name: 'the last day of 2017', rule: DISCIPLINE, on: '2017-12-31', claim: ['97161:GO'], expect: [] },
  {
    name: 'the first day of 2018',
    rule: DISCIPLINE,
    on: '2018-01-01',
    claim: ['97161:GO'],
    expect: ['1 return other-discipline'],
  },
  { name: 'an assistant with GP', rule: ASSISTANT, claim: ['97110:GP:CQ'], expect: [] },
  {
    name: 'a physical therapist assistant with GO',
    rule: ASSISTANT,
    claim: ['97110:GO:CQ'],
    expect: ['1 return assistant-without-plan'],
  },
  {
    name: 'an occupational therapy assistant with GP',
    rule: ASSISTANT,
    claim: ['97110:GP:CO'],
    expect: ['1 return assistant-without-plan'],
  },
  {
    name: 'an assistant with no plan',
    rule: ASSISTANT,
    claim: ['97110:CQ'],
    expect: ['1 return assistant-without-plan', '1 return plan-missing'],
  },
  { name: 'the last day of 2019', rule: ASSISTANT, on: '2019-12-31', claim: ['97110:GO:CQ'], expect: [] },
  {
    name: 'the first day of 2020',
    rule: ASSISTANT,
    on: '2020-01-01',
    claim: ['97110:GO:CQ'],
    expect: ['1 return assistant-without-plan'],
  },
  { name: 'KX', rule: 'KX: above the threshold.', claim: ['97110:GP:KX'], expect: ['1 info above-threshold'] },
  { name: 'KX on equipment', rule: 'KX says other things elsewhere.', claim: ['E0601:RR:KX'], expect: [] },
  { name: 'GP on a visit', rule: NONE, claim: ['99213:GP'], expect: ['1 review not-therapy'] },
  { name: 'GP on imaging', rule: NONE, claim: ['71046:GP'], expect: ['1 review not-therapy'] },
  { name: 'GP on a procedure', rule: 'Some procedures are sometimes therapy.', claim: ['20610:GP'], expect: [] },
  {
    name: 'a therapist’s test without',
    rule: THERAPIST,
    claim: [`95851 ${PT}`],
    expect: ['1 review therapist-without-plan'],
  },
  { name: 'a therapist’s test with GP', rule: THERAPIST, claim: [`95851:GP ${PT}`], expect: [] },
  { name: 'a physician’s test', rule: THERAPIST, claim: ['95851 @1245319599/207X00000X'], expect: [] },
  {
    name: 'a therapist who bills',
    rule: THERAPIST,
    billingTaxonomy: '235Z00000X',
    claim: ['92610'],
    expect: ['1 review therapist-without-plan'],
  },
  { name: 'a therapist’s exercise without', rule: ALWAYS, claim: [`97110 ${PT}`], expect: ['1 return plan-missing'] },
  {
    name: 'no fee schedule',
    rule: 'A table that is absent is said.',
    tables: 'none',
    claim: ['97110'],
    expect: ['- info no-data'],
  },
  {
    name: 'no fee schedule, a therapist',
    rule: 'A table that is absent is said.',
    tables: 'none',
    claim: [`97110 ${PT}`],
    expect: ['- info no-data', '1 review therapist-without-plan'],
  },
  {
    name: 'no fee schedule and GP',
    rule: 'A table is missed only where a line calls for it.',
    tables: 'none',
    claim: ['97110:GP', '99213'],
    expect: [],
  },
  { name: 'no date', rule: 'Without a day no release speaks.', claim: ['97110 ?'], expect: [] },
];
