import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { launchElectron } from '../../scripts/desktop/launchElectron.ts';

/** How one run of the real program is set up. */
export interface FoyerOptions {
  /** Other base addresses of the services (`pexipAuth`, `pexipApi`, …), usually a simulator's. */
  readonly endpoints?: object;
  /**
   * `system` (the default) uses the desktop's keyring, unlocked on the virtual one; `none` is the desktop that Electron
   * does not know: no keyring, `basic_text`.
   */
  readonly keyring?: 'system' | 'none';
  /** A profile to go on with; a new, empty one otherwise. */
  readonly profilePath?: string;
  readonly args?: readonly string[];
  /** Added to the environment; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** The running program. */
export interface RunningFoyer {
  readonly app: ElectronApplication;
  readonly profilePath: string;
  /** Everything that the main process has printed so far. */
  output(): string;
  /** Its first window, once it is there. */
  window(): Promise<Page>;
  /** Ends it; a profile that was made for this run is kept unless told. */
  close(options?: { readonly removeProfile?: boolean }): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');

/** Starts the built program (`out/`) with a profile of its own. Needs a desktop: see scripts/README.md. */
export async function launchFoyer(options: FoyerOptions = {}): Promise<RunningFoyer> {
  const profilePath = options.profilePath ?? (await mkdtemp(join(tmpdir(), 'foyer-profile-')));
  const launched = await launchElectron({
    root,
    profilePath,
    args: options.args ?? [],
    env: {
      ...(await endpointsVariable(options.endpoints)),
      ...(options.keyring === 'none' && { XDG_CURRENT_DESKTOP: undefined, DESKTOP_SESSION: undefined }),
      ...options.env,
    },
  });
  const { app } = launched;
  const printed: string[] = [];
  app.process().stdout?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  app.process().stderr?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  return {
    app,
    profilePath,
    output: () => printed.join(''),
    window: () => app.firstWindow(),
    close: async ({ removeProfile = false } = {}) => {
      await launched.close();
      if (removeProfile) await rm(profilePath, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The file lies beside the profiles, not in them: tests look for what the program writes there. */
async function endpointsVariable(endpoints: object | undefined): Promise<Record<string, string>> {
  if (!endpoints) return {};
  const file = join(await mkdtemp(join(tmpdir(), 'foyer-endpoints-')), 'endpoints.json');
  await writeFile(file, JSON.stringify(endpoints));
  return { FOYER_ENDPOINTS: file };
}
