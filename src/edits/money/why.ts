/** Why an amount is not known, or is nothing. */
export const WHY_MEANS = {
  known: 'It is known.',
  'not-paid': 'The fee schedule never pays the code by itself (status B, G, I, M, N, P, Q): nothing.',
  'no-code-or-day': 'The line has no code of five characters or no date of service.',
  'no-units': 'The line has no units above 0.',
  'facility-claim': 'A facility’s claim: it is paid by other rules.',
  'no-schedule-of-day': 'No physician fee schedule loaded speaks for the day.',
  'no-locality-of-day':
    'The locality asked for stands in no table of localities loaded for the day, or the state has several.',
  'not-listed': 'No fee schedule loaded lists the code for the day.',
  'other-schedule': 'The physician fee schedule leaves the code to others, and none loaded has it (status E, X).',
  'contractor-priced': 'The contractor sets the price (status C, or no relative values).',
  anesthesia: 'Anesthesia is paid by base units and time; base units stand in no table loaded.',
  'no-place': 'The fee depends on the place of service, which is not given.',
  'not-priced-in-facility': 'The service is not priced in a facility (NA): its technical part is the facility’s.',
  'reduced-service': 'Modifier 52, or 53 without a fee of its own: the contractor sets the reduction.',
  'by-report': 'Team surgery, or more than five procedures on a day: priced by report.',
  'technical-part': 'A further test of the day whose technical part has no row of its own.',
  'several-fees': 'The fee differs from state to state, and none was named.',
  'later-rental-month': 'Modifier KJ: from the fourth month on a rental is paid less.',
} as const;

export type Why = keyof typeof WHY_MEANS;
export const WHY = Object.keys(WHY_MEANS) as readonly Why[];
