import { join } from 'node:path';
import { userDataFolder } from './data-folder.ts';

/** Where `import-cpt` keeps a licensed user's CPT descriptors; `lookup` alone reads them. */
export const licensedFolder = (): string => join(userDataFolder(), 'licensed');

export const licensedPath = (year: number): string => join(licensedFolder(), `cpt-${year}.json`);
