import type { Person, Provider } from '../../claim.ts';
import type { Segment } from './form.ts';
import { compact } from './values.ts';

const BILLING = '85';
/** `LAST, FIRST`, as the reader joins the names of a person. */
const PERSON = /^([^,]+), ([^,\s][^,]*)$/;

/** NM1 of a provider, and its taxonomy under the PRV01 of its role; nothing where there is none. */
export function providerSegments(entity: string, provider: Provider | null, role = 'PE'): Segment[] {
  if (provider === null) return [];
  const { taxonomy } = provider;
  return [
    providerName(entity, provider),
    ...(taxonomy === null ? [] : [['PRV', role, 'PXC', taxonomy]]),
    ...address(provider),
  ];
}

/** N4 with what is known of it. */
export function address({ state = '', postalCode = '' }: Provider): Segment[] {
  return state === '' && postalCode === '' ? [] : [['N4', '', state, postalCode]];
}

/** NM1 of a provider: a person where the name has two parts; the billing provider else an organisation. */
export function providerName(entity: string, { npi, identifier, name }: Provider): Segment {
  const [, last = name, first = ''] = PERSON.exec(name) ?? [];
  const kind = first === '' && entity === BILLING ? '2' : '1';
  const qualifier = npi !== null ? 'XX' : identifier === null ? '' : 'SV';
  return ['NM1', entity, kind, last, first, '', '', '', qualifier, npi ?? identifier ?? ''];
}

export const personName = (entity: string, { lastName, firstName, memberId }: Person): Segment => [
  ...['NM1', entity, '1', lastName, firstName, '', '', '', memberId === '' ? '' : 'MI', memberId],
];

export function demographics({ birthDate, sex }: Person): Segment[] {
  if (birthDate === null && sex === null) return [];
  return [['DMG', birthDate === null ? '' : 'D8', compact(birthDate), sex ?? '']];
}
