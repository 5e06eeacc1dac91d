import { existsSync } from 'node:fs';
import type { Claim } from '../claims/claim.ts';
import type { Codebook } from '../codebook/codebook.ts';
import { parseCode } from '../codes/code.ts';
import { type Day, isoDay } from '../codes/day.ts';
import type { Setting } from '../codes/setting.ts';
import { type CheckClaimOptions, checkClaim } from '../edits/check-claim.ts';
import { EDITS } from '../edits/edits.ts';
import { exampleCode, examplePair, explain, type Rule, ruleOf, type WorkedExample } from '../explain/index.ts';
import { codeHistory } from '../history/history.ts';
import { ProblemError } from '../problems.ts';
import { claimFiles } from './claim-files.ts';
import { openChosenCodebook } from './codebook-source.ts';
import { columnMap } from './column-map-option.ts';
import { editPage } from './edit-page.ts';
import { explainedClaim, explainedExamples, explainedRule } from './explain-text.ts';
import { feedClaims } from './feed-claims.ts';
import { historyFacts } from './history-facts.ts';
import { historyText } from './history-text.ts';
import { chosenProfile } from './profile-option.ts';
import { screenWidth } from './screen.ts';
import { today } from './today.ts';

export interface ExplainRequest {
  readonly codebook?: string;
  readonly claim?: string;
  readonly line?: number;
  readonly history?: boolean;
  readonly map?: string;
  readonly profile?: string;
  readonly on?: Day;
  readonly asOf?: Day;
  readonly setting?: Setting;
  readonly json?: boolean;
}

/** Prints what was asked to be explained and gives the exit status. */
export async function runExplain(what: readonly string[], request: ExplainRequest): Promise<0 | 1> {
  const [first, second] = what;
  const { codebook } = await openChosenCodebook(request.codebook);
  if (what.length === 1 && (first === '-' || existsSync(first))) return explainFile(codebook, first, request);
  if (what.length === 1 && EDITS.some(({ id }) => id === first.split('/')[0])) return explainRule(first, request);
  if (what.length > 2 || !what.every(isProcedure)) throw notExplained(what.join(' '));
  return explainCodes(codebook, second === undefined ? [first] : [first, second], request);
}

const isProcedure = (text: string): boolean => parseCode(text).kind === 'procedure';

const notExplained = (what: string): ProblemError =>
  new ProblemError('not-explained', `"${what.slice(0, 80)}" is no file, no code or two, and no edit.`);

/** Findings of one claim of a file. */
async function explainFile(codebook: Codebook, path: string, request: ExplainRequest): Promise<0 | 1> {
  const { claim, earlier } = claimOf(await claimsOf(path, request), request.claim);
  const options: CheckClaimOptions = {
    profile: await chosenProfile(request.profile),
    ...(request.asOf !== undefined && { asOf: request.asOf }),
    ...(request.setting && { setting: request.setting }),
    ...(request.history === true && { history: earlier }),
  };
  const found = checkClaim(codebook, claim, options).findings.filter(
    ({ line }) => request.line === undefined || line === request.line,
  );
  const explanations = found.map((finding) => explain(codebook, claim, finding, options));
  print(request, { codebook: codebook.id, claim: claim.id, explanations }, (width) =>
    explainedClaim(claim, explanations, width),
  );
  return explanations.length > 0 ? 0 : 1;
}

async function claimsOf(path: string, { setting, map }: ExplainRequest): Promise<readonly Claim[]> {
  const claims: Claim[] = [];
  const { files, problems } = await claimFiles([path]);
  for (const problem of problems) throw new ProblemError(problem.code, problem.message, problem);
  const columns = map === undefined ? undefined : await columnMap(map);
  for (const file of files) {
    const options = {
      file: file.name,
      ...(setting && { setting }),
      ...(columns && { map: columns }),
      onClaim: (coded: { toClaim: () => Claim }) => claims.push(coded.toClaim()),
      onProblem: () => {},
    };
    await feedClaims(file, options, { read: () => {}, pause: async () => {} });
  }
  if (claims.length === 0) throw new ProblemError('no-claims', 'The input holds no claim.', { file: path });
  return claims;
}

const MOST_NAMED = 12;

function claimOf(claims: readonly Claim[], id: string | undefined): { claim: Claim; earlier: readonly Claim[] } {
  const at = id === undefined && claims.length === 1 ? 0 : claims.findIndex((claim) => claim.id === id);
  if (at >= 0) return { claim: claims[at], earlier: claims.slice(0, at) };
  const ids = claims.slice(0, MOST_NAMED).map((claim) => claim.id);
  const more = claims.length > MOST_NAMED ? ` and ${claims.length - MOST_NAMED} more` : '';
  throw new ProblemError('not-explained', `Name a claim of the file with --claim: ${ids.join(', ')}${more}.`);
}

/** An edit with all its reasons, or one of them. */
function explainRule(what: string, request: ExplainRequest): 0 {
  const [id, wanted] = what.split('/');
  const reasons = EDITS.find((edit) => edit.id === id)?.reasons ?? [];
  if (wanted !== undefined && !reasons.includes(wanted)) {
    throw new ProblemError('not-explained', `${id} has no reason "${wanted}"; it has ${reasons.join(', ')}.`);
  }
  const rules = reasons.flatMap((reason): Rule[] => {
    const rule = wanted === undefined || reason === wanted ? ruleOf(id, reason) : null;
    return rule === null ? [] : [rule];
  });
  const page = editPage(id);
  print(request, { edit: id, ...page, rules }, (width) => explainedRule(rules, page, width));
  return 0;
}

/** A code or a pair, on a claim of nobody. */
function explainCodes(
  codebook: Codebook,
  codes: readonly [string] | readonly [string, string],
  request: ExplainRequest,
): 0 {
  const { on = today(), setting = 'professional', asOf } = request;
  const [first, second] = codes.map((code) => code.trim().toUpperCase());
  const asked = { on, setting, ...(asOf !== undefined && { asOf }) };
  const examples: readonly WorkedExample[] =
    second === undefined ? exampleCode(codebook, first, asked) : [examplePair(codebook, first, second, asked)];
  const past = second === undefined ? codeHistory(codebook, first, asOf === undefined ? {} : { asOf }) : null;
  const facts = {
    codebook: codebook.id,
    on: isoDay(on),
    setting,
    examples,
    ...(past && { history: historyFacts(past).events }),
  };
  print(request, facts, (width) =>
    [explainedExamples(examples, width), ...(past ? [historyText(past, codebook, width)] : [])].join('\n'),
  );
  return 0;
}

function print(request: ExplainRequest, facts: object, text: (width: number) => string): void {
  process.stdout.write(request.json ? `${JSON.stringify(facts, null, 2)}\n` : text(screenWidth()));
}
