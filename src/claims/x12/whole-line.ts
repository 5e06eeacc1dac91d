import type { ClaimLine } from '../claim.ts';
import { trim } from '../text.ts';
import { centsOf, decimalOf, find, period, type Segment, wholeOf } from './segments.ts';
import { MODIFIERS_OF_COMPOSITE, PLACES_BEYOND } from './service-line.ts';
import { providerAt } from './whole-provider.ts';

/**
 * A line of loop 2400 as a value.
 * @param services ids of the segments that may be its service
 */
export function wholeLine(
  segments: readonly Segment[],
  index: number,
  component: string,
  services: readonly string[],
): ClaimLine {
  const service = segments.find(([id]) => services.includes(id)) ?? [];
  // SV2 has the revenue code before the procedure, and neither place nor pointers behind the units.
  const isSv2 = service[0] === 'SV2';
  const [, procedure = '', charge, unitBasis, units, place, , pointers] = isSv2 ? service.slice(1, 6) : service;
  const [qualifier = '', code = '', ...rest] = procedure.split(component);
  const number = wholeOf(find(segments, 'LX')[1]);
  const [from, to] = period(segments, '472');
  return {
    number: number === null || number < 0 ? index + 1 : number,
    revenueCode: isSv2 ? trim(service[1] ?? '') : '',
    code: trim(code),
    qualifier: trim(qualifier),
    ...modifiersAndDescription(rest.map(trim)),
    ...noteOf(segments),
    units: decimalOf(units),
    unitBasis: trim(unitBasis ?? ''),
    charge: centsOf(charge),
    from,
    to,
    placeOfService: trim(place ?? ''),
    diagnosisPointers: pointersOf(pointers, component),
    renderingProvider: providerAt(segments, '82'),
    ...cliaOf(segments),
    drug: drug(segments),
    controlNumber: trim(find(segments, 'REF', '6R')[2] ?? ''),
  };
}

/** SV101-3 to SV101-8: two letters or digits in the place of the description are a fifth modifier. */
function modifiersAndDescription(parts: readonly string[]): Pick<ClaimLine, 'modifiers' | 'description'> {
  const modifiers = parts.slice(0, MODIFIERS_OF_COMPOSITE);
  const beyond = parts.slice(MODIFIERS_OF_COMPOSITE, MODIFIERS_OF_COMPOSITE + PLACES_BEYOND);
  if (modifiers.length === MODIFIERS_OF_COMPOSITE && modifiers.every((modifier) => modifier !== '')) {
    for (const part of beyond) {
      if (!/^[0-9A-Za-z]{2}$/.test(part)) break;
      modifiers.push(part);
    }
  }
  const description = modifiers.length > MODIFIERS_OF_COMPOSITE ? '' : (parts[MODIFIERS_OF_COMPOSITE] ?? '');
  while (modifiers.at(-1) === '') modifiers.pop();
  return { modifiers, description };
}

function noteOf(segments: readonly Segment[]): Pick<ClaimLine, 'note'> {
  const note = trim(segments.find(([id]) => id === 'NTE')?.[2] ?? '');
  return note === '' ? {} : { note };
}

function cliaOf(segments: readonly Segment[]): Pick<ClaimLine, 'cliaNumber'> {
  const cliaNumber = trim(find(segments, 'REF', 'X4')[2] ?? '');
  return cliaNumber === '' ? {} : { cliaNumber };
}

function pointersOf(text: string | undefined, component: string): number[] {
  return (text ?? '')
    .split(component)
    .map(trim)
    .filter((pointer) => /^\d{1,2}$/.test(pointer))
    .map(Number);
}

function drug(segments: readonly Segment[]): ClaimLine['drug'] {
  const lin = segments.find(([id, , qualifier]) => id === 'LIN' && qualifier === 'N4');
  if (lin === undefined) return null;
  const ctp = find(segments, 'CTP');
  return { ndc: trim(lin[3] ?? ''), quantity: decimalOf(ctp[4]), unit: trim(ctp[5] ?? '') };
}
