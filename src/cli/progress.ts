export interface Progress {
  /** Counts on. */
  add(amount: number): void;
  /** Shows where the work stands. */
  set(done: number, total: number, what?: string): void;
  /** Takes the bar off the screen. */
  stop(): void;
}

const NONE: Progress = { add: () => {}, set: () => {}, stop: () => {} };

/**
 * A bar on standard error while it is a terminal; nothing otherwise.
 * @param total what `add` counts up to; 0 where it is not known yet
 * @param wanted false where results run over the same screen
 */
export async function progressBar(label: string, total: number, wanted = true): Promise<Progress> {
  if (!wanted || process.stderr.isTTY !== true) return NONE;
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar(
    {
      format: `${label} {bar} {percentage}% {what}`,
      barsize: 30,
      clearOnComplete: true,
      linewrap: false,
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
      bar.update(now, { what });
    },
    stop: () => bar.stop(),
  };
}
