import { homedir } from 'node:os';
import { join } from 'node:path';

interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** Where each system keeps a user's data: XDG on Linux and the like, Library on macOS, Local AppData on Windows. */
export function dataFolder({ platform, env, home }: Machine): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'columnone');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'columnone');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'columnone');
}

/** The folder of the user who runs the command. */
export const userDataFolder = (): string =>
  dataFolder({ platform: process.platform, env: process.env, home: homedir() });

/** Where `build` and `update` put the user's codebook and the other commands look for it. */
export const userCodebookPath = (): string => join(userDataFolder(), 'codebook');
