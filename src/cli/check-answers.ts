import type { AcknowledgmentStamp } from '../claims/x12/ack/profile.ts';
import type { Checker } from '../edits/checker.ts';
import { type ClaimAcknowledgmentProfile, DEFAULT_ACKNOWLEDGMENT } from '../remit/acknowledgment-profile.ts';
import { ANSWERER, type AnswerOptions, ASKER, type Put } from '../remit/answers.ts';
import { ClaimAcknowledgmentWriter } from '../remit/claim-acknowledgment.ts';
import { RemittanceWriter } from '../remit/remittance.ts';
import type { CheckOutput } from './check-output.ts';
import { FileSpill } from './file-spill.ts';

export interface AnswerRequest {
  readonly format: '277ca' | '835';
  /** Control number of the first interchange that is written. */
  readonly controlNumber?: number;
  /** Who answers whom, of claims that came in no interchange. */
  readonly sender?: string;
  readonly receiver?: string;
  /** With 277ca: what a claim is refused for. */
  readonly refuse?: ClaimAcknowledgmentProfile['refuse'];
}

/** The 277CA or 835 that answers the claims; `time` is `YYYY-MM-DDTHH:MM`. */
export function answerOutput(checker: Checker, request: AnswerRequest, time: string): CheckOutput {
  let writer: ClaimAcknowledgmentWriter | RemittanceWriter | null = null;
  return {
    attach(put) {
      writer = writerOf(checker, request, { ...stampOf(time, request.controlNumber), ...partiesOf(request) }, put);
    },
    claim(claim) {
      writer?.add(claim);
      return '';
    },
    problem: () => {},
    end() {
      writer?.end();
      return '';
    },
  };
}

function writerOf(
  checker: Checker,
  { format, refuse = 'validity' }: AnswerRequest,
  options: AnswerOptions,
  put: Put,
): ClaimAcknowledgmentWriter | RemittanceWriter {
  if (format === '835') return new RemittanceWriter(checker, options, put);
  const profile = { ...DEFAULT_ACKNOWLEDGMENT, refuse };
  return new ClaimAcknowledgmentWriter(checker, { ...options, profile, spill: new FileSpill() }, put);
}

function stampOf(time: string, control = 1): AcknowledgmentStamp {
  const [date, clock] = time.replaceAll(/[-:]/g, '').split('T');
  return { date, time: clock.slice(0, 4), control };
}

const partiesOf = ({ sender = ANSWERER, receiver = ASKER }: AnswerRequest) => ({ sender, receiver });
