import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { ProblemError } from '../problems.ts';

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began: in a container each run may have the same number. */
  readonly since: number;
}

/**
 * Takes the lock of the data folder, so that two runs do not fight over it, until `release` or the end of the
 * process. A lock whose process is gone is taken over, which `remark` is told.
 *
 * @throws ProblemError `data-folder-busy`, `file-unwritable`
 */
export function takeLock(path: string, remark: (text: string) => void): { release(): void } {
  const own: Holder = { pid: process.pid, host: hostname(), since: performance.timeOrigin };
  const beside = `${path}.${own.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, JSON.stringify(own));
    take(beside, path, remark);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new ProblemError('file-unwritable', `The data folder cannot be written to (${code}).`, { file: path });
  } finally {
    if (existsSync(beside)) rmSync(beside);
  }
  return untilTheEnd(path);
}

function take(beside: string, path: string, remark: (text: string) => void): void {
  for (let tries = 0; !linked(beside, path); tries++) {
    const holder = holderOf(path);
    if (holder === undefined) continue;
    if (tries > 2 || (holder !== null && isAlive(holder))) throw busy(path, holder);
    if (takeAway(path, holder, `${beside}.stale`))
      remark(`A lock left behind by process ${holder?.pid ?? '?'} was taken over.`);
  }
}

/** The file takes its name in one step, with its content, or not at all. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    return copied(from, to);
  }
}

/** On a disk without links. */
function copied(from: string, to: string): boolean {
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** null where the file says nothing of the kind, undefined where it is gone. */
function holderOf(path: string): Holder | null | undefined {
  try {
    const { pid, host, since = 0 } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
    return Number.isSafeInteger(pid) && typeof host === 'string' ? { pid: pid!, host, since } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    // One that cannot be read may be another user's, who is still at work.
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/** Of a process on another machine nothing is known: it is taken to live. */
function isAlive({ pid, host, since }: Holder): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return since === performance.timeOrigin;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes a stale lock, but not one that another run has just put in its place; false where that run removed it. */
function takeAway(path: string, stale: Holder | null, aside: string): boolean {
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return false;
  }
  const isStale = holderOf(aside)?.pid === stale?.pid;
  if (!isStale) linked(aside, path);
  rmSync(aside, { force: true });
  return isStale;
}

function busy(path: string, holder: Holder | null): ProblemError {
  const who = holder === null ? 'another run' : `process ${holder.pid} on ${holder.host}`;
  return new ProblemError('data-folder-busy', `It is in use by ${who}.`, { file: path });
}

function untilTheEnd(path: string): { release(): void } {
  const remove = (): void => rmSync(path, { force: true });
  const stopped = (signal: NodeJS.Signals): void => {
    // Others that listen for the signal tidy up first.
    setImmediate(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  process.on('exit', remove).on('SIGINT', stopped).on('SIGTERM', stopped);
  return {
    release() {
      process.off('exit', remove).off('SIGINT', stopped).off('SIGTERM', stopped);
      remove();
    },
  };
}
