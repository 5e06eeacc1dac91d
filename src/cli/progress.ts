import { fstatSync } from 'node:fs';

export interface Progress {
  /** Counts on. */
  add(amount: number): void;
  /** Shows where the work stands. */
  set(done: number, total: number, what?: string): void;
  /** Writes lines to standard error, above the bar. */
  say(text: string): void;
  /** Takes the bar off the screen. */
  stop(): void;
}

const NONE: Progress = {
  add: () => {},
  set: () => {},
  say: (text) => void process.stderr.write(text),
  stop: () => {},
};

const WIDEST_BAR = 30;
const NARROWEST_BAR = 8;
/** What stands beside the bar and the name: label, percentage, blanks. */
const BESIDE = 20;
/** For the name, before the bar is given more than its least. */
const NAME = 30;

/**
 * A bar on standard error while it is a terminal; nothing otherwise.
 * @param total what `add` counts up to; no bar for 0, which is said of input without a known size
 * @param wanted false where results may run over the same screen
 */
export async function progressBar(label: string, total: number, wanted = true): Promise<Progress> {
  if (!wanted || total === 0 || process.stderr.isTTY !== true) return NONE;
  const { default: cliProgress } = await import('cli-progress');
  const columns = process.stderr.columns ?? 80;
  const barsize = Math.max(NARROWEST_BAR, Math.min(WIDEST_BAR, columns - BESIDE - NAME));
  const bar = new cliProgress.SingleBar(
    {
      format: `${label} {bar} {percentage}% {what}`,
      barsize,
      clearOnComplete: true,
      // Wrapping left on: turned off, it would stay so in the terminal of a person who stops the command.
      linewrap: true,
      stream: process.stderr,
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0, { what: '' });
  let done = 0;
  return {
    add(amount) {
      done += amount;
      bar.update(done);
    },
    set(now, all, what = '') {
      done = now;
      bar.setTotal(all);
      bar.update(now, { what: what.slice(-Math.max(1, columns - barsize - BESIDE)) });
    },
    say(text) {
      bar.stop();
      process.stderr.write(text);
      bar.start(bar.getTotal(), done, { what: '' });
    },
    stop: () => bar.stop(),
  };
}

/** Whether results go into a file. Down a pipe they may end on the same terminal as the bar, as with `| less`. */
export const resultsGoToFile = (): boolean => fstatSync(process.stdout.fd).isFile();
