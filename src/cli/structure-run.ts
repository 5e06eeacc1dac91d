import { acknowledge } from '../claims/x12/ack/implementation-ack.ts';
import type { AcknowledgmentStamp } from '../claims/x12/ack/profile.ts';
import { writeTa1 } from '../claims/x12/ack/ta1.ts';
import { createStructureChecker } from '../claims/x12/structure/checker.ts';
import { hasErrors, type InterchangeReport } from '../claims/x12/structure/report.ts';
import { type Problem, ProblemError } from '../problems.ts';
import { type ClaimFile, claimFiles } from './claim-files.ts';
import { GatheredOutput } from './gathered-output.ts';
import { problemLine } from './problem-line.ts';
import { reportDocument, reportLines, reportText } from './structure-text.ts';

export interface StructureRequest {
  readonly paths: readonly string[];
  readonly format: 'text' | 'json' | 'ndjson' | '999' | 'ta1';
  /** Control number of the first interchange that is written. */
  readonly control: number;
  /** `YYYY-MM-DDTHH:MM`. */
  readonly written: string;
}

/** Checks the structure of X12 files and lists what is wrong, or writes the acknowledgments; gives the exit status. */
export async function runStructure(request: StructureRequest): Promise<0 | 1 | 2> {
  const run = new StructureRun(request);
  const { files, problems } = await claimFiles(request.paths);
  for (const problem of problems) run.refuse(problem);
  for (const file of files) await run.file(file);
  return run.end();
}

class StructureRun {
  private readonly format: StructureRequest['format'];
  private readonly stamp: AcknowledgmentStamp;
  private readonly written = new GatheredOutput(process.stdout);
  private control: number;
  private interchanges = 0;
  private wrong = false;
  private unread = false;

  constructor({ format, control, written }: StructureRequest) {
    this.format = format;
    this.control = control;
    const [date, time] = written.replaceAll(/[-:]/g, '').split('T');
    this.stamp = { date, time: time.slice(0, 4), control };
    if (format === 'json') this.written.add('{"interchanges":[');
  }

  async file(file: ClaimFile): Promise<void> {
    const before = this.interchanges;
    const checker = createStructureChecker({ file: file.name, onInterchange: (report) => this.interchange(report) });
    try {
      for await (const chunk of file.open(() => {})) {
        checker.write(chunk);
        await this.written.drained();
      }
      checker.end();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.refuse(error);
      return;
    }
    if (this.interchanges > before) return;
    this.refuse({ code: 'x12-no-isa', message: 'The file holds no X12 interchange.', file: file.name });
  }

  refuse(problem: Problem): void {
    this.unread = true;
    process.stderr.write(`${problemLine(problem)}\n`);
  }

  async end(): Promise<0 | 1 | 2> {
    if (this.format === 'json') this.written.add('\n]}\n');
    await this.written.end();
    if (this.unread) return 2;
    return this.wrong ? 1 : 0;
  }

  private interchange(report: InterchangeReport): void {
    this.interchanges++;
    if (hasErrors(report)) this.wrong = true;
    this.written.add(this.shown(report));
  }

  private shown(report: InterchangeReport): string {
    if (this.format === 'text') return reportText(report);
    if (this.format === 'ndjson') return reportLines(report);
    if (this.format === 'json') return `${this.interchanges > 1 ? ',' : ''}\n${reportDocument(report)}`;
    return this.answer(report);
  }

  /** Each interchange that is written has a control number of its own. */
  private answer(report: InterchangeReport): string {
    const text =
      this.format === 'ta1'
        ? writeTa1(report, this.stamp, this.control)
        : acknowledge(report, this.stamp, undefined, this.control);
    if (text !== '') this.control++;
    return text;
  }
}
