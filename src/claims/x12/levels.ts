import { Context } from './context.ts';

const NONE = 0;
const BILLING = 20;
const SUBSCRIBER = 22;
const PATIENT = 23;

/**
 * The hierarchical levels above a claim: billing provider, subscriber, patient. They hold by position, as the
 * guide orders them; HL02 that says otherwise is reported once a transaction.
 */
export class Levels {
  readonly billing = new Context();
  readonly subscriber = new Context();
  readonly patient = new Context();
  private readonly report: (message: string, at: number) => void;
  /** HL03 of the level whose segments are being read. */
  private open = NONE;
  private billingLevel = -1;
  private subscriberLevel = -1;
  private reported = false;

  constructor(report: (message: string, at: number) => void) {
    this.report = report;
  }

  get inBilling(): boolean {
    return this.open === BILLING;
  }

  /** First byte of the open level; -1 where none is open. */
  get pinned(): number {
    return this.open === NONE ? -1 : this.context().start;
  }

  begin(): void {
    this.open = NONE;
    this.billing.clear();
    this.subscriber.clear();
    this.patient.clear();
    this.billingLevel = this.subscriberLevel = -1;
    this.reported = false;
  }

  /** HL: level `level` under `parent`; `kind` is HL03. */
  enter(bytes: Uint8Array, at: number, level: number, parent: number, kind: number): void {
    if (kind === BILLING) {
      this.billingLevel = level;
      this.subscriberLevel = -1;
      this.subscriber.clear();
      this.patient.clear();
    } else if (kind === SUBSCRIBER) {
      this.subscriberLevel = level;
      this.patient.clear();
      this.checkParent(parent, this.billingLevel, at);
    } else if (kind === PATIENT) this.checkParent(parent, this.subscriberLevel, at);
    else {
      this.problem('HL03 is none of 20, 22 and 23.', at);
      return;
    }
    this.open = kind;
    this.context().open(bytes, at);
  }

  /** The open level's segments end before `at`. */
  close(at: number): void {
    if (this.open !== NONE) this.context().end = at;
    this.open = NONE;
  }

  /** Forgets the open level. */
  drop(): void {
    if (this.open !== NONE) this.context().clear();
    this.open = NONE;
  }

  /** See `ClaimLoops.moved`. */
  moved(old: Uint8Array, bytes: Uint8Array, from: number): void {
    const open = this.open === NONE ? null : this.context();
    for (const context of [this.billing, this.subscriber, this.patient]) if (context !== open) context.leave(old);
    open?.open(bytes, open.start - from);
  }

  private context(): Context {
    return this.open === BILLING ? this.billing : this.open === SUBSCRIBER ? this.subscriber : this.patient;
  }

  private checkParent(parent: number, above: number, at: number): void {
    if (parent !== above || above < 0) this.problem('HL02 does not name the level above by its HL01.', at);
  }

  private problem(message: string, at: number): void {
    if (!this.reported) this.report(message, at);
    this.reported = true;
  }
}
