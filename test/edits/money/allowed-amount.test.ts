import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Codebook, compile, openCodebook } from '../../../src/codebook/index.ts';
import { dayOf } from '../../../src/codes/day.ts';
import {
  type AllowedAmount,
  type AllowedOptions,
  allowedAmount,
  allowedAmounts,
  type PricedService,
} from '../../../src/edits/money/allowed-amount.ts';
import { codebookOf } from '../../cases/tables/index.ts';
import { records } from '../../cases/tables/records.ts';

const Y2024 = { label: '2024', from: dayOf(2024, 1, 1), to: dayOf(2024, 12, 31) };
const ON = '2024-10-15';
const PFS = [
  'status',
  'pcTc',
  'globalDays',
  'multipleProcedure',
  'bilateralSurgery',
  'endoscopicBase',
  'workRvu',
  'nonFacilityPeRvu',
  'facilityPeRvu',
  'mpRvu',
  'preOperative',
  'intraOperative',
  'postOperative',
] as const;

/** Dollars in the place of relative values, at a conversion factor of 1: the amounts of CMS's worked examples. */
const EXAMPLES = `
  # status PC/TC global multiple bilateral base work PE facility-PE MP shares
  45378    A 0 000 2 0 - 255.40
  45380    A 0 000 3 0 45378 285.98
  45385    A 0 000 3 0 45378 374.56
  43235    A 0 000 2 0 - 100.00
  43239    A 0 000 3 0 43235 150.00
  43248    A 0 000 3 0 43235 140.00
  97110    A 7 XXX 5 0 - 7.00 10.00 10.00 1.00
  97140    A 7 XXX 5 0 - 11.00 8.00 8.00 1.00
  78452    A 1 XXX 6 0 - 504.00
  78452-26 A 1 XXX 6 0 - 77.00
  78452-TC A 1 XXX 6 0 - - 427.00 427.00
  93306    A 1 XXX 6 0 - 213.00
  93306-26 A 1 XXX 6 0 - 65.00
  93306-TC A 1 XXX 6 0 - - 148.00 148.00
  93000    A 4 XXX 6 0 - 20.00
  92235    A 1 XXX 7 0 - 138.00
  92235-26 A 1 XXX 7 0 - 46.00
  92235-TC A 1 XXX 7 0 - - 92.00 92.00
  92250    A 1 XXX 7 0 - 76.00
  92250-26 A 1 XXX 7 0 - 23.00
  92250-TC A 1 XXX 7 0 - - 53.00 53.00
  71250    A 1 XXX 4 0 - 150.00
  71250-26 A 1 XXX 4 0 - 50.00
  71250-TC A 1 XXX 4 0 - - 100.00 100.00
  74176    A 1 XXX 4 0 - 160.00
  74176-26 A 1 XXX 4 0 - 40.00
  74176-TC A 1 XXX 4 0 - - 120.00 120.00
  35301    A 0 090 2 1 - 1043.48
  35201    A 0 090 2 1 - 922.90
  35261    A 0 090 2 1 - 1010.60
  42145    A 0 090 2 0 - 1000.00 - - - 0.09 0.74 0.17
  20610    A 0 000 2 1 - 100.01 50.00 20.00
  11042    A 0 000 0 0 - 125.00
  73721    A 1 XXX 0 3 - 200.00
  69210    A 0 000 0 2 - 125.00
`;

const WORKED = openCodebook(
  compile([
    records('pfs', Y2024, PFS, EXAMPLES, { conversionFactor: '1.0000' }),
    records(
      'pfs-gpci',
      Y2024,
      ['state', 'localityName', 'workGpci', 'peGpci', 'mpGpci'],
      '10112-00 AL X 1.000 0.869 0.575\n 01112-54 CA X 1.017 1.093 0.662\n 01112-55 CA X 1.014 1.093 0.560',
    ),
    records(
      'dmepos',
      Y2024,
      ['category', 'ceiling', 'floor', 'OH (NR)', 'OH (R)', 'AL (NR)'],
      'E0601-NU IN 500 400 450.25 460 440\n E0601-RR IN 50 40 45 0 44\n A4604-NU IN - - 30.10 - 30.10\n E0260-RR CR - - 100 - 100',
    ),
    records('asp', Y2024, ['paymentLimit'], 'J1885 $0.365\n J9999 1,234.567'),
  ]),
);

const service = (text: string): PricedService => {
  const [head, ...rest] = text.split(' ');
  const [code, ...modifiers] = head.split(':');
  const place = rest.find((part) => part.startsWith('p'))?.slice(1) ?? '11';
  const taxonomy = rest.find((part) => part.startsWith('/'))?.slice(1);
  const units = Number(rest.find((part) => part.startsWith('x'))?.slice(1) ?? 1);
  return { code, modifiers, units, placeOfService: place, ...(taxonomy !== undefined && { taxonomy }) };
};

const short = (amount: AllowedAmount): number | string =>
  amount.status === 'known' ? amount.cents / 100 : amount.reason;

async function priced(
  texts: readonly string[],
  options: Partial<AllowedOptions> = {},
  codebook: Promise<Codebook> = WORKED,
): Promise<(number | string)[]> {
  return allowedAmounts(await codebook, texts.map(service), { on: ON, ...options }).map(short);
}

const sum = (amounts: readonly (number | string)[]): number =>
  Math.round(amounts.reduce((total: number, amount) => total + Number(amount), 0) * 100) / 100;

describe('worked examples', () => {
  it('endoscopies of one family: 374.56 and 285.98 less 255.40 (chapter 12, section 40.6.C.9)', async () => {
    expect(await priced(['45385', '45380'])).toEqual([374.56, 30.58]);
    expect(sum(await priced(['45380', '45385']))).toBe(405.14);
  });

  it('the base of an endoscopy beside it is not paid (record layout, indicator 3)', async () => {
    expect(await priced(['45378', '45385'])).toEqual([0, 374.56]);
  });

  it('therapy: each unit but the one of the highest expense at half of it (CR 8206)', async () => {
    expect(sum(await priced(['97110 x2', '97140']))).toBe(47);
  });

  it('cardiovascular tests: 504 + 65 + 75 % of 148 (MM7848)', async () => {
    expect(sum(await priced(['78452', '93306']))).toBe(680);
    expect(await priced(['78452:TC', '93306:TC'])).toEqual([427, 111]);
    expect(await priced(['78452:26', '93306:26'])).toEqual([77, 65]);
  });

  it('eye tests: 69 + 92 + 80 % of 53 (MM7848)', async () => {
    expect(sum(await priced(['92235', '92250']))).toBe(203.4);
  });

  it('three operations of a day: 100, 50 and 50 % by fee (contractor’s example, section 40.6)', async () => {
    expect(await priced(['35301', '35201', '35261'])).toEqual([1043.48, 461.45, 505.3]);
  });

  it('both sides of an indicator 0 are paid what one is: 125 (record layout)', async () => {
    expect(await priced(['11042:50'])).toEqual([125]);
    expect(await priced(['69210:50'])).toEqual([125]);
  });

  it('split care: 17 % for the care after, the rest for the operation (section 40.4)', async () => {
    expect(await priced(['42145:54'])).toEqual([830]);
    expect(await priced(['42145:55'])).toEqual([170]);
    expect(await priced(['42145:56'])).toEqual([90]);
    expect(await priced(['42145:78'])).toEqual([740]);
  });

  it('images of a day: the lesser technical part at half, the lesser reading at 95 % (record layout, indicator 4)', async () => {
    expect(await priced(['71250', '74176'])).toEqual([100, 158]);
    expect(await priced(['71250', '74176:59'])).toEqual([150, 160]);
  });
});

describe('surgery by rank', () => {
  it('has a family of endoscopies as one procedure', async () => {
    // The family is paid 374.56 + 30.58 and ranks second behind 1,043.48: each of its lines at half.
    expect(await priced(['45385', '35301', '45380'])).toEqual([187.28, 1043.48, 15.29]);
  });

  it('has two families by what each is paid together', async () => {
    // 405.14 before 150 + 40.
    expect(await priced(['45385', '45380', '43239', '43248'])).toEqual([374.56, 30.58, 75, 20]);
  });

  it('has both sides at 150 % as one amount', async () => {
    expect(await priced(['35201:50', '35301'])).toEqual([1384.35, 521.74]);
  });

  it('has the first of equals in full', async () => {
    expect(await priced(['35301', '35301'])).toEqual([1043.48, 521.74]);
  });

  it('pays five, and further ones by report', async () => {
    const six = ['35301', '35301', '35301', '35301', '35301', '35301'];
    expect(await priced(six)).toEqual([1043.48, 521.74, 521.74, 521.74, 521.74, 'by-report']);
  });

  it('ranks each unit', async () => {
    expect(await priced(['35301 x3'])).toEqual([2086.96]);
  });

  it('leaves codes of indicator 0 alone', async () => {
    expect(await priced(['11042', '35301'])).toEqual([125, 1043.48]);
  });
});

describe('a service by itself', () => {
  it.each<[string, string, number | string]>([
    ['in an office', '20610', 150.01],
    ['in a hospital', '20610 p22', 120.01],
    ['by telehealth elsewhere', '20610 p02', 120.01],
    ['by telehealth at home', '20610 p10', 150.01],
    ['both sides', '20610:50', 225.02],
    ['both sides, each in full', '73721:50', 400],
    ['an assistant', '20610:80', 24],
    ['an assistant of a teaching hospital', '20610:82', 24],
    ['a physician assistant at surgery', '20610:AS', 20.4],
    ['a co-surgeon', '20610:62', 93.76],
    ['a nurse practitioner', '20610 /363LF0000X', 127.51],
    ['three units', '11042 x3', 375],
    ['reduced', '20610:52', 'reduced-service'],
    ['broken off', '20610:53', 'reduced-service'],
    ['a team', '20610:66', 'by-report'],
    ['no units', '20610 x0', 'no-units'],
    ['no place, and it matters', '20610 p', 'no-place'],
    ['no place, and it does not', '11042 p', 125],
    ['a code of nobody', 'Q9999', 'not-listed'],
    ['no code', 'X', 'no-code-or-day'],
    ['a drug', 'J1885 x15', 5.48],
    ['a dear drug', 'J9999', 1234.57],
    ['supplies of one fee in all states', 'A4604:NU', 30.1],
    ['equipment without a state', 'E0601:NU', 'several-fees'],
    ['equipment without a modifier that a row has', 'E0601', 'not-listed'],
    ['a rental of a later month', 'E0260:RR:KJ', 'later-rental-month'],
    ['a rental', 'E0260:RR', 100],
  ])('%s', async (_, text, expected) => {
    expect(await priced([text])).toEqual([expected]);
  });

  it.each<[string, string, Partial<AllowedOptions>, number | string]>([
    ['a locality', '97110', { locality: '10112-00' }, 16.27],
    ['a state that is one', '97110', { locality: 'AL' }, 16.27],
    ['a state of several', '97110', { locality: 'CA' }, 'no-locality-of-day'],
    ['one of them', '97110', { locality: '01112-54' }, 18.71],
    ['the day before the release', '97110', { on: '2023-12-31' }, 'no-schedule-of-day'],
    ['the last day of it', '97110', { on: '2024-12-31' }, 18],
    ['the day after', '97110', { on: '2025-01-01' }, 'no-schedule-of-day'],
    ['equipment in a state', 'E0601:NU', { state: 'OH' }, 450.25],
    ['in a rural area', 'E0601:NU', { state: 'OH', isRural: true }, 460],
    ['rented in a rural area that has no fee of its own', 'E0601:RR', { state: 'OH', isRural: true }, 45],
    ['to a supplier', 'E0601:NU x2', { state: 'AL', setting: 'dme' }, 880],
    ['a hospital’s', '97110', { setting: 'outpatient' }, 'facility-claim'],
  ])('%s', async (_, text, options, expected) => {
    expect(await priced([text], options)).toEqual([expected]);
  });
});

describe('a real schedule', () => {
  const real = codebookOf('quarters');

  it.each<[string, number | string]>([
    ['99213', 90.87],
    ['99213 p21', 65.24],
    ['71046:26', 10.32],
    ['71046:TC', 23.3],
    ['71046 p22', 'not-priced-in-facility'],
    ['97110 p22', 29.29],
    ['45378:53', 169.43],
    ['97010', 0],
    ['99397', 0],
    ['41899', 'contractor-priced'],
    ['D0120', 'contractor-priced'],
    ['00142', 'anesthesia'],
    ['80053', 'other-schedule'],
    ['93000', 14.31],
  ])('%s', async (text, expected) => {
    expect(await priced([text], {}, real)).toEqual([expected]);
  });

  it('does not guess the technical part of a whole test', async () => {
    expect(await priced(['93000', '93306'], {}, real)).toEqual(['technical-part', 'technical-part']);
  });

  it('cites its rows and says its steps', async () => {
    const amount = allowedAmount(await WORKED, service('97110 x2'), { on: ON, locality: '10112-00' });
    expect(amount).toMatchObject({
      status: 'known',
      cents: 2819,
      reducedBy: 'therapy',
      steps: [
        { what: 'fee of 2 units', cents: 3254 },
        { what: 'therapy beside others', cents: 2819 },
      ],
    });
    expect(amount.rows).toEqual([
      {
        release: 'pfs/2024',
        row: expect.objectContaining({ key: '97110', workRvu: '7.00', conversionFactor: '1.0000' }),
      },
      { release: 'pfs-gpci/2024', row: { key: '10112-00', workGpci: '1.000', peGpci: '0.869', mpGpci: '0.575' } },
    ]);
  });

  it('cites equipment and drugs', async () => {
    const codebook = await WORKED;
    expect(allowedAmount(codebook, service('E0601:NU'), { on: ON, state: 'OH' }).rows).toEqual([
      {
        release: 'dmepos/2024',
        row: { key: 'E0601-NU', category: 'IN', ceiling: '500', floor: '400', 'OH (NR)': '450.25' },
      },
    ]);
    expect(allowedAmount(codebook, service('J1885'), { on: ON }).rows).toEqual([
      { release: 'asp/2024', row: { key: 'J1885', paymentLimit: '$0.365' } },
    ]);
  });
});

describe('laws', () => {
  const codes = [
    '45385',
    '45380',
    '45378',
    '43239',
    '97110',
    '97140',
    '78452',
    '93306',
    '92235',
    '71250',
    '74176',
    '35301',
    '35201',
    '11042',
    '20610',
  ];
  const services = fc.array(
    fc.record({
      code: fc.constantFrom(...codes),
      units: fc.integer({ min: 1, max: 3 }),
      modifiers: fc.constantFrom<readonly string[]>([], ['26'], ['TC'], ['50'], ['80'], ['59']),
      placeOfService: fc.constantFrom('11', '22'),
    }),
    { minLength: 1, maxLength: 7 },
  );

  it('no service is paid more beside others than by itself, and none less than nothing', async () => {
    const codebook = await WORKED;
    fc.assert(
      fc.property(services, (all) => {
        const together = allowedAmounts(codebook, all, { on: ON });
        for (const [i, amount] of together.entries()) {
          const alone = allowedAmount(codebook, all[i], { on: ON });
          if (amount.status !== 'known' || alone.status !== 'known') continue;
          expect(Number.isInteger(amount.cents)).toBe(true);
          expect(amount.cents).toBeGreaterThanOrEqual(0);
          expect(amount.cents).toBeLessThanOrEqual(alone.cents + all[i].units);
          expect(amount.steps.at(-1)?.cents).toBe(amount.cents);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the sum does not depend on the order of lines', async () => {
    const codebook = await WORKED;
    const total = (all: readonly PricedService[]): number =>
      allowedAmounts(codebook, all, { on: ON }).reduce(
        (sum, amount) => sum + (amount.status === 'known' ? amount.cents : Number.NaN),
        0,
      );
    // Of an assistant's line and an equal one of the surgeon, who is another provider, the first would be in full.
    const ofOne = services.filter((all) => all.every(({ modifiers }) => !modifiers.includes('80')));
    fc.assert(
      fc.property(ofOne, (all) => {
        // Of equals, another is beyond the fifth.
        fc.pre(!Number.isNaN(total(all)) && !Number.isNaN(total(all.toReversed())));
        // Rounding by line may move a cent a unit.
        expect(Math.abs(total(all) - total(all.toReversed()))).toBeLessThanOrEqual(all.length * 3);
      }),
      { numRuns: 300 },
    );
  });
});
