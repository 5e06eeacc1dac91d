import type { Dated, Named } from '../codes/decode-record.ts';
import type { CodeFacts } from './code-facts.ts';

/** A row of a look-up: label and text. */
export type Row = [label: string, text: string];

/** The coded fields of the record that say something, spelled out. */
export function recordRows(facts: CodeFacts): Row[] {
  const { coverage, pricing, multiplePricing, typesOfService, labCertifications, betos, betosName } = facts;
  const manuals = [...facts.coverageManual.map(coverageManual), ...facts.carriersManual.map(carriersManual)];
  return filled([
    ['coverage', named(coverage)],
    ['pricing', pricing.map(named).join('; ')],
    ['more pricing', saysMore(multiplePricing) ? named(multiplePricing) : ''],
    ['service type', typesOfService.map(named).join('; ')],
    ['lab', labCertifications.map(named).join('; ')],
    ['BETOS', betos === null ? '' : named({ code: betos, name: betosName ?? '' })],
    ['ASC', dated(facts.ascGroup)],
    ['MOG', [dated(facts.mogGroup), named(facts.mogPolicy)].filter((text) => text !== '').join('; ')],
    ['base units', facts.anesthesiaBaseUnits === null ? '' : `${facts.anesthesiaBaseUnits} (anesthesia)`],
    ['manuals', manuals.join('; ')],
    ['statute', facts.statute ?? ''],
    ['note', facts.processingNote === null ? '' : `processing note ${facts.processingNote}`],
    ['see also', facts.replacedBy.length > 0 ? '' : facts.crossReferences.join(', ')],
    ['replaced by', facts.replacedBy.map(({ code, status }) => `${code} (${status})`).join(', ')],
  ]);
}

export const filled = (rows: readonly Row[]): Row[] => rows.filter(([, text]) => text !== '');

const named = (value: Named | null): string =>
  value === null ? '' : value.name === '' ? value.code : `${value.code} ${value.name}`;

const dated = (value: Dated | null): string =>
  value === null ? '' : `${named(value)}${value.effective === null ? '' : `, since ${value.effective}`}`;

/** A and 9 say that there is no more than one method. */
const saysMore = (value: Named | null): boolean => value !== null && value.code !== 'A' && value.code !== '9';

const coverageManual = (section: string): string => `Coverage Issues Manual ${section}`;
const carriersManual = (section: string): string => `Medicare Carriers Manual ${section}`;
