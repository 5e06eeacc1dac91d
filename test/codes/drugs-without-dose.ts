/** Why the descriptor of a drug code states no dose. */
export type WithoutDose =
  /** It is for drugs that have no code of their own: what one unit is, the claim says. */
  | 'for any drug'
  /** One unit is the implant, the device, the suppository, the injection as it comes. */
  | 'the thing itself'
  /** One unit is the vaccination, whatever the dose. */
  | 'the vaccination';

const CODES: Readonly<Record<WithoutDose, string>> = {
  'for any drug':
    'C9399 J0799 J3490 J3535 J3590 J3591 J7199 J7599 J7699 J7799 J7999 J8498 J8499 J8597 J8999 J9999 Q0181 Q2039 Q4082 Q4100 Q9977',
  'the thing itself': 'J0275 J3530 J3570 J7300 J7306 J7307 J7311 J7330',
  'the vaccination': 'Q2033 Q2034 Q2035 Q2036 Q2037 Q2038',
};

/** The J, Q and C codes of drugs without a dose, in all releases in the reference data. */
export const DRUGS_WITHOUT_DOSE: ReadonlyMap<string, WithoutDose> = new Map(
  Object.entries(CODES).flatMap(([reason, codes]) =>
    codes.split(' ').map((code) => [code, reason as WithoutDose] as const),
  ),
);
