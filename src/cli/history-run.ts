import { type Day, isoDay } from '../codes/day.ts';
import { codeHistory } from '../history/history.ts';
import { openChosenCodebook } from './codebook-source.ts';
import { dim } from './colors.ts';
import { historyFacts } from './history-facts.ts';
import { historyText } from './history-text.ts';
import { screenWidth } from './screen.ts';

export interface HistoryRequest {
  readonly codebook?: string;
  readonly asOf?: Day;
  readonly json?: boolean;
}

/** Prints the histories of the codes and gives the exit status. */
export async function runHistory(codes: readonly string[], request: HistoryRequest): Promise<0 | 1> {
  const { codebook } = await openChosenCodebook(request.codebook);
  const { asOf } = request;
  const histories = codes.map((code) => codeHistory(codebook, code, asOf === undefined ? {} : { asOf }));
  const asked = { codebook: codebook.id, asOf: asOf === undefined ? null : isoDay(asOf) };
  const clock = `${asked.asOf === null ? '' : `as of ${asked.asOf}; `}codebook ${codebook.id.slice(0, 12)}`;
  const width = screenWidth();
  process.stdout.write(
    request.json
      ? `${JSON.stringify({ ...asked, codes: histories.map(historyFacts) }, null, 2)}\n`
      : `${histories.map((history) => historyText(history, codebook, width)).join('\n')}\n${dim(clock)}\n`,
  );
  return histories.every(({ events }) => events.length > 0) ? 0 : 1;
}
