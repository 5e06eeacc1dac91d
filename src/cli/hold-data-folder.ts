import { takeLock } from '../fetch/index.ts';
import { fetchPaths } from './fetch-files.ts';

export const remark = (text: string): void => void process.stderr.write(`columnone: ${text}\n`);

/**
 * Does what changes the data folder while no other run may, and says what is left when the person stops it.
 *
 * @throws ProblemError `data-folder-busy`
 */
export async function holdingDataFolder<T>(work: () => Promise<T>): Promise<T> {
  const lock = takeLock(fetchPaths().lock, remark);
  const stopped = (): void => {
    // Behind the bar or the question that may stand on the line.
    process.stderr.write('\n');
    remark('Stopped. What has come of a file stays, and the next run goes on from there.');
  };
  process.on('SIGINT', stopped);
  try {
    return await work();
  } finally {
    process.off('SIGINT', stopped);
    lock.release();
  }
}
