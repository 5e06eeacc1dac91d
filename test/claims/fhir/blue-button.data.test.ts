import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { Claim } from '../../../src/claims/claim.ts';
import { readBytes } from '../../support/coded.ts';
import { dataPath, HAS_DATA } from '../../support/data.ts';
import { BLUE_BUTTON } from './blue-button.ts';

const FOLDER = dataPath('fhir-eob');
const names = HAS_DATA ? readdirSync(FOLDER).sort() : [];
const readFile = (name: string) => readBytes(readFileSync(`${FOLDER}/${name}`));

/** The resources of a file, as they stand in it. */
interface Resource {
  readonly item: readonly object[];
}
function resourcesOf(name: string): readonly Resource[] {
  const json = JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'));
  return json.resourceType === 'Bundle' ? json.entry.map(({ resource }: { resource: Resource }) => resource) : [json];
}

/** `a×2 b`: equal neighbours counted. */
function runs(words: readonly string[]): string {
  const found: [string, number][] = [];
  for (const word of words) {
    const last = found.at(-1);
    if (last?.[0] === word) last[1]++;
    else found.push([word, 1]);
  }
  return found.map(([word, count]) => (count === 1 ? word : `${word}×${count}`)).join(' ');
}

describe.runIf(HAS_DATA)('the ExplanationOfBenefit samples of Blue Button', () => {
  it('are the ones in the table', () => {
    expect(names).toEqual(Object.keys(BLUE_BUTTON));
  });

  test.each(names)('%s', (name) => {
    const { claims, problems } = readFile(name);
    const lines = claims.reduce((sum, claim) => sum + claim.lines.length, 0);
    const settings = runs(claims.map(({ setting }) => setting));
    const codes = runs(problems.map(({ code }) => code).sort());
    expect(`${claims.length} ${lines} ${settings} | ${codes}`).toBe(BLUE_BUTTON[name]);
  });

  it.each(names)('%s: every resource is a claim, every item a line', (name) => {
    const { claims } = readFile(name);
    const resources = resourcesOf(name);
    expect(claims.map((claim) => claim.lines.length)).toEqual(resources.map(({ item }) => item.length));
  });

  it.each(names)('%s: each code that stands in an item stands in its line', (name) => {
    const { claims } = readFile(name);
    resourcesOf(name).forEach(({ item }, at) => {
      item.forEach((each, line) => {
        const { productOrService, service } = each as Readonly<
          Record<string, { coding: { system: string; code: string }[] }>
        >;
        const coding = (productOrService ?? service).coding.find(({ system }) => /hcpcs|cpt/i.test(system));
        expect(claims[at].lines[line].code).toBe(coding?.code ?? claims[at].lines[line].code);
      });
    });
  });

  it('one claim has the same services in every version of the format', () => {
    const services = ({ id, lines }: Claim) => [id, lines.map(({ code, from, units }) => [code, from, units])];
    const [first] = readFile('v1_eobReadCarrierMultipleLines.json').claims;
    const [second] = readFile('v2_eobReadCarrierWithMultipleLines.json').claims;
    expect(services(second)).toEqual(services(first));
    expect(first.lines).toHaveLength(7);
  });

  it('has charges, drugs and providers of the newest samples', () => {
    const [{ billingProvider, charge, lines }] = readFile('idr_ExplanationOfBenefit-Carrier.json').claims;
    expect(billingProvider.npi).toBe('1942945159');
    expect(charge).toBe(900155);
    expect(lines[0]).toMatchObject({ charge: 5011, from: '2025-01-01', to: '2025-01-02', diagnosisPointers: [2] });
    expect(lines[3].drug).toEqual({ ndc: '00409189001', quantity: 1000, unit: 'GR' });
    expect(lines.map(({ renderingProvider }) => renderingProvider?.npi).slice(0, 2)).toEqual([
      '1942945159',
      '1952378861',
    ]);
  });

  it('is read from one resource a line', () => {
    const all = names.flatMap((name) => resourcesOf(name));
    const { claims } = readBytes(new TextEncoder().encode(all.map((each) => JSON.stringify(each)).join('\n')));
    expect(claims).toHaveLength(all.length);
    expect(claims.map(({ place }) => place?.line)).toEqual(all.map((_, i) => i + 1));
  });
});
