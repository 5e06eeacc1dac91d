import type { EditCase } from './case.ts';

const WHO = 'One of AA, AD, QK, QX, QY, QZ on each line.';
const STATUS = 'P1 to P6 go with anesthesia, one a line.';
const CIRCUMSTANCE = 'Qualifying circumstances stand beside anesthesia.';
const SESSION = 'One code a session.';
const PARTS = 'QK, QY and AD go with QX.';
const A = '@1245319599';
const B = '@1558444216';

export const cases: readonly EditCase[] = [
  { name: 'an anesthesiologist in person', rule: WHO, claim: ['00400:AA x45 MJ'], expect: [] },
  { name: 'an anesthetist alone', rule: WHO, claim: ['00400:QZ x45 MJ'], expect: [] },
  {
    name: 'nobody',
    rule: WHO,
    claim: ['00400 x45 MJ'],
    expect: ['1 return who-missing'],
    lines: ['return anesthesia'],
  },
  { name: 'monitored care alone', rule: WHO, claim: ['00400:QS x45 MJ'], expect: ['1 return who-missing'] },
  { name: 'monitored care by an anesthesiologist', rule: WHO, claim: ['00400:AA:QS x45 MJ'], expect: [] },
  { name: 'two modifiers', rule: WHO, claim: ['00400:AA:QK x45 MJ'], expect: ['1 return who-twice'] },
  { name: 'the same twice', rule: WHO, claim: ['00400:AA:AA x45 MJ'], expect: [] },
  { name: 'the last code', rule: WHO, claim: ['01999 x45 MJ +BLOCK'], expect: ['1 return who-missing'] },
  { name: 'a procedure', rule: WHO, claim: ['20610'], expect: [] },
  { name: 'an add-on code', rule: WHO, claim: ['01967:AA x45 MJ', '01968 x30 MJ'], expect: ['2 return who-missing'] },
  { name: 'physical status', rule: STATUS, claim: ['00400:AA:P3 x45 MJ'], expect: [] },
  { name: 'two of them', rule: STATUS, claim: ['00400:AA:P3:P4 x45 MJ'], expect: ['1 return status-twice'] },
  { name: 'physical status on a procedure', rule: STATUS, claim: ['20610:P3'], expect: ['1 return status-elsewhere'] },
  {
    name: 'monitored care on a procedure',
    rule: 'QS, G8 and G9 are for anesthesia.',
    claim: ['20610:G9'],
    expect: ['1 review monitored-elsewhere'],
  },
  { name: 'an emergency beside anesthesia', rule: CIRCUMSTANCE, claim: ['00400:AA x45 MJ', '99140'], expect: [] },
  { name: 'an emergency alone', rule: CIRCUMSTANCE, claim: ['99140'], expect: ['1 deny circumstance-alone'] },
  {
    name: 'an emergency on the next day',
    rule: CIRCUMSTANCE,
    claim: ['00400:AA x45 MJ', '99140 2024-10-16'],
    expect: ['2 deny circumstance-alone'],
  },
  {
    name: 'an emergency of another provider',
    rule: CIRCUMSTANCE,
    claim: [`00400:AA x45 MJ ${A}`, `99140 ${B}`],
    expect: ['2 deny circumstance-alone'],
  },
  {
    name: 'an emergency whose anesthesia is on an earlier claim',
    rule: CIRCUMSTANCE,
    history: { EARLIER: ['00400:AA x45 MJ'] },
    claim: ['99140'],
    expect: [],
  },
  { name: 'a visit', rule: CIRCUMSTANCE, claim: ['99213'], expect: [] },
  {
    name: 'two codes',
    rule: SESSION,
    claim: ['00400:AA x45 MJ', '00790:AA x90 MJ'],
    expect: ['2 review several-codes with 1'],
  },
  {
    name: 'three codes',
    rule: SESSION,
    claim: ['00400:AA x45 MJ', '00790:AA x90 MJ', '00840:AA x60 MJ'],
    expect: ['2 review several-codes with 1', '3 review several-codes with 1'],
  },
  {
    name: 'two codes of two providers',
    rule: SESSION,
    claim: [`00400:AA x45 MJ ${A}`, `00790:AA x90 MJ ${B}`],
    expect: [],
  },
  {
    name: 'two codes on two days',
    rule: SESSION,
    claim: ['00400:AA x45 MJ', '00790:AA x90 MJ 2024-10-16'],
    expect: [],
  },
  {
    name: 'a return to the operating room',
    rule: 'A further session has a modifier.',
    claim: ['00400:AA x45 MJ', '00790:AA:78 x90 MJ'],
    expect: [],
  },
  {
    name: 'labor and then delivery by section',
    rule: 'Add-on codes belong to the session.',
    claim: ['01967:AA x45 MJ', '01968:AA x30 MJ'],
    expect: [],
  },
  {
    name: 'daily management',
    rule: 'A code by the day is no session.',
    claim: ['00400:AA x45 MJ', '01996:AA'],
    expect: [],
  },
  { name: '24 hours', rule: 'No more minutes than a day has.', claim: ['00400:AA x1440 MJ'], expect: [] },
  {
    name: '24 hours and a minute',
    rule: 'No more minutes than a day has.',
    claim: ['00400:AA x1441 MJ'],
    expect: ['1 review time-implausible'],
  },
  { name: 'directing and directed', rule: PARTS, claim: [`00400:QK x45 MJ ${A}`, `00400:QX x45 MJ ${B}`], expect: [] },
  { name: 'one directing one', rule: PARTS, claim: [`00400:QY x45 MJ ${A}`, `00400:QX x45 MJ ${B}`], expect: [] },
  { name: 'supervising', rule: PARTS, claim: [`00400:AD x45 MJ ${A}`, `00400:QX x45 MJ ${B}`], expect: [] },
  {
    name: 'directing beside one alone',
    rule: PARTS,
    claim: [`00400:QK x45 MJ ${A}`, `00400:QZ x45 MJ ${B}`],
    expect: ['1 info no-history', '2 review parts-differ with 1'],
  },
  {
    name: 'directed beside one in full',
    rule: PARTS,
    claim: [`00400:AA x45 MJ ${A}`, `00400:QX x45 MJ ${B}`],
    expect: ['2 info no-history', '2 review parts-differ with 1'],
  },
  {
    name: 'both in full',
    rule: 'AA and QZ only where both were needed.',
    claim: [`00400:AA x45 MJ ${A}`, `00400:QZ x45 MJ ${B}`],
    expect: ['2 review both-in-full with 1'],
  },
  { name: 'directing, without earlier claims', rule: PARTS, claim: ['00400:QK x45 MJ'], expect: ['1 info no-history'] },
  {
    name: 'directing, and no directed part on earlier claims',
    rule: PARTS,
    history: { EARLIER: ['99213'] },
    claim: ['00400:QK x45 MJ'],
    expect: ['1 info partner-not-seen'],
  },
  {
    name: 'directed, the directing part on an earlier claim',
    rule: PARTS,
    history: { EARLIER: ['00400:QY x45 MJ'] },
    claim: ['00400:QX x45 MJ'],
    expect: [],
  },
  {
    name: 'directing another day',
    rule: PARTS,
    claim: [`00400:QK x45 MJ ${A}`, `00400:QX x45 MJ 2024-10-16 ${B}`],
    expect: ['1 info no-history', '2 info no-history'],
  },
  { name: 'a hospital', rule: 'Practitioners’ claims alone.', typeOfBill: '131', claim: ['00400 r0370'], expect: [] },
  {
    name: 'no date',
    rule: 'Undated lines are compared with none.',
    claim: ['00400:QK x45 MJ ?', '99140 ?', '00790:AA x60 MJ ?'],
    expect: [],
  },
];
