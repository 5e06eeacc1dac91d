import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffPage } from '../../src/diff/html/page.ts';
import { sampleDocument } from '../diff/sample-document.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const folder = mkdtempSync(join(tmpdir(), 'columnone-diff-page-'));
const path = join(folder, 'changes.html');
let browser: Browser;

beforeAll(async () => {
  if (!existsSync(CHROMIUM)) throw new Error(`no Chromium at ${CHROMIUM}; set CHROMIUM`);
  writeFileSync(path, await diffPage(sampleDocument()));
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The page with what it asked for and complained of. */
async function opened(width: number, colorScheme: 'light' | 'dark'): Promise<{ page: Page; heard: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  const heard: string[] = [];
  page.on('request', (request) => heard.push(request.url()));
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  await page.goto(`file://${path}`);
  return { page, heard };
}

describe('the page of a diff', () => {
  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)(
    'at %i pixels, %s: asks for nothing but itself and is no wider than the screen',
    async (width, scheme) => {
      const { page, heard } = await opened(width, scheme);
      expect(heard).toEqual([`file://${path}`]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.close();
    },
  );

  it('shows of each chart the one for the width', async () => {
    for (const [width, shown, hidden] of [
      [1280, '.wide', '.narrow'],
      [390, '.narrow', '.wide'],
    ] as const) {
      const { page } = await opened(width, 'light');
      expect(await page.locator(`figure ${shown} svg`).first().isVisible()).toBe(true);
      expect(await page.locator(`figure ${hidden} svg`).first().isVisible()).toBe(false);
      await page.close();
    }
  });

  it('finds rows by words and says how many', async () => {
    const { page } = await opened(1280, 'light');
    const rows = page.locator('#hcpcs-lists tbody tr:visible');
    expect(await rows.count()).toBe(6);
    await page.fill('#hcpcs-filter', 'j0135 coverage');
    expect(await rows.allTextContents()).toEqual([expect.stringContaining('J0135')]);
    expect(await page.locator('#hcpcs-filter ~ [role=status]').textContent()).toBe('1 of 6 rows');
    await page.fill('#hcpcs-filter', '');
    expect(await rows.count()).toBe(6);
    await page.close();
  });

  it.each(['light', 'dark'] as const)('%s: every text stands out from what is behind it (WCAG AA)', async (scheme) => {
    const { page } = await opened(1280, scheme);
    expect(await page.evaluate(tooFaint)).toEqual([]);
    await page.close();
  });
});

/** Texts whose contrast is below 4.5 to 1; runs in the page. */
function tooFaint(): string[] {
  const channels = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = (colour: string): number => {
    const [r, g, b] = channels(colour).map((value) => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element: Element): string => {
    for (let each: Element | null = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (channels(colour)[3] !== 0) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  return [...document.querySelectorAll('body *')]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
    .filter((element) => element.tagName !== 'SCRIPT')
    .flatMap((element) => {
      const style = getComputedStyle(element);
      const front = element instanceof SVGElement ? style.fill : style.color;
      const [a, b] = [light(front), light(behind(element))].sort((x, y) => y - x);
      const ratio = (a + 0.05) / (b + 0.05);
      return ratio < 4.5 ? [`${element.tagName} ${element.textContent?.slice(0, 30)} ${ratio.toFixed(2)}`] : [];
    });
}
