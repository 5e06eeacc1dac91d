import type { InterchangeReport } from '../structure/report.ts';
import { type InterchangeHead, InterchangeWriter } from '../write-segments.ts';
import type { AcknowledgmentStamp } from './profile.ts';

/** The interchange that answers another: its parties the other way round. */
export function answerHead(report: InterchangeReport, stamp: AcknowledgmentStamp, control: number): InterchangeHead {
  return {
    senderQualifier: report.receiverQualifier,
    sender: report.receiver,
    receiverQualifier: report.senderQualifier,
    receiver: report.sender,
    date: stamp.date,
    time: stamp.time,
    control,
    usage: report.usage === 'P' ? 'P' : 'T',
  };
}

/**
 * TA1: whether an interchange can be taken. One interchange with nothing else in it, numbered `control`. An
 * interchange with any error of its own is refused.
 */
export function writeTa1(report: InterchangeReport, stamp: AcknowledgmentStamp, control = stamp.control): string {
  const writer = new InterchangeWriter(answerHead(report, stamp, control));
  writeTa1Segment(writer, report);
  return writer.end();
}

export function writeTa1Segment(writer: InterchangeWriter, { control, date, time, code }: InterchangeReport): void {
  writer.segment('TA1', control.padStart(9, '0'), date, time, code === '000' ? 'A' : 'R', code);
}
