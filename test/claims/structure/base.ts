import type { InterchangeReport, StructureError } from '../../../src/claims/x12/structure/report.ts';

/** Sound files of invented people, segment by segment, for tests to damage. */

const head = (version: string): string[] => [
  'ISA*00*          *00*          *ZZ*SUBMITTER01    *ZZ*PAYER01        *260901*0900*^*00501*000000101*0*T*:',
  `GS*HC*SUBMITTER01*PAYER01*20260901*0900*101*X*${version}`,
  `ST*837*0001*${version}`,
];

const tail = (segments: number): string[] => [`SE*${segments}*0001`, 'GE*1*101', 'IEA*1*000000101'];

const file = (version: string, body: string): string[] => {
  const segments = body.trim().split('\n');
  return [...head(version), ...segments, ...tail(segments.length + 2)];
};

/** Both levels of people, another payer, an adjudicated line, a drug. */
export const PROFESSIONAL = file(
  '005010X222A1',
  `
BHT*0019*00*BATCH1*20260901*0900*CH
NM1*41*2*EXAMPLE BILLING*****46*SUB01
PER*IC*HELP DESK*TE*5555550100
NM1*40*2*EXAMPLE PAYER*****46*PAYER01
HL*1**20*1
PRV*BI*PXC*207Q00000X
NM1*85*2*EXAMPLE CLINIC*****XX*1234567893
N3*1 MAIN ST
N4*COLUMBUS*OH*432150001
REF*EI*123456789
HL*2*1*22*1
SBR*P********MB
NM1*IL*1*PARENT*PAT****MI*MBR1
NM1*PR*2*EXAMPLE PAYER*****PI*PAYER01
HL*3*2*23*0
PAT*19
NM1*QC*1*CHILD*KIM
N3*2 OAK ST
N4*COLUMBUS*OH*43215
DMG*D8*20180101*F
CLM*PCN1*200***11:B:1*Y*A*Y*Y
REF*D9*CH1
HI*ABK:J0190*ABF:I10
NM1*82*1*RENDER*DOC****XX*1245319599
PRV*PE*PXC*207Q00000X
SBR*S*18*******CI
AMT*D*80
OI***Y***Y
NM1*IL*1*PARENT*PAT****MI*OTHER1
NM1*PR*2*OTHER PAYER*****PI*OTHER01
LX*1
SV1*HC:99213:25*120*UN*1***1:2
DTP*472*D8*20260901
REF*6R*LN1
SVD*OTHER01*80*HC:99213:25**1
CAS*PR*2*40
DTP*573*D8*20261001
LX*2
SV1*HC:J1885*80*UN*1***1
DTP*472*D8*20260901
LIN**N4*00409379501
CTP****1.5*ML
NM1*DK*1*ORDER*DOC****XX*1558444216`,
);

export const INSTITUTIONAL = file(
  '005010X223A2',
  `
BHT*0019*00*BATCH2*20260901*0900*CH
NM1*41*2*EXAMPLE BILLING*****46*SUB01
PER*IC*HELP DESK*TE*5555550100
NM1*40*2*EXAMPLE PAYER*****46*PAYER01
HL*1**20*1
NM1*85*2*EXAMPLE HOSPITAL*****XX*1234567893
N3*10 HOSPITAL WAY
N4*COLUMBUS*OH*432150001
REF*EI*123456789
HL*2*1*22*0
SBR*P*18*******MA
NM1*IL*1*SAMPLE*PAT****MI*1EG4TE5MK73
N3*2 OAK ST
N4*COLUMBUS*OH*43215
DMG*D8*19500101*F
NM1*PR*2*EXAMPLE PAYER*****PI*PAYER01
CLM*INST1*1000***13:A:1**A*Y*Y
DTP*434*RD8*20260901-20260901
DTP*435*DT*202609010800
CL1*1*1*01
HI*ABK:R079:::::::Y
HI*APR:R079
HI*ABF:I10
HI*BH:11:D8:20260901
HI*BE:A1:::100
NM1*71*1*ATTEND*DOC****XX*1245319599
LX*1
SV2*0450*HC:99284:25*800*UN*1
DTP*472*D8*20260901
LX*2
SV2*0250**200*UN*10`,
);

/** Segments with the right SE01, as a file. */
export function written(segments: readonly string[], recount = true): string {
  const start = segments.findIndex((segment) => segment.startsWith('ST*'));
  const end = segments.findLastIndex((segment) => segment.startsWith('SE*'));
  const counted = segments.map((segment, i) =>
    recount && i === end && start >= 0 ? segment.replace(/^SE\*\d+/, `SE*${end - start + 1}`) : segment,
  );
  return counted.map((segment) => `${segment}~\n`).join('');
}

/** All errors of a file in order; balancing among them where asked for. */
export const errorsOf = (reports: readonly InterchangeReport[], findings = false): StructureError[] =>
  reports.flatMap(({ errors, groups }) => [
    ...errors,
    ...groups.flatMap(({ transactions }) =>
      transactions.flatMap((transaction) => [...transaction.errors, ...(findings ? transaction.findings : [])]),
    ),
  ]);

/** `NM1 8 2010AA 8 I6@1`: segment, number, loop, IK304, IK403 at an element; `IK502 4`, `AK905 5`, `TA105 001`. */
export function shown(error: StructureError): string {
  const { segmentId, segmentNumber, loop, ik304, ik403, element, component, ik502, ak905, ta105 } = error;
  if (ta105 !== null) return `TA105 ${ta105}`;
  if (ak905 !== null) return `AK905 ${ak905}`;
  if (ik502 !== null) return `IK502 ${ik502}`;
  const where = [segmentId || '?', segmentNumber, loop || '-', ik304 ?? 'balance'].join(' ');
  return ik403 === null ? where : `${where} ${ik403}@${element}${component === null ? '' : `-${component}`}`;
}
