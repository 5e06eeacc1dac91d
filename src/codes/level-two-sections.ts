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
