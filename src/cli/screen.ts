const NARROWEST = 40;
const WIDEST = 120;
const WITHOUT_TERMINAL = 100;

/** Columns that text output may take: the terminal's, within reason; 100 where there is none. */
export const screenWidth = (): number =>
  Math.max(NARROWEST, Math.min(process.stdout.columns ?? WITHOUT_TERMINAL, WIDEST));

/** `812 B`, `63 KB`, `53.4 MB`. */
export function byteSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
