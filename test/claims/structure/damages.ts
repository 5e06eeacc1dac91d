import { INSTITUTIONAL, PROFESSIONAL } from './base.ts';

/** One way to damage a sound file, and all that an acknowledgment must then say. */
export interface Damage {
  readonly name: string;
  readonly segments: readonly string[];
  /** Whether SE01 stays as it was. */
  readonly counts?: 'kept';
  /** As `shown` gives them, separated by commas. */
  readonly errors: string;
}

type Change = (segments: readonly string[]) => readonly string[];

/** Index of the `nth` segment that begins so. */
function at(segments: readonly string[], start: string, nth = 1): number {
  const found = segments.flatMap((segment, i) => (segment.startsWith(start) ? [i] : []))[nth - 1];
  if (found === undefined) throw new Error(`No segment ${start}`);
  return found;
}

const drop =
  (start: string, nth = 1): Change =>
  (segments) =>
    segments.toSpliced(at(segments, start, nth), 1);
const double =
  (start: string, times = 1, nth = 1): Change =>
  (segments) => {
    const i = at(segments, start, nth);
    return segments.toSpliced(i, 0, ...Array<string>(times).fill(segments[i]));
  };
const replace =
  (start: string, by: string, nth = 1): Change =>
  (segments) =>
    segments.with(at(segments, start, nth), by);
const edit =
  (start: string, from: string, to: string, nth = 1): Change =>
  (segments) => {
    const i = at(segments, start, nth);
    if (!segments[i].includes(from)) throw new Error(`${segments[i]} has no ${from}`);
    return segments.with(i, segments[i].replace(from, to));
  };
const after =
  (start: string, added: string, nth = 1): Change =>
  (segments) =>
    segments.toSpliced(at(segments, start, nth) + 1, 0, added);
/** The segment and the one after it change places. */
const swap =
  (start: string, nth = 1): Change =>
  (segments) => {
    const i = at(segments, start, nth);
    return segments.toSpliced(i, 2, segments[i + 1], segments[i]);
  };

const of =
  (base: readonly string[]) =>
  (name: string, change: Change, errors: string, counts?: 'kept'): Damage => ({
    name,
    segments: change(base),
    errors,
    ...(counts && { counts }),
  });
const p = of(PROFESSIONAL);
const i = of(INSTITUTIONAL);

export const DAMAGES: readonly Damage[] = [
  // Nothing wrong.
  p('a sound 837P', (segments) => segments, ''),
  i('a sound 837I', (segments) => segments, ''),

  // A segment dropped.
  p('BHT dropped', drop('BHT'), 'BHT 2 - 3'),
  p('the submitter dropped', (s) => drop('PER')(drop('NM1*41')(s)), 'NM1 4 1000A 3'),
  p('the submitter’s contact dropped', drop('PER'), 'PER 4 1000A 3'),
  p('the receiver dropped', drop('NM1*40'), 'NM1 5 1000B 3'),
  p('N3 of the billing provider dropped', drop('N3'), 'N3 9 2010AA 3'),
  p('N4 of the billing provider dropped', drop('N4'), 'N4 10 2010AA 3'),
  p('the tax number dropped', drop('REF*EI'), 'REF 11 2010AA 3'),
  p('SBR dropped', drop('SBR'), 'SBR 13 2000B 3'),
  p('the payer dropped', drop('NM1*PR'), 'NM1 15 2010BB 3'),
  p('the subscriber’s name dropped', drop('NM1*IL'), 'NM1 15 2010BA 3'),
  p('PAT of a patient dropped', drop('PAT'), 'PAT 17 2000C 3'),
  p('DMG of a patient dropped', drop('DMG'), 'DMG 21 2010CA 3'),
  p('diagnoses dropped', drop('HI'), 'HI 24 2300 3'),
  p('OI dropped', drop('OI'), 'OI 29 2320 3'),
  p('the other subscriber dropped', drop('NM1*IL', 2), 'NM1 31 2330A 3'),
  p('the other payer dropped', drop('NM1*PR', 2), 'NM1 31 2330B 3'),
  p('SV1 dropped', drop('SV1'), 'SV1 33 2400 3'),
  p('the date of service dropped', drop('DTP*472'), 'DTP 34 2400 3'),
  p('the date of adjudication dropped', drop('DTP*573'), 'DTP 38 2430 3'),
  p('CTP dropped', drop('CTP'), 'CTP 43 2410 3'),
  p('CLM dropped', drop('CLM'), 'REF 22 2010CA 8 I6@1,CLM 23 2300 3'),
  p('LX of a further line dropped', drop('LX', 2), 'LX 39 2400 3'),
  p('LX of the first line dropped', drop('LX'), 'LX 32 2400 3,LX 38 2400 8 I12@1'),
  p('NM1 of the billing provider dropped', drop('NM1*85'), 'NM1 8 2010AA 3'),
  p(
    'HL of the patient dropped',
    drop('HL*3'),
    'HL 12 2000B 8 I12@4,PAT 16 2000B 7,PAT 16 2000B 8 I10@1,NM1 17 2010BA 8 I6@1',
  ),
  p('SVD dropped', drop('SVD'), 'CAS 36 2400 2,SVD 37 2430 3'),
  i('the statement dates dropped', drop('DTP*434'), 'DTP 20 2300 3'),
  i('CL1 dropped', drop('CL1'), 'CL1 21 2300 3'),
  i('the principal diagnosis dropped', drop('HI*ABK'), 'HI 26 2300 3'),
  i('SV2 dropped', drop('SV2', 2), 'SV2 32 2400 3'),

  // Doubled.
  p('BHT doubled', double('BHT'), 'BHT 3 - 5'),
  p('N3 doubled', double('N3'), 'N3 10 2010AA 5'),
  p('REF doubled', double('REF*EI'), 'REF 12 2010AA 5'),
  p('SBR doubled', double('SBR'), 'SBR 14 2000B 5'),
  p('the billing provider doubled', double('NM1*85'), 'N3 9 2010AA 3,N4 9 2010AA 3,REF 9 2010AA 3,NM1 9 2010AA 4'),
  p('the payer doubled', double('NM1*PR'), 'NM1 16 2010BB 4'),
  p('SV1 doubled', double('SV1'), 'SV1 34 2400 5'),
  p('the date of service doubled', double('DTP*472'), 'DTP 35 2400 5'),
  p('three contacts of the submitter', double('PER', 2), 'PER 6 1000A 5'),
  p('six adjustments', double('CAS', 5), 'CAS 42 2430 5'),
  i('the principal diagnosis doubled', double('HI*ABK'), 'HI 23 2300 5'),

  // Out of order.
  p('N3 and N4 the other way round', swap('N3'), 'N3 10 2010AA 7'),
  p('HI before REF', swap('REF*D9'), 'REF 24 2300 7'),
  p('SV1 after its date', swap('SV1'), 'SV1 34 2400 7'),
  p('OI before AMT', swap('AMT'), 'AMT 29 2320 7'),
  p('PRV before its name', swap('NM1*82'), 'PRV 25 2300 2'),
  p('a segment of a claim among the names', after('NM1*40', 'HI*ABK:I10'), 'HI 6 1000B 2'),

  // Segments that do not belong.
  p('a segment that X12 does not have', after('BHT', 'QQQ*1'), 'QQQ 3 - 1'),
  p('what is no segment', after('BHT', 'hello*1'), '? 3 - 1'),
  p('a segment of another transaction set', after('BHT', 'BPR*I*0'), 'BPR 3 - 6'),
  p('a segment that the guide leaves out', after('SV1', 'SV4*1'), 'SV4 34 2400 I4'),
  p('SV2 in an 837P', after('SV1', 'SV2*0450**1*UN*1'), 'SV2 34 2400 I4'),
  i('SV1 in an 837I', after('SV2', 'SV1*HC:99213*1*UN*1***1'), 'SV1 30 2400 I4'),

  // Wrong qualifiers and codes.
  p('another entity than the billing provider', edit('NM1*85', '85', 'ZZ'), 'NM1 8 2010AA 8 I6@1'),
  p('an entity that X12 does not have', edit('NM1*85', '85', '!!'), 'NM1 8 2010AA 8 7@1'),
  p('another number than the tax number', edit('REF*EI', 'EI', 'G1'), 'REF 11 2010AA 8 I6@1'),
  p('another date than that of service', edit('DTP*472', '472', '439', 1), 'DTP 34 2400 8 I6@1'),
  p('another diagnosis qualifier', edit('HI*ABK', 'ABK', 'ABN'), 'HI 24 2300 8 I6@1-1'),
  p('a second diagnosis with the first’s qualifier', edit('HI*ABK', 'ABF', 'ABK'), 'HI 24 2300 8 I6@2-1'),
  p('another kind of identifier', edit('NM1*85', 'XX', '24'), 'NM1 8 2010AA 8 I6@8'),
  p('another procedure qualifier', edit('SV1', 'HC', 'AD'), 'SV1 33 2400 8 I6@1-1'),
  p('a facility qualifier of hospitals', edit('CLM', ':B:', ':A:'), 'CLM 22 2300 8 I6@5-2'),
  p('a purpose that X12 does not have', edit('BHT', '*00*', '*77*'), 'BHT 2 - 8 7@2'),
  p('a sex that X12 does not have', edit('DMG', '*F', '*Q'), 'DMG 21 2010CA 8 7@3'),
  p('a unit basis that the guide does not use', edit('SV1', '*UN*', '*DA*'), 'SV1 33 2400 8 I6@3'),
  i('a date where a range is due', replace('DTP*434', 'DTP*434*D8*20260901'), 'DTP 19 2300 8 I6@2'),

  // Elements missing or too many.
  p('a name without its identifier', edit('NM1*41', '*SUB01', ''), 'NM1 3 1000A 8 1@9'),
  p('a qualifier without its identifier', edit('NM1*85', '*1234567893', ''), 'NM1 8 2010AA 8 2@9'),
  p('an identifier without its qualifier', edit('NM1*85', '*XX*', '**'), 'NM1 8 2010AA 8 2@8'),
  p('CLM without its charge', edit('CLM', '*200*', '**'), 'CLM 22 2300 8 1@2'),
  p('CLM without its facility code', edit('CLM', '11:B:1', ':B:1'), 'CLM 22 2300 8 1@5-1'),
  p('a procedure without its code', edit('SV1', 'HC:99213:25', 'HC::25'), 'SV1 33 2400 8 1@1-2'),
  p('a line without pointers', edit('SV1', '***1:2', ''), 'SV1 33 2400 8 1@7'),
  p('too many elements', edit('N3', 'ST', 'ST*A*B'), 'N3 9 2010AA 8 3@3'),
  p('too many components', edit('SV1', '1:2', '1:2:3:4:5'), 'SV1 33 2400 8 13@7'),
  p('components in a simple element', edit('N3', 'MAIN ST', 'MAIN:ST'), 'N3 9 2010AA 8 13@1'),
  p('a repetition', edit('N3', 'MAIN ST', 'MAIN^ST'), 'N3 9 2010AA 8 12@1'),
  p('an element that is not used', edit('NM1*41', '*****46', '***DR**46'), 'NM1 3 1000A 8 I10@6'),
  i('a signature, which an 837I does not have', edit('CLM', '13:A:1**', '13:A:1*Y*'), 'CLM 18 2300 8 I10@6'),
  p(
    'a state beside a part of another country',
    edit('N4', '432150001', '432150001****ABC'),
    'N4 10 2010AA 8 10@7,N4 10 2010AA 8 2@4',
  ),

  // Lengths, characters, dates.
  p('a value that is too short', edit('NM1*41', 'SUB01', 'S'), 'NM1 3 1000A 8 4@9'),
  p('a value that is too long', edit('CLM', 'PCN1', 'P'.repeat(39)), 'CLM 22 2300 8 5@1'),
  p('a control character', edit('N3', 'MAIN', 'MA\tIN'), 'N3 9 2010AA 8 6@1'),
  p('a letter outside of ASCII', edit('N3', 'MAIN', 'MÄIN'), 'N3 9 2010AA 8 6@1'),
  p('a charge that is no number', edit('CLM', '*200*', '*2OO*'), 'CLM 22 2300 8 6@2'),
  p('a date that is none', edit('DTP*472', '20260901', '20260231'), 'DTP 34 2400 8 8@3'),
  p('a birth date that is none', edit('DMG', '20180101', '20181301'), 'DMG 21 2010CA 8 8@2'),
  p('a creation time that is none', edit('BHT', '0900', '2500'), 'BHT 2 - 8 9@5'),
  i('an onset date that is none', edit('HI*BH', '20260901', '20260931'), 'HI 25 2300 8 8@1-4'),
  i('an admission without its hour', edit('DTP*435', '202609010800', '20260901'), 'DTP 20 2300 8 8@3'),

  // Numbering.
  p('levels that do not count up', edit('HL*3', 'HL*3', 'HL*7'), 'HL 16 2000C 8 I12@1'),
  p('a level with another parent', edit('HL*3', '*2*23', '*1*23'), 'HL 16 2000C 8 I12@2'),
  p('a subscriber who announces no patient', edit('HL*2', '*22*1', '*22*0'), 'HL 12 2000B 8 I12@4'),
  i('a subscriber who announces a patient', edit('HL*2', '*22*0', '*22*1'), 'HL 11 2000B 8 I12@4'),
  p('a line number left out', edit('LX*2', 'LX*2', 'LX*3'), 'LX 39 2400 8 I12@1'),

  // Another delimiter than ISA16 names.
  p(
    'another component separator',
    edit('CLM', '11:B:1', '11>B>1'),
    'CLM 22 2300 8 5@5-1,CLM 22 2300 8 1@5-2,CLM 22 2300 8 1@5-3',
  ),

  // Envelopes.
  p('a wrong count of segments', edit('SE', 'SE*45', 'SE*46'), 'IK502 4', 'kept'),
  p('no count of segments', edit('SE', 'SE*45', 'SE*'), 'IK502 4', 'kept'),
  p('a trailer of another transaction set', edit('SE', '0001', '0002'), 'IK502 3'),
  p('SE dropped', drop('SE'), 'IK502 2'),
  p('a transaction set without a proper number', (s) => edit('SE', '0001', '1')(edit('ST', '0001', '1')(s)), 'IK502 7'),
  p('another transaction set than the group', edit('ST', '837', '835'), 'IK502 1'),
  p('no transaction set identifier', edit('ST', '837', ''), 'IK502 6'),
  p('no guide', edit('ST', '*005010X222A1', ''), 'IK502 19'),
  p('another guide than the group’s', edit('ST', 'X222A1', 'X223A2'), 'IK502 I6'),
  p('a wrong count of transaction sets', edit('GE', 'GE*1', 'GE*2'), 'AK905 5'),
  p('a trailer of another group', edit('GE', '*101', '*102'), 'AK905 4'),
  p('GE dropped', drop('GE'), 'AK905 3'),
  p('a group of a guide that is not known', edit('GS', 'X222A1', 'X299A1'), 'AK905 2'),
  p('a group of payments', edit('GS', 'GS*HC', 'GS*HP'), 'AK905 1'),
  p('a group number that is none', (s) => edit('GE', '*101', '*A1')(edit('GS', '*101*', '*A1*')(s)), 'AK905 6'),
  p('a group of a sender without a name', edit('GS', 'SUBMITTER01', ''), 'TA105 024'),
  p('ST dropped', drop('ST'), 'TA105 022,TA105 022,AK905 5'),
  p('a wrong count of groups', edit('IEA', 'IEA*1', 'IEA*2'), 'TA105 021'),
  p('a trailer of another interchange', edit('IEA', '101', '102'), 'TA105 001'),
  p('IEA dropped', drop('IEA'), 'TA105 023'),
  p('a qualifier of the sender that is none', edit('ISA', '*ZZ*SUB', '*QQ*SUB'), 'TA105 005'),
  p('no sender', edit('ISA', 'SUBMITTER01', '           '), 'TA105 006'),
  p('a qualifier of the receiver that is none', edit('ISA', '*ZZ*PAY', '*QQ*PAY'), 'TA105 007'),
  p('no receiver', edit('ISA', 'PAYER01', '       '), 'TA105 008'),
  p('an interchange date that is none', edit('ISA', '*260901*', '*261301*'), 'TA105 014'),
  p('an interchange time that is none', edit('ISA', '*0900*', '*2460*'), 'TA105 015'),
  p('a letter as repetition separator', edit('ISA', '*^*', '*U*'), 'TA105 016'),
  p('another version of the interchange', edit('ISA', '00501', '00401'), 'TA105 017'),
  p(
    'an interchange number of eight digits',
    (s) => edit('IEA', '000000101', '00000101')(edit('ISA', '000000101', '00000101')(s)),
    'TA105 018',
  ),
  p('an acknowledgment neither asked for nor not', edit('ISA', '*0*T', '*9*T'), 'TA105 019'),
  p('neither test nor production', edit('ISA', '*0*T', '*0*X'), 'TA105 020'),
  p('authorization of an unknown kind', edit('ISA', 'ISA*00', 'ISA*99'), 'TA105 010'),
  p('security of an unknown kind', edit('ISA', '*00*          *ZZ*SUB', '*99*          *ZZ*SUB'), 'TA105 012'),
  p('an ISA with an element too few', edit('ISA', '*0*T', '*T'), 'TA105 022'),
];
