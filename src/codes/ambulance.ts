import { codeSet } from './code-set.ts';

/** Transports by ambulance that Medicare pays, by land, water and air. */
export const isAmbulanceTransport = codeSet('A0225 A0426-A0434').has;
/** Mileage of them: by land, by aeroplane, by helicopter. */
export const isAmbulanceMileage = codeSet('A0425 A0435-A0436').has;
/** Everything billed by the mile of an ambulance, Medicare's or not. */
export const isByTheMile = codeSet('A0380 A0390 A0425 A0435-A0436 A0888').has;

const AEROPLANE = codeSet('A0430 A0435').has;
const HELICOPTER = codeSet('A0431 A0436').has;

/**
 * How a transport or its mileage goes, equal for the two that belong together.
 *
 * @example
 * conveyanceOf(packCodeText('A0431')) === conveyanceOf(packCodeText('A0436')) // true
 */
export const conveyanceOf = (code: number): 'land' | 'aeroplane' | 'helicopter' =>
  AEROPLANE(code) ? 'aeroplane' : HELICOPTER(code) ? 'helicopter' : 'land';
