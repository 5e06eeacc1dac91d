import type { Change } from '../claims/normalise.ts';
import { counted } from '../text.ts';
import { table } from './table.ts';

/** Changes that are listed; the rest are counted. */
const MOST_LISTED = 1_000;

/** What `--apply` changed. */
export class ConvertReport {
  private readonly listed: Change[] = [];
  private count = 0;

  add(change: Change): void {
    this.count++;
    if (this.listed.length < MOST_LISTED) this.listed.push(change);
  }

  json(claims: number): string {
    return `${JSON.stringify({ claims, changed: this.count, changes: this.listed })}\n`;
  }

  text(width: number): string {
    const { count, listed } = this;
    if (count === 0) return 'Nothing was changed.\n';
    const rows = listed.map(({ claim, line, what, from, to }) => [claim, String(line), what, `${from} → ${to}`]);
    const columns = [
      { title: 'claim' },
      { title: 'line', align: 'right' as const },
      { title: 'what' },
      { title: 'change' },
    ];
    const rest = count - listed.length;
    const more = rest > 0 ? `and ${counted(rest, 'more change')}\n` : '';
    return `${table(columns, rows, width)}${more}${counted(count, 'change')}\n`;
  }
}
