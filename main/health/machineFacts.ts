import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { arch, release, type } from 'node:os';
import type { FolderFacts, MachineFacts } from './healthFacts.ts';

/** What only Electron and the process know. */
export interface MachineParts {
  readonly version: string;
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  readonly versions: NodeJS.ProcessVersions;
  /** What Electron calls the system's version; on Linux that of the kernel. */
  readonly systemVersion: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** Finds out what Foyer runs on. Never throws. */
export async function readMachine(parts: MachineParts): Promise<MachineFacts> {
  const { version, isPackaged, versions, environment, platform } = parts;
  const isLinux = platform === 'linux';
  return {
    version,
    isPackaged,
    electron: versions['electron'] ?? '',
    chromium: versions['chrome'] ?? '',
    node: versions.node,
    system: `${isLinux ? await linuxName() : systemName(parts)} (${arch()})`,
    desktop: isLinux ? (environment['XDG_CURRENT_DESKTOP'] ?? null) : null,
    session: isLinux ? (environment['XDG_SESSION_TYPE'] ?? null) : null,
  };
}

/** Whether a folder, or the one that it would be made in, takes files. */
export async function readFolder(path: string, parent = path): Promise<FolderFacts> {
  const takes = (folder: string): Promise<boolean> =>
    access(folder, constants.W_OK).then(
      () => true,
      () => false,
    );
  return { path, isWritable: (await takes(path)) || (parent !== path && (await takes(parent))) };
}

function systemName({ platform, systemVersion }: MachineParts): string {
  return `${platform === 'darwin' ? 'macOS' : 'Windows'} ${systemVersion}`;
}

/** The name that a distribution gives itself (freedesktop.org, os-release), and its kernel. */
async function linuxName(): Promise<string> {
  const text = await readFile('/etc/os-release', 'utf8').catch(() => '');
  const name = /^PRETTY_NAME=["']?([^"'\n]+)/m.exec(text)?.[1];
  const kernel = `${type()} ${release()}`;
  return name === undefined ? kernel : `${name}, ${kernel}`;
}
