import { type LoopTable, loop } from './guide-table.ts';

/** What the 837P and 837I guides have in common. See `LoopTable` for the notation. */

export const N3 = 'N3 R 1 | R S';
export const N4 = 'N4 R 1 | R S S S N N S';
export const N3_SITUATIONAL = 'N3 S 1 | R S';
export const N4_SITUATIONAL = 'N4 S 1 | R S S S N N S';
export const DMG = 'R=D8 R R=F,M,U';
export const CURRENCY = 'CUR S 1 | R=85 R';
export const CONTACTS = 'R=IC S R=EM,FX,TE R S=EM,EX,FX,TE S S=EM,EX,FX,TE S';
export const TELEPHONE = 'PER S 1 | R=IC S R=TE R S=EX S';

/** NM1 of a person or an organization, known by an NPI or by none. */
export const person = (entity: string): string => `R=${entity} R=1 R S S N S S=XX S`;
export const either = (entity: string): string => `R=${entity} R=1,2 R S S N S S=XX S`;
export const organization = (entity: string): string => `R=${entity} R=2 R N N N N S=XX S`;

/** Usage and maximum, as in `S 1`, of a REF with these qualifiers. */
export const ref = (qualifiers: string, use: string): string => `REF ${use} | R=${qualifiers} R`;
/** The same of a line, which may say which payer has given the number. */
export const refOfPayer = (qualifiers: string, use: string): string => `REF ${use} | R=${qualifiers} R N S(R=2U R)`;
/** DTP in one of some formats. */
export const date = (qualifiers: string, use: string, formats = 'D8'): string =>
  `DTP ${use} | R=${qualifiers} R=${formats} R`;

export const PAYER_SEQUENCE = 'A,B,C,D,E,F,G,H,P,S,T,U';
export const RELATIONSHIP = '01,19,20,21,39,40,53,G8';
export const INSURANCE_TYPE = '12,13,14,15,16,41,42,43,47';
export const FILING_INDICATOR = '11,12,13,14,15,16,17,AM,BL,CH,CI,DS,FI,HM,LM,MA,MB,MC,OF,TV,VA,WC,ZZ';
export const DELAY_REASON = '1,2,3,4,5,6,7,8,9,10,11,15';

const REPORT_TYPES =
  '03,04,05,06,07,08,09,10,11,13,15,21,A3,A4,AM,AS,B2,B3,B4,BR,BS,BT,CB,CK,CT,D2,DA,DB,DG,DJ,DS,EB,HC,HR,I5,IR,LA,M1,MT,NN,OB,OC,OD,OE,OX,OZ,P4,P5,PE,PN,PO,PQ,PY,PZ,RB,RR,RT,RX,SG,V5,XP';
export const PAPERWORK = `PWK S 10 | R=${REPORT_TYPES} R=AA,BM,EL,EM,FT,FX N N S=AC S`;
export const CONTRACT = 'CN1 S 1 | R=01,02,03,04,05,06,09 S S S S S';
export const FIXED_FORMAT = 'K3 S 10 | R';

export const PRICING_METHOD = '00,01,02,03,04,05,06,07,08,09,10,11,12,13,14';
export const REPRICING_REASONS = 'S=T1,T2,T3,T4,T5,T6 S=1,2,3,4,5 S=1,2,3,4,5,6';

const ADJUSTMENTS = 'R R S S S S S S S S S S S S S S S S';
export const CAS = `CAS S 5 | R=CO,CR,OA,PI,PR ${ADJUSTMENTS}`;

/** SV101, SV202 and SVD03: code, four modifiers, description. */
export const PROCEDURE_PARTS = 'R S S S S S N';

export const EPSDT = 'CRC S 1 | R=ZZ R=N,Y R=AV,NU,S2,ST S=AV,NU,S2,ST S=AV,NU,S2,ST';

/** Twelve composites alike: all but the first situational. */
export const twelve = (composite: string): string => `R${composite}${` S${composite}`.repeat(11)}`;

export const BHT = 'BHT R 1 | R=0019 R=00,18 R R R R=31,CH,RP';

export const SUBMITTER_AND_RECEIVER: readonly LoopTable[] = [
  loop('1000A', 'R 1', 'NM1 R 1 | R=41 R=1,2 R S S N N R=46 R', `PER R 2 | ${CONTACTS}`),
  loop('1000B', 'R 1', 'NM1 R 1 | R=40 R=2 R N N N N R=46 R'),
];

/** The payer to whom a provider owes what it is paid: loop 2010AC. */
export const PAY_TO_PLAN: LoopTable = loop(
  '2010AC',
  'S 1',
  'NM1 R 1 | R=PE R=2 R N N N N R=PI,XV R',
  N3,
  N4,
  ref('2U,FY,NF', 'S 1'),
  ref('EI', 'R 1'),
);

export const PAYER: LoopTable = loop(
  '2010BB',
  'R 1',
  'NM1 R 1 | R=PR R=2 R N N N N R=PI,XV R',
  N3_SITUATIONAL,
  N4_SITUATIONAL,
  ref('2U,EI,FY,NF', 'S 3'),
  ref('G2,LU', 'S 2'),
);

export const otherSubscriber = (references: string): LoopTable =>
  loop(
    '2330A',
    'R 1',
    'NM1 R 1 | R=IL R=1,2 R S S N S R=II,MI R',
    N3_SITUATIONAL,
    N4_SITUATIONAL,
    ref('SY', references),
  );

export const OTHER_PAYER: LoopTable = loop(
  '2330B',
  'R 1',
  'NM1 R 1 | R=PR R=2 R N N N N R=PI,XV R',
  N3_SITUATIONAL,
  N4_SITUATIONAL,
  date('573', 'S 1'),
  ref('2U,EI,FY,NF', 'S 2'),
  ref('G1', 'S 1'),
  ref('9F', 'S 1'),
  ref('T4', 'S 1'),
  ref('F8', 'S 1'),
);

/** A provider as another payer knows it: NM1 with entity and type alone, then its numbers. */
export const otherPayersProvider = (
  id: string,
  use: string,
  entity: string,
  type: string,
  qualifiers: string,
  most: number,
): LoopTable => loop(id, use, `NM1 R 1 | R=${entity} R=${type}`, ref(qualifiers, `R ${most}`));
