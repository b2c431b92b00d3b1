import type { App } from 'electron';
import type { LinkHandling } from './linkRegistrar.ts';

/** What it takes on Windows and macOS. */
export interface SystemHandlingParts {
  readonly app: Pick<
    App,
    | 'isDefaultProtocolClient'
    | 'setAsDefaultProtocolClient'
    | 'removeAsDefaultProtocolClient'
    | 'getApplicationNameForProtocol'
  >;
  readonly schemes: readonly string[];
  /** The command for a link, which is put behind it; macOS takes it from the package. */
  readonly program: string;
  readonly args: readonly string[];
  /** macOS knows the schemes of packaged programs only. */
  readonly canChange: boolean;
}

/** Windows and macOS keep a table of who opens what, which Electron reads and writes. */
export function createSystemHandling({ app, schemes, program, args, canChange }: SystemHandlingParts): LinkHandling {
  const isOurs = (scheme: string): boolean => app.isDefaultProtocolClient(scheme, program, [...args]);
  return {
    look: async () => {
      if (!canChange) {
        return { kind: 'unavailable', canStop: false };
      }
      if (schemes.every(isOurs)) {
        return { kind: 'ours', canStop: true };
      }
      const isTaken = schemes.some(
        (scheme) => !isOurs(scheme) && app.getApplicationNameForProtocol(`${scheme}:`) !== '',
      );
      return { kind: isTaken ? 'other' : 'none', canStop: false };
    },
    change: async (isWanted) => {
      for (const scheme of schemes) {
        if (isWanted) {
          app.setAsDefaultProtocolClient(scheme, program, [...args]);
        } else {
          app.removeAsDefaultProtocolClient(scheme, program, [...args]);
        }
      }
    },
  };
}
