import { beforeAll, describe, expect, it } from 'vitest';
import { isDrugCode } from '../../src/codes/drug-codes.ts';
import { parseDrugDescriptor } from '../../src/codes/drug-descriptor.ts';
import { type HcpcsRelease, readReleases } from '../../src/releases/index.ts';
import { dataPath, HAS_DATA } from '../support/data.ts';
import { DRUGS_WITHOUT_DOSE } from './drugs-without-dose.ts';

/** J, Q, A95–A96 and C90–C95 codes: those whose descriptors are drugs'. */
const isAsked = (code: string): boolean => /^(?:J|Q|A9[56]|C9[0-5])/.test(code) && isDrugCode(code);

/**
 * Whether a descriptor states a quantity, told without the reader's own tables: `per` and any word, or a number that
 * begins a word of its own and is followed by a word, or `each` at the end.
 */
const states = (text: string): boolean =>
  /\bper [a-z]/i.test(text) ||
  /(?:^|[\s(])\d[\d.,]* ?(?!years|days|hours?\b)[a-z]{1,}/i.test(text) ||
  /, each$/.test(text);

/** Told by other words than the reader's: how it begins, or a number with a measure of drugs. */
const looksLikeDrug = (text: string): boolean =>
  /^(injection|infusion|inj)\b/i.test(text) ||
  /\d ?(mg|mcg|ml|gm?|milligrams?|micrograms?|units?|mci|iu)\b/i.test(text);
/** Pumps, brachytherapy sources, procedures and visits. */
const NO_DRUGS = ['C1772', 'C1891', 'C2626', 'C2634', 'C2635', 'C9743', 'Q0081'];

describe.skipIf(!HAS_DATA)('the drug codes of all releases', () => {
  const descriptors = new Map<string, string>();
  /** Of every J, Q and C code, each text that a release prints, by code and text. */
  const everyDescriptor = new Map<string, string>();
  beforeAll(async () => {
    const { releases } = await readReleases([dataPath('hcpcs')]);
    for (const release of releases.filter((one): one is HcpcsRelease => one.kind === 'hcpcs')) {
      for (const { code, fields } of release.records)
        if (isAsked(code)) descriptors.set(`${code} ${fields[0]}`, fields[0]);
      for (const { code, fields } of release.records)
        if (/^[JQC]\d{4}$/.test(code)) everyDescriptor.set(`${code} ${fields[0]}`, fields[0]);
    }
  });

  it('are read where they state a quantity: 98 of 100 at least', () => {
    const stating = [...descriptors].filter(([, text]) => states(text));
    const missed = stating.filter(([, text]) => {
      const parsed = parseDrugDescriptor(text);
      return parsed.kind === 'none' || parsed.dose === null;
    });
    const share = 1 - missed.length / stating.length;
    console.info(`${stating.length} descriptors state a quantity, ${stating.length - missed.length} are read`);
    console.info(missed.map(([name]) => name).join('\n'));
    expect(stating.length).toBeGreaterThan(2_000);
    expect(share).toBeGreaterThanOrEqual(0.98);
  });

  it('of J, Q and C are read to a dose and its unit, all but those that are listed with the reason', () => {
    const asked = [...everyDescriptor].filter(([name]) => isDrugCode(name.slice(0, 5)));
    const without = asked.filter(([, text]) => {
      const parsed = parseDrugDescriptor(text);
      return parsed.kind === 'none' || parsed.dose === null;
    });
    console.info(
      `${asked.length} descriptors of J, Q and C drug codes, ${asked.length - without.length} read to a dose`,
    );
    expect(asked.length).toBeGreaterThan(1_900);
    expect(1 - without.length / asked.length).toBeGreaterThanOrEqual(0.97);
    const codes = new Set(without.map(([name]) => name.slice(0, 5)));
    expect([...codes].sort()).toEqual([...DRUGS_WITHOUT_DOSE.keys()].sort());
  });

  it('leave out no J, Q or C code whose descriptor begins as a drug’s or states a dose', () => {
    const left = [...everyDescriptor].filter(([name, text]) => !isDrugCode(name.slice(0, 5)) && looksLikeDrug(text));
    expect([...new Set(left.map(([name]) => name.slice(0, 5)))].sort()).toEqual(NO_DRUGS);
  });

  it('have a name, and none with an amount left in it', () => {
    const odd = [...descriptors].filter(([, text]) => {
      const parsed = parseDrugDescriptor(text);
      if (parsed.kind === 'none') return false;
      return parsed.substance === '' || /\d ?m?c?g$|\bper\b|[()]$/.test(parsed.substance);
    });
    expect(odd.map(([name]) => name)).toEqual([]);
  });
});
