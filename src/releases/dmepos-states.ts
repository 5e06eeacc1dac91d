/** The places of CMS's DMEPOS fee schedule, in its order. */
const STATES = [
  ...['AL', 'AR', 'AZ', 'CA', 'CO', 'CT', 'DC', 'DE', 'FL', 'GA', 'IA', 'ID', 'IL', 'IN', 'KS', 'KY', 'LA', 'MA'],
  ...['MD', 'ME', 'MI', 'MN', 'MO', 'MS', 'MT', 'NC', 'ND', 'NE', 'NH', 'NJ', 'NM', 'NV', 'NY', 'OH', 'OK', 'OR'],
  ...['PA', 'RI', 'SC', 'SD', 'TN', 'TX', 'UT', 'VA', 'VT', 'WA', 'WI', 'WV', 'WY', 'AK', 'HI', 'PR', 'VI'],
];

/** A place's fee outside of rural areas (`NR`) and within them (`R`), titled as the file titles it. */
export type DmeposFee = `${string} (${'NR' | 'R'})`;
export const DMEPOS_FEES: readonly DmeposFee[] = STATES.flatMap((state): DmeposFee[] => [
  `${state} (NR)`,
  `${state} (R)`,
]);
