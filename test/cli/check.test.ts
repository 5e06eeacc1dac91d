import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BIN, cleanEnvironment, columnone, expectGolden, ROOT, type Run, sampleCodebook, scratch } from './support.ts';

const folder = scratch();
const CLINIC = 'samples/claims/clinic.837';
let codebook = '';
let clean = '';

/** The contract of a line of ndjson, as documented in docs/command-line.md. */
const finding = z.strictObject({
  claim: z.string(),
  line: z.int().nullable(),
  code: z.string().nullable(),
  edit: z.enum(['code-validity', 'modifier-validity', 'ncci-ptp', 'ncci-mue', 'ncci-aoc']),
  outcome: z.enum(['deny', 'return', 'review', 'info']),
  reason: z.string().regex(/^[a-z-]+$/),
  message: z.string().min(1),
  carc: z.string().nullable(),
  rarc: z.string().nullable(),
  group: z.enum(['CO', 'OA', 'PR']).nullable(),
  with: z.strictObject({ line: z.int(), code: z.string(), claim: z.string().optional() }).nullable(),
  source: z
    .strictObject({
      release: z.string(),
      row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    })
    .nullable(),
  resolutions: z.array(z.looseObject({ kind: z.string() })),
});
const KEYS = Object.keys(finding.shape);

const runs = new Map<string, Run>();
/** Runs a check, once for the same arguments. */
function check(...args: string[]): Run {
  const key = args.join(' ');
  const run = runs.get(key) ?? columnone(['check', '--codebook', codebook, ...args]);
  runs.set(key, run);
  return run;
}
const linesOf = (stdout: string): unknown[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The clinic's interchange with only the claims whose ids begin with `CLEAN`. */
function cleanInterchange(): string {
  const [head, ...subscribers] = readFileSync(join(ROOT, CLINIC), 'utf8').split(/(?=HL\*\d+\*1\*22\*0~)/);
  const kept = subscribers
    .filter((text) => text.includes('CLM*CLEAN'))
    .map((text) => text.replace(/^SE\*[\s\S]*$/m, ''));
  const body = head + kept.join('');
  const segments = body.slice(body.indexOf('ST*')).split('~').length;
  return `${body}SE*${segments}*0001~\nGE*1*1~\nIEA*1*000000001~\n`;
}

beforeAll(() => {
  codebook = sampleCodebook(folder);
  clean = join(folder, 'clean.837');
  writeFileSync(clean, cleanInterchange());
});

describe('text', () => {
  it('groups by claim what is wrong, why, and what would resolve it', () => {
    const { status, stdout, stderr } = check(CLINIC);
    expect(stderr).toBe('');
    expect(status).toBe(1);
    expectGolden('check-clinic.txt', stdout);
    expect(stdout).toMatch(/^Code validity +\d+ denied/m);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(
      /^\d+ claims, \d+ lines, \d+ findings: code-validity \d+(, [a-z-]+ \d+)*$/,
    );
  });

  it('reads csv and json claims alike', () => {
    const { status, stdout, stderr } = check('samples/claims/claims.csv', 'samples/claims/claims.json');
    expect([status, stderr]).toEqual([1, '']);
    expectGolden('check-csv-json.txt', stdout);
  });

  it('keeps within the width it is given', () => {
    const { stdout } = check(CLINIC);
    const tooWide = stdout
      .split('\n')
      .slice(0, -2)
      .filter((line) => line.length > 100);
    expect(tooWide).toEqual([]);
  });

  it('says with --money what is at stake, on findings and in all', () => {
    const { stdout } = check('--money', CLINIC);
    expect(stdout).toMatch(/^ {4}stake {5}\$[\d,.]+, what was charged/m);
    expect(stdout).toMatch(/^\$[\d,.]+ at stake \(\$0\.00 of it by what Medicare allows/m);
    expect(check(CLINIC).stdout).not.toContain('at stake');
  });

  it('has no colour where no terminal is', () => {
    expect(check(CLINIC).stdout).not.toContain('\u001b');
  });
});

describe('ndjson', () => {
  it('keeps the contract on every line, keys in order', () => {
    const { status, stdout } = check('--format', 'ndjson', 'samples/claims');
    expect(status).toBe(1);
    const findings = linesOf(stdout);
    expect(findings.length).toBeGreaterThan(20);
    for (const line of findings) {
      expect(finding.parse(line)).toEqual(line);
      expect(Object.keys(line as object)).toEqual(KEYS);
    }
    expect(new Set(findings.map((line) => (line as { edit: string }).edit)).size).toBe(5);
  });

  it('shows every edit of the sample as its golden file has it', () => {
    expectGolden('check-clinic.ndjson', check('--format', 'ndjson', '--summary', CLINIC).stdout);
  });

  it('says with --money what hangs on each finding, and what on the lines of each edit', () => {
    const lines = linesOf(check('--format', 'ndjson', '--summary', '--money', CLINIC).stdout);
    const plain = linesOf(check('--format', 'ndjson', CLINIC).stdout);
    const found = lines.slice(0, -1) as { outcome: string; atStake: number | null; basis: string | null }[];
    expect(found.map(({ atStake: _, basis: __, ...rest }) => ({ ...rest, besideAtStake: undefined }))).toEqual(
      plain.map((line) => ({ ...(line as object), besideAtStake: undefined })),
    );
    for (const { outcome, atStake, basis } of found) {
      // The sample has no fee schedule: what was charged.
      if (outcome === 'info') expect([atStake, basis]).toEqual([null, null]);
      else if (atStake !== null) expect(basis).toBe('charge');
    }
    const { money, byEdit } = (lines.at(-1) as { summary: Record<string, Record<string, never>> }).summary;
    const sums = Object.values(money.byEdit) as { lines: number; atStake: number }[];
    expect(Object.keys(byEdit)).toEqual(expect.arrayContaining(Object.keys(money.byEdit)));
    expect(sums.reduce((sum, { atStake }) => sum + atStake, 0)).toBe(money.atStake);
    expect(money.atStake).toBeGreaterThan(0);
    expect(money.byAllowed).toBe(0);
  });

  it('has no money of a place that is none', () => {
    const { status, stderr } = check('--locality', 'Ohio', CLINIC);
    expect(status).toBe(2);
    expect(stderr).toContain('MAC-LOCALITY');
  });

  it('is the same on every run', () => {
    const again = columnone(['check', '--codebook', codebook, '--format', 'ndjson', 'samples/claims']);
    expect(again.stdout).toBe(check('--format', 'ndjson', 'samples/claims').stdout);
  });

  it('has the counts last with --summary, and nowhere without', () => {
    const lines = linesOf(check('--format', 'ndjson', '--summary', CLINIC).stdout);
    const { summary } = lines.at(-1) as { summary: Record<string, number> };
    expect(summary.findings).toBe(lines.length - 1);
    expect(summary.problems).toBe(0);
    expect(check('--format', 'ndjson', CLINIC).stdout).not.toContain('"summary"');
  });

  it('is ASCII', () => {
    expect(check('--format', 'ndjson', 'samples/claims').stdout).toMatch(/^[\n\x20-\x7e]*$/);
  });
});

describe('json', () => {
  it('is one valid document that agrees with ndjson', () => {
    const document = JSON.parse(check('--format', 'json', 'samples/claims').stdout);
    expect(Object.keys(document)).toEqual(['codebook', 'claims', 'layouts', 'problems', 'summary']);
    const findings = document.claims.flatMap((claim: { findings: unknown[] }) => claim.findings);
    expect(findings).toEqual(linesOf(check('--format', 'ndjson', 'samples/claims').stdout));
    expect(document.problems).toEqual([]);
  });

  it('is a valid document without any claim', () => {
    const { status, stdout } = check('--format', 'json', join(folder, 'missing.837'));
    expect(status).toBe(2);
    const { claims, problems } = JSON.parse(stdout);
    expect(claims).toEqual([]);
    expect(problems).toEqual([
      { code: 'file-unreadable', message: expect.any(String), file: join(folder, 'missing.837') },
    ]);
  });
});

describe('exit status', () => {
  it('0 when nothing is denied or returned', () => {
    const { status, stdout, stderr } = check(clean);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^3 claims, 6 lines, 0 findings\n$/);
  });

  it('1 when a line is denied or returned', () => {
    expect(check(clean, CLINIC).status).toBe(1);
  });

  it.each([
    ['a missing file', 'missing.837', null, 'file-unreadable'],
    ['an empty file', 'empty.837', '', ''],
    ['binary noise', 'noise.837', Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * 7919) % 251)), ''],
    ['forty bytes', 'forty.837', 'ISA*00*          *00*          *ZZ*SAMPL', ''],
    ['prose', 'prose.txt', 'Dear clinic, your claims are attached.\n', ''],
  ])('2 for %s, said in one line with the file and a code, and the rest is checked', (_, name, content, code) => {
    const path = join(folder, name);
    if (content !== null) writeFileSync(path, content);
    const { status, stdout, stderr } = check(path, clean);
    expect(status).toBe(2);
    expect(stdout).toContain('3 claims, 6 lines');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain(name);
    expect(stderr).toMatch(/\[[a-z0-9-]+\]/);
    expect(stderr).toContain(code);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  });

  it('2 when the input holds no claim', () => {
    const path = join(folder, 'empty-only.837');
    writeFileSync(path, '');
    const { status, stderr } = check(path);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^columnone: .*\[[a-z-]+\]/);
  });

  it.each([
    [['check']],
    [['check', '--format', 'xml', CLINIC]],
    [['check', '--setting', 'hospital', CLINIC]],
    [['check', '--as-of', '2024-13-01', CLINIC]],
    [['check', '--unknown', CLINIC]],
    [['chekc', CLINIC]],
    [[]],
  ])('2 for wrong use: %j', (args) => {
    const { status, stdout, stderr } = columnone(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  });

  it.each([[['--help']], [['check', '--help']], [['--version']]])('0 for %j', (args) => {
    const { status, stdout, stderr } = columnone(args);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).not.toBe('');
  });
});

describe('codebooks that cannot be opened', () => {
  it.each([
    ['missing', null],
    ['truncated', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['changed', (bytes: Buffer) => Buffer.from(bytes.map((byte, i) => (i === bytes.length - 9 ? byte ^ 1 : byte)))],
    ['empty', () => Buffer.alloc(0)],
    ['of another kind', () => Buffer.from('not a codebook at all\n'.repeat(100))],
  ])('%s: 2, with the file and what to do', (what, change) => {
    const path = join(folder, `codebook-${what.replaceAll(' ', '-')}`);
    if (change !== null) writeFileSync(path, change(readFileSync(codebook)));
    const { status, stdout, stderr } = columnone(['check', '--codebook', path, CLINIC]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain(path);
  });
});

describe('input', () => {
  it('comes from standard input with -', () => {
    const input = readFileSync(join(ROOT, CLINIC));
    const { status, stdout } = columnone(['check', '--codebook', codebook, '--format', 'ndjson', '-'], { input });
    expect(status).toBe(1);
    expect(stdout).toBe(check('--format', 'ndjson', CLINIC).stdout);
  });

  it('may be gzipped', () => {
    const path = join(folder, 'clinic.837.gz');
    writeFileSync(path, gzipSync(readFileSync(join(ROOT, CLINIC))));
    expect(check('--format', 'ndjson', path).stdout).toBe(check('--format', 'ndjson', CLINIC).stdout);
  });

  it('may be gzipped under any name and on standard input', () => {
    const input = gzipSync(readFileSync(join(ROOT, CLINIC)));
    const path = join(folder, 'clinic-packed.837');
    writeFileSync(path, input);
    expect(check('--format', 'ndjson', path).stdout).toBe(check('--format', 'ndjson', CLINIC).stdout);
    const { stdout } = columnone(['check', '--codebook', codebook, '--format', 'ndjson', '-'], { input });
    expect(stdout).toBe(check('--format', 'ndjson', CLINIC).stdout);
    const plain = join(folder, 'not-packed.837.gz');
    writeFileSync(plain, readFileSync(clean));
    expect(check(plain).status).toBe(0);
  });

  it('2 for a broken gzip file', () => {
    const path = join(folder, 'broken.837.gz');
    writeFileSync(path, gzipSync(readFileSync(join(ROOT, CLINIC))).subarray(0, 600));
    const { status, stderr } = check(path);
    expect(status).toBe(2);
    expect(stderr).toMatch(/broken\.837\.gz: .*\[gzip-broken\]/);
  });

  it('may be a folder with folders in it', () => {
    const inner = join(folder, 'claims', 'inner');
    mkdirSync(inner, { recursive: true });
    writeFileSync(join(folder, 'claims', 'b.837'), readFileSync(clean));
    writeFileSync(join(inner, 'c.837'), readFileSync(clean));
    // A link that leads back up must not have its claims checked again.
    if (process.platform !== 'win32') symlinkSync('..', join(inner, 'up'));
    expect(check(join(folder, 'claims')).stdout).toMatch(/^6 claims, 12 lines/);
  });

  it('may be compared with earlier claims', () => {
    const both = check('--format', 'ndjson', '--history', CLINIC, CLINIC);
    expect(both.status).toBe(1);
    const earlier = linesOf(both.stdout).filter((line) => (line as { with: { claim?: string } | null }).with?.claim);
    expect(earlier.length).toBeGreaterThan(0);
    expect(check('--format', 'ndjson', CLINIC, CLINIC).stdout).not.toContain('"with":{"line":1,"code":"G0105","claim"');
  });
});

describe('a file with very many problems', () => {
  const path = join(folder, 'many-problems.csv');
  const rows = Array.from({ length: 1_200 }, (_, i) => `C${i},,2024-08-01\n`).join('');

  it('tells the first of each code and counts the rest', () => {
    writeFileSync(path, `claim,code,date,charge\n${rows.replaceAll('2024-08-01', '2024-08-01,x.y')}`);
    const { stderr } = check(path, clean);
    const lines = stderr.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(8);
    expect(lines.at(-1)).toMatch(/^columnone: and [\d,]+ more of \[[a-z-]+\] in .*many-problems\.csv$/);
  });

  it('has a thousand of them in JSON, and the number of the rest', () => {
    const { problems, summary } = JSON.parse(check('--format', 'json', path).stdout);
    expect(problems).toHaveLength(1_001);
    expect(problems.at(-1)).toEqual({
      code: 'more-problems',
      message: `and ${summary.problems - 1_000} more problems`,
      file: path,
    });
  });
});

it('sends nothing to the terminal that would steer it', () => {
  const path = join(folder, 'steering.json');
  const line = { code: 'J0135', from: '2030-01-01', modifiers: ['ZZ'], units: 1_000_000_000 };
  writeFileSync(
    path,
    JSON.stringify({ id: '\u001b[2JA\u0007\nB\u009b', lines: [line, { ...line, code: '\u001b[1m' }] }),
  );
  const { stdout, stderr } = check(path);
  expect(stdout).toContain('Claim \ufffd[2JA\ufffd\ufffdB\ufffd');
  expect(stdout).toContain('× 1000000000 ');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

describe('two clocks and the setting', () => {
  it('uses only what was published by --as-of', () => {
    const { stdout } = check('--format', 'ndjson', '--as-of', '2024-08-01', CLINIC);
    expect(stdout).not.toContain('2024Q4');
  });

  it('says no-data for a setting without a table', () => {
    const { stdout } = check('--format', 'ndjson', '--setting', 'dme', clean);
    const reasons = linesOf(stdout).map((line) => line as { edit: string; reason: string; line: null });
    expect(reasons).toContainEqual(expect.objectContaining({ edit: 'ncci-ptp', reason: 'no-data', line: null }));
  });
});

it.skipIf(process.platform === 'win32')('is silent when its reader goes away', () => {
  const path = join(folder, 'many.837');
  writeFileSync(path, readFileSync(join(ROOT, CLINIC), 'utf8').repeat(200));
  const command = `"${process.execPath}" "${BIN}" check --codebook "${codebook}" --format ndjson "${path}" | head -n 1`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command], {
    encoding: 'utf8',
    env: cleanEnvironment(folder),
  });
  expect(stderr).toBe('');
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
});
