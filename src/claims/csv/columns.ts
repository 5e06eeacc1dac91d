/** Columns that speak of the whole claim: read from its first row, equal or empty in the others. */
export const CLAIM_COLUMNS = [
  'setting',
  'frequency',
  'originalreference',
  'typeofbill',
  'statementfrom',
  'statementto',
  'totalcharge',
  'billingnpi',
  'billingtaxonomy',
  'billingname',
  'memberid',
  'lastname',
  'firstname',
  'birthdate',
  'sex',
  'payer',
  'payername',
  'filingindicator',
  'diagnoses',
] as const;

const LINE_COLUMNS = [
  'claim',
  'line',
  'revenuecode',
  'code',
  'qualifier',
  'modifiers',
  'modifier1',
  'modifier2',
  'modifier3',
  'modifier4',
  'description',
  'units',
  'unitbasis',
  'charge',
  'from',
  'to',
  'placeofservice',
  'pointers',
  'controlnumber',
  'renderingnpi',
  'renderingtaxonomy',
  'ndc',
  'ndcquantity',
  'ndcunit',
] as const;

/** The columns of a CSV of claims, one row a service line. */
export type Column = (typeof LINE_COLUMNS)[number] | (typeof CLAIM_COLUMNS)[number];

/** Other names that billing systems give them. */
const ALIASES: Readonly<Record<string, Column>> = {
  claimid: 'claim',
  claimnumber: 'claim',
  claimno: 'claim',
  claimnum: 'claim',
  pcn: 'claim',
  patientcontrolnumber: 'claim',
  linenumber: 'line',
  claimline: 'line',
  claimlinenumber: 'line',
  bill: 'typeofbill',
  billtype: 'typeofbill',
  tob: 'typeofbill',
  statementthrough: 'statementto',
  revenue: 'revenuecode',
  revcode: 'revenuecode',
  hcpcs: 'code',
  cpt: 'code',
  hcpcscode: 'code',
  cptcode: 'code',
  procedure: 'code',
  procedurecode: 'code',
  proc: 'code',
  proccode: 'code',
  cpthcpcs: 'code',
  hcpcscpt: 'code',
  cpthcpcscode: 'code',
  modifier: 'modifiers',
  mods: 'modifiers',
  mod1: 'modifier1',
  mod2: 'modifier2',
  mod3: 'modifier3',
  mod4: 'modifier4',
  quantity: 'units',
  qty: 'units',
  unit: 'unitbasis',
  amount: 'charge',
  linecharge: 'charge',
  charges: 'charge',
  chargeamount: 'charge',
  chargeamt: 'charge',
  billedamount: 'charge',
  date: 'from',
  dateofservice: 'from',
  servicedate: 'from',
  fromdate: 'from',
  servicedatefrom: 'from',
  servicefromdate: 'from',
  dosfrom: 'from',
  fromdos: 'from',
  svcdate: 'from',
  dos: 'from',
  todate: 'to',
  servicedateto: 'to',
  servicetodate: 'to',
  dosto: 'to',
  todos: 'to',
  through: 'to',
  place: 'placeofservice',
  pos: 'placeofservice',
  diagnosispointers: 'pointers',
  linecontrolnumber: 'controlnumber',
  billingprovidernpi: 'billingnpi',
  renderingprovidernpi: 'renderingnpi',
  servicingnpi: 'renderingnpi',
  member: 'memberid',
  subscriberid: 'memberid',
  dateofbirth: 'birthdate',
  dob: 'birthdate',
  gender: 'sex',
  payerid: 'payer',
  diagnosis: 'diagnoses',
  dx: 'diagnoses',
};

/** Every column, those of the line first. */
export const COLUMNS: readonly Column[] = [...LINE_COLUMNS, ...CLAIM_COLUMNS];

/** The other names that columns may have. */
export const ALIAS_NAMES: readonly string[] = Object.keys(ALIASES);

const KNOWN = new Set<string>(COLUMNS);

/** A header cell in small letters and digits alone: how names are compared. */
export const plainName = (header: string): string => header.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The column that a header cell names, in whatever case and spacing; null for one that is not known. */
export function columnOf(header: string): Column | null {
  const name = plainName(header);
  if (KNOWN.has(name)) return name as Column;
  return Object.hasOwn(ALIASES, name) ? ALIASES[name] : null;
}

/** Whether a header cell asks to be ignored: it is empty or begins with `x-`. */
export const isIgnored = (header: string): boolean => header.trim() === '' || /^\s*x[-_ ]/i.test(header);

const DELIMITERS = [',', ';', '\t', '|'];

/** The delimiter of a header row: comma, semicolon, tab or bar. */
export function delimiterOf(header: string): string {
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))];
}
