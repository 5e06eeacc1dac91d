import { verdictOf } from '../claims/x12/ack/implementation-ack.ts';
import { STRICT } from '../claims/x12/ack/profile.ts';
import type {
  GroupReport,
  InterchangeReport,
  StructureError,
  TransactionReport,
} from '../claims/x12/structure/report.ts';
import { asciiJson } from '../edits/ndjson.ts';
import { counted } from '../text.ts';
import { bold, dim, green, red, yellow } from './colors.ts';
import { printable } from './printable.ts';

/** For a person: interchange, transaction sets, and of each what is wrong and where. */
export function reportText(report: InterchangeReport): string {
  const { file, control, sender, receiver, code, errors, groups } = report;
  const head = bold(printable(`Interchange ${control}`));
  const way = dim(printable(`${file ?? ''}, ${sender} to ${receiver}`));
  const verdict = code === '000' ? green('taken') : red(`refused (TA1 ${code})`);
  const own = errors.map((error) => errorText(error)).join('');
  return `${head}  ${way}  ${verdict}\n${own}${groups.map(groupText).join('')}\n`;
}

function groupText({ control, transactions, supported }: GroupReport): string {
  if (!supported) return `  ${printable(`group ${control}`)}  ${dim('not checked')}\n`;
  return transactions.map((transaction) => transactionText(transaction)).join('');
}

const VERDICTS = { A: green('taken'), E: yellow('taken with errors'), R: red('refused') };

function transactionText(transaction: TransactionReport): string {
  const { id, control, guide, claims, errors, findings, more } = transaction;
  const verdict = VERDICTS[verdictOf(transaction, STRICT)];
  const head = printable(`transaction set ${id} ${control} (${guide})`);
  const counts = [counted(claims, 'claim'), counted(errors.length, 'error'), counted(findings.length, 'finding')];
  const rest = more === 0 ? '' : `    … and ${counted(more, 'more')}\n`;
  const rows = [...errors, ...findings].map((error) => errorText(error)).join('');
  return `  ${head}  ${verdict}  ${dim(counts.join(', '))}\n${rows}${rest}`;
}

function errorText(error: StructureError): string {
  const { segmentId, segmentNumber, loop, offset, message, value, claim } = error;
  const place = `segment ${segmentNumber} ${segmentId || '?'}${loop === '' ? '' : `, loop ${loop}`}, byte ${offset}`;
  const of = claim === null ? '' : `, claim ${claim}`;
  const shown = value === null ? '' : ` (${value})`;
  return `    ${dim(printable(place + of))}\n      ${printable(message + shown)} ${dim(`[${codeOf(error)}]`)}\n`;
}

/** `IK403 7`: the code by which an acknowledgment tells of it. */
function codeOf({ ik304, ik403, ik502, ak905, ta105, problem }: StructureError): string {
  if (ik403 !== null) return `IK403 ${ik403}`;
  if (ik304 !== null) return `IK304 ${ik304}`;
  if (ik502 !== null) return `IK502 ${ik502}`;
  if (ak905 !== null) return `AK905 ${ak905}`;
  return ta105 !== null ? `TA105 ${ta105}` : problem;
}

/** The report as one JSON document; bad values that may be personal are no part of it. */
export const reportDocument = (report: InterchangeReport): string => asciiJson(report);

/** One error or finding a line. */
export function reportLines({ file, control, errors, groups }: InterchangeReport): string {
  const line = (more: object, error: StructureError): string =>
    `${asciiJson({ file, interchange: control, ...more, ...error })}\n`;
  const own = errors.map((error) => line({ group: null, transaction: null }, error));
  const inner = groups.flatMap(({ control: group, transactions }) =>
    transactions.flatMap(({ control: transaction, errors, findings }) =>
      [...errors, ...findings].map((error) => line({ group, transaction }, error)),
    ),
  );
  return [...own, ...inner].join('');
}
