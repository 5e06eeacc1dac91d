import type { CodedClaim } from '../claims/coded-claim.ts';
import { MODIFIER_SLOTS, taxonomyNumber } from '../claims/coded-claim.ts';
import type { CodebookTables } from '../codebook/codebook.ts';
import { type Day, NOT_A_DAY } from '../codes/day.ts';
import type { Setting } from '../codes/setting.ts';
import type { Policy } from './policy.ts';
import { SameProvider } from './same-provider.ts';

/** Clinic/Center, Ambulatory Surgical, in the Health Care Provider Taxonomy code set. */
const SURGICAL_CENTRE = new TextEncoder().encode('261QA1903X');
const SURGICAL_CENTRE_TAXONOMY = taxonomyNumber(SURGICAL_CENTRE, 0, SURGICAL_CENTRE.length);
/** Up to here insertion sorts faster than anything else. */
const FEW = 48;

/**
 * A claim's lines as the edits compare them, worked out once for all edits.
 *
 * A service is what one provider did on one day; lines without a date belong to none. A run is the lines of one
 * code within a service. `order` has the dated lines by service, then code, then place in the claim, so that
 *
 *     lines of run r:      order[runStart[r]] … order[runStart[r + 1] - 1]
 *     runs of service s:   serviceStart[s] … serviceStart[s + 1] - 1
 *
 * Services are in order of day. Within a service the codes that no release names (id -1) come first, as one run.
 * History lines come after the claim's own within a run.
 */
export class LineView {
  /** Dense code id a line, -1 where no release names the code. */
  codeId = new Int32Array(64);
  order = new Int32Array(64);
  runStart = new Int32Array(65);
  /** Run a line, -1 for lines without a date. */
  runOfLine = new Int32Array(64);
  serviceStart = new Int32Array(65);
  serviceCount = 0;
  /** Whether the billing provider is an ambulatory surgical centre, by its taxonomy. */
  isSurgicalCentre = false;
  /** The last date of service among the claim's own lines; NOT_A_DAY where none has one. */
  lastDay: Day = NOT_A_DAY;
  /** The first date of service among them; NOT_A_DAY where none has one. */
  firstDay: Day = NOT_A_DAY;
  private claim!: CodedClaim;
  private readonly provider = new SameProvider();

  prepare(claim: CodedClaim, tables: CodebookTables, setting: Setting, policy: Policy): void {
    this.claim = claim;
    this.isSurgicalCentre = claim.billingTaxonomy === SURGICAL_CENTRE_TAXONOMY;
    if (claim.lineCount > this.codeId.length) this.grow(claim.lineCount);
    this.lastDay = this.firstDay = NOT_A_DAY;
    for (let line = 0; line < claim.lineCount; line++) {
      this.codeId[line] = claim.code[line] < 0 ? -1 : tables.codeId(claim.code[line]);
      const day = claim.from[line];
      if (line >= claim.ownLines || day === NOT_A_DAY) continue;
      if (day > this.lastDay) this.lastDay = day;
      if (this.firstDay === NOT_A_DAY || day < this.firstDay) this.firstDay = day;
    }
    this.provider.prepare(claim, setting === 'outpatient' || this.isSurgicalCentre, policy.provider);
    this.markRuns(claim.lineCount > FEW ? this.arrangeMany() : this.arrangeFew());
  }

  /** Code id of a run. */
  runCode(run: number): number {
    return this.codeId[this.order[this.runStart[run]]];
  }

  /** The service of a run. */
  serviceOfRun(run: number): number {
    let low = 0;
    let high = this.serviceCount - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.serviceStart[middle] <= run) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Day of a service. */
  serviceDay(service: number): Day {
    return this.claim.from[this.order[this.runStart[this.serviceStart[service]]]];
  }

  /** The service of a line, -1 where it has no date. */
  serviceOf(line: number): number {
    const run = this.runOfLine[line];
    let low = 0;
    let high = this.serviceCount - 1;
    while (run >= 0 && low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.serviceStart[middle] <= run) low = middle;
      else high = middle - 1;
    }
    return run < 0 ? -1 : low;
  }

  /** The run of a code within a service, -1 where there is none. */
  runOf(service: number, codeId: number): number {
    let low = this.serviceStart[service];
    let high = this.serviceStart[service + 1] - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.runCode(middle);
      if (found === codeId) return middle;
      if (found < codeId) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  hasModifier(line: number, modifier: number): boolean {
    const start = line * MODIFIER_SLOTS;
    const end = start + Math.min(this.claim.modifierCount[line], MODIFIER_SLOTS);
    for (let slot = start; slot < end; slot++) if (this.claim.modifiers[slot] === modifier) return true;
    return false;
  }

  private arrangeFew(): number {
    const { order, claim } = this;
    let count = 0;
    for (let line = 0; line < claim.lineCount; line++) {
      if (claim.from[line] === NOT_A_DAY) continue;
      let at = count++;
      while (at > 0 && this.compare(line, order[at - 1]) < 0) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = line;
    }
    return count;
  }

  private arrangeMany(): number {
    const dated: number[] = [];
    for (let line = 0; line < this.claim.lineCount; line++) if (this.claim.from[line] !== NOT_A_DAY) dated.push(line);
    this.order.set(dated.sort((a, b) => this.compare(a, b) || a - b));
    return dated.length;
  }

  private compare(a: number, b: number): number {
    const { from } = this.claim;
    if (from[a] !== from[b]) return from[a] - from[b];
    const provider = this.provider.of;
    if (provider[a] !== provider[b]) return provider[a] - provider[b];
    return this.codeId[a] - this.codeId[b];
  }

  private markRuns(count: number): void {
    const { order, claim, codeId, runStart, serviceStart } = this;
    const provider = this.provider.of;
    let runs = 0;
    let services = 0;
    if (count < claim.lineCount) this.runOfLine.fill(-1, 0, claim.lineCount);
    for (let i = 0; i < count; i++) {
      const line = order[i];
      const before = order[i - 1];
      const isNewService = i === 0 || claim.from[line] !== claim.from[before] || provider[line] !== provider[before];
      if (isNewService) serviceStart[services++] = runs;
      if (isNewService || codeId[line] !== codeId[before]) runStart[runs++] = i;
      this.runOfLine[line] = runs - 1;
    }
    runStart[runs] = count;
    serviceStart[services] = runs;
    this.serviceCount = services;
  }

  private grow(count: number): void {
    const size = Math.max(count, this.codeId.length * 2);
    this.codeId = new Int32Array(size);
    this.order = new Int32Array(size);
    this.runOfLine = new Int32Array(size);
    this.runStart = new Int32Array(size + 1);
    this.serviceStart = new Int32Array(size + 1);
  }
}
