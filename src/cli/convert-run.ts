import type { CodedClaim } from '../claims/coded-claim.ts';
import { createClaimReader } from '../claims/index.ts';
import { normalisedClaim } from '../claims/normalise.ts';
import type { ClaimFormat, ClaimReaderOptions } from '../claims/reader.ts';
import { correctionsOf } from '../claims/x12/write/corrections.ts';
import { Splicer } from '../claims/x12/write/splicer.ts';
import type { Setting } from '../codes/setting.ts';
import { isHarmless, type Problem, ProblemError } from '../problems.ts';
import { type ClaimFile, claimFiles } from './claim-files.ts';
import { columnMap } from './column-map-option.ts';
import { type ConvertOut, fileOut, standardOut } from './convert-out.ts';
import { ConvertReport } from './convert-report.ts';
import { type Target, target837, targetFhir, targetJson, targetNdjson } from './convert-targets.ts';
import { feedParquet } from './feed-claims.ts';
import { layoutText } from './layout-text.ts';
import { ProblemLines } from './problem-lines.ts';
import { screenWidth } from './screen.ts';
import { now } from './today.ts';

export interface ConvertRequest {
  readonly path: string;
  readonly to: '837' | 'json' | 'ndjson' | 'fhir';
  readonly apply: boolean;
  readonly out?: string;
  readonly json: boolean;
  readonly setting?: Setting;
  /** Columns of CSV and parquet: pairs, JSON, or the name of a file with either. */
  readonly map?: string;
}

const TARGETS: Readonly<Record<ConvertRequest['to'], () => Target>> = {
  '837': () => target837(now()),
  json: targetJson,
  ndjson: targetNdjson,
  fhir: () => targetFhir(now()),
};

const MADE_ANEW =
  'columnone: the 837 is made anew from what its claims hold: sender, receiver, addresses and tax numbers are yours to add.\n';

/** Converts one file and gives the exit status. */
export async function runConvert(request: ConvertRequest): Promise<0 | 2> {
  const out = request.out === undefined ? standardOut : await fileOut(request.out);
  const run = new ConvertRun(request, out);
  try {
    await run.file();
    return await run.end();
  } catch (error) {
    await out.drop();
    throw error;
  }
}

/** One conversion: what is read, what of it is yet to be written, and what was changed. */
class ConvertRun {
  private readonly request: ConvertRequest;
  private readonly out: ConvertOut;
  private readonly report = new ConvertReport();
  private readonly shown = new ProblemLines();
  private readonly target: Target;
  /** The file itself, of which an 837 to be written as one is made; null where it is made anew. */
  private splicer: Splicer | null = new Splicer();
  private format: ClaimFormat | null = null;
  private pending = '';
  private claims = 0;
  private unread = false;

  constructor(request: ConvertRequest, out: ConvertOut) {
    this.request = request;
    this.out = out;
    this.target = TARGETS[request.to]();
  }

  async file(): Promise<void> {
    const { path, setting } = this.request;
    const map = this.request.map === undefined ? undefined : await columnMap(this.request.map);
    const { files, problems } = await claimFiles([path]);
    if (problems.length > 0) throw new ProblemError(problems[0].code, problems[0].message, problems[0]);
    if (files.length !== 1) throw new ProblemError('file-unreadable', 'It is a folder; name one file.', { file: path });
    const [file] = files;
    const options: ClaimReaderOptions = {
      file: file.name,
      ...(setting && { setting }),
      ...(map && { map }),
      onFormat: (format) => this.begin(format),
      onClaim: (claim) => this.claim(claim),
      onProblem: (problem) => this.refuse(problem),
      onLayout: (layout) => this.say(layoutText(layout)),
    };
    if (!(await feedParquet(file, options, { read: () => {}, pause: () => this.pass(0) }))) {
      await this.stream(file, options);
    }
    process.stderr.write(this.shown.rest(file.name));
  }

  private async stream(file: ClaimFile, options: ClaimReaderOptions): Promise<void> {
    const reader = createClaimReader(options);
    for await (const chunk of file.open(() => {})) {
      this.splicer?.write(chunk);
      reader.write(chunk);
      await this.pass(reader.settled ?? 0);
    }
    reader.end();
  }

  async end(): Promise<0 | 2> {
    const { out, report, request, target } = this;
    if (this.format === 'x12' && this.splicer !== null) {
      for (const piece of this.splicer.end()) await out.write(piece);
    } else {
      await out.write(this.pending + target.end());
      if (request.to === '837' && this.claims > 0) this.say(MADE_ANEW);
    }
    await out.end();
    if (target.replaced > 0)
      this.say(`columnone: in ${target.replaced} claims a delimiter in a value became a blank.\n`);
    if (request.json) this.tell(report.json(this.claims));
    else if (request.apply) this.tell(report.text(screenWidth()));
    return this.unread ? 2 : 0;
  }

  private begin(format: ClaimFormat): void {
    this.format = format;
    if (format !== 'x12' || this.request.to !== '837') this.splicer = null;
  }

  private claim(coded: CodedClaim): void {
    this.claims++;
    const { apply } = this.request;
    if (this.splicer === null) {
      const claim = coded.toClaim();
      this.pending += this.target.claim(apply ? normalisedClaim(claim, (change) => this.report.add(change)) : claim);
    } else if (apply) {
      for (const correction of correctionsOf(coded)) {
        this.splicer.replace(correction);
        this.report.add(correction.change);
      }
    }
  }

  /** Writes what is settled: of the file itself up to an offset, of an 837. */
  private async pass(settled: number): Promise<void> {
    if (this.format === null) return;
    for (const piece of this.splicer?.take(settled) ?? []) await this.out.write(piece);
    const text = this.pending;
    this.pending = '';
    if (text !== '') await this.out.write(text);
  }

  private refuse(problem: Problem): void {
    if (!isHarmless(problem)) this.unread = true;
    this.say(this.shown.line(problem));
  }

  private tell(text: string): void {
    (this.request.out === undefined ? process.stderr : process.stdout).write(text);
  }

  private say(text: string): void {
    if (text !== '') process.stderr.write(text);
  }
}
