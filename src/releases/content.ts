import type { Day } from '../codes/day.ts';
import type { Setting } from '../codes/setting.ts';
import type { RecordKind, TableRecord } from './record-tables.ts';
import type { AddOnRow, HcpcsRecord, MueRow, Period, PtpRows } from './release.ts';

/** What one file holds, before it is known which release it belongs to. */
export type Content = HcpcsContent | PtpContent | MueContent | AddOnContent | RecordContent;

interface Counted {
  /** Records or rows read from the file. */
  readonly rowCount: number;
  /** The latest day on which a row takes effect; NOT_A_DAY where the rows have no dates. */
  readonly latest: Day;
  /** What the file itself says it is for; names count only where it says nothing. */
  readonly period?: Period;
  /** The day on which the file says it was published. */
  readonly published?: Day;
}

export interface HcpcsContent extends Counted {
  readonly kind: 'hcpcs';
  readonly records: readonly HcpcsRecord[];
}

export interface PtpContent extends Counted {
  readonly kind: 'ncci-ptp';
  readonly rows: PtpRows;
}

export interface MueContent extends Counted {
  readonly kind: 'ncci-mue';
  /** The header's column title says it. */
  readonly setting: Setting;
  readonly rows: readonly MueRow[];
}

export interface AddOnContent extends Counted {
  readonly kind: 'ncci-aoc';
  readonly rows: readonly AddOnRow[];
}

/** Of any table kept as records; see record-tables.ts. */
export interface RecordContent extends Counted {
  readonly kind: RecordKind;
  readonly records: readonly TableRecord[];
  /** Which part of the release it is, where CMS publishes other columns or other rows in a file of their own. */
  readonly component?: string;
}

/** Takes the rows of a csv file or a sheet after its header; `end` gives what they amount to. */
export interface TableReader {
  row(line: number, cells: readonly string[]): void;
  end(): Content;
}
