import type { ClaimLine } from '../claim.ts';
import type { CareTeam } from './care-team.ts';
import { bestOf, type Coding, codeIn, codingsOf, wordsOf } from './codings.ts';
import type { Diagnoses } from './diagnoses.ts';
import type { Part } from './part.ts';
import { NDC_EXTENSION, QUALIFIER_SYSTEM, systemOf, TRACE_NUMBER_EXTENSION } from './systems.ts';
import { centsOf, dayOf, daysOf, decimalOf, type Report, sequenceOf } from './values.ts';

/** What lines need to know of their claim. */
export interface ItemContext {
  readonly isInstitutional: boolean;
  /** Pharmacies bill by NDC: their lines have no code, and nothing is wrong with that. */
  readonly isPharmacy: boolean;
  readonly careTeam: CareTeam;
  readonly diagnoses: Diagnoses;
  /** First and last day of the claim: a professional line without dates has them where they are one day. */
  readonly billable: { readonly from: string | null; readonly to: string | null };
  readonly report: Report;
}

/** The lines of a claim, one an item. */
export const linesOf = (resource: Part, context: ItemContext): readonly ClaimLine[] =>
  resource.list('item').map((item, at) => lineOf(item, at + 1, context));

function lineOf(item: Part, position: number, context: ItemContext): ClaimLine {
  const { careTeam, diagnoses, isInstitutional, report } = context;
  const service = item.firstOf('productOrService', 'service');
  const revenueCode = isInstitutional ? codeIn(item.child('revenue'), 'revenue') : '';
  tellUnread(item, report);
  return {
    number: numberOf(item, position, report),
    revenueCode,
    ...codeOf(item, service, revenueCode, context),
    modifiers: modifiersOf(item, report),
    description: service.text('text'),
    units: decimalOf(item.child('quantity').child('value'), report),
    unitBasis: unitBasisOf(item.child('quantity'), 'UN', report),
    charge: chargeOf(item, report),
    ...datesOf(item, context),
    placeOfService: codeIn(item.child('locationCodeableConcept'), 'placeOfService'),
    diagnosisPointers: pointersOf(item).map((sequence) => diagnoses.indexOf(sequence)),
    renderingProvider: careTeam.ofLine(item),
    drug: drugOf(item, service, report),
    controlNumber: controlNumberOf(item),
  };
}

function numberOf(item: Part, position: number, report: Report): number {
  const sequence = sequenceOf(item.child('sequence'));
  if (sequence > 0) return sequence;
  report(
    'fhir-sequence',
    item.child('sequence'),
    'is no whole number from 1; the line has its position as its number.',
  );
  return position;
}

/** What of a line is not taken up and may matter. */
function tellUnread(item: Part, report: Report): void {
  const end = item.child('productOrServiceEnd');
  if (end.isGiven) report('fhir-not-read', end, 'makes the code a range; the line was read with the first code alone.');
  for (const detail of item.list('detail')) {
    const isService = bestOf(codingsOf(detail.firstOf('productOrService', 'service')), ['hcpcs', 'cpt', 'cdt']) !== '';
    if (isService) report('fhir-not-read', detail, 'is a service within an item; give it an item of its own.');
  }
}

type CodeAndQualifier = Pick<ClaimLine, 'code' | 'qualifier'>;

function codeOf(item: Part, service: Part, revenueCode: string, context: ItemContext): CodeAndQualifier {
  const codings = codingsOf(service);
  const code = bestOf(codings, ['hcpcs', 'cpt', 'cdt']);
  if (code !== '') return { code, qualifier: 'HC' };
  const other = codings.find(({ system }) => system.startsWith(QUALIFIER_SYSTEM));
  if (other !== undefined) return { code: other.code, qualifier: other.system.slice(QUALIFIER_SYSTEM.length) };
  const hipps = bestOf(codings, ['hipps']);
  if (hipps !== '') return { code: hipps, qualifier: 'HP' };
  const bare = codings.find(({ system }) => system === '');
  if (bare !== undefined) {
    context.report('fhir-no-system', service, 'names no code system; its code was taken for HCPCS.');
    return { code: bare.code, qualifier: 'HC' };
  }
  return withoutCode(item, service, codings, revenueCode, context);
}

/** A line without a code: of an institutional claim there are such, with a revenue code. */
function withoutCode(
  item: Part,
  service: Part,
  codings: readonly Coding[],
  revenueCode: string,
  { isPharmacy, report }: ItemContext,
): CodeAndQualifier {
  const qualifier = bestOf(codings, ['fact']);
  if (qualifier !== '') return { code: '', qualifier };
  if (revenueCode !== '' && codings.every(({ kind }) => kind === 'absent')) return { code: '', qualifier: '' };
  if (drugCode(item, service) !== '') {
    if (!isPharmacy)
      report(
        'fhir-code-system',
        service.isGiven ? service : item,
        'has an NDC and no HCPCS or CPT code; the line was read without one.',
      );
    return { code: '', qualifier: 'N4' };
  }
  const unknown = codings.find(({ kind }) => kind !== 'absent')?.system ?? '';
  const what = unknown === '' ? 'has no code' : `has no code of HCPCS or CPT, but one of ${shown(unknown)}`;
  report('fhir-code-system', service.isGiven ? service : item, `${what}; the line was read without one.`);
  return { code: '', qualifier: revenueCode === '' ? 'HC' : '' };
}

/** An address as a message may show it: nothing that could be else than an address. */
const shown = (system: string): string => (/^[\w:/.?#=%|-]{1,120}$/.test(system) ? system : 'an unknown system');

/**
 * A modifier a concept; of several codings those of the first known system count, since one modifier may stand under
 * two addresses, while CMS writes all modifiers of a line into one concept.
 */
function modifiersOf(item: Part, report: Report): readonly string[] {
  const modifiers = item.list('modifier').flatMap((concept) => {
    const codings = codingsOf(concept);
    const first = codings.find(({ kind, system }) => isModifierSystem(kind, system));
    if (first !== undefined) return codings.filter(({ system }) => system === first.system).map(({ code }) => code);
    if (codings.some(({ kind }) => kind === 'absent')) return [''];
    const bare = codings.find(({ system }) => system === '');
    if (bare !== undefined) {
      report('fhir-no-system', concept, 'names no code system; its code was taken for a modifier.');
      return [bare.code];
    }
    report('fhir-code-system', concept, 'has no code of HCPCS or CPT; the line was read without this modifier.');
    return [];
  });
  while (modifiers.at(-1) === '') modifiers.pop();
  return modifiers;
}

// Blue Button 2 gives the second and later modifiers under the address of units of measure.
const isModifierSystem = (kind: Coding['kind'], system: string): boolean =>
  kind === 'hcpcs' || kind === 'cpt' || kind === 'modifier' || (kind === 'ucum' && system !== '');

/** Units of measure of FHIR as X12 names them: minutes, days, and those of drugs. */
const UNITS: Readonly<Record<string, string>> = {
  min: 'MJ',
  d: 'DA',
  ml: 'ML',
  g: 'GR',
  gr: 'GR',
  mg: 'ME',
  me: 'ME',
  un: 'UN',
  f2: 'F2',
  '[iu]': 'F2',
  '{unit}': 'UN',
  1: 'UN',
};

function unitBasisOf(quantity: Part, none: string, report: Report): string {
  const code = quantity.text('code');
  const kind = systemOf(quantity.text('system'))?.kind;
  if (kind === 'unitOfX12') return code;
  if (kind === 'fact') return '';
  const word = (code || quantity.text('unit')).toLowerCase();
  if (word === '') return none;
  if (Object.hasOwn(UNITS, word)) return UNITS[word];
  report('fhir-value', quantity, 'has a unit that claims do not have; it was taken for units of service.');
  return 'UN';
}

/** Blue Button's names of what was charged for a line, among several amounts that are called submitted. */
const CHARGES: readonly string[] = ['line_sbmtd_chrg_amt', 'rev_cntr_tot_chrg_amt', 'clm_line_sbmt_chrg_amt'];

/** What was charged: the submitted amount of an adjudicated line, else the net, else price times units. */
function chargeOf(item: Part, report: Report): number | null {
  const submitted = item.list('adjudication').filter((part) => isSubmitted(part.child('category')));
  const charged = submitted.find((part) => isCharge(part.child('category'))) ?? submitted[0];
  const amount = charged === undefined ? null : centsOf(charged.firstOf('amount', 'value'), report);
  if (amount !== null) return amount;
  const net = centsOf(item.child('net'), report);
  return net ?? pricedCharge(item, report);
}

const isCharge = (category: Part): boolean =>
  wordsOf(category).some((word) => CHARGES.some((name) => word.endsWith(name)));
const isSubmitted = (category: Part): boolean => wordsOf(category).includes('submitted') || isCharge(category);

/** Price times quantity where that is a whole number of cents and nothing else enters into it. */
function pricedCharge(item: Part, report: Report): number | null {
  const price = centsOf(item.child('unitPrice'), report);
  if (price === null || item.child('factor').isGiven) return null;
  const { value } = item.child('quantity').child('value');
  const cents = price * (typeof value === 'number' ? value : 1);
  return Number.isSafeInteger(cents) ? cents : null;
}

function datesOf(item: Part, { isInstitutional, billable, report }: ItemContext): Pick<ClaimLine, 'from' | 'to'> {
  const date = item.child('servicedDate');
  const period = item.child('servicedPeriod');
  const { from, to } = period.isGiven ? daysOf(period, report) : { from: dayOf(date, report), to: null };
  if (from !== null) return { from, to: to ?? from };
  const isOneDay = billable.from !== null && billable.from === billable.to;
  const hasNone = !period.isGiven && !date.isGiven;
  return hasNone && isOneDay && !isInstitutional ? billable : { from: null, to: null };
}

/** `diagnosisSequence`, and STU3's `diagnosisLinkId`. */
function pointersOf(item: Part): readonly number[] {
  const { value } = item.firstOf('diagnosisSequence', 'diagnosisLinkId');
  return Array.isArray(value) ? value.filter((each) => Number.isInteger(each) && each > 0 && each < 1_000) : [];
}

/** The NDC of a line, from its service, a detail of it, or the extension of Blue Button. */
function drugOf(item: Part, service: Part, report: Report): ClaimLine['drug'] {
  const ndc = drugCode(item, service);
  if (ndc === '') return null;
  const detail = item.list('detail').find((part) => detailNdc(part) !== '');
  const quantity = detail?.child('quantity');
  if (quantity === undefined || detailNdc(detail as Part) !== ndc) return { ndc, quantity: null, unit: '' };
  return { ndc, quantity: decimalOf(quantity.child('value'), report), unit: unitBasisOf(quantity, '', report) };
}

const detailNdc = (detail: Part): string => codeIn(detail.firstOf('productOrService', 'service'), 'ndc');

function drugCode(item: Part, service: Part): string {
  const coded = codeIn(service, 'ndc');
  if (coded !== '') return coded;
  const detailed = item
    .list('detail')
    .map(detailNdc)
    .find((ndc) => ndc !== '');
  if (detailed !== undefined) return detailed;
  const extensions = [...service.list('extension'), ...item.list('extension')];
  const extension = extensions.find((part) => part.text('url') === NDC_EXTENSION);
  return extension?.child('valueCoding').text('code') ?? '';
}

function controlNumberOf(item: Part): string {
  const [trace] = item.list('traceNumber');
  if (trace !== undefined) return trace.text('value');
  const extension = item.list('extension').find((part) => part.text('url') === TRACE_NUMBER_EXTENSION);
  return extension?.child('valueIdentifier').text('value') ?? '';
}
