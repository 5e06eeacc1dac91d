import { AddOnRows } from './aoc-rows.ts';
import type { TableReader } from './content.ts';
import type { FileFindings } from './findings-in-file.ts';
import { headerKey } from './text.ts';

/** Header words, letters and digits alone: `Add-On_Code`, `add_on_code` and `Add-on Code` are one. */
const ADD_ON = /^(addon|aoc)(code)?s?$/;
const PRIMARY = /^primary(procedure)?codes?$/;
const TYPE = /^(aoc)?(edit)?type(ofedit)?$/;
const EFFECTIVE = /eff/;
const DELETION = /del/;

const keysOf = (cells: readonly string[]): string[] => cells.map(headerKey);
const has = (keys: readonly string[], words: RegExp): boolean => keys.some((key) => words.test(key));

/** Whether a row is the header of a table of add-on code edits. */
export function isAddOnHeader(cells: readonly string[]): boolean {
  const keys = keysOf(cells);
  return has(keys, ADD_ON) && has(keys, PRIMARY) && has(keys, TYPE);
}

/**
 * Reads the rows below such a header. Columns of the published spreadsheet: AOC_Edit_Type, Add-On_Code, AOC_DelDT,
 * Primary_Code, Primary_Code_DelDT, AOC_Edit_EffDT, AOC_Edit_DelDT, Special_Instruction_Notes.
 */
export function addOnTable(header: readonly string[], findings: FileFindings): TableReader {
  const keys = keysOf(header);
  const column = (words: RegExp): number => keys.findIndex((key) => words.test(key));
  const [addOn, primary, type, effective] = [ADD_ON, PRIMARY, TYPE, EFFECTIVE].map(column);
  const deletions = keys.flatMap((key, i) => (DELETION.test(key) ? [i] : []));
  if (effective < 0) findings.oddity('no-dates', 'the table has no effective and deletion dates');
  const rows = new AddOnRows(findings);
  return {
    row(line, cells) {
      const text = (place: number): string => (cells[place] ?? '').trim();
      rows.add(
        {
          type: text(type),
          addOn: text(addOn),
          primary: text(primary),
          effective: effective < 0 ? null : text(effective),
          deletions: deletions.map(text),
        },
        line,
      );
    },
    end: () => rows.end(),
  };
}
