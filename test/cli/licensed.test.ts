import { mkdirSync, readdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { columnoneAt } from '../fetch/command.ts';
import { site } from '../fetch/fixture.ts';
import { sampleQuarter } from '../fetch/sample-site.ts';
import { ARTICLES, coverageZip } from '../releases/coverage-fixture.ts';
import { entry, zip } from '../releases/fixtures.ts';
import { ASP_CSV, NDC_ROWS, ndcCsv, pfsCsv } from '../releases/record-fixtures.ts';
import { cleanEnvironment, columnone, type Run, sampleCodebook, scratch } from './support.ts';

/** Descriptors are invented: none of them is the AMA's. */

const folder = scratch();
const home = join(folder, 'home');
const out = join(folder, 'out');
const cpt = join(folder, 'cpt');
const releases = join(folder, 'releases');
const env = cleanEnvironment(home);
const codebook = join(out, 'codebook');
const run = (...args: readonly string[]): Run => columnone(args, { env });

const NOTICE = 'CPT copyright 2024 American Medical Association. All rights reserved.';
const MARKER = /zebra/i;
const FILES = {
  'LONGULT.txt': `${NOTICE}\r\n\r\n99213\tZebra marker seven at length\r\n99214\tZebra marker eight\r\n11042\tZebra marker nine\r\n`,
  'MEDU.txt': `${NOTICE}\r\n\r\n99213 ZEBRA MARKER SEVEN MED\r\n`,
  'SHORTU.txt': `${NOTICE}\r\n\r\n99213 ZEBRA MARKER SHORT\r\n`,
  'ConsumerDescriptor.txt':
    'Concept Id\tCPT Code\tConsumer Friendly Descriptor\r\n1000123\t99213\tZebra marker for all\r\n',
};
const CLAIM = JSON.stringify({
  id: 'A1',
  lines: ['99213', '99214', '11042', '97597'].map((code) => ({ code, units: 1, from: '2024-07-01' })),
});

beforeAll(() => {
  for (const path of [home, out, cpt, releases]) mkdirSync(path, { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(cpt, name), text, 'latin1');
  // CMS's own files print descriptors of Level I codes too.
  writeFileSync(join(releases, 'PPRRVU2025_Oct.csv'), pfsCsv(), 'latin1');
  writeFileSync(join(releases, '2025-jul-asp.csv'), ASP_CSV, 'latin1');
  writeFileSync(join(releases, 'July 2025 ASP NDC-HCPCS Crosswalk.csv'), ndcCsv('ASP', NDC_ROWS), 'latin1');
  writeFileSync(join(folder, 'claim.json'), CLAIM);
  writeFileSync(join(releases, 'current_article.zip'), coverageZip(ARTICLES));
  sampleCodebook(out);
});

test('a licensed file with the wrong columns is refused whole', () => {
  const broken = join(folder, 'broken');
  mkdirSync(broken);
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(broken, name), text, 'latin1');
  writeFileSync(join(broken, 'SHORTU.txt'), `${FILES['SHORTU.txt']}99214\tZEBRA\tMARKER\r\n`, 'latin1');
  const { status, stdout, stderr } = run('import-cpt', broken);
  expect(status).toBe(2);
  expect(stderr).toContain(
    'SHORTU.txt, line 4: the line has 3 columns, a file of short descriptors has 2 [licensed-columns]',
  );
  expect(stderr).toContain('nothing was imported');
  expect(stdout + stderr).not.toMatch(MARKER);
  expect(readdirSync(home)).toEqual([]);
});

describe('import-cpt', () => {
  it('writes one file that its user alone may read, and says whose the licence is', () => {
    const { status, stdout, stderr } = run('import-cpt', cpt);
    expect([status, stderr]).toEqual([0, '']);
    for (const words of ['CPT 2024  3 codes imported', 'The licence is yours', NOTICE]) expect(stdout).toContain(words);
    const kept = join(home, 'columnone/licensed');
    expect(readdirSync(kept)).toEqual(['cpt-2024.json']);
    expect(statSync(join(kept, 'cpt-2024.json')).mode & 0o777).toBe(0o600);
  });

  it('reads them from the archive they came in', () => {
    const archive = join(folder, 'cpt-2024.zip');
    writeFileSync(archive, zip(...Object.entries(FILES).map(([name, text]) => entry(`CPT/${name}`, text))));
    const { files, codes, year } = JSON.parse(run('import-cpt', '--json', archive).stdout);
    expect([files.length, codes, year]).toEqual([4, 3, 2024]);
  });

  test.each([
    ['licensed-none', ['samples/releases']],
    ['licensed-several', [cpt, join(folder, 'cpt-2024.zip')]],
    ['licensed-year', ['--year', '2023', cpt]],
    ['file-unreadable', [join(folder, 'nowhere')]],
  ])('%s', (code, args) => {
    const { status, stderr } = run('import-cpt', ...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(`[${code}]`)]);
  });
});

function replaceByFile(folder: string): void {
  rmdirSync(folder);
  writeFileSync(folder, '');
}

describe('what lookup shows on a terminal', () => {
  it('has the descriptors, the notice right below them', () => {
    const { stdout } = run('lookup', '99213', 'J0135', '--on', '2024-07-01', '--codebook', codebook);
    expect(stdout).toContain(`  CPT long      Zebra marker seven at length
  CPT medium    ZEBRA MARKER SEVEN MED
  CPT short     ZEBRA MARKER SHORT
  CPT consumer  Zebra marker for all
                ${NOTICE}
`);
    expect(stdout.match(/copyright/g)).toHaveLength(1);
  });

  it.each([
    ['is broken', (licensed: string) => writeFileSync(join(licensed, 'cpt-2024.json'), '{"format":1')],
    ['cannot be read', (licensed: string) => mkdirSync(join(licensed, 'cpt-2024.json'))],
    ['lies in a folder that is none', (licensed: string) => replaceByFile(licensed)],
  ])('says so where the imported file %s, and goes on', (how, spoil) => {
    const broken = join(folder, `home where it ${how}`);
    mkdirSync(join(broken, 'columnone/licensed'), { recursive: true });
    spoil(join(broken, 'columnone/licensed'));
    const asked = ['lookup', '99213', '--on', '2024-07-01', '--codebook', codebook];
    const { status, stdout, stderr } = columnone(asked, { env: cleanEnvironment(broken) });
    expect([status, stderr]).toEqual([0, expect.stringContaining('[licensed-broken]')]);
    expect(stdout).toContain('99213');
  });
});

const CODES = ['99213', '99214', '11042'];
const CHECK = ['check', '--codebook', codebook, '--setting', 'professional', join(folder, 'claim.json')];
const FETCHED = ['--only', 'hcpcs,ncci-mue', '--accept-ama-license', '2024Q4'];
/** Every command with every form of output that it has; `lookup` as text is the one place where descriptors belong. */
const RUNS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  build: [
    ['build', '--out', join(out, 'all'), cpt, releases, 'samples/releases'],
    ['build', '--json', '--out', join(out, 'all-json'), cpt, releases, 'samples/releases'],
  ],
  'import-cpt': [
    ['import-cpt', cpt],
    ['import-cpt', '--json', cpt],
  ],
  fetch: [
    ['fetch', '--list', ...FETCHED],
    ['fetch', '--json', ...FETCHED],
  ],
  update: [
    ['update', ...FETCHED],
    ['update', '--json', ...FETCHED],
  ],
  check: [
    [...CHECK, '--format', 'text'],
    [...CHECK, '--format', 'json'],
    [...CHECK, '--format', 'ndjson', '--summary'],
    [...CHECK, '--format', 'html', '--out', join(out, 'claims.html')],
    ...['claimresponse', '277ca', '835', '999', 'ta1'].map((format) => [...CHECK, '--format', format]),
  ],
  convert: ['837', 'json', 'ndjson', 'fhir'].map((to) => [
    ...['convert', '--to', to, '--json', '--setting', 'professional', '--out', join(out, `claims.${to}`)],
    join(folder, 'claim.json'),
  ]),
  lookup: [['lookup', '--json', '--codebook', codebook, ...CODES]],
  search: [
    ['search', '--codebook', codebook, 'seven', 'at', 'length'],
    ['search', '--json', '--codebook', codebook, '9921'],
  ],
  history: [
    ['history', '--codebook', codebook, ...CODES],
    ['history', '--json', '--codebook', codebook, ...CODES],
  ],
  who: [
    ['who', ...CODES],
    ['who', '--json', ...CODES],
  ],
  level: [
    ['level', '99215', '--minutes', '69', '--on', '2024-10-15'],
    ['level', '99215', '--minutes', '69', '--on', '2024-10-15', '--json'],
  ],
  profile: [
    ['profile', 'list', '--json'],
    ['profile', 'explain', 'private-example'],
    ['profile', 'show', 'medicare-part-b'],
  ],
  coverage: [
    ['coverage', '--state', 'OH', '--codebook', join(out, 'all'), '93000', 'I10'],
    ['coverage', '--json', '--state', 'OH', '--codebook', join(out, 'all'), '93000'],
  ],
  explain: [
    ['explain', '--codebook', codebook, '11042', '97597'],
    ['explain', '--json', '--codebook', codebook, '99213'],
    ['explain', '--codebook', codebook, join(folder, 'claim.json')],
    ['explain', '--json', 'ncci-ptp'],
  ],
  pair: [
    ['pair', '--codebook', codebook, '11042', '97597'],
    ['pair', '--json', '--codebook', codebook, '11042', '97597'],
  ],
  diff: [
    ['diff', '--codebook', codebook, '2024Q3', '2024Q4'],
    ['diff', '--json', '--codebook', codebook, '2024Q3', '2024Q4'],
    ['diff', '--csv', '--codebook', codebook, '2024Q3', '2024Q4'],
    ['diff', '--html', join(out, 'diff.html'), '--codebook', codebook, '2024Q3', '2024Q4'],
  ],
  releases: [
    ['releases', '--codebook', join(out, 'all')],
    ['releases', '--json', '--codebook', join(out, 'all')],
  ],
  info: [
    ['info', '--codebook', join(out, 'all')],
    ['info', '--json', '--codebook', join(out, 'all')],
  ],
};

/** Commands by the program's own help. */
function commands(): readonly string[] {
  const help = run('--help').stdout;
  const listed = help.slice(help.indexOf('Commands:')).matchAll(/^ {2}([a-z][a-z-]*) /gm);
  return [...listed].map(([, name]) => name).filter((name) => name !== 'help');
}

/** The options by which a command says in what form it answers, as its help has them. */
function formsOf(command: string): readonly string[] {
  const help = run(command, '--help').stdout.replace(/\s+/g, ' ');
  const [, option, choices] = /(--format|--to) <[^>]*>.*?choices: ([^)]*?)(?:, default|\))/.exec(help) ?? [];
  const formats = choices?.match(/[a-z0-9]+/g) ?? [];
  const flags = ['--json', '--csv', '--html', '--xlsx', '--pdf', '--markdown'].filter((flag) => help.includes(flag));
  return [...flags, ...formats.map((format) => `${option} ${format}`)];
}

/** All files below a folder that hold a marker, gzipped ones unpacked. */
function filesWithMarker(path: string): readonly string[] {
  if (statSync(path).isDirectory()) return readdirSync(path).flatMap((name) => filesWithMarker(join(path, name)));
  const bytes = readFileSync(path);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1');
  return MARKER.test(text) || MARKER.test(text.replaceAll('\0', '')) ? [path] : [];
}

describe('nothing licensed leaks', () => {
  it('from any command: all are run here', () => {
    expect(commands().filter((command) => RUNS[command] === undefined)).toEqual([]);
  });

  test.each(Object.keys(RUNS))('from %s, in whatever form it answers', async (command) => {
    const standIn = await site(...sampleQuarter(4));
    const ran = RUNS[command].map((args) => args.join(' '));
    for (const form of formsOf(command)) expect(ran.filter((line) => line.includes(form))).not.toEqual([]);
    for (const args of RUNS[command]) {
      const atSite = ['fetch', 'update'].includes(command);
      const { stdout, stderr, status } = atSite ? await columnoneAt(standIn, home, ...args) : run(...args);
      expect(stderr).not.toContain('this is a fault');
      expect([args.slice(0, 3), status]).not.toEqual([args.slice(0, 3), null]);
      expect(`${stdout}${stderr}`).not.toMatch(MARKER);
    }
  });

  it('into any file that is written beside the licensed folder', () => {
    expect(readdirSync(out)).toEqual(expect.arrayContaining(['all', 'all-json', 'codebook', 'diff.html']));
    expect(filesWithMarker(out)).toEqual([]);
    expect(filesWithMarker(home)).toEqual([join(home, 'columnone/licensed/cpt-2024.json')]);
  });

  it('because build lists a licensed file and does not read it', () => {
    const document = JSON.parse(run('build', '--json', '--out', join(out, 'listed'), cpt, 'samples/releases').stdout);
    expect(document.notKnown.map(({ reason }: { reason: string }) => reason)).toEqual(
      Object.keys(FILES).map(() => 'a licensed CPT file: columnone import-cpt'),
    );
    expect(document.id).toBe(JSON.parse(run('info', '--json', '--codebook', codebook).stdout).codebook);
  });
});
