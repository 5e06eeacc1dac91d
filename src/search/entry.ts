import type { Day } from '../codes/day.ts';

/** A code as the search knows it. */
export interface SearchEntry {
  /** Five characters. */
  readonly code: string;
  readonly level: 'I' | 'II';
  /** Its descriptors; '' where none may be shown, as for Level I without a licence: it is then found by number alone. */
  readonly long: string;
  readonly short: string;
  /** First letter of a Level II code, category of a Level I one (`I`, `II`, `III`, `PLA` …). */
  readonly section: string;
  /** First and last day on which it may be reported; OPEN_DAY where no end is published. */
  readonly from: Day;
  readonly to: Day;
  /** Whether it is for a drug or biological. */
  readonly isDrug: boolean;
  /** CMS's coverage code (`C`, `D`, `I`, `M`, `S`); '' where there is none. */
  readonly coverage: string;
  /** Whether its descriptors are someone else's: they may be searched and shown here, never written out. */
  readonly licensed: boolean;
}

/** What a result must be; what is left out does not matter. */
export interface SearchFilters {
  readonly level?: 'I' | 'II';
  readonly section?: string;
  /** Only codes that may be reported on this day. */
  readonly on?: Day;
  /** Only drugs and biologicals. */
  readonly drugs?: boolean;
  readonly coverage?: string;
}

/** Whether an entry is what the filters ask for. */
export function passes(entry: SearchEntry, { level, section, on, drugs, coverage }: SearchFilters): boolean {
  return (
    (level === undefined || entry.level === level) &&
    (section === undefined || entry.section === section) &&
    (on === undefined || (entry.from <= on && on <= entry.to)) &&
    (drugs !== true || entry.isDrug) &&
    (coverage === undefined || entry.coverage === coverage)
  );
}
