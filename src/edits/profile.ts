import type { Policy } from './define-edit.ts';
import type { EditId } from './finding.ts';

/** How a payer words a verdict on the remittance. */
export interface Adjustment {
  /** Claim adjustment reason code. */
  readonly carc: string;
  /** Remittance advice remark code. */
  readonly rarc: string | null;
  /** CO contractual obligation (the patient may not be billed), OA other, PR patient. */
  readonly group: string;
}

/** What is a payer's own choice: the codes on its remittance and the points its text leaves open. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  readonly policy: Policy & {
    /** Deny a column-two line only if its column-one line is itself payable. */
    readonly ptpRequireColumnOnePayable: boolean;
  };
  /** By edit, then by reason; `*` for the reasons not named. `info` findings carry none. */
  readonly adjustments: Readonly<Record<EditId, Readonly<Record<string, Adjustment>>>>;
}

const CO = 'CO';

/**
 * Medicare Part B. CARC 236 with CO for PTP (NCCI Policy Manual chapter I, section A: providers may not bill
 * the beneficiary); N362 is constant for MUE while its CARC varies by payer; CARC 107 with N122 for add-on
 * codes; 181 and 182 for codes and modifiers that are not valid on the date of service.
 */
export const DEFAULT_PROFILE: Profile = {
  id: 'medicare-part-b',
  title: 'Medicare Part B',
  policy: { ptpModifierLine: 'either', ptpRequireColumnOnePayable: false },
  adjustments: {
    'code-validity': {
      '*': { carc: '181', rarc: 'M20', group: CO },
      malformed: { carc: '181', rarc: 'M51', group: CO },
      'date-missing': { carc: '16', rarc: 'M52', group: CO },
    },
    'modifier-validity': {
      '*': { carc: '182', rarc: null, group: CO },
      'too-many': { carc: '16', rarc: 'N823', group: CO },
      'empty-slot': { carc: '16', rarc: 'N823', group: CO },
      repeated: { carc: '16', rarc: 'N823', group: CO },
      contradictory: { carc: '4', rarc: 'N519', group: CO },
      'distinct-service-twice': { carc: '4', rarc: 'N519', group: CO },
      'bilateral-units': { carc: '16', rarc: 'M53', group: CO },
      'bilateral-surgical-centre': { carc: '4', rarc: null, group: CO },
      'practitioner-on-visit': { carc: '4', rarc: null, group: CO },
    },
    'ncci-ptp': { '*': { carc: '236', rarc: null, group: CO } },
    'ncci-mue': {
      '*': { carc: '151', rarc: 'N362', group: CO },
      'units-invalid': { carc: '16', rarc: 'M53', group: CO },
    },
    'ncci-aoc': { '*': { carc: '107', rarc: 'N122', group: CO } },
  },
};
