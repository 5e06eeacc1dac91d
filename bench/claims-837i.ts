import { below, type Random, randomFrom } from '../test/support/fuzz.ts';
import type { GeneratedClaims } from './claims-837p.ts';

/** What an outpatient hospital bills: `revenue:code`, with a modifier where one is wanted; some without a code. */
const CODES =
  '0450:99284:25 0450:99283 0300:36415 0301:80053 0305:85025 0730:93005 0320:71046 0360:20610:RT 0360:11042 0361:97597:59 0420:97110:GP 0420:97140:GP 0510:G0463 0636:J1885 0636:J3301 0636:J1100 0250: 0258: 0270: 0272: 0260:96372 0771:G0008 0301:82947 0460:94640'.split(
    ' ',
  );
const DAYS = ['20240702', '20240708', '20240715', '20240723', '20240801', '20240814'];
const LAST_NAMES = 'ALDER BIRCH CEDAR DOGWOOD ELM FIR GORSE HAZEL IVY JUNIPER LAUREL MAPLE OAK PINE ROWAN'.split(' ');
const FIRST_NAMES = 'ADA BEN CARA DEV EVE FAY GUS HAL INA JOE KIM LEO MIA NED OLA'.split(' ');
const DIAGNOSES = 'I10 E119 M5450 J0190 Z0000 R0602 M25561 N390'.split(' ');
const CLAIMS_A_PROVIDER = 200;
const SEGMENTS_OUTSIDE = 2; // ST and SE count, ISA, GS, GE and IEA do not

/**
 * An 837I file of invented people as text pieces, as `generate837p` makes an 837P: outpatient hospital claims of 1 to
 * 8 lines (4.5 on average), a sixth of them without a HCPCS code. The same request gives the same bytes everywhere.
 *
 * @example
 * for (const piece of generate837i({ claims: 100_000 })) file.write(piece)
 */
export function* generate837i(request: GeneratedClaims): Generator<string> {
  const random = randomFrom(request.seed ?? 1);
  const codes = request.codes ?? CODES;
  const days = request.days ?? DAYS;
  let segments = SEGMENTS_OUTSIDE;
  let level = 0;
  let text = '';
  const add = (segment: string): void => {
    text += `${segment}~\n`;
    segments++;
  };
  yield ENVELOPE_START;
  for (const segment of HEADER) add(segment);
  for (let claim = 0; claim < request.claims; claim++) {
    if (claim % CLAIMS_A_PROVIDER === 0) {
      yield text;
      text = '';
      addProvider(add, ++level, claim / CLAIMS_A_PROVIDER);
    }
    addSubscriber(add, ++level, level - 1 - (claim % CLAIMS_A_PROVIDER), claim, random);
    addClaim(add, claim, codes, days, random);
  }
  yield `${text}SE*${segments}*0001~\nGE*1*1~\nIEA*1*000000001~\n`;
}

const ENVELOPE_START = [
  'ISA*00*          *00*          *ZZ*SUBMITTER01    *ZZ*PAYER01        *240820*0900*^*00501*000000001*0*T*:~',
  'GS*HC*SUBMITTER01*PAYER01*20240820*0900*1*X*005010X223A2~',
  'ST*837*0001*005010X223A2~',
  '',
].join('\n');

const HEADER = [
  'BHT*0019*00*BATCH1*20240820*0900*CH',
  'NM1*41*2*EXAMPLE BILLING SERVICE*****46*SUB01',
  'PER*IC*HELP DESK*TE*5555550100',
  'NM1*40*2*EXAMPLE PAYER*****46*PAYER01',
];

type Add = (segment: string) => void;

function addProvider(add: Add, level: number, number: number): void {
  add(`HL*${level}**20*1`);
  add('PRV*BI*PXC*282N00000X');
  add(`NM1*85*2*EXAMPLE HOSPITAL ${number}*****XX*${1_234_500_000 + number}`);
  add('N3*10 HOSPITAL WAY');
  add('N4*COLUMBUS*OH*432150001');
  add('REF*EI*123456789');
}

function addSubscriber(add: Add, level: number, parent: number, claim: number, random: Random): void {
  const name = `${pick(LAST_NAMES, random)}*${pick(FIRST_NAMES, random)}`;
  add(`HL*${level}*${parent}*22*0`);
  add('SBR*P*18*******MA');
  add(`NM1*IL*1*${name}****MI*1EG4TE5MK${String(claim).padStart(6, '0')}`);
  add(`N3*${1 + below(random, 999)} OAK ST`);
  add('N4*COLUMBUS*OH*43215');
  add(`DMG*D8*19${10 + below(random, 80)}0101*${random() < 0.5 ? 'F' : 'M'}`);
  add('NM1*PR*2*EXAMPLE PAYER*****PI*PAYER01');
}

function addClaim(add: Add, claim: number, codes: readonly string[], days: readonly string[], random: Random): void {
  const lines = 1 + below(random, 8);
  const day = pick(days, random);
  const id = String(claim).padStart(8, '0');
  add(`CLM*PCN${id}*${lines * 100}***13:A:1**A*Y*Y`);
  add(`DTP*434*RD8*${day}-${day}`);
  add('CL1*3*1*01');
  if (random() < 0.3) add(`REF*D9*CH${id}`);
  add(`HI*ABK:${pick(DIAGNOSES, random)}`);
  add(`HI*APR:${pick(DIAGNOSES, random)}`);
  add(`HI*ABF:${pick(DIAGNOSES, random)}`);
  if (random() < 0.2) add(`HI*BH:11:D8:${day}`);
  add(`NM1*71*1*ATTEND*DOC****XX*${1_345_600_000 + below(random, 40)}`);
  for (let line = 1; line <= lines; line++) {
    const [revenue, ...code] = pick(codes, random).split(':');
    const procedure = code[0] === '' ? '' : `HC:${code.join(':')}`;
    add(`LX*${line}`);
    add(`SV2*${revenue}*${procedure}*100*UN*${random() < 0.9 ? 1 : 1 + below(random, 6)}`);
    if (code[0] !== '' || random() < 0.5) add(`DTP*472*D8*${day}`);
    add(`REF*6R*L${id}${String(line).padStart(2, '0')}`);
  }
}

const pick = <T>(values: readonly T[], random: Random): T => values[below(random, values.length)];
