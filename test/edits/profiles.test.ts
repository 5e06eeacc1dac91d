import { describe, expect, it } from 'vitest';
import { checkClaim } from '../../src/edits/check-claim.ts';
import { EDITS } from '../../src/edits/edits.ts';
import { EDIT_ORDER } from '../../src/edits/finding.ts';
import type { Profile } from '../../src/edits/profile.ts';
import { profileFile } from '../../src/edits/profile-schema.ts';
import { PROFILES } from '../../src/edits/profiles/index.ts';
import { readProfile } from '../../src/edits/read-profile.ts';
import { claimOf } from '../cases/case.ts';
import { codebookOf } from '../cases/tables/index.ts';

const LEAST = { extends: 'medicare-part-b', id: 'plan', title: 'A plan' };
const read = (changes: object): Profile => readProfile(JSON.stringify({ ...LEAST, ...changes }), 'plan.json');
const codebook = await codebookOf('quarters');
const check = (profile: Profile, claim: readonly string[]) =>
  checkClaim(codebook, claimOf({ name: '', rule: '', claim, expect: [] }), { profile });

describe.each(PROFILES.map((profile) => [profile.id, profile] as const))('the profile %s', (_, profile) => {
  it('is one that a file could say', () => {
    const { adjustments, outcomes, exceptions, localCodes, equivalents, rules, edits, required } = profile;
    const words = Object.fromEntries(Object.entries(adjustments).filter(([, of]) => Object.keys(of).length > 0));
    const given = {
      ...LEAST,
      edits,
      required,
      adjustments: words,
      outcomes,
      exceptions,
      localCodes,
      equivalents,
      rules,
    };
    const result = profileFile.safeParse(JSON.parse(JSON.stringify(given)));
    expect(result.success ? [] : result.error.issues).toEqual([]);
  });

  it('applies edits in the published order', () => {
    expect(profile.edits).toEqual(EDIT_ORDER.filter((id) => profile.edits.includes(id)));
    expect(profile.required?.every((id) => profile.edits.includes(id)) ?? true).toBe(true);
  });
});

describe('a profile in a file', () => {
  it('changes what it names and keeps the rest', () => {
    const profile = read({
      policy: { mue: { day: 'cut-back' } },
      adjustments: { 'ncci-ptp': { '*': { carc: '97' } } },
      edits: { remove: ['ncci-aoc'] },
    });
    expect(profile.policy).toMatchObject({
      provider: 'group-and-specialty',
      mue: { day: 'cut-back', rangeUnits: 'round-up' },
    });
    expect(profile.adjustments['ncci-ptp']['*']).toEqual({ carc: '97', rarc: null, group: 'CO' });
    expect(profile.adjustments['ncci-mue']['*'].carc).toBe('151');
    expect(profile.edits).not.toContain('ncci-aoc');
    expect(profile.edits).toContain('ncci-mue');
  });

  it('turns a denial into a review, with the line', () => {
    const softer = read({ outcomes: { 'ncci-ptp': { 'modifier-missing': 'review' } } });
    const { findings, lines, clean } = check(softer, ['11042', '97597']);
    expect(findings.filter(({ edit }) => edit === 'ncci-ptp').map(({ outcome }) => outcome)).toEqual(['review']);
    expect(lines[1]).toMatchObject({ disposition: 'review', decidedBy: 'ncci-ptp' });
    expect(clean).toBe(true);
  });

  it('turns a review into a denial with the words of its adjustment', () => {
    const harder = read({ outcomes: { 'ncci-mue': { 'units-not-whole': 'deny' } } });
    const [finding] = check(harder, ['97110 x1.5']).findings.filter(({ edit }) => edit === 'ncci-mue');
    expect(finding).toMatchObject({ outcome: 'deny', carc: '16', rarc: 'M53' });
  });

  it('turns a denial into a note without words', () => {
    const [finding] = check(read({ outcomes: { 'ncci-ptp': { '*': 'info' } } }), ['80053', '80048']).findings.filter(
      ({ edit }) => edit === 'ncci-ptp',
    );
    expect(finding).toMatchObject({ outcome: 'info', carc: null, group: null });
  });

  it.each([
    ['its codes', { codes: ['97597'] }, 0],
    ['a range of codes', { codes: ['97000-97999'] }, 0],
    ['the beginning of codes', { codes: ['975*'] }, 0],
    ['other codes', { codes: ['97598'] }, 1],
    ['any code', {}, 0],
    ['its reason', { reasons: ['modifier-missing'] }, 0],
    ['another reason', { reasons: ['not-allowed'] }, 1],
    ['from the day', { from: '2024-10-15' }, 0],
    ['from the day after', { from: '2024-10-16' }, 1],
    ['to the day', { to: '2024-10-15' }, 0],
    ['to the day before', { to: '2024-10-14' }, 1],
    ['its place', { places: ['11'] }, 0],
    ['another place', { places: ['22'] }, 1],
  ])('makes exceptions for %s', (_, exception, found) => {
    const profile = read({ exceptions: [{ edit: 'ncci-ptp', because: 'so agreed', ...exception }] });
    const { findings, lines } = check(profile, ['11042', '97597']);
    expect(findings.filter(({ edit }) => edit === 'ncci-ptp')).toHaveLength(found);
    expect(lines[1].disposition).toBe(found === 0 ? 'pay' : 'deny');
  });

  it('makes exceptions for what follows from another line’s denial', () => {
    const claim = ['64493', '64490', '64491'];
    const fallen = (exceptions: readonly object[]) =>
      check(read({ exceptions }), claim).findings.filter(({ reason }) => reason === 'primary-denied');
    expect(fallen([])).toHaveLength(1);
    const because = 'so agreed';
    expect(fallen([{ edit: 'ncci-aoc', because }])).toEqual([]);
    expect(check(read({ exceptions: [{ edit: 'ncci-aoc', because }] }), claim).lines[2].disposition).toBe('pay');
    expect(fallen([{ edit: 'ncci-aoc', codes: ['64492'], because }])).toHaveLength(1);
  });

  it('does not drop add-on codes with their primary where that edit is left out', () => {
    const claim = ['64493', '64490', '64491'];
    expect(check(read({}), claim).findings.some(({ reason }) => reason === 'primary-denied')).toBe(true);
    const without = check(read({ edits: { remove: ['ncci-aoc'] } }), claim);
    expect(without.findings.some(({ edit }) => edit === 'ncci-aoc')).toBe(false);
    expect(without.lines[2].disposition).toBe('pay');
  });

  it('is clean only where the edits it requires had their data', async () => {
    const empty = await codebookOf('none');
    const claim = claimOf({ name: '', rule: '', claim: ['G0463'], expect: [] });
    const clean = (required: readonly string[]) =>
      checkClaim(empty, claim, { profile: read({ edits: ['ncci-mue', 'ncci-aoc'], required }) }).clean;
    expect(clean(['ncci-mue'])).toBe(false);
    expect(clean([])).toBe(true);
  });

  it.each<[string, object, string]>([
    [
      'an unknown base',
      { extends: 'medicare-part-c' },
      'extends: "medicare-part-c" is no profile that comes with the project; did you mean "medicare-part-b"?',
    ],
    ['a misspelt edit', { edits: ['ncci-ptq'] }, 'edits[0]: "ncci-ptq" is no edit; did you mean "ncci-ptp"?'],
    ['a misspelt name', { edtis: [] }, 'the profile has the unknown name "edtis"'],
    [
      'an edit to word that is none',
      { adjustments: { 'ncci-mui': { '*': { carc: '1' } } } },
      'adjustments.ncci-mui: is no edit; did you mean "ncci-mue"?',
    ],
    [
      'a reason that is none',
      { outcomes: { 'ncci-mue': { 'line-unit': 'info' } } },
      'outcomes.ncci-mue.line-unit: is no reason of ncci-mue; did you mean "line-units"?',
    ],
    [
      'an outcome that is none',
      { outcomes: { 'ncci-mue': { '*': 'denied' } } },
      'outcomes.ncci-mue.*: "denied" is no outcome; there are info, review, return, deny',
    ],
    [
      'a CARC that is none',
      { adjustments: { 'ncci-mue': { '*': { carc: 'C-151' } } } },
      'adjustments.ncci-mue.*.carc: "C-151" is not a claim adjustment reason code',
    ],
    [
      'a group that is none',
      { adjustments: { 'ncci-mue': { '*': { carc: '151', group: 'XX' } } } },
      'adjustments.ncci-mue.*.group: "XX" is no group code; there are CO, OA, PI, PR',
    ],
    [
      'a date that is none',
      { localCodes: [{ code: 'X0001', description: 'x', from: '2024-02-30' }] },
      'localCodes[0].from: "2024-02-30" is no date (YYYY-MM-DD)',
    ],
    [
      'a local code of another length',
      { localCodes: [{ code: 'X1', description: 'x', from: '2024-01-01' }] },
      'localCodes[0].code: "X1" is not five capitals and digits',
    ],
    [
      'a pattern of codes that is none',
      { exceptions: [{ edit: 'ncci-ptp', codes: ['9921'], because: 'x' }] },
      'exceptions[0].codes[0]: "9921" is no code, range (J0100-J0199) or beginning (993*)',
    ],
    [
      'an exception without a reason why',
      { exceptions: [{ edit: 'ncci-ptp' }] },
      'exceptions[0].because: is not string',
    ],
    [
      'a reason of an exception that is none',
      { exceptions: [{ edit: 'ncci-ptp', reasons: ['bypass'], because: 'x' }] },
      'exceptions[0].reasons[0]: "bypass" is no reason of ncci-ptp; did you mean "bypassed"?',
    ],
    [
      'a policy that is none',
      { policy: { mue: { day: 'deny' } } },
      'policy.mue.day: "deny" is no way to deny units; did you mean "deny-all"?',
    ],
    [
      'a condition that is none',
      { rules: [rule({ codes: ['99213'] })] },
      'rules[0].when.codes: is no condition; did you mean "code"?',
    ],
    [
      'two conditions in one',
      { rules: [rule({ code: ['99213'], sex: 'F' })] },
      'rules[0].when: has 2 names; a condition has one, and "all" joins several',
    ],
    [
      'a code within conditions',
      { rules: [rule({ all: [{ not: { code: ['99-21'] } }] })] },
      'rules[0].when.all[0].not.code[0]: "99-21" is no code, range (J0100-J0199) or beginning (993*)',
    ],
    ['an empty list', { rules: [rule({ any: [] })] }, 'rules[0].when.any: is no list of conditions'],
    [
      'more conditions than a list may have',
      { rules: [rule({ any: Array.from({ length: 5_001 }, () => ({ sex: 'F' })) })] },
      'rules[0].when.any: has more than 5000 entries',
    ],
    [
      'a range from the last to the first',
      { exceptions: [{ edit: 'ncci-ptp', codes: ['J0199-J0100'], because: 'x' }] },
      'exceptions[0].codes[0]: "J0199-J0100" is no code, range (J0100-J0199) or beginning (993*)',
    ],
    [
      'an exception that ends before it begins',
      { exceptions: [{ edit: 'ncci-ptp', from: '2024-02-02', to: '2024-02-01', because: 'x' }] },
      'exceptions[0].to: is before "from"',
    ],
    [
      'a local code that ends before it begins',
      { localCodes: [{ code: 'X0001', description: 'x', from: '2024-02-02', to: '2024-02-01' }] },
      'localCodes[0].to: is before "from"',
    ],
    [
      'dates that end before they begin',
      { rules: [rule({ dates: { from: '2024-02-02', to: '2024-02-01' } })] },
      'rules[0].when.dates.to: is before "from"',
    ],
    [
      'a comparison with nothing',
      { rules: [rule({ units: {} })] },
      'rules[0].when.units: names none of more, less and is',
    ],
    ['conditions nested too deep', { rules: [rule(nested(20))] }, 'is nested deeper than 8 conditions'],
    [
      'two rules of one id',
      { rules: [rule({ sex: 'F' }), rule({ sex: 'M' })] },
      'rules[1].id: "one" is the id of another rule',
    ],
    ['an id with capitals', { id: 'Plan' }, 'id: "Plan" is not an id in kebab-case'],
  ])('with %s is refused at its place', (_, changes, message) => {
    expect(() => read(changes)).toThrow(message);
  });

  it('that is no JSON is refused with its file', () => {
    expect(() => readProfile('{', 'plan.json')).toThrow(
      expect.objectContaining({ code: 'profile-invalid', file: 'plan.json' }),
    );
  });
});

function rule(when: object): object {
  return {
    id: 'one',
    title: 'A rule',
    source: 'policy 1',
    message: '{code}',
    outcome: 'deny',
    adjustment: { carc: '204' },
    when,
  };
}

function nested(depth: number): object {
  return depth === 0 ? { sex: 'F' } : { not: nested(depth - 1) };
}

describe('the edits', () => {
  it('have outcomes that a profile can change one by one', () => {
    for (const { id, reasons } of EDITS) {
      if (id === 'user-rules') continue;
      const profile = read({ outcomes: { [id]: Object.fromEntries(reasons.map((reason) => [reason, 'review'])) } });
      expect(Object.values(profile.outcomes?.[id] ?? {}).every((outcome) => outcome === 'review')).toBe(true);
    }
  });
});
