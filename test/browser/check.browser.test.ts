import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../src/codebook/compile.ts';
import { openCodebook } from '../../src/codebook/open.ts';
import { diffPage } from '../../src/diff/html/page.ts';
import { sampleReleases } from '../codebook/sample-releases.ts';
import { sampleDocument } from '../diff/sample-document.ts';
import { CLAIMS, pageOf } from '../report/sample-page.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'columnone-check-page-'));
const [path, many, diff] = ['check.html', 'many.html', 'diff.html'].map((name) => join(folder, name));
/** More claims than one page shows, by two providers. */
const MANY = 45_000;
let browser: Browser;

beforeAll(async () => {
  if (!existsSync(CHROMIUM)) throw new Error(`no Chromium at ${CHROMIUM}; set CHROMIUM`);
  const codebook = await openCodebook(await compile(sampleReleases()));
  const header = CLAIMS.split('\n')[0];
  const rows = Array.from(
    { length: MANY },
    (_, i) =>
      `C${i},1,${i % 3 === 0 ? 'Z9999' : 'G0008'},,1,5,2024-10-0${1 + (i % 9)},${i % 2 === 0 ? '1234567893' : '1245319599'},,,,,,,`,
  );
  writeFileSync(path, (await pageOf(codebook, CLAIMS)).join(''));
  writeFileSync(many, (await pageOf(codebook, [header, ...rows, ''].join('\n'))).join(''));
  writeFileSync(diff, await diffPage(sampleDocument()));
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The page with what it asked for and complained of. */
async function opened(
  file: string,
  width = 1280,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<{ page: Page; heard: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  const heard: string[] = [];
  page.on('request', (request) => heard.push(request.url()));
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  await page.goto(`file://${file}`);
  return { page, heard };
}

/** What axe finds wrong, run from within the page so that its policy need not be lifted. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    interface Axe {
      run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    }
    const { violations: found } = await (globalThis as unknown as { axe: Axe }).axe.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`);
  });
}

const ids = (page: Page): Promise<string[]> => page.locator('.claim h3').allTextContents();
const status = (page: Page): Promise<string | null> => page.locator('#status').textContent();

describe('the page of a check', () => {
  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)(
    'at %i pixels, %s: asks for nothing but itself, fits the screen, and axe finds nothing',
    async (width, scheme) => {
      const { page, heard } = await opened(path, width, scheme);
      expect(heard).toEqual([`file://${path}`]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.locator('#fold').click();
      await page.locator('#fold').click();
      expect(await violations(page)).toEqual([]);
      await page.close();
    },
  );

  it('shows claims with findings, those with an objection open', async () => {
    const { page } = await opened(path);
    expect(await ids(page)).toEqual(['A1', 'A2', '<b>A3</b>']);
    expect(await page.locator('.claim[open]').count()).toBe(3);
    const first = page.locator('.claim').first();
    expect(await first.locator('summary').textContent()).toContain('$60.25 at stake');
    expect(await first.locator('tr.line').allTextContents()).toEqual([
      '1J013512024-07-01$120.50no objection',
      '2G000812024-10-02$60.25denied',
    ]);
    expect(await first.locator('.finding').textContent()).toContain('G0008');
    await page.close();
  });

  it('filters by words, outcome, edit and provider, and says how many are left', async () => {
    const { page } = await opened(path);
    await page.fill('#words', 'z9999 5555555555');
    await expect.poll(() => status(page)).toBe('1 of 3 claims');
    expect(await ids(page)).toEqual(['A2']);
    await page.click('button[type=reset]');
    await expect.poll(() => status(page)).toBe('3 of 3 claims');
    await page.selectOption('#provider', '1234567893');
    expect(await ids(page)).toEqual(['A1']);
    await page.selectOption('#provider', '');
    await page.selectOption('#outcome', { label: 'Returned' });
    expect(await ids(page)).toEqual(['A2', '<b>A3</b>']);
    await page.selectOption('#outcome', { label: 'To review' });
    expect(await status(page)).toBe('0 of 3 claims');
    await page.close();
  });

  it('folds and unfolds all, by keyboard too', async () => {
    const { page } = await opened(path);
    await page.focus('#fold');
    await page.keyboard.press('Enter');
    expect(await page.locator('.claim[open]').count()).toBe(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('.claim[open] h3').allTextContents()).toEqual(['A1']);
    await page.close();
  });

  it('turns pages among many claims, holding only one of them', async () => {
    const { page, heard } = await opened(many);
    expect(await status(page)).toBe('45,000 of 45,000 claims');
    expect(await ids(page)).toHaveLength(20);
    await page.click('#next');
    expect((await ids(page))[0]).toBe('C20');
    expect(await page.locator('#page').textContent()).toBe('Page 2 of 2,250');
    await page.fill('#words', 'c44999');
    await expect.poll(() => status(page)).toBe('1 of 45,000 claims');
    expect(await ids(page)).toEqual(['C44999']);
    expect(await page.locator('#pages').isVisible()).toBe(false);
    expect(heard).toEqual([`file://${many}`]);
    await page.close();
  });

  it('prints what the filter leaves, unfolded, without its controls', async () => {
    const { page } = await opened(path);
    await page.click('#fold');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.claim[open]').count()).toBe(3);
    expect(await page.locator('#controls').isVisible()).toBe(false);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.claim[open]').count()).toBe(0);
    await page.close();
  });
});

describe('the page of a diff', () => {
  it.each(['light', 'dark'] as const)('%s: axe finds nothing', async (scheme) => {
    const { page } = await opened(diff, 1280, scheme);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});
