import type { App } from 'electron';
import type { StartAtLogin } from '../../core/model/startAtLogin.ts';
import type { LoginItem } from './loginItem.ts';

/** What it takes on macOS and Windows. */
export interface SystemLoginItemParts {
  readonly app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;
  readonly platform: NodeJS.Platform;
  /** Windows finds an entry again by program and arguments only: the same go into every call. */
  readonly path: string;
  readonly args: readonly string[];
}

/** The list that macOS and Windows keep, which Electron reads and writes. */
export function createSystemLoginItem({ app, platform, path, args }: SystemLoginItemParts): LoginItem {
  const options = platform === 'win32' ? { path, args: [...args] } : {};
  return {
    read: async () => {
      const found = app.getLoginItemSettings(options);
      return platform === 'win32' ? readWindows(found) : readMac(found);
    },
    change: async (isWanted) => app.setLoginItemSettings({ ...options, openAtLogin: isWanted }),
    renew: async () => undefined,
  };
}

type Found = ReturnType<App['getLoginItemSettings']>;

/** The task manager leaves the entry where it is, and notes elsewhere that it does not count. */
function readWindows({ openAtLogin, executableWillLaunchAtLogin }: Found): StartAtLogin {
  if (!openAtLogin) {
    return 'off';
  }
  return executableWillLaunchAtLogin ? 'on' : 'switchedOffBySystem';
}

function readMac({ status, openAtLogin }: Found): StartAtLogin {
  if (status === 'requires-approval') {
    return 'needsApproval';
  }
  // Before macOS 13 there is no status.
  return status === 'enabled' || (status === undefined && openAtLogin) ? 'on' : 'off';
}
