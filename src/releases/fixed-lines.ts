import type { RecordContent } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { type Chunks, eachLine } from './streams.ts';
import { singleByteText } from './text.ts';

/** A line of text with its number, from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** Takes the lines after the one that heads them. */
export interface LineReader {
  line(line: Line): void;
  end(): RecordContent;
}

/** Reads the lines after a header; what stands above it is noted. Null where no line is one. */
export async function readBelowHeader(
  chunks: Chunks,
  readerOf: (header: string, above: readonly string[]) => LineReader | null,
  findings: FileFindings,
): Promise<RecordContent | null> {
  let reader: LineReader | null = null;
  const above: string[] = [];
  await eachLine(chunks, findings.file, (bytes, start, end, number) => {
    const text = singleByteText(bytes, start, end).replace(/\s+$/, '');
    if (text === '') return;
    if (reader !== null) reader.line({ number, text });
    else {
      reader = readerOf(text, above);
      if (reader === null) above.push(text);
    }
  });
  return (reader as LineReader | null)?.end() ?? null;
}
