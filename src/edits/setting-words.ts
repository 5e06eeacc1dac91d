import type { Setting } from '../codes/setting.ts';

/** Whose claims a setting's tables are for, in CMS's words. */
export const SETTING_WORDS: Readonly<Record<Setting, string>> = {
  professional: 'practitioners',
  outpatient: 'outpatient hospitals',
  dme: 'DME suppliers',
};
