import { spawn } from 'node:child_process';
import { fillCommand, splitCommand } from '../../core/join/splitCommand.ts';
import { externalUrl } from './openExternal.ts';

/** What opening pages works with. */
export interface PageOpenerParts {
  /** The command that the user opens a service's pages with; empty or none for the usual browser. */
  readonly commandOf: (serviceId: string) => string | undefined;
  readonly openExternal: (uri: string) => Promise<boolean>;
  /** Addresses that stand in for services while Foyer is developed. */
  readonly standIns: readonly string[];
  /** The command could not be run; the page opened as usual. */
  readonly onCommandFailed: (command: string) => void;
  readonly run?: (program: string, args: readonly string[]) => Promise<boolean>;
}

/** Opens an address for a service; false when it may not be opened or nothing took it. */
export type OpenPage = (uri: string, serviceId: string | null) => Promise<boolean>;

/**
 * Opens addresses with what the user chose for their service: pages with the command, if there is one, all else with what the
 * system has. No shell sees an address.
 */
export function createPageOpener({
  commandOf,
  openExternal,
  standIns,
  onCommandFailed,
  run = runDetached,
}: PageOpenerParts): OpenPage {
  return async (uri, serviceId) => {
    const command = (serviceId === null ? undefined : commandOf(serviceId)) ?? '';
    const url = externalUrl(uri, standIns);
    if (command === '' || url === null || !/^https?:/.test(url)) {
      return openExternal(uri);
    }
    const parts = splitCommand(command);
    if (parts !== null) {
      const [program, ...args] = fillCommand(parts, url);
      if (await run(program, args)) {
        return true;
      }
    }
    onCommandFailed(command);
    return openExternal(uri);
  };
}

/** Whether the program could be started; what it does then is its own affair, also when Foyer ends. */
function runDetached(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], { detached: true, stdio: 'ignore', windowsHide: false });
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
    child.once('error', () => resolve(false));
  });
}
