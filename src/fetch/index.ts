/** Finds and fetches what CMS publishes. Needs Node and the net; nothing else of the library does. */
export { type FileOutcome, fetchFiles, type Plan, planFetch, sizesOf } from './fetch-files.ts';
export type { FoundFile, Wanted } from './find-files.ts';
export { takeLock } from './lock.ts';
export { isLoopback, type Net, PATIENCE } from './net.ts';
export { parsePeriod } from './period-of-file.ts';
export { readRecord, writeRecord } from './record.ts';
export { AMA_TERMS, type License, SITE_IDS, SITES, type SiteId } from './sites.ts';
