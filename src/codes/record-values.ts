/**
 * What the code values in CMS's HCPCS record mean, in our own short words after CMS's record layout ("HCPCS
 * Contractor Record - 2019", as of 10/31/2018; the item number stands at each table). Every value of that layout is
 * here; values that CMS has used since and spelled out elsewhere are marked with their source.
 */
export type ValueNames = Readonly<Record<string, string>>;

/** Item 16, COV: whether Medicare covers it. */
export const COVERAGE: ValueNames = {
  C: 'the contractor judges',
  D: 'special coverage instructions apply',
  I: 'not payable by Medicare',
  M: 'not covered by Medicare',
  S: 'not covered by Medicare, by statute',
};

/** Item 9, PRICE1–4: the method by which Part B prices it. */
export const PRICING: ValueNames = {
  '00': 'not separately priced by Part B',
  11: 'physician fee schedule, national RVUs',
  12: 'physician fee schedule, anesthesia base units',
  13: 'priced by the contractor, physician services',
  21: 'clinical laboratory fee schedule, national limit',
  22: 'clinical laboratory, priced by the contractor',
  31: 'frequently serviced DME',
  32: 'inexpensive and routinely purchased DME',
  33: 'oxygen and oxygen equipment',
  34: 'DME supplies',
  35: 'surgical dressings',
  36: 'capped rental DME',
  37: 'ostomy, tracheostomy and urological supplies',
  38: 'orthotics, prosthetics and vision services',
  39: 'parenteral and enteral nutrition',
  // From 2024: the benefit of section 4133 of the Consolidated Appropriations Act, 2023 (42 CFR 414.1600).
  40: 'lymphedema compression treatment items',
  45: 'customized DME',
  46: 'priced by the contractor, DMEPOS',
  51: 'drugs',
  52: 'reasonable charge',
  53: 'statute',
  54: 'vaccinations',
  55: 'splints and casts',
  56: 'lenses inserted in an office',
  57: 'priced by the contractor, other',
  99: 'value not established',
};

/** Item 10, MULT_PI: whether it can be priced by more than one method. */
export const MULTIPLE_PRICING: ValueNames = {
  9: 'not applicable: not separately priced, or value not established',
  A: 'not applicable: priced by one method',
  B: 'professional component by RVUs, technical component and global service by the contractor',
  C: 'interpretation by RVUs, laboratory service by the clinical laboratory fee schedule',
  D: 'physician by RVUs, clinical psychologist by their fee schedule (until 1997)',
  E: 'physician by RVUs, clinical psychologist and clinical social worker by their fee schedules (until 1997)',
  F: 'physician by the contractor, clinical psychologist and clinical social worker by their fee schedules (until 1997)',
  G: 'laboratory service by reasonable charge beside blood products, else by the clinical laboratory fee schedule',
};

/** Item 14, LABCERT1–8: the CLIA specialty; a laboratory certified for a hundred may do its tens. */
export const LAB_CERTIFICATION: ValueNames = {
  '010': 'histocompatibility testing',
  100: 'microbiology',
  110: 'bacteriology',
  115: 'mycobacteriology',
  120: 'mycology',
  130: 'parasitology',
  140: 'virology',
  150: 'other microbiology',
  200: 'diagnostic immunology',
  210: 'syphilis serology',
  220: 'general immunology',
  300: 'chemistry',
  310: 'routine chemistry',
  320: 'urinalysis',
  330: 'endocrinology',
  340: 'toxicology',
  350: 'other chemistry',
  400: 'hematology',
  500: 'immunohematology',
  510: 'ABO group and Rh type',
  520: 'antibody detection (transfusion)',
  530: 'antibody detection (nontransfusion)',
  540: 'antibody identification',
  550: 'compatibility testing',
  560: 'other immunohematology',
  600: 'pathology',
  610: 'histopathology',
  620: 'oral pathology',
  630: 'cytology',
  800: 'radiobioassay',
  900: 'clinical cytogenetics',
};

/** Item 17, ASC_GRP: a blank means not approved for an ambulatory surgical center. */
export const ASC_GROUP: ValueNames = { YY: 'approved for an ambulatory surgical center' };

/** Item 20, OPPS_PI: what an ambulatory surgical center is paid. Blank in all releases since 2017. */
export const MOG_POLICY: ValueNames = {
  1: 'covered in an ambulatory surgical center',
  2: 'bundled, no separate payment',
  3: 'excluded from the list for ambulatory surgical centers',
  4: 'invalid code, 90 days of grace',
  6: 'paid separately when furnished in an ambulatory surgical center',
  7: 'restricted coverage in an ambulatory surgical center',
  9: 'no ambulatory surgical center payment applies',
};

/** Item 30, ACTION CD: what the last change was. */
export const ACTION: ValueNames = {
  A: 'added',
  B: 'administrative data and long description changed',
  C: 'long description changed',
  D: 'discontinued',
  F: 'administrative data changed',
  N: 'no change',
  P: 'payment changed',
  R: 'reactivated',
  S: 'short description changed',
  T: 'BETOS or type of service changed',
};

/** Item 25, TOS1–5. */
export const TYPE_OF_SERVICE: ValueNames = {
  0: 'whole blood',
  1: 'medical care',
  2: 'surgery',
  3: 'consultation',
  4: 'diagnostic radiology',
  5: 'diagnostic laboratory',
  6: 'therapeutic radiology',
  7: 'anesthesia',
  8: 'assistant at surgery',
  9: 'other medical items or services',
  A: 'used DME',
  B: 'high risk screening mammography (until 1997)',
  C: 'low risk screening mammography (until 1997)',
  D: 'ambulance',
  E: 'enteral or parenteral',
  F: 'ambulatory surgical center',
  G: 'immunosuppressive drugs',
  H: 'hospice services (until 1994)',
  I: 'purchase of DME by installments (until March 1995)',
  J: 'diabetic shoes',
  K: 'hearing',
  L: 'ESRD supplies',
  M: 'monthly capitation for dialysis',
  N: 'kidney donor',
  P: 'lump-sum purchase of DMEPOS',
  Q: 'vision',
  R: 'rental of DME',
  S: 'surgical dressings or supplies',
  T: 'outpatient mental health',
  U: 'occupational therapy',
  V: 'vaccine',
  W: 'physical therapy',
  Y: 'second opinion on elective surgery (until 1996)',
  Z: 'third opinion on elective surgery (until 1996)',
};
