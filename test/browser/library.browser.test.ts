import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../src/codebook/compile.ts';
import { checkClaim, type Finding, openCodebook, readClaims } from '../../src/index.ts';
import { readReleases } from '../../src/releases/index.ts';

const ROOT = join(import.meta.dirname, '../..');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const PAGE = `<!doctype html><meta charset="utf-8"><title>Column One</title>
<script type="module">
import { checkClaim, openCodebook, readClaims } from './library.js';
const bytes = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());
window.check = async () => {
  const codebook = await openCodebook(await bytes('codebook'));
  const findings = [];
  for await (const { claim } of readClaims(await bytes('claims'))) {
    if (claim) findings.push(...checkClaim(codebook, claim).findings);
  }
  return { id: codebook.id, findings };
};
window.ready = true;
</script>`;

let server: Server;
let browser: Browser;
let codebook: Uint8Array;
let library: string;
const claims = readFileSync(join(ROOT, 'samples/claims/clinic.837'));

beforeAll(async () => {
  if (!existsSync(CHROMIUM)) throw new Error(`no Chromium at ${CHROMIUM}; set CHROMIUM`);
  const bundle = await build({
    entryPoints: [join(ROOT, 'src/index.ts')],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  });
  library = bundle.outputFiles[0].text;
  codebook = compile((await readReleases([join(ROOT, 'samples/releases')])).releases);
  server = createServer((request, response) => {
    const files: Record<string, readonly [string, string | Uint8Array]> = {
      '/': ['text/html', PAGE],
      '/library.js': ['text/javascript', library],
      '/codebook': ['application/octet-stream', codebook],
      '/claims': ['application/octet-stream', claims],
    };
    const file = files[request.url ?? ''];
    if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': file[0] }).end(file[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe('the library in a browser', () => {
  it('finds in a tab what it finds in Node, and asks nobody else for anything', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    const hosts = new Set<string>();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    await page.goto(`http://${address}/`);
    await page.waitForFunction('window.ready === true');
    const inTab = (await page.evaluate('window.check()')) as { id: string; findings: Finding[] };

    const opened = await openCodebook(codebook);
    const inNode: Finding[] = [];
    for await (const { claim } of readClaims(claims)) {
      if (claim) inNode.push(...checkClaim(opened, claim).findings);
    }
    expect(errors).toEqual([]);
    expect(inTab.id).toBe(opened.id);
    expect(inNode.length).toBeGreaterThan(10);
    expect(inTab.findings).toEqual(JSON.parse(JSON.stringify(inNode)));
    expect([...hosts]).toEqual([address]);
  });

  it('is bundled without anything of Node', () => {
    expect(library).not.toMatch(/["']node:/);
    expect(library).not.toMatch(/\brequire\(/);
  });
});
