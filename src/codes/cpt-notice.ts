/** What is said wherever CPT code numbers stand. */
export const CPT_NOTICE =
  'CPT codes are copyright the American Medical Association; they are shown by number only. CPT is a registered trademark of the American Medical Association.';
