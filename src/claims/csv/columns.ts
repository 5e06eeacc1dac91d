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
  patientcontrolnumber: 'claim',
  linenumber: 'line',
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
  modifier: 'modifiers',
  mod1: 'modifier1',
  mod2: 'modifier2',
  mod3: 'modifier3',
  mod4: 'modifier4',
  quantity: 'units',
  unit: 'unitbasis',
  amount: 'charge',
  linecharge: 'charge',
  date: 'from',
  dateofservice: 'from',
  servicedate: 'from',
  fromdate: 'from',
  dos: 'from',
  todate: 'to',
  through: 'to',
  place: 'placeofservice',
  pos: 'placeofservice',
  diagnosispointers: 'pointers',
  linecontrolnumber: 'controlnumber',
  billingprovidernpi: 'billingnpi',
  renderingprovidernpi: 'renderingnpi',
  member: 'memberid',
  subscriberid: 'memberid',
  dateofbirth: 'birthdate',
  dob: 'birthdate',
  gender: 'sex',
  payerid: 'payer',
  diagnosis: 'diagnoses',
  dx: 'diagnoses',
};

const KNOWN = new Set<string>([...LINE_COLUMNS, ...CLAIM_COLUMNS]);

/** The column that a header cell names, in whatever case and spacing; null for one that is not known. */
export function columnOf(header: string): Column | null {
  const name = header.toLowerCase().replace(/[^a-z0-9]/g, '');
  return KNOWN.has(name) ? (name as Column) : (ALIASES[name] ?? null);
}

/** Whether a header cell asks to be ignored: it is empty or begins with `x-`. */
export const isIgnored = (header: string): boolean => header.trim() === '' || /^\s*x[-_ ]/i.test(header);

/** The delimiter of a header row: comma, semicolon or tab. */
export function delimiterOf(header: string): string {
  const counts = [',', ';', '\t'].map((delimiter) => header.split(delimiter).length);
  return [',', ';', '\t'][counts.indexOf(Math.max(...counts))];
}

/** Whether a line of text is the header of a CSV of claims. */
export function isHeader(text: string): boolean {
  const columns = text.split(delimiterOf(text)).map((cell) => columnOf(cell.replaceAll('"', '')));
  return columns.includes('code') || (columns.includes('claim') && columns.length > 1);
}
