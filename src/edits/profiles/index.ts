import { DEFAULT_PROFILE, type Profile } from '../profile.ts';
import { dmeMac } from './dme-mac.ts';
import { medicaidNcci } from './medicaid-ncci.ts';
import { medicareOutpatient } from './medicare-outpatient.ts';
import { medicareProfessional } from './medicare-professional.ts';
import { privateExample } from './private-example.ts';

/** The profiles that come with the project. */
export const PROFILES: readonly Profile[] = [
  DEFAULT_PROFILE,
  medicareProfessional,
  medicareOutpatient,
  dmeMac,
  medicaidNcci,
  privateExample,
];
