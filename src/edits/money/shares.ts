import { type FeeScheduleTable, NO_INDICATOR } from '../../codebook/fee-schedule-table.ts';
import { packModifierText } from '../../codes/packed.ts';
import type { CheckInput } from '../define-edit.ts';
import { taxonomyOf } from '../fee-schedule/assistant-surgeon.ts';
import { isAssistantOrNurse } from '../fee-schedule/practitioner-taxonomies.ts';
import { MODIFIER_50, MODIFIER_55 } from '../modifier-sets.ts';

const modifier = packModifierText;
const AS = modifier('AS');
const ASSISTANTS = [modifier('80'), modifier('81'), modifier('82')];
const OPERATION_ALONE = modifier('54');
const CARE_BEFORE = modifier('56');
const CO_SURGEON = modifier('62');
const RETURN_TO_ROOM = modifier('78');

/** Shares in ten-thousandths that a line is paid of its fee, one after the other, each rounded to the cent. */
export class Shares {
  count = 0;
  readonly what: string[] = ['', '', '', ''];
  readonly share = new Float64Array(4);

  clear(): void {
    this.count = 0;
  }

  add(what: string, share: number): void {
    this.what[this.count] = what;
    this.share[this.count++] = share;
  }
}

/** Both sides: indicator 1 at 150 %, 3 in full each; what one side is paid for the rest (chapter 12, section 40.7). */
export function bilateralShare({ lines }: CheckInput, table: FeeScheduleTable, row: number, line: number): number {
  if (!lines.hasModifier(line, MODIFIER_50)) return 10_000;
  const indicator = table.bilateral(row);
  if (indicator === NO_INDICATOR) return 10_000;
  return indicator === 1 ? 15_000 : indicator === 3 ? 20_000 : 10_000;
}

/**
 * Who did what of the procedure: assistants 16 %, of which 85 % with AS (chapter 12, sections 20.4.3, 110.2, 120.1);
 * physician assistants, nurse practitioners and clinical nurse specialists 85 %; each of two surgeons 62.5 % (40.8); with
 * 54 the shares before and within, with 55 that after, 56 that before (40.4); 78 that within (40.4).
 */
export function sharesOf(input: CheckInput, table: FeeScheduleTable, row: number, line: number, into: Shares): void {
  into.clear();
  const { claim, lines } = input;
  const has = (wanted: number): boolean => lines.hasModifier(line, wanted);
  if (claim.modifierCount[line] > 0) {
    const columns = table.columns(row);
    const at = table.at(row);
    const parts = (share: number): number => Math.round(share * 10_000);
    const [before, within, after] = [columns.preOperative[at], columns.intraOperative[at], columns.postOperative[at]];
    if (before + within + after > 0) {
      if (has(OPERATION_ALONE)) into.add('modifier 54', parts(before) + parts(within));
      else if (has(MODIFIER_55)) into.add('modifier 55', parts(after));
      else if (has(CARE_BEFORE)) into.add('modifier 56', parts(before));
      else if (has(RETURN_TO_ROOM)) into.add('modifier 78', parts(within));
    }
    if (has(CO_SURGEON)) into.add('modifier 62', 6250);
    if (has(AS)) into.add('modifier AS', 1360);
    else if (has(ASSISTANTS[0]) || has(ASSISTANTS[1]) || has(ASSISTANTS[2])) into.add('assistant at surgery', 1600);
    if (has(AS)) return;
  }
  if (isAssistantOrNurse(taxonomyOf(claim, line))) into.add('physician assistant or nurse', 8500);
}
