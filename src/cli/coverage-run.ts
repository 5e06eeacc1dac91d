import { parseCode } from '../codes/code.ts';
import { type Day, isoDay, isoDayOrOpen } from '../codes/day.ts';
import { type CoverageAnswer, coverageOf } from '../edits/coverage/coverage-answer.ts';
import { ProblemError } from '../problems.ts';
import { openChosenCodebook } from './codebook-source.ts';
import { bold, type Colour, dim, green, red, yellow } from './colors.ts';
import { screenWidth } from './screen.ts';
import { table } from './table.ts';
import { today } from './today.ts';
import { wrap } from './wrap.ts';

export interface CoverageRequest {
  readonly state: string;
  readonly codebook?: string;
  readonly on?: Day;
  readonly asOf?: Day;
  readonly json?: boolean;
}

/** Prints what the articles say and gives the exit status. */
export async function runCoverage(
  text: string,
  diagnoses: readonly string[],
  request: CoverageRequest,
): Promise<0 | 1 | 2> {
  const parsed = parseCode(text);
  if (parsed.kind !== 'procedure') throw new ProblemError('not-explained', `"${text.slice(0, 40)}" is no code.`);
  const { codebook } = await openChosenCodebook(request.codebook);
  const { on = today(), state, asOf } = request;
  const { code } = parsed;
  const answer = coverageOf(codebook, { code, diagnoses, state, on, ...(asOf !== undefined && { asOf }) });
  const asked = { codebook: codebook.id, code, diagnoses, state, on: isoDay(on) };
  process.stdout.write(
    request.json
      ? `${JSON.stringify({ ...asked, status: answer.status, articles: answer.articles.map(articleFacts) }, null, 2)}\n`
      : coverageText(answer, asked, screenWidth()),
  );
  if (answer.status === 'not-loaded') return 2;
  return answer.status === 'not-supported' ? 1 : 0;
}

const articleFacts = ({ policy, says }: CoverageAnswer['articles'][number]) => ({
  article: policy.id,
  version: policy.version,
  title: policy.title,
  lcds: policy.lcds.split(' ').filter((lcd) => lcd !== ''),
  contractors: policy.contractors.split(' ').filter((number) => number !== ''),
  from: isoDay(policy.from),
  to: isoDayOrOpen(policy.to),
  says,
});

const SENTENCES: Readonly<Record<CoverageAnswer['status'], readonly [Colour, string]>> = {
  supported: [green, 'A diagnosis supports it.'],
  'several-needed': [yellow, 'It is supported by several diagnoses together: read the article.'],
  'not-supported': [red, 'None of the diagnoses supports it.'],
  'lists-no-diagnoses': [yellow, 'The articles on it list no diagnoses.'],
  'earlier-version': [yellow, 'The version of the article that held on the date is not loaded.'],
  'no-policy': [yellow, 'No article on it is known there: that is no proof of coverage.'],
  'not-loaded': [yellow, 'No coverage articles are loaded.'],
};

interface Asked {
  readonly codebook: string;
  readonly code: string;
  readonly diagnoses: readonly string[];
  readonly state: string;
  readonly on: string;
}

function coverageText({ status, articles }: CoverageAnswer, asked: Asked, width: number): string {
  const { code, diagnoses, state, on, codebook } = asked;
  const [colour, sentence] = SENTENCES[status];
  const head = `${bold(code)}${diagnoses.length === 0 ? '' : ` for ${diagnoses.join(', ')}`} in ${state} on ${on}`;
  const rows = articles
    .map(articleFacts)
    .map(({ article, version, from, to, lcds, says, title }) => [
      ...[article, version, from, to ?? 'open', lcds.join(' '), says.replaceAll('-', ' '), title],
    ]);
  const columns = ['article', 'version', 'from', 'last day', 'LCD', 'says', 'title'].map((title) => ({ title }));
  return [
    `${head}\n${colour(wrap(sentence, width, 0))}\n`,
    rows.length === 0 ? '' : `\n${table(columns, rows, width)}`,
    `\n${dim(`codebook ${codebook.slice(0, 12)}`)}\n`,
  ].join('');
}
