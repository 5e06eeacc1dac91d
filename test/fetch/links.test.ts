import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksInCatalogue } from '../../src/fetch/catalogue.ts';
import { acceptForm, linksIn } from '../../src/fetch/links.ts';
import { periodOfFile } from '../../src/fetch/period-of-file.ts';

const PAGE = new URL('https://www.cms.gov/medicare/page');
const linksOf = (html: string): string[] => linksIn(html, PAGE).map(({ url, text }) => `${url.href} ${text}`.trim());

describe('links', () => {
  it.each([
    ['relative to the page', '<a href="files/x.zip">X</a>', ['https://www.cms.gov/medicare/files/x.zip X']],
    ['from the root', "<a href='/files/x.zip'>X</a>", ['https://www.cms.gov/files/x.zip X']],
    ['with entities', '<a href="/l?a=1&amp;b=2">A&nbsp;&amp; B</a>', ['https://www.cms.gov/l?a=1&b=2 A & B']],
    ['with other tags in them', '<a href="/x"><b>One</b>\n two</a>', ['https://www.cms.gov/x One two']],
    ['without an end', '<a href="/x">One<a href="/y">Two', ['https://www.cms.gov/x One', 'https://www.cms.gov/y Two']],
    ['twice', '<a href="/x">One</a><a href="/x#part">Two</a>', ['https://www.cms.gov/x One']],
    ['under a base', '<base href="https://data.cms.gov/a/"><a href="x">X</a>', ['https://data.cms.gov/a/x X']],
    ['in comments and scripts', '<!-- <a href="/x">X</a> --><script>"<a href=/y>"</script>', []],
    ['of other kinds', '<a href="mailto:a@b.c">a</a><a href="javascript:0">b</a><a name="c">c</a>', []],
    ['that are none', '<a href="https://[">a</a>', []],
  ])('%s', (_, html, links) => {
    expect(linksOf(html)).toEqual(links);
  });

  it('of any text are addresses of http alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (before, href) => {
        for (const { url } of linksIn(`${before}<a href="${href}">`, PAGE)) expect(url.protocol).toMatch(/^https?:$/);
      }),
    );
  });
});

describe('the form that accepts', () => {
  const accept = '<input type="hidden" name="agree" value="yes"><input type="submit" name="next" value="Accept">';
  const decline =
    '<input type="hidden" name="ReferURL" value="/"><input type="submit" name="no" value="Don\'t Accept">';
  const fields = [
    ['agree', 'yes'],
    ['next', 'Accept'],
  ];

  it.each([
    ['stands first', `<form action="/x.zip">${accept}</form><form action="">${decline}</form>`],
    ['stands second', `<form action="">${decline}</form><form action="/x.zip">${accept}</form>`],
  ])('is found where it %s', (_, html) => {
    expect(acceptForm(html, PAGE)).toEqual({ action: new URL('https://www.cms.gov/x.zip'), method: 'GET', fields });
  });

  it('is sent as it says, by its own button alone', () => {
    const html = `<form method="post" action="/x.zip">${accept}<button name="later" value="Remind me">x</button></form>`;
    expect(acceptForm(html, PAGE)).toEqual({ action: new URL('https://www.cms.gov/x.zip'), method: 'POST', fields });
  });

  it('is none where a page only declines', () => {
    expect(acceptForm(`<form action="/x.zip">${decline}</form>`, PAGE)).toBeNull();
  });
});

describe('a catalogue', () => {
  const file = 'https://data.cms.gov/RBCS_RY_2025.csv';
  const distribution = [{ downloadURL: file, title: 'A' }, { accessURL: '…' }, 7];

  it('gives the files of the dataset named', () => {
    const json = JSON.stringify({ dataset: [{ title: 'Other', distribution }, { title: 'rbcs ', distribution }, {}] });
    expect(linksInCatalogue(json, 'RBCS', PAGE)).toEqual([{ url: new URL(file), text: 'A' }]);
  });

  it.each(['', '[]', '{"dataset":7}', '<html>'])('is none: %j', (text) => {
    expect(linksInCatalogue(text, 'RBCS', PAGE)).toBeNull();
  });
});

describe('the period of a file', () => {
  it.each([
    ['rvu26c-updated-06-30-2026.zip', { by: 'rvu-letter' }, '2026Q3'],
    ['2027-code-descriptions-tabular-order.zip', { by: 'fiscal-year' }, 'FY2027'],
    ['april-1-2026-code-descriptions-tabular-order.zip', { by: 'fiscal-year' }, '2026Q2'],
    ['RBCS_RY_2025.csv', { by: 'year' }, '2025'],
    ['october-2023-alpha-numeric-hcpcs-files.zip', { by: 'release-name', kind: 'hcpcs' }, '2023Q4'],
    [
      'medicare-ncci-2026-q4-hospital-ptp-edits-ccioph-v323r0-f1.zip',
      { by: 'release-name', kind: 'ncci-ptp' },
      '2026Q4',
    ],
    [
      'add-code-edits-replacement-file-medicare-effective-01012026-zip.zip',
      { by: 'release-name', kind: 'ncci-aoc' },
      '2026Q1',
    ],
    ['some.zip', { by: 'rvu-letter' }, null],
  ] as const)('%s', (name, rule, label) => {
    expect(periodOfFile(rule, [name])?.label ?? null).toBe(label);
  });
});
