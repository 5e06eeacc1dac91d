import { expect, it } from 'vitest';
import { notKnownText } from '../../src/cli/not-known.ts';

const files = (count: number, name: (i: number) => string, reason: string) =>
  Array.from({ length: count }, (_, i) => ({ name: name(i), reason }));

it('is silent where every file was read', () => expect(notKnownText([], 80)).toBe(''));

it('shows a few files each with its reason', () => {
  expect(notKnownText([{ name: 'a/b.pdf', reason: 'a PDF, no release' }], 80)).toBe(
    '\nnot read: 1 file\nwhy                file\na PDF, no release  a/b.pdf\n',
  );
});

it('names kinds still to come and unknown files, and counts those that are no release', () => {
  const list = notKnownText(
    [
      ...files(992, (i) => `fhir/${i}.json`, 'a FHIR resource, no release'),
      ...files(1, () => 'README.md', 'a README, no release'),
      ...files(22, (i) => `notes/${i}.txt`, 'not a known release'),
      ...files(3, (i) => `2019.zip!report-${i}.prn`, 'not read yet: HCPCS transaction report'),
      ...files(1, () => '2020_trans.xlsx', 'not read yet: HCPCS transaction report'),
    ],
    80,
  );
  expect(list).toBe(`
not read: 1,019 files
not read yet: HCPCS transaction report (4 files)
    2019.zip: report-0.prn, report-1.prn, report-2.prn
    2020_trans.xlsx
not a known release (22 files)
    notes/0.txt, notes/1.txt, notes/2.txt, notes/3.txt, notes/4.txt,
    notes/5.txt, notes/6.txt, notes/7.txt, notes/8.txt, notes/9.txt,
    notes/10.txt, notes/11.txt, notes/12.txt, notes/13.txt, notes/14.txt,
    notes/15.txt, notes/16.txt, notes/17.txt, notes/18.txt, notes/19.txt
    and 2 more (--json names all)
files  no release but   such as
  992  a FHIR resource  fhir/0.json, fhir/1.json, …
    1  a README         README.md
(--json names all)
`);
});
