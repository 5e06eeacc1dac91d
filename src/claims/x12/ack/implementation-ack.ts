import type { GroupReport, InterchangeReport, StructureError, TransactionReport } from '../structure/report.ts';
import { InterchangeWriter, type Written } from '../write-segments.ts';
import { type AcknowledgmentProfile, type AcknowledgmentStamp, STRICT } from './profile.ts';
import { answerHead, writeTa1, writeTa1Segment } from './ta1.ts';

/** The guide of the 999. */
const GUIDE = '005010X231A1';

/** GS01 of groups that are acknowledgments themselves: nobody answers those. */
const ACKNOWLEDGMENTS = new Set(['FA']);

/**
 * The answer to an interchange: one interchange with a 999 for each of its functional groups, or a TA1 where the
 * interchange itself cannot be taken; '' where nothing is to be answered. Where ISA14 asks for it, a TA1 stands
 * before the 999.
 */
export function acknowledge(
  report: InterchangeReport,
  stamp: AcknowledgmentStamp,
  profile: AcknowledgmentProfile = STRICT,
  control = stamp.control,
): string {
  if (report.code !== '000') return writeTa1(report, stamp, control);
  const groups = report.groups.filter(({ functionalId }) => !ACKNOWLEDGMENTS.has(functionalId));
  if (groups.length === 0) return '';
  const writer = new InterchangeWriter(answerHead(report, stamp, control));
  if (report.acknowledgmentRequested) writeTa1Segment(writer, report);
  for (const [i, group] of groups.entries()) writeGroup(writer, group, i + 1, profile);
  return writer.end();
}

/** Each functional group is answered by a group of its own: it may come from another sender. */
function writeGroup(
  writer: InterchangeWriter,
  group: GroupReport,
  number: number,
  profile: AcknowledgmentProfile,
): void {
  const parties = { sender: group.receiver, receiver: group.sender };
  writer.beginGroup({ functionalId: 'FA', ...parties, control: number, version: GUIDE });
  writer.beginTransaction('999', String(number).padStart(4, '0'), GUIDE);
  writer.segment('AK1', group.functionalId, group.control, group.version);
  if (group.supported) for (const transaction of group.transactions) writeTransaction(writer, transaction, profile);
  writer.segment('AK9', ...ak9(group, profile));
  writer.endTransaction();
  writer.endGroup();
}

function writeTransaction(
  writer: InterchangeWriter,
  transaction: TransactionReport,
  profile: AcknowledgmentProfile,
): void {
  const { id, control, guide, codes } = transaction;
  writer.segment('AK2', id, control, guide);
  for (const errors of bySegment(transaction.errors)) writeSegmentErrors(writer, errors);
  writer.segment('IK5', verdictOf(transaction, profile), ...codes);
}

/** Errors that one IK3 tells of: those of the whole segment alone, those of its elements together. */
function bySegment(errors: readonly StructureError[]): StructureError[][] {
  const groups: StructureError[][] = [];
  for (const error of errors) {
    if (error.ik304 === null) continue;
    const [last] = groups.at(-1) ?? [];
    const sameSegment = last?.segmentNumber === error.segmentNumber && last.segmentId === error.segmentId;
    if (error.ik304 === '8' && last?.ik304 === '8' && sameSegment) groups.at(-1)?.push(error);
    else groups.push([error]);
  }
  return groups;
}

function writeSegmentErrors(writer: InterchangeWriter, errors: readonly StructureError[]): void {
  const [{ segmentId, segmentNumber, loop, ik304, claim }] = errors;
  // An id that is none has no place in IK301, which wants two or three letters and digits.
  writer.segment('IK3', segmentId === '' ? 'ZZZ' : segmentId, segmentNumber, loop, ik304 ?? '');
  if (claim !== null && claim !== '') writer.segment('CTX', ['CLM01', claim.slice(0, LONGEST_CONTEXT)]);
  for (const error of errors) if (error.ik403 !== null) writer.segment('IK4', ...ik4(error));
}

/** Longest C998-02. */
const LONGEST_CONTEXT = 35;
/** Longest IK404. */
const LONGEST_COPY = 99;

function ik4({ element, component, repetition, dataElement, ik403, copy }: StructureError): Written[] {
  // Composites have numbers that begin with C: IK402 is a number of four digits at most.
  const number = dataElement !== null && /^\d{1,4}$/.test(dataElement) ? dataElement : '';
  const bad = ik403 === '1' || ik403 === '2' ? '' : copy().slice(0, LONGEST_COPY);
  return [[element ?? '', component ?? '', repetition ?? ''], number, ik403 ?? '', bad];
}

/** IK502 codes that no profile takes: what is in the transaction set is not known. */
const BEYOND_PROFILE = new Set(['1', '2', '3', '4', '6', '7', '19', '23', 'I6']);

/** IK501: `A`, `E` accepted with errors, `R`. */
export function verdictOf({ codes }: TransactionReport, { onErrors }: AcknowledgmentProfile): 'A' | 'E' | 'R' {
  if (codes.length === 0) return 'A';
  return onErrors === 'reject' || codes.some((code) => BEYOND_PROFILE.has(code)) ? 'R' : 'E';
}

/** AK901 to AK909. A group with an error of its own is refused with all that is in it. */
function ak9(group: GroupReport, profile: AcknowledgmentProfile): Written[] {
  const { transactions, codes } = group;
  const verdicts = group.supported ? transactions.map((transaction) => verdictOf(transaction, profile)) : [];
  const taken = codes.length > 0 ? 0 : verdicts.filter((verdict) => verdict !== 'R').length;
  const included = group.included ?? transactions.length;
  return [groupVerdict(codes, verdicts, taken), included, transactions.length, taken, ...codes];
}

function groupVerdict(codes: readonly string[], verdicts: readonly string[], taken: number): 'A' | 'E' | 'P' | 'R' {
  if (codes.length > 0 || taken === 0) return 'R';
  if (taken < verdicts.length) return 'P';
  return verdicts.includes('E') ? 'E' : 'A';
}
