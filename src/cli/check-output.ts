import type { CodedClaim } from '../claims/coded-claim.ts';
import type { TableLayout } from '../claims/csv/table-layout.ts';
import type { Checker } from '../edits/checker.ts';
import { asciiJson } from '../edits/ndjson.ts';
import { NdjsonWriter } from '../edits/ndjson-writer.ts';
import type { Problem } from '../problems.ts';
import type { CheckSummary } from './check-summary.ts';
import { PIECE } from './gathered-output.ts';
import { plainProblem } from './problem-line.ts';

/** Puts a check run into text as it goes; each call gives what is to be written next, '' for nothing yet. */
export interface CheckOutput {
  /** Told once, before all else, where to put what is written at other times than a claim's end. */
  attach?(put: (piece: string | Uint8Array) => void): void;
  /** The claim that the checker has just checked. */
  claim(claim: CodedClaim): string | Uint8Array;
  /** The bytes of a piece are on their way and may be written over. */
  written?(piece: Uint8Array): void;
  /** Something wrong with the input, which is shown on standard error whatever the output makes of it. */
  problem(problem: Problem): void;
  /** What the columns of a file were taken for. */
  layout?(layout: TableLayout): void;
  end(summary: CheckSummary): string | Promise<string>;
}

/** One finding a line; the summary last where asked for. */
export function ndjsonOutput(checker: Checker, withSummary: boolean): CheckOutput {
  const writer = new NdjsonWriter(checker);
  return {
    claim(claim) {
      writer.add(claim);
      return writer.length < PIECE ? '' : writer.take();
    },
    written: (piece) => writer.giveBack(piece),
    problem: () => {},
    end: (summary) => new TextDecoder().decode(writer.take()) + (withSummary ? `${asciiJson({ summary })}\n` : ''),
  };
}

/** One document: codebook, every claim with findings and dispositions, layouts of tables read, problems, summary. */
export function jsonOutput(checker: Checker): CheckOutput {
  const problems: Problem[] = [];
  const layouts: TableLayout[] = [];
  let before = `{"codebook":${asciiJson(checker.context.codebook.id)},\n"claims":[`;
  return {
    claim() {
      const text = `${before}\n${asciiJson(checker.result())}`;
      before = ',';
      return text;
    },
    problem: (problem) => problems.push(plainProblem(problem)),
    layout: (layout) => layouts.push(layout),
    end(summary) {
      const open = before === ',' ? '' : before;
      const read = layouts.length === 0 ? '' : `\n"layouts":${asciiJson(layouts)},`;
      return `${open}\n],${read}\n"problems":${asciiJson(problems)},\n"summary":${asciiJson(summary)}}\n`;
    },
  };
}
