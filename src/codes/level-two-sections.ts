/**
 * The sections of HCPCS Level II by first letter, as CMS groups them in its quarterly Alpha-Numeric file (the
 * names are the headings of the code set, in our words where CMS prints several). D codes are the ADA's CDT.
 */
export const LEVEL_TWO_SECTIONS: Readonly<Record<string, string>> = {
  A: 'Transportation, medical and surgical supplies, administrative and investigational',
  B: 'Enteral and parenteral therapy',
  C: 'Hospital outpatient prospective payment system',
  D: 'Dental procedures',
  E: 'Durable medical equipment',
  G: 'Procedures and professional services',
  H: 'Alcohol and drug abuse treatment',
  J: 'Drugs administered other than by oral method, chemotherapy drugs',
  K: 'Durable medical equipment (temporary codes)',
  L: 'Orthotic and prosthetic procedures and devices',
  M: 'Medical services and quality measures',
  P: 'Pathology and laboratory services',
  Q: 'Miscellaneous services (temporary codes)',
  R: 'Diagnostic radiology services',
  S: 'Private payer codes (temporary national codes)',
  T: 'State Medicaid agency codes',
  U: 'Coronavirus diagnostic panels',
  V: 'Vision and hearing services',
};

/** A run of Level II codes under one heading. */
export interface LevelTwoRange {
  /** First and last code that may stand in it, whether or not it is in use. */
  readonly first: string;
  readonly last: string;
  readonly name: string;
}

/** The ranges within the letters that hold several, in order; other letters are one range. */
const PARTS: Readonly<Record<string, readonly (readonly [last: string, name: string])[]>> = {
  A: [
    ['A0999', 'Transport services including ambulance'],
    ['A8999', 'Medical and surgical supplies'],
    ['A9999', 'Administrative, miscellaneous and investigational'],
  ],
  J: [
    ['J7999', 'Drugs administered other than by oral method'],
    ['J8999', 'Oral drugs: chemotherapy, antiemetic and others'],
    ['J9999', 'Chemotherapy drugs'],
  ],
  L: [
    ['L4999', 'Orthotic procedures and devices'],
    ['L9999', 'Prosthetic procedures and devices'],
  ],
  V: [
    ['V4999', 'Vision services'],
    ['V9999', 'Hearing and speech services'],
  ],
};

/**
 * The range of a Level II code with its heading; null for what is no Level II code.
 *
 * @example
 * levelTwoRange('A0428') // { first: 'A0000', last: 'A0999', name: 'Transport services including ambulance' }
 * @example
 * levelTwoRange('E1399')?.last // 'E9999'
 */
export function levelTwoRange(code: string): LevelTwoRange | null {
  const letter = code[0] ?? '';
  const section = LEVEL_TWO_SECTIONS[letter];
  if (section === undefined || !/^.\d{4}$/.test(code)) return null;
  let first = `${letter}0000`;
  for (const [last, name] of PARTS[letter] ?? []) {
    if (code <= last) return { first, last, name };
    first = `${letter}${String(Number(last.slice(1)) + 1).padStart(4, '0')}`;
  }
  return { first, last: `${letter}9999`, name: section };
}
